"""The touch-up at a later visit: where, if anywhere; a figure only where it is switched on.

A place in words comes first. No figure is ever above what was given in one point, half a label
point, two units, or what label and trials gave in the region; nothing here changes a plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.effect_reading import EffectReading
from emg_dosing.exact import exact, number
from emg_dosing.names import muscle_name
from emg_dosing.plan import Point
from emg_dosing.scenario import Scenario
from emg_dosing.values import Reason
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, say

REGIONS: Final = ("glabella", "forehead", "lateral_canthal")
"""Where a touch-up may be considered: not the neck, the mouth or the lower lid."""
FOUR_UNITS: Final = 4.0
"""Label point dose of the products of which a figure may be told."""


def touch_up(
    readings: tuple[EffectReading, ...], scenario: Scenario, bound: BoundPlan
) -> Iterator[Reason]:
    """Yield the place to be considered, and its figure; for each lag why there is none.

    Parameters
    ----------
    readings
        Of the treated muscles.
    scenario
        Visit, examination, profile.
    bound
        The plan that was given.
    """
    for reading in readings:
        if reading.lagging is None:
            continue
        why = next(_closed(scenario, bound), None)
        points = () if why else _points(reading, bound)
        if why is None and not points:
            why = say("No touch-up is considered in this area.")
        if why is not None:
            yield _refused(reading.muscle, why)
            continue
        yield _place(reading, points, bound)
        if bound.policy.touch_up_units or scenario.profile == "training":
            yield _figure(points, bound)


def _closed(scenario: Scenario, bound: BoundPlan) -> Iterator[Phrase]:
    """Yield each gate that is closed, in order."""
    asked, visit = scenario.examination, scenario.follow_up
    first, last = bound.policy.review_day, bound.tables.policy_rule("touch_up_last").value
    if visit is None or not first <= visit.day <= last:
        yield say(
            "It is considered from day {first} to {last}.", first=number(first), last=number(last)
        )
    if asked.adverse_present:
        yield say("Something happened since the injection: none.")
    if not asked.seen_to_lag:
        yield say("Whether the side is seen to lag at maximum contraction: say so in Prepare.")
    elif scenario.profile != "training" and not asked.details.get("seen_to_lag.prescriber"):
        yield say("Who prescribes is not recorded: say so in Prepare.")
    if asked.touched_up is not False:
        yield say("No second one: whether there was one already is asked in Prepare.")
    if not bound.plan.lot:
        yield say("The lot of the first visit is not known.")


def _points(reading: EffectReading, bound: BoundPlan) -> tuple[Point, ...]:
    """Return the points of the lagging side at which one may be considered."""
    return tuple(
        point
        for point in bound.plan.points
        if point.muscle == reading.muscle
        and point.side is reading.lagging
        and point.region in REGIONS
        and point.place != "lower"
    )


def _refused(muscle: str, why: Phrase) -> Reason:
    text = say("{muscle}: no touch-up. {why}", muscle=muscle_name(muscle), why=why)
    return Reason(text, "touch_up.none")


def _place(reading: EffectReading, points: tuple[Point, ...], bound: BoundPlan) -> Reason:
    side = Side.LEFT if reading.lagging is Side.LEFT else Side.RIGHT
    text = say(
        "Consider the lagging side: {side} {muscle} ({region}). The first visit: {units} units of "
        "{product} there, lot {lot!s}. Off label: less than 3 months since treatment. Teaching "
        "only.",
        side=side.value,
        muscle=muscle_name(reading.muscle),
        region=bound.region_name(points[0].region),
        units=number(sum((exact(p.dose.units) for p in points), Fraction(0))),
        product=bound.product.brand,
        lot=bound.plan.lot,
    )
    return Reason(text, "touch_up.place", sources=("S26",), evidence="teaching")


def _figure(points: tuple[Point, ...], bound: BoundPlan) -> Reason:
    """Return the most that may be considered in one point, or why no figure is told."""
    if bound.product.label_point_units != FOUR_UNITS:
        text = say("No figure: none is told for {product}.", product=bound.product.brand)
        return Reason(text, "touch_up.no_figure")
    most = largest(points, bound)
    if most < 1:
        text = say("No figure: one unit in one point would pass its bounds, or cannot be drawn.")
        return Reason(text, "touch_up.no_figure")
    text = say(
        "At most {units} units in one point, in whole graduations of this syringe; the region "
        "stays within label or studied.",
        units=number(most),
    )
    limit = bound.tables.policy_rule("touch_up_units").value
    return Reason(text, "touch_up.figure", float(most), limit, "U", ("S26",), "teaching")


def largest(points: tuple[Point, ...], bound: BoundPlan) -> Fraction:
    """Return the most for one point, in whole graduations; 0 where nothing is bounded or drawn."""
    region = points[0].region
    bounds, step = bound.bounds[region], bound.step
    if bounds is None or step is None:
        return Fraction(0)
    published = [exact(dose.high) for dose in bounds.known if dose.basis != "practice"]
    given = bound.bounded_parts(region)
    side = points[0].side
    now = next(units for where, units in given if where in (side, None))
    most = min(
        exact(bound.tables.policy_rule("touch_up_units").value),
        exact(bound.product.label_point_units) / 2,
        min(exact(point.dose.units) for point in points),
        max(published, default=Fraction(0)) - now,
    )
    return max(Fraction(0), most // step * step)
