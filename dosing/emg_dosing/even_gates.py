"""The constraints of *even out*: each may lower the move towards equal sides, or refuse it."""

from __future__ import annotations

from fractions import Fraction

from emg_dosing.bounds import bounds_of
from emg_dosing.chain import Constraint, Ground, Verdict, lower, refuse
from emg_dosing.exact import exact, is_whole, number
from emg_dosing.healthy import beyond_healthy, side_words
from emg_dosing.values import Reason
from emg_signal.montage import Side


def reason_stated(units: Fraction, ground: Ground) -> Verdict:
    """Leave a gap that the injector has explained."""
    stated = ground.plan.reason_for(ground.pair.region)
    if stated is None:
        return Verdict(units)
    return refuse(Reason(f'{ground.pair.name}: the plan says why: "{stated}".', "even.reason"))


def region_allows(units: Fraction, ground: Ground) -> Verdict:
    """Leave regions that are uneven by design or that take fixed patterns only."""
    row = ground.tables.region(ground.pair.region)
    if row.asymmetric_by_design:
        return refuse(Reason(f"{row.id}: its sides differ by design.", row.id))
    for hazard in ground.tables.hazards(row.id):
        if hazard.never_anything:
            return refuse(Reason(f"{row.id}: {hazard.never}", hazard.id))
    return Verdict(units)


def both_sides_have_points(units: Fraction, ground: Ground) -> Verdict:
    """Add no point: a side without one stays without."""
    if ground.pair.left and ground.pair.right:
        return Verdict(units)
    return refuse(
        Reason(f"{ground.pair.name}: one side has no point, and none is added.", "even.points")
    )


def measured_within_healthy(units: Fraction, ground: Ground) -> Verdict:
    """Leave a gap while the measured asymmetry is larger than healthy faces have.

    Neither quality nor the width of the interval enters: worse data never make a change larger.
    """
    pair = ground.measured
    if pair is None or not beyond_healthy(pair, ground.tables):
        return Verdict(units)
    healthy = ground.tables.healthy_range(pair.muscle) or ground.tables.widest_range()
    index = pair.larger.index_percent
    return refuse(
        Reason(
            f"{ground.pair.name}: {side_words(index)}, outside the healthy "
            f"±{number(healthy.limit95_percent)} %: judge the gap yourself.",
            f"norm.{healthy.muscle}",
            abs(index),
            healthy.limit95_percent,
            "%",
            healthy.sources,
            "cohort",
        )
    )


def largest_gain(units: Fraction, ground: Ground) -> Verdict:
    """Lower the move where a region never gains more than so much."""
    for hazard in ground.tables.hazards(ground.pair.region):
        if hazard.max_gain_units is None:
            continue
        if ground.plan.product_id not in (hazard.applies_to or []):
            return refuse(
                Reason(
                    f"{ground.pair.name}: what may be added here is not known for this product.",
                    hazard.id,
                )
            )
        limit = exact(hazard.max_gain_units)
        reason = Reason(
            f"{ground.pair.name}: never more than {number(limit)} U added to a side here.",
            hazard.id,
            float(units),
            float(limit),
            "U",
            hazard.source_ids,
            hazard.grade,
        )
        return lower(units, limit, reason)
    return Verdict(units)


def no_gain_at_forbidden_places(units: Fraction, ground: Ground) -> Verdict:
    """Add nothing to a side with a point where units are never added."""
    for hazard in ground.tables.hazards(ground.pair.region):
        for point in ground.pair.points(ground.taker):
            if point.place in hazard.never_places:
                return refuse(
                    Reason(f"{point.id} ({point.place}). Never here: {hazard.never}", hazard.id)
                )
    return Verdict(units)


def within_bounds(units: Fraction, ground: Ground) -> Verdict:
    """Lower the move where the gaining side would pass its bound."""
    bounds = bounds_of(ground.tables, ground.policy, ground.plan.product_id, ground.pair.region)
    if bounds is None:
        return Verdict(units)
    high = bounds.guardrail.absolute.high
    room = exact(high) - ground.plan.units(region=ground.pair.region, side=ground.taker)
    reason = Reason(
        f"{ground.pair.name}: {ground.taker} may hold {number(high)} U at most.",
        bounds.rule_id,
        float(units),
        high,
        "U",
        bounds.sources,
    )
    return lower(units, room, reason)


def deliverable(units: Fraction, ground: Ground) -> Verdict:
    """Lower the move to whole graduations where the plan is in whole graduations."""
    step = ground.step
    sides = [ground.pair.units(side) for side in Side]
    if step is None or not all(is_whole(side, step) for side in sides) or is_whole(units, step):
        return Verdict(units)
    reason = Reason(
        f"{ground.pair.name}: {number(units)} U would move to each side, but one graduation is "
        f"{number(step)} U: an odd one stays where it is.",
        "even.graduation",
        float(units),
        float(step),
        "U",
    )
    return lower(units, (units // step) * step, reason)


EVEN_OUT_CONSTRAINTS: tuple[Constraint, ...] = (
    reason_stated,
    region_allows,
    both_sides_have_points,
    measured_within_healthy,
    largest_gain,
    no_gain_at_forbidden_places,
    within_bounds,
    deliverable,
)
