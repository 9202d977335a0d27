"""`StoredVisit`: what a person did in one visit, as its session file says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.safety import Override
from emg_dosing.tables import Tables
from emg_session.answers_on_record import AnswersOnRecord
from emg_session.decisions import Decision
from emg_session.given import Given
from emg_session.locked import Locked
from emg_session.note import Note
from emg_session.record_boundary import part, reading
from emg_session.record_rows import StoredEvent
from emg_session.stored import StoredSession, read_verified
from emg_session.ticks_on_record import TicksOnRecord
from emg_signal.chunk import Origin
from emg_signal.measurement import Measurement
from emg_signal.phrase import say
from emg_signal.symmetry import CONSECUTIVE_FACTOR


@dataclass(frozen=True, slots=True)
class VisitHead:
    """Whose visit a file holds, where its samples came from, and when it began."""

    path: Path
    subject: str
    origin: Origin
    began: datetime


@dataclass(frozen=True, slots=True)
class StoredVisit:
    """One earlier visit.

    Parameters
    ----------
    head
        Whose, and when.
    plan_document, plan_version
        The newest plan as `parse_plan` reads it (None if there was none), and its number.
    measurements
        Locked ones in order.
    examination
        The newest one.
    decisions
        Answers to suggestions: version of the plan that was answered about, and the answer.
    given
        Points that were ticked as given and not taken back, in order.
    overrides
        Where a person went on against a finding, in order.
    goes_on_in
        Name of the file that this visit went on in; empty for none.
    rejected
        Region → why a suggestion was rejected there.
    decided_about
        Plan, as `parse_plan` reads it, that the newest answer was given to while that answer can
        be taken back; else None.
    policy_name, policy_digest
        Of the policy that was in force last; empty for the program's own, and where an older
        record does not say.
    written_notes
        What was written down, in order.
    decided_plans
        For each of `decisions` the plan before and after it, as `parse_plan` reads them.
    locked
        The measurements that answers rested on last.
    """

    head: VisitHead
    plan_document: dict[str, Any] | None
    plan_version: int
    measurements: tuple[Measurement, ...]
    examination: Examination
    decisions: tuple[tuple[int, Decision], ...]
    given: tuple[Given, ...]
    overrides: tuple[Override, ...] = ()
    goes_on_in: str = ""
    rejected: Mapping[str, str] = field(default_factory=dict)
    decided_about: dict[str, Any] | None = None
    policy_name: str = ""
    policy_digest: str = ""
    written_notes: tuple[Note, ...] = ()
    decided_plans: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = ()
    locked: Locked = field(default_factory=Locked)

    def plan(self, tables: Tables) -> Plan | None:
        """Return the newest plan of the visit; None if there was none.

        Raises
        ------
        PlanError
            Today's tables no longer hold its product or a region.
        """
        return None if self.plan_document is None else parse_plan(self.plan_document, tables)


def read_visit(path: Path) -> StoredVisit:
    """Return the visit of one file.

    Raises
    ------
    RecordError
        It is no session, damaged, was altered, or does not hold what it should.
    """
    return visit_in(path, read_verified(path))


def visit_in(path: Path, session: StoredSession) -> StoredVisit:
    """Return the visit of a file that was read.

    Raises
    ------
    RecordError
        It does not hold what it should.
    """
    with reading(path), part(say("what happened in the visit")):
        return visit_of(head_of(path, session.meta), session)


def visit_of(head: VisitHead, session: StoredSession) -> StoredVisit:
    """Return what the events of a session say of the visit.

    Raises
    ------
    ValueError, KeyError, TypeError
        An event does not hold what its kind says.
    """
    answers, examination, goes_on_in = AnswersOnRecord(), Examination(), ""
    policy = ("", "")
    measurements: list[Measurement] = []
    locked = Locked()
    ticks = TicksOnRecord()
    overrides: list[Override] = []
    notes: list[Note] = []
    for event in session.events:
        answers.take(event)
        ticks.take(event)
        match event.kind:
            case "examination":
                examination = event.read(Examination)
            case "measurement":
                measurements.append(_measurement(event))
                is_proven = event.body.get("tap_test_passed") is True
                locked = locked.then(measurements[-1], tap_test_passed=is_proven)
            case "policy":
                policy = (str(event.body["name"]), str(event.body["digest"]))
            case "override":
                overrides.append(_override(event.body))
            case "note":
                notes.append(event.read(Note))
            case "continued":
                goes_on_in = str(event.body["file"])
    return StoredVisit(
        head,
        answers.plan,
        answers.plan_version,
        tuple(measurements),
        examination,
        tuple(answers.decisions),
        ticks.given(),
        tuple(overrides),
        goes_on_in,
        answers.rejected,
        answers.decided_about,
        *policy,
        tuple(notes),
        tuple(answers.decided_plans),
        locked,
    )


def _measurement(event: StoredEvent) -> Measurement:
    """Return a locked measurement.

    Before records said whether other tasks lay between the holds, they were made in a row: an
    older one is taken so, and less is told from it.
    """
    measurement = event.read(Measurement)
    written = event.body.get("symmetries", ())
    said = [isinstance(each, dict) and "widened" in each for each in written]
    symmetries = tuple(
        symmetry if is_said else replace(symmetry, widened=CONSECUTIVE_FACTOR)
        for symmetry, is_said in zip(measurement.symmetries, said, strict=True)
    )
    return replace(measurement, symmetries=symmetries)


def _override(body: dict[str, Any]) -> Override:
    return Override(str(body["key"]), str(body["reason"]), str(body["by"]), str(body["at_utc"]))


def head_of(path: Path, meta: dict[str, str]) -> VisitHead:
    """Return whose visit a file holds, as its first record says.

    Raises
    ------
    ValueError, KeyError
        It does not say.
    """
    began = datetime.fromisoformat(meta["began_utc"])
    if began.tzinfo is None:
        raise ValueError(f"{meta['began_utc']} says no time zone")
    return VisitHead(path, meta.get("subject", ""), Origin(meta["origin"]), began)
