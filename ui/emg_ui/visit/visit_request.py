"""`VisitRequest`: a visit without a board as a person asked for it, and what it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from emg_dosing.tables import Tables, load_tables
from emg_session.clocks import utc_now
from emg_session.files import load_plan
from emg_session.no_board import NoBoardVisit
from emg_session.record_folder import new_record
from emg_session.visit import VisitSetup
from emg_session.visits import VisitFolder
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_ui.text.settings import kept_folder
from emg_ui.visit.clinic_policy import clinic_policy
from emg_ui.visit.run_request import dosing_tables, examination_of, person_of, require_new


@dataclass(frozen=True, slots=True)
class VisitRequest:
    """A visit without a board.

    Parameters
    ----------
    person
        Label of the person; empty for the plan's.
    plan
        File, or None.
    record
        New session file; None for a new name in `folder`.
    folder
        Where session files are kept; None for the folder of `record`, else the user's own.
    again
        A closed visit to go on with instead of a new one.
    examination
        Answers of the examination, a file; None asked nothing.
    policy
        The clinic's policy, a file; None for the settings'.
    """

    person: str = ""
    plan: Path | None = None
    record: Path | None = None
    folder: Path | None = None
    again: Path | None = None
    examination: Path | None = None
    policy: Path | None = None

    @property
    def in_folder(self) -> Path:
        """Where session files are kept."""
        beside = self.again or self.record
        return self.folder or (kept_folder() if beside is None else beside.parent)


def make_visit(request: VisitRequest, *, load: Callable[[], Tables] = load_tables) -> NoBoardVisit:
    """Return the visit that `request` asks for, not started.

    Raises
    ------
    ConfigError, PlanError, RecordError
        A file that cannot be used, or options that do not go together.
    """
    if request.again is not None and (request.record or request.person):
        raise ConfigError(
            say("--again goes on with a visit: its person and its file are known."),
            say("Leave --person and --record out."),
        )
    tables, notes = dosing_tables(load)
    plan = None if request.plan is None or tables is None else load_plan(request.plan, tables)
    person = person_of(request.person, plan)
    require_new(request.record)
    record = request.record
    if record is None and request.again is None and person:
        record = new_record(request.in_folder, utc_now())
    setup = VisitSetup(
        subject=person,
        tables=tables,
        plan=plan,
        examination=examination_of(request.examination, tables),
        policy=clinic_policy(request.policy, tables),
        record=record,
        folder=VisitFolder(request.in_folder),
        notes=notes,
    )
    return NoBoardVisit(setup, earlier=request.again)
