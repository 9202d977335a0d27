"""How findings are made: from a row of the tables, or from a rule of the program's own."""

from __future__ import annotations

from emg_dosing.rows import TableRow
from emg_dosing.values import Finding, Grade

OWN = "check."
"""Prefix of the program's own rules."""


def from_row(grade: Grade, text: str, row: TableRow, place: str = "") -> Finding:
    """Return a finding that a row of the tables carries."""
    return Finding(grade, text, row.id, row.source_ids, row.grade, row.status, row.reviewed, place)


def from_rule(
    grade: Grade, text: str, rule: str, place: str = "", sources: tuple[str, ...] = ()
) -> Finding:
    """Return a finding of the program's own: no clinical evidence, engineering judgement."""
    return Finding(grade, text, OWN + rule, sources, place=place)
