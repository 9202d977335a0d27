"""`GoingOn`: asks for one stated reason, and whose it is, where a finding stands in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from emg_dosing.safety import SafetyItem
from emg_ui.inject.inline_question import InlineQuestion
from emg_ui.text.language import shown, tr
from emg_ui.widgets.cards import label, set_text, set_tone

LONGEST_REASON, LONGEST_NAME = 500, 100
"""Letters: a sentence or two, and a name."""


class GoingOn(InlineQuestion):
    """The finding in full, a reason and a name; hidden while nobody asks."""

    answered = Signal(str, str, str)
    """Key of the finding, reason, and who says so."""

    def __init__(self) -> None:
        super().__init__()
        self._key = ""
        self._finding = label("", "strong", wrap=True)
        set_tone(self._finding, "bad")
        self.reason, self.name = QLineEdit(), QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.name.setMaxLength(LONGEST_NAME)
        self.reason.setAccessibleName(tr("Reason to go on"))
        self.name.setAccessibleName(tr("Name or initials of the injector"))
        self.reason.setPlaceholderText(tr("why you go on, then Enter (Esc: leave it)"))
        self.name.setPlaceholderText(tr("your name or initials"))
        row = QHBoxLayout()
        row.addWidget(self.reason, 3)
        row.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._finding)
        column.addLayout(row)
        for field in (self.reason, self.name):
            field.returnPressed.connect(self._answer)
            field.installEventFilter(self)
        self.hide()

    def ask(self, item: SafetyItem) -> None:
        """Ask about one finding; a name that was given stays."""
        is_same = item.key == self._key and not self.isHidden()
        self._key = item.key
        set_text(self._finding, tr("■ {finding!s} Go on?", finding=shown(item.text)))
        if not is_same:  # what is being typed stays
            self.reason.clear()
        self.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _answer(self) -> None:
        """Go to what is missing, else hand the answer on."""
        for field in (self.reason, self.name):
            if not field.text().strip():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.hide()
        self.answered.emit(self._key, self.reason.text().strip(), self.name.text().strip())
