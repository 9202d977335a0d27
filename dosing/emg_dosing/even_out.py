"""*Even out*: a gap between the sides that nobody explained becomes equal sides, same total.

Equal doses made uneven brows more even in 115 people (S55); no study shows the reverse. So sides
are even unless someone says why not, or unless the measured asymmetry is larger than healthy
faces have.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from emg_dosing.amounts import caps_of
from emg_dosing.bound_plan import BoundPlan
from emg_dosing.chain import ChainResult, Constraint, Ground, run_chain
from emg_dosing.even_gates import EVEN_OUT_CONSTRAINTS, deliverable, reason_asked
from emg_dosing.exact import exact, number
from emg_dosing.healthy import placed_words
from emg_dosing.outcome import Outcome, changed, on_grid
from emg_dosing.pairs import SidePair, other, share
from emg_dosing.scenario import Scenario
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.values import Reason
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, say

EVEN_WITHIN = Fraction(1, 1000)
"""Units by which even sides may differ: far below any syringe, far above the grid on which units
are kept (engineering judgement). Nothing is moved for the sake of a rounding."""


def even_out(
    scenario: Scenario,
    bound: BoundPlan,
    constraints: Sequence[Constraint] = EVEN_OUT_CONSTRAINTS,
) -> Outcome | None:
    """Return the plan with even sides, or why a gap stays; None if there is no gap."""
    units: dict[str, Fraction] = {}
    made: list[Reason] = []
    limits: list[Reason] = []
    for pair in bound.pairs:
        if abs(pair.gap) <= EVEN_WITHIN or bound.is_fixed_pattern(pair.region):
            continue
        taker = Side.RIGHT if pair.gap > 0 else Side.LEFT
        ground = Ground(scenario, bound, pair, taker)
        if asked := reason_asked(ground):
            limits.append(asked)
            continue
        result = run_chain(abs(pair.gap) / 2, constraints, ground)
        if result.broken:
            return Outcome(Status.REFUSED, SuggestionKind.EVEN_OUT, result.reasons)
        result = _whole(result, ground)
        limits += result.reasons
        if result.units:
            moved = _moved(ground, result.units)
            if lost := _drawn_as_nothing(pair, moved, bound):
                limits.append(lost)
                continue
            units |= moved
            made.append(_made(ground, moved))
    new = changed(bound.plan, on_grid(units))
    if not new:
        return Outcome(Status.NONE, SuggestionKind.NOTHING, tuple(limits)) if limits else None
    status = Status.LIMITED if limits else Status.OK
    return Outcome(
        status,
        SuggestionKind.EVEN_OUT,
        (*limits, *made),
        new,
        would_change=(
            say("A stated reason why the sides differ, or a measured asymmetry beyond healthy."),
        ),
    )


def _whole(result: ChainResult, ground: Ground) -> ChainResult:
    """Return `result` in whole graduations: a bound may lie between two of them."""
    verdict = deliverable(result.units, ground)
    if verdict.reason is None:
        return result
    return ChainResult(verdict.units, (verdict.reason, *result.reasons))


def _moved(ground: Ground, moved: Fraction) -> dict[str, Fraction]:
    """Return the units of each point after `moved` went to the taker, in whole graduations.

    What is not a whole graduation of a side is left out, on both sides alike: more than planned
    is never suggested.
    """
    pair, step = ground.pair, ground.bound.step
    caps = caps_of(ground.bound.amounts)
    new: dict[str, Fraction] = {}
    for side in Side:
        points = pair.points(side)
        total = pair.units(side) + (moved if side is ground.taker else -moved)
        room = [caps.get(point.id, total) for point in points]
        shares = share(total, _weights(pair, side), step, room)
        new |= {p.id: value for p, value in zip(points, shares, strict=True)}
    return new


def _drawn_as_nothing(
    pair: SidePair, moved: dict[str, Fraction], bound: BoundPlan
) -> Reason | None:
    """Return why sides stay as they are where a point of the plan would be left without units."""
    lost = [p for p in (*pair.left, *pair.right) if p.dose.units and not moved[p.id]]
    if not lost:
        return None
    text = say(
        "{point}: even sides would leave nothing to draw there; one graduation is {step} units.",
        point=bound.point_name(lost[0]),
        step=number(bound.step or 0),
    )
    return Reason(text, "even.graduation")


def _weights(pair: SidePair, side: Side) -> list[Fraction]:
    """Return what the points of a side are weighted by: mirrored means, else their own units."""
    own = [exact(point.dose.units) for point in pair.points(side)]
    if not pair.mirrors:
        return own
    opposite = [exact(point.dose.units) for point in pair.points(other(side))]
    return [a + b for a, b in zip(own, opposite, strict=True)]


def _made(ground: Ground, moved: dict[str, Fraction]) -> Reason:
    pair, taker = ground.pair, ground.taker
    sides = (taker, other(taker))
    before = [pair.units(side) for side in sides]
    after = [sum((moved[p.id] for p in pair.points(side)), Fraction(0)) for side in sides]
    lost = sum(before) - sum(after)
    values = {
        "pair": ground.name,
        "side": taker.value,
        "before": number(before[0]),
        "other_side": other(taker).value,
        "other_before": number(before[1]),
        "after": number(after[0]),
        "other_after": number(after[1]),
        "measured": _measured(ground),
    }
    text = (
        say(
            "{pair}: {side} {before} units against {other_side} {other_before} units without a "
            "stated reason becomes {after} and {other_after} units, the same total. {measured}",
            **values,
        )
        if lost <= EVEN_WITHIN
        else say(
            "{pair}: {side} {before} units against {other_side} {other_before} units without a "
            "stated reason becomes {after} and {other_after} units, {lost} units less in all: in "
            "whole graduations of this syringe. {measured}",
            **values,
            lost=number(lost),
        )
    )
    return Reason(text, "even.out", float(abs(pair.gap)), 0.0, "U", ("S55",), "cohort")


def _measured(ground: Ground) -> Phrase:
    measured = ground.measured
    if measured is None:
        return say("The asymmetry was not measured.")
    sides = placed_words(measured, measured.larger)
    healthy = ground.bound.tables.healthy_range(ground.pair.muscle)
    if healthy is None:
        return say("Measured: {sides}; no healthy range of this muscle is published.", sides=sides)
    return say(
        "Measured: {sides}, as in most healthy faces (±{limit} %).",
        sides=sides,
        limit=number(healthy.limit95_percent),
    )
