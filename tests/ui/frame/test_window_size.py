"""The window fits the screen at its first start, and comes back as large as it was left."""

from __future__ import annotations

import pytest
from by_hand import settle
from PySide6.QtCore import QSize

from emg_ui.frame.window_size import FRAME, fitting_size
from emg_ui.text.settings import Settings, keep_settings, load_settings
from emg_ui.text.theme import Look

TASK_BAR_PX = 40


@pytest.mark.parametrize("screen", [(1280, 800), (1366, 768)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_footer_is_on_the_screen_at_the_first_start(open_window, staged, screen, scale):
    room = QSize(screen[0], screen[1] - TASK_BAR_PX)
    size = fitting_size(Settings().window_size, room)
    assert size.width() + FRAME.width() <= room.width()
    assert size.height() + FRAME.height() <= room.height()
    window = open_window(staged, look=Look(scale=scale), size=size.toTuple())
    for number in range(6):
        window.desk.show_phase(number)
        settle(window)
        assert window.height() <= size.height(), number
        assert window.desk.geometry().bottom() < size.height(), number


def test_a_window_comes_back_as_large_as_it_was_left(open_window, staged, tmp_path):
    path = tmp_path / "settings.json"
    window = open_window(staged, keep=lambda settings: keep_settings(settings, path))
    window.resize(1100, 700)
    settle(window)
    window.close()
    assert load_settings(path)[0].window_size == (1100, 700)
    assert fitting_size((1100, 700), QSize(1920, 1080)) == QSize(1100, 700)
