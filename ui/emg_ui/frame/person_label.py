"""`PersonLabel`: who is treated, at all times."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from emg_session.snapshot import Snapshot
from emg_signal.chunk import Origin
from emg_ui.text.language import tr
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import set_text, set_tone
from emg_ui.widgets.tips import set_tip

WIDTH = 180
"""Room for a label at 100 % text, pixels; longer ones are cut with … and whole in the tip."""


class PersonLabel(QLabel):
    """The person's label in the header; says so where nobody is named.

    Parameters
    ----------
    look
        Text scale.
    """

    def __init__(self, *, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = round(WIDTH * look.scale)
        self._shown: tuple[str, Origin] | None = None
        self.setProperty("role", "strong")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_person(self, subject: str, snapshot: Snapshot) -> None:
        """Show whose visit this is."""
        if (subject, snapshot.origin) == self._shown:
            return
        self._shown = (subject, snapshot.origin)
        if subject:
            words, tone = subject, ""
        elif snapshot.origin is Origin.SIMULATED:
            words, tone = tr("no person"), ""
        else:
            words, tone = tr("▲ no person"), "warn"
        words = " ".join(words.split())
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self._width)
        set_text(self, short)
        set_tone(self, tone)
        set_tip(self, tr("Person: {label!s} (Ctrl+O: another)", label=words))
        self.setAccessibleName(tr("Person: {label!s}", label=words))

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return self.sizeHint()  # never squeezed: a cut label could be another person's
