"""The constraint chain: each constraint may lower a move of units or refuse it, never raise it.

A constraint that raises an exception, or a move, ends in a refusal: a broken limit is never an
unlimited one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.examination import Examination
from emg_dosing.measured import MeasuredPair
from emg_dosing.pairs import SidePair, other
from emg_dosing.scenario import Scenario
from emg_dosing.values import Reason
from emg_signal.montage import Side
from emg_signal.phrase import say


@dataclass(frozen=True, slots=True)
class Ground:
    """What a constraint judges a move by.

    Parameters
    ----------
    scenario
        Measurement, examination, profile.
    bound
        The scenario's plan with its bounds and names.
    pair
        The points between which units would move.
    taker
        The side that would gain.
    """

    scenario: Scenario
    bound: BoundPlan
    pair: SidePair
    taker: Side

    @property
    def giver(self) -> Side:
        """The side that would lose."""
        return other(self.taker)

    @property
    def name(self) -> str:
        """What people call the pair: ``crow's feet (orbicularis oculi)``."""
        return self.bound.pair_name(self.pair)

    @property
    def measured(self) -> MeasuredPair | None:
        """The measured pair of this muscle."""
        face = self.scenario.measured
        return None if face is None else face.pair(self.pair.muscle)

    @property
    def examination(self) -> Examination:
        """What was looked at and asked."""
        return self.scenario.examination


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a constraint leaves of a move: units, and why if it is less."""

    units: Fraction
    reason: Reason | None = None


Constraint = Callable[[Fraction, Ground], Verdict]
"""Takes the units of a move so far, returns what is left of them."""


@dataclass(frozen=True, slots=True)
class ChainResult:
    """What the whole chain leaves, its reasons most limiting first, and whether a link broke."""

    units: Fraction
    reasons: tuple[Reason, ...]
    broken: bool = False


def refuse(reason: Reason) -> Verdict:
    """Return the verdict that leaves nothing."""
    return Verdict(Fraction(0), reason)


def lower(units: Fraction, limit: Fraction, reason: Reason) -> Verdict:
    """Return the verdict that leaves at most `limit`; the reason counts only if it lowers."""
    if limit >= units:
        return Verdict(units)
    return Verdict(max(limit, Fraction(0)), reason)


def run_chain(wanted: Fraction, constraints: Sequence[Constraint], ground: Ground) -> ChainResult:
    """Return what every constraint in turn leaves of a move of `wanted` units."""
    units = wanted
    met: list[tuple[Fraction, Reason]] = []
    for constraint in constraints:
        # Each judges the whole move, so that every limit is named, not the first alone.
        verdict = _judge(constraint, wanted, ground)
        if verdict is None:
            return ChainResult(Fraction(0), (broken(constraint),), broken=True)
        if verdict.reason is not None:
            units = min(units, verdict.units)
            met.append((verdict.units, verdict.reason))
    met.sort(key=lambda entry: entry[0])
    return ChainResult(units, tuple(reason for _, reason in met))


def _judge(constraint: Constraint, wanted: Fraction, ground: Ground) -> Verdict | None:
    """Return a sound verdict, None if the constraint failed or broke its promise."""
    try:
        verdict = constraint(wanted, ground)
        if verdict.units is wanted:  # most leave the move alone: no comparison of fractions
            return verdict
        lowered = verdict.units < wanted
        sound = 0 <= verdict.units <= wanted and (verdict.reason is not None or not lowered)
    except Exception:
        # Whatever went wrong, a limit is missing: that refuses, it never lets the move pass.
        return None
    return verdict if sound else None


def broken(rule: Callable[..., Any]) -> Reason:
    """Return the reason of a rule that failed."""
    name = getattr(rule, "__name__", type(rule).__name__)
    return Reason(
        say("The rule {name} failed, so nothing is suggested: report this.", name=name),
        f"failed.{name}",
    )
