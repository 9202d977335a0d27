"""`MapPicture`: the muscle map as a table of shades, tasks down and muscles across."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from emg_dosing.muscle_map import MapCell, MapRow
from emg_signal.montage import Side
from emg_signal.phrase import listed
from emg_ui.text.language import shown, tr
from emg_ui.text.plan_words import muscle_name
from emg_ui.text.theme import Look


class MapPicture(QWidget):
    """One row per task; each cell in % of the muscle's own task, hatched near the mouth.

    Parameters
    ----------
    look
        Colours and text scale.
    """

    def __init__(self, *, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[MapRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Muscle map: which muscles work in which task"))
        self.hide()

    def show_rows(self, rows: tuple[MapRow, ...]) -> None:
        """Show another map; hidden without rows."""
        if rows != self._rows:
            self._rows = rows
            self.setVisible(bool(rows))
            self.setMinimumHeight(round((len(rows) + 3) * 1.6 * self.fontMetrics().height()))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        line = painter.fontMetrics().height()
        columns = self._rows[0].cells
        tasks = [shown(listed(muscle_name(m, None) for m in row.task)) for row in self._rows]
        left = min(max(map(painter.fontMetrics().horizontalAdvance, tasks)) + 10, self.width() // 3)
        width = (self.width() - left) / len(columns)
        painter.setPen(QColor(self._look.theme.text))
        title = tr("Muscle map: in % of each muscle's own task")
        painter.drawText(QRectF(0, 0, self.width(), line), title)
        for at, cell in enumerate(columns):
            box = QRectF(left + at * width, 1.3 * line, width, line)
            if cell.side is Side.LEFT:  # its name stands over both sides
                name = muscle_name(cell.muscle, None)
                wide = QRectF(box.left(), box.top(), 2 * width - 6, line)
                cut = Qt.TextElideMode.ElideRight
                name = painter.fontMetrics().elidedText(name, cut, int(wide.width()))
                painter.drawText(wide, name)
            letter = tr("L") if cell.side is Side.LEFT else tr("R")
            painter.drawText(box.translated(0, line), Qt.AlignmentFlag.AlignCenter, letter)
        top = 3.4 * line
        height = min((self.height() - top) / len(self._rows), 2.4 * line)
        for down, (row, task) in enumerate(zip(self._rows, tasks, strict=True)):
            y = top + down * height
            painter.setPen(QColor(self._look.theme.text))
            middle = Qt.AlignmentFlag.AlignVCenter
            task = painter.fontMetrics().elidedText(task, Qt.TextElideMode.ElideRight, left - 6)
            painter.drawText(QRectF(0, y, left, height), middle, task)
            for at, cell in enumerate(row.cells):
                box = QRectF(left + at * width, y, width - 2, height - 2)
                self._paint_cell(painter, box, cell, is_asked=cell.muscle in row.task)

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: MapCell, *, is_asked: bool) -> None:
        theme = self._look.theme
        shade = QColor(theme.left if cell.side is Side.LEFT else theme.right)
        shade.setAlphaF(min(1.0, cell.percent / 100.0) * 0.6)
        painter.fillRect(box, shade)
        if cell.may_be_crosstalk:
            painter.fillRect(box, QBrush(QColor(theme.muted), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(QColor(theme.text if is_asked else theme.grid), 2 if is_asked else 1))
        painter.drawRect(box)
        painter.setPen(QColor(theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{cell.percent}")
