"""The framed driver on its virtual board: the contract, its settings, and how it is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from emg_device.base import Device
from emg_device.contract import DeviceContract
from emg_device.framed import DEFAULT_BAUD, FramedDevice
from emg_device.info import DeviceState
from emg_device.other_board import OtherBoardError
from emg_device.registry import open_device
from emg_device.spec import DeviceSpec, parse_spec
from emg_signal.chunk import Chunk, Origin
from emg_signal.errors import ConfigError, DeviceError, DeviceLostError
from emg_simulators.ads1299 import uv_per_count
from emg_simulators.framed_board import FramedOptions, framed_firmware, run_framed
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.virtual_board import VirtualBoard

pytestmark = pytest.mark.real_time


Serve = Callable[..., None]
"""What `run_framed` takes beside its options and the link."""


@contextmanager
def running(
    options: FramedOptions, serve: Serve | None = None
) -> Iterator[tuple[str, Callable[[], None]]]:
    """Run a virtual board in a thread; yield its port and a way to switch it off."""
    serve = serve or partial(run_framed, options, link=None)
    ports: list[str] = []
    opened, ended = threading.Event(), threading.Event()

    def ready(port: str) -> None:
        ports.append(port)
        opened.set()

    thread = threading.Thread(
        target=serve,
        kwargs={"ready": ready, "stopped": ended.is_set},
    )
    thread.start()

    def switch_off() -> None:
        ended.set()
        thread.join(5)

    try:
        assert opened.wait(5)
        yield ports[0], switch_off
    finally:
        switch_off()


INDEX = FramedOptions(signal="index", serial="A1")


class TestFramedContract(DeviceContract):
    spec = DeviceSpec("framed", "/dev/ttyACM0")
    port: str

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def board(cls) -> Iterator[None]:
        with running(INDEX) as (port, _):
            cls.port = port
            yield

    def make_device(self) -> Device:
        return FramedDevice(self.port)

    @pytest.mark.parametrize(("fs_hz", "n_channels"), [(1000, 8), (2000, 4), (250, 1)])
    def test_every_sample_arrives_unchanged(self, fs_hz: int, n_channels: int) -> None:
        """The board writes the number of each sample into it."""
        with FramedDevice(self.port, rate_hz=fs_hz, n_channels=n_channels) as device:
            device.start()
            samples_uv = stream(device, fs_hz)
            info, health = device.info, device.health
        assert (info.fs_hz, info.n_channels) == (fs_hz, n_channels)
        counts = np.rint(samples_uv / uv_per_count(24)).astype(int)
        index = np.arange(len(counts))[:, None]
        np.testing.assert_array_equal(counts, (index * 16 + np.arange(n_channels)) % 2**23)
        assert (health.lost_total, health.bad_frames, health.bad_counters) == (0, 0, 0)

    def test_it_says_who_it_is(self) -> None:
        with FramedDevice(self.port, rate_hz=1000, n_channels=8) as device:
            info = device.info
        assert info.board == "EVENHAND-SIMULATOR 1299"
        assert info.origin is Origin.SIMULATED
        assert (info.serial, info.firmware) == ("A1", "1.0.0")
        assert info.uv_per_count == pytest.approx(0.022351744455307063, rel=1e-15)
        assert info.rails_uv == pytest.approx((-187500.0223517, 187500.0))
        assert info.board_high_hz == 262  # 0.262 x 1000 Hz, ADS1299 datasheet
        assert info.notes == ()

    @pytest.mark.parametrize(
        ("rate_hz", "n_channels", "message"),
        [(333, None, "at most 2000 Hz"), (None, 9, "has 8 channels"), (4000, 8, "2000 Hz")],
    )
    def test_it_hands_on_what_the_board_refuses(
        self, rate_hz: int | None, n_channels: int | None, message: str
    ) -> None:
        device = FramedDevice(self.port, rate_hz=rate_hz, n_channels=n_channels)
        with pytest.raises(DeviceError, match=message):
            device.open()
        assert device.state is DeviceState.CLOSED


def stream(device: Device, n_samples: int) -> np.ndarray:
    """Return that many samples and the rest of the last chunk, ``(n, n_channels)``."""
    parts, got = [], 0
    deadline = time.monotonic() + 30
    while got < n_samples:
        assert time.monotonic() < deadline, f"{got} of {n_samples} samples"
        chunk = device.read(0.1)
        if chunk is not None:
            parts.append(chunk.samples_uv.T)
            got += chunk.n_samples
    return np.concatenate(parts)


def read_on(device: Device, chunks: list[Chunk]) -> None:
    """Read for at most 3 s, keeping what came before the board was lost."""
    deadline = time.monotonic() + 3
    while time.monotonic() < deadline:
        chunk = device.read(0.1)
        if chunk is not None:
            chunks.append(chunk)


# -- the line -----------------------------------------------------------------------------------


def test_a_line_too_slow_is_refused_with_the_arithmetic() -> None:
    with running(FramedOptions(signal="index", baud=115_200)) as (port, _):
        device = FramedDevice(port, baud=115_200, rate_hz=1000)
        with pytest.raises(ConfigError) as refused:
            device.open()
        # type 1, sequence 2, time 4, 8 x 3, CRC 4, COBS 1, delimiter 1
        assert "37 bytes x 10 bits x 1000 frames per second = 370000 bit/s" in str(refused.value)
        assert "carries 115200" in str(refused.value)
        assert "rate=311" in refused.value.remedy
        with FramedDevice(port, baud=115_200, rate_hz=250) as slower:
            slower.start()
            assert len(stream(slower, 50)) >= 50


def test_a_usb_link_has_no_such_limit() -> None:
    with running(FramedOptions(signal="index", baud=0)) as (port, _):
        device = FramedDevice(port, baud=9600, rate_hz=2000)
        with device:
            assert device.info.fs_hz == 2000


class BadWire(PseudoTerminal):
    """One write in ten loses a byte or has one changed."""

    def __init__(self) -> None:
        super().__init__()
        self._rng = np.random.default_rng(8)

    def write(self, data: bytes) -> None:
        if self._rng.random() <= 0.1:
            at = int(self._rng.integers(len(data)))
            data = data[:at] + self._rng.bytes(int(self._rng.integers(2))) + data[at + 1 :]
        super().write(data)


def serve_on_a_bad_wire(ready: Callable[[str], None], stopped: Callable[[], bool]) -> None:
    with BadWire() as terminal:
        ready(terminal.name)
        VirtualBoard(framed_firmware(INDEX), terminal, packets_per_s=1000).run(stopped)


def test_damage_on_the_wire_is_counted_and_forges_nothing() -> None:
    """Replies are damaged too, so that it asks again."""
    with running(INDEX, serve_on_a_bad_wire) as (port, _), FramedDevice(port) as device:
        device.start()
        chunks = []
        while not chunks or chunks[-1].next_index < 2000:
            chunk = device.read(0.5)
            assert chunk is not None
            chunks.append(chunk)
        health = device.health
    for chunk in chunks:
        counts = np.rint(chunk.samples_uv.T / uv_per_count(24)).astype(int)
        numbers = counts[:, 0] // 16
        # The first sample may be lost too; from the first delivered one on, all are placed.
        offset = numbers[0] - chunk.first_index
        assert 0 <= offset < 10
        index = np.arange(chunk.first_index, chunk.next_index)[:, None] + offset
        np.testing.assert_array_equal(counts, index * 16 + np.arange(8))
    assert health.bad_frames > 30
    lost = sum(chunk.lost for chunk in chunks)  # health may count chunks not yet read, too
    assert lost == chunks[-1].next_index - sum(chunk.n_samples for chunk in chunks)
    assert lost <= health.lost_total <= 2 * health.bad_frames


# -- loss ---------------------------------------------------------------------------------------


def test_an_unplugged_board_is_lost_at_once_and_leaves_nothing_behind() -> None:
    with running(INDEX) as (port, switch_off):
        device = FramedDevice(port)
        device.open()
        device.start()
        stream(device, 100)
        switch_off()
        with pytest.raises(DeviceLostError, match="unplugged"):
            read_on(device, [])
        assert device.state is DeviceState.LOST
        device.close()


@pytest.mark.parametrize("cycles", [5, pytest.param(100, marks=pytest.mark.soak)])
def test_replug_cycles_account_for_every_sample(cycles: int, tmp_path: Path) -> None:
    link = tmp_path / "board"
    device = FramedDevice(str(link))
    received, last = 0, None
    for cycle in range(cycles):
        with running_at(link):
            if cycle:
                device.reconnect()
            else:
                device.open()
                device.start()
            for _ in range(5):
                chunk = device.read(1.0)
                assert chunk is not None
                assert chunk.segment == cycle
                if last is not None:
                    assert chunk.first_index == last.next_index + chunk.lost
                received, last = received + chunk.n_samples, chunk
        rest: list[Chunk] = []
        with pytest.raises(DeviceLostError):
            read_on(device, rest)
        for chunk in rest:
            received, last = received + chunk.n_samples, chunk
    health = device.health
    device.close()
    assert health.received == received
    assert last is not None
    assert last.next_index == received + health.lost_total


@contextmanager
def running_at(link: Path) -> Iterator[None]:
    ended, opened = threading.Event(), threading.Event()
    thread = threading.Thread(
        target=run_framed,
        args=(INDEX,),
        kwargs={"link": link, "ready": lambda _: opened.set(), "stopped": ended.is_set},
    )
    thread.start()
    try:
        assert opened.wait(5)
        yield
    finally:
        ended.set()
        thread.join(5)


def test_another_board_on_the_port_is_not_taken_for_the_same(tmp_path: Path) -> None:
    link = tmp_path / "board"
    device = FramedDevice(str(link))
    with running_at(link):
        device.open()
        device.start()
        stream(device, 10)
    with pytest.raises(DeviceLostError):
        read_on(device, [])
    with running(FramedOptions(signal="index", serial="B2")) as (port, _):
        link.symlink_to(port)
        with pytest.raises(OtherBoardError, match=r"Another board answers.*'B2'") as other:
            device.reconnect()
        info = device.reconnect(accept=other.value.after.identity)
        assert info.serial == "B2"
        device.close()


# -- how a person names it ----------------------------------------------------------------------


def test_the_registry_knows_it() -> None:
    device = open_device("framed:/dev/ttyACM0?baud=250000&rate=1000&channels=4")
    assert isinstance(device, FramedDevice)
    assert DEFAULT_BAUD == 250_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("framed", "needs its port"),
        ("framed:/dev/x?baud=fast", "not a number"),
        ("framed:/dev/x?baud=0", "whole number from 1"),
        ("framed:/dev/x?rate=1000.5", "whole number from 1"),
        ("framed:/dev/x?channels=300", "whole number from 1 to 255"),
        ("framed:/dev/x?gain=24", "no option 'gain'"),
    ],
)
def test_a_wrong_spec_is_refused(text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        FramedDevice.from_spec(parse_spec(text))
