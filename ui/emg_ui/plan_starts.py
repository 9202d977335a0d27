"""Ways to begin a plan: an earlier visit, a label's template, or a product and a first point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from emg_dosing.label_template import LabelTemplate, label_templates
from emg_dosing.plan import Plan
from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables
from emg_session.history import History
from emg_ui.chooser import Choice, Question
from emg_ui.language import tr
from emg_ui.numbers import units
from emg_ui.plan_changes import added, from_last_visit, new_plan
from emg_ui.plan_questions import place
from emg_ui.plan_words import product_line, product_name, region_name

Begin = Callable[[Plan, str], None]
"""Called with the plan, and with where it came from."""
Ask = Callable[[Question], None]


@dataclass(frozen=True, slots=True)
class _Start:
    plan: Plan
    why: str


def last_visit(history: History, tables: Tables) -> Choice | None:
    """Return the plan of the person's newest visit that had one, None without one."""
    found = history.last_plan(tables)
    if found is None:
        return None
    plan, visit = found
    text = tr(
        "As on {date!s}: {product} {amount}, {n} points",
        date=visit.began.astimezone().date().isoformat(),
        product=product_name(plan, tables),
        amount=units(plan.total.units),
        n=len(plan.points),
    )
    return Choice(text, from_last_visit(plan, subject=history.subject or None))


def start(history: History, tables: Tables, begin: Begin, ask: Ask) -> Question:
    """Ask how to begin."""
    subject = history.subject or None
    earlier = last_visit(history, tables)
    choices = [] if earlier is None else [Choice(earlier.text, _Start(earlier.value, "last visit"))]
    for row in tables.all(ProductRow):
        for template in label_templates(row.id, tables):
            plan = new_plan(row.id, template.points, tables, subject=subject)
            why = f"label template {template.row.id}"
            choices.append(Choice(_template_words(row, template, tables), _Start(plan, why)))
    choices += [
        Choice(tr("{product}: points of my own", product=product_line(row)), row.id)
        for row in tables.all(ProductRow)
    ]

    def take(chosen: _Start | str) -> None:
        if isinstance(chosen, _Start):
            begin(chosen.plan, chosen.why)
        else:
            ask(_first_point(chosen, subject, tables, begin))

    return Question(
        tr("A new plan: from the label, the last visit, or points of your own"), take, choices
    )


def _template_words(row: ProductRow, template: LabelTemplate, tables: Tables) -> str:
    regions = ", ".join(region_name(region, tables) for region in template.regions)
    return tr(
        "{product}: {regions}, {n} points of {each}, {total} (label)",
        product=product_line(row),
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
