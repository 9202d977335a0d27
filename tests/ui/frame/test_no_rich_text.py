"""Text from outside is shown as it is: no name, lot, board or reason is drawn as a page's code."""

from __future__ import annotations

from dataclasses import replace

import pytest
from by_hand import settle
from preparing import plan_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from staging import StagedSession, changed

from emg_session.decisions import Decision, DecisionKind
from emg_ui.text.theme import DARK, Look

CODE = "<b>x</b><img src='file:///y'>"


@pytest.fixture
def session():
    """Return a session in which whatever comes from outside looks like a page's code."""
    session = StagedSession()
    plan = plan_of(session)
    points = tuple(replace(point, id=f"{point.id} {CODE}") for point in plan.points)
    session.set_plan(replace(plan, points=points, lot=CODE, subject=CODE))
    session.locked()
    suggestion = session.treatment.state.suggestion
    session.decide(Decision(DecisionKind.REJECTED, CODE, suggestion.digest))
    session.show(
        changed(
            session.lost(), board=CODE, link_text=CODE, record_text=CODE, notes=(CODE,),
            calibration_text=CODE, other_board=CODE,
        )
    )  # fmt: skip
    return session


def drawn_as_code(window):
    """Return every widget that would draw words of its own as a page's code."""
    for part in window.findChildren(QWidget):
        if isinstance(part, QLabel) and part.textFormat() is not Qt.TextFormat.PlainText:
            if "<" in part.text():
                yield f"{part}: {part.text()}"
        elif isinstance(part, QTextEdit) and part.acceptRichText() and not part.isReadOnly():
            yield f"{part} takes what is pasted"
        if "<b>" in part.toolTip() or "<img" in part.toolTip():
            yield f"tip of {part}: {part.toolTip()}"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_from_outside_is_drawn_as_code(open_window, session, scale):
    window = open_window(session, look=Look(DARK, scale))
    seen = ""
    for phase in range(len(window.desk.screens)):
        window.desk.show_phase(phase)
        settle(window)
        assert list(drawn_as_code(window)) == []
        seen += "".join(part.text() for part in window.findChildren(QLabel) if part.isVisible())
    assert "<b>x</b>" in seen  # it was there to be drawn
    for number in range(len(window.phase.numbers(session.snapshot()))):
        window.pages.show_numbers().choose(number)
        assert list(drawn_as_code(window)) == []


def test_the_check_sees_a_label_that_draws_code(qapp):
    parent = QWidget()
    label = QLabel(CODE, parent)
    assert list(drawn_as_code(parent))
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert not list(drawn_as_code(parent))
    label.setToolTip(CODE)
    assert list(drawn_as_code(parent))
    parent.deleteLater()
