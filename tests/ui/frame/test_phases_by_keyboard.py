"""Every phase is finished by keyboard alone, on the real widgets."""

from __future__ import annotations

import pytest
from by_hand import F, Keyboard, settle, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from emg_session.decisions import DecisionKind
from emg_ui.frame.desk import whole_keys
from emg_ui.text.theme import DARK, Look


@pytest.fixture
def window(open_window, staged):
    opened = open_window(staged)
    opened.activateWindow()
    QApplication.processEvents()
    return opened


@pytest.fixture
def keys(qtbot, window):
    return Keyboard(qtbot, window)


def given(session):
    return [tick.point.id for tick in session.treatment.state.given]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_function_key_opens_each_phase(window, keys, number):
    keys.press(F[number])
    assert window.phase is window.desk.screens[number - 1]
    assert whole_keys(window.phase.keys) in words(window)


def test_the_decision_is_made_on_its_own_screen(window, keys, staged):
    staged.show(staged.locked())
    keys.press(F[3])
    text = words(window.desk.decide)
    assert "holds for" in text
    assert "healthy within ±27 %" in text
    keys.press(Qt.Key.Key_A)
    assert staged.treatment.state.decision.kind is DecisionKind.ACCEPTED


def test_the_sheet_is_ticked_with_time_and_works_without_a_board(window, keys, staged):
    staged.show(staged.lost())
    settle(window)
    keys.press(F[4])
    for _ in staged.treatment.state.plan.points:
        keys.press(Qt.Key.Key_Space)
    assert given(staged) == [p.id for p in staged.treatment.state.plan.points]
    assert "all points given" in words(window.desk.inject)
    notes = [body["point"]["id"] for kind, body in staged.events if kind == "given"]
    assert notes == given(staged)


def test_at_large_text_the_face_takes_the_place_of_the_sheet(open_window, staged, qtbot):
    window = open_window(staged, look=Look(DARK, 2.0))
    window.activateWindow()
    QApplication.processEvents()
    keys = Keyboard(qtbot, window)
    keys.press(F[4])
    inject = window.desk.inject
    assert not inject.face.isVisible()
    keys.press(Qt.Key.Key_F)
    assert inject.face.isVisible()
    assert not inject.sheet.isVisible()
    assert inject.face.height() > 250
    assert "left medial: 6 units, 0.03 mL" in words(inject)
    keys.press(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert given(staged) == ["left medial", "left lateral"]
    keys.press(Qt.Key.Key_F)
    assert inject.sheet.isVisible()
    assert not inject.face.isVisible()
    assert "Dysport, 40 units" in words(inject)


def test_a_tick_is_taken_back(window, keys, staged):
    keys.press(F[4], Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert given(staged) == []
    assert "6 of 6 points to give" in words(window.desk.inject)


def test_the_review_says_what_was_done(window, keys, staged):
    staged.show(staged.locked())
    keys.press(F[3], Qt.Key.Key_A, F[4], Qt.Key.Key_Space, F[5])
    page = window.desk.review.page.toPlainText()
    assert "SIMULATED" in page
    assert "a person accepted the suggestion" in page
    assert "    left medial: 6 units → 8 units" in page
    assert "version" not in page
    assert "left medial: 8 units, given at" in page
    assert "in all 8 units of 40 units" in page


def test_every_control_that_takes_the_keyboard_has_a_name(window, keys):
    for number in F:
        keys.press(F[number])
        for widget in window.phase.findChildren(object):
            if getattr(widget, "objectName", str)().startswith("qt_"):
                continue  # a part of a control that Qt makes for itself
            policy = getattr(widget, "focusPolicy", lambda: Qt.FocusPolicy.NoFocus)()
            if policy & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window):
                name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert name, (widget, widget.objectName(), widget.parent())
