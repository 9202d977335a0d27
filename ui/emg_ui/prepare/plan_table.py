"""`PlanTable`: the points of a plan, chosen and typed by key alone.

Digits change the units of the chosen point, Enter takes them and goes to the next, Delete removes
the point. Letters are left to the screen.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
)

from emg_dosing.plan import Plan, Point
from emg_dosing.preparation import Draw, prepare
from emg_dosing.tables import Tables
from emg_signal.errors import PlanError
from emg_signal.montage import Side
from emg_signal.phrase import say
from emg_ui.prepare.plan_changes import removed
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import drawn_words, point_name
from emg_ui.text.theme import Look
from emg_ui.text.typed_answers import read_units
from emg_ui.widgets.chooser import ROW_PX
from emg_ui.widgets.table_cells import cell, room_for_names

HEADINGS = (say("Point"), say("Units"), say("Draw up"))
UNITS_COLUMN = 1
DRAW_COLUMN = 2


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
    """Why something was not taken; empty once something was."""

    def __init__(self, tables: Tables | None, *, look: Look) -> None:
        super().__init__(0, len(HEADINGS))
        self._tables = tables
        self._look = look
        self._plan: Plan | None = None
        self._filling = False
        self.setHorizontalHeaderLabels([shown(heading) for heading in HEADINGS])
        self.setAccessibleName(tr("Points of the plan"))
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (0, DRAW_COLUMN):  # they share what is left, in as many lines as they need
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # "left…" is the name of three points
        self.itemChanged.connect(self._take)
        self.currentCellChanged.connect(lambda *_: self.chosen_changed.emit())

    @property
    def chosen(self) -> str | None:
        """Id of the chosen point."""
        point = self.chosen_point
        return None if point is None else point.id

    @property
    def chosen_point(self) -> Point | None:
        """The chosen point."""
        if self._plan is None or not 0 <= self.currentRow() < len(self._plan.points):
            return None
        return self._plan.points[self.currentRow()]

    def choose(self, name: str) -> None:
        """Choose the point of that id."""
        names = [] if self._plan is None else [p.id for p in self._plan.points]
        if name in names:
            self.setCurrentCell(names.index(name), UNITS_COLUMN)

    def show_plan(self, plan: Plan | None) -> None:
        """Show `plan`, keeping the chosen row."""
        if plan == self._plan:
            return
        points = () if plan is None else plan.points
        if self._plan is not None and [p.id for p in points] != [p.id for p in self._plan.points]:
            self._leave_editor()  # what was being typed there is no other point's dose
        self._plan = plan
        row = max(0, self.currentRow())
        draws = self._draws(plan)
        self._filling = True
        self.setRowCount(len(points))
        for i, point in enumerate(points):
            self._fill(i, point, draws.get(point.id))
        self._filling = False
        self.setColumnHidden(DRAW_COLUMN, not draws)
        self.setMinimumWidth(room_for_names(self, 0))
        self.verticalHeader().setMinimumSectionSize(round(ROW_PX * self._look.scale))
        if points:
            self.setCurrentCell(min(row, len(points) - 1), UNITS_COLUMN)

    def _leave_editor(self) -> None:
        """Close the field that is open for typing, if one is, and take nothing from it."""
        for editor in self.viewport().findChildren(QLineEdit):
            if not editor.isHidden():  # the view has done with one that is
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _draws(self, plan: Plan | None) -> dict[str, Draw]:
        if plan is None or self._tables is None:
            return {}
        preparation = prepare(plan, self._tables)
        return {} if preparation is None else {draw.point_id: draw for draw in preparation.draws}

    def _fill(self, row: int, point: Point, draw: Draw | None) -> None:
        theme = self._look.theme
        colour = {Side.LEFT: theme.left, Side.RIGHT: theme.right, None: theme.text}[point.side]
        texts = (
            point_name(point, self._tables),
            units(point.dose.units),
            drawn_words(draw),
        )
        for column, text in enumerate(texts):
            item = cell(self, row, column)
            item.setText(text)
            if column == 0:
                item.setForeground(QColor(colour))
            if column == DRAW_COLUMN:
                rounded = draw is not None and draw.delivered_units != point.dose.units
                item.setForeground(QColor(theme.warn if rounded else theme.text))

    def _take(self, item: QTableWidgetItem) -> None:
        if self._filling or self._plan is None or item.column() != UNITS_COLUMN:
            return
        row = item.row()
        point = self._plan.points[row]
        try:
            value = read_units(item.text())
        except PlanError as error:
            self.refused.emit(
                tr(
                    "{why} {point} stays as it was.",
                    why=error.message,
                    point=point_name(point, self._tables),
                )
            )
            self._say_units(item, point.dose.units)
            return
        self.refused.emit("")
        self._say_units(item, value)
        self._change(self._plan.with_units({point.id: value}))
        self.setCurrentCell(min(row + 1, self.rowCount() - 1), UNITS_COLUMN)

    def _say_units(self, item: QTableWidgetItem, value: float) -> None:
        """Show an amount with its unit, however it was typed."""
        self._filling = True
        item.setText(units(value))
        self._filling = False

    def _change(self, plan: Plan) -> None:
        if self._plan is None or plan == self._plan:
            return
        self.show_plan(plan)
        self.plan_changed.emit(plan)

    def remove(self) -> None:
        """Remove the chosen point."""
        point = self.chosen_point
        if self._plan is None or point is None:
            return
        if len(self._plan.points) == 1:
            self.refused.emit(tr("A plan has at least one point; Ctrl+N begins another plan."))
            return
        self.refused.emit("")
        self._change(removed(self._plan, point))

    def type_units(self, text: str = "") -> None:
        """Open the chosen point's units for typing, with `text` typed already."""
        item = self.item(self.currentRow(), UNITS_COLUMN)
        if item is None:
            return
        self.editItem(item)
        editor = self.focusWidget()
        if isinstance(editor, QLineEdit):
            editor.setText(text or editor.text().rpartition(" ")[0])  # the number without its unit
            if not text:
                editor.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() == Qt.Key.Key_Delete:
            self.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() != QAbstractItemView.State.EditingState:  # the editor's own Enter
                self.type_units()
        elif plain and event.text() in tuple("0123456789"):
            self.type_units(event.text())
        elif event.text().strip():
            event.ignore()  # not a search among the points: the screen knows what it means
        else:
            super().keyPressEvent(event)
