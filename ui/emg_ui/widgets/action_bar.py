"""`ActionBar`: what can be done to a plan, one large button each, in as many rows as are needed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from emg_signal.phrase import say
from emg_ui.text.language import shown

ACTIONS = (
    ("N", say("Ctrl+N"), say("New plan")),
    ("B", "B", say("Last visit")),
    ("A", "A", say("Add point")),
    ("M", "M", say("Mirror side")),
    ("Del", say("Del"), say("Remove")),
    ("Undo", say("Ctrl+Z"), say("Undo")),
    ("Redo", say("Ctrl+⇧+Z"), say("Redo")),
    ("Print", say("Ctrl+P"), say("Print")),
)
"""Action, key as shown, and what it does."""
SPACING_PX = 6


def action_button(text: str) -> QPushButton:
    """Return a button that a gloved finger finds and Tab reaches."""
    button = QPushButton(text)
    button.setProperty("kind", "action")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


class ActionBar(QWidget):
    """One button per action; their rows follow the width."""

    pressed = Signal(str)
    """The action of `ACTIONS` that was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACING_PX)
        self._columns = 0
        self.buttons: dict[str, QPushButton] = {}
        for action, key, name in ACTIONS:
            button = action_button(f"{shown(key)}  {shown(name)}")
            button.setAccessibleName(f"{shown(name)} ({shown(key)})")
            button.setMinimumWidth(1)  # rows are made by the width, not the width by a row
            button.clicked.connect(partial(self._press, action))
            self.buttons[action] = button
        self._arrange(len(ACTIONS))

    def _press(self, action: str, _: bool = False) -> None:
        self.pressed.emit(action)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        widths = [button.sizeHint().width() for button in self.buttons.values()]
        for column in range(len(ACTIONS)):
            share = max(widths[column::columns]) if column < columns else 0
            self._grid.setColumnStretch(column, share)
        for number, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, number // columns, number % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        widths = [b.sizeHint().width() + SPACING_PX for b in self.buttons.values()]
        fitting = next((n for n in (8, 4, 3) if _row(widths, n) <= self.width()), 2)
        self._arrange(fitting)
        super().resizeEvent(event)


def _row(widths: list[int], columns: int) -> int:
    """Return the width of a row of `columns` columns, each as wide as its widest button."""
    return sum(max(widths[column::columns]) for column in range(columns))
