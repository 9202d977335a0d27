"""How findings are made: from a row of the tables, or from a rule of the program's own."""

from __future__ import annotations

from emg_dosing.rows import TableRow
from emg_dosing.values import Finding, Grade

OWN = "check."
"""Prefix of the program's own rules."""


def from_row(grade: Grade, text: str, row: TableRow, place: str = "") -> Finding:
    """Return a finding that a row of the tables carries.

    Parameters
    ----------
    grade
        How much it weighs.
    text
        One sentence with number and unit.
    row
        Gives id, sources, evidence, status and review.
    place
        Point, side or region that it is about; empty for the whole plan.
    """
    return Finding(grade, text, row.id, row.source_ids, row.grade, row.status, row.reviewed, place)


def from_rule(
    grade: Grade, text: str, rule: str, place: str = "", sources: tuple[str, ...] = ()
) -> Finding:
    """Return a finding of the program's own: no clinical evidence, engineering judgement.

    Parameters
    ----------
    grade
        How much it weighs.
    text
        One sentence with number and unit.
    rule
        Id without `OWN` in front.
    place
        Point, side or region that it is about; empty for the whole plan.
    sources
        Ids of the sources table behind the sentence, none as a rule.
    """
    return Finding(grade, text, OWN + rule, sources, place=place)
