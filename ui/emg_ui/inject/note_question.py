"""`NoteQuestion`: asks in place for a note at a point, or of the visit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from emg_ui.inject.inline_question import InlineQuestion
from emg_ui.text.language import tr
from emg_ui.widgets.cards import label, set_text

LONGEST_NOTE = 500
"""Letters: a few lines of the page of Review. Engineering judgement."""


class NoteQuestion(InlineQuestion):
    """A question and a field; hidden while nobody writes."""

    answered = Signal(str, str)
    """Id of the point, empty for the visit, and what was written."""

    def __init__(self) -> None:
        super().__init__()
        self._point_id = ""
        self._words = label("", "strong")
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_NOTE)
        self.field.setAccessibleName(tr("Note"))
        self.field.setPlaceholderText(tr("in your words, then Enter (Esc: back)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self.field, 1)
        self.field.returnPressed.connect(self._answer)
        self.field.installEventFilter(self)
        self.hide()

    def ask(self, point_id: str, name: str) -> None:
        """Ask for a note at a point; of the visit where its id is empty. What is typed stays."""
        if self.isHidden():
            self._point_id = point_id
            words = tr("Note at {point!s}:", point=name) if point_id else tr("Note of the visit:")
            set_text(self._words, words)
            self.field.clear()
        self.reopen()

    def reopen(self) -> None:
        """Put the keyboard into the field, as it was left."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _answer(self) -> None:
        text = self.field.text().strip()
        if text:
            self.hide()
            self.answered.emit(self._point_id, text)
