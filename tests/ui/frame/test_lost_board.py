"""What the window does when its board is lost, when another answers, and what drivers say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from staging import changed

from emg_session.columns import ColumnRing
from emg_session.guide import Step
from emg_session.snapshot import LinkState
from emg_signal.phrase import say
from emg_ui.frame.window import Window
from emg_ui.text.acts import Act


def show(window: Window, snapshot) -> None:
    window.session.show(snapshot)
    window.show_snapshot(window.session.snapshot())
    settle(window)


def test_lost_has_a_button_a_key_and_enter_on_every_screen(staged, open_window) -> None:
    window = open_window(staged)
    show(window, staged.lost())
    for index in range(6):
        window.desk.show_phase(index)
        settle(window)
        bar = window.desk.messages
        assert bar.isVisible()
        assert "The board is lost" in bar.text
        before = staged.reconnects
        QTest.mouseClick(bar.buttons[Act.RECONNECT], Qt.MouseButton.LeftButton)
        QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        assert staged.reconnects == before + 2
    assert window.desk.notice.text() == "▲ Looking for the board."
    show(window, staged.live())
    assert not window.desk.messages.isVisible()
    window.board.reconnect()
    assert staged.reconnects == before + 2
    assert "No board is lost" in window.desk.notice.text()


@pytest.mark.parametrize("step", [Step.CONTACT, Step.TAP, Step.REFERENCE, Step.REPETITIONS])
def test_enter_on_a_lost_board_is_answered_and_looks_for_it(staged, open_window, step) -> None:
    window = open_window(staged)
    staged.guide.go(step)
    show(window, staged.lost())
    assert "Reconnect" in window.measure.card._buttons["onward"].text()
    QTest.keyClick(window.measure, Qt.Key.Key_Return)
    assert "nothing can be measured before it is back" in window.desk.notice.text()
    assert staged.reconnects == 1
    for key in (Qt.Key.Key_D, Qt.Key.Key_C):
        window.desk.notice.hide()
        QTest.keyClick(window.measure, key)
        settle(window)
        assert window.desk.notice.isVisible(), key
    assert staged.protocols == []
    assert staged.contacts == 0


def test_another_board_is_taken_by_a_button_alone(staged, open_window) -> None:
    window = open_window(staged)
    window.board.take_other_board()
    assert "No other board" in window.desk.notice.text()
    asked = replace(staged.lost(), link_text="Another board answers.", other_board="OpenBCI Cyton")
    show(window, asked)
    QTest.keyClick(window.measure, Qt.Key.Key_Return)
    assert staged.others_taken == 0
    button = window.desk.messages.buttons[Act.TAKE_OTHER]
    assert button.text() == "Go on with this board  [Ctrl+Shift+R]"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert staged.others_taken == 1


def test_a_stream_that_ended_with_its_board_is_not_looked_for(staged, open_window) -> None:
    window = open_window(staged)
    staged.ended.set()
    show(window, staged.lost())
    assert window.desk.messages.buttons == {}
    window.board.reconnect()
    assert staged.reconnects == 0
    assert "begin another visit" in window.desk.notice.text()


def test_what_the_driver_knows_is_told_until_it_is_read(staged, open_window) -> None:
    def slow(rate: float):
        return say("The board runs at {rate:.1f} Hz.", rate=rate)

    window = open_window(staged)
    bar = window.desk.messages
    show(window, changed(staged.live(), notes=(slow(246.0), "Channels have different gains.")))
    assert bar.text == "▲ The board runs at 246.0 Hz."
    assert "and 1 more" in bar._more.text()
    QTest.mouseClick(bar.read_button, Qt.MouseButton.LeftButton)
    show(window, changed(staged.live(), notes=(slow(245.9), "Channels have different gains.")))
    assert bar.text == "▲ Channels have different gains."
    window.looks.change_theme()
    settle(window)
    assert window.desk.messages.text == "▲ Channels have different gains.", "read is read"
    show(window, staged.live())
    show(window, changed(staged.live(), notes=(slow(240.0),)))
    assert window.desk.messages.text == "▲ The board runs at 240.0 Hz.", "it came again"


def test_what_became_of_a_loss_is_said(staged, open_window) -> None:
    window = open_window(staged)
    show(window, replace(staged.live(), news="The board is back after 3 s."))
    assert window.desk.messages.text == "◇ The board is back after 3 s."
    assert staged.snapshot().link is LinkState.LIVE


def test_a_wrong_rate_stays_told_and_nothing_is_begun(staged, open_window) -> None:
    window = open_window(staged)
    staged.guide.go(Step.REFERENCE)
    stopped = replace(staged.live(), stopped="The board runs at 260 Hz.", notes=("A note.",))
    show(window, stopped)
    bar = window.desk.messages
    assert bar.text == "■ The board runs at 260 Hz."
    assert not bar.read_button.isVisible()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_D, Qt.Key.Key_C):
        window.desk.notice.hide()
        QTest.keyClick(window.measure, key)
        settle(window)
        assert window.desk.notice.isVisible(), key
    assert staged.protocols == []


def test_lanes_of_another_board_are_drawn_anew(staged, open_window) -> None:
    window = open_window(staged)
    window.desk.show_phase(3)
    before = window.desk
    window.tick()
    assert window.desk is before
    staged.columns = ColumnRing(8, 125.0)
    window.tick()
    settle(window)
    assert window.desk is not before
    assert window.desk.index == 3, "where the person was"
    staged.columns.push(0, np.ones((8, 50)), np.ones((8, 50)), np.zeros((8, 50), np.uint8))
    window.desk.show_phase(1)
    assert window.measure.advance()
