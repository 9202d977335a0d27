"""How many words a person sees at once: each screen is drawn, and what was drawn is counted."""

from __future__ import annotations

import html
import re

import pytest
from by_hand import F, Keyboard, settle, show, words
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from emg_dosing.examination import Examination

MEASURE, DECIDE = 1, 2
BUDGETS = {MEASURE: 120, DECIDE: 120}
"""Most words that a person should have to pass over while somebody sits before them."""


def drawn_words(screen):
    """Return the words that a screen draws: of labels, of buttons and of what paints itself."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(screen.size())
    paper.setViewBox(screen.rect())
    screen.render(paper)
    drawing = bytes(buffer.data().data()).decode()
    texts = [html.unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", drawing)]
    return [word for text in texts for word in text.split() if re.search(r"[^\W\d_]{2}", word)]


@pytest.fixture
def window(open_window, staged):
    staged.treatment.set_examination(Examination.nothing_found())
    opened = open_window(staged)
    opened.activateWindow()
    QApplication.processEvents()
    show(opened, staged, staged.locked())
    return opened


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
@pytest.mark.parametrize("phase", BUDGETS)
def test_no_screen_says_more_than_its_budget(window, phase, size):
    window.resize(*size)
    window.desk.show_phase(phase)
    settle(window)
    said = drawn_words(window.desk.phase)
    assert 20 < len(said) <= BUDGETS[phase], " ".join(said)


def test_what_is_counted_is_what_is_seen(window):
    """The counter sees a label, a button and the face's own paint, and nothing that is folded."""
    window.desk.show_phase(DECIDE)
    settle(window)
    said = " ".join(drawn_words(window.desk.phase))
    for part in ("Even out the sides", "Accept", "Patient's RIGHT"):
        assert part in said
    assert "Thinner fat" not in said


def test_why_unfolds_what_stands_behind_and_folds_it_again(window, qtbot):
    keys = Keyboard(qtbot, window)
    keys.press(F[3])
    brief = words(window.desk.decide)
    assert "Why this may be wrong" not in brief
    keys.press(Qt.Key.Key_W)
    full = words(window.desk.decide)
    for part in ("Why this may be wrong", "What it rests on", "S55", "0.03 mL → 0.04 mL"):
        assert part in full
    keys.press(Qt.Key.Key_W)
    assert words(window.desk.decide) == brief


def test_the_face_shows_what_is_suggested_and_then_what_was_decided(window, qtbot, staged):
    keys = Keyboard(qtbot, window)
    keys.press(F[3])
    suggested = window.desk.decide.face.accessibleDescription()
    assert "6 → 8 units" in suggested
    assert "8 → 6 units" in suggested
    assert "R\xa022\xa0|\xa0L\xa018 → R\xa020\xa0|\xa0L\xa020" in words(window.desk.decide)
    keys.press(Qt.Key.Key_A)
    show(window, staged, staged.live())
    assert staged.treatment.state.decision is not None
    assert window.desk.decide.face.accessibleDescription() == suggested
    keys.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    show(window, staged, staged.live())
    assert window.desk.decide.face.accessibleDescription() == suggested
