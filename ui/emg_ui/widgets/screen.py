"""`Screen`: what every phase's screen has in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from emg_session.snapshot import Snapshot
from emg_ui.text.language import shown
from emg_ui.text.number_about import NumberAbout
from emg_ui.text.settings import Action
from emg_ui.text.theme import Look
from emg_ui.widgets.session_view import SessionView


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
    """Name of the phase, marked by `say`."""
    purpose = ""
    """What this screen is for and how it is used, in a few sentences, marked by `say`."""
    keys = ""
    """Keys of this screen in words, for footer and help, marked by `say`."""
    pedals: ClassVar[Mapping[Action, Qt.Key]] = {
        Action.NEXT: Qt.Key.Key_Down,
        Action.BACK: Qt.Key.Key_Up,
        Action.ACCEPT: Qt.Key.Key_Return,
    }
    """The key that a pedal stands for here; a pedal without one does nothing on this screen."""

    def __init__(self, session: SessionView, *, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(shown(self.title))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what `snapshot` changes on this screen."""

    def take_focus(self) -> None:
        """Put the keyboard where this phase begins."""

    def numbers(self, snapshot: Snapshot) -> list[NumberAbout]:
        """Return what stands behind every number that this screen shows of `snapshot`."""
        return []

    def place_of(self, part: QWidget, area: QRect | None = None) -> QRect:
        """Return where `part` (or an `area` of it) stands on this screen."""
        inside = part.rect() if area is None else area
        return QRect(part.mapTo(self, QPoint(inside.x(), inside.y())), inside.size())


MakeScreen = Callable[[SessionView, Look], Screen]
"""Makes a phase's screen of a session, in a look."""
