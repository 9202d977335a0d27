"""`Window`: the phases of a treatment as screens over one session.

One precise timer of 16 ms asks for new columns and draws them; every tenth of a second the
newest snapshot's numbers are shown. Nothing is drawn while the window is hidden or nothing
changed, and acquisition never waits for any of it.
"""

from __future__ import annotations

import contextlib
from functools import partial
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from emg_session.snapshot import LinkState, Snapshot
from emg_signal.errors import EmgError
from emg_ui.cards import label, set_text, set_tone
from emg_ui.decide_screen import DecideScreen
from emg_ui.inject_screen import InjectScreen
from emg_ui.marks import mark_of
from emg_ui.measure_screen import ORIGIN_WORDS, MeasureScreen
from emg_ui.prepare_screen import PrepareScreen
from emg_ui.review_screen import ReviewScreen
from emg_ui.screen import Screen
from emg_ui.session_view import SessionView
from emg_ui.style import style_sheet
from emg_ui.theme import Look

FRAME_MS = 16
"""Time between looks for new columns: the frame of a 60 Hz display."""

NUMBERS_S = 0.1
"""Least time between changes of numbers and bars: faster ones cannot be read."""

NOT_A_DEVICE = "Training and research – not a medical device"


class Window(QMainWindow):
    """The main window.

    Parameters
    ----------
    session
        Started session; the window stops it when it closes.
    look
        Theme and text scale.
    """

    def __init__(self, session: SessionView, *, look: Look | None = None) -> None:
        super().__init__()
        self.session = session
        self.look = look or Look()
        self.frames = 0
        self.setWindowTitle("Evenhand")
        self.setMinimumSize(960, 600)
        self.prepare = PrepareScreen(session, look=self.look)
        self.measure = MeasureScreen(session, look=self.look)
        self.decide = DecideScreen(session, look=self.look)
        self.inject = InjectScreen(session, look=self.look)
        self.review = ReviewScreen(session, look=self.look, given=lambda: self.inject.given)
        self._build()
        self._shortcuts()
        self._numbers_at_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Show the lanes and begin to draw."""
        self.measure.attach()
        self.show_phase(self.screens.index(self.measure))
        self._timer.start()

    def _build(self) -> None:
        self.setStyleSheet(style_sheet(self.look))
        self._link = label("", "headline")
        self._board = label("", "muted")
        self._record = label("", "muted")
        self._keys = label("", "muted")
        self._stack = QStackedWidget()
        for screen in self.screens:
            self._stack.addWidget(screen)
        self._banner = label("", "banner")
        self._banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = label("Evenhand", "headline")
        header = QHBoxLayout()
        header.setContentsMargins(12, 4, 12, 4)
        header.setSpacing(16)
        header.addWidget(title)
        header.addLayout(self._phase_buttons())
        header.addStretch(1)
        header.addWidget(self._board)
        header.addWidget(self._link)
        footer = QHBoxLayout()
        footer.setContentsMargins(12, 2, 12, 4)
        footer.addWidget(label(NOT_A_DEVICE, "muted"))
        footer.addStretch(1)
        footer.addWidget(self._keys)
        footer.addStretch(1)
        footer.addWidget(self._record)
        centre = QWidget()
        centre.setObjectName("screen")
        centre.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._banner)
        column.addWidget(self._stack, 1)
        column.addLayout(footer)
        self.setCentralWidget(centre)

    @property
    def screens(self) -> tuple[Screen, ...]:
        """The phases in order."""
        return (self.prepare, self.measure, self.decide, self.inject, self.review)

    @property
    def phase(self) -> Screen:
        """The phase that is shown."""
        return self.screens[self._stack.currentIndex()]

    def _phase_buttons(self) -> QHBoxLayout:
        """Return one button per phase; F1 to F5 press them."""
        row = QHBoxLayout()
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        for i, screen in enumerate(self.screens):
            button = QPushButton(f"F{i + 1} {screen.title}")
            button.setProperty("kind", "phase")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.show_phase, i))
            QShortcut(QKeySequence(f"F{i + 1}"), self).activated.connect(
                partial(self.show_phase, i)
            )
            self._group.addButton(button, i)
            row.addWidget(button)
        return row

    def show_phase(self, index: int, _: bool = False) -> None:
        """Show phase `index` and put the keyboard where it begins."""
        self._stack.setCurrentIndex(index)
        self._group.button(index).setChecked(True)
        set_text(self._keys, self.phase.keys)
        with contextlib.suppress(EmgError):  # before the session started there is no snapshot
            self.show_snapshot(self.session.snapshot())
        self.phase.take_focus()

    def _shortcuts(self) -> None:
        """Keys of one phase work there alone."""
        for key, screen, act in (
            ("+", self.measure, lambda: self.measure.step_scale(1)),
            ("=", self.measure, lambda: self.measure.step_scale(1)),
            ("-", self.measure, lambda: self.measure.step_scale(-1)),
            ("C", self.measure, self.measure.calibrate),
            ("A", self.measure, self.measure.suggestion.answers.accept),
            ("E", self.measure, self.measure.suggestion.answers.edit),
            ("R", self.measure, self.measure.suggestion.answers.reject),
            ("A", self.decide, self.decide.suggestion.answers.accept),
            ("E", self.decide, self.decide.suggestion.answers.edit),
            ("R", self.decide, self.decide.suggestion.answers.reject),
        ):
            shortcut = QShortcut(QKeySequence(key), screen)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

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
        """Show the numbers and the state of `snapshot` on every screen that shows them."""
        mark = mark_of(snapshot.link)
        set_text(self._link, f"{mark.shape} {mark.word.upper()}")
        set_tone(self._link, str(mark.tone))
        set_text(self._board, _board_text(snapshot))
        set_text(self._record, _record_text(snapshot))
        word = ORIGIN_WORDS[snapshot.origin]
        self._banner.setVisible(bool(word))
        set_text(self._banner, _banner_text(word))
        self.phase.show_snapshot(snapshot)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802, D102
        self._timer.stop()
        self.session.stop()
        super().closeEvent(event)


def _board_text(snapshot: Snapshot) -> str:
    if snapshot.link is LinkState.LOST:
        return snapshot.board
    measured = snapshot.measured_fs_hz
    rate = f"{snapshot.fs_hz:.0f} Hz" if measured is None else f"{measured:.1f} Hz"
    lost = f"  {snapshot.lost_samples} samples lost" if snapshot.lost_samples else ""
    return f"{snapshot.board}  {rate}{lost}"


def _record_text(snapshot: Snapshot) -> str:
    if snapshot.record_text:
        return snapshot.record_text
    if snapshot.recorded_s > 0:
        return f"recorded {snapshot.recorded_s:.0f} s"
    return "not recorded"


def _banner_text(word: str) -> str:
    if word == "SIMULATED":
        return "SIMULATED – a virtual patient, no person is measured"
    if word == "PLAYBACK":
        return "PLAYBACK – a recording, nobody is measured now"
    return ""
