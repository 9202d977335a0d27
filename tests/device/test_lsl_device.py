"""LSL: a stream of pylsl's own outlet, read by the driver, on the loopback."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pylsl
import pytest
from lsl_outlet import FS_HZ, Outlet, sent_elsewhere

from emg_device.base import Device
from emg_device.contract import DeviceContract, read_some
from emg_device.lsl import LslDevice
from emg_device.lsl_markers import MarkerInlet
from emg_device.registry import open_device
from emg_device.spec import DeviceSpec
from emg_signal.errors import ConfigError, DeviceError, DeviceLostError, DeviceNotFoundError


@pytest.mark.real_time
class TestLslContract(DeviceContract):
    spec = DeviceSpec("lsl", "evenhand-contract")
    cycles = 1

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def stream(cls) -> Iterator[None]:
        with sent_elsewhere("evenhand-contract") as cls.name:
            yield

    def make_device(self) -> Device:
        return open_device(f"lsl:{self.name}")

    def test_units_and_names_are_the_streams_own(self) -> None:
        with self.make_device() as device:
            device.start()
            info, chunks = device.info, read_some(device, 20)
        assert (info.fs_hz, info.channel_names) == (FS_HZ, ("left", "right"))
        samples_uv = np.concatenate([chunk.samples_uv for chunk in chunks], axis=1)
        assert np.diff(samples_uv[0]) == pytest.approx(np.full(samples_uv.shape[1] - 1, 1000.0))
        assert np.array_equal(samples_uv[1], -samples_uv[0])


@pytest.mark.real_time
def test_a_stream_that_ends_is_lost() -> None:
    outlet = Outlet("evenhand-ending")
    try:
        with open_device("lsl:evenhand-ending") as device:
            device.start()
            read_some(device, 5)
            outlet.stop()
            with pytest.raises(DeviceLostError):
                device.read(20.0)
    finally:
        outlet.stop()


def test_a_stream_that_is_not_there() -> None:
    with pytest.raises(DeviceNotFoundError, match="no LSL stream of name 'nobody'"):
        LslDevice("nobody").open()


@pytest.mark.parametrize("spec", ["lsl:", "lsl:x?by=colour", "lsl:x\udcff", "lsl:x?unit=furlong"])
def test_a_wrong_spec_is_refused(spec: str) -> None:
    with pytest.raises(ConfigError):
        open_device(spec)


@pytest.mark.real_time
def test_a_stream_without_a_unit_or_a_rate_is_refused() -> None:
    outlet = Outlet("evenhand-unitless", unit=None)
    markers = Outlet("evenhand-markers", fs_hz=pylsl.IRREGULAR_RATE)
    try:
        with pytest.raises(ConfigError, match="does not tell its unit"):
            open_device("lsl:evenhand-unitless").open()
        with open_device("lsl:evenhand-unitless?unit=uV") as device:
            assert device.info.n_channels == 2
        with pytest.raises(DeviceError, match="no rate"):
            open_device("lsl:evenhand-markers").open()
    finally:
        outlet.stop()
        markers.stop()


@pytest.mark.real_time
def test_markers_of_another_stream_are_events_at_their_sample() -> None:
    info = pylsl.StreamInfo("evenhand-texts", "Markers", 1, 0, pylsl.cf_string, "EVENHAND texts")
    texts = pylsl.StreamOutlet(info)
    outlet = Outlet("evenhand-marked")
    try:
        with open_device("lsl:evenhand-marked?markers=evenhand-texts") as device:
            device.start()
            chunks = read_some(device, 5)
            texts.push_sample([" brow   up "])
            begun_s = time.monotonic()
            while not any(chunk.events for chunk in chunks) and time.monotonic() < begun_s + 10:
                chunks += read_some(device, 2)
            events = [event for chunk in chunks for event in chunk.events]
            assert [event.name for event in events] == ["brow up"]
            assert chunks[0].first_index < events[0].index < chunks[-1].next_index
    finally:
        outlet.stop()
        del texts


def test_a_stream_of_markers_that_is_not_there_is_named() -> None:
    with pytest.raises(DeviceNotFoundError, match="no LSL stream of markers 'nobody'"):
        MarkerInlet("nobody").open()
