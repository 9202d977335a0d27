"""`Pipeline`: chunks in, filtered samples, their moving RMS and a mask of trust out.

Nothing here depends on how samples are cut into chunks: what is wrong with a sample is known
per sample (`SampleFlag`), gaps are known by index, and both act at their own sample.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from emg_signal.chunk import BoolArray, Chunk, FloatArray, SampleFlag, read_only
from emg_signal.errors import FilterDesignError
from emg_signal.filters import Band, FilterDesign
from emg_signal.hum_follower import HumFollower
from emg_signal.kernel import BlockKernel, Kernel
from emg_signal.phrase import say

RMS_WINDOW_S = 0.125
"""Default RMS window: one of the three in use (0.1, 0.125 and 1 s) in facial EMG."""
RMS_WINDOW_RANGE_S = (0.025, 1.0)
"""Shortest and longest window offered: one period of 40 Hz, and the longest in use."""
BLANK_AFTER_RAIL_S = 2.0
"""Distrust after a rail: 1.68 s is what band-pass and a notch were measured to need until a
full-scale artefact of 1 s falls under 1 µV."""
SETTLE_S = 1.0
"""Distrust after a start or a gap, before the window fills: hum is found within 0.4 s, and its
frequency within a second."""
IMPOSSIBLE_UV = 1e9
"""Larger than any electrode's voltage (1000 V): taken as not finite, since its square would
swamp the sums of its neighbours in time. Engineering judgement."""


@dataclass(frozen=True, slots=True, eq=False)
class Processed:
    """Filtered samples and envelope of one chunk.

    Parameters
    ----------
    filtered_uv
        ``(n_channels, n_samples)`` float64, µV, band-passed, without hum, causal.
    rms_uv
        Same shape: RMS of the window that ends at each sample, µV.
    valid
        Same shape: False while the filters settle, the window fills, and after a gap or rail.
    first_index
        Index of the first sample, as in `Chunk`.
    fs_hz
        Sampling rate, Hz.
    segment
        As in `Chunk`.
    band
        True band of both amplitudes.
    """

    filtered_uv: FloatArray
    rms_uv: FloatArray
    valid: BoolArray
    first_index: int
    fs_hz: float
    segment: int
    band: Band

    def __post_init__(self) -> None:
        """Make the arrays read-only."""
        for name in ("filtered_uv", "rms_uv", "valid"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def n_samples(self) -> int:
        """Number of samples per channel."""
        return int(self.rms_uv.shape[1])


class Pipeline:
    """Stateful filter and envelope of one stream; pure, one per stream.

    Parameters
    ----------
    design
        Filters; the same for all channels.
    n_channels
        Channels in every chunk.
    rms_window_s
        Length of the RMS window, seconds, 0.025 to 1.

    Raises
    ------
    FilterDesignError
        A window out of range.
    """

    def __init__(
        self, design: FilterDesign, n_channels: int, *, rms_window_s: float = RMS_WINDOW_S
    ) -> None:
        self.design = design
        self.n_channels = n_channels
        self.window = window_samples(rms_window_s, design.fs_hz)
        self._kernel: Kernel = BlockKernel(design.sos, n_channels, self.window)
        self.hum: HumFollower | None = None
        if design.mains_hz is not None:
            self.hum = HumFollower(design.fs_hz, n_channels, design.mains_hz, design.band.high_hz)
        self._settle = round(SETTLE_S * design.fs_hz) + self.window
        self._blank = round(BLANK_AFTER_RAIL_S * design.fs_hz)
        self._next_index: int | None = None
        self._segment = 0
        self._valid_from = np.zeros(n_channels, dtype=np.int64)
        self._last_good = np.zeros(n_channels)
        self._was_bad = np.zeros(n_channels, dtype=np.bool_)
        self._any_was_bad = False
        self._all_valid_from = 0

    @property
    def rms_window_s(self) -> float:
        """Window really used, a whole number of samples, seconds."""
        return self.window / self.design.fs_hz

    def push(self, chunk: Chunk) -> Processed:
        """Filter one chunk.

        Raises
        ------
        FilterDesignError
            The chunk's rate or number of channels is not that of the pipeline.
        """
        self._require_fitting(chunk)
        if not chunk.n_samples:
            return self._nothing(chunk)
        begins = self._is_broken_before(chunk)
        if begins:
            self._begin(chunk)
        self._next_index, self._segment = chunk.next_index, chunk.segment
        raw = chunk.samples_uv.T
        if self._any_was_bad or not _is_clean(chunk):
            filtered, rms, valid = self._push_bad(chunk, raw, begins)
        else:
            clean = self._without_hum(chunk, raw, None)
            if begins:
                self._kernel.restart(clean[0])
            filtered, rms = self._kernel.push(clean)
            valid = self._valid(chunk)
            self._last_good = raw[-1]
        return Processed(
            filtered.T,
            rms.T,
            valid,
            chunk.first_index,
            chunk.fs_hz,
            chunk.segment,
            self.design.true_band,
        )

    def _require_fitting(self, chunk: Chunk) -> None:
        if chunk.fs_hz != self.design.fs_hz:
            raise FilterDesignError(
                say(
                    "Samples at {fs_hz:g} Hz met filters for {design_hz:g} Hz.",
                    fs_hz=chunk.fs_hz,
                    design_hz=self.design.fs_hz,
                ),
                say("Design the filters for the rate of the stream."),
            )
        if chunk.n_channels != self.n_channels:
            raise FilterDesignError(
                say(
                    "A chunk of {n_channels} channels met filters for {designed}.",
                    n_channels=chunk.n_channels,
                    designed=self.n_channels,
                ),
                say("Make the pipeline for the board that streams."),
            )

    def _nothing(self, chunk: Chunk) -> Processed:
        empty = np.empty((self.n_channels, 0))
        return Processed(
            empty,
            empty,
            empty.astype(np.bool_),
            chunk.first_index,
            chunk.fs_hz,
            chunk.segment,
            self.design.true_band,
        )

    def _is_broken_before(self, chunk: Chunk) -> bool:
        return (
            chunk.first_index != self._next_index
            or chunk.lost > 0
            or chunk.segment != self._segment
        )

    def _begin(self, chunk: Chunk) -> None:
        """Start all channels anew at the first sample of `chunk`."""
        self._valid_from[:] = self._all_valid_from = chunk.first_index + self._settle
        self._was_bad[:] = False
        self._any_was_bad = False
        first = chunk.samples_uv[:, 0]
        good = (chunk.flags[:, 0] == SampleFlag.OK) & (np.abs(first) < IMPOSSIBLE_UV)
        self._last_good = np.where(good, first, 0.0)
        if self.hum is not None:
            self._go_on_with_hum(chunk, self.hum)

    def _go_on_with_hum(self, chunk: Chunk, hum: HumFollower) -> None:
        """Hum goes on through lost samples that were counted; after all else it is new."""
        missing = -1 if self._next_index is None else chunk.first_index - self._next_index
        if missing < 0 or chunk.segment != self._segment:
            hum.restart()
        else:
            hum.skip(missing)

    def _without_hum(self, chunk: Chunk, raw: FloatArray, bad: BoolArray | None) -> FloatArray:
        if self.hum is None:
            return raw
        clean, turned = self.hum.push(raw, bad)
        if turned >= 0:  # the hum of the other mains is still in the filters
            until = chunk.first_index + turned + self._settle
            self._valid_from = np.maximum(self._valid_from, until)
            self._all_valid_from = int(self._valid_from.max())
        return clean

    def _valid(self, chunk: Chunk) -> BoolArray:
        if chunk.first_index >= self._all_valid_from:
            return np.ones(chunk.samples_uv.shape, dtype=np.bool_)
        indices = np.arange(chunk.first_index, chunk.next_index)
        mask: BoolArray = indices >= self._valid_from[:, None]
        return mask

    def _push_bad(
        self, chunk: Chunk, raw: FloatArray, begins: bool
    ) -> tuple[FloatArray, FloatArray, BoolArray]:
        """Hold bad samples at the last good one; after them the channel starts anew."""
        bad = (chunk.flags.T != SampleFlag.OK) | ~(np.abs(raw) < IMPOSSIBLE_UV)
        held = self._hold(raw, bad)
        before = np.vstack([self._was_bad, bad[:-1]])
        clean = np.where(bad, held, self._without_hum(chunk, held, bad))
        if begins:
            self._kernel.restart(clean[0])
        filtered, rms = self._kernel.push(clean, before & ~bad)
        self._was_bad, self._last_good = bad[-1].copy(), held[-1].copy()
        self._any_was_bad = bool(self._was_bad.any())
        return filtered, rms, self._valid_around(chunk, bad)

    def _hold(self, raw: FloatArray, bad: BoolArray) -> FloatArray:
        """Return samples with every bad one replaced by the last good one of its channel."""
        rows = np.where(bad, -1, np.arange(len(raw))[:, None])
        rows = np.maximum.accumulate(rows, axis=0)
        taken = np.take_along_axis(raw, np.maximum(rows, 0), axis=0)
        held: FloatArray = np.where(rows < 0, self._last_good, taken)
        return held

    def _valid_around(self, chunk: Chunk, bad: BoolArray) -> BoolArray:
        indices = np.arange(chunk.first_index, chunk.next_index)[:, None]
        until = np.where(bad, indices + self._blank + 1, 0)
        until = np.maximum.accumulate(np.maximum(until, self._valid_from), axis=0)
        self._valid_from = until[-1].copy()
        self._all_valid_from = int(self._valid_from.max())
        mask: BoolArray = (indices >= until).T
        return mask


def _is_clean(chunk: Chunk) -> bool:
    """Return whether nothing is flagged and all samples are finite and possible, in two calls.

    The energy of all samples cannot be below the square of the largest, and is not below
    anything if one of them is not a number.
    """
    flat = chunk.samples_uv.ravel(order="K")
    with np.errstate(over="ignore", invalid="ignore"):
        possible = bool(np.dot(flat, flat) < IMPOSSIBLE_UV**2)
    return possible and not chunk.flags.any()


def window_samples(rms_window_s: float, fs_hz: float) -> int:
    """Return the whole number of samples nearest to an RMS window, at least 1.

    Parameters
    ----------
    rms_window_s
        RMS window, seconds.
    fs_hz
        Sampling rate, Hz.

    Raises
    ------
    FilterDesignError
        A window outside 0.025 to 1 s.
    """
    shortest, longest = RMS_WINDOW_RANGE_S
    if not (math.isfinite(rms_window_s) and shortest <= rms_window_s <= longest):
        raise FilterDesignError(
            say(
                "An RMS window of {rms_ms:g} ms was asked for.",
                rms_ms=rms_window_s * 1000,
            ),
            say(
                "Ask for {shortest_ms:g} to {longest_ms:g} ms.",
                shortest_ms=shortest * 1000,
                longest_ms=longest * 1000,
            ),
        )
    return max(1, round(rms_window_s * fs_hz))
