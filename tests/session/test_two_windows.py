"""A session file that one window writes is read by another as it was at one moment."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

import pytest

from emg_dosing.tables import load_tables
from emg_session.clocks import Clocks
from emg_session.files import load_plan
from emg_session.no_board import NoBoardVisit
from emg_session.reopening import reopen_session
from emg_session.store import SessionFile
from emg_session.stored import read_verified
from emg_session.visit import VisitSetup
from emg_signal.errors import RecordError
from emg_ui.visit.run_request import demo_plan_path

UTC = "2026-03-02T12:00:00+00:00"


class Owner(threading.Thread):
    """Goes on writing a session file, a commit after the other."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path, self._enough = path, threading.Event()
        self.began = threading.Event()
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            file = SessionFile.create(self._path, meta={"began_utc": UTC}, min_free_bytes=0)
            while not self._enough.is_set():
                file.append_event("note", {"text": "x" * 200}, utc=UTC, index=-1)
                file.commit()
                self.began.set()
            file.close(utc=UTC, index=-1)
        except BaseException as error:
            self.failure = error

    def stop(self) -> None:
        self._enough.set()
        self.join()
        assert self.failure is None


def test_a_file_is_whole_to_whoever_reads_it_while_its_owner_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    owner = Owner(path)
    owner.start()
    try:
        assert owner.began.wait(10)
        lengths = [read_verified(path).records for _ in range(60)]
    finally:
        owner.stop()
    assert lengths == sorted(lengths)
    assert lengths[-1] > lengths[0]


def test_a_file_that_is_written_now_is_open_in_another_window_and_not_altered(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.evenhand"
    owner = Owner(path)
    owner.start()
    try:
        assert owner.began.wait(10)
        for _ in range(30):
            with pytest.raises(RecordError, match="open in another window"):
                reopen_session(path, utc=UTC)
    finally:
        owner.stop()


def test_a_visit_is_taken_up_as_the_window_before_left_it(tmp_path: Path) -> None:
    path, tables = tmp_path / "a.evenhand", load_tables()
    plan = load_plan(demo_plan_path(), tables)
    clocks = Clocks(utc=lambda: UTC, today=lambda: dt.date(2026, 3, 2))
    with NoBoardVisit(
        VisitSetup("P1", tables=tables, plan=plan, record=path, clocks=clocks)
    ) as first:
        again = NoBoardVisit(VisitSetup(tables=tables, clocks=clocks), earlier=path)
        assert first.treatment.give(plan.points[0].id, at_utc=UTC)
    with again:
        assert [tick.point.id for tick in again.treatment.state.given] == [plan.points[0].id]
        assert not again.treatment.give(plan.points[0].id, at_utc=UTC)
