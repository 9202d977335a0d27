"""Inject asks about a tick that was written when the program died, and Space answers it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import Qt

sys.path.insert(0, str(Path(__file__).parents[2] / "session"))

from slow_visit import PLAN, TABLES, UTC

from emg_session.clocks import Clocks
from emg_session.no_board import NoBoardVisit
from emg_session.storage import log_of
from emg_session.stored_visit import read_visit
from emg_session.visit import VisitSetup

CLOCKS = Clocks(utc=lambda: UTC)


def test_a_tick_in_doubt_is_asked_about_and_answered_by_the_key_that_ticks(
    open_window, qtbot, tmp_path
):
    first, left = tmp_path / "a.evenhand", tmp_path / "b.evenhand"
    setup = VisitSetup("P1", tables=TABLES, plan=PLAN, record=first, clocks=CLOCKS)
    with NoBoardVisit(setup) as visit:
        for point in PLAN.points[:2]:
            assert visit.treatment.give(point.id, at_utc=UTC)
        shutil.copy(first, left)  # as a killed program leaves it
        shutil.copy(log_of(first), log_of(left))
    with NoBoardVisit(VisitSetup(tables=TABLES, clocks=CLOCKS), earlier=left) as again:
        window = open_window(again)
        window.desk.show_phase(3)
        inject = window.desk.inject
        inject.show_snapshot(again.snapshot())
        sheet = inject.sheet
        assert [sheet.item(row, 0).text() for row in (0, 1, 2)] == ["?", "?", "○"]
        assert "Given?" in sheet.item(0, sheet.columnCount() - 1).text()
        assert sheet.currentRow() == 0
        qtbot.keyClick(sheet, Qt.Key.Key_Space)
        assert [sheet.item(row, 0).text() for row in (0, 1, 2)] == ["✓", "?", "○"]
        assert sheet.currentRow() == 1
        qtbot.keyClick(sheet, Qt.Key.Key_Backspace)
        assert [sheet.item(row, 0).text() for row in (0, 1, 2)] == ["✓", "○", "○"]
    assert [tick.point.id for tick in read_visit(left).given] == [PLAN.points[0].id]
