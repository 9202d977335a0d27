"""Visits in a window, each on a record that fails in one way, in a process that may mount disks.

Arguments: folder, fault, number of visits, file that the shim below SQLite reads its delay from.
One line of JSON a visit: what the screen showed, what the files hold, and how long it took.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from emg_dosing.tables import load_tables
from emg_session.files import load_plan
from emg_session.no_board import NoBoardVisit
from emg_session.session_record import SessionRecord
from emg_session.store import SessionFile
from emg_session.stored_visit import read_visit
from emg_session.visit import VisitSetup
from emg_ui.frame.application import make_application
from emg_ui.frame.window import Window
from emg_ui.train.train_screen import TrainScreen
from emg_ui.visit.run_request import demo_plan_path

UTC = "2026-03-02T12:00:00+00:00"
APP = make_application()
TABLES = load_tables()
PLAN = load_plan(demo_plan_path(), TABLES)
INJECT = 3
WATCHED_S = 2.5
"""So long is waited for what is told, and for what becomes of a tick."""


class PatientHand:
    """A clock by which presses are never in haste."""

    now_s = 0.0

    def __call__(self) -> float:
        self.now_s += 2.0
        return self.now_s


class SmallDiskVisit(NoBoardVisit):
    """A visit that begins on a disk with less than 500 MB, too."""

    def _new_record(self, path: Path, continues: str = "") -> SessionRecord:
        meta = {"subject": "P1", "origin": "live", "began_utc": UTC}
        if continues:
            meta["continues"] = continues
        file = SessionFile.create(path, meta=meta, min_free_bytes=0)
        return SessionRecord(file, self._clocks.utc)


def fill(folder: Path) -> None:
    """Fill a small disk to the last byte."""
    with (folder / "full").open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


class Visiting:
    """One visit, as a person sees it."""

    def __init__(self, folder: Path, fault: str, delay: Path) -> None:
        self.fault, self.delay = fault, delay
        self.place, self.other = folder / "slow", folder / "other"
        for made in (self.place, self.other):
            made.mkdir(parents=True)
        if fault == "full":
            mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "none", str(self.place)]
            subprocess.run(mount, check=True)
        self.path = self.place / "a.evenhand"
        setup = VisitSetup("P1", tables=TABLES, plan=PLAN, record=self.path)
        self.visit = SmallDiskVisit(setup)
        self.visit.start()
        self.window = Window(self.visit, train=TrainScreen.of, now_s=PatientHand())
        self.window.show()
        self.window.start()
        self.window.desk.show_phase(INJECT)
        self.longest_turn_s = 0.0

    def until(self, true: Callable[[], object], within_s: float) -> float | None:
        """Let the window live until something is true; None if it is not in time."""
        began_s = time.monotonic()
        while not true():
            turn_s = time.monotonic()
            if turn_s - began_s > within_s:
                return None
            APP.processEvents()
            self.longest_turn_s = max(self.longest_turn_s, time.monotonic() - turn_s)
            time.sleep(0.002)
        return time.monotonic() - began_s

    def shown(self) -> list[str]:
        sheet = self.window.desk.inject.sheet
        return [p.id for row, p in enumerate(PLAN.points) if sheet.item(row, 0).text() == "✓"]

    def is_told(self) -> bool:
        desk = self.window.desk
        words = [label.text() for label in desk.inject.findChildren(QLabel) if label.isVisible()]
        return desk.record_bar.isVisible() or any("NOT on record" in text for text in words)

    def press(self) -> float | None:
        """Tick the next point; return how long it took to be shown, None if it is not."""
        before, began_s = self.shown(), time.monotonic()
        self.window.desk.inject.take_focus()
        QTest.keyClick(self.window.desk.inject.sheet, Qt.Key.Key_Space)
        self.longest_turn_s = max(self.longest_turn_s, time.monotonic() - began_s)
        self.until(lambda: self.shown() != before or self.is_told(), WATCHED_S)
        return None if self.shown() == before else time.monotonic() - began_s

    def break_record(self) -> None:
        match self.fault:
            case "full":
                fill(self.place)
            case "folder goes":
                shutil.rmtree(self.place)
            case "file renamed":
                self.path.rename(self.path.with_name("b.evenhand"))
            case seconds:
                self.delay.write_text(seconds)

    def run(self) -> dict[str, Any]:
        quick_s = [self.press(), self.press()]
        began_s = time.monotonic()
        self.break_record()
        told_s = None
        if self.fault in ("folder goes", "file renamed"):
            self.until(self.is_told, WATCHED_S)
            told_s = time.monotonic() - began_s
        began_s = time.monotonic()
        after_s = [self.press()]
        if self.is_told() and told_s is None:
            told_s = time.monotonic() - began_s
        after_s += [self.press(), self.press()]
        self.until(self.window.desk.record_bar.isVisible, 1.0)
        before_move = self.shown()
        self.delay.write_text("0")
        self.visit.move_record(self.other / "c.evenhand")
        moved_s = self.until(
            lambda: self.visit.record_path.parent == self.other and not self.is_barred(), 30.0
        )
        while len(self.shown()) < len(PLAN.points) and self.press() is not None:
            pass
        shown = self.shown()
        self.window.close()
        self.window.deleteLater()
        APP.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return {
            "fault": self.fault,
            "quick_s": quick_s,
            "after_s": after_s,
            "told_s": told_s,
            "moved_s": moved_s,
            "longest_turn_s": self.longest_turn_s,
            "shown_before_move": before_move,
            "shown": shown,
        }

    def is_barred(self) -> bool:
        return self.window.desk.record_bar.isVisible()

    def on_file(self) -> dict[str, Any]:
        """Return what both files hold, the first one where it can still be read."""
        held = {"new": [tick.point.id for tick in read_visit(self.other / "c.evenhand").given]}
        if self.path.exists():
            held["old"] = [tick.point.id for tick in read_visit(self.path).given]
        return held


def main() -> None:
    folder, fault, visits = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    delay = Path(sys.argv[4])
    delay.write_text("0")
    made = []
    for number in range(visits):
        visiting = Visiting(folder / str(number), fault, delay)
        made.append((visiting, visiting.run()))
    if fault not in ("full", "folder goes", "file renamed"):
        time.sleep(2.5 * float(fault))  # what was on its way to the disk is there, and withdrawn
    for visiting, told in made:
        print(json.dumps({**told, **visiting.on_file()}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
