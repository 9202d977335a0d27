"""*Trim*: what lies above an absolute bound goes down to it; nothing goes up."""

from __future__ import annotations

from fractions import Fraction

from emg_dosing.amounts import Amount
from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import exact, number
from emg_dosing.outcome import Outcome, changed, on_grid
from emg_dosing.pairs import share
from emg_dosing.plan import Point
from emg_dosing.scenario import Scenario
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.values import Reason
from emg_signal.montage import Side
from emg_signal.phrase import say


def trim(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Return the plan brought down to its bounds, None if it keeps them."""
    over = [a for a in bound.amounts if a.too_much]
    if not over:
        return None
    reasons = tuple(_reason(amount, bound) for amount in _heaviest_first(over))
    if why := _fixed_pattern(over, bound):
        return Outcome(Status.REFUSED, SuggestionKind.TRIM, (why, *reasons))
    units = {point.id: exact(point.dose.units) for point in bound.plan.points}
    step = bound.step
    # Points, then sides, then regions: each brings down what the smaller ones left, and a sum that
    # was lowered is never raised again.
    for amount in (a for a in bound.amounts if a.is_limit):
        units |= _brought_down(amount, units, step)
    return Outcome(
        Status.LIMITED,
        SuggestionKind.TRIM,
        reasons,
        changed(bound.plan, on_grid(units)),
        would_change=(say("Another plan: every point, side and region within its bound."),),
    )


def _fixed_pattern(over: list[Amount], bound: BoundPlan) -> Reason | None:
    """Return why nothing is suggested where a region takes only its label's fixed patterns."""
    for amount in over:
        hazards = bound.tables.hazards(amount.region)
        if any(hazard.never_anything for hazard in hazards):
            text = say(
                "{region}: fixed label patterns only, nothing is suggested: enter one of them.",
                region=bound.region_name(amount.region),
            )
            return Reason(text, hazards[0].id)
    return None


def _heaviest_first(over: list[Amount]) -> list[Amount]:
    return sorted(over, key=lambda amount: exact(amount.limit) - amount.units)


def _reason(amount: Amount, bound: BoundPlan) -> Reason:
    bounds = bound.bounds[amount.region]
    return Reason(
        say(
            "{name}: {units} units is above its bound of {limit} units.",
            name=bound.amount_name(amount),
            units=number(amount.units),
            limit=number(amount.limit),
        ),
        "policy.clinic" if bounds is None else bounds.rule_id,
        float(amount.units),
        amount.limit,
        "U",
        () if bounds is None else bounds.sources,
        "none" if bounds is None or not bounds.rows else bounds.rows[0].grade,
    )


def _brought_down(
    amount: Amount, units: dict[str, Fraction], step: Fraction | None
) -> dict[str, Fraction]:
    """Return the points of `amount` scaled so that they sum to at most its limit.

    The limit is shared out to left, right and midline first, so that mirrored points stay alike.
    """
    limit = exact(amount.limit)
    groups = [[p for p in amount.points if p.side is side] for side in (*Side, None)]
    sums = [_sum(group, units) for group in groups]
    if sum(sums) <= limit:
        return {}
    new: dict[str, Fraction] = {}
    for group, total in zip(groups, sums, strict=True):
        if total:
            now = [units[p.id] for p in group]
            shares = share(limit * total / sum(sums), now, step, caps=now)
            new |= {p.id: units_ for p, units_ in zip(group, shares, strict=True)}
    return new


def _sum(points: list[Point], units: dict[str, Fraction]) -> Fraction:
    return sum((units[point.id] for point in points), Fraction(0))
