"""The Prepare screen: plan, examination, preparation and findings; needs no board."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.preparation import prepare
from emg_dosing.rows import ProductRow
from emg_dosing.tables import Tables
from emg_dosing.values import Finding
from emg_session.snapshot import Snapshot
from emg_ui.cards import Card, label, set_text
from emg_ui.dosing_text import GRADE_SHAPES, GRADE_TONES
from emg_ui.examination_table import ExaminationTable
from emg_ui.face_map import FaceMap
from emg_ui.line_list import LineList
from emg_ui.numbers import units
from emg_ui.plan_table import PlanTable
from emg_ui.plan_text import preparation_lines
from emg_ui.screen import Screen
from emg_ui.session_view import SessionView
from emg_ui.theme import Look


class FindingsCard(Card):
    """What the plan check says, heaviest first."""

    def __init__(self) -> None:
        super().__init__("Findings of the plan")
        self._shown: tuple[Finding, ...] | None = None
        self.lines = LineList("Findings")
        self.body.addWidget(self.lines)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show `findings`; nothing is done if they are the same."""
        if findings == self._shown:
            return
        self._shown = findings
        self.lines.clear()
        for finding in findings:
            tone = str(GRADE_TONES[finding.grade])
            self.lines.add_marked(GRADE_SHAPES[finding.grade], finding.text, tone)
        if not findings:
            self.lines.add("● nothing found", role="muted")
        self.lines.finish()


class PrepareScreen(Screen):
    """Plan and examination, by keyboard."""

    title = "Prepare"
    keys = "0-9 units   M mirror   Del remove   Ctrl+Z undo   Tab then Y or N"

    def __init__(self, session: SessionView, *, look: Look) -> None:
        super().__init__(session, look=look)
        self.face = FaceMap(look=look)
        self.table = PlanTable(session.tables, look=look)
        self.examination = ExaminationTable(look=look)
        self.findings = FindingsCard()
        self._summary = label("", "strong", wrap=True)
        self._vial = label("", "muted", wrap=True)
        self._drawn = label("", "muted", wrap=True)
        self._message = label("", "", wrap=True)
        self._message.setProperty("tone", "warn")
        self._build()
        self.table.plan_changed.connect(self._set_plan)
        self.table.chosen_changed.connect(self._show_face)
        self.table.refused.connect(lambda text: set_text(self._message, text))
        self.examination.examination_changed.connect(self._set_examination)

    def _build(self) -> None:
        plan = Card("Plan")
        for part in (self._summary, self._vial):
            plan.body.addWidget(part)
        self._vial.setVisible(not self.look.is_large)
        plan.body.addWidget(self.table, 1)
        for part in (self._drawn, self._message):
            plan.body.addWidget(part)
        face = Card("Face map: the patient faces you")
        face.body.addWidget(self.face, 1)
        examination = Card("Examination")
        examination.body.addWidget(self.examination, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.findings, 1)
        right.addWidget(examination, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(face, 5)
        face.setVisible(not self.look.is_large)
        layout.addWidget(plan, 7)
        layout.addLayout(right, 7)
        self.setTabOrder(self.table, self.examination)
        self.setTabOrder(self.examination, self.findings.lines)

    def take_focus(self) -> None:
        """Begin at the plan's points."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the newest plan version and its findings."""
        state = self.session.treatment.state
        self.table.show_plan(state.plan)
        self.examination.show_examination(state.examination)
        self.findings.show_findings(state.findings)
        self._show_plan(state.plan, state.plan_version)
        self._show_face()

    def _show_plan(self, plan: Plan | None, version: int) -> None:
        if plan is None:
            set_text(self._summary, "No plan: start with --plan FILE")
            return
        left, right = plan.units(side="left"), plan.units(side="right")
        sides = f"left {units(float(left))}, right {units(float(right))}"
        name = product_name(plan, self.session.tables)
        set_text(self._summary, f"{name}: {units(plan.total.units)} ({sides}), version {version}")
        set_text(self._vial, vial_words(plan))
        if self.session.tables is not None:
            lines = preparation_lines(prepare(plan, self.session.tables))
            set_text(self._drawn, " ".join(lines))

    def _show_face(self) -> None:
        self.face.show_plan(self.session.treatment.state.plan, self.table.chosen)

    def _set_plan(self, plan: Plan) -> None:
        self.session.set_plan(plan, why="edited in Prepare")
        self.show_snapshot(self.session.snapshot())

    def _set_examination(self, examination: Examination) -> None:
        self.session.treatment.set_examination(examination)
        self.show_snapshot(self.session.snapshot())


def product_name(plan: Plan, tables: Tables | None) -> str:
    """Return the brand of the plan's product, or its id where the tables are not loaded."""
    if tables is None:
        return plan.product_id
    return tables.row(ProductRow, plan.product_id).brand


def vial_words(plan: Plan) -> str:
    """Return vial, diluent, lot and expiry, as far as they are known."""
    words = []
    if plan.vial is not None:
        words.append(f"vial {units(plan.vial.units)} in {plan.vial.diluent_ml:g} mL")
    if plan.lot:
        words.append(f"lot {plan.lot}")
    if plan.expires:
        words.append(f"expires {plan.expires.isoformat()}")
    if plan.goal:
        words.append(f"goal {plan.goal}")
    return ", ".join(words) or "vial, lot and expiry are not given"
