"""`CueCollector`: gathers the filtered samples that fall under each cue of a protocol."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emg_session.protocol import Cue, CueKind, CuePurpose, Protocol
from emg_signal.chunk import FloatArray
from emg_signal.pipeline import Processed

REST_USED = 0.5
"""The later half of a rest is used: the person and the filters have settled by then."""
STILL = (CuePurpose.NOISE, CuePurpose.CALIBRATION, CuePurpose.LOOK)
"""Rests in which noise is looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class FinishedCue:
    """One cue whose samples have all gone by.

    Parameters
    ----------
    cue
        Which one.
    filtered_uv
        ``(n_channels, n_samples)`` band-passed µV: a whole contraction, or the later half of a
        rest. NaN where a sample was lost or must not be used (rail, filters settling).
    raw_uv
        The same samples before the filters, where the cue is to find noise; else None.
    """

    cue: Cue
    filtered_uv: FloatArray
    raw_uv: FloatArray | None = None


@dataclass(slots=True)
class _Window:
    cue: Cue
    first: int
    filtered_uv: FloatArray
    raw_uv: FloatArray | None

    @property
    def end(self) -> int:
        return self.first + int(self.filtered_uv.shape[1])


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
    n_channels
        Channels of the stream.
    """

    def __init__(
        self, protocol: Protocol, *, start_index: int, fs_hz: float, n_channels: int
    ) -> None:
        self.protocol = protocol
        self.start_index = start_index
        self._fs_hz = fs_hz
        self._n_channels = n_channels
        self._windows = [
            self._window(cue) for cue in protocol.cues if cue.purpose is not CuePurpose.PAUSE
        ]

    def _window(self, cue: Cue) -> _Window:
        start_s = cue.start_s
        if cue.kind is CueKind.REST:
            start_s = cue.end_s - REST_USED * (cue.end_s - cue.start_s)
        first = self.start_index + round(start_s * self._fs_hz)
        end = self.start_index + round(cue.end_s * self._fs_hz)
        empty = np.full((self._n_channels, end - first), np.nan)
        raw = empty.copy() if cue.kind is CueKind.REST and cue.purpose in STILL else None
        return _Window(cue, first, empty, raw)

    @property
    def finished(self) -> bool:
        """Whether every cue has gone by."""
        return not self._windows

    def time_s(self, index: int) -> float:
        """Return the protocol's time at a sample, seconds (negative before its start)."""
        return (index - self.start_index) / self._fs_hz

    def push(self, raw_uv: FloatArray, processed: Processed) -> tuple[FinishedCue, ...]:
        """Take the next samples and return the cues that they finish.

        Parameters
        ----------
        raw_uv
            ``(n_channels, n_samples)`` before the filters, µV; the same samples as `processed`.
        processed
            What the pipeline made of them.
        """
        next_index = processed.first_index + processed.n_samples
        for window in self._windows:
            _gather(window, raw_uv, processed, next_index)
        done = [window for window in self._windows if window.end <= next_index]
        self._windows = [window for window in self._windows if window.end > next_index]
        return tuple(FinishedCue(window.cue, window.filtered_uv, window.raw_uv) for window in done)


def _gather(window: _Window, raw_uv: FloatArray, processed: Processed, next_index: int) -> None:
    """Copy what lies under the window; what must not be used stays NaN."""
    first = max(window.first, processed.first_index)
    end = min(window.end, next_index)
    if first >= end:
        return
    part = slice(first - processed.first_index, end - processed.first_index)
    usable = np.where(processed.valid[:, part], processed.filtered_uv[:, part], np.nan)
    into = slice(first - window.first, end - window.first)
    window.filtered_uv[:, into] = usable
    if window.raw_uv is not None:
        window.raw_uv[:, into] = np.where(processed.valid[:, part], raw_uv[:, part], np.nan)
