"""How findings are made: from a row of the tables, or from a rule of the program's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from emg_dosing.exact import exact
from emg_dosing.rows import PlausibleRow, TableRow
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import Phrase, say

OWN = "check."
"""Prefix of the program's own rules."""
AGAIN = say("Type the number again, or state the reason.")


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with those that differ in their point alone as one line with a count.

    Twenty equal lines hide the one that is not.
    """
    groups: dict[object, list[Finding]] = {}
    for count, finding in enumerate(findings):
        values = getattr(finding.text, "values", {})
        rest = {key: str(value) for key, value in values.items() if key != "point"}
        pattern = getattr(finding.text, "pattern", "")
        alike = (finding.grade, finding.rule_id, pattern, *rest.items())
        groups.setdefault(alike if "point" in values else count, []).append(finding)
    return tuple(group[0] if len(group) == 1 else _one_line(group) for group in groups.values())


def _apart(names: Sequence[str]) -> Phrase:
    """Return names with semicolons between: a name of a point holds a comma itself."""
    values = {f"item_{count}": name for count, name in enumerate(names)}
    return Phrase("; ".join(f"{{{key}}}" for key in values), values)


def _one_line(group: Sequence[Finding]) -> Finding:
    first = group[0]
    assert isinstance(first.text, Phrase)  # noqa: S101 - only a phrase names a point
    names = [finding.text.values["point"] for finding in group if isinstance(finding.text, Phrase)]
    points = say("{count} points ({names})", count=len(group), names=_apart(names))
    return replace(first, text=Phrase(first.text.pattern, {**first.text.values, "point": points}))


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


def graded(
    row: PlausibleRow, factor: Fraction, text: Callable[[], Phrase], place: str = ""
) -> Iterator[Finding]:
    """Yield a stop or a caution where a factor passes the row's.

    Parameters
    ----------
    row
        From which factor on it is a caution, and a stop.
    factor
        As the row counts it: times, or units.
    text
        Makes the sentence; most factors pass none, and none is made then.
    place
        As for `from_row`.
    """
    if factor > exact(row.stop):
        yield stopped(row, text(), place)
    elif factor > exact(row.caution):
        yield from_row(Grade.CAUTION, text(), row, place)


def stopped(row: PlausibleRow, text: Phrase, place: str) -> Finding:
    """Return a stop that ends when the number is typed again, or its reason is stated."""
    return from_row(Grade.STOP, asked_again(text), row, place)


def asked_again(text: Phrase) -> Phrase:
    """Return `text` with what ends the stop."""
    return say("{text} {again}", text=text, again=AGAIN)
