"""`RunPage`: a case in the window of a treatment, with the instructor's prompts below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from emg_signal.montage import Side
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_training.case_run import CaseRun
from emg_training.prompts import prompt
from emg_ui.frame.window import Window
from emg_ui.text.language import shown, tr
from emg_ui.text.settings import Settings
from emg_ui.text.theme import Look
from emg_ui.train.answer_sheets import DecideSheet, NoticeSheet, Sheet
from emg_ui.train.case_screen import CaseScreen, said_lines
from emg_ui.train.instructor import InstructorWindow
from emg_ui.widgets.cards import label, set_text
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import SessionView

REFRESH_MS = 200
"""Time between changes of the prompt: faster ones cannot be read."""


class PromptPanel(QWidget):
    """Where to look, what was said so far, and the buttons to answer.

    Parameters
    ----------
    run
        The case that runs.
    look
        Theme and text scale.
    """

    def __init__(self, run: CaseRun, *, look: Look) -> None:
        super().__init__()
        self._run = run
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Instructor's prompts"))
        self._time = label("", "title")
        self._prompt = label("", "headline", wrap=True)
        self._said = label("", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._time, self._prompt, self._said):
            words.addWidget(part)
        if look.is_large:  # the lanes need the room; the prompt is on the case's own screen
            self._prompt.hide()
            self._said.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        self.notice_button = QPushButton(tr("Notice (F7)"))
        self.decide_button = QPushButton(tr("Decide (F8)"))
        self.notice_button.setProperty("kind", "main")
        for button in (self.notice_button, self.decide_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.refresh()

    def refresh(self) -> None:
        """Show the prompt of this moment."""
        snapshot, case = self._run.session.snapshot(), self._run.case
        now_s = max(0.0, snapshot.streamed.time_s)
        set_text(
            self._time,
            tr("TRAINING   {now_s:.0f} s of {end_s:.0f} s", now_s=now_s, end_s=case.seconds),
        )
        set_text(self._prompt, shown(prompt(snapshot, has_plan=case.plan is not None)))
        said = said_lines(self._run)
        newest = tr("You said: {words}", words="   ".join(said[-2:])) if said else ""
        set_text(self._said, newest or tr("You have said nothing yet (F6: the case)."))


class RunPage(QWidget):
    """The treatment's own window on the case's session, and the panel below it.

    Parameters
    ----------
    run
        Started case.
    settings
        What the person chose.
    keep
        Takes changed settings.
    """

    ended = Signal(object)
    """The `Debrief`."""

    def __init__(
        self, run: CaseRun, *, settings: Settings, keep: Callable[[Settings], str]
    ) -> None:
        super().__init__()
        self.run = run
        self._keep = keep
        self._open: Sheet | None = None
        self.instructor: InstructorWindow | None = None
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.window_of_case = Window(
            run.session, settings=settings, keep=self._look_changed, train=self._case_screen
        )
        self.window_of_case.setWindowFlags(Qt.WindowType.Widget)
        self.window_of_case.setMinimumSize(0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.window_of_case, 1)
        self._make_panel(settings.look)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        for key, act in (
            ("F7", self.open_notice),
            ("F8", self.open_decide),
            ("F9", self.take_back),
            ("F11", self.open_instructor),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _case_screen(self, session: SessionView, look: Look) -> Screen:
        return CaseScreen(self.run, look=look)

    def _make_panel(self, look: Look) -> None:
        self.panel = PromptPanel(self.run, look=look)
        self.panel.notice_button.clicked.connect(self.open_notice)
        self.panel.decide_button.clicked.connect(self.open_decide)
        self._column.addWidget(self.panel)
        self.notice = NoticeSheet(self.run.muscles, look=look)
        self.decide = DecideSheet(look=look)
        self.notice.noticed.connect(self._notice)
        self.decide.decided.connect(self._decide)
        for sheet in (self.notice, self.decide):
            sheet.setParent(self)
            sheet.hide()
            sheet.closed.connect(self.close_sheet)

    def _look_changed(self, settings: Settings) -> str:
        """Let panel and sheets follow another look or language."""
        self.close_sheet()
        for part in (self.panel, self.notice, self.decide):
            part.hide()
            part.deleteLater()
        said = self._keep(settings)
        self._make_panel(settings.look)
        return said

    def start(self) -> None:
        """Begin to draw."""
        self.window_of_case.start()
        self._timer.start()

    def refresh(self) -> None:
        """Show the prompt of this moment."""
        self.panel.refresh()

    # -- sheets -------------------------------------------------------------------------------

    def open_notice(self) -> None:
        """Ask what is noticed."""
        self._show_sheet(self.notice)

    def open_decide(self) -> None:
        """Ask for the decision that ends the case."""
        self._show_sheet(self.decide)

    def _show_sheet(self, sheet: Sheet) -> None:
        if self._open is not None:
            self._open.hide()
        self._open = sheet
        self._place()
        sheet.show()
        sheet.raise_()
        sheet.open()

    def close_sheet(self) -> None:
        """Close the sheet and give the keyboard back to the phase."""
        if self._open is not None:
            self._open.hide()
            self._open = None
            self.window_of_case.phase.take_focus()

    def _place(self) -> None:
        """Lay the open sheet over the lower part, above nothing that must go on being seen."""
        if self._open is not None:
            height = min(self._open.height_at(self.width()), self.height())
            self._open.setGeometry(QRect(0, self.height() - height, self.width(), height))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._place()

    # -- answers ------------------------------------------------------------------------------

    def _notice(
        self, what: Noticed, muscle: str | None, side: Side | None, percent: float | None
    ) -> None:
        self.run.notice(what, muscle, side, percent)
        self.refresh()

    def take_back(self) -> None:
        """Take back what was said last."""
        self.run.take_back()
        self.refresh()

    def _decide(self, choice: CaseChoice, reason: CaseReason) -> None:
        self.run.decide(choice, reason)
        self.finish()

    def finish(self) -> None:
        """End the case, decided or not."""
        self.stop()
        self.ended.emit(self.run.end())

    def open_instructor(self) -> None:
        """Open the instructor's own window on this case."""
        if self.instructor is None:
            device, montage = self.run.device, self.run.case.patient.montage
            look = self.window_of_case.look
            self.instructor = InstructorWindow(device, montage, look=look)
        self.instructor.show()
        self.instructor.raise_()
        self.instructor.activateWindow()

    def stop(self) -> None:
        """Stop drawing and streaming; nothing is kept of it."""
        self._timer.stop()
        self.window_of_case.close()
        if self.instructor is not None:
            self.instructor.close()
