"""The questions that Prepare asks of a plan: product, vial, syringe, lot, expiry, goal and more.

Each is a `Question` whose answer is another plan. What is offered comes from the product's rows
in the tables; whatever else is in the hand can be typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from emg_dosing.bound_plan import bind
from emg_dosing.concentration import Concentration
from emg_dosing.plan import Plan, Point, Syringe, Vial
from emg_dosing.rows import DilutionRow, MuscleRow, ProductRow, RegionRow, StepRow
from emg_dosing.tables import Tables
from emg_signal.montage import Side
from emg_signal.phrase import say
from emg_ui.prepare.plan_changes import (
    labelled_vials,
    of_side,
    uneven_regions,
    vial_of,
    with_product,
    with_reason,
    with_vial,
)
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import (
    GOAL_WORDS,
    muscle_name,
    product_choice,
    region_name,
    side_name,
)
from emg_ui.text.typed_answers import (
    DATE_EXAMPLE,
    Reading,
    read_date,
    read_price,
    read_syringe,
    read_text,
    read_units,
    read_vial,
    syringe_words,
)
from emg_ui.widgets.question import Choice, Question

Take = Callable[[Plan], None]
At = tuple[str, str, tuple[Side | None, ...]]
"""Region, muscle and sides of points to be added."""

SIDES: tuple[tuple[Side | None, ...], ...] = (
    (Side.LEFT, Side.RIGHT),
    (Side.LEFT,),
    (Side.RIGHT,),
    (None,),
)
"""What one answer can add, the most usual first."""


def product(plan: Plan, tables: Tables, take: Take, country: str = "") -> Question:
    """Ask which product; another one takes the units away.

    Parameters
    ----------
    plan, tables, take
        As for every question here.
    country
        Of use; a product without a known licence there says so.
    """
    choices = [Choice(product_choice(row, country), row.id) for row in tables.all(ProductRow)]
    return Question(
        tr("Which product? Another one keeps the points and takes their units away."),
        lambda chosen: take(with_product(plan, chosen, tables)),
        choices,
    )


def vial(plan: Plan, tables: Tables, take: Take) -> Question:
    """Ask for vial and diluent: the label's, or what is in the hand."""
    return Question(
        tr("Which vial, in how much diluent?"),
        lambda chosen: take(with_vial(plan, chosen)),
        [Choice(_dilution_words(r), vial_of(r)) for r in _dilutions(plan, tables)],
        read_vial,
        tr("choose, or type units and mL: 100 in 2.5"),
    )


def _dilutions(plan: Plan, tables: Tables) -> tuple[DilutionRow, ...]:
    return labelled_vials(plan.product_id, tables)


def _dilution_words(row: DilutionRow) -> str:
    return tr(
        "{vial:g} units in {ml:g} mL: {label} in 0.1 mL on the label, use within {hours} h",
        vial=row.vial_units,
        ml=row.diluent_ml,
        label=units(row.label_units_per_0_1ml),
        hours=row.use_within_hours,
    )


def open_concentration(plan: Plan, tables: Tables) -> Concentration | None:
    """Return the concentration if the label contradicts itself and one must be chosen."""
    found = bind(plan, tables).concentration
    return found if found is not None and found.must_choose else None


def concentration(plan: Plan, tables: Tables, take: Take) -> Question | None:
    """Ask which concentration counts, None where the label does not contradict itself."""
    found = open_concentration(plan, tables)
    if found is None or plan.vial is None or found.label_units_per_ml is None:
        return None
    own = plan.vial
    label = units(float(found.label_units_per_ml) / 10)
    computed = units(float(found.computed_units_per_ml) / 10)
    return Question(
        tr(
            "The label says {label} in 0.1 mL, its vial over its diluent gives {computed}: "
            "{percent:.1f} % apart. Which counts?",
            label=label,
            computed=computed,
            percent=found.difference_percent,
        ),
        lambda chosen: take(replace(plan, vial=replace(own, concentration=chosen))),
        [
            Choice(tr("the label's: {amount} in 0.1 mL", amount=label), "label"),
            Choice(tr("computed: {amount} in 0.1 mL", amount=computed), "computed"),
        ],
    )


def syringe(plan: Plan, tables: Tables, take: Take) -> Question:
    """Ask for the syringe in the hand; it decides what can be drawn up."""
    lines = dict.fromkeys(row.graduation_ml for row in tables.all(StepRow))
    offered = [Syringe(1.0, line) for line in lines]
    if plan.syringe is not None and plan.syringe not in offered:
        offered.insert(0, plan.syringe)
    return Question(
        tr("Which syringe? Its lines decide what can be drawn up."),
        lambda chosen: take(replace(plan, syringe=chosen)),
        [Choice(syringe_words(one), one) for one in offered],
        read_syringe,
        tr("choose, or type mL, line in mL and tolerance in %: 0.5 0.01 5"),
    )


def side_total(plan: Plan, point: Point, tables: Tables, take: Callable[[float], None]) -> Question:
    """Ask for the units of a whole side, which its points share as they do now.

    Parameters
    ----------
    plan
        As it is.
    point
        Any point of the region and side.
    tables
        For the names in the question.
    take
        Called with the total, U.
    """
    points = of_side(plan, point)
    return Question(
        tr(
            "{region}, {muscle}, {side}: units of its {n} points together (now {now})",
            region=region_name(point.region, tables),
            muscle=muscle_name(point.muscle, tables),
            side=side_name(point.side),
            n=len(points),
            now=units(sum(p.dose.units for p in points)),
        ),
        take,
        read=_read_total,  # no example: a number in a dose field is an anchor
    )


def _read_total(text: str) -> Reading:
    total = read_units(text)
    return Reading(total, units(total))


def toxin_regions(
    plan: Plan | None, tables: Tables, take: Callable[[tuple[str, ...]], None]
) -> Question:
    """Ask where toxin was given: anywhere counts for every region; the plan's regions first."""
    every = tuple(row.id for row in tables.all(RegionRow))
    planned = () if plan is None else tuple(plan.regions)
    ordered = dict.fromkeys((*planned, *every))
    return Question(
        tr("Where was it given? The other regions keep what was said of them."),
        take,
        [
            Choice(tr("anywhere, or not known: it counts for every region"), every),
            *(Choice(region_name(region, tables), (region,)) for region in ordered),
        ],
    )


def lot(plan: Plan, tables: Tables, take: Take) -> Question:
    """Ask for the lot."""
    return Question(
        tr("Lot, as printed on the vial"),
        lambda typed: take(replace(plan, lot=typed)),
        read=read_text,
        typed=plan.lot or "",
    )


def expiry(plan: Plan, tables: Tables, take: Take) -> Question:
    """Ask for the expiry date."""
    return Question(
        tr("Expiry, as printed on the vial"),
        lambda date: take(replace(plan, expires=date)),
        read=read_date,
        example=DATE_EXAMPLE,
        typed=plan.expires.isoformat() if plan.expires else "",
    )


def goal(plan: Plan, tables: Tables, take: Take) -> Question:
    """Ask for the goal, which is recorded and multiplies nothing."""
    return Question(
        tr("Which goal? It is recorded; no dose is computed from it."),
        lambda chosen: take(replace(plan, goal=chosen)),
        [Choice(shown(words), key) for key, words in GOAL_WORDS.items()],
    )


def price(plan: Plan, tables: Tables, take: Take) -> Question | None:
    """Ask for the clinic's price of a vial; None before there is a vial."""
    own = plan.vial
    if own is None:
        return None
    return Question(
        tr("The clinic's price of one vial"),
        lambda chosen: take(replace(plan, vial=chosen)),
        read=lambda text: read_price(text, own),
        example=tr("180 EUR"),
        typed=_price_text(own),
    )


def _price_text(own: Vial) -> str:
    return "" if own.price is None else f"{own.price:g} {own.currency or ''}".strip()


def reason(plan: Plan, tables: Tables, take: Take) -> Question | None:
    """Ask why the sides of a region differ; None where none do."""
    uneven = uneven_regions(plan)
    if not uneven:
        return None
    region = next((r for r in uneven if not plan.reason_for(r)), uneven[0])
    return Question(
        tr(
            "{region}: left {left}, right {right}. Why?",
            region=region_name(region, tables),
            left=units(float(plan.units(region=region, side=Side.LEFT))),
            right=units(float(plan.units(region=region, side=Side.RIGHT))),
        ),
        lambda typed: take(with_reason(plan, region, typed)),
        read=read_text,
        example=tr("what you see that asks for it"),
        typed=plan.reason_for(region) or "",
    )


def place(tables: Tables, take: Callable[[At], None], title: str) -> Question:
    """Ask for region, muscle and side of a point."""
    choices = []
    for region in tables.all(RegionRow):
        for muscle in region.muscles:
            paired = tables.row(MuscleRow, muscle).paired
            for sides in SIDES if paired else ((None,),):
                words = tr(" and ").join(side_name(side) for side in sides)
                name = region_name(region.id, tables)
                line = f"{name}: {muscle_name(muscle, tables)}, {words}"
                choices.append(Choice(line, (region.id, muscle, sides)))
    return Question(title, take, choices)


QUESTIONS: dict[str, Callable[[Plan, Tables, Take], Question | None]] = {
    "P": product,
    "V": vial,
    "K": concentration,
    "S": syringe,
    "L": lot,
    "E": expiry,
    "G": goal,
    "C": price,
    "R": reason,
}
"""Key on Prepare → what it asks."""

NOTHING_TO_ASK = {
    "K": say("The label's strength and the computed one agree: nothing to choose."),
    "C": say("Choose the vial first (V): the price is that of one vial."),
    "R": say("Left and right are the same in every region."),
}
"""Key → why its question is not asked now."""
