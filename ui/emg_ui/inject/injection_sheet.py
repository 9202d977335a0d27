"""`InjectionSheet`: the points of a plan in large letters, ticked as they are given."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from emg_dosing.plan import Point
from emg_dosing.preparation import Draw
from emg_dosing.tables import Tables
from emg_session.given import Given
from emg_ui.text.language import tr
from emg_ui.text.numbers import millilitres, units
from emg_ui.text.plan_words import given_at, point_name
from emg_ui.text.theme import Look
from emg_ui.widgets.table_cells import cell, room_for_names

NAME = 1
"""Column of the point's name, which takes the room that is left."""


LEAST_ROWS = 2
"""The point at hand and the next one, at any size of text."""


class InjectionSheet(QTableWidget):
    """Points in large letters; Space or Enter ticks the chosen one, Backspace takes it back.

    A key that is held down ticks once: the next point is another needle.

    Parameters
    ----------
    tables
        Names of the regions; None while dosing is off.
    look
        Theme and text scale.
    """

    ticked = Signal()
    unticked = Signal()

    def __init__(self, tables: Tables | None, *, look: Look) -> None:
        super().__init__(0, 5)
        self._tables = tables
        self._look = look
        self.setObjectName("sheet")
        self.setHorizontalHeaderLabels(["", tr("Point"), tr("Units"), tr("Volume"), tr("Given at")])
        self.setAccessibleName(tr("Injection sheet: Space or Enter ticks a point as given"))
        self.verticalHeader().hide()
        least_px = round(52 * min(look.scale, 1.2))  # higher rows were half a row of them
        self.verticalHeader().setDefaultSectionSize(least_px)
        self.verticalHeader().setMinimumSectionSize(least_px)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        rows_px = LEAST_ROWS * least_px + header.sizeHint().height() + 2 * self.frameWidth()
        self.setMinimumHeight(rows_px)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # "left…" is the name of three points

    def show_points(
        self,
        points: tuple[Point, ...],
        draws: Mapping[str, Draw],
        given: tuple[Given, ...],
        writing: frozenset[str] = frozenset(),
    ) -> None:
        """Show the points of the plan, and below them what was given and is planned no more.

        Parameters
        ----------
        points
            Of the plan.
        draws
            What each takes, where that is known.
        given
            Ticks that are on record.
        writing
            Points whose tick, or its taking back, is on its way to the disk: not done yet.
        """
        ticks = {tick.point.id: tick for tick in given}
        planned = {point.id for point in points}
        dropped = tuple(tick.point for tick in given if tick.point.id not in planned)
        self.setRowCount(len(points) + len(dropped))
        for row, point in enumerate((*points, *dropped)):
            tick, draw = ticks.get(point.id), draws.get(point.id)
            name = point_name(point, self._tables)
            is_written = point.id not in writing
            texts = (
                _mark(tick) if is_written else "…",
                name if point.id in planned else tr("{point!s}, not planned any more", point=name),
                units(point.dose.units),
                "" if draw is None else millilitres(draw.drawn_ml),
                _given_words(tick, point) if is_written else tr("being written"),
            )
            self._show_row(row, texts, tick, point)
        self.setMinimumWidth(room_for_names(self, NAME))

    def _show_row(self, row: int, texts: tuple[str, ...], tick: Given | None, point: Point) -> None:
        theme = self._look.theme
        is_same = tick is None or (tick.dose == point.dose and tick.is_confirmed)
        colour = theme.text if tick is None else theme.good if is_same else theme.warn
        for column, text in enumerate(texts):
            item = cell(self, row, column)
            item.setText(text)
            item.setForeground(QColor(colour))

    def choose(self, row: int) -> None:
        """Choose a row and bring it wholly into view."""
        self.setCurrentCell(row, NAME)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        ticks = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ticks or event.key() == Qt.Key.Key_Backspace:
            if not event.isAutoRepeat():
                (self.ticked if ticks else self.unticked).emit()
        elif event.text().strip():
            event.ignore()  # letters are the screen's keys, not the beginning of a point's name
        else:
            super().keyPressEvent(event)


def _mark(tick: Given | None) -> str:
    if tick is None:
        return "○"
    return "✓" if tick.is_confirmed else "?"


def _given_words(tick: Given | None, point: Point) -> str:
    if tick is None:
        return ""
    at = f"{given_at(tick):%H:%M}"
    if not tick.is_confirmed:
        return tr("▲ {at!s}: written, maybe never shown. Given?", at=at)
    if tick.dose == point.dose:
        return at
    return tr("▲ {at!s}, {amount!s} given", at=at, amount=units(tick.dose.units))
