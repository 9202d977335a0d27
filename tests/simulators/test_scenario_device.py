"""A scenario as a board in process: the driver's base above it sees what a wire would bring."""

import numpy as np
import pytest

from emg_device.info import DeviceState
from emg_signal.chunk import Origin, SampleFlag
from emg_signal.errors import ConfigError, DeviceLostError
from emg_signal.montage import Side
from emg_simulators.ads1299 import Ads1299Converter, uv_per_count
from emg_simulators.faults import parse_fault
from emg_simulators.patient import Patient
from emg_simulators.scenario import TimelinePart, load_scenario
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


@pytest.fixture
def live():
    """Return a device that streams, and a function that reads the next seconds of it."""
    clock = StepClock()
    resting = STEADY.model_copy(update={"timeline": TimelinePart()})
    with ScenarioDevice(resting, clock=clock, sleep=clock.sleep) as device:
        device.start()

        def next_uv(seconds):
            parts, n = [], 0
            while n < seconds * 250:
                chunk = device.read(0.1)
                if chunk is not None:
                    parts.append(chunk.samples_uv)
                    n += chunk.n_samples
            return np.diff(np.concatenate(parts, axis=1), axis=1)

        next_uv(1.0)
        yield device, next_uv


def test_an_instructor_changes_the_effort_of_one_muscle_and_lets_it_go(live):
    device, next_uv = live
    channel = device.patient.scenario.montage.pairs[1].left.channel
    before = next_uv(2.0).std(axis=1)
    device.hold(device.patient.scenario.montage.pairs[1].muscle, Side.LEFT, 0.8)
    during = next_uv(2.0).std(axis=1)
    device.hold(device.patient.scenario.montage.pairs[1].muscle, Side.LEFT, 0.0)
    next_uv(0.5)
    after = next_uv(2.0).std(axis=1)
    assert during[channel] > 3 * before[channel]
    assert after[channel] == pytest.approx(before[channel], rel=0.5)


def test_an_instructor_asks_for_an_expression(live):
    device, next_uv = live
    before = next_uv(1.0).std(axis=1)
    device.ask("whole_face", effort=0.9, for_s=2.0)
    next_uv(0.5)
    assert (next_uv(1.0).std(axis=1) > 2 * before).all()
    with pytest.raises(ConfigError, match="No expression"):
        device.ask("wink", effort=0.5, for_s=1.0)


def test_an_instructor_takes_an_electrode_off_and_mends_it(live):
    device, next_uv = live
    assert device.inject("leadoff 3").name == "leadoff"
    assert next_uv(2.0)[2].std() > 100
    device.end_faults()
    next_uv(0.5)
    assert next_uv(2.0)[2].std() < 50
    with pytest.raises(ConfigError, match="No fault"):
        device.inject("smoke")
    with pytest.raises(ConfigError, match="no muscle"):
        device.hold("tongue", Side.LEFT, 0.5)
