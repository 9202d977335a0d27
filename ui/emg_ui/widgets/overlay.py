"""`Overlay`: a card and frames over the desk, which goes on living beneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from emg_ui.text.theme import Look
from emg_ui.widgets.cards import label
from emg_ui.widgets.line_list import LineList

CARD_SHARE = 0.46
"""Of the desk's width: what it talks about stays free beside it."""
LARGE_CARD_SHARE = 0.62
CARD_HEIGHT_SHARE = 0.72
MARGIN, PADDING, SCROLL_BAR = 10, 14, 26
"""Pixels around the card, within it, and for a scroll bar at 100 % text."""


class Overlay(QWidget):
    """Covers the desk, takes its keys and clicks, and shows what the card talks about.

    Parameters
    ----------
    desk
        What is covered.
    look
        Theme and text scale.
    name
        What a screen reader calls it.
    """

    closed = Signal()

    def __init__(self, desk: QWidget, *, look: Look, name: str) -> None:
        super().__init__(desk)
        self._covered = desk
        self.look = look
        self.chosen = QRect()
        self.others: tuple[QRect, ...] = ()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = QWidget(self)
        self.card.setObjectName("sheet")
        self.card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label("", "headline", wrap=True)
        self.lines = LineList(name)
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons = QHBoxLayout()
        column = QVBoxLayout(self.card)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.title)
        column.addWidget(self.lines, 1)
        column.addLayout(self.buttons)
        desk.installEventFilter(self)
        self.setGeometry(desk.rect())

    def add_button(self, text: str, *, main: bool = False) -> QPushButton:
        """Add a button to the card; the overlay keeps the keyboard."""
        button = QPushButton(text)
        button.setProperty("kind", "main" if main else "")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons.addWidget(button)
        return button

    def open(self) -> None:
        """Show it above everything and take the keyboard."""
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_card()

    def leave(self) -> None:
        """Go away."""
        self._covered.removeEventFilter(self)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def place_card(self) -> None:
        """Put the card where it does not cover what it talks about."""
        room = self._room().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        width = round(room.width() * (LARGE_CARD_SHARE if self.look.is_large else CARD_SHARE))
        height = min(self._height_of(width), round(CARD_HEIGHT_SHARE * room.height()))
        at_left = not self.chosen.isNull() and self.chosen.center().x() > room.center().x()
        x = room.left() if at_left else room.right() - width
        above, below = self.chosen.top() - room.top(), room.bottom() - self.chosen.bottom()
        y = room.bottom() - height if self.chosen.isNull() or below >= above else room.top()
        self.card.setGeometry(x, y, width, height)
        self.update()

    def _room(self) -> QRect:
        """Return where a card may stand: never over the stripe about the samples' origin."""
        stack = self._covered.findChild(QStackedWidget)
        return self.rect() if stack is None else stack.geometry()

    def _height_of(self, width: int) -> int:
        """Return what the card's words need at `width`."""
        self.title.ensurePolished()
        inside = width - 2 * PADDING - round(SCROLL_BAR * self.look.scale)
        return (
            self.title.heightForWidth(inside)
            + self.lines.height_for(inside)
            + self.buttons.sizeHint().height()
            + 6 * PADDING
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() == QEvent.Type.Resize and watched is self._covered:
            self.setGeometry(self._covered.rect())
            self.place_card()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.look.theme
        for area in self.others:
            painter.setPen(QPen(QColor(theme.note), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(area.adjusted(-2, -2, 2, 2), 4, 4)
        if not self.chosen.isNull():
            painter.setPen(QPen(QColor(theme.warn), 4.0))
            painter.drawRoundedRect(self.chosen.adjusted(-3, -3, 3, 3), 5, 5)
        painter.end()
