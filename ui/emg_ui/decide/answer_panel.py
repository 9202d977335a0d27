"""`AnswerPanel`: accept, edit or reject a suggestion, by key or by hand, without a dialog.

Editing and rejecting ask for a reason in place; an empty one is asked for again. Units are typed
by the one rule that holds for every typed number, and echoed before they are used.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from emg_dosing.suggestion import Change, Suggestion
from emg_dosing.typed_number import REMEDY
from emg_session.decisions import Decision, DecisionKind
from emg_signal.errors import PlanError
from emg_ui.text.language import local_number, shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.typed_answers import read_units
from emg_ui.widgets.cards import label, set_text, set_tone

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerPanel(QWidget):
    """Three answers to one suggestion."""

    answered = Signal(object, object)
    """The `Decision`, and point id → units where it was edited (else None)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inside")
        self._suggestion: Suggestion | None = None
        self._kind = DecisionKind.REJECTED
        self._fields: dict[str, QLineEdit] = {}
        self._echoes: dict[str, QLabel] = {}
        self.accept_button = QPushButton(tr("Accept (A)"))
        self.accept_button.setProperty("kind", "main")
        self.edit_button = QPushButton(tr("Edit (E)"))
        self.reject_button = QPushButton(tr("Reject (R)"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Why? Then Enter (Esc: back)"))
        self.reason.setAccessibleName(tr("Reason"))
        self._editing = QWidget()
        self._editing.setObjectName("inside")
        self._grid = QGridLayout(self._editing)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        for button in (self.accept_button, self.edit_button, self.reject_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._editing)
        column.addWidget(self.reason)
        column.addLayout(row)
        self.accept_button.clicked.connect(self.accept)
        self.edit_button.clicked.connect(self.edit)
        self.reject_button.clicked.connect(self.reject)
        self.reason.returnPressed.connect(self._finish)
        self.reason.installEventFilter(self)
        self._close_reason()
        self.hide()

    @property
    def waits(self) -> bool:
        """Whether a suggestion waits for an answer."""
        return self._suggestion is not None

    def offer(self, suggestion: Suggestion | None) -> None:
        """Ask for an answer to `suggestion`; None asks for nothing."""
        self._suggestion = suggestion
        self._close_reason()
        self.setVisible(suggestion is not None)

    def accept(self) -> None:
        """Take the suggestion as it is."""
        if self._suggestion is not None:
            self._answer(DecisionKind.ACCEPTED, "", None)

    def reject(self) -> None:
        """Ask why, then reject."""
        if self._suggestion is not None:
            self._ask(DecisionKind.REJECTED)

    def edit(self) -> None:
        """Show the suggested units to be changed, and ask why."""
        if self._suggestion is None:
            return
        self._ask(DecisionKind.EDITED)
        for row, change in enumerate(self._suggestion.changes):
            self._add_field(row, change)
        self._editing.show()
        if self._fields:
            first = next(iter(self._fields.values()))
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
            first.selectAll()

    def _add_field(self, row: int, change: Change) -> None:
        field, echo = QLineEdit(), label()
        name, point_id = shown(change.name), change.point_id
        field.setText(local_number(f"{change.after.units:g}"))
        field.setAccessibleName(tr("Units at {point!s}", point=name))
        field.installEventFilter(self)
        field.textChanged.connect(lambda _: self._echo(point_id))
        self._fields[point_id], self._echoes[point_id] = field, echo
        for column, part in enumerate((label(name), field, echo)):
            self._grid.addWidget(part, row, column)
        self._echo(point_id)

    def _echo(self, point_id: str) -> None:
        """Say how the typed units are understood."""
        field, echo = self._fields[point_id], self._echoes[point_id]
        value = _units_in(field)
        set_text(echo, tr("▲ no amount") if value is None else f"= {units(value)}")
        set_tone(echo, "bad" if value is None else "")
        field.setToolTip(shown(REMEDY) if value is None else "")

    def _ask(self, kind: DecisionKind) -> None:
        self._close_reason()
        self._kind = kind
        self.reason.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_reason(self) -> None:
        self.reason.clear()
        self.reason.hide()
        self._editing.hide()
        self._fields, self._echoes = {}, {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _finish(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            return
        edited: dict[str, float] = {}
        for point_id, field in self._fields.items():
            value = _units_in(field)
            if value is None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            edited[point_id] = value
        self._answer(self._kind, reason, edited or None)

    def _answer(self, kind: DecisionKind, reason: str, edited: dict[str, float] | None) -> None:
        assert self._suggestion is not None  # noqa: S101 - every caller has looked
        decision = Decision(kind, reason, self._suggestion.digest)
        self.offer(None)
        self.answered.emit(decision, edited)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close_reason()
                self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in ENTER and watched is not self.reason:
                following = self._after(watched)
                following.setFocus(Qt.FocusReason.TabFocusReason)
                following.selectAll()
                return True
        return super().eventFilter(watched, event)

    def _after(self, watched: QObject) -> QLineEdit:
        """Return the field that Enter leads to: the next point's, at last the reason."""
        fields = list(self._fields.values())
        here = next((i for i, field in enumerate(fields) if field is watched), len(fields))
        return fields[here + 1] if here + 1 < len(fields) else self.reason


def _units_in(field: QLineEdit) -> float | None:
    """Return the units in a field; None if they are no amount."""
    try:
        return read_units(field.text())
    except PlanError:
        return None
