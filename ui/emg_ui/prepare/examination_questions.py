"""The question that a yes of the examination leaves open: which kind it is, or where."""

from __future__ import annotations

from collections.abc import Callable

from emg_dosing.examination import CONDITIONS, KINDS
from emg_dosing.plan import Plan
from emg_dosing.rows import RegionRow
from emg_dosing.tables import Tables
from emg_ui.text.language import shown, tr
from emg_ui.text.plan_words import region_name
from emg_ui.widgets.question import Choice, Question


def detail(
    condition: str, plan: Plan | None, tables: Tables | None, take: Callable[[str], None]
) -> Question:
    """Ask which kind of a condition it is, or in which region it lies: the plan's first.

    Parameters
    ----------
    condition
        Key of `KINDS` or `PLACED`.
    plan
        Its regions come first; None before one.
    tables
        All regions.
    take
        Called with the kind or the region.
    """
    kinds = KINDS.get(condition)
    if kinds is not None:
        choices = [Choice(shown(words), kind) for kind, words in kinds.items()]
        title = tr(
            "{condition}: which? Left open, the heaviest counts.", condition=CONDITIONS[condition]
        )
        return Question(title, take, choices)
    every = () if tables is None else tuple(row.id for row in tables.all(RegionRow))
    planned = () if plan is None else tuple(plan.regions)
    title = tr(
        "{condition}: where? Left open, every region counts.", condition=CONDITIONS[condition]
    )
    choices = [Choice(region_name(r, tables), r) for r in dict.fromkeys((*planned, *every))]
    return Question(title, take, choices)
