"""The Measure screen: the guide through a measurement beside the lanes of both sides."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from emg_session.guide import STEPS, Step
from emg_session.snapshot import LinkState, Snapshot
from emg_signal.chunk import Origin
from emg_signal.phrase import say
from emg_ui.decide.suggestion_card import SuggestionCard
from emg_ui.lanes.field import LaneField
from emg_ui.lanes.lane_pair import SCALES_UV, LanePair
from emg_ui.lanes.pair_rows import PairRows
from emg_ui.measure.acts import MeasureActs
from emg_ui.measure.guide import StepCard
from emg_ui.measure.measure_lanes import MeasureLanes
from emg_ui.measure.measure_numbers import measure_numbers
from emg_ui.measure.step_strip import StepStrip
from emg_ui.measure.steps import current_step, needs_checklist, step_views
from emg_ui.measure.words import words_of
from emg_ui.text.language import shown, tr
from emg_ui.text.number_about import NumberAbout
from emg_ui.text.settings import Action
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import CueCard, ElectrodeCard
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import BoardSession

KEYS_OF_LANES = say("L lanes   + − trace")
"""Where nobody begins a step: a playback, a session that follows its own cues."""
DIGITS = tuple(getattr(Qt.Key, f"Key_{n}") for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0))


class MeasureScreen(Screen):
    """Everything that is looked at while electrodes are on."""

    title = say("Measure")
    purpose = say(
        "Step by step from the skin to a locked measurement. Enter does what the step is for and "
        "goes on; a skipped step says what it costs. A decision rests on the locked measurement, "
        "never on a live number."
    )
    keys = say("Enter next   ⌫ back   D again   L lanes   U unfiltered   + − trace")
    pedals: ClassVar = {
        Action.NEXT: Qt.Key.Key_Return,
        Action.BACK: Qt.Key.Key_Backspace,
    }
    """No pedal for accepting: what goes on here must not answer on the screen that follows."""

    decide_wanted = Signal()
    """The last step is done: a person wants to decide."""
    block_changed = Signal()
    """The session has other pairs now: this screen must be made anew."""
    act_wanted = Signal(object)
    """The `Act` whose button beside an electrode was pressed."""
    said = Signal(str)
    """One line that answers what a person did."""

    def __init__(
        self, session: BoardSession, *, look: Look, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(session, look=look)
        self._board_session = session
        self.acts: MeasureActs | None = None
        if session.is_guided:
            self.acts = MeasureActs(session)
        else:
            self.keys = KEYS_OF_LANES
        self.area = MeasureLanes(session, look=look)
        self.cue = CueCard()
        self.electrodes = ElectrodeCard()
        self.suggestion = SuggestionCard(session, now_s=now_s)
        self.suggestion.answers.left.connect(self.take_focus)
        self.strip = StepStrip(look)
        self.card = StepCard(look)
        self.electrodes.wanted.connect(self.act_wanted)
        self._words_key: object = None
        self._page_step: Step | None = None
        self._pages = QStackedWidget()
        if look.is_large:
            self._arrange_large()
        else:
            self._arrange()
        self._connect()

    @property
    def lanes(self) -> LanePair:
        """The lanes of both sides."""
        return self.area.lanes

    @property
    def rows(self) -> PairRows:
        """The numbers between them."""
        return self.area.rows

    @property
    def fields(self) -> tuple[LaneField, LaneField]:
        """Both sides, the patient's right first, as they stand on the screen."""
        return self.lanes.fields

    def numbers(self, snapshot: Snapshot) -> list[NumberAbout]:
        """Return what stands behind the numbers between the lanes."""
        areas = self.rows.row_areas() if self.rows.isVisible() else []
        return measure_numbers(snapshot, [self.place_of(self.rows, area) for area in areas])

    def _arrange(self) -> None:
        """Put the cards beside the lanes."""
        column = QWidget()
        side = QVBoxLayout(column)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(6)
        side.addWidget(self.cue)
        side.addWidget(self.card, 3)
        side.addWidget(self.suggestion, 4)
        side.addWidget(self.electrodes)
        column.setFixedWidth(round(404 * self.look.scale))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.area, 1)
        row.addWidget(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        layout.addWidget(self.strip)
        layout.addLayout(row, 1)

    def _arrange_large(self) -> None:
        """Show the step or the lanes; the suggestion is on the Decide screen."""
        row = QHBoxLayout()
        row.addWidget(self.cue, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.electrodes, 2, Qt.AlignmentFlag.AlignTop)
        self.cue.heading.hide()
        for page in (self.area, self.card):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addWidget(self.strip)
        layout.addLayout(row)
        layout.addWidget(self._pages, 1)
        self.suggestion.setParent(self)
        self.suggestion.hide()

    def _connect(self) -> None:
        acts = self.acts
        if acts is None:
            return
        self.card.pressed.connect(lambda act: self.act(act))
        self.card.chosen.connect(lambda number: self._choose(number))
        self.strip.opened.connect(lambda step: self._open(step))

    # -- drawing ------------------------------------------------------------------------------

    def attach(self) -> None:
        """Draw the session's lanes from now on."""
        self.lanes.attach(self._board_session.columns)

    def advance(self) -> bool:
        """Draw new columns; return whether there were any."""
        hidden = self.area.is_curtained or not self.area.isVisibleTo(self)
        return False if hidden else self.lanes.advance()

    def step_scale(self, step: int) -> None:
        """Take the next larger (+1) or smaller (-1) scale of the lanes."""
        i = SCALES_UV.index(self.lanes.scale_uv) + step
        if 0 <= i < len(SCALES_UV):
            self.set_scale(SCALES_UV[i])

    def set_scale(self, scale_uv: float) -> None:
        """Set the scale of all lanes, µV."""
        self.area.set_scale(scale_uv)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the numbers and the step of `snapshot`."""
        sites = snapshot.streamed.sites
        if tuple(reading.site for reading in sites) != self._board_session.montage.sites:
            return  # the next block's electrodes are not read yet
        self.area.show_snapshot(snapshot)
        self.cue.show_cue(snapshot)
        self.electrodes.show_sites(sites, brief=self.acts is not None)
        self.suggestion.show_snapshot(snapshot)
        self._show_guide(snapshot)

    def _show_guide(self, snapshot: Snapshot) -> None:
        acts = self.acts if snapshot.origin is not Origin.PLAYBACK else None
        step = current_step(snapshot)
        self.strip.setVisible(acts is not None)
        has_cue = snapshot.streamed.cue is not None
        self.cue.setVisible(acts is None or has_cue)
        if self.look.is_large:
            self.strip.setVisible(acts is not None and not has_cue)
            is_lost = snapshot.link is LinkState.LOST  # told once: room is for what to do
            is_bad = not is_lost and any(
                not site.quality.is_usable for site in snapshot.streamed.sites
            )
            at_lanes = self._pages.currentWidget() is self.area
            self.electrodes.setVisible(not has_cue and (at_lanes or is_bad))
        else:
            at_end = step is Step.LOCK and not has_cue
            self.card.setVisible(acts is not None)
            self.suggestion.setVisible(acts is None or at_end)
            self.electrodes.setVisible(acts is None or not (at_end or self.area.is_curtained))
            self.card.picture.setVisible(not at_end)
        if acts is None:
            return
        plan_version = self.session.treatment.state.plan_version
        stream, progress = snapshot.streamed, snapshot.streamed.progress
        key = (
            progress.guide,
            progress.running,
            progress.refused,
            progress.noise,
            progress.measured,
            progress.contact,
            stream.taps,
            stream.placement,
            snapshot.treatment.measurement,
            stream.calibration,
            snapshot.pairs,
            snapshot.link,
            stream.cue.site if stream.cue else None,
            (snapshot.origin, plan_version),
        )
        if key == self._words_key:
            return
        self._words_key = key
        self.strip.show_views(step_views(snapshot, acts.wanted()))
        words = words_of(step, snapshot, acts)
        number = STEPS.index(step) + 1
        self.card.show_step(number, step, words, snapshot, is_busy=acts.is_busy)
        if self.look.is_large:
            self._show_page(step, snapshot, is_busy=acts.is_busy)

    def _show_page(self, step: Step, snapshot: Snapshot, *, is_busy: bool) -> None:
        """Show the lanes while a protocol runs and at the end, else the step in words."""
        is_running = is_busy and snapshot.streamed.progress.running is not None
        lanes = is_running or (step is Step.LOCK and not needs_checklist(snapshot))
        if is_running or step is not self._page_step:
            self._page_step = None if is_running else step
            self._pages.setCurrentWidget(self.area if lanes else self.card)

    # -- keys ---------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Leave the keyboard to the keys of this screen, or to words that were begun."""
        if self.suggestion.answers.is_open and self.suggestion.isVisible():
            self.suggestion.answers.take_focus()
            return
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_step(self, step: Step) -> None:
        """Show a step of the measurement, or say that nobody begins one here."""
        if self.acts is None:
            self.said.emit(tr("Here the cues follow their own course."))
        else:
            self._open(step)

    def calibrate(self) -> None:
        """Begin calibration and measurement at the newest sample."""
        if self.acts is not None:
            self._say_what_hinders()
            self.acts.calibrate()

    def _say_what_hinders(self) -> None:
        """Say why nothing can be begun, if the board is lost or its rate is wrong."""
        if self.acts is not None and self.acts.hindrance:
            self.said.emit(shown(self.acts.hindrance))

    def act(self, name: str) -> None:
        """Do what a button of the card stands for."""
        acts = self.acts
        if acts is None:
            return
        montage = self._board_session.montage
        if name in ("onward", "again"):
            self._say_what_hinders()
        if name == "onward":
            if acts.onward():
                self.decide_wanted.emit()
        else:
            doing: dict[str, Callable[[], object]] = {
                "again": acts.again,
                "skip": acts.skip,
                "back": acts.back,
                "give up": acts.give_up,
                "lanes": self.turn_page,
            }
            doing[name]()
        if self._board_session.montage is not montage:
            self.block_changed.emit()
            return
        self.show_snapshot(self.session.snapshot())

    def _choose(self, number: int) -> None:
        if self.acts is not None:
            self.acts.choose(number)
            self.show_snapshot(self.session.snapshot())

    def _open(self, step: Step) -> None:
        if self.acts is not None:
            self.acts.open(step)
            self.show_snapshot(self.session.snapshot())

    def turn_page(self) -> None:
        """Unfold the lanes, or fold them; at large text show them instead of the step, or it."""
        if self.look.is_large:
            self._pages.setCurrentIndex(1 - self._pages.currentIndex())
        else:
            self.area.unfold()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        focused = QApplication.focusWidget()
        acts, key = self.acts, event.key()
        if acts is None or isinstance(focused, QLineEdit) or event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        named = _ACTS.get(Qt.Key(key))
        if named is not None:
            self.act(named)
        elif key in DIGITS:
            self._choose(DIGITS.index(Qt.Key(key)))
        elif key == Qt.Key.Key_U:
            acts.change_filter_view()
        elif key == Qt.Key.Key_B:
            acts.next_block()
            self.show_snapshot(self.session.snapshot())
        else:
            super().keyPressEvent(event)


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ACTS = {
    Qt.Key.Key_Return: "onward",
    Qt.Key.Key_Enter: "onward",
    Qt.Key.Key_Backspace: "back",
    Qt.Key.Key_S: "skip",
    Qt.Key.Key_D: "again",
    Qt.Key.Key_Escape: "give up",
    Qt.Key.Key_L: "lanes",
}
