"""A virtual Cyton in process: the driver's base above it sees what a wire would bring."""

import numpy as np
import pytest

from emg_device.info import DeviceState
from emg_signal.chunk import Origin, SampleFlag
from emg_signal.errors import (
    ConfigError,
    DeviceLostError,
    DeviceNotFoundError,
    DeviceProtocolError,
)
from emg_signal.montage import Side
from emg_simulators.ads1299 import Ads1299Converter, uv_per_count
from emg_simulators.clocks import StepClock
from emg_simulators.cyton_options import CytonOptions
from emg_simulators.memory_device import MemoryDevice
from emg_simulators.patient import Patient
from emg_simulators.scenario import load_scenario
from emg_simulators.scenario_parts import TimelinePart

STEADY = load_scenario("steady")


def stream(*faults, seconds=8.0):
    """Return the chunks of a whole run, and the device."""
    clock = StepClock()
    scenario = STEADY.model_copy(update={"fault": faults})
    device = MemoryDevice(CytonOptions(scenario), seconds=seconds, clock=clock, sleep=clock.sleep)
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


def test_a_railed_channel_is_flagged():
    flags = np.concatenate([c.flags for c in stream("rail 3@3s+1s")], axis=1)
    assert (flags[2, 760:990] & SampleFlag.RAILED).all()


def test_unplugging_is_a_lost_device():
    with pytest.raises(DeviceLostError, match="unplugged"):
        stream("unplug@3s")


@pytest.fixture
def board():
    """Return a device that streams, and its clock."""
    clock = StepClock()
    with MemoryDevice(CytonOptions(), clock=clock, sleep=clock.sleep) as device:
        device.start()
        assert device.read(1.0) is not None
        yield device, clock


def read_until_lost(device):
    with pytest.raises(DeviceLostError):
        list(iter(lambda: device.read(0.1), "never"))


def test_an_instructor_can_unplug_it_and_plug_it_in_again(board):
    device, clock = board
    device.inject("unplug@0.5s")
    read_until_lost(device)
    with pytest.raises(DeviceNotFoundError, match="not plugged in"):
        device.reconnect()
    device.inject("replug")
    with pytest.raises(DeviceNotFoundError):  # it is heard, and done at the next moment
        device.reconnect()
    clock.sleep(0.1)
    device.reconnect()
    assert device.read(1.0).segment == 1


def test_another_board_on_the_same_line_is_refused(board):
    device, clock = board
    device.inject("other")
    read_until_lost(device)
    clock.sleep(0.1)
    with pytest.raises(DeviceProtocolError, match="Another board"):
        device.reconnect()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("rail 99", "'rail 99@.*': it has channels 1 to 8"),
        ("nan 99", "No fault 'nan'"),
        ("battery", "No fault 'battery'"),
        ("swap 3 3", "between two channels"),
    ],
)
def test_an_instructor_is_told_what_the_board_cannot_do(board, fault, said):
    device, _ = board
    with pytest.raises(ConfigError, match=said):
        device.inject(fault)
    assert device.read(1.0) is not None


@pytest.fixture
def live():
    """Return a device that streams, and a function that reads the next seconds of it."""
    clock = StepClock()
    resting = STEADY.model_copy(update={"timeline": TimelinePart()})
    with MemoryDevice(CytonOptions(resting), clock=clock, sleep=clock.sleep) as device:
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
    channel = STEADY.montage.pairs[1].left.channel
    before = next_uv(2.0).std(axis=1)
    device.hold(STEADY.montage.pairs[1].muscle, Side.LEFT, 0.8)
    during = next_uv(2.0).std(axis=1)
    device.hold(STEADY.montage.pairs[1].muscle, Side.LEFT, 0.0)
    next_uv(0.5)
    after = next_uv(2.0).std(axis=1)
    assert during[channel] > 3 * before[channel]
    assert after[channel] == pytest.approx(before[channel], rel=0.5)


def test_an_instructor_asks_for_an_expression(live):
    device, next_uv = live
    before = next_uv(1.0).std(axis=1)
    device.express("whole_face", effort=0.9, for_s=2.0)
    next_uv(0.5)
    assert (next_uv(1.0).std(axis=1) > 2 * before).all()
    with pytest.raises(ConfigError, match="No expression"):
        device.express("wink", effort=0.5, for_s=1.0)


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
