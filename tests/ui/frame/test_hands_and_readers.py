"""Gloved hands, feet and screen readers: every control is large, named and reached by Tab."""

from __future__ import annotations

from collections import Counter

import pytest
from by_hand import settle, words
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QWidget,
)

from emg_ui.text.theme import Look

LEAST_TARGET = 24
"""Pixels; WCAG 2.2, 2.5.8 asks for 24 by 24 CSS pixels."""


def controls(root):
    """Return every visible part that takes the keyboard."""
    inner = (QLineEdit, QAbstractSpinBox)
    return [
        part
        for part in root.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(part, QLineEdit) and isinstance(part.parentWidget(), inner))
    ]


def every_phase(window):
    for number in range(len(window.desk.screens)):
        window.desk.show_phase(number)
        settle(window)
        yield number


def test_every_control_has_a_name_for_screen_readers(open_window, staged):
    staged.show(staged.locked())
    window = open_window(staged)
    parts = [(n, part) for n in every_phase(window) for part in controls(window)]
    assert len(parts) > 50
    nameless = [
        f"{number}: {part}"
        for number, part in parts
        if not part.accessibleName() and not (isinstance(part, QAbstractButton) and part.text())
    ]
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_target_is_large_enough_for_a_glove(open_window, staged, scale):
    staged.show(staged.locked())
    window = open_window(staged, look=Look(scale=scale))
    small = [
        f"{number}: {part.accessibleName() or part} {part.size().toTuple()}"
        for number in every_phase(window)
        for part in controls(window)
        if min(part.width(), part.height()) < LEAST_TARGET * scale
        and not isinstance(part, QAbstractScrollArea)
    ]
    assert small == []


def test_tab_comes_to_every_control_of_a_screen_and_around(open_window, staged):
    staged.show(staged.locked())
    window = open_window(staged)
    window.activateWindow()
    for _ in every_phase(window):
        wanted = {
            id(part)
            for part in controls(window.phase)
            if part.isEnabled() and not isinstance(part, QAbstractItemView)
        }
        window.desk.phase_bar.findChildren(QAbstractButton)[0].setFocus()
        reached = set()
        for _ in range(150):
            window.focusNextChild()
            now = QApplication.focusWidget() or window.focusWidget()
            reached.add(id(now))
        missed = [p for p in controls(window.phase) if id(p) in wanted - reached]
        # Of buttons that exclude each other Tab comes to the one that is chosen.
        assert [
            p
            for p in missed
            if not (isinstance(p, QAbstractButton) and (p.group() or p.autoExclusive()))
        ] == []


def test_no_two_keys_of_a_screen_are_the_same(open_window, staged):
    window = open_window(staged)
    everywhere = [key for action in window.desk.actions() for key in action.shortcuts()]
    everywhere += [
        s.key() for s in window.desk.findChildren(QShortcut) if s.parent() is window.desk
    ]
    for number, screen in enumerate(window.desk.screens):
        here = [s.key() for s in screen.findChildren(QShortcut)]
        counts = Counter(key.toString() for key in (*everywhere, *here))
        assert [f"{number}: {key}" for key, n in counts.items() if n > 1] == []


def test_no_part_of_ours_waits_for_a_double_click(open_window, staged):
    window = open_window(staged)
    ours = [p for p in window.findChildren(QWidget) if type(p).__module__.startswith("emg_ui")]
    assert ours
    assert [p for p in ours if "mouseDoubleClickEvent" in vars(type(p))] == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_screen_says_that_nobody_is_measured(open_window, staged, scale):
    window = open_window(staged, look=Look(scale=scale))
    for _ in every_phase(window):
        assert window.desk.banner.isVisible()
        assert "SIMULATED" in words(window)
