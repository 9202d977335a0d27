"""The six questions of a later visit: before they are answered no number is shown.

A yes to trouble with swallowing, voice or breath, or to weakness elsewhere, is an emergency: no
dose, touch-up or reading of an effect stands beside it.
"""

from __future__ import annotations

from emg_dosing.examination import ADVERSE, Examination
from emg_dosing.rows import AdverseRow
from emg_dosing.tables import Tables
from emg_dosing.values import Reason
from emg_signal.phrase import listed, say


def adverse_row(name: str, tables: Tables) -> AdverseRow:
    """Return what a yes to one of `ADVERSE` means."""
    return tables.row(AdverseRow, f"adverse.{name.removeprefix('since_')}")


def adverse_reason(name: str, tables: Tables) -> Reason:
    """Return what is there since the injection, and what to do."""
    row = adverse_row(name, tables)
    text = say("Since the injection: {what}. {do}", what=ADVERSE[name], do=row.text)
    return Reason(text, row.id, sources=row.source_ids, evidence=row.grade)


def emergencies(examination: Examination, tables: Tables) -> tuple[Reason, ...]:
    """Return each yes that is an emergency."""
    return tuple(
        adverse_reason(name, tables)
        for name in examination.adverse_present
        if adverse_row(name, tables).kind == "emergency"
    )


def questions_first(examination: Examination, tables: Tables) -> tuple[Reason, ...]:
    """Return why no number of a later visit may be shown; nothing if it may."""
    found = emergencies(examination, tables)
    if found or not examination.adverse_open:
        return found
    text = say(
        "Ask first, since the injection: {questions}.",
        questions=listed(ADVERSE[name] for name in examination.adverse_open),
    )
    return (Reason(text, "follow_up.ask_first", len(examination.adverse_open), 0, "questions"),)
