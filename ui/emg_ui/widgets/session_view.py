"""`SessionView`: the part of a session that windows use; `LiveSession` is one."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Protocol

from emg_dosing.plan import Plan
from emg_dosing.tables import Tables
from emg_session.columns import ColumnRing
from emg_session.decisions import Decision
from emg_session.protocol import Protocol as CueProtocol
from emg_session.snapshot import Snapshot
from emg_session.treatment import Treatment
from emg_session.visit_history import VisitHistory
from emg_signal.errors import EmgError
from emg_signal.montage import Montage


class SessionView(Protocol):
    """What a window reads, and what a person does through it."""

    has_board: bool
    """Whether anything can be measured in it at all."""
    montage: Montage
    tables: Tables | None
    record_path: Path | None
    error: EmgError | None
    ended: threading.Event
    treatment: Treatment
    history: VisitHistory

    @property
    def columns(self) -> ColumnRing:
        """Pixel columns of all channels."""

    def snapshot(self) -> Snapshot:
        """Return the newest snapshot, aged by the clock."""

    def start_protocol(self, protocol: CueProtocol) -> None:
        """Begin a cue protocol at the newest sample."""

    def set_plan(self, plan: Plan, *, why: str = ...) -> None:
        """Make `plan` the newest version; raises `PlanError` if it is another person's."""

    def decide(self, decision: Decision) -> bool:
        """Record a person's answer to the suggestion."""

    def stop(self) -> None:
        """Stop streaming and close the record."""
