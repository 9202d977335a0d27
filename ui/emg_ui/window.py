"""`Window`: one session, drawn as new samples come, in the look that a person chose.

New columns are drawn as they come, at the pace of a display; every tenth of a second the newest
snapshot's numbers are shown. Nothing is drawn while the window is hidden or nothing changed, and
acquisition never waits for any of it.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from emg_session.snapshot import Snapshot
from emg_signal.errors import EmgError
from emg_ui.desk import Desk
from emg_ui.frame_pacer import FramePacer
from emg_ui.language import shown
from emg_ui.measure_screen import MeasureScreen
from emg_ui.person_chooser import PersonChooser
from emg_ui.plan_edits import PlanEdits
from emg_ui.screen import Screen
from emg_ui.session_view import SessionView
from emg_ui.settings import Settings
from emg_ui.theme import TEXT_SCALES, Look
from emg_ui.translation import choose_language
from emg_ui.visit_door import VisitChoice, VisitDoor

NUMBERS_S = 0.1
"""Least time between changes of numbers and bars: faster ones cannot be read."""


class Window(QMainWindow):
    """The main window.

    Parameters
    ----------
    session
        Started session; the window stops it when it closes.
    settings
        What the person chose before; the usual settings without.
    door
        Opens other visits in this window; None where there are no others.
    keep
        Called with changed settings, to keep them for the next start; returns one line if it
        could not.
    """

    def __init__(
        self,
        session: SessionView,
        *,
        settings: Settings | None = None,
        door: VisitDoor | None = None,
        keep: Callable[[Settings], str] = lambda settings: "",
    ) -> None:
        super().__init__()
        self.session = session
        self.frames = 0
        self.edits = PlanEdits(session)
        self.settings = settings or Settings()
        self._keep = keep
        self._door = door
        self._numbers_at_s = 0.0
        self.setWindowTitle("Evenhand")
        self.setMinimumSize(960, 600)
        self.desk = self._make_desk()
        self._pacer = FramePacer(self)
        self._pacer.due.connect(self.tick)
        for keys, act in (
            ("Ctrl+O", self.choose_person),
            ("Ctrl+T", self.change_theme),
            ("Ctrl++", lambda: self.step_text(1)),
            ("Ctrl+=", lambda: self.step_text(1)),
            ("Ctrl+-", lambda: self.step_text(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _make_desk(self) -> Desk:
        if self.edits.session is not self.session:  # another visit has changes of its own
            self.edits = PlanEdits(self.session)
        desk = Desk(self.session, look=self.settings.look, edits=self.edits)
        desk.no_board.other_wanted.connect(self.choose_person)
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
        self.desk.show_phase(self.desk.first)
        self._pacer.follow(self.session.columns)

    def set_settings(self, settings: Settings) -> None:
        """Follow other settings from now on, and keep them."""
        before, self.settings = self.settings, settings
        if settings == before:
            return
        if settings.language != before.language:
            choose_language(settings.language)
        if (settings.look, settings.language) != (before.look, before.language):
            self._remake()
        self._keep(settings)

    def _remake(self) -> None:
        """Make the desk anew, in another look or language; nothing else changes."""
        phase, scale_uv = self.desk.index, self.measure.lanes.scale_uv
        self.desk = self._make_desk()
        self.measure.attach()
        self.measure.set_scale(scale_uv)
        self.desk.show_phase(phase)

    def choose_person(self) -> None:
        """Ask who is treated next, and with which board."""
        if self._door is None or isinstance(self.phase, PersonChooser):
            return
        chooser = PersonChooser(self.session, look=self.look, door=self._door)
        chooser.chosen.connect(self._begin_visit)
        chooser.left.connect(lambda: self.desk.show_phase(self.desk.index))
        self.desk.show_beside(chooser)

    def _begin_visit(self, choice: VisitChoice) -> None:
        """Close the visit that is open and show the chosen one; stay, with a reason, if not."""
        chooser = self.phase
        if self._door is None or not isinstance(chooser, PersonChooser):
            return
        try:
            self.session = self._door.open(choice, self.session)
        except EmgError as error:
            chooser.complain(f"{shown(error.message)} {shown(error.remedy)}".strip())
            return
        self.desk = self._make_desk()
        self.start()

    def set_look(self, look: Look) -> None:
        """Show everything in another look; nothing else changes."""
        self.set_settings(self.settings.with_look(look))

    def change_theme(self) -> None:
        """Change between dark and light."""
        theme = "light" if self.settings.theme == "dark" else "dark"
        self.set_settings(self.settings.changed(theme=theme))

    def step_text(self, step: int) -> None:
        """Take the next larger (+1) or smaller (-1) text scale."""
        i = TEXT_SCALES.index(self.look.scale) + step
        if 0 <= i < len(TEXT_SCALES):
            self.set_settings(self.settings.changed(text_scale=TEXT_SCALES[i]))

    def tick(self) -> None:
        """Draw what is new; called as samples come, and by whoever drives the window by hand."""
        if not self.isVisible() or self.isMinimized():
            self._pacer.rest()
            return
        if self.phase is self.measure:
            came = self.measure.advance()
            self.frames += came
            self._pacer.drawn(something=came)
        else:
            self._pacer.rest()
        now_s = perf_counter()
        if now_s - self._numbers_at_s >= NUMBERS_S:
            self._numbers_at_s = now_s
            self.show_snapshot(self.session.snapshot())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the numbers and the state of `snapshot`."""
        self.desk.show_snapshot(snapshot)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802, D102
        self._pacer.stop()
        self.session.stop()
        super().closeEvent(event)
