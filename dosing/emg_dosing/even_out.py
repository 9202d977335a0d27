"""*Even out*: a gap between the sides that nobody explained becomes equal sides, same total.

Equal doses made uneven brows more even in 115 people (S55); no study shows the reverse. So sides
are even unless someone says why not, or unless the measured asymmetry is larger than healthy
faces have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.chain import ChainResult, Constraint, Ground, run_chain
from emg_dosing.even_gates import EVEN_OUT_CONSTRAINTS, deliverable
from emg_dosing.exact import exact, is_whole, number
from emg_dosing.healthy import side_words
from emg_dosing.outcome import Outcome, changed, on_grid
from emg_dosing.pairs import SidePair, other, share
from emg_dosing.rounding import undeliverable
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
    step = bound.step
    units: dict[str, Fraction] = {}
    made: list[Reason] = []
    limits: list[Reason] = []
    for pair in bound.pairs:
        if abs(pair.gap) <= EVEN_WITHIN:
            continue
        taker = Side.RIGHT if pair.gap > 0 else Side.LEFT
        ground = Ground(scenario, bound, pair, taker)
        result = run_chain(abs(pair.gap) / 2, constraints, ground)
        if result.broken:
            return Outcome(Status.REFUSED, SuggestionKind.EVEN_OUT, result.reasons)
        result = _whole(result, ground)
        limits += result.reasons
        if result.units:
            units |= _moved(pair, taker, result.units, step)
            made.append(_made(ground, result))
    new = changed(bound.plan, on_grid(units))
    if not new:
        return Outcome(Status.NONE, SuggestionKind.NOTHING, tuple(limits)) if limits else None
    status = Status.LIMITED if limits else Status.OK
    return Outcome(
        status,
        SuggestionKind.EVEN_OUT,
        (*limits, *made, *_left_to_round(bound.with_units(new), new)),
        new,
        would_change=(
            say("A stated reason why the sides differ, or a measured asymmetry beyond healthy."),
        ),
    )


def _left_to_round(after: BoundPlan, new: Mapping[str, float]) -> tuple[Reason, ...]:
    """Return which of the changed points the syringe cannot deliver: *round* comes next."""
    step = after.step
    if step is None:
        return ()
    return tuple(
        undeliverable(point, step, after)
        for point in after.plan.points
        if point.id in new and not is_whole(exact(point.dose.units), step)
    )


def _whole(result: ChainResult, ground: Ground) -> ChainResult:
    """Return `result` in whole graduations: a bound may lie between two of them."""
    verdict = deliverable(result.units, ground)
    if verdict.reason is None:
        return result
    return ChainResult(verdict.units, (verdict.reason, *result.reasons))


def _moved(
    pair: SidePair, taker: Side, moved: Fraction, step: Fraction | None
) -> dict[str, Fraction]:
    """Return the units of each point after `moved` went to `taker`."""
    new: dict[str, Fraction] = {}
    for side in Side:
        total = pair.units(side) + (moved if side is taker else -moved)
        grid = step if step is not None and is_whole(total, step) else None
        shares = share(total, _weights(pair, side), grid)
        new |= {p.id: value for p, value in zip(pair.points(side), shares, strict=True)}
    return new


def _weights(pair: SidePair, side: Side) -> list[Fraction]:
    """Return what the points of a side are weighted by: mirrored means, else their own units."""
    own = [exact(point.dose.units) for point in pair.points(side)]
    if not pair.mirrors:
        return own
    opposite = [exact(point.dose.units) for point in pair.points(other(side))]
    return [a + b for a, b in zip(own, opposite, strict=True)]


def _made(ground: Ground, result: ChainResult) -> Reason:
    pair, taker = ground.pair, ground.taker
    before = [number(pair.units(side)) for side in (taker, other(taker))]
    after = [
        number(pair.units(taker) + result.units),
        number(pair.units(other(taker)) - result.units),
    ]
    return Reason(
        say(
            "{pair}: {side} {before} U against {other_side} {other_before} U without a stated "
            "reason becomes {after} and {other_after} U, the same total. {measured}",
            pair=ground.name,
            side=taker.value,
            before=before[0],
            other_side=other(taker).value,
            other_before=before[1],
            after=after[0],
            other_after=after[1],
            measured=_measured(ground),
        ),
        "even.out",
        float(abs(pair.gap)),
        0.0,
        "U",
        ("S55",),
        "cohort",
    )


def _measured(ground: Ground) -> Phrase:
    measured = ground.measured
    if measured is None:
        return say("The asymmetry was not measured.")
    sides = side_words(measured.larger.index_percent)
    healthy = ground.bound.tables.healthy_range(ground.pair.muscle)
    if healthy is None:
        return say("Measured: {sides}; no healthy range of this muscle is published.", sides=sides)
    return say(
        "Measured: {sides}, within the healthy ±{limit} %.",
        sides=sides,
        limit=number(healthy.limit95_percent),
    )
