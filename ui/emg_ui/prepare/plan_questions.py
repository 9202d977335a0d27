"""The questions that Prepare asks of a plan: product, goal, reasons, sums and places.

Each is a `Question` whose answer is another plan. What is offered comes from the product's rows
in the tables; whatever else is in the hand can be typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from emg_dosing.plan import Plan, Point
from emg_dosing.rows import MuscleRow, ProductRow, RegionRow
from emg_dosing.tables import Tables
from emg_signal.montage import Side
from emg_signal.phrase import say
from emg_ui.prepare.plan_changes import (
    of_side,
    uneven_regions,
    with_product,
    with_reason,
)
from emg_ui.prepare.preparation_questions import (
    Take,
    concentration,
    expiry,
    lot,
    price,
    syringe,
    vial,
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
    Reading,
    read_text,
    read_units,
)
from emg_ui.widgets.question import Choice, Question

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


def goal(plan: Plan, tables: Tables, take: Take) -> Question:
    """Ask for the goal, which is recorded and multiplies nothing."""
    return Question(
        tr("Which goal? It is recorded; no dose is computed from it."),
        lambda chosen: take(replace(plan, goal=chosen)),
        [Choice(shown(words), key) for key, words in GOAL_WORDS.items()],
    )


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
