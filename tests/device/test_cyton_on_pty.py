"""The Cyton driver on the virtual board: the contract, and what the issue asks of it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

import numpy as np
import psutil
import pytest

from emg_device.base import Device
from emg_device.contract import DeviceContract, read_some
from emg_device.cyton import CytonDevice, DaisyDevice
from emg_device.info import DeviceState
from emg_device.registry import open_device
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import DeviceLostError
from emg_simulators.board_process import BoardProcess

pytestmark = pytest.mark.real_time


class OnVirtualBoard(DeviceContract):
    """One board process for all tests of a class."""

    arguments: tuple[str, ...] = ()
    port: str

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def board(cls) -> Iterator[BoardProcess]:
        board = BoardProcess(list(cls.arguments))
        cls.port = board.port
        yield board
        board.end()


class TestCytonContract(OnVirtualBoard):
    arguments = ("cyton", "--signal", "index")
    spec = DeviceSpec("cyton", "/dev/ttyUSB0")
    cycles = 1  # more in test_cycles.py, beside those of the other boards

    def make_device(self) -> Device:
        return CytonDevice(self.port)

    def test_it_reads_back_what_the_board_holds(self) -> None:
        with CytonDevice(self.port, gain=6) as device:
            info = device.info
        assert info.gain == 6
        assert info.uv_per_count == pytest.approx(4.5 / (2**23 - 1) / 6 * 1e6, rel=1e-15)
        assert info.fs_hz == 250
        assert info.board_high_hz == pytest.approx(65.5)
        assert info.origin is Origin.SIMULATED
        assert "EVENHAND-SIMULATOR" in info.firmware

    def test_every_sample_arrives_unchanged(self) -> None:
        """The board writes the number of each sample into it: 5 s, none missing or altered."""
        with CytonDevice(self.port) as device:
            device.start()
            chunks = read_until(device, 1250)
            scale = device.info.uv_per_count
        counts = np.concatenate([chunk.samples_uv for chunk in chunks], axis=1) / scale
        numbers = np.rint(counts[0] / 16)
        assert np.array_equal(np.diff(numbers), np.ones(numbers.size - 1))
        assert np.abs(counts - np.rint(counts)).max() < 1e-6
        assert np.array_equal(np.rint(counts[7] - counts[0]), np.full(numbers.size, 7))


class TestDaisyContract(OnVirtualBoard):
    arguments = ("cyton", "--daisy", "--signal", "index")
    spec = DeviceSpec("daisy", "/dev/ttyUSB0")
    cycles = 1

    def make_device(self) -> Device:
        return DaisyDevice(self.port)

    def test_it_warns_of_its_narrow_band(self) -> None:
        with self.make_device() as device:
            device.start()
            chunks = read_until(device, 250)
            info = device.info
        assert (info.n_channels, info.fs_hz, info.board_high_hz) == (16, 125, 46)
        assert any("46 Hz" in note for note in info.notes)
        assert sum(chunk.lost for chunk in chunks) == 0


class TestVirtualContract(DeviceContract):
    """In process: the same patient through the same base class."""

    spec = DeviceSpec("virtual")

    def make_device(self) -> Device:
        return open_device("virtual:demo?link=memory")


def read_until(device: Device, n_samples: int) -> list:
    chunks = []
    while sum(chunk.n_samples for chunk in chunks) < n_samples:
        chunk = device.read(1.0)
        assert chunk is not None
        chunks.append(chunk)
    return chunks


def read_on(device: Device, chunks: list | None = None) -> None:
    """Read until the device raises."""
    while True:
        chunk = device.read(0.1)
        if chunks is not None and chunk is not None:
            chunks.append(chunk)


def test_a_killed_board_is_lost_within_a_second_and_costs_nothing() -> None:
    """BrainFlow alone shows nothing and spins at 80 % of a core."""
    with open_device("virtual:demo?signal=index") as device:
        device.start()
        read_some(device, 50)
        device.board.process.kill()
        killed_s = time.monotonic()
        with pytest.raises(DeviceLostError, match="unplugged"):
            read_on(device)
        noticed_s = time.monotonic() - killed_s
        assert device.state is DeviceState.LOST
        process = psutil.Process()
        process.cpu_percent()
        time.sleep(1.0)
        cpu_percent = process.cpu_percent()
        with pytest.raises(DeviceLostError):
            device.read(0.1)
    assert noticed_s < 1.0
    assert cpu_percent < 5.0


READ_S, MOST_READS = 0.1, 100


def silent_reads(device: Device, chunks: list) -> int:
    """Read until the device raises; return how many reads of 0.1 s brought nothing before."""
    for silent in range(MOST_READS):
        try:
            while (chunk := device.read(READ_S)) is not None:
                chunks.append(chunk)
        except DeviceLostError:
            return silent
    raise AssertionError(f"not lost after {MOST_READS} silent reads")


def load(seconds: float) -> float:
    """Return the share of a core that this process takes during `seconds`."""
    begun_s, used_s = time.monotonic(), time.process_time()
    time.sleep(seconds)
    return (time.process_time() - used_s) / (time.monotonic() - begun_s)


@pytest.mark.real_time(seconds=18)
@pytest.mark.parametrize("cycles", [5, pytest.param(100, marks=pytest.mark.soak)])
def test_replug_cycles_account_for_every_sample(cycles: int) -> None:
    """LOST within 1.0 s of the reader's own time, idle while lost, and each gap on record.

    A busy machine may wake the reader late: its waits are counted, not the machine's.
    """
    chunks: list = []
    noticed_s, loads = [], []
    with open_device("virtual:demo?signal=index") as device:
        device.start()
        for cycle in range(cycles):
            chunks += read_some(device, 20)
            device.board.process.kill()
            killed_s = time.monotonic()
            silent = silent_reads(device, chunks)
            noticed_s.append(time.monotonic() - killed_s)
            assert device.state is DeviceState.LOST
            assert (silent + 1) * READ_S <= 1.0
            loads.append(load(0.3))
            assert loads[-1] < 0.05
            device.reconnect()
            assert device.state is DeviceState.STREAMING
            assert device.health.segment == cycle + 1
        chunks += read_some(device, 20)
        health = device.health
    print(f"LOST after {max(noticed_s):.3f} s at most, {max(loads):.1%} of a core while lost")
    for before, after in pairwise(chunks):
        assert after.first_index == before.next_index + after.lost
        assert (after.lost > 0) == (after.segment != before.segment)
    assert health.gaps == cycles
    assert sum(chunk.n_samples for chunk in chunks) == health.received
    assert chunks[-1].next_index == health.received + health.lost_total


def test_a_board_that_stalls_is_lost_meanwhile_and_loses_nothing() -> None:
    """BrainFlow is silent of it; what comes afterwards in a burst is all there."""
    with open_device("virtual:demo?signal=index") as device:
        device.start()
        read_some(device, 20)
        board = psutil.Process(device.board.process.pid)
        board.suspend()
        begun_s = time.monotonic()
        seen = set()
        while time.monotonic() - begun_s < 1.5:
            device.read(0.02)
            seen.add(device.state)
        board.resume()
        chunks = read_some(device, 40)
        health, scale = device.health, device.info.uv_per_count
    assert seen >= {DeviceState.STALE, DeviceState.LOST}
    assert health.lost_total == 0
    last = chunks[-1]
    assert np.rint(last.samples_uv[0, 0] / scale / 16) == last.first_index


def test_a_board_that_stays_silent_is_let_go_and_costs_nothing() -> None:
    """No hang-up to see: after 5 s the vendor's thread is ended all the same."""
    with open_device("virtual:demo?signal=index") as device:
        device.start()
        read_some(device, 20)
        board = psutil.Process(device.board.process.pid)
        board.suspend()
        try:
            begun_s = time.monotonic()
            with pytest.raises(DeviceLostError, match="sent nothing for 5 s"):
                read_on(device)
            took_s = time.monotonic() - begun_s
            process = psutil.Process()
            process.cpu_percent()
            time.sleep(1.0)
            cpu_percent = process.cpu_percent()
        finally:
            with suppress(psutil.NoSuchProcess):
                board.resume()
    assert 4.5 < took_s < 10
    assert cpu_percent < 5


THIEF = """
import os, sys
descriptor = os.open(sys.argv[1], os.O_RDWR | os.O_NOCTTY)
while True:
    os.read(descriptor, 33)
"""


def test_a_second_reader_on_the_port_is_detected_and_named() -> None:
    """A program that opens the port without asking for its lock takes a part of the bytes."""
    with open_device("virtual:demo?signal=index") as device:
        device.start()
        read_some(device, 20)
        thief = subprocess.Popen([sys.executable, "-S", "-c", THIEF, device.port])
        try:
            begun_s = time.monotonic()
            named = False
            while not named and time.monotonic() - begun_s < 15.0:
                device.read(0.05)
                said = device.health.warnings  # on a busy machine the rate may be told before
                named = any("another program may be reading this port" in line for line in said)
        finally:
            thief.kill()
            thief.wait()
    assert named, said
