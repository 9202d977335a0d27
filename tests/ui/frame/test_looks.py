"""Themes and text sizes: nothing is cut off, nothing is lost, and the choice is kept."""

from __future__ import annotations

import pytest
from by_hand import cut_off, settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from emg_ui.text.theme import DARK, LIGHT, TEXT_SCALES, Look


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("phase", range(5))
def test_no_words_are_cut_off(open_window, staged, scale, phase):
    staged.show(staged.locked())
    window = open_window(staged, look=Look(DARK, scale))
    window.desk.show_phase(phase)
    for _ in range(4):
        settle(window)
    assert cut_off(window) == []


@pytest.mark.parametrize("state", ["lost", "with_bad_electrode", "uncalibrated", "contracting"])
def test_no_words_of_any_state_are_cut_off(open_window, staged, state):
    window = open_window(staged)
    staged.show(getattr(staged, state)())
    for _ in range(4):
        settle(window)
    assert cut_off(window) == []


def test_keys_change_theme_and_text_and_leave_the_rest(open_window, staged, qtbot):
    kept = []
    window = open_window(staged)
    window._keep = kept.append
    window.desk.show_phase(3)
    qtbot.keyClick(window.desk.inject.sheet, Qt.Key.Key_Space)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_T, control)
    qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    QApplication.processEvents()
    assert window.look == Look(LIGHT, TEXT_SCALES[1])
    assert kept[-1].look == window.look
    assert window.phase is window.desk.inject
    assert len(staged.treatment.state.given) == 1
