"""`DeviceContract`: the tests that every driver inherits, ours and those of other packages.

A driver's test module says::

    class TestMyBoard(DeviceContract):
        def make_device(self) -> Device:
            return open_device("myboard:/dev/ttyACM0")
"""

# ruff: noqa: S101, PT017, D102 - a contract is made of tests, and knows no pytest

from __future__ import annotations

import os
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import numpy as np

from emg_device.base import Device
from emg_device.info import DeviceState
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Chunk, Origin
from emg_signal.errors import ConfigError, DeviceBusyError, DeviceError
from emg_signal.phrase import say

PATIENCE_S = 10.0


class DeviceContract(ABC):
    """What holds for every device, whatever is behind it."""

    cycles: ClassVar[int] = 10
    """Times to open, read and close."""
    spec: ClassVar[DeviceSpec | None] = None
    """A spec of the driver, to which an unknown option is added; None for drivers without."""
    may_be_live: ClassVar[bool] = False
    """True if the test runs on a real board."""

    @abstractmethod
    def make_device(self) -> Device:
        """Return a device, not opened; called again and again."""

    def test_it_goes_through_its_states(self) -> None:
        device = self.make_device()
        seen = [device.state]
        info = device.open()
        assert device.open() is info, "opening twice changes nothing"
        seen.append(device.state)
        device.start()
        assert read_some(device, 1)
        assert device.state in (DeviceState.STREAMING, DeviceState.ENDED)
        device.stop()
        seen.append(device.state)
        device.close()
        device.close()
        seen.append(device.state)
        idle = DeviceState.OPEN
        assert seen == [DeviceState.CLOSED, idle, idle, DeviceState.CLOSED]

    def test_it_refuses_to_read_what_does_not_stream(self) -> None:
        device = self.make_device()
        assert raises_device_error(lambda: device.info)
        assert raises_device_error(lambda: device.read(0.0))
        with device:
            assert raises_device_error(lambda: device.read(0.0))

    def test_its_chunks_are_sound_and_follow_each_other(self) -> None:
        with self.make_device() as device:
            device.start()
            chunks = read_some(device, 5)
            info = device.info
        for chunk in chunks:
            assert_sound(chunk, info.n_channels, info.fs_hz)
            assert chunk.origin is info.origin
            assert self.may_be_live or chunk.origin is not Origin.LIVE
        for before, after in pairwise(chunks):
            assert after.first_index == before.next_index + after.lost
            assert after.t0_s >= before.t0_s

    def test_it_starts_again_as_a_new_segment(self) -> None:
        with self.make_device() as device:
            device.start()
            before = read_some(device, 1)[-1]
            device.stop()
            device.start()
            after = read_some(device, 1)[0]
        assert after.segment == before.segment + 1
        assert after.first_index >= before.next_index

    def test_it_closes_whatever_happens(self) -> None:
        device = self.make_device()
        with suppress(RuntimeError), device:
            device.start()
            raise RuntimeError(say("something else went wrong"))
        assert device.state is DeviceState.CLOSED

    def test_it_has_one_owner(self) -> None:
        with self.make_device() as device:
            if device.port is None:
                return
            second = self.make_device()
            if second.port != device.port:
                return  # it starts a board of its own
            begun = time.monotonic()
            try:
                second.open()
            except DeviceBusyError as error:
                assert device.port in str(error)
            else:
                raise AssertionError("two devices have opened one port")
            assert time.monotonic() - begun < PATIENCE_S
            device.start()
            assert read_some(device, 3), "the first one goes on"

    def test_it_refuses_an_unknown_option(self) -> None:
        if self.spec is None:
            return
        options = {**self.spec.options, "no_such_option": "1"}
        wrong = DeviceSpec(self.spec.name, self.spec.address, options)
        try:
            type(self.make_device()).from_spec(wrong)
        except ConfigError as error:
            assert "no_such_option" in str(error)
        else:
            raise AssertionError("an unknown option was taken")

    def test_it_leaks_nothing(self) -> None:
        left = left_by(self.make_device, self.cycles)
        assert not left, f"threads and descriptors left: {sorted(left)}"


def read_some(device: Device, n_chunks: int) -> list[Chunk]:
    """Return at least `n_chunks`, or what a recording holds."""
    chunks: list[Chunk] = []
    deadline = time.monotonic() + PATIENCE_S
    while len(chunks) < n_chunks and device.state is not DeviceState.ENDED:
        chunk = device.read(0.1)
        if chunk is not None:
            chunks.append(chunk)
        assert time.monotonic() < deadline, f"{len(chunks)} chunks in {PATIENCE_S:g} s"
    return chunks


def assert_sound(chunk: Chunk, n_channels: int, fs_hz: float) -> None:
    """Assert what holds for each chunk by itself.

    Parameters
    ----------
    chunk
        What `Device.read` returned.
    n_channels, fs_hz
        As the device's info has them; rate in Hz.
    """
    assert chunk.samples_uv.dtype == np.float64
    assert chunk.n_channels == n_channels
    assert chunk.n_samples > 0
    assert chunk.fs_hz == fs_hz
    assert np.isfinite(chunk.samples_uv).all()
    assert not chunk.samples_uv.flags.writeable
    assert chunk.flags.dtype == np.uint8


def raises_device_error(action: object) -> bool:
    """Return True if calling `action` raises `DeviceError`."""
    assert callable(action)
    try:
        action()
    except DeviceError:
        return True
    return False


def left_by(make_device: Callable[[], Device], cycles: int) -> set[str]:
    """Return what is left of devices that were opened, read and closed so many times.

    What came between opening and closing is the driver's, and is looked for again in the end; what
    others begin and end in the same process is not counted.
    """
    for _ in range(2):  # libraries are loaded, and pools of threads grow once
        _owned_by(make_device())
    owned = set().union(*(_owned_by(make_device()) for _ in range(cycles)))
    # What a library frees in a thread of its own may take a moment.
    deadline = time.monotonic() + PATIENCE_S
    while (left := owned & held()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


def _owned_by(device: Device) -> set[str]:
    before = held()
    with device:
        device.start()
        assert read_some(device, 1)
        owned = held()
    return (owned | held()) - before


def held() -> set[str]:
    """Return the threads that run, those of vendors' libraries too, and the open descriptors.

    A descriptor is known by its number and what it leads to. Where the system does not tell (/proc,
    Linux) only Python's own threads are listed.
    """
    threads = _names("/proc/self/task") or [str(each.ident) for each in threading.enumerate()]
    found = {f"thread {name}" for name in threads}
    for number in map(int, _names("/proc/self/fd")):
        with suppress(OSError):  # the one that listed them is closed by now
            found.add(f"descriptor {number}, inode {os.fstat(number).st_ino}")
    return found


def _names(folder: str) -> list[str]:
    return os.listdir(folder) if Path(folder).is_dir() else []  # noqa: PTH208 - no Path each
