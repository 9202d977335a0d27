"""What was measured of both sides is asked after the reason, and is held beside EMG."""

from __future__ import annotations

import pytest
from by_hand import F, Keyboard, words
from preparing import opened, plan_of
from PySide6.QtCore import Qt

from emg_dosing.stated_gap import StatedGap
from emg_signal.errors import PlanError
from emg_ui.prepare.gap_questions import read_gap


@pytest.fixture
def window(open_window, staged):
    return opened(open_window, staged)


@pytest.fixture
def keys(qtbot, window):
    return Keyboard(qtbot, window)


def test_a_stated_reason_is_asked_for_its_numbers(window, keys, staged):
    keys.press(F[1])
    keys.type("r")
    keys.type("left brow lower")
    keys.press(Qt.Key.Key_Return)
    assert "was it measured?" in words(window.desk.prepare)
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    keys.type("21 24.5")
    keys.press(Qt.Key.Key_Return)
    plan = plan_of(staged)
    assert dict(plan.reasons) == {"forehead": "left brow lower"}
    assert dict(plan.gaps) == {"forehead": StatedGap("brow", 21.0, 24.5)}


def test_not_measured_leaves_the_reason_alone(window, keys, staged):
    keys.press(F[1])
    keys.type("r")
    keys.type("left brow lower")
    keys.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert plan_of(staged).gaps == ()
    assert dict(plan_of(staged).reasons) == {"forehead": "left brow lower"}


@pytest.mark.parametrize("text", ["14", "14 11 9", "14 x", "140 20"])
def test_what_is_not_two_measures_is_refused(text):
    with pytest.raises(PlanError):
        read_gap("thickness", text)


def test_two_measures_are_said_back():
    reading = read_gap("gum", "3,5 / 1")
    assert reading.value == StatedGap("gum", 3.5, 1.0)
    assert "left 3.5, right 1" in reading.echo
