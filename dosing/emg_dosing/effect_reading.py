"""`EffectReading`: what a later visit's EMG can say of what toxin did in one muscle.

Each side is held against its own baseline with the least change that is real at this person's own
spread and the placement's; the sides are held against each other hold by hold. A reading gives no
units, and where a gate is closed it says that nothing can be told, and why.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from emg_dosing.effect_gates import why_not
from emg_dosing.follow_up import Amplitudes, FollowUp
from emg_dosing.log_change import TAIL, change, lag_of, least_change, placement_spread
from emg_dosing.policy import Policy
from emg_dosing.tables import Tables
from emg_signal.chunk import FloatArray
from emg_signal.montage import Side


class EffectAnswer(StrEnum):
    """What is said of a side, and of a pair."""

    SHOWN = "effect shown"
    NOT_SHOWN = "effect not shown"
    RISE = "higher than before"
    LAGS = "one side lags"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class SideReading:
    """One side over its own baseline, whole percent.

    Parameters
    ----------
    side
        The patient's own.
    percent
        Of the baseline.
    low_percent, high_percent
        Where it lies within the least real change.
    least_percent
        A fall to this share or less can be told from nothing.
    answer
        Shown, not shown, or a rise; of a silent side shown, or cannot tell.
    at_most
        Whether the side did not stand out from rest: it has `percent` at most.
    """

    side: Side
    percent: int
    low_percent: int
    high_percent: int
    least_percent: int
    answer: EffectAnswer
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class EffectReading:
    """One muscle at one later visit.

    Parameters
    ----------
    muscle
        Key of the muscle.
    sides
        Left and right; empty where nothing can be told.
    lagging
        The side that lags the other, None if neither does.
    holds
        Fewest holds that a side rests on.
    why
        Why nothing can be told, None if something can.
    unaffected
        Whether both sides lie wholly above the share at which an effect would show.
    """

    muscle: str
    sides: tuple[SideReading, ...] = ()
    lagging: Side | None = None
    holds: int = 0
    why: str | None = None
    unaffected: bool = False

    @property
    def answers(self) -> tuple[EffectAnswer, ...]:
        """What is said of left, right and the pair."""
        if self.why is not None:
            return (EffectAnswer.CANNOT_TELL,)
        lags = (EffectAnswer.LAGS,) if self.lagging is not None else ()
        return (*(side.answer for side in self.sides), *lags)


@dataclass(frozen=True, slots=True)
class Blur:
    """What hides a small change.

    Parameters
    ----------
    placed
        Logarithmic spread of one placement.
    widened
        Factor for holds in a row.
    """

    placed: float
    widened: float


def read_effect(
    visit: FollowUp, muscle: str, tables: Tables, policy: Policy | None = None
) -> EffectReading:
    """Return what can be said of one muscle.

    Parameters
    ----------
    visit
        A visit after a treatment.
    muscle
        Key of the muscle; both visits must have measured it.
    tables
        Which muscles can be read, and what placement and drift blur.
    policy
        The clinic's; None for the program's own.
    """
    why = why_not(visit, muscle, tables, policy)
    pair = visit.both(muscle)
    if why is not None or pair is None:
        return EffectReading(muscle, why=why)
    blur = blur_of(visit, pair, tables)
    sides = tuple(read_side(pair, side, blur) for side in Side)
    least = tables.policy_rule("no_effect").value
    return EffectReading(
        muscle,
        sides,
        _lagging(pair, blur),
        min(len(amplitudes.left_holds_uv) for amplitudes in pair),
        unaffected=all(side.low_percent > least for side in sides),
    )


def blur_of(visit: FollowUp, pair: tuple[Amplitudes, Amplitudes], tables: Tables) -> Blur:
    """Return what blurs a change between two visits."""
    name = "placement_spread_marked" if visit.sites_marked else "placement_spread"
    in_turn = all(amplitudes.in_turn for amplitudes in pair)
    widened = 1.0 if in_turn else tables.policy_rule("holds_in_a_row").value
    return Blur(placement_spread(tables.policy_rule(name).value), widened)


def read_side(
    pair: tuple[Amplitudes, Amplitudes], side: Side, blur: Blur, tail: float = TAIL
) -> SideReading:
    """Return one side over its baseline.

    Parameters
    ----------
    pair
        The muscle before and now, two holds or more at either visit.
    side
        The patient's own.
    blur
        What hides a small change.
    tail
        Share of unchanged sides that are read as fallen.
    """
    before, now = (_logs(amplitudes, side) for amplitudes in pair)
    found = float(change(before, now))
    least = float(least_change(before, now, placed=blur.placed, widened=blur.widened, tail=tail))
    if pair[1].at_most(side):
        return _silent(side, found, max(least, _least_of_one(before, blur, tail)))
    return SideReading(
        side,
        _percent(found),
        _percent(found - least),
        _percent(found + least),
        _percent(-least),
        _answer(found, least),
    )


def _least_of_one(before: FloatArray, blur: Blur, tail: float) -> float:
    """Return the least change by the spread of the baseline alone: rest is steadier than holds."""
    found = least_change(before, before, placed=blur.placed, widened=blur.widened, tail=tail)
    return float(found)


def _silent(side: Side, most: float, least: float) -> SideReading:
    """Read a side that gave `most` at the most: what was less still would be a fall all the more.

    Nothing else follows of it: not that there is no effect, and no rise.
    """
    answer = EffectAnswer.SHOWN if most < -least else EffectAnswer.CANNOT_TELL
    high = _percent(most + least)
    return SideReading(side, _percent(most), 0, high, _percent(-least), answer, at_most=True)


def _answer(found: float, least: float) -> EffectAnswer:
    if found < -least:
        return EffectAnswer.SHOWN
    return EffectAnswer.RISE if found > least else EffectAnswer.NOT_SHOWN


def _lagging(pair: tuple[Amplitudes, Amplitudes], blur: Blur) -> Side | None:
    before, now = ((_logs(a, Side.LEFT), _logs(a, Side.RIGHT)) for a in pair)
    found, least = lag_of(before, now, placed=blur.placed, widened=blur.widened)
    if abs(float(found)) <= float(least):
        return None
    lagging = Side.LEFT if found > 0 else Side.RIGHT
    # A side that gave so much at most may have given less: it is never called the one that lags.
    return None if pair[1].at_most(lagging) else lagging


def _logs(amplitudes: Amplitudes, side: Side) -> FloatArray:
    return np.asarray(np.log(amplitudes.holds(side)), dtype=np.float64)


MOST_PERCENT: Final = 9999
"""No wider interval is printed: it says nothing any more."""


def _percent(log_ratio: float) -> int:
    return min(round(100.0 * math.exp(min(log_ratio, 10.0))), MOST_PERCENT)
