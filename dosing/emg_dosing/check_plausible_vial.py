"""Plan check, plausibility of what is mixed and drawn: vial, diluent, dilution, syringe."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.concentration import Concentration
from emg_dosing.exact import exact, number
from emg_dosing.findings import asked_again, from_row, from_rule, graded
from emg_dosing.plan import Vial
from emg_dosing.preparation import lines_drawn
from emg_dosing.rows import DilutionRow
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import say

LINES = 50
"""Lines of a syringe of 1 mL by 0.02 mL, amid the usual ones (20 to 125; engineering judgement)."""


def plausible_vial(bound: BoundPlan) -> Iterator[Finding]:
    """Yield what of a plan's vial and syringe is doubtful, or must be typed again."""
    yield from _vials(bound)
    yield from _diluent(bound)
    yield from _dilution(bound)
    yield from _lines(bound)
    yield from _draws(bound)


def _vials(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a session of more than a vial, and a vial that is in no table."""
    product, total = bound.product, bound.plan.units()
    largest = max(product.vial_units, default=0)
    if largest >= 100:
        yield from graded(
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
        text = asked_again(text)
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
    yield from graded(
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
    yield from graded(
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
