"""The question that a yes of the examination leaves open: which kind it is, or where."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from emg_dosing.examination import (
    ADVERSE,
    CONDITIONS,
    FIELDS,
    KINDS,
    LATER,
    PLACED,
    RECORDED,
    Examination,
)
from emg_dosing.plan import Plan
from emg_dosing.rows import RegionRow
from emg_dosing.tables import Tables
from emg_signal.phrase import say
from emg_ui.text.language import shown, tr
from emg_ui.text.plan_words import region_name
from emg_ui.text.typed_answers import read_words
from emg_ui.widgets.question import Choice, Question

EXAMPLES = {
    "onset": say("2026-11-20, or the third day"),
    "seriousness": say("mild, or treated in hospital"),
    "reported": say("not yet, or the reference of the report"),
    "prescriber": say("name or initials"),
    "what": say("gentamicin, 240 mg, yesterday"),
}
"""How an answer to one of `FIELDS` looks; nothing is filled in beforehand."""


def open_details(condition: str, examination: Examination) -> Iterator[str]:
    """Yield what a yes leaves open, as keys of `Examination.details`: kind or place, then fields.

    Parameters
    ----------
    condition
        That was answered.
    examination
        All answers.
    """
    keys = [condition] if condition in KINDS or condition in PLACED else []
    keys += [f"{condition}.{field}" for field in RECORDED.get(condition, ())]
    if examination.has(condition):
        yield from (key for key in keys if key not in examination.details)


def field_question(key: str, take: Callable[[str], None]) -> Question:
    """Ask for what must be recorded of a yes.

    Parameters
    ----------
    key
        ``NAME.FIELD``, as in `Examination.details`.
    take
        Called with what was typed.
    """
    name, _, field = key.partition(".")
    what = {**CONDITIONS, **ADVERSE, **LATER}[name]
    title = tr("{condition}: {field}?", condition=what, field=FIELDS[field])
    return Question(title, take, read=read_words, example=shown(EXAMPLES[field]))


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
    name, kinds = CONDITIONS[condition], KINDS.get(condition)
    if kinds is not None:
        choices = [Choice(shown(words), kind) for kind, words in kinds.items()]
        title = tr("{condition}: which? Left open, the heaviest counts.", condition=name)
        return Question(title, take, choices)
    every = () if tables is None else tuple(row.id for row in tables.all(RegionRow))
    planned = () if plan is None else tuple(plan.regions)
    title = tr("{condition}: where? Left open, every region counts.", condition=name)
    choices = [Choice(region_name(r, tables), r) for r in dict.fromkeys((*planned, *every))]
    return Question(title, take, choices)
