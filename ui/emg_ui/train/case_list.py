"""`CaseList`: the training cases with what was reached in each, and what they are about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from emg_signal.errors import EmgError
from emg_training.attempts import AttemptStore
from emg_training.catalogue import shipped
from emg_training.debrief import UNREVIEWED
from emg_training.scenario import TrainingScenario
from emg_training.scoring import NOT_COMPETENCE
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import Card, label, on_key, set_text

PASSED_FROM = 90.0
"""A best score from here on is marked as done (engineering judgement)."""


class _Table(QTableWidget):
    """Enter and Space start; everything else moves."""

    chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        elif event.text().strip():
            event.ignore()  # no search among the cases: letters are keys of the window
        else:
            super().keyPressEvent(event)


class CaseList(QWidget):
    """Choose a case by arrow keys and Enter, or by two taps.

    Parameters
    ----------
    store
        Where attempts are kept.
    look
        Theme and text scale.
    """

    case_chosen = Signal(object)
    """The `TrainingScenario` that is to be run."""

    def __init__(self, store: AttemptStore, *, look: Look) -> None:
        super().__init__()
        self._store = store
        self._look = look
        self._cases = shipped()
        self._best: dict[str, float] | None = None
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table = _Table(len(self._cases), 5)
        large = look.is_large
        self.start_button = QPushButton(
            tr("Start (Enter)") if large else tr("Start this case (Enter)")
        )
        self.start_button.setProperty("kind", "main")
        self.export_button = QPushButton(
            tr("Save as CSV") if large else tr("Save all attempts as CSV (Ctrl+S)")
        )
        self._title = label("", "headline", wrap=True)
        self._kind = label("", "muted", wrap=True)
        self._brief = label("", "", wrap=True)
        self._message = label("", "", wrap=True)
        self._message.setProperty("tone", "warn")
        self._build()
        self.refresh()
        self.table.setCurrentCell(self._first_open(), 0)

    def _build(self) -> None:
        table = self.table
        table.setAccessibleName(tr("Training cases: arrows choose, Enter starts"))
        table.setHorizontalHeaderLabels(
            [tr("Done"), tr("Case"), tr("Kind"), tr("Level"), tr("Best")]
        )
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (2, 3):
            table.setColumnHidden(column, self._look.is_large)
        table.chosen.connect(self.start)
        table.currentCellChanged.connect(self._show_case)
        self.start_button.clicked.connect(self.start)
        self.export_button.clicked.connect(self.ask_where_to_export)
        on_key("Ctrl+S", self, self.ask_where_to_export)
        cases = Card(tr("Training cases"))
        cases.body.addWidget(table, 1)
        if not self._look.is_large:
            cases.body.addWidget(label(shown(NOT_COMPETENCE), "muted", wrap=True))
        about = Card(tr("The chosen case"))
        for part in (self._title, self._kind, self._brief):
            about.body.addWidget(part)
        about.body.addStretch(1)
        about.body.addWidget(self._message)
        about.body.addWidget(self.start_button)
        about.body.addWidget(self.export_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(cases, 3)
        row.addWidget(about, 2)

    @property
    def case(self) -> TrainingScenario:
        """The chosen case."""
        return self._cases[max(0, self.table.currentRow())]

    def take_focus(self) -> None:
        """Begin at the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, case_id: str) -> None:
        """Choose the case of that id, if it is one of the list."""
        ids = [case.id for case in self._cases]
        if case_id in ids:
            self.table.setCurrentCell(ids.index(case_id), 0)

    def start(self) -> None:
        """Ask for the chosen case to be run."""
        self.case_chosen.emit(self.case)

    def refresh(self) -> None:
        """Show the best score of every case; says so if the attempts cannot be read."""
        best: dict[str, float] = {}
        try:
            best = self._store.best()
        except EmgError as error:
            set_text(self._message, shown(str(error)))
        if best == self._best:
            return  # a table that is filled measures every row
        self._best = best
        for row, case in enumerate(self._cases):
            done = best.get(case.id)
            cells = (
                _done_mark(done),
                shown(case.title),
                _kind(case),
                str(case.level),
                "–" if done is None else tr("{score:.0f} of 100", score=done),
            )
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._show_case()

    def _first_open(self) -> int:
        """Return the row of the first case that was not done yet."""
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and not item.text().startswith("●"):
                return row
        return 0

    def _show_case(self, *_: int) -> None:
        case = self.case
        set_text(self._title, shown(case.title))
        words = tr(
            "{kind}, level {level} of 3, about {seconds:.0f} s",
            kind=_kind(case),
            level=case.level,
            seconds=case.seconds,
        )
        review = shown(UNREVIEWED) if not case.reviewed_by else ""
        set_text(self._kind, f"{words}. {review}")
        set_text(self._brief, shown(" ".join(case.brief.split())))

    def ask_where_to_export(self) -> None:
        """Ask for a file and write all attempts into it; nothing waits for the answer."""
        dialog = QFileDialog(self, tr("Save all attempts"), "", "CSV (*.csv)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("attempts.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def export(self, path: Path) -> None:
        """Write all attempts as CSV and say how many, or what went wrong."""
        try:
            n = self._store.export_csv(path)
        except EmgError as error:
            set_text(self._message, shown(str(error)))
            return
        set_text(self._message, tr("{n} attempts saved in {path!s}", n=n, path=str(path)))


def _kind(case: TrainingScenario) -> str:
    return tr("signal") if case.kind == "signal" else tr("dosing")


def _done_mark(best: float | None) -> str:
    if best is None:
        return "◇"
    return "● " + tr("done") if best >= PASSED_FROM else "▲ " + tr("tried")
