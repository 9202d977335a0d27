"""Foot pedals: keyboards of a few keys, each set to do one thing on the screen that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from emg_ui.text.settings import Action
from emg_ui.widgets.screen import Screen

PEDAL = "pedal"
"""Name of the shortcuts that are pedals."""


def keys_in_use(window: QWidget) -> frozenset[str]:
    """Return the keys that do something in `window` already, as settings write them.

    Qt gives a key that two things wait for to neither.
    """
    shortcuts = [s.key() for s in window.findChildren(QShortcut) if s.objectName() != PEDAL]
    actions = [key for action in window.findChildren(QAction) for key in action.shortcuts()]
    buttons = [button.shortcut() for button in window.findChildren(QAbstractButton)]
    found = (key.toString() for key in (*shortcuts, *actions, *buttons))
    return frozenset(name for name in found if name)


def listen(
    desk: QWidget,
    pedals: Mapping[str, Action],
    *,
    phase: Callable[[], Screen],
    doing: Mapping[Action, Callable[[], object]],
) -> None:
    """Let each pedal of `pedals` act on the screen that `phase` returns.

    A pedal that is held down acts once: a foot that rests on it must not tick a whole sheet.

    Parameters
    ----------
    desk
        Takes the keys that no widget wants.
    pedals
        Name of a key → what it does.
    phase
        Returns the screen that is shown.
    doing
        What pedals do that is the same on every screen.
    """
    for key, action in pedals.items():
        shortcut = QShortcut(QKeySequence(key), desk)
        shortcut.setObjectName(PEDAL)
        shortcut.setAutoRepeat(False)
        act = doing.get(action, partial(_press, phase, action))
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
    if _is_being_typed_in(target):
        return  # its Enter would answer what the words were for, and its letters would be words
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def _is_being_typed_in(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox)
