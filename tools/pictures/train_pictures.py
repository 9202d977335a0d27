"""`take_training`: pictures of the training window: list, brief, a running case, answers, debrief.

The real training window on a real case, in real time; `__main__` calls it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from emg_signal.montage import Side
from emg_simulators.clocks import StepClock
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.attempts import AttemptStore
from emg_training.catalogue import find
from emg_ui.text.settings import Settings
from emg_ui.train.run_page import RunPage
from emg_ui.train.train_window import TrainingWindow

CASE = "find-the-bad-electrode"
NAMES = ("brief", "run", "notice", "case", "decide", "instructor", "debrief", "list")
LOOKS = (("", Settings(language="en")), ("_light_200", Settings(theme="light", text_scale=2.0)))
SETTLED_S = 0.3
HELD_S = 0.002
WATCHED_S = 8.6
"""Into the calibration's second contraction: lanes have moved, and the hum is marked."""
LONGEST_S = 120.0


class HeldClock(StepClock):
    """Runs as fast as it can be computed up to a moment, and no faster than life from then on."""

    def __init__(self) -> None:
        super().__init__()
        self.until_s = 0.0
        """The moment, seconds."""

    def sleep(self, seconds: float) -> None:
        """Wait for no time at all, or for a little of everybody's."""
        if self() < self.until_s:
            super().sleep(seconds)
        else:
            time.sleep(HELD_S)
            super().sleep(HELD_S)


@dataclass(frozen=True)
class _Camera:
    folder: Path
    wanted: frozenset[str]
    saved: Callable[[QImage], QImage]

    def live(self, seconds: float) -> None:
        until_s = time.monotonic() + seconds
        while time.monotonic() < until_s:
            QCoreApplication.processEvents()
            time.sleep(0.004)

    def take(self, name: str, seen: QWidget) -> None:
        self.live(SETTLED_S)
        if self.wanted and name not in self.wanted:
            return
        QCoreApplication.sendPostedEvents()
        self.saved(seen.grab().toImage()).save(str(self.folder / f"{name}.png"), quality=0)
        sys.stdout.write(f"{name}.png\n")


def take_training(
    folder: Path,
    wanted: frozenset[str] = frozenset(),
    *,
    saved: Callable[[QImage], QImage] = QImage,
) -> None:
    """Take the pictures of a case from the list to the debrief, ``ui_train_*.png``.

    Parameters
    ----------
    folder
        Where they go.
    wanted
        Names to save; all if empty.
    saved
        What is done to a picture before it is saved (fewer colours, say).
    """
    camera = _Camera(folder, wanted, saved)
    for ending, settings in LOOKS:
        names = {f"ui_train_{name}{ending}" for name in NAMES}
        if wanted and not wanted & names:
            continue
        with tempfile.TemporaryDirectory() as temporary:
            store = AttemptStore(Path(temporary) / "attempts.jsonl")
            clock = HeldClock()  # however busy the machine is, the same moment is seen
            window = TrainingWindow(store, settings=settings, clock=clock, sleep=clock.sleep)
            window.resize(1280, 800)
            window.show()
            _follow(window, camera, clock, ending)
            window.close()


def _follow(window: TrainingWindow, camera: _Camera, clock: HeldClock, ending: str) -> None:
    case = find(CASE)
    window.show_brief(case)
    camera.take(f"ui_train_brief{ending}", window)
    window.begin(case)
    page = window.page
    assert isinstance(page, RunPage)  # noqa: S101 - it was begun above
    clock.until_s = WATCHED_S
    give_up_s = time.monotonic() + LONGEST_S
    while page.run.time_s < WATCHED_S - 0.2 and time.monotonic() < give_up_s:
        camera.live(0.05)
    page.refresh()
    camera.take(f"ui_train_run{ending}", window)
    page.open_notice()
    page.notice.what.choose(Noticed.MAINS)
    page.notice.muscle.choose("corrugator")
    page.notice.side.choose(Side.LEFT)
    camera.take(f"ui_train_notice{ending}", window)
    page.notice.say()
    desk = page.window_of_case.desk
    desk.show_phase(desk.screens.index(desk.train))
    camera.take(f"ui_train_case{ending}", window)
    desk.show_phase(desk.first)
    page.open_instructor()
    assert page.instructor is not None  # noqa: S101 - it was opened above
    camera.take(f"ui_train_instructor{ending}", page.instructor)
    page.open_decide()
    page.decide.choice.choose(CaseChoice.MEND)
    page.decide.reason.choose(CaseReason.ELECTRODE)
    camera.take(f"ui_train_decide{ending}", window)
    page.decide.say()
    camera.take(f"ui_train_debrief{ending}", window)
    window.show_list(CASE)
    camera.take(f"ui_train_list{ending}", window)
