"""`InlineQuestion`: what is asked between the lines of Inject, and left by Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class InlineQuestion(QWidget):
    """A question with its fields, each of which has it for an event filter."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inside")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.hide()
            self.given_up.emit()
            return True
        return super().eventFilter(watched, event)
