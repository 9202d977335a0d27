"""`Window`: one session, drawn as new samples come, in the look that a person chose.

One precise timer of 16 ms asks for new columns and draws them; every tenth of a second the
newest snapshot's numbers are shown. Nothing is drawn while the window is hidden or nothing
changed, and acquisition never waits for any of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from emg_session.snapshot import Snapshot
from emg_ui.desk import MEASURE, Desk
from emg_ui.measure_screen import MeasureScreen
from emg_ui.screen import Screen
from emg_ui.session_view import SessionView
from emg_ui.theme import DARK, LIGHT, TEXT_SCALES, Look

FRAME_MS = 16
"""Time between looks for new columns: the frame of a 60 Hz display."""

NUMBERS_S = 0.1
"""Least time between changes of numbers and bars: faster ones cannot be read."""


class Window(QMainWindow):
    """The main window.

    Parameters
    ----------
    session
        Started session; the window stops it when it closes.
    look
        Theme and text scale.
    keep_look
        Called with each new look, to keep it for the next start.
    """

    def __init__(
        self,
        session: SessionView,
        *,
        look: Look | None = None,
        keep_look: Callable[[Look], None] = lambda look: None,
    ) -> None:
        super().__init__()
        self.session = session
        self.given: dict[str, datetime] = {}
        self.frames = 0
        self._keep_look = keep_look
        self._numbers_at_s = 0.0
        self.setWindowTitle("Evenhand")
        self.setMinimumSize(960, 600)
        self.desk = self._make_desk(look or Look())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)
        for keys, act in (
            ("Ctrl+T", self.change_theme),
            ("Ctrl++", lambda: self.step_text(1)),
            ("Ctrl+=", lambda: self.step_text(1)),
            ("Ctrl+-", lambda: self.step_text(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _make_desk(self, look: Look) -> Desk:
        desk = Desk(self.session, look=look, given=self.given)
        self.setCentralWidget(desk)
        return desk

    @property
    def look(self) -> Look:
        """Theme and text scale."""
        return self.desk.look

    @property
    def measure(self) -> MeasureScreen:
        """The screen with the lanes."""
        return self.desk.measure

    @property
    def phase(self) -> Screen:
        """The phase that is shown."""
        return self.desk.phase

    def start(self) -> None:
        """Show the lanes and begin to draw."""
        self.measure.attach()
        self.desk.show_phase(MEASURE)
        self._timer.start()

    def set_look(self, look: Look) -> None:
        """Show everything in another look; nothing else changes."""
        if look == self.look:
            return
        phase, scale_uv = self.desk.screens.index(self.phase), self.measure.lanes.scale_uv
        self.desk = self._make_desk(look)
        self.measure.attach()
        self.measure.set_scale(scale_uv)
        self.desk.show_phase(phase)
        self._keep_look(look)

    def change_theme(self) -> None:
        """Change between dark and light."""
        self.set_look(replace(self.look, theme=LIGHT if self.look.theme is DARK else DARK))

    def step_text(self, step: int) -> None:
        """Take the next larger (+1) or smaller (-1) text scale."""
        i = TEXT_SCALES.index(self.look.scale) + step
        if 0 <= i < len(TEXT_SCALES):
            self.set_look(replace(self.look, scale=TEXT_SCALES[i]))

    def tick(self) -> None:
        """Draw what is new; called by the timer, and by whoever drives the window by hand."""
        if not self.isVisible() or self.isMinimized():
            return
        if self.phase is self.measure and self.measure.advance():
            self.frames += 1
        now_s = perf_counter()
        if now_s - self._numbers_at_s >= NUMBERS_S:
            self._numbers_at_s = now_s
            self.show_snapshot(self.session.snapshot())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the numbers and the state of `snapshot`."""
        self.desk.show_snapshot(snapshot)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802, D102
        self._timer.stop()
        self.session.stop()
        super().closeEvent(event)
