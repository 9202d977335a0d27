"""A screen that is freed sends events to what watches it, whose attributes are gone already."""

from __future__ import annotations

import gc
import sys

from PySide6.QtWidgets import QApplication, QWidget

from emg_ui.text.theme import DARK, Look
from emg_ui.widgets.chooser import Chooser


class Screen(QWidget):
    """A screen with a question over it, in a cycle: the collector alone frees it."""

    def __init__(self) -> None:
        super().__init__()
        self.chooser = Chooser(self, look=Look(DARK, 1.0))
        self.itself = self


def test_a_screen_with_a_question_is_freed_without_a_word(qapp, monkeypatch):
    wrong = []
    monkeypatch.setattr(sys, "unraisablehook", lambda seen: wrong.append(seen.exc_value))
    monkeypatch.setattr(sys, "excepthook", lambda *seen: wrong.append(seen[1]))
    screen = Screen()
    screen.show()
    QApplication.processEvents()
    screen.chooser.field.setFocus()
    del screen
    gc.collect()
    QApplication.processEvents()
    assert wrong == []
