"""Contact: simulated resistors from 2 kOhm to 1 MOhm, through the real driver."""

from __future__ import annotations

import numpy as np
import pytest
from brainflow.data_filter import DataFilter, FilterTypes

from emg_device.contract import read_some
from emg_device.cyton import CytonDevice
from emg_device.impedance import impedance_ohm
from emg_signal.errors import DeviceError
from emg_simulators.board_process import BoardProcess

RESISTORS_OHM = (2e3, 5e3, 10e3, 20e3, 50e3, 100e3, 300e3, 1e6)


@pytest.mark.real_time
def test_resistors_are_recovered_within_five_per_cent() -> None:
    """With a sine of 10 to 1280 µV at 20 Hz beside the carrier."""
    resistors = ",".join(str(ohm) for ohm in RESISTORS_OHM)
    board = BoardProcess(["cyton", "--signal", "sine", "--impedance-ohm", resistors])
    try:
        with CytonDevice(board.port) as device:
            found = device.measure_impedance(2.0)
            device.start()
            quiet_uv = np.concatenate([c.samples_uv for c in read_some(device, 100)], axis=1)
            with pytest.raises(DeviceError, match="not measured while"):
                device.measure_impedance()
    finally:
        board.end()
    assert [(contact.channel, str(contact.side)) for contact in found[:3]] == [
        (0, "positive"),
        (0, "negative"),
        (1, "positive"),
    ]
    for contact in found:
        true_kohm = RESISTORS_OHM[contact.channel] / 1e3
        assert contact.kohm == pytest.approx(true_kohm, rel=0.05)
        low, high = contact.interval_kohm
        assert low < true_kohm < high
    assert str(found[4]).startswith("channel 3 positive: 1")
    # The current is off again: nothing is left at 31.25 Hz, where 1 MOhm gave 6000 µV.
    assert impedance_ohm(quiet_uv)[7] < 20e3


def test_the_lock_in_agrees_with_openbcis_formula() -> None:
    """sqrt(2) x standard deviation at 28 to 35 Hz over 6 nA, less 2.2 kOhm, by BrainFlow."""
    random = np.random.default_rng(8)
    index = np.arange(2500)
    amplitude_uv = 6e-9 * (50e3 + 2200) * 1e6
    samples_uv = amplitude_uv * np.sin(2 * np.pi * index / 8 + 0.3) + random.normal(0, 2, 2500)
    filtered = samples_uv.copy()
    DataFilter.perform_bandpass(filtered, 250, 28.0, 35.0, 4, FilterTypes.BUTTERWORTH.value, 0)
    theirs_ohm = np.sqrt(2) * filtered[500:].std() * 1e-6 / 6e-9 - 2200
    ours_ohm = impedance_ohm(samples_uv[None, 500:])[0]
    assert ours_ohm == pytest.approx(50e3, rel=0.01)
    assert ours_ohm == pytest.approx(theirs_ohm, rel=0.03)


def test_too_few_samples_are_refused() -> None:
    with pytest.raises(ValueError, match="less than one carrier period"):
        impedance_ohm(np.zeros((2, 7)))
