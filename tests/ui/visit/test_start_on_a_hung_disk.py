"""A visit that begins on a disk that hangs: the window says so within a second, and asks where."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SHIM = Path(__file__).parents[2] / "session" / "slow_sync.c"

BEGIN = """
import json, os, sys, time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from emg_session.no_board import NoBoardVisit
from emg_session.visit import VisitSetup
from emg_ui.frame.application import make_application
from emg_ui.frame.window import Window
from emg_ui.train.train_screen import TrainScreen
from emg_ui.visit.visit_door import VisitChoice, VisitDoor
from emg_dosing.tables import load_tables

slow, other = Path(sys.argv[1]), Path(sys.argv[2])
app = make_application()
visit = NoBoardVisit(VisitSetup(tables=load_tables()))
visit.start()
window = Window(visit, door=VisitDoor(slow, ports=lambda: ()), train=TrainScreen.of)
window.show()
window.start()
window.visits.choose_person()
app.processEvents()
Path(os.environ["SYNC_DELAY"]).write_text("30")
begun = {}
for device in ("", "virtual?link=memory"):
    began_s = time.monotonic()
    window.phase.chosen.emit(VisitChoice("P2", device))
    took_s = time.monotonic() - began_s
    asked = window.desk.chooser
    begun[device] = {
        "took_s": took_s,
        "said": window.phase._message.text(),
        "asked": asked.isVisible(),
        "same": window.session is visit,
    }
asked.field.setText(str(other))
QTest.keyClick(asked.field, Qt.Key.Key_Return)
app.processEvents()
path = window.session.record_path
print(json.dumps({
    "tries": begun, "goes_on": str(path), "subject": window.session.treatment.subject,
    "exists": path.exists(), "board": window.session.has_board,
}))
window.close()
window.session.stop()
os._exit(0)  # threads still wait for the disk
"""


@pytest.mark.hazard("H-record-lost")
def test_a_visit_on_a_disk_that_hangs_is_told_and_begins_in_another_place(tmp_path: Path) -> None:
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("a C compiler on Linux is needed")
    shim = tmp_path / "slow_sync.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", shim, SHIM, "-ldl"], check=True)
    slow, other = tmp_path / "slow", tmp_path / "other"
    for made in (slow, other):
        made.mkdir()
    held = {
        "LD_PRELOAD": str(shim), "SYNC_DELAY": str(tmp_path / "delay"), "SYNC_ONLY": "/slow/",
        "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", BEGIN, str(slow), str(other)],
        capture_output=True, text=True, check=False, env=os.environ | held, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    for tried in found["tries"].values():
        assert "did not answer" in tried["said"]
        assert tried["took_s"] < 1.5  # 0.8 s, and what a busy machine adds
        assert tried["asked"]
        assert tried["same"], "the visit before goes on"
    assert Path(found["goes_on"]).parent == other
    assert found["exists"]
    assert (found["subject"], found["board"]) == ("P2", True)
