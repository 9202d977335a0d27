"""`SessionView`: the part of a visit that windows use; with a board it is a `BoardSession`."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeGuard

from emg_dosing.plan import Plan
from emg_dosing.tables import Tables
from emg_session.columns import ColumnRing
from emg_session.decisions import Decision
from emg_session.guide import Guide
from emg_session.protocol import Protocol as CueProtocol
from emg_session.snapshot import Snapshot
from emg_session.treatment import Treatment
from emg_session.visit_history import VisitHistory
from emg_signal.errors import EmgError, RecordError
from emg_signal.montage import Montage


class SessionView(Protocol):
    """What a window reads of every visit, and what a person does through it."""

    has_board: bool
    """Whether anything can be measured in it at all."""
    tables: Tables | None
    ended: threading.Event
    treatment: Treatment
    history: VisitHistory

    @property
    def error(self) -> EmgError | None:
        """Why nothing comes of a board; None while all is well."""

    @property
    def record_path(self) -> Path | None:
        """The file that the record is in; None where nothing is recorded."""

    @property
    def record_failure(self) -> RecordError | None:
        """Why nothing is recorded any more; None while it is."""

    def snapshot(self) -> Snapshot:
        """Return the newest snapshot, aged by the clock."""

    def set_plan(self, plan: Plan, *, why: str = ...) -> None:
        """Make `plan` the newest version; raises `PlanError` if it is another person's."""

    def decide(self, decision: Decision, units: Mapping[str, float] | None = None) -> bool:
        """Record a person's answer to the suggestion, with the units of an edited one."""

    def move_record(self, path: Path) -> None:
        """Go on with the record in a new file that says the whole of the visit."""

    def stop(self) -> None:
        """Stop streaming and close the record."""


class BoardSession(SessionView, Protocol):
    """What a visit with a board shows and lets a person do besides."""

    guide: Guide
    is_guided: bool
    """Whether a person begins the steps; else the session's own cues are all there is."""

    @property
    def montage(self) -> Montage:
        """Which channel is which site now."""

    @property
    def columns(self) -> ColumnRing:
        """Pixel columns of all channels."""

    @property
    def index(self) -> int:
        """Newest sample that was read out."""

    def mark(self, name: str, source: str = ..., *, index: int | None = None) -> None:
        """Put a named event on record."""

    def start_protocol(self, protocol: CueProtocol, *, reseated: bool = False) -> None:
        """Begin a cue protocol at the newest sample."""

    def give_up(self) -> None:
        """End the running protocol."""

    def measure_contact(self) -> None:
        """Measure the impedance of the electrodes."""

    def reconnect(self) -> None:
        """Look for a lost board at once."""

    def take_other_board(self) -> None:
        """Go on with the board that answers in the place of a lost one."""

    def show_unfiltered(self, unfiltered: bool) -> None:
        """Put samples before the filters into the lanes."""

    def follow_hum(self, mains_hz: float) -> None:
        """Take hum out, looked for at a mains frequency, Hz; raises `EmgError` if it cannot be."""

    def begin_block(self, montage: Montage) -> None:
        """Measure other pairs from now on."""


def with_board(session: SessionView) -> TypeGuard[BoardSession]:
    """Return whether there is a board in the visit."""
    return session.has_board
