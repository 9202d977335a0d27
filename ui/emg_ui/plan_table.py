"""`PlanTable`: the points of a plan, chosen and typed by key alone.

Digits change the units of the chosen point, Enter takes them and goes to the next, M copies the
chosen side to the other, Delete removes a point, Ctrl+Z undoes.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from emg_dosing.plan import Plan, Point
from emg_dosing.preparation import prepare
from emg_dosing.tables import Tables
from emg_dosing.typed_number import parse_number
from emg_dosing.values import Dose
from emg_signal.errors import PlanError
from emg_signal.montage import Side
from emg_ui.numbers import millilitres, units
from emg_ui.theme import Look

HEADINGS = ("Point", "Side", "Units", "Volume")
SIDE_COLUMN = 1
UNITS_COLUMN = 2
LARGEST_UNITS = 999.0
"""What the field takes at all; whether it is too much is the plan check's to say."""


class PlanTable(QTableWidget):
    """Edits a plan; every change is a new plan.

    Parameters
    ----------
    tables
        For the mL of each point.
    look
        Theme and text scale.
    """

    plan_changed = Signal(object)
    """The new `Plan`."""
    chosen_changed = Signal()
    refused = Signal(str)
    """Why something typed was not taken; empty once something was."""

    def __init__(self, tables: Tables | None, *, look: Look) -> None:
        super().__init__(0, len(HEADINGS))
        self._tables = tables
        self._look = look
        self._plan: Plan | None = None
        self._undo: list[Plan] = []
        self._filling = False
        self.setHorizontalHeaderLabels(list(HEADINGS))
        self.setAccessibleName("Points of the plan")
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnHidden(SIDE_COLUMN, look.is_large)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.itemChanged.connect(self._take)
        self.currentCellChanged.connect(lambda *_: self.chosen_changed.emit())

    @property
    def chosen(self) -> str | None:
        """Id of the chosen point."""
        if self._plan is None or not 0 <= self.currentRow() < len(self._plan.points):
            return None
        return self._plan.points[self.currentRow()].id

    def show_plan(self, plan: Plan | None) -> None:
        """Show `plan`, keeping the chosen row."""
        if plan == self._plan:
            return
        self._plan = plan
        row = max(0, self.currentRow())
        points = () if plan is None else plan.points
        volumes = self._volumes(plan)
        self._filling = True
        self.setRowCount(len(points))
        for i, point in enumerate(points):
            self._fill(i, point, volumes.get(point.id, "not known"))
        self._filling = False
        if points:
            self.setCurrentCell(min(row, len(points) - 1), UNITS_COLUMN)

    def _volumes(self, plan: Plan | None) -> dict[str, str]:
        if plan is None or self._tables is None:
            return {}
        preparation = prepare(plan, self._tables)
        draws = () if preparation is None else preparation.draws
        return {draw.point_id: millilitres(draw.exact_ml) for draw in draws}

    def _fill(self, row: int, point: Point, volume: str) -> None:
        theme = self._look.theme
        side = point.side.value if point.side else "midline"
        colour = {Side.LEFT: theme.left, Side.RIGHT: theme.right, None: theme.text}[point.side]
        for column, text in enumerate((point_name(point), side, units(point.dose.units), volume)):
            # The same item is kept: an editor may still be committing to it.
            item = self.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                self.setItem(row, column, item)
            item.setText(text)
            if column == SIDE_COLUMN:
                item.setForeground(QColor(colour))

    def _take(self, item: QTableWidgetItem) -> None:
        if self._filling or self._plan is None or item.column() != UNITS_COLUMN:
            return
        row = item.row()
        point = self._plan.points[row]
        value = read_units(item.text())
        if value is None:
            self.refused.emit(f"{item.text()!r} is no amount of units; {point.id} stays as it was.")
            self._filling = True
            item.setText(units(point.dose.units))
            self._filling = False
            return
        self.refused.emit("")
        self._change(self._plan.with_units({point.id: value}))
        self.setCurrentCell(min(row + 1, self.rowCount() - 1), UNITS_COLUMN)

    def _change(self, plan: Plan) -> None:
        if self._plan is None or plan == self._plan:
            return
        self._undo.append(self._plan)
        self.show_plan(plan)
        self.plan_changed.emit(plan)

    def undo(self) -> None:
        """Go back to the plan before the last change."""
        if self._undo:
            plan = self._undo.pop()
            self.show_plan(plan)
            self.plan_changed.emit(plan)

    def mirror(self) -> None:
        """Give the other side what the chosen point's side has, region by region point."""
        point = self._chosen_point()
        if self._plan is None or point is None or point.side is None:
            self.refused.emit("A point of the midline has no other side.")
            return
        self._change(mirrored_side(self._plan, point.side))

    def remove(self) -> None:
        """Remove the chosen point."""
        point = self._chosen_point()
        if self._plan is None or point is None:
            return
        if len(self._plan.points) == 1:
            self.refused.emit("A plan has at least one point.")
            return
        self._change(replace(self._plan, points=tuple(p for p in self._plan.points if p != point)))

    def _chosen_point(self) -> Point | None:
        chosen = self.chosen
        if self._plan is None or chosen is None:
            return None
        return next(p for p in self._plan.points if p.id == chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        item = self.item(self.currentRow(), UNITS_COLUMN)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        elif event.key() == Qt.Key.Key_M:
            self.mirror()
        elif event.text().isdigit() and item is not None:
            self.editItem(item)
            editor = self.focusWidget()
            if editor is not None and hasattr(editor, "setText"):
                editor.setText(event.text())
        else:
            super().keyPressEvent(event)


def point_name(point: Point) -> str:
    """Return a point's name with its side, once."""
    side = point.side.value if point.side else "midline"
    return point.id if side in point.id else f"{point.id}, {side}"


def read_units(text: str) -> float | None:
    """Return units as typed (``6``, ``6.5``, ``6,5 U``), None if they are no amount."""
    try:
        value = parse_number(text.strip().removesuffix("U").strip(), unit="U").value
    except PlanError:
        return None
    return value if value <= LARGEST_UNITS else None


def mirrored_side(plan: Plan, source: Side) -> Plan:
    """Return `plan` with the doses of `source` on both sides, point by point within a region.

    Points of the other side beyond those of `source` keep their units.
    """
    other = Side.RIGHT if source is Side.LEFT else Side.LEFT
    wanted: dict[str, float] = {}
    for region in plan.regions:
        pairs = zip(
            plan.at(region=region, side=source), plan.at(region=region, side=other), strict=False
        )
        wanted |= {there.id: here.dose.units for here, there in pairs}
    points = tuple(
        replace(p, dose=Dose(wanted[p.id], plan.product_id)) if p.id in wanted else p
        for p in plan.points
    )
    return replace(plan, points=points)
