"""`CueCollector`: gathers the filtered samples that fall under each cue of a protocol."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from emg_signal.chunk import FloatArray
from emg_signal.pipeline import Processed

from emg_session.protocol import Cue, CueKind, CuePurpose, Protocol

REST_USED = 0.5
"""The later half of a rest is used: the person and the filters have settled by then."""


@dataclass(frozen=True, slots=True, eq=False)
class FinishedCue:
    """One cue whose samples have all gone by.

    Parameters
    ----------
    cue
        Which one.
    filtered_uv
        ``(n_channels, n_samples)`` band-passed µV: a whole contraction, or the later half of a
        rest.
    complete
        False if a sample was lost or not valid on the way (gap, rail, filters settling).
    """

    cue: Cue
    filtered_uv: FloatArray
    complete: bool


@dataclass(slots=True)
class _Window:
    cue: Cue
    first: int
    end: int
    parts: list[FloatArray]
    valid: bool = True

    @property
    def n_gathered(self) -> int:
        return sum(part.shape[1] for part in self.parts)


class CueCollector:
    """Follows one protocol by sample index.

    Parameters
    ----------
    protocol
        Cues in order.
    start_index
        Sample at which the protocol's time zero lies.
    fs_hz
        Sampling rate, Hz.
    """

    def __init__(self, protocol: Protocol, *, start_index: int, fs_hz: float) -> None:
        self.protocol = protocol
        self.start_index = start_index
        self._fs_hz = fs_hz
        self._windows = [
            self._window(cue) for cue in protocol.cues if cue.purpose is not CuePurpose.PAUSE
        ]

    def _window(self, cue: Cue) -> _Window:
        start_s = cue.start_s
        if cue.kind is CueKind.REST:
            start_s = cue.end_s - REST_USED * (cue.end_s - cue.start_s)
        first = self.start_index + round(start_s * self._fs_hz)
        return _Window(cue, first, self.start_index + round(cue.end_s * self._fs_hz), [])

    @property
    def finished(self) -> bool:
        """Whether every cue has gone by."""
        return not self._windows

    def time_s(self, index: int) -> float:
        """Return the protocol's time at a sample, seconds (negative before its start)."""
        return (index - self.start_index) / self._fs_hz

    def push(self, processed: Processed) -> tuple[FinishedCue, ...]:
        """Take the next samples; return the cues that they finish."""
        n_samples = processed.filtered_uv.shape[1]
        next_index = processed.first_index + n_samples
        for window in self._windows:
            self._gather(window, processed, next_index)
        done = [window for window in self._windows if window.end <= next_index]
        self._windows = [window for window in self._windows if window.end > next_index]
        return tuple(self._finish(window, processed.filtered_uv.shape[0]) for window in done)

    @staticmethod
    def _gather(window: _Window, processed: Processed, next_index: int) -> None:
        first = max(window.first, processed.first_index)
        end = min(window.end, next_index)
        if first >= end:
            return
        part = slice(first - processed.first_index, end - processed.first_index)
        window.parts.append(processed.filtered_uv[:, part])
        window.valid &= bool(processed.valid[:, part].all())

    @staticmethod
    def _finish(window: _Window, n_channels: int) -> FinishedCue:
        complete = window.valid and window.n_gathered == window.end - window.first
        parts = window.parts or [np.empty((n_channels, 0))]
        return FinishedCue(window.cue, np.concatenate(parts, axis=1), complete)
