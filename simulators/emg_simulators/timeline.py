"""`Timeline`: how hard each expression is held at any moment of stream time.

The efforts are a function of time alone, never of how the samples were asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np

from emg_signal.chunk import FloatArray
from emg_simulators.expressions import EXPRESSIONS, Expression
from emg_simulators.randomness import random_stream

NATURAL = ("smile", "frown", "squint", "raise_brows")
"""What a face at leisure does when a scenario ends in ``natural``."""


@dataclass(frozen=True, slots=True)
class Hold:
    """One expression, from the patient's first reaction to the last.

    Parameters
    ----------
    expression
        What is done.
    start_s, end_s
        Beginning of the rise and of the fall, seconds of stream time.
    effort
        Share of the expression's own efforts.
    number
        Counts the holds; the repetition's own effort is drawn by it.
    """

    expression: Expression
    start_s: float
    end_s: float
    effort: float
    number: int


@dataclass(frozen=True, slots=True)
class TimedCue:
    """What a scenario asks of the patient, before the reaction time."""

    at_s: float
    for_s: float
    expression: str
    effort: float


class Timeline:
    """Holds in order of their start.

    Parameters
    ----------
    cues
        What is asked, in order of `at_s`.
    natural_after_s
        When natural expressions of irregular length begin, for ever; None for never.
    reaction_s, ramp_s
        Delay of the patient behind each cue, and time to reach the effort or let it go, seconds.
    seed
        Of the natural expressions.
    """

    def __init__(
        self,
        cues: tuple[TimedCue, ...],
        *,
        natural_after_s: float | None,
        reaction_s: float,
        ramp_s: float,
        seed: int,
    ) -> None:
        self._ramp_s = ramp_s
        self._reaction_s = reaction_s
        self._holds: list[Hold] = [self._hold(cue, i) for i, cue in enumerate(cues)]
        self._natural = self._natural_cues(natural_after_s, seed)
        self._ahead: TimedCue | None = next(self._natural, None)
        self._count = len(self._holds)

    def add(self, cue: TimedCue) -> None:
        """Put one more cue on the timeline."""
        self._holds.append(self._hold(cue, self._count))
        self._holds.sort(key=lambda hold: hold.start_s)
        self._count += 1

    def forget(self, at_s: float) -> None:
        """Let go of what is held at `at_s` seconds, and do nothing more of what was planned."""
        self._holds = [
            replace(h, end_s=min(h.end_s, at_s)) for h in self._holds if h.start_s <= at_s
        ]
        self._ahead = None

    def during(self, start_s: float, end_s: float) -> list[Hold]:
        """Return the holds that are active between two times (seconds); ask in order of time."""
        while self._ahead is not None and self._ahead.at_s <= end_s:
            self._holds.append(self._hold(self._ahead, self._count))
            self._count += 1
            self._ahead = next(self._natural, None)
        self._holds = [hold for hold in self._holds if hold.end_s + self._ramp_s > start_s]
        return list(takewhile(lambda hold: hold.start_s < end_s, self._holds))

    def level(self, hold: Hold, times_s: FloatArray) -> FloatArray:
        """Return the effort of `hold` at `times_s`, shaped as `times_s`, ramps included.

        Parameters
        ----------
        hold
            The one asked about.
        times_s
            Stream time, seconds, any shape.
        """
        rise = np.clip((times_s - hold.start_s) / self._ramp_s, 0.0, 1.0)
        fall = np.clip((hold.end_s + self._ramp_s - times_s) / self._ramp_s, 0.0, 1.0)
        level = hold.effort * _smooth(np.minimum(rise, fall))
        if hold.expression.rhythm_hz:
            level *= _bursts(hold.expression, times_s - hold.start_s)
        return np.asarray(level)

    def _hold(self, cue: TimedCue, number: int) -> Hold:
        start_s = cue.at_s + self._reaction_s
        return Hold(EXPRESSIONS[cue.expression], start_s, start_s + cue.for_s, cue.effort, number)

    def _natural_cues(self, after_s: float | None, seed: int) -> Iterator[TimedCue]:
        if after_s is None:
            return
        stream = random_stream(seed, "natural expressions")
        t = after_s
        while True:
            t += stream.uniform(0.8, 3.0)
            for_s = stream.uniform(0.8, 3.0)
            name = NATURAL[int(stream.integers(len(NATURAL)))]
            yield TimedCue(t, for_s, name, stream.uniform(0.3, 0.9))
            t += for_s


def _smooth(share: FloatArray) -> FloatArray:
    """Return the raised-cosine course of a linear 0 to 1."""
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * share))


def _bursts(expression: Expression, since_s: FloatArray) -> FloatArray:
    phase = np.mod(since_s * expression.rhythm_hz, 1.0) / expression.burst_share
    return np.where(phase < 1.0, 0.5 - 0.5 * np.cos(2 * np.pi * phase), 0.0)
