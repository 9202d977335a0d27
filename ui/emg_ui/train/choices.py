"""Words to choose one of, for an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from emg_ui.widgets.cards import label, set_tone


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
    def value(self) -> Any:
        """The chosen value."""
        return self._values[max(0, self.group.checkedId())]

    def clear(self) -> None:
        """Choose the first one."""
        self.group.button(0).setChecked(True)

    def choose(self, value: Any) -> None:
        """Choose `value`."""
        self.group.button(self._values.index(value)).setChecked(True)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen button."""
        self.group.button(max(0, self.group.checkedId())).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )
