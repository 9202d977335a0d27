"""Words to choose one of, for an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from emg_ui.widgets.cards import label, set_tone

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class WordButton(QPushButton):
    """A button whose words wrap: answers are sentences.

    Parameters
    ----------
    text
        The words, in the reader's language.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setCheckable(True)
        words = label(text, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = QVBoxLayout(self)
        self._words.setContentsMargins(8, 6, 8, 6)
        self._words.addWidget(words)
        # A style sheet does not see from a label whether the button around it is checked.
        self.toggled.connect(lambda on: set_tone(words, "chosen" if on else ""))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return self._words.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return self._words.minimumSize()

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        return self._words.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        super().keyPressEvent(event)
        came_to = QApplication.focusWidget()
        moved = event.key() in ARROWS and came_to is not self
        if moved and isinstance(came_to, WordButton) and came_to.group() is self.group():
            came_to.setChecked(True)  # Qt does so only where something was chosen before


class Choices(QWidget):
    """Buttons of which one is chosen.

    Parameters
    ----------
    title
        What is chosen, in the reader's language.
    options
        Value and text of each button.
    columns
        Buttons in a row.
    """

    changed = Signal()

    def __init__(self, title: str, options: Sequence[tuple[Any, str]], *, columns: int) -> None:
        super().__init__()
        self._values = [value for value, _ in options]
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(title, "title"), 0, 0, 1, columns)
        for i, (_, text) in enumerate(options):
            button = WordButton(text)
            button.setAccessibleName(f"{title}: {text}")
            self.group.addButton(button, i)
            layout.addWidget(button, 1 + i // columns, i % columns)
        for column in range(columns):
            layout.setColumnStretch(column, 1)
        self.group.idToggled.connect(lambda *_: self.changed.emit())
        self.clear()

    @property
    def is_chosen(self) -> bool:
        """Whether anything is chosen."""
        return self.group.checkedId() >= 0

    @property
    def value(self) -> Any:
        """The chosen value; None while nothing is chosen."""
        return self._values[self.group.checkedId()] if self.is_chosen else None

    def clear(self) -> None:
        """Choose nothing: what is chosen for a person is an answer that nobody gave."""
        self.group.setExclusive(False)  # an exclusive group keeps one
        for i, button in enumerate(self.group.buttons()):
            button.setChecked(False)
            # Tab comes to a group once, and arrows choose in it.
            tab = Qt.FocusPolicy.StrongFocus if i == 0 else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
        self.group.setExclusive(True)

    def choose(self, value: Any) -> None:
        """Choose `value`."""
        self.group.button(self._values.index(value)).setChecked(True)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen button, or the first."""
        self.group.button(max(0, self.group.checkedId())).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )
