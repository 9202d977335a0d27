"""How large the window is at its start: as it was left, and never beyond the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize

FRAME = QSize(8, 40)
"""Room for the frame and the title that the system puts around a window, pixels."""


def fitting_size(wanted: tuple[int, int], screen: QSize) -> QSize:
    """Return `wanted`, made smaller where footer or edge would lie off the screen.

    Parameters
    ----------
    wanted
        Width and height without the frame, pixels.
    screen
        What is free of task bars, pixels.
    """
    return QSize(*wanted).boundedTo(screen - FRAME)
