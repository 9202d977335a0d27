"""A note is typed in Inject, at a point or of the visit: on record, in Review, and never a tick."""

from __future__ import annotations

import pytest
from by_hand import F, Keyboard, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from emg_dosing.tables import load_tables
from emg_session.no_board import NoBoardVisit
from emg_session.note import Note
from emg_session.stored_visit import read_visit
from emg_session.visit import VisitSetup

ENTER, ESCAPE, N = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_N


@pytest.fixture
def window(open_window, staged):
    opened = open_window(staged)
    opened.activateWindow()
    QApplication.processEvents()
    return opened


@pytest.fixture
def keys(qtbot, window):
    return Keyboard(qtbot, window)


def test_a_note_is_typed_goes_on_record_and_shows_in_review(window, keys, staged):
    keys.press(F[4], N)
    assert "Note at left medial:" in words(window.desk.inject)
    keys.type("bruise, pressed")
    keys.press(ENTER)
    keys.press(N, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert "Note of the visit:" in words(window.desk.inject)
    keys.type("felt faint, lay down")
    keys.press(ENTER)
    assert staged.treatment.state.given == ()
    bodies = [body for kind, body in staged.events if kind == "note"]
    assert [(b["point_id"], b["text"]) for b in bodies] == [
        ("left medial", "bruise, pressed"),
        ("", "felt faint, lay down"),
    ]
    keys.press(F[5])
    page = window.desk.review.page.toPlainText()
    assert "left medial: bruise, pressed" in page
    assert "the visit: felt faint, lay down" in page


def test_nothing_written_is_no_note_and_no_tick(window, keys, staged):
    keys.press(F[4], N, ENTER)
    keys.type("half a ")
    window.desk.inject.give()  # a pedal, or a click: what is being typed is not passed over
    keys.press(ESCAPE)
    assert (staged.treatment.state.written_notes, staged.treatment.state.given) == ((), ())
    assert window.desk.inject.note.isHidden()
    with pytest.raises(ValueError, match="says something"):
        Note("  ", "", "2026-01-02T03:04:05+00:00")


def test_notes_stand_there_after_a_resume(tmp_path):
    tables, path = load_tables(), tmp_path / "a.evenhand"
    note = Note("bruise", "", "2026-01-02T03:04:05+00:00")
    with NoBoardVisit(VisitSetup(tables=tables, record=path)) as visit:
        visit.treatment.write_down(note)
    assert read_visit(path).written_notes == (note,)
    with NoBoardVisit(VisitSetup(tables=tables), earlier=path) as again:
        assert again.treatment.state.written_notes == (note,)
