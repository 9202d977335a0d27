"""`Screen`: what every phase's screen has in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from emg_session.snapshot import Snapshot
from emg_ui.session_view import SessionView
from emg_ui.theme import Look


class Screen(QWidget):
    """One phase of a treatment.

    Parameters
    ----------
    session
        Started session.
    look
        Theme and text scale.
    """

    title = ""
    keys = ""
    """Keys of this screen in words, for the footer."""

    def __init__(self, session: SessionView, *, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.title)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what `snapshot` changes on this screen."""

    def take_focus(self) -> None:
        """Put the keyboard where this phase begins."""
