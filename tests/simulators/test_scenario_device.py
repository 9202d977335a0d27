"""A scenario as a board in process: the driver's base above it sees what a wire would bring."""

import numpy as np
import pytest

from emg_device.info import DeviceState
from emg_signal.chunk import Origin, SampleFlag
from emg_signal.errors import DeviceLostError
from emg_simulators.ads1299 import Ads1299Converter, uv_per_count
from emg_simulators.faults import parse_fault
from emg_simulators.patient import Patient
from emg_simulators.scenario import load_scenario
from emg_simulators.scenario_device import ScenarioDevice, StepClock

STEADY = load_scenario("steady")


def stream(*faults, seconds=8.0):
    """Return the chunks of a whole run, and the device."""
    clock = StepClock()
    scenario = STEADY.model_copy(update={"fault": faults})
    device = ScenarioDevice(scenario, seconds=seconds, clock=clock, sleep=clock.sleep)
    chunks = []
    device.open()
    device.start()
    try:
        while device.state is not DeviceState.ENDED:
            chunk = device.read(0.1)
            if chunk is not None:
                chunks.append(chunk)
    finally:
        device.close()
    return chunks


def test_streams_the_patient_and_says_that_it_is_simulated():
    chunks = stream()
    uv = np.concatenate([chunk.samples_uv for chunk in chunks], axis=1)
    expected = Ads1299Converter(Patient(STEADY), fs_hz=250.0).read_counts(2000) * uv_per_count(24)
    np.testing.assert_allclose(uv, expected, atol=1e-6)
    assert {chunk.origin for chunk in chunks} == {Origin.SIMULATED}
    assert sum(chunk.lost for chunk in chunks) == 0


@pytest.mark.parametrize("number", [1, 7, 100, 255])
def test_dropped_frames_are_counted(number):
    chunks = stream(f"drop {number}@3s")
    assert sum(chunk.lost for chunk in chunks) == number
    assert chunks[-1].next_index == 2000


def test_duplicates_are_not_delivered():
    assert sum(chunk.n_samples for chunk in stream("duplicate 5%@1s")) == 2000


def test_nothing_that_is_no_number_gets_through():
    chunks = stream("nan 2@3s+1s")
    uv = np.concatenate([chunk.samples_uv for chunk in chunks], axis=1)
    flags = np.concatenate([chunk.flags for chunk in chunks], axis=1)
    assert np.isfinite(uv).all()
    assert (flags[1, 750:1000] & SampleFlag.NOT_FINITE).all()
    assert not flags[0].any()


def test_a_railed_channel_is_flagged():
    flags = np.concatenate([c.flags for c in stream("rail 3@3s+1s")], axis=1)
    assert (flags[2, 760:990] & SampleFlag.RAILED).all()


def test_unplugging_is_a_lost_device():
    with pytest.raises(DeviceLostError, match="unplugged"):
        stream("unplug@3s")


def test_an_instructor_can_unplug_it():
    clock = StepClock()
    device = ScenarioDevice(STEADY, clock=clock, sleep=clock.sleep)
    with device:
        device.start()
        assert device.read(1.0) is not None
        device.add_fault(parse_fault("unplug@0.5s"))
        with pytest.raises(DeviceLostError):
            list(iter(lambda: device.read(0.1), "never"))
