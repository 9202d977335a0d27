"""`KeyField`: takes the key that is pressed in it, as a foot pedal would press it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from emg_ui.text.language import tr

LEFT_ALONE = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
"""Keys that lead through the dialog."""
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
CLEARS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


def key_name(event: QKeyEvent) -> str:
    """Return how settings write the key of `event`."""
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


class KeyField(QLineEdit):
    """Shows one key; backspace takes it away.

    Parameters
    ----------
    name
        What the key does, for screen readers.
    key
        The key so far; empty without.
    """

    def __init__(self, name: str, key: str) -> None:
        super().__init__(key)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(tr("press the pedal here"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in LEFT_ALONE:
            event.ignore()
        elif event.key() in CLEARS:
            self.clear()
        elif event.key() not in MODIFIERS:
            self.setText(key_name(event))
