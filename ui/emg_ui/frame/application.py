"""The Qt application: made once, with the C library's numbers left alone."""

from __future__ import annotations

import locale
import os
import sys
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from emg_ui.frame.ending import end_in_order, end_soon, on_ending, raise_waiting

if TYPE_CHECKING:
    from collections.abc import Callable

FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
"""Fonts in order of preference; the last comes with the Linux packages that Qt needs."""

SWITCH_S = 0.001
"""A frame waits no longer than this for the interpreter, seconds, while another thread computes;
Python's own 5 ms are a third of a frame."""


def make_application() -> QApplication:
    """Return the application, making it if there is none.

    Qt sets the C library's locale to the system's; under a German one C code, the board's vendor
    library among it, then writes decimal commas. Numbers for C stay as C writes them.
    """
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["evenhand"])
    locale.setlocale(locale.LC_NUMERIC, "C")
    sys.setswitchinterval(SWITCH_S)
    app.setApplicationName("Evenhand")
    app.setStyle("Fusion")
    installed = set(QFontDatabase.families())
    family = next((name for name in FAMILIES if name in installed), "")
    if family:
        app.setFont(QFont(family))
    return app


def has_display() -> bool:
    """Return whether a window can be seen here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def use_offscreen() -> None:
    """Let Qt draw into memory; to be called before the application is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


class EndWatch(QTimer):
    """Closes what runs in Qt's loop when a signal is to end the program, and then raises it.

    An exception out of a slot would be printed and forgotten.

    Parameters
    ----------
    close
        Closes the window, or quits the loop.
    """

    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__()
        self._close = close
        on_ending(self._handle)
        self.timeout.connect(lambda: None)
        self.start(200)  # Python runs signal handlers only between its own instructions.

    def _handle(self, signum: int, frame: FrameType | None) -> None:
        end_soon(signum)
        self._close()

    def finish(self) -> None:
        """Stop watching; raise `Ended` if a signal came."""
        self.stop()
        on_ending(end_in_order)
        raise_waiting()
