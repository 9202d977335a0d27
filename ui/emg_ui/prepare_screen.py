"""The Prepare screen: plan, examination, preparation and findings; needs no board.

One letter each for what is asked, so that a returning patient is prepared without the mouse;
every letter stands on a button too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.preparation import prepare
from emg_dosing.rows import RegionRow
from emg_dosing.values import Finding
from emg_session.snapshot import Snapshot
from emg_signal.phrase import say
from emg_ui.cards import Card, label, set_text
from emg_ui.chooser import ROW_PX, Chooser, Question
from emg_ui.dosing_text import GRADE_SHAPES, GRADE_TONES
from emg_ui.examination_table import AGE, ExaminationTable
from emg_ui.face_map import FaceMap
from emg_ui.language import shown, tr
from emg_ui.line_list import LineList
from emg_ui.measure_screen import ORIGIN_WORDS
from emg_ui.number_about import NumberAbout
from emg_ui.numbers import units
from emg_ui.plan_changes import added, mirrored_side, moved
from emg_ui.plan_edits import PlanEdits
from emg_ui.plan_numbers import plan_numbers
from emg_ui.plan_questions import QUESTIONS, At, open_concentration, place
from emg_ui.plan_starts import last_visit, start
from emg_ui.plan_table import PlanTable
from emg_ui.plan_words import preparation_words, product_name
from emg_ui.prepare_fields import PrepareFields
from emg_ui.print_sheet import SheetContent
from emg_ui.print_target import print_question
from emg_ui.screen import Screen
from emg_ui.session_view import SessionView
from emg_ui.theme import Look
from emg_ui.typed_answers import read_age, read_days

ACTIONS = (
    ("N", "N", say("New plan")),
    ("B", "B", say("Last visit")),
    ("A", "A", say("Add point")),
    ("M", "M", say("Mirror side")),
    ("Del", "Del", say("Remove")),
    ("Undo", "Ctrl+Z", say("Undo")),
    ("Redo", "Ctrl+⇧+Z", say("Redo")),
    ("Print", "Ctrl+P", say("Print")),
)
"""Action, key as shown, and what it does."""


class FindingsCard(Card):
    """What the plan check says, heaviest first."""

    def __init__(self) -> None:
        super().__init__(say("Findings of the plan"))
        self._shown: tuple[Finding, ...] | None = None
        self.lines = LineList(tr("Findings"))
        self.body.addWidget(self.lines)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show `findings`; nothing is done if they are the same."""
        if findings == self._shown:
            return
        self._shown = findings
        self.lines.clear()
        for finding in findings:
            tone = str(GRADE_TONES[finding.grade])
            self.lines.add_marked(GRADE_SHAPES[finding.grade], shown(finding.text), tone)
        if not findings:
            self.lines.add(tr("● nothing found"), role="muted")
        self.lines.finish()


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
        "The plan before the patient lies down. N begins one from the label, B from the last "
        "visit. Type units point by point; each key on a button works from everywhere. Tab goes "
        "to the face map, the fields and the examination."
    )
    keys = say("N new   0-9 units   A add   M mirror   Tab, A nothing found   Ctrl+P print")

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
        self.face = FaceMap(look=look, editable=True)
        self.table = PlanTable(session.tables, look=look)
        self.examination = ExaminationTable(look=look)
        self.findings = FindingsCard()
        self.fields = PrepareFields(look=look)
        self.buttons: dict[str, QPushButton] = {}
        self._summary = label("", "strong", wrap=True)
        self._drawn = label("", "muted", wrap=True)
        self._message = label("", "", wrap=True)
        self._message.setProperty("tone", "warn")
        self._build()
        self.chooser = Chooser(self, look=look)
        self._connect()

    # -- how it looks -------------------------------------------------------------------------

    def _build(self) -> None:
        self._plan_card, self._face_card = Card(say("Plan")), Card(say("The patient faces you"))
        self._plan_card.body.addWidget(self._summary)
        self._plan_card.body.addWidget(self.table, 1)
        self._plan_card.body.addWidget(self._message)
        self._message.hide()
        self._face_card.body.addWidget(self.face, 1)
        self._face_card.body.addWidget(self._drawn)
        self._examination_card = Card(say("Examination"))
        self._examination_card.body.addWidget(self.examination, 1)
        self._nothing = self._button(tr("A  nothing found in all the rest"))
        self._nothing.clicked.connect(lambda: self.examination.nothing_found())
        self._examination_card.body.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(6)
        if self.look.is_large:
            layout.addWidget(self._stacked())
        else:
            layout.addWidget(self._bar())
            layout.addLayout(self._beside(), 1)
        order: list[QWidget] = [self.table, self.examination, self._nothing, self.face]
        order += [*self.fields.buttons.values(), *self.buttons.values(), self.findings.lines]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "action")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _bar(self) -> QWidget:
        """Return one button per action, in a row or, where the text is large, in rows of three."""
        bar = QWidget()
        grid = QGridLayout(bar)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        columns = 2 if self.look.is_large else len(ACTIONS)
        for number, (action, key, name) in enumerate(ACTIONS):
            button = self._button(f"{key}  {shown(name)}")
            button.setAccessibleName(f"{shown(name)} ({key})")
            button.clicked.connect(partial(self._pressed, action))
            grid.addWidget(button, number // columns, number % columns)
            self.buttons[action] = button
        return bar

    def _beside(self) -> QHBoxLayout:
        middle, right = QVBoxLayout(), QVBoxLayout()
        for column, upper, lower, shares in (
            (middle, self._plan_card, self.findings, (2, 1)),
            (right, self.fields, self._examination_card, (0, 1)),
        ):
            column.setSpacing(6)
            column.addWidget(upper, shares[0])
            column.addWidget(lower, shares[1])
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._face_card, 15)
        row.addLayout(middle, 18)
        row.addLayout(right, 18)
        return row

    def _stacked(self) -> QScrollArea:
        """Return everything in one column that scrolls: large text has no room for two."""
        inside = QWidget()
        inside.setObjectName("screen")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        rows = round(ROW_PX * self.look.scale)
        self.table.setMinimumHeight(6 * rows)
        self.examination.setMinimumHeight(6 * rows)
        self.findings.lines.setMinimumHeight(5 * rows)
        self.face.setMinimumHeight(620)
        for part in (
            self._plan_card,
            self._bar(),
            self._examination_card,
            self.findings,
            self.fields,
            self._face_card,
        ):
            column.addWidget(part)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        for part in (self.table, self.examination, self.face, self.findings.lines):
            part.installEventFilter(self)
        return self._scroll

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._scroll.ensureWidgetVisible(watched, 0, 60)
        return super().eventFilter(watched, event)

    # -- what happens -------------------------------------------------------------------------

    def _connect(self) -> None:
        self.table.plan_changed.connect(self._set_plan)
        self.table.chosen_changed.connect(self._show_face)
        self.table.refused.connect(self._say)
        self.face.chosen.connect(self.table.choose)
        self.face.moved.connect(self._move)
        self.fields.asked.connect(self._pressed)
        self.examination.examination_changed.connect(self._set_examination)
        self.examination.number_asked.connect(self._ask_number)
        for keys, action in (
            (QKeySequence(QKeySequence.StandardKey.Undo), "Undo"),
            (QKeySequence("Ctrl+Shift+Z"), "Redo"),
            (QKeySequence("Ctrl+Y"), "Redo"),
            (QKeySequence(QKeySequence.StandardKey.Print), "Print"),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._pressed, action))

    def take_focus(self) -> None:
        """Begin at the plan's points, or at the way to a plan."""
        self._begin_at().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin_at(self) -> QWidget:
        return self.buttons["N"] if self.edits.plan is None else self.table

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        key = event.text().upper()
        if plain and (key in QUESTIONS or key in self.buttons):
            self._pressed(key)
        else:
            super().keyPressEvent(event)

    def _pressed(self, action: str, _: bool = False) -> None:
        """Do what a key or a button says."""
        self.face.settle()
        self._say("")
        if self.session.tables is None:
            self._say(tr("Dosing is off; see the notes of this session."))
        elif action == "N":
            self._ask(start(self.session.history, self.session.tables, self._begin, self._ask))
        elif action == "B":
            self._begin_like_last_visit()
        elif self.edits.plan is None:
            self._say(tr("There is no plan yet: N begins one."))
        elif action in QUESTIONS:
            question = QUESTIONS[action]
            self._ask(question(self.edits.plan, self.session.tables, self._set_plan), action)
        else:
            self._change(action, self.edits.plan)

    def _change(self, action: str, plan: Plan) -> None:
        if action == "A" and self.session.tables is not None:
            self._ask(place(self.session.tables, self._add, tr("Where is the point to be added?")))
        elif action == "M":
            self._mirror(plan)
        elif action == "Del":
            self.table.remove()
        elif action == "Undo" and not self.edits.undo():
            self._say(tr("There is nothing to undo; a decision is never undone."))
        elif action == "Redo" and not self.edits.redo():
            self._say(tr("There is nothing to do again."))
        elif action == "Print":
            self._print()
        self._refresh()

    def _ask(self, question: Question | None, key: str = "") -> None:
        if question is not None:
            self.chooser.ask(question)
        elif key == "K":
            self._say(tr("The label's strength and the computed one agree: nothing to choose."))
        elif key == "C":
            self._say(tr("Choose the vial first (V): the price is that of one vial."))
        elif key == "R":
            self._say(tr("Left and right are the same in every region."))

    def _begin(self, plan: Plan, why: str) -> None:
        before = self.edits.plan
        if before is not None and plan.syringe is None:
            plan = replace(plan, syringe=before.syringe)
        self.edits.set_plan(plan, why=why)
        self._refresh()
        self.table.setCurrentCell(0, 1)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_concentration(plan)

    def _begin_like_last_visit(self) -> None:
        tables = self.session.tables
        choice = None if tables is None else last_visit(self.session.history, tables)
        if choice is None:
            who = self.session.history.subject
            self._say(
                tr("No earlier visit of {who!s} with a plan was found here.", who=who)
                if who
                else tr("Nobody is named in this session, so there is no earlier visit.")
            )
            return
        self._begin(choice.value, choice.text)

    def _set_plan(self, plan: Plan) -> None:
        before = self.edits.plan
        self.edits.set_plan(plan)
        self._refresh()
        if before is None or before.vial != plan.vial:
            self._ask_concentration(plan)

    def _ask_concentration(self, plan: Plan) -> None:
        """Ask at once where the label contradicts itself: nothing can be drawn up before."""
        tables = self.session.tables
        found = None if tables is None else open_concentration(plan, tables)
        if tables is not None and found is not None and found.chosen is None:
            self._ask(QUESTIONS["K"](plan, tables, self._set_plan))

    def _add(self, at: At) -> None:
        plan = self.edits.plan
        if plan is None:
            return
        wider = added(plan, *at)
        new = next(p.id for p in wider.points if p.id not in {q.id for q in plan.points})
        self._set_plan(wider)
        self.table.choose(new)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mirror(self, plan: Plan) -> None:
        point = self.table.chosen_point
        if point is None or point.side is None:
            self._say(tr("A point of the midline has no other side."))
        else:
            self._set_plan(mirrored_side(plan, point.side))

    def _move(self, name: str, at: tuple[float, float]) -> None:
        if self.edits.plan is not None:
            self.edits.set_plan(moved(self.edits.plan, name, at), why="moved on the face map")
            self._refresh()

    def _set_examination(self, examination: Examination) -> None:
        self.edits.set_examination(examination)
        self._refresh()

    def _ask_number(self, row: str, digit: str) -> None:
        """Ask for the age, or for the days since the last toxin."""
        if row == AGE:
            question = Question(
                tr("Age in years"), lambda years: self._number(age_years=years), read=read_age
            )
        else:
            question = Question(
                tr("Last botulinum toxin, anywhere on the face: days ago, or the date"),
                lambda days: self._number(toxin_days=self._everywhere(days)),
                read=lambda text: read_days(text, self._now().date()),
                example="120, 2026-08-01",
            )
        self.chooser.ask(question)
        self.chooser.field.insert(digit)

    def _everywhere(self, days: int) -> dict[str, int]:
        tables = self.session.tables
        regions = () if tables is None else tables.all(RegionRow)
        return {region.id: days for region in regions}

    def _number(self, **answer: object) -> None:
        self.examination.change(**answer)
        self.examination.go_on()

    def _print(self) -> None:
        """Ask where the sheet goes."""
        if self.session.tables is None:
            return
        content = SheetContent(
            self.session.treatment.state, self.session.tables, self._now(), self._marks()
        )
        self.chooser.ask(print_question(content, self.session.record_path, self._say))

    def _marks(self) -> tuple[str, ...]:
        """Return what must stand across every page."""
        word = ORIGIN_WORDS[self.session.snapshot().origin]
        return (shown(word),) if word else ()

    def _say(self, text: str) -> None:
        set_text(self._message, text)
        self._message.setVisible(bool(text))

    # -- what is shown ------------------------------------------------------------------------

    def _refresh(self) -> None:
        self.show_snapshot(self.session.snapshot())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the newest plan version and its findings."""
        state = self.session.treatment.state
        self.table.show_plan(state.plan)
        self.examination.show_examination(state.examination)
        self.findings.show_findings(state.findings)
        self._show_plan(state.plan, state.plan_version)
        self._show_face()

    def _show_plan(self, plan: Plan | None, version: int) -> None:
        if self.session.tables is not None:
            self.fields.show_plan(plan, self.session.tables)
        self.findings.setVisible(plan is not None)
        if plan is None:
            set_text(
                self._summary,
                tr(
                    "No plan yet. N begins one: from a label, from an earlier visit, or with "
                    "points of your own. B begins like the last visit."
                ),
            )
            return
        set_text(self._plan_card.heading, tr("Plan, version {n}", n=version))
        left, right = plan.units(side="left"), plan.units(side="right")
        set_text(
            self._summary,
            tr(
                "{product} {total}: left {left}, right {right}",
                product=product_name(plan, self.session.tables),
                total=units(plan.total.units),
                left=units(float(left)),
                right=units(float(right)),
            ),
        )
        if self.session.tables is not None:
            preparation = prepare(plan, self.session.tables)
            words = preparation_words(plan, self.session.tables, preparation)
            set_text(self._drawn, "; ".join(words))

    def _show_face(self) -> None:
        self.face.show_plan(self.session.treatment.state.plan, self.table.chosen)

    def numbers(self, snapshot: Snapshot) -> list[NumberAbout]:
        """Return what stands behind units and mL."""
        plan, tables = self.edits.plan, self.session.tables
        if plan is None or tables is None:
            return []
        place = self.place_of(self.table)
        return plan_numbers(plan, tables, place)
