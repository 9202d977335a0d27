"""A desk made anew opens no window of its own for an instant: it would take the keyboard."""

from __future__ import annotations

import pytest
from by_hand import settle
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from emg_ui.frame.window import Window
from emg_ui.text.theme import DARK, LIGHT, Look


class ShownWindows(QObject):
    """Notes every widget that is shown as a window, save the main one."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, Window)
        ):
            self.names.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_another_look_opens_no_window_and_keeps_the_keyboard(
    staged, open_window, scale: float
) -> None:
    window = open_window(staged, look=Look(DARK, scale))
    window.activateWindow()
    settle(window)
    app = QApplication.instance()
    watcher = ShownWindows()
    app.installEventFilter(watcher)
    for index in range(len(window.desk.screens)):
        window.desk.show_phase(index)
        look = Look(LIGHT if window.look.theme is DARK else DARK, scale)
        window.set_settings(window.settings.with_look(look))
        settle(window)
    app.removeEventFilter(watcher)
    assert watcher.names == []
    assert app.activeWindow() is window
