"""A point is ticked by a press of its own: never by a key or pedal that is held, never in haste."""

from __future__ import annotations

import pytest
from by_hand import F, Keyboard, words
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from emg_ui.inject.inject_screen import BETWEEN_TICKS_S
from emg_ui.text.theme import Look
from emg_ui.widgets.held_keys import HeldKeys

SPACE = Qt.Key.Key_Space
REPEAT_DELAY_S, REPEAT_S = 0.66, 0.04
"""As X servers begin them: 660 ms, then 25 a second."""


class Clock:
    now_s = 50.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def window(open_window, staged, clock, qtbot):
    opened = open_window(staged, now_s=clock)
    opened.activateWindow()
    QApplication.processEvents()
    Keyboard(qtbot, opened).press(F[4])
    return opened


def given(staged):
    return [tick.point.id for tick in staged.treatment.state.given]


def hold(qtbot, window, clock, key, seconds):
    """Hold a key as an X server whose repeats Qt takes for fresh presses."""
    handle = window.windowHandle()
    qtbot.keyPress(handle, key)
    end_s = clock.now_s + seconds
    clock.now_s += REPEAT_DELAY_S
    while clock.now_s < end_s:
        qtbot.keyRelease(handle, key)
        qtbot.keyPress(handle, key)
        clock.now_s += REPEAT_S
    qtbot.keyRelease(handle, key)


@pytest.mark.parametrize("key", [SPACE, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_held_for_four_seconds_ticks_once(window, clock, staged, qtbot, key):
    hold(qtbot, window, clock, key, 4.0)
    assert len(given(staged)) == 1
    clock.now_s += 1
    qtbot.keyClick(window.windowHandle(), key)
    assert len(given(staged)) == 2


@pytest.mark.parametrize("pedal", ["PgDown", "B", "F9"])
def test_a_pedal_held_for_four_seconds_ticks_once(window, clock, staged, qtbot, pedal):
    window.set_settings(window.settings.changed(pedals={pedal: "given"}))
    key = {"PgDown": Qt.Key.Key_PageDown, "B": Qt.Key.Key_B, "F9": Qt.Key.Key_F9}[pedal]
    window.desk.show_phase(3)
    hold(qtbot, window, clock, key, 4.0)
    QApplication.processEvents()
    assert len(given(staged)) == 1
    clock.now_s += 1
    qtbot.keyClick(window.windowHandle(), key)
    QApplication.processEvents()
    assert len(given(staged)) == 2


def test_ticks_keep_apart_however_they_come(window, clock, staged, qtbot):
    keys, inject = Keyboard(qtbot, window), window.desk.inject
    pressing = (
        lambda: keys.press(SPACE),
        lambda: qtbot.mouseClick(inject.give_button, Qt.MouseButton.LeftButton),
        lambda: keys.press(Qt.Key.Key_Return),
    )
    for n, press in enumerate(pressing):
        clock.now_s += BETWEEN_TICKS_S + 0.01
        press()
        assert len(given(staged)) == n + 1
        clock.now_s += BETWEEN_TICKS_S - 0.01
        for other in pressing:
            other()
        assert len(given(staged)) == n + 1
        assert "Not ticked: too soon after the press before." in words(inject)


def test_the_enter_that_ends_the_lot_ticks_nothing(window, clock, staged, qtbot):
    plan = staged.treatment.state.plan
    staged.treatment.set_plan(plan.__class__(plan.product_id, plan.points, vial=plan.vial))
    window.show_snapshot(staged.snapshot())
    clock.now_s += 1
    keys = Keyboard(qtbot, window)
    keys.press(SPACE)
    keys.type("C1")
    clock.now_s += 1
    keys.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert given(staged) == []
    clock.now_s += 1
    keys.press(Qt.Key.Key_Return)
    assert len(given(staged)) == 1


def test_given_passes_over_no_dose_that_is_being_typed(window, clock, staged, qtbot):
    keys, inject = Keyboard(qtbot, window), window.desk.inject
    clock.now_s += 1
    keys.press(Qt.Key.Key_U)
    keys.type("5")
    clock.now_s += 1
    qtbot.mouseClick(inject.give_button, Qt.MouseButton.LeftButton)
    assert given(staged) == []
    assert QApplication.focusWidget() is inject.dose.field
    clock.now_s += 1
    keys.press(Qt.Key.Key_Return)
    assert [tick.dose.units for tick in staged.treatment.state.given] == [5.0]


def test_text_goes_on_repeating_where_a_key_is_held(window, clock, staged, qtbot):
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    hold(qtbot, window, clock, Qt.Key.Key_X, 1.0)
    assert len(field.text()) > 5


def test_enter_that_is_held_answers_no_question_that_it_opened_again(window, clock, staged, qtbot):
    keys = Keyboard(qtbot, window)
    keys.press(Qt.Key.Key_U)
    keys.type("5")
    keys.press(F[5], F[4])
    clock.now_s += 1
    hold(qtbot, window, clock, Qt.Key.Key_Return, 2.0)
    assert given(staged) == []
    clock.now_s += 1
    keys.press(Qt.Key.Key_Return)
    assert [tick.dose.units for tick in staged.treatment.state.given] == [5.0]


def test_the_time_of_an_event_counts_not_when_it_was_read(window):
    """Many presses that a busy program reads at once were made one after the other."""
    held = HeldKeys(window.windowHandle())

    def is_repeat(kind, at_ms):
        event = QKeyEvent(kind, SPACE, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(at_ms)
        return held.eventFilter(window.windowHandle(), event)

    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    said = [
        is_repeat(kind, at_ms)
        for kind, at_ms in (
            (press, 1000), (release, 1080), (press, 1200), (release, 1660), (press, 1660),
            (release, 1700), (press, 1701), (release, 1900), (press, 1960),
        )
    ]  # fmt: skip
    assert said == [False, False, False, False, True, False, True, False, False]


def test_a_press_on_the_face_chooses_a_point_and_ticks_none(window, staged, qtbot):
    face = window.desk.inject.face
    point = staged.treatment.state.plan.points[4]
    for _ in range(2):
        qtbot.mouseClick(face, Qt.MouseButton.LeftButton, pos=face.place_of(point).toPoint())
    assert given(staged) == []
    qtbot.mousePress(face, Qt.MouseButton.LeftButton, pos=face.place_of(point).toPoint())
    qtbot.mouseMove(face, face.place_of(point).toPoint() + QPoint(9, 30))
    qtbot.mouseRelease(face, Qt.MouseButton.LeftButton)
    assert point in staged.treatment.state.plan.points  # and moves none
    qtbot.keyClick(window.windowHandle(), SPACE)
    assert given(staged) == [point.id]


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768)])
def test_at_text_of_200_percent_two_rows_stand_whole(open_window, staged, qtbot, size):
    window = open_window(staged, Look(scale=2.0), size)
    window.activateWindow()
    Keyboard(qtbot, window).press(F[4])
    sheet = window.desk.inject.sheet
    rows = [sheet.visualItemRect(sheet.item(row, 0)) for row in range(sheet.rowCount())]
    assert len(rows) > 2
    whole = [rect for rect in rows if sheet.viewport().rect().contains(rect)]
    assert len(whole) >= 2
