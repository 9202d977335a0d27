"""`RecordBar`: says on every screen that the record cannot be relied on, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QPushButton

from emg_session.snapshot import Snapshot
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import label, set_text


class RecordBar(QFrame):
    """A red bar under the header; hidden while the record is well.

    Parameters
    ----------
    look
        Theme and text scale.
    """

    place_wanted = Signal()
    """The record shall go on in another place."""

    def __init__(self, *, look: Look) -> None:
        super().__init__()
        self.setObjectName("alarm")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = label("", "alarm", wrap=True)
        self.button = QPushButton(tr("Choose another place… (Ctrl+Shift+S)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.place_wanted)
        direction = QBoxLayout.Direction  # at large text the two do not fit beside each other
        row = QBoxLayout(direction.TopToBottom if look.is_large else direction.LeftToRight, self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> bool:
        """Say what `snapshot` says of the record; return whether trouble has just begun."""
        text, begins = snapshot.record_text, False
        if text:
            nothing = tr("No tick and no decision is taken until the record has another place.")
            set_text(self._words, f"■ {shown(text)}\n{nothing}")
            begins = self.isHidden()
        if begins:
            QApplication.beep()
        self.setVisible(bool(text))
        return begins
