"""`Desk`: the phases of a treatment as screens, with header, banner and footer, in one look.

A change of theme or text scale makes a new desk: what it shows lives in the session.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from emg_session.snapshot import LinkState, Snapshot
from emg_session.treatment_state import TreatmentState
from emg_signal.chunk import Origin
from emg_signal.errors import EmgError
from emg_signal.phrase import say
from emg_ui.decide.decide_screen import DecideScreen
from emg_ui.decide.suggestion_card import SuggestionCard
from emg_ui.frame.menu import Command, MenuButton
from emg_ui.frame.message_bar import MessageBar
from emg_ui.frame.person_label import PersonLabel
from emg_ui.frame.record_bar import RecordBar
from emg_ui.inject.inject_screen import InjectScreen
from emg_ui.measure.measure_screen import MeasureScreen
from emg_ui.measure.no_board_screen import NoBoardScreen
from emg_ui.prepare.plan_edits import PlanEdits
from emg_ui.prepare.prepare_screen import PrepareScreen
from emg_ui.review.review_screen import ReviewScreen
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import ORIGIN_WORDS, mark_of
from emg_ui.text.messages import messages_of
from emg_ui.text.style import style_sheet
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import label, set_text, set_tone
from emg_ui.widgets.chooser import Chooser
from emg_ui.widgets.elided_label import ElidedLabel
from emg_ui.widgets.notice import Notice
from emg_ui.widgets.screen import MakeScreen, Screen
from emg_ui.widgets.session_view import SessionView, with_board

WRITING_MS = 20
"""Between two looks while something is being written: whether it is on disk is told in time."""
FOOTER_GAP_PX = 20
"""Between the parts of the footer, which are no sentence."""
NOT_A_DEVICE = say("Training and research – not a medical device")

MEASURE = 1
"""Index of the Measure screen, with which a session on a board begins."""

DECIDE = 2
"""Index of the Decide screen."""

_Key = tuple[str, Screen, Callable[[], object]]
"""A key, the screen on which it works, and what it does."""


class Desk(QWidget):
    """Everything in the window.

    Parameters
    ----------
    session
        Started session.
    look
        Theme and text scale.
    edits
        What can be undone on Prepare; kept by the window, since a desk is remade.
    commands
        What can be done on every screen, in the order of the menu.
    train
        Makes the Train screen.
    read
        Keys of the messages that were put away; kept by the window.
    now_s
        Monotonic clock that guards answers and ticks against keys that repeat, seconds.
    """

    trouble_began = Signal()
    """The record can be relied on no more."""

    def __init__(
        self,
        session: SessionView,
        *,
        look: Look,
        edits: PlanEdits | None = None,
        commands: Sequence[Command] = (),
        train: MakeScreen,
        read: set[str] | None = None,
        now_s: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.commands = commands
        self.notice = Notice()
        self.look = look
        self.messages = MessageBar(look, set() if read is None else read)
        self.prepare = PrepareScreen(session, look=look, edits=edits)
        self.measure = (
            MeasureScreen(session, look=look, now_s=now_s) if with_board(session) else None
        )
        self.decide = DecideScreen(session, look=look, now_s=now_s)
        self.inject = InjectScreen(session, look=look, now_s=now_s)
        self.review = ReviewScreen(session, look=look)
        self.no_board = NoBoardScreen(session, look=look)
        """Stands in the place of Measure where there is no board."""
        self.train = train(session, look)
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._link = label("", "headline")
        self._person = PersonLabel(look=look)
        self._board = ElidedLabel("muted")
        self._record = label("", "muted")
        self._keys = label("", "muted", wrap=True)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._sound = label("", "muted")
        self.banner = label("", "banner")
        self.banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.record_bar = RecordBar(look=look)
        self.chooser = Chooser(self, look=look)
        self._writing = QTimer(self)
        self._writing.setInterval(WRITING_MS)
        self._writing.timeout.connect(lambda: self.show_snapshot(session.snapshot()))
        self._stack = QStackedWidget()
        self.index = self.first
        """Index of the phase that is shown, or was shown last."""
        for screen in self.screens:
            self._stack.addWidget(screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(self.banner)
        column.addWidget(self.record_bar)
        column.addWidget(self.messages)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addLayout(self._footer())
        self._shortcuts()
        self.setStyleSheet(style_sheet(look))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_focus)
        if self.measure is not None:
            self.no_board.setParent(self)
            self.no_board.hide()
            self.measure.decide_wanted.connect(partial(self.show_phase, DECIDE))
            self.measure.said.connect(self.notice.say)
            self.measure.act_wanted.connect(self.messages.wanted)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        self.phase_bar = QWidget()
        self.phase_bar.setLayout(self._phase_buttons())
        row.addWidget(self.phase_bar)
        row.addWidget(self._person)
        row.addWidget(self._board, 1)
        row.addStretch(1 if self.look.is_large else 0)
        row.addWidget(self._link)
        self.menu = MenuButton(self.commands, self)
        row.addWidget(self.menu)
        if self.look.is_large:
            self._board.hide()
        return row

    def _footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 2, 12, 4)
        row.setSpacing(FOOTER_GAP_PX)
        row.addWidget(label(NOT_A_DEVICE, "muted"))
        row.addWidget(self._keys, 1)
        row.addWidget(self._sound)
        row.addWidget(self._record)
        if self.look.is_large:  # shown before it stands in a window, it would be one of its own
            self._keys.hide()
        return row

    @property
    def _is_on_record(self) -> bool:
        return self.session.record_path is not None and not self.session.has_board

    @property
    def first(self) -> int:
        """Index of the phase that a visit begins with."""
        return MEASURE if self.session.has_board else 0

    @property
    def screens(self) -> tuple[Screen, ...]:
        """The phases in order."""
        measure = self.measure or self.no_board
        return (self.prepare, measure, self.decide, self.inject, self.review, self.train)

    @property
    def phase(self) -> Screen:
        """The phase that is shown, or what is shown beside the phases."""
        shown_now = self._stack.currentWidget()
        return shown_now if isinstance(shown_now, Screen) else self.screens[0]

    def _phase_buttons(self) -> QHBoxLayout:
        """Return one button per phase; F1 to F6 press them."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        for i, screen in enumerate(self.screens):
            short = self.look.is_large
            title = shown(screen.title)
            button = QPushButton(f"F{i + 1}" if short else f"F{i + 1} {title}")
            button.setAccessibleName(title)
            button.setToolTip(f"{title}: {shown(screen.keys)}")
            button.setProperty("kind", "phase")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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
        self.index = index
        self._group.button(index).setChecked(True)
        self._come_to_phase()

    def show_beside(self, screen: Screen) -> None:
        """Show a screen that is no phase; the keys of the phases lead away from it."""
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._come_to_phase()

    def _come_to_phase(self) -> None:
        set_text(self._keys, whole_keys(shown(self.phase.keys)))
        with contextlib.suppress(EmgError):  # before the session started there is no snapshot
            self.show_snapshot(self.session.snapshot())
        self.phase.take_focus()

    def _keep_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Leave the keyboard with the phase when what had it is gone.

        Qt gives it to the next button in the order of Tab, and what is typed runs as commands.
        """
        gone = before is None or not isValid(before) or not before.isVisible()
        strayed = isinstance(now, QAbstractButton) and now.parentWidget() in (self, self.phase_bar)
        if gone and strayed and self.isVisible():
            self.phase.take_focus()

    def _shortcuts(self) -> None:
        """Keys of one phase work there alone."""
        measure, decide = self.measure, self.decide
        keys = self._answer_keys(decide, decide.suggestion)
        if measure is not None:
            keys += self._answer_keys(measure, measure.suggestion)
            keys += (
                ("+", measure, partial(measure.step_scale, -1)),  # a trace grows on a smaller scale
                ("=", measure, partial(measure.step_scale, -1)),
                ("-", measure, partial(measure.step_scale, 1)),
                ("C", measure, measure.calibrate),
            )
        for key, screen, act in keys:
            shortcut = QShortcut(QKeySequence(key), screen)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    @staticmethod
    def _answer_keys(screen: Screen, card: SuggestionCard) -> tuple[_Key, ...]:
        answers = card.answers
        doing = (
            ("A", answers.accept),
            ("E", answers.edit),
            ("R", answers.reject),
            ("W", card.ask_why),
            ("Ctrl+Z", card.take_back),
        )
        return tuple((key, screen, act) for key, act in doing)

    def show_sound(self, state: str) -> None:
        """Show what is heard."""
        set_text(self._sound, state)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the state of the link, and the numbers on the phase that is shown."""
        mark = mark_of(snapshot.link)
        set_text(self._link, f"{mark.shape} {mark.word.upper()}")
        set_tone(self._link, str(mark.tone))
        is_over = self.session.ended.is_set()
        self.messages.show_messages(messages_of(snapshot, is_over=is_over))
        self._person.show_person(self.session.treatment.subject, snapshot)
        set_text(self._board, _board_text(snapshot))
        set_text(self._record, _record_text(snapshot, on_record=self._is_on_record))
        word = shown(ORIGIN_WORDS[snapshot.origin])
        self.banner.setVisible(bool(word))
        self._watch_writing(snapshot.treatment)
        if self.record_bar.show_snapshot(snapshot):
            self.trouble_began.emit()
        set_text(self.banner, _banner_text(snapshot.origin, short=self.look.is_large))
        self.phase.show_snapshot(snapshot)

    def _watch_writing(self, state: TreatmentState) -> None:
        """Look often as long as a tick or an answer is on its way to the disk."""
        is_writing = bool(state.writing) or state.deciding is not None
        if is_writing and not self._writing.isActive():
            self._writing.start()
        elif not is_writing:
            self._writing.stop()


def whole_keys(keys: str) -> str:
    """Return the keys of a screen so that a line ends between two of them, and within none."""
    return "   ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in keys.split("   "))


def _board_text(snapshot: Snapshot) -> str:
    stream = snapshot.stream
    if stream is None:
        return ""
    if snapshot.link is LinkState.LOST:
        return stream.board
    measured = stream.measured_fs_hz
    rate = (
        tr("{rate:.0f} Hz", rate=stream.fs_hz)
        if measured is None
        else tr("{rate:.1f} Hz", rate=measured)
    )
    lost = tr("{n} samples lost", n=stream.lost_samples) if stream.lost_samples else ""
    # The board's name comes last: it gives way first where there is no room.
    return "  ".join(part for part in (lost, rate, stream.board) if part)


def _record_text(snapshot: Snapshot, *, on_record: bool) -> str:
    if snapshot.record_text:
        return tr("■ NOT RECORDED")
    if snapshot.stream is not None and snapshot.stream.recorded_s > 0:
        return tr("recorded {seconds:.0f} s", seconds=snapshot.stream.recorded_s)
    return tr("on record") if on_record else tr("not recorded")


def origin_sentence(origin: Origin) -> str:
    """Return what the stripe says of samples that are not a person's now; empty if they are."""
    if origin is Origin.SIMULATED:
        return tr("SIMULATED – a virtual patient, no person is measured")
    if origin is Origin.PLAYBACK:
        return tr("PLAYBACK – a recording, nobody is measured now")
    return ""


def _banner_text(origin: Origin, *, short: bool) -> str:
    return shown(ORIGIN_WORDS[origin]) if short else origin_sentence(origin)
