"""The Prepare screen: plan, examination, preparation and findings; needs no board.

One letter each for what is asked, so that a returning patient is prepared without the mouse;
every letter stands on a button too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from emg_dosing.bound_plan import bind
from emg_dosing.dose_bands import RegionBands, bands_of
from emg_dosing.even_out import EVEN_WITHIN
from emg_dosing.examination import Examination
from emg_dosing.plan import Plan, Point
from emg_dosing.stated_gap import StatedGap
from emg_dosing.tables import Tables
from emg_session.snapshot import Snapshot
from emg_signal.errors import EmgError
from emg_signal.phrase import say
from emg_ui.face.nearer import nearer_region
from emg_ui.prepare.examination_questions import detail, field_question, open_details
from emg_ui.prepare.examination_table import AGE
from emg_ui.prepare.gap_questions import explained, gap_kind
from emg_ui.prepare.plan_changes import added, mirrored_side, moved, of_side, with_side_total
from emg_ui.prepare.plan_edits import PlanEdits
from emg_ui.prepare.plan_files import open_question, save_question
from emg_ui.prepare.plan_numbers import band_numbers, plan_numbers
from emg_ui.prepare.plan_questions import (
    NOTHING_TO_ASK,
    QUESTIONS,
    At,
    place,
    product,
    reason,
    side_total,
    toxin_regions,
)
from emg_ui.prepare.plan_starts import earlier_visits, start
from emg_ui.prepare.preparation_questions import open_concentration
from emg_ui.prepare.prepare_page import PreparePage
from emg_ui.sheet.sheet_printing import SheetPrinting
from emg_ui.text.language import shown, tr
from emg_ui.text.number_about import NumberAbout
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import point_name, region_name
from emg_ui.text.theme import Look
from emg_ui.text.typed_answers import read_age, read_days
from emg_ui.widgets.question import Question
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import SessionView

SHORTCUTS = (
    ("Ctrl+N", "N"),
    ("Ctrl+Z", "Undo"),
    ("Ctrl+Shift+Z", "Redo"),
    ("Ctrl+Y", "Redo"),
    ("Ctrl+S", "Save"),
)


class PrepareScreen(Screen):
    """Plan and examination, by keyboard.

    Parameters
    ----------
    session, look
        As in `Screen`.
    edits
        What was changed so far, kept by the window since a screen is remade; None begins anew.
    now
        Date and time at the injector's place.
    """

    title = say("Prepare")
    purpose = say(
        "The plan before the patient lies down. Ctrl+N begins one from the label, B from the last "
        "visit. Type units point by point, or T and a side's total; each key on a button works "
        "from everywhere. Tab goes to the examination, the face map and the fields. O opens a "
        "plan file, Ctrl+S saves one."
    )
    keys = say("0-9 units   T side total   O open   Ctrl+S save")

    def __init__(
        self,
        session: SessionView,
        *,
        look: Look,
        edits: PlanEdits | None = None,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now().astimezone(),
    ) -> None:
        super().__init__(session, look=look)
        self._now = now
        self.edits = edits or PlanEdits(session)
        self.page = PreparePage(session.tables, look=look)
        self._bands: RegionBands | None = None
        self._banded: object = None
        self.face, self.table = self.page.face, self.page.table
        self.examination, self.findings = self.page.examination, self.page.findings
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self._printing = SheetPrinting(self, self.page.say)
        self.chooser = self._printing.chooser
        self._do: dict[str, Callable[[Plan, Tables], None]] = {
            "A": self._ask_point,
            "M": self._mirror,
            "T": self._ask_side_total,
            "Del": lambda plan, tables: self.table.remove(),
            "Undo": lambda plan, tables: self._undo(),
            "Redo": lambda plan, tables: self._redo(),
            "Print": lambda plan, tables: self._printing.ask(),
            "Save": self._ask_where_to_save,
        }
        self._connect()

    def _ask_where_to_save(self, plan: Plan, tables: Tables) -> None:
        self.chooser.ask(save_question(plan, self.session.record_path, self.page.say))

    def _connect(self) -> None:
        self.table.plan_changed.connect(self._set_plan)
        self.table.chosen_changed.connect(self._show_face)
        self.table.refused.connect(self.page.say)
        self.face.chosen.connect(self.table.choose)
        self.face.moved.connect(self._move)
        self.page.fields.asked.connect(self.press)
        self.page.bar.pressed.connect(self.press)
        self.page.nothing_found.clicked.connect(lambda: self.examination.nothing_found())
        self.examination.examination_changed.connect(self._set_examination)
        self.examination.number_asked.connect(self._ask_number)
        self.examination.detail_asked.connect(self._ask_detail)
        for keys, action in SHORTCUTS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.press, action))

    def take_focus(self) -> None:
        """Begin at the plan's points, or at the way to a plan; later visits ask first."""
        treatment = self.session.treatment
        if treatment.is_later and treatment.state.examination.adverse_open:
            self.examination.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.examination.setCurrentCell(0, 1)
            return
        first = self.page.bar.buttons["N"] if self.edits.plan is None else self.table
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        changed = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        key = event.text().upper()
        if not event.modifiers() & changed and key in {"O", "B", "A", "M", "T", *QUESTIONS}:
            self.press(key)
        else:
            super().keyPressEvent(event)

    def press(self, action: str) -> None:
        """Do what a key or a button says."""
        self.face.settle()
        self.page.say("")
        plan, tables = self.edits.plan, self.session.tables
        try:
            if tables is None:
                self.page.say(tr("Dosing is off; see the notes of this session."))
            elif action == "N":
                self.chooser.ask(self._starts(tables))
            elif action == "O":
                record = self.session.record_path
                self.chooser.ask(open_question(record, tables, self._begin, self.page.say))
            elif action == "B":
                self._begin_like_last_visit(tables)
            elif plan is None:
                self.page.say(tr("There is no plan yet: Ctrl+N begins one."))
            elif action == "P":
                country = self.session.treatment.country
                self._ask(product(plan, tables, self._set_plan, country), action)
            elif action == "R":
                self._ask(reason(plan, tables, self._set_reason), action)
            elif action in QUESTIONS:
                self._ask(QUESTIONS[action](plan, tables, self._set_plan), action)
            else:
                self._do[action](plan, tables)
        except EmgError as error:
            self._refuse(error)
        self._refresh()

    def _starts(self, tables: Tables) -> Question:
        return start(
            self.session.history,
            tables,
            self._begin,
            self.chooser.ask,
            self.page.say,
            beside=self.session.record_path,
            country=self.session.treatment.country,
        )

    # -- the plan -----------------------------------------------------------------------------

    def _ask(self, question: Question | None, key: str) -> None:
        if question is None:
            self.page.say(shown(NOTHING_TO_ASK[key]))
        else:
            self.chooser.ask(question)

    def _begin(self, plan: Plan, why: str) -> None:
        before = self.edits.plan
        if before is not None and plan.syringe is None:
            plan = replace(plan, syringe=before.syringe)
        self.table.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # a question may take it from here
        self._set_plan(plan, why=why)
        self.table.setCurrentCell(0, 1)

    def _begin_like_last_visit(self, tables: Tables) -> None:
        found = earlier_visits(self.session.history, tables)
        if found:
            self._begin(found[0].value, found[0].text)
        elif self.session.history.subject:
            who = self.session.history.subject
            self.page.say(tr("No earlier visit of {who!s} with a plan was found here.", who=who))
        else:
            self.page.say(tr("Nobody is named in this session, so there is no earlier visit."))

    def _set_plan(self, plan: Plan, *, why: str = "edited in Prepare") -> None:
        before = self.edits.plan
        try:
            self.edits.set_plan(plan, why=why)
        except EmgError as error:
            self._refuse(error)
            return
        self._refresh()
        if before is None or before.vial != plan.vial:
            self._ask_concentration(plan)

    def _set_reason(self, after: Plan) -> None:
        """Take a stated reason, and ask what was measured of it."""
        before, tables = self.edits.plan, self.session.tables
        self._set_plan(after)
        region = explained(before, after)
        if region is not None and tables is not None:
            take = partial(self._set_gap, region)
            self.chooser.ask(gap_kind(after, region, tables, take, self.chooser.ask))

    def _set_gap(self, region: str, gap: StatedGap) -> None:
        if self.edits.plan is not None:
            self._set_plan(self.edits.plan.with_gap(region, gap), why="measured of both sides")

    def _refuse(self, error: EmgError) -> None:
        self.page.say(shown(str(error)))

    def _ask_concentration(self, plan: Plan) -> None:
        """Ask at once where the label contradicts itself: nothing can be drawn up before."""
        tables = self.session.tables
        found = None if tables is None else open_concentration(plan, tables)
        if tables is not None and found is not None and found.chosen is None:
            self._ask(QUESTIONS["K"](plan, tables, self._set_plan), "K")

    def _ask_point(self, plan: Plan, tables: Tables) -> None:
        self.chooser.ask(place(tables, self._add, tr("Where is the point to be added?")))

    def _add(self, at: At) -> None:
        plan = self.edits.plan
        if plan is None:
            return
        wider = added(plan, *at)
        new = next(p.id for p in wider.points if p.id not in {q.id for q in plan.points})
        self._set_plan(wider)
        self.table.choose(new)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mirror(self, plan: Plan, tables: Tables) -> None:
        point = self.table.chosen_point
        if point is None or point.side is None:
            self.page.say(tr("A point of the midline has no other side."))
        else:
            self._set_plan(mirrored_side(plan, point.side))

    def _ask_side_total(self, plan: Plan, tables: Tables) -> None:
        point = self.table.chosen_point
        if point is None:
            self.page.say(tr("Choose a point of the side first."))
        else:
            take = partial(self._set_side_total, plan, point, tables)
            self.chooser.ask(side_total(plan, point, tables, take))

    def _set_side_total(self, plan: Plan, point: Point, tables: Tables, total: float) -> None:
        after = with_side_total(plan, point, total, tables)
        self._set_plan(after)
        planned = float(sum(p.dose.units for p in of_side(after, point)))
        if abs(planned - total) > EVEN_WITHIN:
            text = tr(
                "{total!s} is no whole number of graduations of this syringe: {planned!s} are "
                "planned.",
                total=units(total),
                planned=units(planned),
            )
            self.page.say(text)

    def _move(self, name: str, at: tuple[float, float]) -> None:
        if self.edits.plan is not None:
            self._set_plan(moved(self.edits.plan, name, at), why="moved on the face map")
            self._remark(name)

    def _remark(self, name: str) -> None:
        """Say of a moved point that it is nearer to another region's usual place."""
        plan, tables = self.edits.plan, self.session.tables
        point = next((p for p in plan.points if p.id == name), None) if plan else None
        if point is None or tables is None or (other := nearer_region(point, tables)) is None:
            return
        text = tr(
            "▲ {point!s}: on this drawing it is nearer to where {other!s} is injected than "
            "{own!s}. It counts as {own!s} still: look again, or remove it and add one there.",
            point=point_name(point, tables),
            other=region_name(other, tables),
            own=region_name(point.region, tables),
        )
        self.page.say(text)

    def _undo(self) -> None:
        if not self.edits.undo():
            self.page.say(tr("There is nothing to undo; a decision is never undone."))

    def _redo(self) -> None:
        if not self.edits.redo():
            self.page.say(tr("There is nothing to do again."))

    # -- the person ---------------------------------------------------------------------------

    def _set_examination(self, examination: Examination) -> None:
        self.edits.set_examination(examination)
        self._refresh()

    def _ask_number(self, row: str, digit: str) -> None:
        """Ask for the age, or for the days since the last toxin."""
        question = Question(
            tr("Age in years"), lambda years: self._number(age_years=years), read=read_age
        )
        if row != AGE:
            question = Question(
                tr("Last botulinum toxin of any kind: days ago, or the date"),
                self._ask_where,
                read=lambda text: read_days(text, self._now().date()),
                example="120, 2026-08-01",
            )
        self.chooser.ask(question)
        self.chooser.field.insert(digit)

    def _ask_where(self, days: int) -> None:
        """Ask which regions had that toxin; the others keep what was said of them."""
        tables, plan = self.session.tables, self.edits.plan
        if tables is None:
            return
        known = dict(self.session.treatment.state.examination.toxin_days or {})
        self.chooser.ask(
            toxin_regions(
                plan,
                tables,
                lambda where: self._number(toxin_days=known | dict.fromkeys(where, days)),
            )
        )

    def _ask_detail(self, condition: str) -> None:
        """Ask what a yes leaves open, one after the other; a kind left open is the heaviest."""
        asked = self.session.treatment.state.examination
        key = next(open_details(condition, asked), None)
        if key is None:
            return

        def take(said: str) -> None:
            self.examination.change(details={**asked.details, key: said})
            self._ask_detail(condition)

        self.chooser.ask(
            detail(condition, self.edits.plan, self.session.tables, take)
            if key == condition
            else field_question(key, take)
        )

    def _number(self, **answer: object) -> None:
        self.examination.change(**answer)
        self.examination.go_on()

    # -- what is shown ------------------------------------------------------------------------

    def _refresh(self) -> None:
        self.show_snapshot(self.session.snapshot())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the newest plan version and its findings."""
        state = self.session.treatment.state
        self.page.show_plan(state.plan)
        is_later = self.session.treatment.is_later
        self.examination.show_examination(state.examination, is_later=is_later)
        self.findings.show_findings(state.findings, state.safety)
        self._show_face()

    def _show_face(self) -> None:
        self.face.show_plan(self.session.treatment.state.plan, self.table.chosen)
        self._show_bands()

    def _show_bands(self) -> None:
        """Show what was given where the chosen point lies; worked out only when that changes."""
        plan, point = self.edits.plan, self.table.chosen_point
        policy = self.session.treatment.policy
        key = plan, None if point is None else point.region, policy
        if key == self._banded:
            return
        self._banded = key
        self._bands = None
        tables = self.session.tables
        if plan is not None and point is not None and tables is not None:
            every = bands_of(bind(plan, tables, policy))
            # Between two looks the table may still show the plan before this one.
            self._bands = next((each for each in every if each.region == point.region), None)
        self.page.show_bands(self._bands)

    def numbers(self, snapshot: Snapshot) -> list[NumberAbout]:
        """Return what stands behind units and mL."""
        plan, tables = self.edits.plan, self.session.tables
        if plan is None or tables is None:
            return []
        found = plan_numbers(plan, tables, self.place_of(self.table))
        place = self.place_of(self.page.strip)
        return found + ([] if self._bands is None else band_numbers(self._bands, tables, place))
