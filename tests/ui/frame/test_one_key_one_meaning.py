"""One key means one thing on one screen, wherever on it the cursor stands."""

from __future__ import annotations

from collections import defaultdict

import pytest
from by_hand import settle, words
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from emg_ui.widgets.chooser import Chooser

NAMES = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", *",.+-=?", "Backspace", "Del")
"""Letters and signs. Arrows, Tab, Enter, Space, Escape and digits mean on every screen: move, go
on, take or press what is chosen, leave, and type into what is chosen; what they may not do stands
in tests of its own."""
CONTROL = tuple(f"Ctrl+{letter}" for letter in "BDEFGHIJKLMNOPQRSTUVWXYZ")
"""Without Ctrl+A and Ctrl+C: Qt's own lists select and copy their own lines by them."""


class Receivers(QObject):
    """Notes who gets a key, in order: the last one is who takes it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched, event):  # noqa: N802
        if event.type() == QEvent.Type.KeyPress:
            self.seen.append(watched)
        return False


@pytest.fixture
def receivers(qapp):
    made = Receivers()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def targets(screen):
    """Return where the cursor can stand on a screen: where keys are no text."""
    parts = [screen, *screen.findChildren(QWidget)]
    return [
        part
        for part in parts
        if part.isVisible()
        and part.isEnabled()
        and (part is screen or part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and not isinstance(part, QLineEdit)
    ]


def shortcuts(window, screen):
    """Return key → everything of the window that listens for it while `screen` is shown."""
    found = defaultdict(list)
    desk = window.desk
    everywhere = [s for s in desk.findChildren(QShortcut) if s.parent() is desk]
    for shortcut in (*everywhere, *screen.findChildren(QShortcut)):
        found[shortcut.key().toString()].append(f"shortcut of {shortcut.parent()}")
    for action in desk.actions():
        for key in action.shortcuts():
            found[key.toString()].append(f"menu: {action.text()}")
    return found


def taker(receivers, target, name):
    """Press a key at `target`, past all shortcuts; return who took it, None if nobody did."""
    keys = QKeySequence(name)[0]
    text = "" if "+" in name[1:] or len(name) > 1 else name.lower()
    event = QKeyEvent(QEvent.Type.KeyPress, keys.key(), keys.keyboardModifiers(), text)
    receivers.seen = []
    QApplication.sendEvent(target, event)
    return receivers.seen[-1] if event.isAccepted() and receivers.seen else None


def close_questions(window):
    for chooser in window.findChildren(Chooser):
        if chooser.isVisible():
            chooser.leave()


@pytest.mark.parametrize("number", range(6))
def test_no_key_means_two_things_on_one_screen(open_window, staged, receivers, number):
    staged.show(staged.locked())
    window = open_window(staged)
    window.activateWindow()
    window.desk.show_phase(number)
    settle(window)
    plan = staged.treatment.state.plan
    listening = shortcuts(window, window.phase)
    owners = defaultdict(set)
    for name, who in listening.items():
        owners[name] |= set(who)
    for name in (*NAMES, *CONTROL):
        for target in targets(window.phase):
            if name in listening:
                continue  # the shortcut is asked first, wherever the cursor stands
            took = taker(receivers, target, name)
            if took is not None:
                owners[name].add(str(took))
            close_questions(window)
            if staged.treatment.state.plan is not plan:
                staged.treatment.set_plan(plan)
                settle(window)
    twice = {name: who for name, who in owners.items() if len(who) > 1}
    assert twice == {}
    assert owners, "nothing listens: this test looks at nothing"


def test_no_widget_hears_a_key_that_a_shortcut_takes_from_it(open_window, staged, receivers):
    """What a shortcut of the screen takes is no key of a part of it."""
    staged.show(staged.locked())
    window = open_window(staged)
    for number in range(6):
        window.desk.show_phase(number)
        settle(window)
        ours = [t for t in targets(window.phase) if type(t).__module__.startswith("emg_ui")]
        for name in shortcuts(window, window.phase):
            if name not in (*NAMES, *CONTROL):
                continue
            taken = [t for t in ours if taker(receivers, t, name) is not None]
            close_questions(window)
            assert taken == [], (number, name)


def test_a_answers_no_question_of_the_examination(open_window, staged, qtbot):
    """`A` adds a point; it once answered every open contraindication with no."""
    window = open_window(staged)
    window.activateWindow()
    window.desk.show_phase(0)
    examination = window.desk.prepare.examination
    before = staged.treatment.state.examination
    for key in (Qt.Key.Key_A, Qt.Key.Key_R):
        examination.setFocus()
        qtbot.keyClick(examination, key)
        close_questions(window)
    assert staged.treatment.state.examination == before
    qtbot.keyClick(examination, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert staged.treatment.state.examination.has("hypersensitivity") is False


def test_n_answers_no_and_begins_no_plan(open_window, staged, qtbot):
    window = open_window(staged)
    window.activateWindow()
    window.desk.show_phase(0)
    prepare = window.desk.prepare
    for part in (prepare.table, prepare.face):
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_N)
        assert not prepare.chooser.isVisible()
    qtbot.keyClick(prepare.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert prepare.chooser.isVisible()
    assert "earlier visit" in words(prepare) or "label" in words(prepare)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Backspace])
def test_in_inject_the_keys_of_the_needle_have_one_owner(open_window, staged, receivers, key):
    window = open_window(staged)
    window.desk.show_phase(3)
    settle(window)
    name = QKeySequence(key).toString()
    took = {str(taker(receivers, target, name)) for target in targets(window.phase)}
    assert len(took - {"None"}) == 1


def test_a_question_over_a_dose_that_is_being_typed_gives_the_keyboard_to_the_table(
    open_window, staged, qtbot
):
    """The program ended here: the editor that had the keyboard was gone."""
    window = open_window(staged)
    window.activateWindow()
    window.desk.show_phase(0)
    settle(window)
    prepare = window.desk.prepare
    for _ in range(3):
        qtbot.keyClick(prepare.table, Qt.Key.Key_4)
        qtbot.mouseClick(prepare.page.bar.buttons["A"], Qt.MouseButton.LeftButton)
        assert prepare.chooser.isVisible()
        settle(window)
        qtbot.keyClick(prepare.chooser.field, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is prepare.table


def test_space_goes_on_nowhere_in_measure(open_window, staged, qtbot):
    window = open_window(staged)
    window.activateWindow()
    before = staged.guide.state
    for _ in range(3):
        qtbot.keyClick(window.desk.measure, Qt.Key.Key_Space)
    assert staged.guide.state == before
    assert window.phase is window.desk.measure


def test_focus_goes_to_no_button_of_the_frame_when_what_had_it_is_gone(open_window, staged):
    staged.show(staged.locked())
    window = open_window(staged)
    window.activateWindow()
    QApplication.processEvents()
    bar = window.desk.phase_bar
    for number in range(6):
        window.desk.show_phase(number)
        settle(window)
        for part in targets(window.phase):
            if part is window.phase or not part.isVisible():
                continue
            window.phase.take_focus()
            if part.hasFocus():
                continue  # where the phase begins is always there
            part.setFocus()
            if part.hasFocus():
                part.hide()
                now = QApplication.focusWidget()
                part.show()
                assert now is None or not bar.isAncestorOf(now), (number, part)
