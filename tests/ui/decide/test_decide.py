"""A suggestion is answered by a person, once, and leaves the screen as soon as it does not hold."""

from __future__ import annotations

import pytest
from by_hand import F, Keyboard, doses, settle, show, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from emg_dosing.suggestion import Status
from emg_session.decisions import Decision, DecisionKind


@pytest.fixture
def window(open_window, staged):
    opened = open_window(staged)
    opened.activateWindow()
    QApplication.processEvents()
    show(opened, staged, staged.locked())
    return opened


@pytest.fixture
def keys(qtbot, window):
    keyboard = Keyboard(qtbot, window)
    keyboard.press(F[3])
    return keyboard


def now(window, staged):
    """Show the treatment as it is now, as a session's snapshot does."""
    staged.treatment.refresh()
    show(window, staged, staged.live())
    return words(window.desk.decide)


def test_the_age_of_the_measurement_runs(window, keys, staged):
    assert "Locked 0 min 00 s ago, holds for 60 min 00 s more" in now(window, staged)
    staged.now_s += 65
    assert "Locked 1 min 05 s ago, holds for 58 min 55 s more" in now(window, staged)
    staged.now_s += 3000
    assert "▲ Locked 51 min 05 s ago" in now(window, staged)


def test_a_suggestion_that_became_too_old_is_no_number_any_more(window, keys, staged):
    assert "left medial: 6 units → 8 units" in now(window, staged)
    before = staged.treatment.state.suggestion
    staged.now_s += 3601
    text = now(window, staged)
    after = staged.treatment.state.suggestion
    assert (after.status, after.digest) == (Status.REFUSED, before.digest)
    assert "→" not in text
    assert "✗ The suggestion before was withdrawn: the measurement has become too old." in text
    assert "too old, it held for 60 min" in text
    assert not window.desk.decide.suggestion.answers.isVisible()


def test_an_answer_that_comes_too_late_decides_nothing(window, keys, staged):
    now(window, staged)
    staged.now_s += 3601  # nothing has looked at the clock since
    keys.press(Qt.Key.Key_A)
    settle(window)
    assert staged.treatment.state.decision is None
    assert staged.treatment.state.plan_version == 1
    assert "That suggestion no longer holds: nothing was decided." in words(window.desk.decide)
    assert [kind for kind, _ in staged.events].count("decision") == 0


def test_a_changed_plan_withdraws_the_suggestion_and_says_so(window, keys, staged):
    plan = staged.treatment.state.plan
    staged.treatment.set_plan(plan.with_units({p.id: 6.0 for p in plan.points}))
    text = now(window, staged)
    assert "✗ The suggestion before was withdrawn: the plan was changed." in text
    assert "left medial: 6 units → 8 units" not in text


def test_edited_units_follow_the_one_rule_and_are_echoed(window, keys, staged):
    keys.press(Qt.Key.Key_E)
    keys.type("1.234")
    assert "▲ no amount" in words(window.desk.decide)
    field = QApplication.focusWidget()
    keys.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    keys.type("half")
    keys.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field
    assert staged.treatment.state.decision is None
    field.clear()
    keys.type("7,5")
    assert "= 7.5 units" in words(window.desk.decide)
    keys.press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert staged.treatment.state.decisions[-1][1].kind is DecisionKind.EDITED
    assert doses(staged)["left medial"] == 7.5


def test_one_decision_is_recorded_however_often_it_is_sent(window, keys, staged):
    suggestion = staged.treatment.state.suggestion
    rejected = Decision(DecisionKind.REJECTED, "a real asymmetry", suggestion.digest)
    assert [staged.decide(rejected) for _ in range(1000)].count(True) == 1
    assert [kind for kind, _ in staged.events].count("decision") == 1
    assert staged.treatment.state.decisions == ((1, rejected),)


def test_a_fact_that_stands_twice_has_one_number(open_window, staged):
    window = open_window(staged)
    show(window, staged, staged.locked())
    window.desk.show_phase(2)
    settle(window)
    said = words(window.desk.decide)
    assert "left more active by 5.5 %" in said  # the reason of the rules
    assert "+5.5 % (+4.8 % to +6.3 %)" in said  # what it rests on
    assert "+6 %" not in said
