"""`Window`: one session, drawn as new samples come, in the look that a person chose.

New columns are drawn as they come, at the pace of a display; every tenth of a second the newest
snapshot's numbers are shown. Nothing is drawn while the window is hidden or nothing changed, and
acquisition never waits for any of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow

from emg_session.clocks import utc_now
from emg_session.columns import ColumnRing
from emg_session.guide import Step
from emg_session.record_folder import record_name
from emg_session.snapshot import LinkState, Snapshot
from emg_signal.errors import EmgError, StorageFullError
from emg_signal.phrase import say
from emg_ui.frame import pedals
from emg_ui.frame.about import FirstStart, about_page, labels_page, program_version
from emg_ui.frame.country_question import CountryQuestion
from emg_ui.frame.desk import MEASURE, Desk, origin_sentence
from emg_ui.frame.frame_pacer import FramePacer
from emg_ui.frame.help_page import help_page
from emg_ui.frame.marking import mark_question, next_name
from emg_ui.frame.menu import Command
from emg_ui.frame.number_panel import NumberPanel
from emg_ui.frame.record_place import place_question
from emg_ui.frame.recording_questions import RecordingQuestions
from emg_ui.frame.settings_dialog import SettingsDialog
from emg_ui.frame.tour import Tour
from emg_ui.measure.measure_screen import MeasureScreen
from emg_ui.prepare.plan_edits import PlanEdits
from emg_ui.sheet.print_target import documents_folder
from emg_ui.sound.sound import Sound
from emg_ui.text.acts import Act, hum_wanted_hz, with_place
from emg_ui.text.language import tr
from emg_ui.text.settings import Action, Settings
from emg_ui.text.theme import TEXT_SCALES, Look
from emg_ui.text.translation import choose_language
from emg_ui.visit.person_chooser import PersonChooser
from emg_ui.visit.visit_door import VisitChoice, VisitDoor
from emg_ui.widgets.held_keys import HeldKeys
from emg_ui.widgets.overlay import Overlay
from emg_ui.widgets.screen import MakeScreen, Screen
from emg_ui.widgets.session_view import SessionView, with_board

NUMBERS_S = 0.1
"""Least time between changes of numbers and bars: faster ones cannot be read."""


VOLUME_STEP = 10
"""Percent by which a key changes the volume."""


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
        self._now_s = now_s
        self._held: HeldKeys | None = None
        self._train = train
        self.frames = 0
        self.edits = PlanEdits(session)
        self.settings = settings or Settings()
        self._keep = keep
        self._sound = sound
        self._door = door
        self._numbers_at_s = 0.0
        self._record_goes_to: Path | None = None
        self._overlay: Overlay | None = None
        self._read: set[str] = set()
        """Keys of the messages that were put away."""
        self._columns: ColumnRing | None = None
        self._marked = 0
        self.setWindowTitle("Evenhand")
        self.setMinimumSize(960, 600)
        self.desk = self._make_desk()
        self._pacer = FramePacer(self)
        self._pacer.due.connect(self.tick)

    def _make_desk(self) -> Desk:
        if self.edits.session is not self.session:  # another visit has changes of its own
            self.edits = PlanEdits(self.session)
        desk = Desk(
            self.session,
            look=self.settings.look,
            edits=self.edits,
            commands=self._commands(),
            train=self._train,
            read=self._read,
            now_s=self._now_s or time.monotonic,
            parent=self,
        )
        desk.messages.wanted.connect(self.act)
        desk.no_board.other_wanted.connect(self.choose_person)
        desk.record_bar.place_wanted.connect(self.choose_place)
        desk.trouble_began.connect(self._uncover)
        doing = {Action.MUTE: self.change_sound, Action.MARK: self.mark_by_pedal}
        pedals.listen(desk, self.settings.pedals, phase=lambda: desk.phase, doing=doing)
        # Later: the screen that asks for it is among what is made anew.
        queued = Qt.ConnectionType.QueuedConnection
        if desk.measure is not None:
            desk.measure.block_changed.connect(self._remake, queued)
        self.setCentralWidget(desk)
        return desk

    def _commands(self) -> tuple[Command, ...]:
        """Return what can be done on every screen."""
        return (
            Command(say("Help for this screen"), ("?", "Shift+F1"), self.show_help),
            Command(say("About a number on this screen"), ("I",), self.show_numbers),
            Command(say("Tour"), ("Ctrl+Shift+F1",), self.show_tour),
            Command(say("Another person"), ("Ctrl+O",), self.choose_person, self._has_door),
            Command(
                say("Another place for the record"),
                ("Ctrl+Shift+S",),
                self.choose_place,
                self._is_recorded,
            ),
            Command(say("Reconnect a lost board"), ("Ctrl+R",), self.reconnect, self._has_board),
            Command(
                say("Go on with another board"),
                ("Ctrl+Shift+R",),
                self.take_other_board,
                self._has_board,
            ),
            Command(say("Mark this moment"), ("Ctrl+K",), self.mark, self._has_board),
            Command(
                say("Open a recording"), ("Ctrl+Shift+O",), self.open_recording, self._has_door
            ),
            *self._sound_commands(),
            Command(say("Dark or light"), ("Ctrl+T",), self.change_theme),
            Command(say("Larger text"), ("Ctrl++", "Ctrl+="), lambda: self.step_text(1)),
            Command(say("Smaller text"), ("Ctrl+-",), lambda: self.step_text(-1)),
            Command(say("Settings"), ("Ctrl+,",), self.show_settings),
            Command(say("What the labels say"), ("Ctrl+L",), self.show_labels, self._has_tables),
            Command(say("About Evenhand"), ("Ctrl+F1",), self.show_about),
        )

    def _sound_commands(self) -> tuple[Command, ...]:
        said = (
            (say("Sound off and on"), "Ctrl+M", self.change_sound),
            (say("Louder"), "Ctrl+Up", lambda: self.step_volume(1)),
            (say("Quieter"), "Ctrl+Down", lambda: self.step_volume(-1)),
            (say("Hear the next site"), "Ctrl+Right", lambda: self.step_site(1)),
            (say("Hear the previous site"), "Ctrl+Left", lambda: self.step_site(-1)),
        )
        return tuple(
            Command(text, (key,), act, lambda: self._sound is not None) for text, key, act in said
        )

    def _has_door(self) -> bool:
        return self._door is not None

    def _has_tables(self) -> bool:
        return self.session.tables is not None

    def _is_recorded(self) -> bool:
        return self.session.record_path is not None

    def _has_board(self) -> bool:
        return with_board(self.session)

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
        self._hear()

    def _follow(self) -> None:
        self._columns = self.session.columns if with_board(self.session) else None
        self._pacer.follow(self._columns)

    def _hear(self) -> None:
        """Let the session be heard as the settings say."""
        if self._sound is not None:
            stream = self.session.snapshot().stream
            fs_hz = 0.0 if stream is None else stream.fs_hz
            self.say(self._sound.follow(self.session, self.settings, fs_hz))

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
        self._hear()

    def say(self, line: str) -> None:
        """Show one line for a while; nothing if it is empty."""
        if line:
            self.desk.notice.say(line)

    # -- a board that is lost --------------------------------------------------------------------

    def act(self, act: Act) -> None:
        """Do what a message's button stands for."""
        doing: dict[Act, Callable[[], object]] = {
            Act.RECONNECT: self.reconnect,
            Act.TAKE_OTHER: self.take_other_board,
            Act.CHOOSE: self.choose_person,
            Act.RECORD: self.choose_place,
            Act.HUM: self.take_hum_out,
            Act.TAP: lambda: self.open_step(Step.TAP),
            Act.REFERENCE: lambda: self.open_step(Step.REFERENCE),
        }
        doing[act]()

    def take_hum_out(self) -> None:
        """Take hum out, now and in the visits to come, or say why not."""
        session, stream = self.session, self.session.snapshot().stream
        sites = () if stream is None else stream.sites
        found_hz = hum_wanted_hz(site.quality.remedy for site in sites)
        if not with_board(session) or found_hz is None:
            self.say(tr("No hum is found now."))
            return
        try:
            session.follow_hum(found_hz)
        except EmgError as error:
            self.say(with_place(str(error), error.remedy))
            return
        self.set_settings(self.settings.changed(mains_hz=round(found_hz)))
        if self._door is not None:
            self._door.mains_hz = found_hz
        self.say(tr("Hum of {hz:g} Hz is taken out from now on; calibrate again.", hz=found_hz))

    def open_step(self, step: Step) -> None:
        """Show a step of the measurement."""
        if self.desk.measure is not None:
            self.desk.show_phase(MEASURE)
            self.desk.measure.open_step(step)

    def reconnect(self) -> None:
        """Look for a lost board at once, or say why not."""
        session = self.session
        if not with_board(session) or session.snapshot().link is not LinkState.LOST:
            self.say(tr("No board is lost."))
        elif session.ended.is_set():
            self.say(tr("This stream has ended with its board: begin another visit (Ctrl+O)."))
        else:
            session.reconnect()
            self.say(tr("Looking for the board."))

    def take_other_board(self) -> None:
        """Go on with the board that answers in the place of a lost one, or say why not."""
        session = self.session
        if with_board(session) and session.snapshot().other_board:
            session.take_other_board()
        else:
            self.say(tr("No other board is asked about."))

    def _meet_new_lanes(self) -> None:
        """Make the desk anew where another board has other lanes than the lost one."""
        if with_board(self.session) and self.session.columns is not self._columns:
            self._remake()
            self._follow()
            self._hear()

    # -- pages over the window ----------------------------------------------------------------

    def greet(self, then: Callable[[], object] = lambda: None) -> None:
        """Ask a first reader to read what this is, and lead them round; then go on.

        Who does not agree is shown out.
        """
        if self.settings.acknowledged:
            self._ask_country(then)
            return
        notice = FirstStart(self, look=self.look)

        def agreed() -> None:
            self.set_settings(self.settings.changed(acknowledged=program_version()))
            self._ask_country(then)

        notice.accepted.connect(agreed)
        notice.rejected.connect(self.close)
        notice.open()

    def _ask_country(self, then: Callable[[], object]) -> None:
        """Ask where the program is used, unless settings or the clinic's policy say so."""
        if self.settings.country or self.session.treatment.country:
            self._lead_round(then)
            return
        question = CountryQuestion(self, look=self.look, stripe=self._stripe())
        question.chosen.connect(lambda code: self.set_settings(self.settings.changed(country=code)))
        question.finished.connect(lambda _: self._lead_round(then))
        question.open()

    def _lead_round(self, then: Callable[[], object]) -> None:
        if self.settings.tour_seen:
            then()
        else:
            self.show_tour().closed.connect(then)

    def show_help(self) -> None:
        """Say what the screen in front is for, and its keys."""
        help_page(self, self.phase, self.desk.commands, stripe=self._stripe()).open()

    def show_about(self) -> None:
        """Show version, licence and sources."""
        about_page(self, look=self.look, tables=self.session.tables, stripe=self._stripe()).open()

    def show_labels(self) -> None:
        """Show every row of the label of the plan's product, of all products before a plan."""
        tables, plan = self.session.tables, self.session.treatment.state.plan
        if tables is None:
            return
        product = "" if plan is None else plan.product_id
        labels_page(
            self, look=self.look, tables=tables, stripe=self._stripe(), product_id=product
        ).open()

    def show_numbers(self) -> NumberPanel:
        """Say what stands behind each number of the screen in front."""
        panel = NumberPanel(self.desk, self.phase, self.session.snapshot())
        self._open(panel)
        return panel

    def show_tour(self) -> Tour:
        """Lead through the phases."""
        tour = Tour(self.desk)
        tour.closed.connect(lambda: self.set_settings(self.settings.changed(tour_seen=True)))
        self._open(tour)
        return tour

    def _open(self, overlay: Overlay) -> None:
        self._overlay = overlay
        overlay.closed.connect(self._close_overlay)
        overlay.open()

    def _close_overlay(self) -> None:
        self._overlay = None
        self.phase.take_focus()

    def show_settings(self) -> None:
        """Let everything be chosen."""
        dialog = SettingsDialog(self, self.settings, stripe=self._stripe())
        dialog.chosen.connect(self.set_settings)
        dialog.open()

    def _stripe(self) -> str:
        return origin_sentence(self.session.snapshot().origin)

    def _remake(self) -> None:
        """Make the desk anew, in another look or language; nothing else changes."""
        phase, before = self.desk.index, self.desk.measure
        self._replace_desk()
        if self.desk.measure is not None and before is not None:
            self.desk.measure.attach()
            self.desk.measure.set_scale(before.lanes.scale_uv)
        self.desk.show_phase(phase)

    def _replace_desk(self) -> None:
        old, self._overlay = self.desk, None
        self.takeCentralWidget()  # at once: the old desk's keys would answer too
        old.deleteLater()
        self.desk = self._make_desk()
        self.desk.show()

    def choose_person(self) -> None:
        """Ask who is treated next, and with which board."""
        if self._door is None:
            self.say(tr("No other visit can be begun in this window."))
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
            chooser.complain(with_place(str(error), error.remedy))
            if isinstance(error, StorageFullError) and choice.again is None:
                self._ask_place_of(choice)
            return
        self._replace_desk()
        self.start()

    def _ask_place_of(self, choice: VisitChoice) -> None:
        """Ask where a visit is recorded whose usual place takes nothing."""
        if self._door is not None:
            tried = choice.place or self._door.visits.path / record_name(utc_now())

            def begin(place: Path) -> None:
                self._begin_visit(replace(choice, place=place))

            self.desk.chooser.ask(place_question(tried, utc_now(), begin))

    def choose_place(self) -> None:
        """Ask where the record goes on."""
        before = self.session.record_path
        if before is None:
            self.say(tr("This visit is not recorded."))
            return
        self.desk.chooser.ask(place_question(before, utc_now(), self._move_record))

    def _move_record(self, path: Path) -> None:
        self._record_goes_to = path
        self.session.move_record(path)

    def _say_where_the_record_is(self) -> None:
        path = self._record_goes_to
        if path is not None and self.session.record_path == path:
            self._record_goes_to = None
            self.say(tr("The record goes on in {path!s}", path=path))

    # -- events and recordings ----------------------------------------------------------------

    def mark(self) -> None:
        """Put an event on record at this moment, and ask what it is called."""
        session = self.session
        if with_board(session) and self._is_streaming():
            question = mark_question(session.snapshot(), partial(self._mark_as, session.index))
            self.desk.chooser.ask(question)

    def _is_streaming(self) -> bool:
        """Return whether there is a moment to mark; say so if there is none."""
        is_live = self.session.snapshot().link is LinkState.LIVE
        if not is_live:
            self.say(tr("There is no stream to mark."))
        return is_live

    def _mark_as(self, index: int, name: str) -> None:
        if with_board(self.session):
            self.session.mark(name, index=index)

    def mark_by_pedal(self) -> None:
        """Put an event on record at once, with a number for its name."""
        session = self.session
        if with_board(session) and self._is_streaming():
            session.mark(next_name(session.snapshot()), "pedal")

    def _say_what_was_marked(self, snapshot: Snapshot) -> None:
        events = () if snapshot.stream is None else snapshot.stream.events
        if snapshot.stream is not None and len(events) > self._marked:
            at_s = snapshot.stream.event_time_s(events[-1])
            self.say(tr("● {name!s} at {at:.1f} s", name=events[-1].name, at=at_s))
        self._marked = len(events)

    def open_recording(self) -> None:
        """Ask for a recording, and for what its file does not tell; then play it."""
        door = self._door
        if door is None:
            self.say(tr("No other visit can be begun in this window."))
            return
        RecordingQuestions(self.desk.chooser.ask, self._play, self.say, self._browse).begin()

    def _browse(self, take: Callable[[Path], None]) -> None:
        """Let a file be looked for on the disk; nothing waits for the answer."""
        dialog = QFileDialog(self, tr("Open a recording"), str(documents_folder(None)))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda text: take(Path(text)))
        dialog.open()

    def _play(self, spec: str) -> None:
        if self._door is None:
            return
        try:
            self.session = self._door.play(spec, self.session)
        except EmgError as error:
            self.say(with_place(str(error), error.remedy))
            return
        self._marked = 0
        self._replace_desk()
        self.start()

    def _uncover(self) -> None:
        """Let what the desk says of the record be seen."""
        if self._overlay is not None:
            self._overlay.leave()

    def change_theme(self) -> None:
        """Change between dark and light."""
        theme = "light" if self.settings.theme == "dark" else "dark"
        self.set_settings(self.settings.changed(theme=theme))

    def change_sound(self) -> None:
        """Let the selected site be heard, or no longer."""
        self.set_settings(self.settings.changed(sound=not self.settings.sound))

    def step_volume(self, step: int) -> None:
        """Make the sound louder (+1) or quieter (-1)."""
        volume = min(100, max(0, self.settings.volume_percent + VOLUME_STEP * step))
        self.set_settings(self.settings.changed(volume_percent=volume))

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
        self._say_where_the_record_is()
        self._say_what_was_marked(snapshot)
        if isinstance(self._overlay, NumberPanel):
            self._overlay.show_snapshot(snapshot)
        if self._sound is not None:
            self._sound.show_snapshot(snapshot)
            self.desk.show_sound(self._sound.state)

    def step_site(self, step: int) -> None:
        """Hear the next (+1) or the previous (-1) site."""
        if self._sound is not None:
            self._sound.step_site(step)

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
        if self._sound is not None:
            self._sound.close()
        self.session.stop()
        super().closeEvent(event)
