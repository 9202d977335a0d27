"""Contact: simulated resistors from 2 kOhm to 1 MOhm, through the real driver."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from brainflow.data_filter import DataFilter, FilterTypes

from emg_device.contact import lead_off_contacts
from emg_device.contract import read_some
from emg_device.impedance import (
    ContactImpedance,
    Electrode,
    ElectrodeSide,
    impedance_ohm,
)
from emg_device.info import DeviceState
from emg_device.registry import open_device
from emg_signal.errors import DeviceError, DeviceLostError, DeviceProtocolError
from emg_simulators.board_process import BoardProcess

RESISTORS_OHM = (2e3, 5e3, 10e3, 20e3, 50e3, 100e3, 300e3, 1e6)
TWINS_OHM = (1e6, 2e3, 5e3, 10e3, 20e3, 50e3, 100e3, 300e3)
"""Of the negative electrodes: none is like the positive one beside it."""
PAIRS = ",".join(f"{one:g}/{other:g}" for one, other in zip(RESISTORS_OHM, TWINS_OHM, strict=True))


def check_contacts(found: list[ContactImpedance]) -> None:
    """Check that each electrode is the resistor at its own place, within 5 %."""
    for contact in found:
        resistors = RESISTORS_OHM if contact.side is ElectrodeSide.POSITIVE else TWINS_OHM
        true_kohm = resistors[min(contact.channel, 7)] / 1e3
        assert contact.kohm == pytest.approx(true_kohm, rel=0.05), str(contact)
        assert not contact.above


@pytest.mark.real_time
def test_a_session_stops_measures_and_goes_on() -> None:
    """With a sine of 10 to 1280 µV at 20 Hz beside the carrier; what was running goes on."""
    with open_device(f"virtual?signal=sine&impedance_ohm={PAIRS}") as device:
        device.start()
        before = read_some(device, 10)[-1]
        with pytest.raises(DeviceError, match="not measured while"):
            device.measure_contact()
        device.stop()
        asked = [*device.electrodes[::2], device.electrodes[1]]
        found = []
        for electrode, contact in zip(
            asked, device.measure_contact(asked, seconds=0.3), strict=True
        ):
            assert contact.electrode == electrode
            found.append(contact)
        device.start()
        after = read_some(device, 100)
        quiet_uv = np.concatenate([chunk.samples_uv for chunk in after], axis=1)
        health = device.health
    check_contacts(found)
    assert str(found[8]).startswith("channel 1 negative: ")
    assert str(found[8]).endswith("kOhm ± 20 %")
    # The current is off again: nothing is left at 31.25 Hz, where 1 MOhm gave 6000 µV.
    assert impedance_ohm(quiet_uv, 250)[7] < 20e3
    assert (after[0].segment, health.lost_total) == (before.segment + 1, 0)


@pytest.mark.real_time
def test_a_daisy_averages_the_carrier_and_is_corrected_for_it() -> None:
    board = BoardProcess(["cyton", "--daisy", "--signal", "sine", "--impedance-ohm", PAIRS])
    try:
        with open_device(f"daisy:{board.port}") as device:
            some = [*device.electrodes[1:3], device.electrodes[20]]
            found = list(device.measure_contact(some, seconds=0.3))
    finally:
        board.end()
    check_contacts(found)


def test_the_patient_in_process_has_contacts_too() -> None:
    with open_device(f"virtual?link=memory&signal=sine&impedance_ohm={PAIRS}") as device:
        some = device.electrodes[3:5]
        found = list(device.measure_contact(some, seconds=0.2))
    assert [contact.kohm for contact in found] == pytest.approx([2.0, 10.0], rel=0.05)


@pytest.mark.real_time
def test_unplugging_ends_the_measurement_and_a_reconnection_begins_anew() -> None:
    with open_device("virtual?signal=sine") as device:
        device.start()
        device.stop()
        contacts = device.measure_contact(seconds=0.3)
        next(contacts)
        device.board.process.kill()
        with pytest.raises(DeviceLostError, match="unplugged or switched off"):
            next(contacts)
        assert device.state is DeviceState.LOST
        device.reconnect()
        assert read_some(device, 2)


@pytest.mark.real_time
def test_with_a_common_reference_only_the_negative_electrodes_stand_alone() -> None:
    board = BoardProcess(["cyton", "--signal", "sine"])
    try:
        with open_device(f"cyton:{board.port}?reference=common") as device:
            assert any("SRB2" in note for note in device.info.notes)
            assert {electrode.side for electrode in device.electrodes} == {ElectrodeSide.NEGATIVE}
        with open_device(f"cyton:{board.port}") as device:
            assert device.info.notes == ()
            assert len(device.electrodes) == 16
    finally:
        board.end()


@pytest.mark.parametrize("spec", ["brainflow:-1"])
def test_boards_without_it_refuse_with_a_reason(spec: str) -> None:
    with open_device(spec) as device:
        assert device.electrodes == ()
        assert "cannot measure the contact" in device.contact_refusal
        with pytest.raises(DeviceError, match="cannot measure the contact"):
            device.measure_contact()


def listening(kohm: float) -> Iterator[ContactImpedance]:
    """Measure electrodes of `kohm` by a board of the test's own."""
    carrier = 6e-9 * (kohm * 1e3 + 2200) * 1e6 * np.sin(np.arange(1000) * np.pi / 4)

    def listen(n_samples: int, patience_s: float) -> np.ndarray:
        return carrier[None, :n_samples]

    return lead_off_contacts(
        lambda electrode, on: None, listen, [Electrode(0)], seconds=1.0, fs_hz=250
    )


def test_what_is_no_contact_is_above_the_range_and_no_figure() -> None:
    assert not next(listening(1000.0)).above
    contact = next(listening(20_000.0))
    assert contact.above
    assert str(contact) == "channel 1 positive: above 1200 kOhm"


def test_a_current_that_cannot_be_switched_off_is_no_board_to_stream_from() -> None:
    def drive(electrode: Electrode, on: bool) -> None:
        if not on:
            raise DeviceProtocolError("no answer")

    contacts = lead_off_contacts(
        drive, lambda n, patience_s: np.zeros((1, n)), [Electrode(0)], seconds=0.1, fs_hz=250
    )
    with pytest.raises(DeviceLostError, match="channel 1 positive could not be switched off"):
        next(contacts)


def test_the_lock_in_agrees_with_openbcis_formula() -> None:
    """sqrt(2) x standard deviation at 28 to 35 Hz over 6 nA, less 2.2 kOhm, by BrainFlow."""
    random = np.random.default_rng(8)
    index = np.arange(2500)
    amplitude_uv = 6e-9 * (50e3 + 2200) * 1e6
    samples_uv = amplitude_uv * np.sin(2 * np.pi * index / 8 + 0.3) + random.normal(0, 2, 2500)
    filtered = samples_uv.copy()
    DataFilter.perform_bandpass(filtered, 250, 28.0, 35.0, 4, FilterTypes.BUTTERWORTH.value, 0)
    theirs_ohm = np.sqrt(2) * filtered[500:].std() * 1e-6 / 6e-9 - 2200
    ours_ohm = impedance_ohm(samples_uv[None, 500:], 250)[0]
    assert ours_ohm == pytest.approx(50e3, rel=0.01)
    assert ours_ohm == pytest.approx(theirs_ohm, rel=0.03)


def test_too_few_samples_are_refused() -> None:
    with pytest.raises(ValueError, match="less than one carrier period"):
        impedance_ohm(np.zeros((2, 7)), 250)
