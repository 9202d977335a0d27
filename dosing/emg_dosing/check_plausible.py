"""Plan check, plausibility: numbers that look like a slip, without converting between products.

Every test holds a product against its own label, its own vials and its own other points. A stop
asks for the number to be typed again, or for the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.check_plausible_vial import plausible_vial
from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, graded, stopped
from emg_dosing.plan import Point
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import Phrase, say


def check_plausible(bound: BoundPlan) -> Iterator[Finding]:
    """Yield what is doubtful, and what must be typed again."""
    for point in bound.plan.points:
        yield from _point(bound, point)
        yield from _neighbours(bound, point)
    for region in bound.plan.regions:
        yield from _against_label(bound, region)
        yield from _far_below(bound, region)
    yield from _session(bound)
    yield from plausible_vial(bound)


def _point(bound: BoundPlan, point: Point) -> Iterator[Finding]:
    """Yield a point of many label point doses, or of much volume."""
    yield from _point_units(bound, point)
    yield from _point_volume(bound, point)


def _point_units(bound: BoundPlan, point: Point) -> Iterator[Finding]:
    """Yield a point of many label point doses."""
    scale = bound.tables.region(point.region).scale
    own, units = exact(bound.product.label_point_units), exact(point.dose.units)
    yield from graded(
        bound.tables.plausible(f"point_{scale}"),
        units / own,
        lambda: say(
            "{point}: {units} units is {times} label point doses of {brand} ({own} units).",
            point=bound.point_name(point),
            units=number(units),
            times=number(units / own, 1),
            brand=bound.product.brand,
            own=number(own),
        ),
        point.id,
    )


def _point_volume(bound: BoundPlan, point: Point) -> Iterator[Finding]:
    """Yield a point of much volume, except in the chewing muscles."""
    found = bound.concentration
    scale = bound.tables.region(point.region).scale
    if scale != "chewing" and found is not None and found.chosen:
        units = exact(point.dose.units)
        volume = units / found.chosen
        yield from graded(
            bound.tables.plausible("volume"),
            volume,
            lambda: say(
                "{point}: {units} units is {volume} mL in one point.",
                point=bound.point_name(point),
                units=number(units),
                volume=number(volume, 3),
            ),
            point.id,
        )


def _neighbours(bound: BoundPlan, point: Point) -> Iterator[Finding]:
    """Yield a point unlike the middle one of its region's others; one alone meets its label."""
    units = exact(point.dose.units)
    if not units:
        return  # a point of 0 is told as such
    others = sorted(
        exact(p.dose.units)
        for p in bound.plan.at(region=point.region)
        if p.id != point.id and p.dose.units
    )
    if others:
        middle = others[len(others) // 2]

        def beside() -> Phrase:
            return say(
                "{point}: {units} units beside {middle} units in the other points of its area.",
                point=bound.point_name(point),
                units=number(units),
                middle=number(middle),
            )

        row, factor = bound.tables.plausible("neighbour"), max(units / middle, middle / units)
        if not bound.tables.region(point.region).asymmetric_by_design or factor > exact(row.stop):
            yield from graded(row, factor, beside, point.id)
        return
    own = exact(bound.product.label_point_units)
    small = 2 if bound.tables.region(point.region).scale == "small" else 1
    row = bound.tables.plausible("low")
    if own / units / small >= exact(row.stop):
        alone = say(
            "{point}: {units} units, a point alone far below the label point dose of {own} units.",
            point=bound.point_name(point),
            units=number(units),
            own=number(own),
        )
        yield stopped(row, alone, point.id)


def _against_label(bound: BoundPlan, region: str) -> Iterator[Finding]:
    """Yield a region's dose that is no multiple of its label's that anyone would mean."""
    rows = bound.tables.patterns(bound.plan.product_id)
    totals = [exact(row.parts[region]) for row in rows if row.on_label and region in row.parts]
    lows = [
        exact((row.parts_low or row.parts)[region])
        for row in rows
        if row.on_label and region in row.parts
    ]
    units = bound.plan.units(region=region)
    if not totals or not units:
        return
    row = bound.tables.plausible("region")

    def against() -> Phrase:
        return say(
            "{region}: {units} units against the {label} units of the label of {brand}. Is this "
            "dose meant for another product?",
            region=bound.region_name(region),
            units=number(units),
            label=number(max(totals)),
            brand=bound.product.brand,
        )

    yield from graded(row, units / max(totals), against, region)
    if units * 2 < min(lows):
        yield from_row(Grade.CAUTION, against(), row, region)


def _far_below(bound: BoundPlan, region: str) -> Iterator[Finding]:
    """Yield a stop for a dose of a small part of the smallest that is published."""
    bounds, row = bound.bounds[region], bound.tables.plausible("low")
    if bounds is None or not bounds.known:
        return
    low = exact(min(dose.low for dose in bounds.known))
    for side, units in bound.bounded_parts(region):
        if units and units * exact(row.stop) < low:
            text = say(
                "{name}: {units} units is less than a fifth of the smallest published dose "
                "({low} units).",
                name=bound.side_name(region, side),
                units=number(units),
                low=number(low),
            )
            yield stopped(row, text, region)


def _session(bound: BoundPlan) -> Iterator[Finding]:
    product, total = bound.product, bound.plan.units()
    scale = "4" if product.label_point_units == 4 else product.group
    yield from graded(
        bound.tables.plausible(f"session_{scale}"),
        total,
        lambda: say(
            "Session total: {total} units is much for {brand}.",
            total=number(total),
            brand=product.brand,
        ),
    )
