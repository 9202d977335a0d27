"""The Inject screen: the decided plan, point by point, ticked as given; needs no board."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton

from emg_dosing.plan import Plan, Point
from emg_dosing.preparation import Draw, prepare
from emg_dosing.safety import open_stops
from emg_session.clocks import utc_now
from emg_session.note import Note
from emg_session.snapshot import Snapshot
from emg_session.treatment_state import TreatmentState
from emg_signal.errors import PlanError, RecordError
from emg_signal.phrase import say
from emg_ui.face.face_map import FaceMap
from emg_ui.inject.dose_question import DoseQuestion
from emg_ui.inject.going_on import GoingOn
from emg_ui.inject.injection_sheet import InjectionSheet
from emg_ui.inject.lot_question import LotQuestion
from emg_ui.inject.note_question import NoteQuestion
from emg_ui.sheet.sheet_printing import SheetPrinting
from emg_ui.text.language import shown, tr
from emg_ui.text.number_about import NumberAbout
from emg_ui.text.numbers import millilitres, units
from emg_ui.text.plan_words import point_name, product_name, vial_words
from emg_ui.text.settings import Action
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import Card, label, set_text, set_tone
from emg_ui.widgets.safety_lines import SafetyLines
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import SessionView

BETWEEN_TICKS_S = 0.4
"""Seconds between two ticks, or tries to tick: no needle goes from point to point faster, and keys
that repeat do. Engineering judgement."""


class InjectScreen(Screen):
    """The plan as a sheet.

    Parameters
    ----------
    session, look
        As in `Screen`.
    now_utc
        Time of day for the ticks, ISO 8601.
    now_s
        Monotonic clock, seconds, that keeps ticks apart.
    """

    title = say("Inject")
    purpose = say(
        "The electrodes are off. Give the plan point by point and tick each point as it is given: "
        "time, dose and lot go on record, also a dose that was not the planned one. A tick that "
        "was a mistake is taken back, which is on record too. No board is needed."
    )
    keys = say(
        "Space or Enter: given   U: another dose   N: note   Backspace: take back   Ctrl+P: print"
    )
    pedals: ClassVar[Mapping[Action, Qt.Key]] = {
        Action.NEXT: Qt.Key.Key_Down,
        Action.BACK: Qt.Key.Key_Up,
        Action.GIVEN: Qt.Key.Key_Space,
    }
    """No pedal for accepting: what answered in Decide must not tick a point."""

    def __init__(
        self,
        session: SessionView,
        *,
        look: Look,
        now_utc: Callable[[], str] = utc_now,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(session, look=look)
        self._now_utc = now_utc
        self._now_s = now_s
        self._tried_s = float("-inf")
        self._shown: object = None
        self.face = FaceMap(session.tables, look=look, choosable=True)
        self.sheet = InjectionSheet(session.tables, look=look)
        self.safety = SafetyLines(look=look)
        self.going_on = GoingOn()
        self.lot = LotQuestion()
        self.give_button = QPushButton(tr("Given (Space)"))
        self.take_back_button = QPushButton(tr("Take back (Backspace)"))
        self.dose = DoseQuestion()
        self.dose_button = QPushButton(tr("Other dose (U)"))
        self.note = NoteQuestion()
        self.note_button = QPushButton(tr("Note (N)"))
        self.face_button = QPushButton(tr("Face (F)"))
        self.face_button.clicked.connect(self.toggle_face)
        self._summary = label("", "headline", wrap=True)
        self._vial = label("", "muted", wrap=True)
        self._drawn = label("", "", wrap=True)
        self._warning = label("", "", wrap=True)
        self._left = label("", "strong", wrap=True)
        self._build()
        self.printing = SheetPrinting(self, self._say)
        self.sheet.ticked.connect(self.give)
        self.sheet.unticked.connect(self.take_back)
        self.sheet.currentCellChanged.connect(lambda *_: self._show_face())
        self.face.chosen.connect(self._choose)
        self.give_button.clicked.connect(self.give)
        self.take_back_button.clicked.connect(self.take_back)
        self.going_on.answered.connect(self._go_on)
        self.going_on.given_up.connect(self.take_focus)
        self.lot.answered.connect(self._keep_lot)
        self.lot.given_up.connect(self.take_focus)
        self.dose_button.clicked.connect(self.ask_dose)
        self.dose.answered.connect(self._give_typed)
        self.dose.given_up.connect(self.take_focus)
        self.note_button.clicked.connect(lambda: self.ask_note())
        self.note.answered.connect(self._write_down)
        self.note.given_up.connect(self._back_to_sheet)

    def _build(self) -> None:
        card = Card(tr("Injection sheet"))
        if self.look.is_large:  # their lines are the sheet's there
            card.heading.hide()
            self._drawn.hide()
        for part in (self._summary, self.safety, self._vial, self._drawn, self._warning):
            card.body.addWidget(part)
        card.body.addWidget(self.sheet, 1)
        card.body.addWidget(self.going_on)
        card.body.addWidget(self.lot)
        card.body.addWidget(self.dose)
        card.body.addWidget(self.note)
        card.body.addWidget(self._left)  # a line of its own: beside buttons it was one word wide
        buttons = QHBoxLayout()
        self.give_button.setProperty("kind", "main")
        extra = (self.dose_button, self.note_button)
        keyed = (self.give_button, *extra, self.take_back_button)
        for button in (*keyed, self.face_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has a key, and Space only gives
        for button in keyed:
            buttons.addWidget(button)
        if self.look.is_large:  # there is no room; their keys are among those that help names
            for button in extra:
                button.hide()
        card.body.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(8)
        if self.look.is_large:  # one at a time: there is no room for both
            card.body.insertWidget(card.body.indexOf(self.sheet), self.face, 1)
            self.face.hide()
            buttons.addWidget(self.face_button)
        else:
            face = Card(tr("Face map: the patient faces you"))
            face.body.addWidget(self.face, 1)
            layout.addWidget(face, 2)
        layout.addWidget(card, 3)

    def toggle_face(self) -> None:
        """At large text: show the face map in place of the sheet, or the sheet again."""
        if not self.look.is_large:
            return
        at_face = self.face.isHidden()
        self.face.setVisible(at_face)
        for part in (self._vial, self.sheet):
            part.setHidden(at_face)
        self.face_button.setText(tr("Sheet (F)") if at_face else tr("Face (F)"))
        (self if at_face else self.sheet).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_face()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F:
            self.toggle_face()
        elif key == Qt.Key.Key_U:
            self.ask_dose()
        elif key == Qt.Key.Key_N:
            self.ask_note(of_visit=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif self.sheet.isHidden() and not event.isAutoRepeat():
            QApplication.sendEvent(self.sheet, event)  # its keys mean the same at the face map
        else:
            super().keyPressEvent(event)

    def _say(self, text: str) -> None:
        set_text(self._warning, text)
        set_tone(self._warning, "note")
        self._warning.show()

    def take_focus(self) -> None:
        """Begin at the first point that was not given."""
        self.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._choose_next()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the newest plan version; what was given stays."""
        state = self.session.treatment.state
        key = (
            state.plan,
            state.given,
            state.safety,
            state.suggestion,
            state.decision,
            state.writing,
            state.unrecorded,
        )
        if key == self._shown:
            return
        self._shown = key
        plan = state.plan
        self.safety.show_line(state.safety)
        if plan is None:
            set_text(self._summary, tr("No plan: make one in Prepare (F1)"))
            return
        draws = self._draws(plan)
        set_text(self._vial, vial_words(plan))
        set_text(self._drawn, _drawn_words(draws))
        self._warn(state)
        self.sheet.show_points(plan.points, draws, state.given, state.writing)
        self._show_left(state, draws)
        self._show_face()

    def numbers(self, snapshot: Snapshot) -> list[NumberAbout]:
        """Return what stands behind the units and volumes of the sheet."""
        plan = self.session.treatment.state.plan
        if plan is None:
            return []
        draws = self._draws(plan)
        return [
            NumberAbout(
                name=point_name(point, self.session.tables),
                value=units(point.dose.units)
                + (f", {millilitres(draws[point.id].drawn_ml)}" if point.id in draws else ""),
                what=tr("What the plan says for this point, and the volume to inject there."),
                reference=tr("The volume is rounded down to the syringe's graduation."),
                source=tr("The plan; volumes from its vial, diluent and syringe."),
                is_not=tr("It is not the dose that was given: the record of the tick is."),
            )
            for point in plan.points
        ]

    def _draws(self, plan: Plan) -> dict[str, Draw]:
        tables = self.session.tables
        preparation = None if tables is None else prepare(plan, tables)
        return {} if preparation is None else {draw.point_id: draw for draw in preparation.draws}

    def _warn(self, state: TreatmentState) -> None:
        """Say that a suggestion waits."""
        waits = state.suggestion is not None and state.suggestion.changes and state.decision is None
        if state.unrecorded is not None:
            text = f"■ {shown(str(state.unrecorded))}"
        else:
            text = tr("▲ A suggestion waits for your answer: see Decide (F3)") if waits else ""
        set_text(self._warning, text)
        set_tone(self._warning, "warn" if state.unrecorded is None else "bad")
        self._warning.setVisible(bool(text))

    def _show_left(self, state: TreatmentState, draws: dict[str, Draw]) -> None:
        points = () if state.plan is None else state.plan.points
        left = [point for point in points if not state.is_given(point.id)]
        if not left:
            set_text(self._left, tr("● all points given"))
            return
        text = tr(
            "{n} of {total} points to give, {amount!s}",
            n=len(left),
            total=len(points),
            amount=units(sum(point.dose.units for point in left)),
        )
        if draws:
            volume_ml = sum(draws[point.id].drawn_ml for point in left)
            text = tr("{words!s}, {volume!s}", words=text, volume=millilitres(volume_ml))
        set_text(self._left, text)

    def _show_face(self) -> None:
        state, point = self.session.treatment.state, self._point()
        chosen = None if point is None else point.id
        given = frozenset(tick.point.id for tick in state.given)
        self.face.show_plan(state.plan, chosen, given)
        if state.plan is not None:
            set_text(self._summary, self._summary_words(state.plan, point))

    def _summary_words(self, plan: Plan, point: Point | None) -> str:
        """Return the plan in a line, or the chosen point where its row is hidden."""
        if point is not None and self.sheet.isHidden():
            draw = self._draws(plan).get(point.id)
            volume = "" if draw is None else f", {millilitres(draw.drawn_ml)}"
            name = point_name(point, self.session.tables)
            return f"{name}: {units(point.dose.units)}{volume}"
        return tr(
            "{product!s}, {total!s}",
            product=product_name(plan, self.session.tables),
            total=units(plan.total.units),
        )

    def _choose(self, point_id: str) -> None:
        """Choose the row of a point that was pressed on the face; nothing is ticked by it."""
        plan = self.session.treatment.state.plan
        names = [] if plan is None else [point.id for point in plan.points]
        if point_id in names:
            self.sheet.choose(names.index(point_id))

    def _point(self) -> Point | None:
        """Return the point of the chosen row; None if it is not of the plan."""
        plan, row = self.session.treatment.state.plan, self.sheet.currentRow()
        if plan is None or not 0 <= row < len(plan.points):
            return None
        return plan.points[row]

    def give(self) -> None:
        """Tick the chosen point as given; asks for the lot first if it is not known."""
        point = self._point()
        if not self.dose.isHidden():  # what is being typed is not passed over
            self.dose.reopen()
        elif not self.note.isHidden():
            self.note.reopen()
        elif point is not None and self._is_apart() and self._is_ready():
            self._give(point.id, None)

    def ask_dose(self) -> None:
        """Ask for the units that were given at the chosen point, if they are not the planned."""
        point = self._point()
        is_open = point is not None and self.session.treatment.state.given_at(point.id) is None
        if point is not None and is_open and self._is_ready():
            self.dose.ask(point.id, point_name(point, self.session.tables), point.dose)

    def ask_note(self, *, of_visit: bool = False) -> None:
        """Ask for a note at the chosen point, or of the visit."""
        point = None if of_visit else self._point()
        name = "" if point is None else point_name(point, self.session.tables)
        self.note.ask("" if point is None else point.id, name)

    def _write_down(self, point_id: str, text: str) -> None:
        self.session.treatment.write_down(Note(text, point_id, self._now_utc()))
        self.show_snapshot(self.session.snapshot())
        self._back_to_sheet()

    def _is_ready(self) -> bool:
        """Return whether a point can be ticked; asks for what is missing if not."""
        state = self.session.treatment.state
        stops = open_stops(state.safety)
        if stops:
            self.going_on.ask(stops[0])
        elif state.plan is not None and not state.plan.lot:
            self.lot.ask()
        else:
            return state.plan is not None
        return False

    def _give(self, point_id: str, typed: float | None) -> None:
        self._tried_s = self._now_s()  # the Enter that ended a typed dose ticks nothing more
        with contextlib.suppress(RecordError):  # the state of the treatment says so
            self.session.treatment.give(point_id, at_utc=self._now_utc(), units=typed)
        self.show_snapshot(self.session.snapshot())
        self._choose_next()

    def _give_typed(self, point_id: str, typed: float) -> None:
        if not self._is_apart():
            self.dose.reopen()
            return
        try:
            self._give(point_id, typed)
        except PlanError as error:  # the plan changed while it was typed
            self._say(shown(str(error)))
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_apart(self) -> bool:
        """Return whether this try comes long enough after the one before; says so if not."""
        now_s = self._now_s()
        since_s, self._tried_s = now_s - self._tried_s, now_s
        if since_s >= BETWEEN_TICKS_S:
            return True
        set_text(self._left, tr("▲ Not ticked: too soon after the press before."))
        return False

    def take_back(self) -> None:
        """Take the tick of the chosen point back."""
        state, row = self.session.treatment.state, self.sheet.currentRow()
        points = () if state.plan is None else state.plan.points
        planned = {point.id for point in points}
        dropped = [tick.point for tick in state.given if tick.point.id not in planned]
        rows = (*points, *dropped)
        if 0 <= row < len(rows):
            with contextlib.suppress(RecordError):  # the state of the treatment says so
                self.session.treatment.take_back(rows[row].id)
            self.show_snapshot(self.session.snapshot())

    def _go_on(self, key: str, reason: str, by: str) -> None:
        """Keep why a person goes on; the next finding asks for a reason of its own."""
        with contextlib.suppress(ValueError):  # the finding went while the reason was typed
            self.session.treatment.go_on(key, reason=reason, by=by, at_utc=self._now_utc())
        self.show_snapshot(self.session.snapshot())
        stops = open_stops(self.session.treatment.state.safety)
        if stops:
            self.going_on.ask(stops[0])
        else:
            self._back_to_sheet()

    def _back_to_sheet(self) -> None:
        """Give the keyboard back; the Enter that ended a question ticks nothing, if it is held."""
        self._tried_s = self._now_s()
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_lot(self, lot: str) -> None:
        plan = self.session.treatment.state.plan
        if plan is None:
            return
        self.session.set_plan(replace(plan, lot=lot), why="lot entered")
        self.show_snapshot(self.session.snapshot())
        self._back_to_sheet()

    def _choose_next(self) -> None:
        """Choose the next point below that was not given, else the first one."""
        state = self.session.treatment.state
        points = () if state.plan is None else state.plan.points
        left = [row for row, p in enumerate(points) if not state.is_given(p.id)]
        waiting = [row for row in left if points[row].id not in state.writing]
        below = [row for row in waiting if row >= self.sheet.currentRow()]
        if waiting:
            self.sheet.choose((below or waiting)[0])


def _drawn_words(draws: dict[str, Draw]) -> str:
    if not draws:
        return tr("No volumes: vial, diluent or syringe are not given (F1)")
    volume_ml = sum(draw.drawn_ml for draw in draws.values())
    delivered = sum(draw.delivered_units for draw in draws.values())
    return tr(
        "In all {volume!s} into the face, {amount!s} with this syringe's graduation",
        volume=millilitres(volume_ml),
        amount=units(delivered),
    )
