"""The Inject screen: the decided plan, point by point, ticked as given; needs no board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from emg_dosing.plan import Plan, Point
from emg_dosing.preparation import prepare
from emg_session.snapshot import Snapshot
from emg_ui.cards import Card, label, set_text
from emg_ui.face_map import FaceMap
from emg_ui.numbers import millilitres, units
from emg_ui.plan_table import point_name
from emg_ui.prepare_screen import product_name, vial_words
from emg_ui.screen import Screen
from emg_ui.session_view import SessionView
from emg_ui.theme import Look

HEADINGS = ("", "Point", "Units", "Volume", "Given at")


class Sheet(QTableWidget):
    """Points in large letters; Space or Enter ticks the chosen one, Backspace takes it back."""

    ticked = Signal(int)
    unticked = Signal(int)

    def __init__(self, *, look: Look) -> None:
        super().__init__(0, len(HEADINGS))
        self.setObjectName("sheet")
        self.setHorizontalHeaderLabels(list(HEADINGS))
        self.setAccessibleName("Injection sheet: Space or Enter ticks a point as given")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(52 * look.scale))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        row = self.currentRow()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ticked.emit(row)
        elif event.key() == Qt.Key.Key_Backspace:
            self.unticked.emit(row)
        else:
            super().keyPressEvent(event)


class InjectScreen(Screen):
    """The plan as a sheet.

    Parameters
    ----------
    session, look
        As in `Screen`.
    given
        Point id → when it was given; filled here, kept by the window.
    now
        Time of day, for the ticks.
    """

    title = "Inject"
    keys = "Space or Enter: given   Backspace: take back"

    def __init__(
        self,
        session: SessionView,
        *,
        look: Look,
        given: dict[str, datetime],
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(session, look=look)
        self._now = now
        self.given = given
        self._shown: object = None
        self.face = FaceMap(look=look)
        self.sheet = Sheet(look=look)
        self._summary = label("", "headline", wrap=True)
        self._vial = label("", "muted", wrap=True)
        self._left = label("", "strong", wrap=True)
        card = Card("Injection sheet")
        for part in (self._summary, self._vial):
            card.body.addWidget(part)
        card.body.addWidget(self.sheet, 1)
        card.body.addWidget(self._left)
        face = Card("Face map: the patient faces you")
        face.body.addWidget(self.face, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(face, 2)
        face.setVisible(not look.is_large)
        layout.addWidget(card, 3)
        self.sheet.ticked.connect(self._give)
        self.sheet.unticked.connect(self._take_back)
        self.sheet.currentCellChanged.connect(lambda *_: self._show_face())

    def take_focus(self) -> None:
        """Begin at the first point that was not given."""
        self.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._choose_next()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the newest plan version; what was given stays."""
        state = self.session.treatment.state
        key = (state.plan, tuple(self.given.items()))
        if key == self._shown:
            return
        self._shown = key
        plan = state.plan
        if plan is None:
            set_text(self._summary, "No plan")
            return
        name = product_name(plan, self.session.tables)
        set_text(
            self._summary, f"{name}, {units(plan.total.units)}, plan version {state.plan_version}"
        )
        set_text(self._vial, vial_words(plan))
        self._fill(plan)
        self._show_left(plan)
        self._show_face()

    def _fill(self, plan: Plan) -> None:
        tables = self.session.tables
        preparation = None if tables is None else prepare(plan, tables)
        draws = () if preparation is None else preparation.draws
        volumes = {draw.point_id: millilitres(draw.exact_ml) for draw in draws}
        self.sheet.setRowCount(len(plan.points))
        for row, point in enumerate(plan.points):
            at = self.given.get(point.id)
            texts = (
                "✓" if at else "○",
                point_name(point),
                units(point.dose.units),
                volumes.get(point.id, ""),
                f"{at:%H:%M}" if at else "",
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if at:
                    item.setForeground(QColor(self.look.theme.good))
                self.sheet.setItem(row, column, item)

    def _show_left(self, plan: Plan) -> None:
        left = [point for point in plan.points if point.id not in self.given]
        amount = sum(point.dose.units for point in left)
        words = f"{len(left)} of {len(plan.points)} points to give, {units(amount)}"
        set_text(self._left, words if left else "● all points given")

    def _show_face(self) -> None:
        point = self._point(self.sheet.currentRow())
        chosen = None if point is None else point.id
        self.face.show_plan(self.session.treatment.state.plan, chosen, frozenset(self.given))

    def _point(self, row: int) -> Point | None:
        plan = self.session.treatment.state.plan
        if plan is None or not 0 <= row < len(plan.points):
            return None
        return plan.points[row]

    def _give(self, row: int) -> None:
        point = self._point(row)
        if point is None or point.id in self.given:
            return
        self.given[point.id] = self._now()
        self._note("given", point)
        self._choose_next()

    def _take_back(self, row: int) -> None:
        point = self._point(row)
        if point is not None and self.given.pop(point.id, None) is not None:
            self._note("given taken back", point)

    def _note(self, kind: str, point: Point) -> None:
        plan = self.session.treatment.state.plan
        lot = None if plan is None else plan.lot
        body = {"point": point.as_dict(), "dose": point.dose.as_dict(), "lot": lot}
        note = getattr(self.session, "note", None)
        if note is not None:
            note(kind, body)
        self.show_snapshot(self.session.snapshot())

    def _choose_next(self) -> None:
        plan = self.session.treatment.state.plan
        points = () if plan is None else plan.points
        waiting = [row for row, point in enumerate(points) if point.id not in self.given]
        if waiting:
            self.sheet.setCurrentCell(waiting[0], 1)
