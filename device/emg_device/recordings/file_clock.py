"""`settled_clock`: what the time stamps of a file say of its rate and of what is missing.

A stamp is when a sample reached a computer: late at times, never early. So a pause is a loss only
if what follows does not catch up, and a rate is taken over stretches that a late burst cannot bend.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import minimum_filter1d

from emg_device.info import IntArray
from emg_signal.chunk import FloatArray
from emg_signal.phrase import say

CATCH_UP_S = 2.0
"""A burst that was late has caught up by then (pauses of up to 0.36 s were met)."""
FAULT_S = 24 * 3600.0
"""No recording pauses for longer: the clock was set (the limit of `LONGEST_S`)."""
TURN_TOLD_S = 128.0
"""Up to here a clock that is 0.2 % off tells the turns of a counter of 256 at 250 Hz apart."""
BACK_S = 0.1
"""Stamps that step back by more were set back; less is jitter (engineering judgement)."""
REGULAR = 0.8
FIT_BLOCKS = 4
OFF_RATE = 0.01
"""A rate by stamps that is further off the declared one is taken in its place (the limit that the
rate of a live board is warned of)."""


@dataclass(frozen=True, slots=True, eq=False)
class ClockReading:
    """What the stamps say.

    Parameters
    ----------
    fs_hz
        Rate by the stamps; 0 if they do not tell.
    doubt
        By how much, relative, that rate may be wrong.
    index
        ``(n,)`` int64, number of each row with what is missing counted.
    notes
        Clock faults, one line each.
    """

    fs_hz: float
    doubt: float
    index: IntArray
    notes: tuple[str, ...] = ()


def settled_clock(stamps_s: FloatArray, base: IntArray, period: int) -> ClockReading:
    """Return rate and losses by the stamps.

    Parameters
    ----------
    stamps_s
        ``(n,)`` seconds, one per row; at least three, all finite.
    base
        ``(n,)`` int64, number of each row as far as a counter tells it; strictly rising.
    period
        Turn of that counter: what is missing beyond it comes in multiples; 1 without a counter.
    """
    times, notes = _without_steps_back(stamps_s, base)
    fs_hz = _rough_rate(times, base)
    if not np.isfinite(fs_hz) or fs_hz <= 0:
        return ClockReading(0.0, 1.0, base, notes)
    holes = _Holes(times, base, period)
    index = holes.find(fs_hz)
    fs_hz, _ = _fitted(holes.times, index, fs_hz)
    holes = _Holes(times, base, period)
    index = holes.find(fs_hz)
    measured_hz, doubt = _fitted(holes.times, index, fs_hz)
    return ClockReading(measured_hz, doubt, index, (*notes, *holes.notes))


def _without_steps_back(stamps_s: FloatArray, base: IntArray) -> tuple[FloatArray, tuple[str, ...]]:
    """Return stamps that go on where a clock was set back, and a note for that."""
    steps = np.diff(stamps_s)
    back = np.flatnonzero(steps < -BACK_S)
    if not back.size:
        return stamps_s, ()
    usual = float(np.median(steps / np.diff(base)))
    shift = np.zeros(len(stamps_s))
    shift[back + 1] = usual - steps[back]
    note = say(
        "Its clock was set back {n} times (first by {seconds:.3f} s, in row {row}): time goes on "
        "there.",
        n=back.size,
        seconds=-float(steps[back[0]]),
        row=int(back[0]) + 2,
    )
    return stamps_s + np.cumsum(shift), (note,)


def _rough_rate(times: FloatArray, base: IntArray) -> float:
    """Return a rate that neither holes nor bursts bend much: the median over stretches."""
    steps, counts = np.diff(times), np.diff(base)
    usual = float(np.median(steps))
    near = np.abs(steps - usual) < (1 - REGULAR) * usual
    typical = steps[steps < 1.0] if steps.min() < 1.0 else steps  # a long pause is no burst
    covers = steps[near].sum() > 0.5 * typical.sum()
    if usual > 0 and near.mean() > REGULAR and covers:
        return float(counts[near].sum() / steps[near].sum())
    # The beginnings of bursts: what lies between two of them is whole.
    starts = np.flatnonzero(steps > 0.5 * float(typical.mean())) + 1
    if len(starts) < 3:
        span_s = float(times[-1] - times[0])
        return float(base[-1] - base[0]) / span_s if span_s > 0 else 0.0
    lag = int(np.clip(len(starts) // 10, 1, 20))
    spans = times[starts[lag:]] - times[starts[:-lag]]
    passed = base[starts[lag:]] - base[starts[:-lag]]
    sound = spans > 0
    return float(np.median(passed[sound] / spans[sound])) if sound.any() else 0.0


def _fitted(times: FloatArray, index: IntArray, fs_hz: float) -> tuple[float, float]:
    """Return the slope of samples over time, and how far it may be off by the stamps' spread.

    Of each second the sample counts that came with the least delay: bursts bend nothing then.
    """
    late = times - index / fs_hz
    n_blocks = len(late) // max(2, round(fs_hz))
    if n_blocks >= FIT_BLOCKS:
        blocks = np.array_split(np.arange(len(late)), n_blocks)
        rows = np.array([block[int(late[block].argmin())] for block in blocks])
        times, index = times[rows], index[rows]
    moment, number = times - times.mean(), index - index.mean()
    power = float(moment @ moment)
    slope_hz = float(moment @ number) / power if power > 0 else 0.0
    if not 0 < slope_hz < np.inf:  # nor NaN, of times that are none
        return fs_hz, 1.0
    spread_s = float(np.std(moment - number / slope_hz))
    return slope_hz, 4 * spread_s / max(float(times[-1] - times[0]), 1e-9)


class _Holes:
    """Finds where samples are missing, row after row.

    Parameters
    ----------
    times, base, period
        As `settled_clock` has them.
    """

    def __init__(self, times: FloatArray, base: IntArray, period: int) -> None:
        self.times = times.copy()
        self.notes: list[str] = []
        self._base, self._period = base, period

    def find(self, fs_hz: float) -> IntArray:
        """Return the number of each row at `fs_hz`; `times` are freed of clock faults."""
        late = self.times - self._base / fs_hz
        window = max(2, round(CATCH_UP_S * fs_hz))
        after = _forward_minimum(late, window)
        before = _forward_minimum(late[::-1], window)[::-1]
        least_s = self._least(late, fs_hz)
        steps = np.diff(self.times) - np.diff(self._base) / fs_hz
        rows = np.flatnonzero((steps > 0.6 * least_s) & (after[1:] - before[:-1] > least_s))
        added = np.zeros(len(late), dtype=np.int64)
        # What lies after a hole is later by it as a whole: each is measured from the one before.
        begun, told = 0, 0
        for row in rows:
            low = float(late[max(begun, row + 1 - window) : row + 1].min())
            gap_s = float(after[row + 1]) - low
            if gap_s <= least_s:
                continue
            missing = self._missing(gap_s, fs_hz, int(self._base[row + 1] - self._base[row]))
            begun = int(row) + 1
            if missing is None:
                self.times[begun:] -= gap_s
                told += 1
                if told == 1:
                    self._tell_fault(gap_s, begun)
            else:
                added[begun] = missing
        return self._base + np.cumsum(added)

    def _least(self, late: FloatArray, fs_hz: float) -> float:
        """Return the shortest hole that is told from jitter, seconds."""
        if self._period > 1:
            return 0.5 * self._period / fs_hz
        block = max(2, round(0.5 * fs_hz))
        n_blocks = len(late) // block
        jitter_s = 0.0
        if n_blocks > 3:
            lows = late[: n_blocks * block].reshape(n_blocks, block).min(axis=1)
            moves = np.diff(lows)
            jitter_s = 1.4826 * float(np.median(np.abs(moves - np.median(moves))))
        pauses = np.abs(np.diff(late))
        rough_s = float(np.quantile(pauses, 0.75))
        return max(0.6 / fs_hz, 10 * jitter_s, 2 * rough_s if rough_s > 0.3 / fs_hz else 0.0)

    def _missing(self, gap_s: float, fs_hz: float, step: int) -> int | None:
        """Return how many samples lie in a gap; None if the clock was set and none do."""
        if gap_s > FAULT_S:
            return None
        whole = gap_s * fs_hz
        if self._period == 1:
            return max(1, round(whole))
        turns = round(whole / self._period)
        if gap_s > TURN_TOLD_S and step == 1:
            return None  # a counter goes on by chance after one long pause of 256
        off = abs(whole - turns * self._period)
        if step == 1 and off > self._period / 4:
            return None
        return turns * self._period

    def _tell_fault(self, gap_s: float, row: int) -> None:
        self.notes.append(
            say(
                "Its clock leaps by {seconds:.1f} s in row {row}, and the samples go on: the clock "
                "is at fault, nothing is counted as lost.",
                seconds=gap_s,
                row=row + 1,
            )
        )


def _forward_minimum(values: FloatArray, window: int) -> FloatArray:
    """Return the least of each value and the ``window - 1`` that follow it."""
    size = min(window, len(values))
    found: FloatArray = minimum_filter1d(values, size, mode="nearest", origin=-(size // 2))
    return found
