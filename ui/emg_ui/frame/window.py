"""`Window`: one session, drawn as new samples come, in the look that a person chose.

New columns are drawn as they come, at the pace of a display; every tenth of a second the newest
snapshot's numbers are shown. Nothing is drawn while the window is hidden or nothing changed, and
acquisition never waits for any of it. What a person does about it is done by the parts beside
this module: pages, visits, a board, marks, sound.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from emg_session.columns import ColumnRing
from emg_session.snapshot import Snapshot
from emg_signal.errors import EmgError
from emg_signal.phrase import say
from emg_ui.frame import pedals
from emg_ui.frame.board_acts import BoardActs
from emg_ui.frame.commands import acts_of, commands_of
from emg_ui.frame.desk import Desk
from emg_ui.frame.exports import Exports
from emg_ui.frame.frame_pacer import FramePacer
from emg_ui.frame.hearing import Hearing
from emg_ui.frame.looks import Looks
from emg_ui.frame.marks import Marks
from emg_ui.frame.pages import Pages
from emg_ui.frame.visits import Visits
from emg_ui.measure.measure_screen import MeasureScreen
from emg_ui.prepare.plan_edits import PlanEdits
from emg_ui.sound.sound import Sound
from emg_ui.text.acts import Act
from emg_ui.text.settings import Action, Settings
from emg_ui.text.theme import Look
from emg_ui.text.translation import choose_language
from emg_ui.visit.visit_door import VisitDoor
from emg_ui.widgets.held_keys import HeldKeys
from emg_ui.widgets.screen import MakeScreen, Screen
from emg_ui.widgets.session_view import SessionView, with_board

NUMBERS_S = 0.1
"""Least time between changes of numbers and bars: faster ones cannot be read."""


def _on_the_desk(settings: Settings) -> tuple[object, ...]:
    """Return what makes another desk of `settings`."""
    return settings.look, settings.language, settings.pedals


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
    sound
        Lets the session be heard; silent without.
    keep
        Called with changed settings, to keep them for the next start; returns one line if it
        could not.
    train
        Makes the Train screen: the list of cases, or the case that this window runs.
    now_s
        Clock that guards answers and ticks against keys that repeat, seconds; None takes the
        system's monotonic one.
    """

    def __init__(
        self,
        session: SessionView,
        *,
        settings: Settings | None = None,
        door: VisitDoor | None = None,
        sound: Sound | None = None,
        keep: Callable[[Settings], str] = lambda settings: "",
        train: MakeScreen,
        now_s: Callable[[], float] | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self.settings = settings or Settings()
        self.frames = 0
        self._keep = keep
        self._train = train
        self._now_s = now_s
        self._held: HeldKeys | None = None
        self._numbers_at_s = 0.0
        self._read: set[str] = set()
        """Keys of the messages that were put away."""
        self._columns: ColumnRing | None = None
        self.edits = PlanEdits(session)
        self._make_parts(door, sound)
        self.setWindowTitle("Evenhand")
        self.setMinimumSize(960, 600)
        self.desk = self._make_desk()
        self._pacer = FramePacer(self)
        self._pacer.due.connect(self.tick)

    def _make_parts(self, door: VisitDoor | None, sound: Sound | None) -> None:
        self.pages = Pages(self, over=self)
        self.visits = Visits(self, door, over=self)
        self.exports = Exports(self, over=self)
        self.board = BoardActs(self, door)
        self.marks = Marks(self)
        self.hearing = Hearing(self, sound)
        self.looks = Looks(self)

    def _make_desk(self) -> Desk:
        if self.edits.session is not self.session:  # another visit has changes of its own
            self.edits = PlanEdits(self.session)
        desk = Desk(
            self.session,
            look=self.settings.look,
            edits=self.edits,
            commands=commands_of(
                self.pages,
                self.visits,
                self.exports,
                self.board,
                self.marks,
                self.hearing,
                self.looks,
            ),
            train=self._train,
            read=self._read,
            now_s=self._now_s or time.monotonic,
            parent=self,
        )
        desk.messages.wanted.connect(self.act)
        desk.no_board.other_wanted.connect(self.visits.choose_person)
        desk.record_bar.place_wanted.connect(self.visits.choose_place)
        desk.trouble_began.connect(self.pages.uncover)
        doing = {Action.MUTE: self.hearing.mute, Action.MARK: self.marks.mark_by_pedal}
        pedals.listen(desk, self.settings.pedals, phase=lambda: desk.phase, doing=doing)
        # Later: the screen that asks for it is among what is made anew.
        queued = Qt.ConnectionType.QueuedConnection
        if desk.measure is not None:
            desk.measure.block_changed.connect(self._remake, queued)
        self.setCentralWidget(desk)
        return desk

    @property
    def look(self) -> Look:
        """Theme and text scale."""
        return self.desk.look

    @property
    def measure(self) -> MeasureScreen:
        """The screen with the lanes.

        Raises
        ------
        EmgError
            There is no board in this visit.
        """
        if self.desk.measure is None:
            raise EmgError(say("There is no board in this visit."))
        return self.desk.measure

    @property
    def phase(self) -> Screen:
        """The phase that is shown."""
        return self.desk.phase

    def start(self) -> None:
        """Show the lanes and begin to draw."""
        if self.desk.measure is not None:
            self.desk.measure.attach()
        self.desk.show_phase(self.desk.first)
        self._follow()
        self.hearing.follow()

    def _follow(self) -> None:
        self._columns = self.session.columns if with_board(self.session) else None
        self._pacer.follow(self._columns)

    def show_visit(self, session: SessionView) -> None:
        """Show another visit, which has begun."""
        self.session = session
        self.marks.begin()
        self._replace_desk()
        self.start()

    def set_settings(self, settings: Settings) -> None:
        """Follow other settings from now on, and keep them."""
        before, self.settings = self.settings, settings
        if settings == before:
            return
        if settings.country != before.country:
            self.session.treatment.set_country(settings.country)
        if settings.language != before.language:
            choose_language(settings.language)
        if _on_the_desk(settings) != _on_the_desk(before):
            self._remake()
        self.say(self._keep(settings))
        self.hearing.follow()

    def say(self, line: str) -> None:
        """Show one line for a while; nothing if it is empty."""
        if line:
            self.desk.notice.say(line)

    def act(self, act: Act) -> None:
        """Do what a message's button stands for."""
        acts_of(self.board, self.visits)[act]()

    def _meet_new_lanes(self) -> None:
        """Make the desk anew where another board has other lanes than the lost one."""
        if with_board(self.session) and self.session.columns is not self._columns:
            self._remake()
            self._follow()
            self.hearing.follow()

    def _remake(self) -> None:
        """Make the desk anew, in another look or language; nothing else changes."""
        phase, before = self.desk.index, self.desk.measure
        self._replace_desk()
        if self.desk.measure is not None and before is not None:
            self.desk.measure.attach()
            self.desk.measure.set_scale(before.lanes.scale_uv)
        self.desk.show_phase(phase)

    def _replace_desk(self) -> None:
        old, self.pages.overlay = self.desk, None
        self.takeCentralWidget()  # at once: the old desk's keys would answer too
        old.deleteLater()
        self.desk = self._make_desk()
        self.desk.show()

    def tick(self) -> None:
        """Draw what is new; called as samples come, and by whoever drives the window by hand."""
        if not self.isVisible() or self.isMinimized():
            self._pacer.rest()
            return
        self._meet_new_lanes()
        measure = self.desk.measure
        if measure is not None and self.phase is measure:
            came = measure.advance()
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
        self.visits.say_where_the_record_is()
        self.marks.show_snapshot(snapshot)
        self.pages.show_snapshot(snapshot)
        self.hearing.show_snapshot(snapshot)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        super().showEvent(event)
        handle = self.windowHandle()
        if self._held is None and handle is not None:
            self._held = HeldKeys(handle, now_s=self._now_s)

    def _keep_size(self) -> None:
        """Keep how large the window is; one that fills the screen keeps what it was before."""
        size = (self.width(), self.height())
        is_own = not (self.isMaximized() or self.isFullScreen() or self.parentWidget())
        if is_own and size != self.settings.window_size:
            self.settings = self.settings.changed(window_size=size)
            self._keep(self.settings)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802, D102
        self._pacer.stop()
        self._keep_size()
        self.hearing.close()
        self.session.stop()
        super().closeEvent(event)
