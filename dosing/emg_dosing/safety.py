"""The safety line: what was asked, found and overridden, why and by whom, worked out once.

Every screen, the sheet, the review, the record and the terminal show this one value. What stops
comes first, what was not asked and what was asked without a finding last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.check_person import check_person
from emg_dosing.effects import effects_of
from emg_dosing.examination import ADVERSE, CONDITIONS, Examination
from emg_dosing.questions_first import adverse_reason
from emg_dosing.rows import CountryRow
from emg_dosing.strict import DOCUMENT
from emg_dosing.tables import Tables
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import Phrase, say


class SafetyState(StrEnum):
    """What became of one question or check."""

    FOUND = "found"
    OPEN = "not asked"
    CLEAR = "nothing found"


@dataclass(frozen=True, slots=True)
class Override:
    """That a person went on against one finding.

    Parameters
    ----------
    key
        Of the `SafetyItem`; another finding, or another product, has another one.
    reason
        In the person's words.
    by
        Name or initials of whoever said so.
    at_utc
        When, ISO 8601 with offset.

    Raises
    ------
    ValueError
        Nobody said so, or no reason was given.
    """

    __pydantic_config__ = DOCUMENT
    key: str
    reason: str
    by: str
    at_utc: str

    def __post_init__(self) -> None:
        """Refuse going on without a word."""
        if not self.reason.strip() or not self.by.strip():
            raise ValueError("going on takes a reason and a name")


@dataclass(frozen=True, slots=True)
class SafetyItem:
    """One entry of the line.

    Parameters
    ----------
    key
        What it is about, the same as long as the finding is.
    state, grade
        Whether something was found, and how much it weighs (as in `Finding`).
    text
        The finding in a sentence; of an open or a clear question its words.
    examine
        What to examine or do; empty where nothing is to be.
    rule_id, sources, evidence
        As in `Finding`: the source of this very sentence.
    override
        Why a person went on, and who; None while nobody did.
    """

    __pydantic_config__ = DOCUMENT
    key: str
    state: SafetyState
    grade: Grade
    text: str
    examine: str = ""
    rule_id: str = ""
    sources: tuple[str, ...] = ()
    evidence: str = "none"
    override: Override | None = None

    @property
    def blocks(self) -> bool:
        """Whether nothing may be given until a reason is stated."""
        return self.state is SafetyState.FOUND and self.grade is Grade.STOP and not self.override


_ORDER: Final = (SafetyState.FOUND, SafetyState.OPEN, SafetyState.CLEAR)
_WEIGHT: Final = {grade: weight for weight, grade in enumerate(reversed(Grade))}


def safety_line(
    bound: BoundPlan | None,
    examination: Examination,
    tables: Tables,
    *,
    findings: Sequence[Finding] = (),
    overrides: Sequence[Override] = (),
    is_later: bool = False,
    country: str = "",
) -> tuple[SafetyItem, ...]:
    """Return the line, heaviest first.

    Parameters
    ----------
    bound
        The plan; None before one: what a yes means is then open.
    examination
        What was asked.
    tables
        Effects, and whom to call.
    findings
        Of the plan check; those that stop or limit are part of the line.
    overrides
        Where a person went on.
    is_later
        Whether the person was treated before: the six questions are then asked.
    country
        Of use, for its emergency number; empty where it is not set.
    """
    items = [
        *_adverse(examination, tables, is_later, country),
        *_person(bound, examination),
        *_plan(bound, examination, findings),
        *_unanswered(examination),
    ]
    given = {override.key: override for override in overrides}
    known = {item.key: replace(item, override=given.get(item.key)) for item in items}
    return tuple(
        sorted(known.values(), key=lambda item: (_ORDER.index(item.state), _WEIGHT[item.grade]))
    )


def open_stops(line: Sequence[SafetyItem]) -> tuple[SafetyItem, ...]:
    """Return what must have a reason before anything is given."""
    return tuple(item for item in line if item.blocks)


def _found(key: str, finding: Finding, examine: str = "") -> SafetyItem:
    return SafetyItem(
        f"{key}: {finding.text}",
        SafetyState.FOUND,
        finding.grade,
        finding.text,
        examine,
        finding.rule_id,
        finding.sources,
        finding.evidence,
    )


def _person(bound: BoundPlan | None, examination: Examination) -> Iterator[SafetyItem]:
    if bound is None:
        for name in examination.present:
            text = say(
                "{condition}: what it means depends on the product.", condition=CONDITIONS[name]
            )
            yield SafetyItem(name, SafetyState.FOUND, Grade.CAUTION, text)
        return
    for effect in effects_of(bound, examination):
        examine = _with_record(effect.examine, examination, effect.condition)
        yield _found(f"{effect.condition} {bound.plan.product_id}", effect.finding, examine)


def _with_record(examine: str, examination: Examination, name: str) -> str:
    """Return what to do, and what was recorded of a yes."""
    for said in examination.recorded(name):
        examine = say("{before} {said}", before=examine, said=said)
    return examine


def _plan(
    bound: BoundPlan | None, examination: Examination, findings: Sequence[Finding]
) -> Iterator[SafetyItem]:
    """Yield what stops or limits, and all else that the examination has to say."""
    if bound is None:
        return
    told = {effect.finding for effect in effects_of(bound, examination)}
    person = set(check_person(bound, examination))
    for finding in findings:
        heavy = finding.grade in (Grade.STOP, Grade.LIMIT)
        if finding in told or finding.rule_id == "check.not_asked":
            continue
        if heavy or finding in person:
            yield _found(f"{finding.rule_id} {finding.place} {bound.plan.product_id}", finding)


def _unanswered(examination: Examination) -> Iterator[SafetyItem]:
    """Yield what was not asked, and what was asked without a finding."""
    age, toxin = examination.age_years, examination.toxin_days
    if age is not None:
        yield SafetyItem("age", SafetyState.CLEAR, Grade.INFO, say("age {years}", years=age))
    if toxin is not None:
        said = (
            say("last toxin {days} days ago", days=min(toxin.values()))
            if toxin
            else say("no toxin before")
        )
        yield SafetyItem("toxin", SafetyState.CLEAR, Grade.INFO, said)
    for text in examination.not_asked:
        yield SafetyItem(str(text), SafetyState.OPEN, Grade.CAUTION, text)
    for name, text in CONDITIONS.items():
        if examination.has(name) is False:
            yield SafetyItem(name, SafetyState.CLEAR, Grade.INFO, text)


def _adverse(
    examination: Examination, tables: Tables, is_later: bool, country: str
) -> Iterator[SafetyItem]:
    """Yield the six questions of a later visit, and what a yes asks for."""
    for name, question in ADVERSE.items():
        answer = examination.has(name)
        if answer:
            reason = adverse_reason(name, tables)
            yield SafetyItem(
                name,
                SafetyState.FOUND,
                Grade.STOP,
                reason.text,
                _with_record(emergency_words(tables, country), examination, name),
                reason.rule_id,
                reason.sources,
                reason.evidence,
            )
        elif answer is False:
            yield SafetyItem(name, SafetyState.CLEAR, Grade.INFO, question)
        elif is_later:
            text = say("since the injection: {what}", what=question)
            yield SafetyItem(name, SafetyState.OPEN, Grade.CAUTION, text)


def emergency_words(tables: Tables, country: str = "") -> Phrase:
    """Return whom to call and whom to report to: all known numbers where no country is set."""
    rows = tables.all(CountryRow)
    own = [row for row in rows if row.id == f"country.{country}"]
    if own:
        return say(
            "Emergency number: {number!s}. Report it to {whom!s}.",
            number=own[0].emergency,
            whom=own[0].report,
        )
    numbers = ", ".join(f"{row.id.removeprefix('country.')} {row.emergency}" for row in rows)
    return say("Emergency number (country not set): {numbers!s}.", numbers=numbers)
