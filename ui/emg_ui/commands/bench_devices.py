"""Boards whose electrodes step at known times, for measuring what the window adds."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from emg_device.base import Device
from emg_device.cyton import CytonDevice
from emg_device.info import DeviceInfo, RawBlock
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Chunk, Origin
from emg_signal.errors import DeviceLostError
from emg_signal.phrase import say
from emg_ui.commands.bench_board import STEP_EVERY

STEP_UV = 1800.0

NOISE_UV = 60.0
"""RMS of a contraction that a bench draws, µV: what a strong facial one gives at the skin."""

NOISE_SAMPLES = 20_011


class Diary:
    """When each chunk was read, and when its columns were ready to be drawn.

    Attributes
    ----------
    rows
        ``(first index, next index, read at, ready at)``, seconds, monotonic.
    """

    def __init__(self) -> None:
        self.rows: list[tuple[int, int, float, float]] = []
        self._open: tuple[int, int, float] | None = None

    def ready(self) -> None:
        """Note that the columns of the chunk that was read last are ready."""
        if self._open is not None:
            self.rows.append((*self._open, time.monotonic()))
            self._open = None

    def read(self, chunk: Chunk | None) -> Chunk | None:
        """Note `chunk` and return it."""
        if chunk is not None:
            self._open = (chunk.first_index, chunk.next_index, time.monotonic())
        return chunk

    def of(self, index: int) -> tuple[float, float] | None:
        """Return when the chunk with sample `index` was read, and when its columns were ready."""
        return next(((t, done) for first, end, t, done in self.rows if first <= index < end), None)


class WireBoard(CytonDevice):
    """The real Cyton driver on the virtual board of `emg_ui.commands.bench_board`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "emg_ui.commands.bench_board"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None  # noqa: S101 - asked for above
        ready, _, port = self._process.stdout.readline().strip().partition(" ")
        if ready != "ready":
            self._process.kill()
            raise DeviceLostError(say("The bench's board did not start."), say("Try again."))
        super().__init__(port)
        self.diary = Diary()

    def read(self, timeout_s: float = 0.1) -> Chunk | None:
        """Read as ever, for `timeout_s` seconds at most, and note when."""
        return self.diary.read(super().read(timeout_s))

    def steps(self) -> list[tuple[int, float]]:
        """End the board and return ``(sample, time its packet left)`` of every step."""
        output, _ = self._process.communicate()
        pairs = (line.split() for line in output.splitlines())
        return [(int(index), float(time_s)) for index, time_s in pairs]


class MemoryBoard(Device):
    """Samples made when they are due, in this process: any rate, no wire.

    Parameters
    ----------
    fs_hz
        Sampling rate, Hz.
    n_channels
        Number of channels.
    """

    def __init__(
        self, fs_hz: float, n_channels: int = 8, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(clock=clock)
        self._fs_hz, self._n_channels = fs_hz, n_channels
        self._start_s, self._sent = 0.0, 0
        # Odd, so that steps come at every phase of packets and frames.
        self._period = round(STEP_EVERY * fs_hz / 250.0) | 1
        self.diary = Diary()

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Self:
        """Return a board at ``?fs_hz=…&channels=…``."""
        spec.refuse_unknown("fs_hz", "channels")
        return cls(spec.number("fs_hz", 1000.0), int(spec.number("channels", 8)), clock=clock)

    def _open(self) -> DeviceInfo:
        return DeviceInfo(
            board=f"bench {self._n_channels} x {self._fs_hz:g} Hz",
            n_channels=self._n_channels,
            fs_hz=self._fs_hz,
            origin=Origin.SIMULATED,
            clocked=False,
        )

    def _start(self) -> None:
        self._start_s, self._sent = self._clock(), 0

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        """Wait for 4 ms of samples, as a radio's packets come, and make those that are due."""
        least = max(1, round(0.004 * self._fs_hz))
        due_s = self._start_s + (self._sent + least) / self._fs_hz
        time.sleep(min(max(0.0, due_s - self._clock()), timeout_s))
        due = int((self._clock() - self._start_s) * self._fs_hz) - self._sent
        if due <= 0:
            return None
        index = np.arange(self._sent, self._sent + due)
        self._sent += due
        return RawBlock(self._samples(index))

    def _samples(self, index: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the samples of all channels at `index`, ``(n_samples, n_channels)`` µV."""
        level = (index // self._period % 2) * STEP_UV
        return np.repeat(level[:, None].astype(np.float64), self._n_channels, axis=1)

    def _stop(self) -> None:
        pass

    def _close(self) -> None:
        pass

    def read(self, timeout_s: float = 0.1) -> Chunk | None:
        """Read as ever, for `timeout_s` seconds at most, and note when."""
        return self.diary.read(super().read(timeout_s))

    def steps(self) -> list[tuple[int, float]]:
        """Return ``(sample, time it was due)`` of every step so far."""
        last = self._sent // self._period
        return [
            (k * self._period, self._start_s + (k * self._period + 1) / self._fs_hz)
            for k in range(1, last)
        ]


class NoiseBoard(MemoryBoard):
    """The same with a steady contraction on all channels: lanes, bars and numbers all move."""

    def _samples(self, index: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        return _noise(self._n_channels)[index % NOISE_SAMPLES]


@cache
def _noise(n_channels: int) -> npt.NDArray[np.float64]:
    rng = np.random.default_rng(1)
    return rng.normal(scale=NOISE_UV, size=(NOISE_SAMPLES, n_channels))
