"""Ways to begin a plan: an earlier visit, a label's template, or a product and a first point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from emg_dosing.label_template import LabelTemplate, label_templates
from emg_dosing.plan import Plan
from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables
from emg_session.stored_visit import VisitHead
from emg_session.visit_history import VisitHistory
from emg_ui.prepare.plan_changes import added, from_last_visit, new_plan
from emg_ui.prepare.plan_files import open_question
from emg_ui.prepare.plan_questions import place
from emg_ui.text.language import tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import product_choice, product_name, region_name
from emg_ui.widgets.question import Choice, Question

FROM_FILE = "file"
"""No product's id: ids name brand and country."""
Begin = Callable[[Plan, str], None]
"""Called with the plan, and with where it came from."""
Ask = Callable[[Question], None]


@dataclass(frozen=True, slots=True)
class _Start:
    plan: Plan
    why: str


def earlier_visits(history: VisitHistory, tables: Tables) -> tuple[Choice, ...]:
    """Return the plans of the person's earlier visits, newest first."""
    return tuple(_as_on(plan, visit, history, tables) for plan, visit in history.plans(tables))


def _as_on(plan: Plan, visit: VisitHead, history: VisitHistory, tables: Tables) -> Choice:
    text = tr(
        "As on {date!s}: {product} {amount}, {n} points",
        date=visit.began.astimezone().date().isoformat(),
        product=product_name(plan, tables),
        amount=units(plan.total.units),
        n=len(plan.points),
    )
    return Choice(text, from_last_visit(plan, subject=history.subject or None))


def start(
    history: VisitHistory,
    tables: Tables,
    begin: Begin,
    ask: Ask,
    say_wrong: Callable[[str], None],
    *,
    beside: Path | None = None,
    country: str = "",
) -> Question:
    """Ask how to begin.

    Parameters
    ----------
    history
        Of the person: earlier visits with a plan.
    tables
        Products and their labels' templates.
    begin
        Called with a plan and why it was begun so.
    ask
        Asks a further question.
    say_wrong
        Says in one line what does not work.
    beside
        Session file beside which plan files are looked for.
    country
        Of use; a product without a known licence there says so.
    """
    subject = history.subject or None
    choices = [
        Choice(earlier.text, _Start(earlier.value, "earlier visit"))
        for earlier in earlier_visits(history, tables)
    ]
    for row in tables.all(ProductRow):
        for template in label_templates(row.id, tables):
            plan = new_plan(row.id, template.points, tables, subject=subject)
            why = f"label template {template.row.id}"
            words = _template_words(product_choice(row, country), template, tables)
            choices.append(Choice(words, _Start(plan, why)))
    choices += [
        Choice(tr("{product}: points of my own", product=product_choice(row, country)), row.id)
        for row in tables.all(ProductRow)
    ]

    choices.append(Choice(tr("From a plan file (O)"), FROM_FILE))

    def take(chosen: _Start | str) -> None:
        if isinstance(chosen, _Start):
            begin(chosen.plan, chosen.why)
        elif chosen == FROM_FILE:
            ask(open_question(beside, tables, begin, say_wrong))
        else:
            ask(_first_point(chosen, subject, tables, begin))

    return Question(
        tr("A new plan: from an earlier visit, the label, or points of your own"), take, choices
    )


def _template_words(product: str, template: LabelTemplate, tables: Tables) -> str:
    regions = ", ".join(region_name(region, tables) for region in template.regions)
    return tr(
        "{product}: {regions}, {n} points of {each}, {total} (label)",
        product=product,
        regions=regions,
        n=len(template.points),
        each=units(template.points[0].dose.units),
        total=units(template.total.units),
    )


def _first_point(product_id: str, subject: str | None, tables: Tables, begin: Begin) -> Question:
    empty = new_plan(product_id, (), tables, subject=subject)
    return place(
        tables,
        lambda at: begin(added(empty, *at), "first point"),
        tr("{product}: where is the first point?", product=product_name(empty, tables)),
    )
