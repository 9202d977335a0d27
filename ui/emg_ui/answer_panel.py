"""`AnswerPanel`: accept, edit or reject a suggestion, by key or by hand, without a dialog.

Editing and rejecting ask for a reason in place; an empty one is asked for again.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from emg_dosing.values import Suggestion
from emg_session.decisions import Decision, DecisionKind
from emg_ui.cards import label


class AnswerPanel(QWidget):
    """Three answers to one suggestion."""

    answered = Signal(object, object)
    """The `Decision`, and point id → units where it was edited (else None)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inside")
        self._suggestion: Suggestion | None = None
        self._kind = DecisionKind.REJECTED
        self._boxes: dict[str, QDoubleSpinBox] = {}
        self.accept_button = QPushButton("Accept (A)")
        self.accept_button.setProperty("kind", "main")
        self.edit_button = QPushButton("Edit (E)")
        self.reject_button = QPushButton("Reject (R)")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Why? Then Enter (Esc: back)")
        self.reason.setAccessibleName("Reason")
        self._fields = QWidget()
        self._fields.setObjectName("inside")
        self._grid = QGridLayout(self._fields)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        for button in (self.accept_button, self.edit_button, self.reject_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fields)
        column.addWidget(self.reason)
        column.addLayout(row)
        self.accept_button.clicked.connect(self.accept)
        self.edit_button.clicked.connect(self.edit)
        self.reject_button.clicked.connect(self.reject)
        self.reason.returnPressed.connect(self._finish)
        self.reason.installEventFilter(self)
        self.offer(None)

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
            box = QDoubleSpinBox()
            box.setRange(0.0, 999.0)
            box.setDecimals(1)
            box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
            box.setSuffix(" U")
            box.setValue(change.after.units)
            box.setAccessibleName(f"Units at {change.point_id}")
            box.installEventFilter(self)
            self._boxes[change.point_id] = box
            self._grid.addWidget(label(change.point_id), row, 0)
            self._grid.addWidget(box, row, 1)
        self._fields.show()
        if self._boxes:
            next(iter(self._boxes.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask(self, kind: DecisionKind) -> None:
        self._close_reason()
        self._kind = kind
        self.reason.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_reason(self) -> None:
        self.reason.clear()
        self.reason.hide()
        self._fields.hide()
        self._boxes = {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _finish(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            return
        units = {point: box.value() for point, box in self._boxes.items()} or None
        self._answer(self._kind, reason, units)

    def _answer(self, kind: DecisionKind, reason: str, units: dict[str, float] | None) -> None:
        assert self._suggestion is not None  # noqa: S101 - every caller has looked
        decision = Decision(kind, reason, self._suggestion.digest)
        self.offer(None)
        self.answered.emit(decision, units)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close_reason()
                self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is not self.reason:
                self.reason.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
