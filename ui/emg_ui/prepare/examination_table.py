"""`ExaminationTable`: what was looked at and asked, answered by single keys.

A question that was not asked stays so: it is never taken for a no. Ctrl+E says that
everything that is still open was looked at and nothing was found; exceptions come before or after.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget

from emg_dosing.examination import ADVERSE, CONDITIONS, HISTORY, KINDS, LATER, Examination
from emg_dosing.tables import Tables
from emg_signal.phrase import say
from emg_ui.prepare.examination_questions import open_details
from emg_ui.text.language import shown, tr
from emg_ui.text.plan_words import region_name
from emg_ui.text.theme import Look
from emg_ui.widgets.chooser import ROW_PX
from emg_ui.widgets.table_cells import cell

AGE, TOXIN = "age_years", "toxin_days"
ROWS = (AGE, TOXIN, *CONDITIONS, *HISTORY)
LATER_ROWS = (*ADVERSE, *LATER, *ROWS)
"""On a later visit what happened since the injection is asked first."""
QUESTIONS = {
    AGE: say("age"),
    TOXIN: say("last botulinum toxin of any kind"),
    **CONDITIONS,
    **{name: say("since the injection: {what}", what=text) for name, text in ADVERSE.items()},
    **LATER,
    **HISTORY,
}
WORDS = {True: say("▲ yes"), False: say("● no"), None: say("◇ not asked")}
NEXT_BY_CLICK = {None: False, False: True, True: None}


MOST_REGIONS = 3
"""Regions whose last toxin is listed in the table's row."""


class ExaminationTable(QTableWidget):
    """One row per question: Y yes, N no, Backspace not asked; the next row follows by itself.

    Parameters
    ----------
    tables
        For the names of regions; None where they are not loaded.
    look
        Theme and text scale.
    """

    examination_changed = Signal(object)
    """The new `Examination`."""
    number_asked = Signal(str, str)
    """Row that wants a number, and the digit that was typed for it."""
    detail_asked = Signal(str)
    """Condition of which a kind or a place is to be said."""

    def __init__(self, tables: Tables | None, *, look: Look) -> None:
        super().__init__(len(ROWS), 2)
        self._tables = tables
        self._look = look
        self._examination = Examination()
        self._rows: tuple[str, ...] = ROWS
        self.setHorizontalHeaderLabels([tr("Question"), tr("Answer")])
        self.setAccessibleName(
            tr("Examination: Y yes, N no, Backspace not asked, Ctrl+E nothing found in the rest")
        )
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(round(ROW_PX * look.scale))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.cellClicked.connect(self._click)
        self._fill()

    def show_examination(self, examination: Examination, *, is_later: bool = False) -> None:
        """Show the answers of `examination`; on a later visit with its questions first."""
        rows = LATER_ROWS if is_later else ROWS
        if examination != self._examination or rows != self._rows:
            self._rows = rows
            self.setRowCount(len(rows))
            self._examination = examination
            self._fill()

    def _fill(self) -> None:
        theme = self._look.theme
        colours = {True: theme.warn, False: theme.good, None: theme.muted}
        for row, name in enumerate(self._rows):
            text, colour = self._number_words(name), theme.good
            if name not in (AGE, TOXIN):
                answer = self._examination.has(name)
                text, colour = self._answer_words(name), colours[answer]
                if answer and name in ADVERSE:
                    colour = theme.bad
            elif not text:
                text, colour = shown(WORDS[None]), theme.muted
            for column, words in enumerate((shown(QUESTIONS[name]), text)):
                item = cell(self, row, column)
                item.setText(words)
                if column == 1:
                    item.setForeground(QColor(colour))

    def _answer_words(self, name: str) -> str:
        """Return an answer, with its kind or place."""
        text = shown(WORDS[self._examination.has(name)])
        detail = self._examination.details.get(name)
        if detail is None:
            return text
        kind = KINDS.get(name, {}).get(detail)
        said = region_name(detail, self._tables) if kind is None else shown(kind)
        return f"{text}: {said}"

    def _number_words(self, name: str) -> str:
        """Return age or days as answered, empty if not asked."""
        if name == AGE and self._examination.age_years is not None:
            return tr("● {n} years", n=self._examination.age_years)
        days = self._examination.toxin_days
        if name == TOXIN and days is not None:
            return self._toxin_words(days)
        return ""

    def _toxin_words(self, days: Mapping[str, int]) -> str:
        """Return when toxin was given last: newest first, by region where they differ."""
        if not days:
            return tr("● never")
        newest = sorted(days.items(), key=lambda item: item[1])
        if len(days) > 1 and newest[0][1] == newest[-1][1]:
            return tr("● {n} days ago", n=newest[0][1])
        lines = [
            tr("{region}: {n} days ago", region=region_name(region, self._tables), n=n)
            for region, n in newest[:MOST_REGIONS]
        ]
        if len(newest) > MOST_REGIONS:
            lines.append(tr("and {n} more", n=len(newest) - MOST_REGIONS))
        return "● " + "\n".join(lines)

    def _answer(self, answer: bool | None) -> None:
        row = max(0, self.currentRow())
        name = self._rows[row]
        if name == AGE and answer is not None:
            return  # neither yes nor no is an age
        if name == TOXIN and answer is True:
            self.number_asked.emit(TOXIN, "")
            return
        value: Any = answer
        if name == TOXIN and answer is False:
            value = {}
        self.change(**{name: value})
        self.go_on()
        self._ask_detail(name)

    def _ask_detail(self, name: str) -> None:
        """Ask which, where and what must be recorded, after a yes that leaves it open."""
        if name not in (AGE, TOXIN) and any(open_details(name, self._examination)):
            self.detail_asked.emit(name)

    def go_on(self) -> None:
        """Choose the next question."""
        self.setCurrentCell(min(max(0, self.currentRow()) + 1, len(self._rows) - 1), 1)

    def change(self, **answers: Any) -> None:
        """Take further answers; what is no yes has neither kind nor place."""
        changed = replace(self._examination, **answers)
        details = {k: v for k, v in changed.details.items() if changed.has(k.partition(".")[0])}
        changed = replace(changed, details=details)
        if changed != self._examination:
            self._examination = changed
            self._fill()
            self.examination_changed.emit(changed)

    def nothing_found(self) -> None:
        """Answer no to every condition that was not asked; age and toxin are asked apart."""
        self.change(**{n: False for n in CONDITIONS if self._examination.has(n) is None})

    def _click(self, row: int, column: int) -> None:
        """Change the answer that was pressed: not asked, no, yes, in turn."""
        name = self._rows[row]
        if column != 1:
            return
        if name not in (AGE, TOXIN):
            self.change(**{name: NEXT_BY_CLICK[self._examination.has(name)]})
            self._ask_detail(name)
        else:
            self.number_asked.emit(name, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        answers = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False, Qt.Key.Key_Backspace: None}
        key = Qt.Key(event.key())
        name = self._rows[max(0, self.currentRow())]
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in answers and not with_control:
            self._answer(answers[key])
        elif key == Qt.Key.Key_E and with_control:  # no single key answers what was not read
            self.nothing_found()
        elif event.text() in tuple("0123456789"):
            self.number_asked.emit(name if name in (AGE, TOXIN) else AGE, event.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and name in (AGE, TOXIN):
            self.number_asked.emit(name, "")
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)
