"""The questions that Prepare asks of what is mixed and drawn: vial, strength, syringe, lot, price.

Each is a `Question` whose answer is another plan; what is offered is what the label lists.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from emg_dosing.bound_plan import bind
from emg_dosing.concentration import Concentration
from emg_dosing.plan import Plan, Syringe, Vial
from emg_dosing.rows import DilutionRow, StepRow
from emg_dosing.tables import Tables
from emg_ui.prepare.plan_changes import labelled_vials, vial_of, with_vial
from emg_ui.text.language import tr
from emg_ui.text.numbers import units
from emg_ui.text.typed_answers import (
    DATE_EXAMPLE,
    read_date,
    read_price,
    read_syringe,
    read_text,
    read_vial,
    syringe_words,
)
from emg_ui.widgets.question import Choice, Question

Take = Callable[[Plan], None]


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
