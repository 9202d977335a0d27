"""`Dialog`: a question or a page over the window, which keeps saying whose samples these are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from emg_ui.text.language import tr
from emg_ui.text.style import style_sheet
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import label
from emg_ui.widgets.line_list import LineList

WIDTH, HEIGHT = 860, 640
"""Pixels at 100 % text; never more than the window has."""


class Dialog(QDialog):
    """Title, stripe, body and buttons.

    Parameters
    ----------
    parent
        The window that waits meanwhile.
    title
        What it is about.
    look
        Theme and text scale.
    stripe
        What the window's stripe says; empty without.
    """

    def __init__(self, parent: QWidget, title: str, *, look: Look, stripe: str = "") -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(style_sheet(look))
        banner = label(stripe, "banner", wrap=True)
        banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
        banner.setVisible(bool(stripe))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 8, 16, 4)
        self.body.addWidget(label(title, "headline", wrap=True))
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(16, 4, 16, 12)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(banner)
        column.addLayout(self.body, 1)
        column.addLayout(self.buttons)

    def add_button(self, text: str, *, main: bool = False) -> QPushButton:
        """Add a button; return presses the main one."""
        button = QPushButton(text)
        button.setProperty("kind", "main" if main else "")
        button.setDefault(main)
        button.setAutoDefault(main)
        self.buttons.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        above = self.parentWidget()
        room = above.window().geometry() if above is not None else QRect(0, 0, WIDTH, HEIGHT)
        width = min(round(WIDTH * self.look.scale), room.width() - 40)
        height = min(round(HEIGHT * self.look.scale), room.height() - 40)
        self.resize(width, height)
        self.move(room.center().x() - width // 2, room.center().y() - height // 2)
        super().showEvent(event)


def framed(lines: LineList) -> QWidget:
    """Return lines with a frame and room around them."""
    frame = QWidget()
    frame.setObjectName("card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 8, 8)
    column.addWidget(lines)
    return frame


class Page(Dialog):
    """Headings and paragraphs to be read, and one button."""

    def __init__(self, parent: QWidget, title: str, *, look: Look, stripe: str = "") -> None:
        super().__init__(parent, title, look=look, stripe=stripe)
        self.lines = LineList(title)
        self.body.addWidget(framed(self.lines), 1)

    def say(self, heading: str, paragraphs: Iterable[str]) -> None:
        """Add a heading, unless it is empty, and its paragraphs."""
        if heading:
            self.lines.add(heading, role="title")
        for paragraph in paragraphs:
            self.lines.add(paragraph)

    def finish(self) -> None:
        """Add the button that closes the page, and begin at its top."""
        self.lines.finish()
        close = self.add_button(tr("Close (Esc)"), main=True)
        close.clicked.connect(self.accept)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)


def words_of(dialog: QDialog) -> str:
    """Return all that a dialog says, a line per label."""
    return "\n".join(part.text() for part in dialog.findChildren(QLabel))
