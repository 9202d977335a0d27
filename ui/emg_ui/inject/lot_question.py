"""`LotQuestion`: asks for the lot of the vial in place, before the first point is ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from emg_ui.inject.inline_question import InlineQuestion
from emg_ui.text.language import tr
from emg_ui.widgets.cards import label

LONGEST_LOT = 100
"""Letters, as plan files allow for a label."""


class LotQuestion(InlineQuestion):
    """A question and a field; hidden while nobody asks."""

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_LOT)
        self.field.setAccessibleName(tr("Lot of the vial"))
        self.field.setPlaceholderText(tr("as printed on the vial, then Enter (Esc: back)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(tr("▲ Lot of the vial?"), "strong"))
        row.addWidget(self.field, 1)
        self.field.returnPressed.connect(self._answer)
        self.field.installEventFilter(self)
        self.hide()

    def ask(self) -> None:
        """Show the question and put the keyboard into it; what is being typed stays."""
        if self.isHidden():
            self.field.clear()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _answer(self) -> None:
        lot = self.field.text().strip()
        if lot:
            self.hide()
            self.answered.emit(lot)
