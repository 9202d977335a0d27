"""`Visit`: what every visit has, with a board or without: a life, a treatment, a record, a person.

`LiveSession` adds a stream to it and `NoBoardVisit` nothing.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy
from emg_dosing.tables import Tables
from emg_session.clocks import Clocks
from emg_session.decisions import Decision
from emg_session.entries import NewEvent
from emg_session.patience import require_answer
from emg_session.promise import Promise
from emg_session.session_record import SessionRecord
from emg_session.snapshot import Snapshot
from emg_session.treatment import Treatment
from emg_session.treatment_state import TreatmentState
from emg_session.visit_history import VisitHistory
from emg_session.visit_record import VisitRecord
from emg_session.visits import VisitFolder
from emg_signal.chunk import Origin
from emg_signal.errors import EmgError, RecordError
from emg_signal.phrase import say

REFRESH_S = 1.0
"""So often it is asked whether a suggestion still holds, also when the board is long gone."""


@dataclass(frozen=True, slots=True)
class VisitSetup:
    """What a visit begins with.

    Parameters
    ----------
    subject
        Label of the person (no name is needed).
    tables
        Dosing tables; None turns dosing off.
    plan
        The injector's plan, or None.
    examination
        Answers that were given beforehand; where a visit goes on, they add to its own.
    policy
        The clinic's, with its country; None for the program's own.
    record
        New file to record into, or None.
    folder
        Where earlier visits are looked for, or None.
    notes
        What a person must know from the start (why dosing is off), one line each.
    clocks
        Monotonic seconds, time of day and local date.
    """

    subject: str = ""
    tables: Tables | None = None
    plan: Plan | None = None
    examination: Examination | None = None
    policy: Policy | None = None
    record: Path | None = None
    folder: VisitFolder | None = None
    notes: tuple[str, ...] = ()
    clocks: Clocks = field(default_factory=Clocks)


class Visit(ABC):
    """One visit of one person.

    Parameters
    ----------
    setup
        What it begins with.
    """

    has_board: bool
    """Whether anything can be measured in it at all."""

    def __init__(self, setup: VisitSetup) -> None:
        self.tables = setup.tables
        self.ended = threading.Event()
        self.history = VisitHistory()
        self._setup, self._clocks = setup, setup.clocks
        self._notes = list(setup.notes)
        self._record = VisitRecord(self._new_record, setup.clocks.utc)
        self._is_started = self._is_stopped = False
        self._refreshed_s: float | None = None
        self.treatment = Treatment(
            setup.tables,
            record=self._put_on_record,
            promise=self._promise,
            now_s=self._clocks.now_s,
            today=self._clocks.today,
            subject=setup.subject,
            policy=setup.policy,
        )

    # -- life ---------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin the visit; does nothing once it began, and tries again after a failure.

        Raises
        ------
        EmgError
            It cannot begin, and nothing is left open; or it was stopped already.
        """
        if self._is_stopped:
            raise EmgError(say("The visit is over."), say("Begin another."))
        if self._is_started:
            return
        if self.record_path is not None:
            require_answer(self.record_path.parent)  # before a board, or anything else, is opened
        try:
            self._begin()
            self._take_answers()
        except BaseException:
            self._let_go()
            raise
        self._is_started = True

    def stop(self) -> None:
        """End the visit and seal its record; may be called twice."""
        self._is_stopped = True
        self._let_go()
        self.ended.set()

    def __enter__(self) -> Self:
        """Start, and return the visit."""
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Stop, whatever happened."""
        self.stop()

    @abstractmethod
    def _begin(self) -> None:
        """Open what the visit needs; what it leaves open when it raises, `_let_go` closes."""

    def _take_answers(self) -> None:
        """Put answers that were given beforehand on record, beside those of the visit so far."""
        asked = self._setup.examination
        if asked is not None:
            self.treatment.set_examination(self.treatment.state.examination.and_also(asked))

    def _let_go(self) -> None:
        """Close what is open; what is not open is no error."""
        self._record.close()

    def _meet(self, origin: Origin) -> None:
        """Look up the person's earlier visits, and let the rules know of their treatments."""
        setup = self._setup
        subject = self.treatment.subject
        self.history = VisitHistory(setup.folder, subject, origin, lambda: self.record_path)
        self.treatment.know_toxin(self.history.toxin_days(self._clocks.today()))
        if setup.folder is not None and setup.folder.is_silent:
            self._notes.append(
                say(
                    "Earlier visits of this person, if any, are not known: the disk of {folder!s} "
                    "did not answer. Ask about earlier treatments.",
                    folder=setup.folder.path,
                )
            )

    @property
    @abstractmethod
    def _origin(self) -> Origin:
        """Where samples come from, once that is known."""

    def _new_record(self, path: Path, continues: str = "") -> SessionRecord:
        return SessionRecord.create(
            path,
            subject=self.treatment.subject,
            origin=self._origin,
            utc_now=self._clocks.utc,
            continues=continues,
        )

    # -- what windows read, and what a person does ----------------------------------------------

    @property
    def error(self) -> EmgError | None:
        """Why nothing comes of a board; None while all is well, and without a board."""
        return None

    @abstractmethod
    def snapshot(self) -> Snapshot:
        """Return what there is to say now."""

    def _treated(self) -> TreatmentState:
        """Return the state of the treatment, with no suggestion that is too old."""
        self.treatment.settle()
        now_s = self._clocks.now_s()
        if self._refreshed_s is None or now_s - self._refreshed_s >= REFRESH_S:
            self._refreshed_s = now_s
            self.treatment.refresh()
        return self.treatment.state

    def set_plan(self, plan: Plan, *, why: str = "entered") -> None:
        """Make `plan` the newest version; the suggestion on the screen is withdrawn."""
        self.treatment.set_plan(plan, why=why)

    def decide(self, decision: Decision, units: Mapping[str, float] | None = None) -> bool:
        """Record a person's answer to the suggestion; False if it was answered already.

        `units` are what an edited one gives instead, point id → units.
        """
        return self.treatment.decide(decision, units)

    # -- record -------------------------------------------------------------------------------

    @property
    def _at_index(self) -> int:
        """Sample that an event is put on record at; -1 where there is no stream."""
        return -1

    def _put_on_record(self, *events: NewEvent) -> None:
        """Put events on record that belong together: all of them or none."""
        self._record.events(*events, index=self._at_index)

    def _promise(self, *events: NewEvent) -> Promise:
        """Put events on record that count only once they are on disk."""
        return self._record.promise(*events, index=self._at_index)

    @property
    def record_path(self) -> Path | None:
        """The file that the record is in, or will be; None where nothing is recorded."""
        return self._record.path or self._setup.record

    def move_record(self, path: Path) -> None:
        """Go on with the record in a new file that says the whole of the visit.

        Nobody waits for it: `Snapshot.record_text` says how far it is, and why where it fails.

        Parameters
        ----------
        path
            File to make; it must not exist.
        """
        self._record.move(path)

    @property
    def record_failure(self) -> RecordError | None:
        """Why nothing is recorded any more; None while it is, or where nothing is to be."""
        return self._record.failure

    @property
    def _record_text(self) -> str:
        return self._record.text
