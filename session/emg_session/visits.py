"""`VisitFolder`: the earlier visits of a person, found by label among the stored sessions.

Only what a person did is read, never the samples. A simulated or replayed session is never part
of a person's history: the origin is asked for with the label. A file that cannot be read, or
whose records were altered, is not used and is named in `problems`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
from emg_session.patience import promptly
from emg_session.record_boundary import part, reading
from emg_session.record_folder import SUFFIX
from emg_session.record_format import CONTINUES
from emg_session.stored import StoredSession, read_meta, read_verified
from emg_session.ticks_on_record import TicksOnRecord
from emg_signal.chunk import Origin
from emg_signal.errors import PlanError, RecordError, StorageFullError
from emg_signal.measurement import Measurement
from emg_signal.phrase import say


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
        return visit_of(_head(path, session.meta), session)


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
    ticks = TicksOnRecord()
    overrides: list[Override] = []
    for event in session.events:
        answers.take(event)
        ticks.take(event)
        match event.kind:
            case "examination":
                examination = event.read(Examination)
            case "measurement":
                measurements.append(event.read(Measurement))
            case "policy":
                policy = (str(event.body["name"]), str(event.body["digest"]))
            case "override":
                overrides.append(_override(event.body))
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
    )


def _override(body: dict[str, Any]) -> Override:
    return Override(str(body["key"]), str(body["reason"]), str(body["by"]), str(body["at_utc"]))


class VisitFolder:
    """The session files of one folder.

    Parameters
    ----------
    path
        The folder; it need not exist yet.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: tuple[str, ...] = ()
        """Files that the newest look could not use, one line each."""
        self.is_silent = False
        """Whether the disk did not answer: nothing is known of what is here."""

    def heads(self) -> tuple[VisitHead, ...]:
        """Return whose visits are here, newest first; without files that another goes on for."""
        every, ended, self.problems = [], set(), ()
        for path in self._paths():
            try:
                meta = read_meta(path)
                with reading(path), part(say("whose and whence it is")):
                    every.append(_head(path, meta))
                ended.add(meta.get(CONTINUES))
            except RecordError as error:
                self._complain(path, error)
        found = (head for head in every if head.path.name not in ended)
        # The name settles visits that began in the same moment: the order is always the same.
        return tuple(sorted(found, key=lambda head: (head.began, head.path.name), reverse=True))

    def people(self, *, origin: Origin = Origin.LIVE) -> tuple[str, ...]:
        """Return the labels of everyone with a visit here, the newest visitor first."""
        heads = (head for head in self.heads() if head.origin is origin and head.subject)
        return tuple(dict.fromkeys(head.subject for head in heads))

    def visits(
        self, subject: str, *, origin: Origin = Origin.LIVE, but: Path | None = None
    ) -> tuple[StoredVisit, ...]:
        """Return the visits of one person, newest first; of nobody if there is no label.

        Parameters
        ----------
        subject
            Label, compared letter by letter: a similar one is another person's.
        origin
            LIVE for real people, with a board or without; a simulated patient of the same label
            is somebody else.
        but
            A file to leave out: the visit that goes on now.
        """
        if not subject:
            return ()
        heads = [h for h in self.heads() if (h.subject, h.origin) == (subject, origin)]
        read = (self._visit(head) for head in heads if but is None or head.path != but)
        return tuple(visit for visit in read if visit is not None)

    def plans(
        self,
        subject: str,
        tables: Tables,
        *,
        origin: Origin = Origin.LIVE,
        but: Path | None = None,
    ) -> tuple[tuple[Plan, VisitHead], ...]:
        """Return the plans of the visits that had one, and which visit, newest first.

        Parameters
        ----------
        subject, origin, but
            As for `visits`.
        tables
            Today's; a plan whose product or region they no longer hold is left out and named in
            `problems`.
        """
        found = []
        for visit in self.visits(subject, origin=origin, but=but):
            try:
                plan = visit.plan(tables)
            except PlanError as error:
                self._complain(visit.head.path, error)
                continue
            if plan is not None:
                found.append((plan, visit.head))
        return tuple(found)

    def _paths(self) -> list[Path]:
        """Return the files; none, and say so, where the disk does not answer."""
        try:
            return promptly(lambda: list(self.path.glob(f"*{SUFFIX}")), self.path)
        except StorageFullError as error:
            self.is_silent = True
            self._complain(self.path, error)
            return []

    def _visit(self, head: VisitHead) -> StoredVisit | None:
        try:
            return read_visit(head.path)
        except RecordError as error:
            self._complain(head.path, error)
            return None

    def _complain(self, path: Path, error: Exception) -> None:
        self.problems = (
            *self.problems,
            say("{file!s} is not used: {why!s}", file=path.name, why=error),
        )


def _head(path: Path, meta: dict[str, str]) -> VisitHead:
    began = datetime.fromisoformat(meta["began_utc"])
    if began.tzinfo is None:
        raise ValueError(f"{meta['began_utc']} says no time zone")
    return VisitHead(path, meta.get("subject", ""), Origin(meta["origin"]), began)
