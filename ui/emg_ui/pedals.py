"""Foot pedals: keyboards of a few keys, each set to do one thing on the screen that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from emg_ui.screen import Screen
from emg_ui.settings import Action


def listen(
    desk: QWidget,
    pedals: Mapping[str, Action],
    *,
    phase: Callable[[], Screen],
    mute: Callable[[], object],
) -> None:
    """Let each pedal of `pedals` act on the screen that `phase` returns.

    A pedal that is held down acts once: a foot that rests on it must not tick a whole sheet.
    """
    for key, action in pedals.items():
        shortcut = QShortcut(QKeySequence(key), desk)
        shortcut.setAutoRepeat(False)
        act = mute if action is Action.MUTE else partial(_press, phase, action)
        shortcut.activated.connect(act)


def _press(phase: Callable[[], Screen], action: Action) -> None:
    """Press the key that `action` stands for on the screen that is shown."""
    screen = phase()
    key = screen.pedals.get(action)
    if key is None:
        return
    if action is Action.GIVEN:
        screen.take_focus()  # on a button the same key would press the button
    target = QApplication.focusWidget() or screen.window().focusWidget() or screen
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
