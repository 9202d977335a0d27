"""Nothing is decided but by its own key or a click, and nothing that was typed is thrown away."""

from __future__ import annotations

import pytest
from by_hand import F, Keyboard, doses, settle, show, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from emg_session.decisions import DecisionKind
from emg_ui.text.settings import Action
from emg_ui.text.theme import Look

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


class Clock:
    now_s = 50.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def window(open_window, staged, clock):
    opened = open_window(staged, now_s=clock)
    opened.activateWindow()
    QApplication.processEvents()
    show(opened, staged, staged.locked())
    return opened


@pytest.fixture
def keys(qtbot, window):
    keyboard = Keyboard(qtbot, window)
    keyboard.press(F[3])
    return keyboard


def decisions(staged):
    return [body["kind"] for kind, body in staged.events if kind == "decision"]


def answers_of(window):
    return window.desk.decide.suggestion.answers


def test_accept_while_an_edit_is_open_does_not_throw_the_typed_units_away(
    window, keys, clock, staged, qtbot
):
    clock.now_s += 5
    keys.press(Qt.Key.Key_E)
    keys.type("7")
    for button in (answers_of(window).accept_button, answers_of(window).reject_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not button.isEnabled()
    window.desk.decide.suggestion.reasons_area.setFocus()
    keys.press(Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_R)
    assert decisions(staged) == []
    window.desk.decide.take_focus()
    keys.type("7")
    keys.press(ENTER, ENTER)
    keys.type("seen")
    keys.press(ENTER)
    assert decisions(staged) == ["edited"]
    assert doses(staged)["left medial"] == 7.0


def test_the_keys_that_go_on_in_measure_answer_nothing(window, keys, clock, staged):
    clock.now_s += 5
    for key in (SPACE, ENTER, Qt.Key.Key_Enter) * 3:
        keys.press(key)
    assert decisions(staged) == []
    for _ in range(40):  # wherever Tab leads
        window.focusNextChild()
        if window.phase is window.desk.decide and window.desk.decide.isAncestorOf(
            QApplication.focusWidget()
        ):
            keys.press(SPACE, ENTER)
    assert decisions(staged) == []
    assert not answers_of(window).accept_button.isDefault()


def test_no_pedal_that_goes_on_in_measure_answers_in_decide(window):
    measure, decide = window.desk.measure, window.desk.decide
    going_on = {action for action, key in measure.pedals.items() if key == ENTER}
    answering = {action for action, key in decide.pedals.items() if key == Qt.Key.Key_A}
    assert answering == {Action.ACCEPT}
    assert not going_on & answering


def test_no_pedal_answers_while_a_reason_is_being_typed(window, keys, clock, staged, qtbot):
    window.set_settings(window.settings.changed(pedals={"PgDown": "next", "F9": "accept"}))
    QApplication.processEvents()
    clock.now_s += 5
    for phase in (F[2], F[3]):
        keys.press(phase)
        show(window, staged, staged.locked())
        clock.now_s += 5
        answers = window.phase.suggestion.answers
        qtbot.mouseClick(answers.reject_button, Qt.MouseButton.LeftButton)
        keys.type("why")
        keys.press(Qt.Key.Key_PageDown, Qt.Key.Key_F9)
        QApplication.processEvents()
        assert answers.reason.text() == "why"
        assert decisions(staged) == []
        keys.press(Qt.Key.Key_Escape)


def test_nothing_is_decided_in_the_first_second(window, keys, clock, staged):
    clock.now_s += 0.9
    keys.press(Qt.Key.Key_A)
    assert decisions(staged) == []
    assert "Not decided: read it for a second first." in words(window.desk.decide)
    clock.now_s += 1.0
    keys.press(Qt.Key.Key_A)
    assert decisions(staged) == ["accepted"]


def test_a_key_that_is_held_never_gets_through(window, clock, keys, staged):
    for _ in range(200):
        clock.now_s += 0.04
        keys.press(Qt.Key.Key_A)
    assert decisions(staged) == []


def test_the_second_begins_when_the_suggestion_is_seen(window, keys, clock, staged):
    keys.press(F[1])
    clock.now_s += 5
    keys.press(F[3], Qt.Key.Key_A)
    assert decisions(staged) == []


def test_an_answer_is_taken_back_by_key_and_by_click(window, keys, clock, staged, qtbot):
    card = window.desk.decide.suggestion
    plan = staged.treatment.state.plan
    for take_back in (
        lambda: keys.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier),
        lambda: qtbot.mouseClick(card.take_back_button, Qt.MouseButton.LeftButton),
    ):
        clock.now_s += 5
        keys.press(Qt.Key.Key_A)
        settle(window)
        assert staged.treatment.state.plan != plan
        assert card.take_back_button.isVisible()
        take_back()
        settle(window)
        assert staged.treatment.state.plan == plan
        assert staged.treatment.state.decision is None
        assert "Your answer was taken back; both are on record." in words(window.desk.decide)
        assert not card.take_back_button.isVisible()
    assert decisions(staged) == ["accepted", "accepted"]
    assert [kind for kind, _ in staged.events].count("decision taken back") == 2


def test_no_answer_is_taken_back_once_a_point_was_given(window, keys, clock, staged):
    clock.now_s += 5
    keys.press(Qt.Key.Key_A)
    plan = staged.treatment.state.plan
    staged.treatment.give(plan.points[0].id, at_utc="2026-03-02T09:40:00+00:00")
    settle(window)
    assert not window.desk.decide.suggestion.take_back_button.isVisible()
    keys.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert staged.treatment.state.plan is plan


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_key_answers_a_suggestion_that_cannot_be_seen(open_window, staged, clock, qtbot, scale):
    """Measure shows it at its last step alone, and at large text not at all."""
    opened = open_window(staged, look=Look(scale=scale), now_s=clock)
    opened.activateWindow()
    show(opened, staged, staged.locked())
    measure = opened.desk.measure
    while measure.suggestion.answers.isVisible():
        measure.act("back")
        settle(opened)
    clock.now_s += 5
    for key in (Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_R):
        qtbot.keyClick(measure, key)
    assert decisions(staged) == []
    assert not measure.suggestion.answers.is_open


@pytest.mark.parametrize("answer", [Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_E])
def test_after_an_answer_the_keyboard_stays_where_the_work_is(window, keys, clock, staged, answer):
    clock.now_s += 5
    keys.press(answer)
    if answer != Qt.Key.Key_A:
        keys.type("7" if answer == Qt.Key.Key_E else "seen")
    while answer != Qt.Key.Key_A and answers_of(window).is_open:
        clock.now_s += 5
        keys.press(ENTER)
        if QApplication.focusWidget() is answers_of(window).reason:
            keys.type("seen")
    settle(window)
    assert len(decisions(staged)) == 1
    assert window.desk.decide.isAncestorOf(QApplication.focusWidget())
    keys.press(SPACE)
    assert window.phase is window.desk.decide


def test_words_being_typed_never_become_commands_when_the_suggestion_goes(
    window, keys, clock, staged
):
    clock.now_s += 5
    keys.press(Qt.Key.Key_R)
    keys.type("brow ")
    plan = staged.treatment.state.plan
    staged.treatment.set_plan(plan.with_units({p.id: 6.0 for p in plan.points}))
    show(window, staged, staged.live())
    clock.now_s += 5
    keys.type("area e")
    assert answers_of(window).reason.text() == "brow area e"
    assert "no longer holds: Esc leaves it" in words(window.desk.decide)
    keys.press(ENTER)
    assert decisions(staged) == []
    assert "That suggestion no longer holds: nothing was decided." in words(window.desk.decide)


def test_an_open_edit_outlives_other_screens_and_news(window, keys, clock, staged):
    clock.now_s += 5
    keys.press(Qt.Key.Key_E)
    keys.type("7")
    keys.press(F[1], F[3])
    show(window, staged, staged.lost())
    keys.press(ENTER, ENTER)
    keys.type("seen")
    clock.now_s += 5
    keys.press(ENTER)
    assert staged.treatment.state.decisions[-1][1].kind is DecisionKind.EDITED
    assert doses(staged)["left medial"] == 7.0


def test_the_second_begins_anew_for_a_suggestion_that_says_the_same(window, keys, clock, staged):
    clock.now_s += 5
    keys.press(Qt.Key.Key_R)
    keys.type("seen")
    before = staged.treatment.state.suggestion
    show(window, staged, staged.locked())
    assert staged.treatment.state.suggestion is not before
    assert staged.treatment.state.suggestion == before
    clock.now_s += 0.5
    keys.press(ENTER)
    assert decisions(staged) == []
    clock.now_s += 1.0
    keys.press(ENTER)
    assert decisions(staged) == ["rejected"]
