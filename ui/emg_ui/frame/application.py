"""The Qt application: made once, with the C library's numbers left alone."""

from __future__ import annotations

import locale
import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

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


def quit_on_interrupt(quit_application: Callable[[], object]) -> QTimer:
    """Let Ctrl+C close the application; return the timer that lets Python see it."""

    def handle(signum: int, frame: FrameType | None) -> None:
        quit_application()

    signal.signal(signal.SIGINT, handle)
    timer = QTimer()
    timer.start(200)  # Python runs signal handlers only between its own instructions.
    timer.timeout.connect(lambda: None)
    return timer
