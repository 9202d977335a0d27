"""What tests of the window share: staged sessions, real windows, and a check for what leaks."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

sys.path.insert(0, str(Path(__file__).parent))

from by_hand import PatientHand, settle
from staging import StagedSession

from emg_ui.frame.application import make_application
from emg_ui.frame.window import Window
from emg_ui.text.settings import Settings, settings_path
from emg_ui.text.theme import Look
from emg_ui.train.train_screen import TrainScreen

FEWEST_REFERENCES_LOST = 5000
"""PySide6 6.12.0 dropped one reference to None per void call, tens of thousands in half a minute
of window; what is freed meanwhile takes some hundreds with it. One test counts exactly."""


def active_timers() -> set[int]:
    return {
        id(thing)
        for thing in gc.get_objects()
        if isinstance(thing, QTimer) and isValid(thing) and thing.isActive()
    }


def delete_what_waits() -> None:
    """Delete what is to be deleted "later": outside an event loop all windows would pile up."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application()


@pytest.fixture(autouse=True)
def nothing_leaks(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves timers or windows behind, or loses references to None."""
    delete_what_waits()  # what an earlier test left to be deleted would count as lost in this one
    gc.collect()
    # What is left outlives this test: with it, two collections were four fifths of a test's cost.
    gc.freeze()
    timers, references = active_timers(), sys.getrefcount(None)
    yield
    settings_path().unlink(missing_ok=True)  # a country that one test sets is not the next one's
    shown = [w for w in qapp.topLevelWidgets() if w.isVisible()]
    assert not shown, f"windows left open: {shown}"
    gc.collect()
    left = active_timers() - timers
    assert not left, f"{len(left)} timers left running"
    lost = references - sys.getrefcount(None)
    assert lost < FEWEST_REFERENCES_LOST, f"{lost} references to None were lost"


@pytest.fixture
def staged() -> StagedSession:
    return StagedSession()


@pytest.fixture
def open_window(qapp: QApplication) -> Iterator[Callable[..., Window]]:
    """Return a function that opens a real window on a session; all are closed at the end."""
    opened: list[Window] = []

    def open_on(session, look: Look | None = None, size=(1280, 800), **parts) -> Window:
        settings = Settings().with_look(look or Look())
        parts.setdefault("now_s", PatientHand())
        window = Window(session, settings=settings, train=TrainScreen.of, **parts)
        opened.append(window)
        window.resize(*size)
        window.show()
        window.start()
        settle(window)
        return window

    yield open_on
    for window in opened:
        window.close()
        window.deleteLater()
    qapp.processEvents()
    delete_what_waits()
