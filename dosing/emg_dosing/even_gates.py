"""The constraints of *even out*: each may lower the move towards equal sides, or refuse it."""

from __future__ import annotations

from fractions import Fraction

from emg_dosing.amounts import caps_of
from emg_dosing.chain import Constraint, Ground, Verdict, lower, refuse
from emg_dosing.exact import exact, is_whole, number
from emg_dosing.healthy import beyond_healthy, placed_words
from emg_dosing.rows import HazardRow
from emg_dosing.values import Reason
from emg_signal.montage import Side
from emg_signal.phrase import say


def reason_stated(units: Fraction, ground: Ground) -> Verdict:
    """Leave a gap that the injector has explained."""
    stated = ground.bound.plan.reason_for(ground.pair.region)
    if stated is None:
        return Verdict(units)
    text = say('{pair}: the plan says why: "{reason}".', pair=ground.name, reason=stated)
    return refuse(Reason(text, "even.reason"))


def reason_asked(ground: Ground) -> Reason | None:
    """Return the question for the reason of a gap outside glabella and forehead."""
    pair, row = ground.pair, ground.bound.tables.region(ground.pair.region)
    stated = ground.bound.plan.reason_for(row.id) is not None
    if stated or row.even_out or row.asymmetric_by_design or ground.bound.is_fixed(row.id):
        return None
    text = say(
        "{pair}: {side} {units} units, {other_side} {other_units} units: what is the reason? State "
        "it, and it is kept with the plan.",
        pair=ground.name,
        side=ground.giver.value,
        units=number(pair.units(ground.giver)),
        other_side=ground.taker.value,
        other_units=number(pair.units(ground.taker)),
    )
    return Reason(text, "even.ask")


def region_allows(units: Fraction, ground: Ground) -> Verdict:
    """Leave regions that are uneven by design or that take fixed patterns only."""
    row = ground.bound.tables.region(ground.pair.region)
    name = ground.bound.region_name(row.id)
    if row.asymmetric_by_design:
        text = say("{region}: its sides differ by design.", region=name)
        return refuse(Reason(text, row.id))
    for hazard in ground.bound.tables.hazards(row.id):
        if hazard.never_anything:
            text = say("{region}: {never}", region=name, never=hazard.never)
            return refuse(Reason(text, hazard.id))
    return Verdict(units)


def both_sides_have_points(units: Fraction, ground: Ground) -> Verdict:
    """Add no point: a side without one stays without."""
    if ground.pair.left and ground.pair.right:
        return Verdict(units)
    text = say("{pair}: one side has no point, and none is added.", pair=ground.name)
    return refuse(Reason(text, "even.points"))


def measured_within_healthy(units: Fraction, ground: Ground) -> Verdict:
    """Leave a gap while the measured asymmetry is larger than healthy faces have.

    Neither quality nor the width of the interval enters: worse data never make a change larger.
    """
    pair = ground.measured
    if pair is None or not beyond_healthy(pair, ground.bound.tables):
        return Verdict(units)
    healthy = ground.bound.tables.healthy_range(pair.muscle) or ground.bound.tables.widest_range()
    index = pair.larger.index_percent
    return refuse(
        Reason(
            say(
                "{pair}: {sides}, above most healthy faces (±{limit} %): judge the gap yourself.",
                pair=ground.name,
                sides=placed_words(pair, pair.larger),
                limit=number(healthy.limit95_percent),
            ),
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
    for hazard in ground.bound.tables.hazards(ground.pair.region):
        if hazard.max_gain_units is None:
            continue
        if ground.bound.plan.product_id not in (hazard.applies_to or []):
            return refuse(
                Reason(
                    say(
                        "{pair}: what may be added here is not known for this product.",
                        pair=ground.name,
                    ),
                    hazard.id,
                )
            )
        return _lowered(units, exact(hazard.max_gain_units), ground, hazard)
    return Verdict(units)


def _lowered(units: Fraction, limit: Fraction, ground: Ground, hazard: HazardRow) -> Verdict:
    text = say(
        "{pair}: never more than {limit} units added to a side here.",
        pair=ground.name,
        limit=number(limit),
    )
    sources, grade = hazard.source_ids, hazard.grade
    reason = Reason(text, hazard.id, float(units), float(limit), "U", sources, grade)
    return lower(units, limit, reason)


def no_gain_at_forbidden_places(units: Fraction, ground: Ground) -> Verdict:
    """Add nothing to a side with a point where units are never added."""
    for hazard in ground.bound.tables.hazards(ground.pair.region):
        for point in ground.pair.points(ground.taker):
            if point.place in hazard.never_places:
                text = say(
                    "{point} ({place}). Never here: {never}",
                    point=ground.bound.point_name(point),
                    place=point.place,
                    never=hazard.never,
                )
                return refuse(Reason(text, hazard.id))
    return Verdict(units)


def within_bounds(units: Fraction, ground: Ground) -> Verdict:
    """Lower the move where the gaining side or its points would pass their bounds."""
    room = _room(ground)
    if not room:
        return Verdict(units)
    least, limit = min(room)
    bounds = ground.bound.bounds[ground.pair.region]
    reason = Reason(
        say(
            "{pair}: {side} may hold {limit} units at most.",
            pair=ground.name,
            side=ground.taker.value,
            limit=number(limit),
        ),
        "policy.clinic" if bounds is None else bounds.rule_id,
        float(units),
        float(limit),
        "U",
        () if bounds is None else bounds.sources,
    )
    return lower(units, least, reason)


def _room(ground: Ground) -> list[tuple[Fraction, Fraction]]:
    """Return what the gaining side can still take and what it may hold, for each known bound."""
    taker = ground.taker
    held, points = ground.pair.units(taker), ground.pair.points(taker)
    caps = caps_of(ground.bound.amounts)
    room: list[tuple[Fraction, Fraction]] = []
    bounds = ground.bound.bounds[ground.pair.region]
    if bounds is not None:
        high = exact(bounds.guardrail.absolute.high)
        side = ground.bound.plan.units(region=ground.pair.region, side=taker)
        room.append((high - side, high))
    # One point without a cap could take anything: then the points bound nothing together.
    if points and all(point.id in caps for point in points):
        most = sum((_whole_steps(caps[p.id], ground.bound.step) for p in points), Fraction(0))
        room.append((most - held, most))
    return room


def _whole_steps(units: Fraction, step: Fraction | None) -> Fraction:
    return units if step is None else units // step * step


def deliverable(units: Fraction, ground: Ground) -> Verdict:
    """Lower the move to whole graduations where the plan is in whole graduations."""
    step = ground.bound.step
    sides = [ground.pair.units(side) for side in Side]
    if step is None or not all(is_whole(side, step) for side in sides) or is_whole(units, step):
        return Verdict(units)
    reason = Reason(
        say(
            "{pair}: {units} units would move to each side, but one graduation is {step} units: an "
            "odd one stays where it is.",
            pair=ground.name,
            units=number(units),
            step=number(step),
        ),
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
