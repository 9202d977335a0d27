"""A visit whose file waits, or fails, when a test says so: below it everything is real."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable
from pathlib import Path

from emg_dosing.tables import load_tables
from emg_session.clocks import Clocks
from emg_session.files import load_plan
from emg_session.no_board import NoBoardVisit
from emg_session.session_record import SessionRecord
from emg_session.store import SessionFile
from emg_session.visit import VisitSetup
from emg_signal.errors import StorageFullError
from emg_ui.visit.run_request import demo_plan_path

UTC = "2026-03-02T12:00:00+00:00"
TABLES = load_tables()
PLAN = load_plan(demo_plan_path(), TABLES)


class Disk:
    """Answers at once, not at all, or with an error."""

    def __init__(self) -> None:
        self._answers = threading.Event()
        self._answers.set()
        self.error: Exception | None = None

    def hang(self) -> None:
        self._answers.clear()

    def answer(self) -> None:
        self._answers.set()

    def fill(self) -> None:
        self.error = StorageFullError("Cannot write: the disk is full.", "Free some space.")

    def wait(self) -> None:
        assert self._answers.wait(60)
        if self.error is not None:
            raise self.error


class SlowFile(SessionFile):
    """A session file on such a disk."""

    disk = Disk()

    def commit(self) -> None:
        self.disk.wait()
        super().commit()


class SlowVisit(NoBoardVisit):
    """A visit of P1 with the demonstration's plan, recorded on such a disk."""

    def __init__(self, path: Path) -> None:
        clocks = Clocks(utc=lambda: UTC, today=lambda: dt.date(2026, 3, 2))
        super().__init__(VisitSetup("P1", tables=TABLES, plan=PLAN, record=path, clocks=clocks))
        self.disk = Disk()

    def _new_record(self, path: Path, continues: str = "") -> SessionRecord:
        if continues:  # another place is another disk
            return super()._new_record(path, continues)
        meta = {"subject": "P1", "origin": "live", "began_utc": UTC}
        file = SlowFile.create(path, meta=meta, min_free_bytes=0)
        file.disk = self.disk
        return SessionRecord(file, lambda: UTC)


def until(true: Callable[[], object], within_s: float = 20.0) -> float:
    """Wait as whoever looks ten times a second does; return how long it took."""
    began_s = time.monotonic()
    while not true():
        assert time.monotonic() - began_s < within_s
        time.sleep(0.02)
    return time.monotonic() - began_s
