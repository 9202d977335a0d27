"""Plan check, plausibility: numbers that look like a slip, without converting between products.

Every test holds a product against its own label, its own vials and its own other points. A stop
asks for the number to be typed again, or for the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.concentration import Concentration
from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.plan import Point, Vial
from emg_dosing.preparation import lines_drawn
from emg_dosing.rows import DilutionRow, PlausibleRow
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import Phrase, say

AGAIN = say("Type the number again, or state the reason.")
LINES = 50
"""Lines of a syringe of 1 mL by 0.02 mL, amid the usual ones (20 to 125; engineering judgement)."""


def check_plausible(bound: BoundPlan) -> Iterator[Finding]:
    """Yield what is doubtful, and what must be typed again."""
    for point in bound.plan.points:
        yield from _point(bound, point)
        yield from _neighbours(bound, point)
    for region in bound.plan.regions:
        yield from _against_label(bound, region)
        yield from _far_below(bound, region)
    yield from _session(bound)
    yield from _vials(bound)
    yield from _diluent(bound)
    yield from _dilution(bound)
    yield from _lines(bound)
    yield from _draws(bound)


def _graded(
    row: PlausibleRow, factor: Fraction, text: Callable[[], Phrase], place: str = ""
) -> Iterator[Finding]:
    """Yield a stop or a caution where a factor passes the row's; most pass none: no text then."""
    if factor > exact(row.stop):
        yield _stop(row, text(), place)
    elif factor > exact(row.caution):
        yield from_row(Grade.CAUTION, text(), row, place)


def _stop(row: PlausibleRow, text: Phrase, place: str) -> Finding:
    return from_row(Grade.STOP, say("{text} {again}", text=text, again=AGAIN), row, place)


def _point(bound: BoundPlan, point: Point) -> Iterator[Finding]:
    """Yield a point of many label point doses, or of much volume."""
    yield from _point_units(bound, point)
    yield from _point_volume(bound, point)


def _point_units(bound: BoundPlan, point: Point) -> Iterator[Finding]:
    """Yield a point of many label point doses."""
    scale = bound.tables.region(point.region).scale
    own, units = exact(bound.product.label_point_units), exact(point.dose.units)
    yield from _graded(
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
        yield from _graded(
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
            yield from _graded(row, factor, beside, point.id)
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
        yield _stop(row, alone, point.id)


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

    yield from _graded(row, units / max(totals), against, region)
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
            yield _stop(row, text, region)


def _session(bound: BoundPlan) -> Iterator[Finding]:
    product, total = bound.product, bound.plan.units()
    scale = "4" if product.label_point_units == 4 else product.group
    yield from _graded(
        bound.tables.plausible(f"session_{scale}"),
        total,
        lambda: say(
            "Session total: {total} units is much for {brand}.",
            total=number(total),
            brand=product.brand,
        ),
    )


def _vials(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a session of more than a vial, and a vial that is in no table."""
    product, total = bound.product, bound.plan.units()
    largest = max(product.vial_units, default=0)
    if largest >= 100:
        yield from _graded(
            bound.tables.plausible("vials"),
            total / largest,
            lambda: say(
                "Session total: {total} units is more than the largest vial of {brand} ({vial} "
                "units).",
                total=number(total),
                brand=product.brand,
                vial=largest,
            ),
        )
    if not product.vial_units and bound.plan.vial is not None:
        yield from _unknown_vial(bound, bound.plan.vial)


def _unknown_vial(bound: BoundPlan, vial: Vial) -> Iterator[Finding]:
    """Yield a vial of a product without known vials; one that cannot be stops."""
    product = bound.product
    rows = bound.tables.patterns(product.id)
    least = min((sum(row.parts.values()) for row in rows if row.parts), default=0.0)
    most = bound.tables.plausible(f"session_{product.group}").stop
    grade = Grade.WARNING if least <= vial.units <= most else Grade.STOP
    text = say(
        "A vial of {units} units: the vials of {brand} are not in the tables.",
        units=number(vial.units),
        brand=product.brand,
    )
    if grade is Grade.STOP:
        text = say("{text} {again}", text=text, again=AGAIN)
    yield from_rule(grade, text, "vial_unknown")


def _diluent(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a stop for diluent in a liquid, or none in a powder."""
    vial, product = bound.plan.vial, bound.product
    if vial is None:
        return
    if product.presentation == "liquid" and vial.diluent_ml:
        text = say(
            "{brand} is ready to use: adding diluent is an error. Enter 0 mL.", brand=product.brand
        )
        yield from_row(Grade.STOP, text, product)
    if product.presentation == "powder" and not vial.diluent_ml:
        text = say("{brand} is a powder: enter the mL of its diluent.", brand=product.brand)
        yield from_row(Grade.STOP, text, product)


def _dilution(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a stop far outside every dilution that the label lists."""
    found, vial = bound.concentration, bound.plan.vial
    if found is None or found.row is not None or vial is None:
        return
    nearest = min(_times(bound, found))
    yield from _graded(
        bound.tables.plausible("dilution"),
        nearest,
        lambda: say(
            "{units} units in {ml} mL is {times} times away from every dilution of {brand} that "
            "its label lists.",
            units=number(vial.units),
            ml=number(vial.diluent_ml, 3),
            times=number(nearest, 1),
            brand=bound.product.brand,
        ),
    )


def _times(bound: BoundPlan, found: Concentration) -> Iterator[Fraction]:
    """Yield how many times stronger or weaker each listed dilution is."""
    for row in bound.tables.of_product(DilutionRow, bound.plan.product_id):
        listed = exact(row.computed_units_per_0_1ml) * 10
        ratio = found.computed_units_per_ml / listed
        yield max(ratio, 1 / ratio)


def _lines(bound: BoundPlan) -> Iterator[Finding]:
    syringe = bound.plan.syringe
    if syringe is None:
        return
    lines = exact(syringe.volume_ml) / exact(syringe.graduation_ml)
    yield from _graded(
        bound.tables.plausible("lines"),
        max(lines / LINES, LINES / lines),
        lambda: say(
            "A syringe of {volume} mL with lines of {line} mL has {lines} lines.",
            volume=number(syringe.volume_ml, 3),
            line=number(syringe.graduation_ml, 4),
            lines=number(lines, 1),
        ),
    )


def _draws(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a stop for each point of which the syringe would draw nothing."""
    if bound.step is None:
        return
    for point in bound.plan.points:
        if point.dose.units and not lines_drawn(exact(point.dose.units), bound.step):
            yield from_rule(
                Grade.STOP,
                say(
                    "{point}: {units} units is less than one line of this syringe: nothing would "
                    "be drawn. Take a finer syringe.",
                    point=bound.point_name(point),
                    units=number(point.dose.units),
                ),
                "draws_nothing",
                point.id,
            )
