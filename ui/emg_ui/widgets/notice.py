"""`Notice`: one line that is said once, and goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from emg_ui.widgets.cards import set_text

SHOWN_MS = 12_000
"""Long enough to be read between two looks at the face (engineering judgement)."""


class Notice(QLabel):
    """A line under the header; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setProperty("tone", "warn")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(12, 2, 12, 2)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, line: str) -> None:
        """Show one line for a while."""
        set_text(self, f"▲ {line}")
        self.show()
        self._timer.start()
