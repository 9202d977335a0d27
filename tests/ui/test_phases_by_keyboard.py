"""Every phase is finished by keyboard alone, on the real widgets."""

from __future__ import annotations

import pytest
from conftest import settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from test_window_staged import words

from emg_dosing.examination import CONDITIONS, Examination
from emg_session.decisions import DecisionKind
from emg_ui.plan_table import read_units

F = {i: getattr(Qt.Key, f"Key_F{i}") for i in range(1, 6)}


class Keyboard:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot, window):
        self._qtbot, self._window = qtbot, window
        self.presses = 0

    def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            self._qtbot.keyClick(self._focus(), key, modifier)
            self.presses += 1
            QApplication.processEvents()

    def type(self, text):
        for letter in text:
            self._qtbot.keyClicks(self._focus(), letter)
            self.presses += 1
            QApplication.processEvents()

    def _focus(self):
        return QApplication.focusWidget() or self._window.focusWidget() or self._window


@pytest.fixture
def window(open_window, staged):
    opened = open_window(staged)
    opened.activateWindow()
    QApplication.processEvents()
    return opened


@pytest.fixture
def keys(qtbot, window):
    return Keyboard(qtbot, window)


def doses(session):
    return {p.id: p.dose.units for p in session.treatment.state.plan.points}


def given(session):
    return [tick.point.id for tick in session.treatment.state.given]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_function_key_opens_each_phase(window, keys, number):
    keys.press(F[number])
    assert window.phase is window.desk.screens[number - 1]
    assert window.phase.keys in words(window)


def test_units_are_typed_point_by_point(window, keys, staged):
    keys.press(F[1])
    keys.type("7")
    keys.press(Qt.Key.Key_Return)
    keys.type("6.5")
    keys.press(Qt.Key.Key_Return)
    assert doses(staged)["left medial"] == 7.0
    assert doses(staged)["left middle"] == 6.5
    assert staged.treatment.state.plan_version == 3
    assert window.desk.prepare.table.chosen == "left lateral"
    assert "left 19.5 U" in words(window.desk.prepare)


def test_what_is_no_amount_is_refused_and_said(window, keys, staged):
    keys.press(F[1])
    keys.type("7x")
    keys.press(Qt.Key.Key_Return)
    assert doses(staged)["left medial"] == 6.0
    assert "no amount" in words(window.desk.prepare)
    assert staged.treatment.state.plan_version == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6", 6.0),
        ("6,5", 6.5),
        ("6.5 U", 6.5),
        ("-6", None),
        ("nan", None),
        ("1e3", None),
        ("1_000", None),
        ("", None),
        ("1000", None),
        ("٣", None),
    ],
)
def test_only_plain_amounts_are_read(text, value):
    assert read_units(text) == value


def test_one_side_is_mirrored_and_undone(window, keys, staged):
    keys.press(F[1], Qt.Key.Key_M)
    assert doses(staged)["right medial"] == doses(staged)["left medial"] == 6.0
    assert float(staged.treatment.state.plan.units(side="right")) == 18.0
    keys.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert doses(staged)["right medial"] == 8.0


def test_a_point_is_removed_and_comes_back(window, keys, staged):
    keys.press(F[1], Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert "left middle" not in doses(staged)
    keys.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert list(doses(staged))[1] == "left middle"


def test_findings_follow_every_change(window, keys, staged):
    keys.press(F[1])
    before = words(window.desk.prepare.findings)
    assert "40 U" in before
    keys.type("16")
    keys.press(Qt.Key.Key_Return)
    settle(window)
    assert "50 U" in words(window.desk.prepare.findings)


def test_the_examination_is_answered_by_two_keys(window, keys, staged):
    keys.press(F[1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.desk.prepare.examination
    for _ in CONDITIONS:
        keys.press(Qt.Key.Key_N)
    examination = staged.treatment.state.examination
    assert all(examination.has(name) is False for name in CONDITIONS)
    settle(window)
    assert "synkinesis" not in words(window.desk.prepare.findings)


def test_a_question_that_was_not_asked_is_no_answer(window, keys, staged):
    keys.press(F[1], Qt.Key.Key_Tab, Qt.Key.Key_Y, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert staged.treatment.state.examination == Examination()


def test_a_condition_that_forbids_it_withdraws_the_suggestion(window, keys, staged):
    staged.show(staged.locked())
    assert staged.treatment.state.suggestion.changes
    keys.press(F[1], Qt.Key.Key_Tab)
    row = list(CONDITIONS).index("suspected_palsy")
    keys.press(*[Qt.Key.Key_Down] * row, Qt.Key.Key_Y)
    assert not staged.treatment.state.suggestion.changes


def test_the_decision_is_made_on_its_own_screen(window, keys, staged):
    staged.show(staged.locked())
    keys.press(F[3])
    text = words(window.desk.decide)
    assert "holds for" in text
    assert "healthy within ±27 %" in text
    assert "unverifiable" in text
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
    assert "plan version 2" in page
    assert "left medial: 8 U, given at" in page
    assert "in all 8 U of 40 U" in page


def test_a_returning_patient_takes_at_most_forty_presses(window, keys, staged):
    keys.press(F[1])
    keys.type("8")
    keys.press(Qt.Key.Key_Return)
    keys.type("8")
    keys.press(Qt.Key.Key_Return, Qt.Key.Key_M, Qt.Key.Key_Tab)
    for _ in CONDITIONS:
        keys.press(Qt.Key.Key_N)
    keys.press(F[4])
    for _ in staged.treatment.state.plan.points:
        keys.press(Qt.Key.Key_Space)
    assert keys.presses <= 40
    assert len(given(staged)) == 6
    assert float(staged.treatment.state.plan.units(side="right")) == 22.0


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
