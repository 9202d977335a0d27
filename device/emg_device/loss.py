"""`LossAccount`: which samples are missing, by the board's counter and the host's clock.

A counter of 8 bits says which of 256 samples comes next, and nothing of whole turns: after 256
lost samples it shows no jump at all (measured with BrainFlow and the Cyton). The clock says how
many samples there was time for, and nothing of single ones. Together they are exact as long as
the clock is right to half a turn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from emg_device.info import CounterRule, IntArray, RawBlock
from emg_signal.chunk import FloatArray

LATE_WINDOW = 8
"""A sample up to so many places behind is a late one, not a turn less so many lost."""
TURN_SLACK = 0.25
"""A turn is believed if there was time for three quarters of it: bursts of 255 ms hide a quarter
of a turn at 250 Hz, and a host that was only late is late by less (engineering judgement)."""
BELIEVED = 3
"""Counters that go on from a leap; two in a row may both have the same bit flipped."""
LEAP_SLACK_S = 0.03
"""Jitter of arrivals that is no sign of a flipped bit, seconds (engineering judgement: twice the
16 ms of an FTDI chip)."""
SILENCE_S = 0.1
"""Without a counter a loss is told by a silence that is longer, and not by samples that come more
slowly: that is another rate. Jitter of arrivals; engineering judgement."""
CLOCK_ERROR = 0.02
"""The clock of a board is taken to be right to 2 % before its rate was measured
(engineering judgement: four times a ceramic resonator's 0.5 %)."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Consecutive samples with what is missing before them.

    Parameters
    ----------
    rows
        ``(n,)`` int64, rows of the block.
    lost
        Samples missing before the first.
    """

    rows: IntArray
    lost: int


@dataclass(slots=True)
class LossAccount:
    """Turns wire counters into gaps, duplicates and late samples.

    Parameters
    ----------
    rule
        How the board counts; None if it does not: then only the clock shows a loss.
    fs_hz
        Rate to reckon with, Hz; may be set to the measured one.
    """

    rule: CounterRule | None
    fs_hz: float
    lost: int = 0
    uncertainty: int = 0
    gaps: int = 0
    duplicates: int = 0
    late: int = 0
    bad_counters: int = 0
    _begun: bool = field(default=False, repr=False)
    _counter: int = field(default=0, repr=False)
    _suspects: list[int] = field(default_factory=list, repr=False)
    _time_s: float | None = field(default=None, repr=False)
    _behind: float = field(default=0.0, repr=False)
    _turned: bool = field(default=False, repr=False)
    _early: float = field(default=0.0, repr=False)

    def split(self, block: RawBlock, time_s: float | None) -> list[Run]:
        """Return the runs of good rows of `block`.

        Parameters
        ----------
        block
            Samples in order of arrival.
        time_s
            When the last of them reached the host (for a recording: its own time stamp),
            seconds; None if there is no clock to ask.
        """
        if block.n_samples == 0:
            return []
        if not self._begun:
            self._begin(block)
        if self.rule is not None and self.rule.is_exact and block.counter is not None:
            advances = np.diff(block.counter, prepend=self._counter)
            self._counter = int(block.counter[-1])
            return self._runs(advances)
        due = self._due(block.n_samples, time_s)
        if self.rule is None or block.counter is None:
            advances = self._by_clock(block, due)
        else:
            silence = self._silence(block, time_s)
            advances = self._by_counter(self.rule, block.counter, block.stamps_s, due, silence)
        self._tick(int(advances.sum()), due, time_s)
        return self._runs(advances)

    def _begin(self, block: RawBlock) -> None:
        """Let the first sample be the one that is expected; nothing is lost before it."""
        self._begun = True
        if self.rule is not None and block.counter is not None:
            before = int(block.counter[0]) - self.rule.step
            self._counter = before if self.rule.is_exact else before % self.rule.modulus

    def _due(self, n_samples: int, time_s: float | None) -> float:
        """Return how many samples the clock allows for since the last one."""
        if time_s is None or self._time_s is None:
            return float(n_samples)
        return self._behind + self.fs_hz * (time_s - self._time_s)

    def _silence(self, block: RawBlock, time_s: float | None) -> float:
        """Return for how many samples' time nothing came, at most, before or within `block`."""
        if time_s is None or self._time_s is None:
            return 0.0
        return self.fs_hz * (time_s - self._time_s)

    def _tick(self, advance: int, due: float, time_s: float | None) -> None:
        """Note by how many samples we are behind the line of least delay.

        The line sinks slowly, so that it follows a board that is slower than declared.
        """
        if time_s is None:
            return
        sunk = CLOCK_ERROR * self.fs_hz * max(0.0, time_s - (self._time_s or time_s))
        behind = due - advance - sunk
        most = np.inf if self.rule is not None else self._tolerance
        self._behind = float(np.clip(behind, 0.0, most))
        self._time_s = time_s
        if self._turned:
            self._suspect_turns(-behind - 2 * sunk)

    def _suspect_turns(self, early: float) -> None:
        """Count by how many samples the board is ahead of the clock since a turn was believed.

        A board cannot send what it has not measured yet: half a turn too early, and the turn was
        no loss but a host that caught up slowly. The index stays as it was told; the doubt is.
        """
        self._early = max(0.0, self._early + early)
        period = self.rule.period if self.rule is not None else 0
        if period and self._early > period / 2:
            self.uncertainty += period
            self._early -= period

    def _by_clock(self, block: RawBlock, due: float) -> IntArray:
        """Without a counter: what is missing after a silence, to the clock's precision."""
        advances = np.ones(block.n_samples, dtype=np.int64)
        missing, silence = due - block.n_samples, due - self._behind
        if silence - block.n_samples > self._tolerance:
            place = self._longest_silence(block.stamps_s, block.n_samples, silence / self.fs_hz)
            advances[place] += round(missing)
            self.uncertainty += round(self._tolerance + CLOCK_ERROR * missing)
        return advances

    @property
    def _tolerance(self) -> float:
        """Samples in the longest silence that is none."""
        return max(SILENCE_S * self.fs_hz, 2.0)

    def _by_counter(
        self,
        rule: CounterRule,
        counter: IntArray,
        stamps_s: FloatArray | None,
        due: float,
        silence: float,
    ) -> IntArray:
        """With a counter: at once if nothing is odd, else sample by sample."""
        previous = np.concatenate(([self._counter], counter[:-1]))
        steps = (counter - previous) % rule.modulus
        # Nearly always: each counter follows the last, and there was no time for a turn more.
        if bool((steps == rule.step).all()) and due - counter.size < rule.period / 2:
            self._counter, self._suspects = int(counter[-1]), []
            return np.ones(counter.size, dtype=np.int64)
        place = self._longest_silence(stamps_s, counter.size, silence / self.fs_hz)
        self._doubt(due, rule.period)
        return self._one_by_one(rule, counter, place, due, silence)

    @staticmethod
    def _turns(rule: CounterRule, missing: float, silence: float) -> int:
        """Return how many whole turns of the counter were lost.

        There must have been time for nearly all of them, and a silence of that length.
        """
        return math.floor(min(missing, silence) / rule.period + TURN_SLACK)

    def _one_by_one(
        self, rule: CounterRule, counter: IntArray, place: int, due: float, silence: float
    ) -> IntArray:
        """Return the advance of each sample: 1, more after a loss, 0 if it is to be dropped.

        Whole turns are settled by the clock, at the row before which the line was silent
        longest. ``time_for`` is what the clock leaves for this row if all that follow are whole.
        """
        advances = np.zeros(counter.size, dtype=np.int64)
        values = [int(count) for count in counter]
        position = 0
        for row, value in enumerate(values):
            ahead = ((value - self._counter) % rule.modulus) // rule.step
            time_for = due - position - (counter.size - 1 - row)
            turns = self._turns(rule, time_for - ahead, silence) if row == place else 0
            self._turned |= turns > 0
            alike = self._alike(rule, values[row : row + BELIEVED])
            advance = self._judge(rule, ahead, turns, time_for, believed=alike >= BELIEVED)
            # `_judge` gave one step to a counter that says another: a flipped bit, for now. It is
            # remembered: should the next ones go on from it, the leap was true after all.
            forged = advance == 1 != ahead and turns <= 0
            self._suspects = [*self._suspects, value] if forged else []
            if advance:
                self._counter = rule.after(self._counter) if forged else value
            advances[row] = advance
            position += advance
        return advances

    def _alike(self, rule: CounterRule, values: list[int]) -> int:
        """Return how many counters go on from each other around the first of `values`."""
        run = 1
        for before, after in pairwise([*self._suspects, values[0]]):
            run = run + 1 if after == rule.after(before) else 1
        for before, after in pairwise(values):
            if after != rule.after(before):
                break
            run += 1
        return run

    def _judge(
        self, rule: CounterRule, ahead: int, turns: int, time_for: float, *, believed: bool
    ) -> int:
        """Return by how many samples one row advances, and count what is wrong with it.

        A loss takes time: a counter that leaps ahead of the clock is a flipped bit, and its
        sample is taken for the next one, unless three in a row go on from there (`believed`).
        """
        advance = ahead + max(turns, 0) * rule.period
        if advance == 0:
            self.duplicates += 1
        elif turns <= 0 and ahead >= rule.period - LATE_WINDOW and time_for < ahead / 2:
            self.late += 1  # nearly a turn ahead and no time for it: it is a few behind
            advance = 0
        elif not believed and advance - max(time_for, 1.0) > self._leap_slack(rule):
            self.bad_counters += 1
            advance = 1
        return advance

    def _leap_slack(self, rule: CounterRule) -> float:
        """Return by how many samples a counter may leap ahead of the clock and be believed."""
        return min(rule.period / 4, max(LATE_WINDOW, LEAP_SLACK_S * self.fs_hz))

    def _doubt(self, due: float, period: int) -> None:
        """State a turn of uncertainty where the clock's error may reach half of one."""
        if CLOCK_ERROR * due > period / 2:
            self.uncertainty += period * (1 + int(CLOCK_ERROR * due / period))

    @staticmethod
    def _longest_silence(stamps_s: FloatArray | None, size: int, span_s: float) -> int:
        """Return the row before which the line was silent longest (0 if not known).

        Of `span_s` since the last arrival, what the block itself does not span came before it.
        """
        if stamps_s is None or size < 2:
            return 0
        pauses = np.diff(stamps_s)
        before_s = span_s - float(stamps_s[-1] - stamps_s[0])
        return int(pauses.argmax()) + 1 if pauses.max() > max(0.1, before_s) else 0

    def _runs(self, advances: IntArray) -> list[Run]:
        """Cut the block where samples are missing, and leave out what came twice or late."""
        if bool((advances == 1).all()):
            return [Run(np.arange(advances.size), 0)]
        kept = np.flatnonzero(advances > 0)
        cuts = np.flatnonzero(advances[kept] > 1)
        pieces = [rows for rows in np.split(kept, cuts) if rows.size]
        runs = [Run(rows, int(advances[rows[0]]) - 1) for rows in pieces]
        self.lost += sum(run.lost for run in runs)
        self.gaps += sum(run.lost > 0 for run in runs)
        return runs
