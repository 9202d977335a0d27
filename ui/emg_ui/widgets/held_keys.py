"""`HeldKeys`: knows a key that is held down, also where the system reports each repeat as a press.

X servers repeat a held key as release and press at one moment. Qt tells most of them by looking at
the next event, and takes those for fresh presses whose release arrived alone. What is told here is
handed on marked as a repeat: text fields go on repeating, shortcuts, buttons and ticks do not.
Enter never repeats: what it opened or reopened it would answer in the same breath.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

HELD_GAP_S = 0.03
"""Seconds; X gives release and repeat one timestamp, and a finger needs more to let go and press
again (the fastest tappers make 7 to 8 taps a second): engineering judgement."""

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PRESSES = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class HeldKeys(QObject):
    """Watches the keys of one window of the system.

    Parameters
    ----------
    window
        The system's window, which gets every key once and before any widget.
    now_s
        Clock of key events, seconds; None takes the time that each event says it was made at, so
        that presses which a busy program reads late and together are still told apart.
    """

    def __init__(self, window: QWindow, *, now_s: Callable[[], float] | None = None) -> None:
        super().__init__(window)
        self._now_s = now_s
        self._down: set[int] = set()
        self._released_s: dict[int, float] = {}
        self._is_repeat: dict[int, bool] = {}
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if event.type() is QEvent.Type.FocusOut:
            self._down.clear()  # their release goes to another window
        if not isinstance(event, QKeyEvent):
            return False
        if event.isAutoRepeat():
            return event.key() in ENTERS
        key = event.nativeScanCode() or event.key()  # Shift that is let go first changes the latter
        if event.type() is QEvent.Type.KeyRelease:
            self._down.discard(key)
            self._is_repeat.pop(key, None)
            self._released_s[key] = self._at_s(event)
            return False
        if event.type() not in PRESSES or not self._repeats(key, event):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut for a repeat
        elif event.key() not in ENTERS:
            _hand_on(event)
        return True

    def _repeats(self, key: int, event: QKeyEvent) -> bool:
        """Return whether a press is a repeat; its override and itself are one press."""
        asked = self._is_repeat.get(key) if event.type() is QEvent.Type.KeyPress else None
        if asked is None:
            since_s = self._at_s(event) - self._released_s.get(key, float("-inf"))
            asked = key in self._down or since_s < HELD_GAP_S
            self._down.add(key)
        self._is_repeat.pop(key, None)
        if event.type() is QEvent.Type.ShortcutOverride:
            self._is_repeat[key] = asked
        return asked

    def _at_s(self, event: QKeyEvent) -> float:
        return event.timestamp() / 1000 if self._now_s is None else self._now_s()


def _hand_on(event: QKeyEvent) -> None:
    """Give a press to whoever has the keyboard, as the repeat that it is."""
    repeat = QKeyEvent(
        QEvent.Type.KeyPress, event.key(), event.modifiers(), event.text(), autorep=True
    )
    target = QApplication.focusWidget()
    if target is not None:
        QCoreApplication.sendEvent(target, repeat)
