"""Cells of a table, and room for a column of names: no word of a name is broken or cut."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

CELL_PX = 20
"""Around the words of a cell, and a share of the scroll bar."""


def room_for_names(table: QTableWidget, column: int) -> int:
    """Return how wide a table must be, pixels: what stands beside it gives way.

    Parameters
    ----------
    table
        Whose columns take the room that is left, or what their words need.
    column
        Holds the names. Other columns that take what is left get as much as it.
    """
    header, total = table.horizontalHeader(), 0
    items = [table.item(row, column) for row in range(table.rowCount())]
    words = [word for item in items if item is not None for word in item.text().split()]
    widest = max(map(table.fontMetrics().horizontalAdvance, words), default=0) + CELL_PX
    for n in range(table.columnCount()):
        shares = header.sectionResizeMode(n) is QHeaderView.ResizeMode.Stretch
        own = max(table.sizeHintForColumn(n), header.sectionSizeHint(n))
        total += 0 if table.isColumnHidden(n) else widest if shares else own
    return total + 2 * CELL_PX


def cell(table: QTableWidget, row: int, column: int) -> QTableWidgetItem:
    """Return the item of a cell; the same for ever, made when it is first asked for.

    An editor may be committing to it, and each that is put in lays the table out again.
    """
    item = table.item(row, column)
    if item is None:
        item = QTableWidgetItem()
        table.setItem(row, column, item)
    return item
