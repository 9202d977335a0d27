"""`ExaminationTable`: what was looked at and asked, answered by Y and N.

A question that was not asked stays so: it is never taken for a no.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from emg_dosing.examination import CONDITIONS, Examination
from emg_ui.theme import Look

NAMES = tuple(CONDITIONS)
WORDS = {True: "▲ yes", False: "● no", None: "◇ not asked"}


class ExaminationTable(QTableWidget):
    """One row per question: Y yes, N no, Backspace not asked; the next row follows by itself.

    Parameters
    ----------
    look
        Theme and text scale.
    """

    examination_changed = Signal(object)
    """The new `Examination`."""

    def __init__(self, *, look: Look) -> None:
        super().__init__(len(NAMES), 2)
        self._look = look
        self._examination = Examination()
        self.setHorizontalHeaderLabels(["Question", "Answer"])
        self.setAccessibleName("Examination: Y yes, N no, Backspace not asked")
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._fill()

    def show_examination(self, examination: Examination) -> None:
        """Show the answers of `examination`."""
        if examination != self._examination:
            self._examination = examination
            self._fill()

    def _fill(self) -> None:
        theme = self._look.theme
        colours = {True: theme.warn, False: theme.good, None: theme.muted}
        for row, name in enumerate(NAMES):
            answer = self._examination.has(name)
            self.setItem(row, 0, QTableWidgetItem(CONDITIONS[name]))
            item = QTableWidgetItem(WORDS[answer])
            item.setForeground(QColor(colours[answer]))
            self.setItem(row, 1, item)

    def _answer(self, answer: bool | None) -> None:
        row = max(0, self.currentRow())
        changed: dict[str, Any] = {NAMES[row]: answer}
        self._examination = replace(self._examination, **changed)
        self._fill()
        self.setCurrentCell(min(row + 1, len(NAMES) - 1), 1)
        self.examination_changed.emit(self._examination)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        answers = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False, Qt.Key.Key_Backspace: None}
        key = Qt.Key(event.key())
        if key in answers:
            self._answer(answers[key])
        else:
            super().keyPressEvent(event)
