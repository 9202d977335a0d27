"""A scripted board in memory, under the real `Device` base class."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import numpy as np
import pytest
from scipy.signal import butter, sosfilt

sys.path.insert(0, str(Path(__file__).parent))

from emg_device.base import Device
from emg_device.info import CounterRule, DeviceInfo, RawBlock
from emg_device.spec import DeviceSpec
from emg_session.protocol import Protocol
from emg_signal.chunk import FloatArray, Origin
from emg_signal.errors import DeviceLostError

sys.path.insert(0, str(Path(__file__).parent))  # `decider`, for tests and their processes

FS_HZ = 250.0


class ScriptedDevice(Device):
    """Plays rows of µV as fast as they are read; may hang up, fall silent or drop samples."""

    def __init__(
        self,
        samples_uv: FloatArray,
        *,
        block: int = 10,
        hang_up_at: int | None = None,
        silent_at: int | None = None,
        drop: slice | None = None,
        gate: tuple[int, threading.Event] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(clock=clock)
        self._rows = samples_uv.T
        self._counter = np.arange(len(self._rows), dtype=np.int64)
        if drop is not None:
            kept = np.delete(np.arange(len(self._rows)), drop)
            self._rows, self._counter = self._rows[kept], self._counter[kept]
        self._block, self._hang_up_at, self._silent_at = block, hang_up_at, silent_at
        self._gate = gate
        self._at = 0

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Self:
        raise NotImplementedError

    def _open(self) -> DeviceInfo:
        return DeviceInfo(
            board="scripted board",
            n_channels=self._rows.shape[1],
            fs_hz=FS_HZ,
            origin=Origin.SIMULATED,
            counter=CounterRule(2**16),
            clocked=False,
        )

    def _start(self) -> None:
        self._at = 0

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        if self._hang_up_at is not None and self._at >= self._hang_up_at:
            raise DeviceLostError("The scripted board hung up.")
        if self._gate is not None and self._at >= self._gate[0]:
            self._gate[1].wait(30)
        if self._ended() or (self._silent_at is not None and self._at >= self._silent_at):
            time.sleep(min(timeout_s, 0.005))
            return None
        rows = slice(self._at, self._at + self._block)
        self._at = min(rows.stop, len(self._rows))
        return RawBlock(self._rows[rows].copy(), self._counter[rows])

    def _stop(self) -> None:
        pass

    def _close(self) -> None:
        pass

    def _ended(self) -> bool:
        return self._silent_at is None and self._at >= len(self._rows)


def scripted_face(
    protocol: Protocol,
    gains: dict[int, float],
    *,
    n_channels: int = 8,
    extra_s: float = 1.0,
    seed: int = 7,
    wires: dict[int, int] | None = None,
) -> FloatArray:
    """Return µV in which every channel follows the protocol's contractions with its gain.

    Taps are bursts of 1 mV on the channel that `wires` connects with the tapped site's channel.
    """
    n = round((protocol.end_s + extra_s) * FS_HZ)
    rng = np.random.default_rng(seed)
    noise = sosfilt(
        butter(2, (25, 60), "bandpass", fs=FS_HZ, output="sos"), rng.normal(size=(n_channels, n))
    )
    noise /= noise.std(axis=1, keepdims=True)
    effort = np.full(n, 0.02)
    for cue in protocol.cues:
        if cue.kind == "contract":
            effort[round((cue.start_s + 0.25) * FS_HZ) : round((cue.end_s + 0.25) * FS_HZ)] = 1.0
    gain = np.array([gains.get(c, 100.0) for c in range(n_channels)])[:, None]
    samples = np.asarray(noise * effort * gain)
    for cue in protocol.cues:
        if cue.site is not None:
            channel = (wires or {}).get(cue.site.channel, cue.site.channel)
            for at_s in (cue.start_s + 0.5, cue.start_s + 1.2):
                samples[channel, round(at_s * FS_HZ) : round((at_s + 0.06) * FS_HZ)] += 1000.0
    return samples


@pytest.fixture
def scripted_device() -> type[ScriptedDevice]:
    return ScriptedDevice


@pytest.fixture
def face() -> Callable[..., FloatArray]:
    return scripted_face
