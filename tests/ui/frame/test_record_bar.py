"""A record that cannot be relied on is said on every screen, and the visit goes on elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from by_hand import F, Keyboard, cut_off, settle, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[2] / "session"))
from slow_visit import PLAN, SlowVisit

from emg_session.stored import read_verified
from emg_session.stored_visit import read_visit
from emg_signal.errors import EmgError
from emg_ui.frame.record_place import place_question, read_place
from emg_ui.text.theme import DARK, LIGHT, Look

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return
TOLD_S, BUSY_S = 1.0, 1.5
"""The promise, and what the wall clock of a shared machine may add."""


@pytest.fixture
def visit(tmp_path):
    made = SlowVisit(tmp_path / "kept" / "a.evenhand")
    made.start()
    yield made
    made.disk.error = None
    made.disk.answer()
    made.stop()


def until(window, true, within_s=20.0):
    """Let the window live until something is true; return how long it took."""
    began_s = time.monotonic()
    while not true():
        assert time.monotonic() - began_s < within_s
        QApplication.processEvents()
        time.sleep(0.01)
    return time.monotonic() - began_s


def ticks_shown(window):
    sheet = window.desk.inject.sheet
    return [row for row in range(sheet.rowCount()) if sheet.item(row, 0).text() == "✓"]


@pytest.mark.hazard("H-record-lost")
def test_a_folder_that_goes_is_told_on_every_screen_within_a_second(open_window, visit, qtbot):
    window = open_window(visit)
    bar = window.desk.record_bar
    assert bar.isHidden()
    window.pages.show_numbers()
    shutil.rmtree(visit.record_path.parent)
    took_s = until(window, bar.isVisible)
    assert took_s <= TOLD_S + BUSY_S
    assert window.pages.overlay is None  # it lay over the bar
    for index in range(6):
        window.desk.show_phase(index)
        settle(window)
        assert bar.isVisible()
        assert "no longer there" in words(bar)
        assert "Choose another place" in bar.button.text()
        assert "NOT RECORDED" in words(window)
    window.visits.choose_person()
    assert bar.isVisible()


@pytest.mark.real_time
@pytest.mark.hazard("H-record-lost")
def test_a_tick_on_a_disk_that_hangs_never_stops_the_window_and_is_never_shown(
    open_window, visit, qtbot
):
    window = open_window(visit)
    keyboard = Keyboard(qtbot, window)
    keyboard.press(F[4])
    keyboard.press(SPACE)
    until(window, lambda: ticks_shown(window) == [0])
    visit.disk.hang()
    began_s = time.monotonic()
    keyboard.press(SPACE)
    assert time.monotonic() - began_s < 0.1 + BUSY_S
    assert window.desk.inject.sheet.item(1, 0).text() == "…"
    assert window.desk.inject.sheet.item(1, 4).text() == "being written"
    longest_s = 0.0
    while "NOT on record" not in words(window.desk.inject):
        turn_s = time.monotonic()
        QApplication.processEvents()
        longest_s = max(longest_s, time.monotonic() - turn_s)
        assert time.monotonic() - began_s < TOLD_S + BUSY_S
    assert longest_s < 0.1 + BUSY_S
    assert ticks_shown(window) == [0]
    until(window, window.desk.record_bar.isVisible)
    visit.disk.answer()
    until(window, lambda: visit.record_failure is not None)
    assert [t.point.id for t in read_visit(visit.record_path).given] == [PLAN.points[0].id]


@pytest.mark.hazard("H-record-lost")
def test_the_visit_goes_on_in_the_place_that_is_typed(open_window, visit, qtbot, tmp_path):
    window = open_window(visit)
    keyboard = Keyboard(qtbot, window)
    keyboard.press(F[4])
    keyboard.press(SPACE)
    until(window, lambda: ticks_shown(window) == [0])
    shutil.rmtree(visit.record_path.parent)
    until(window, window.desk.record_bar.isVisible)
    keyboard.press(SPACE)
    until(window, lambda: "NOT on record" in words(window.desk.inject))
    assert ticks_shown(window) == [0]
    qtbot.mouseClick(window.desk.record_bar.button, Qt.MouseButton.LeftButton)
    chooser = window.desk.chooser
    assert chooser.isVisible()
    qtbot.keyClicks(chooser.field, str(tmp_path / "stick"))
    qtbot.keyClick(chooser.field, ENTER)
    until(window, window.desk.record_bar.isHidden)
    assert visit.record_path.parent == tmp_path / "stick"
    settle(window)
    assert f"The record goes on in {visit.record_path}" in words(window)
    window.desk.inject.take_focus()
    keyboard.press(SPACE)
    until(window, lambda: ticks_shown(window) == [0, 1])
    visit.stop()
    assert read_verified(visit.record_path).sealed
    given = [tick.point.id for tick in read_visit(visit.record_path).given]
    assert given == [point.id for point in PLAN.points[:2]]


@pytest.mark.parametrize(
    "look", [Look(DARK), Look(LIGHT), Look(DARK, 2.0)], ids=["dark", "light", "200 %"]
)
def test_the_bar_is_readable_in_every_look(open_window, staged, look):
    window = open_window(staged, look)
    text = "Recording stopped. /media/stick/20260302T090000Z-1f2e3d4c.evenhand is no longer there."
    staged.show(staged.live(record_text=text))
    for index in (0, 2, 3):
        window.desk.show_phase(index)
        settle(window)
        assert list(cut_off(window.desk.record_bar)) == []
        assert text in words(window.desk.record_bar)


def test_a_place_is_asked_for_without_touching_a_disk(tmp_path):
    asked = []
    question = place_question(tmp_path / "gone" / "a.evenhand", "2026-03-02T12:00:00+00:00",
                              asked.append)  # fmt: skip
    assert question.choices[-1].value.parent == tmp_path / "gone"
    for choice in question.choices:
        assert choice.value.name.startswith("20260302T120000Z-")
    assert not (tmp_path / "gone").exists()
    assert read_place(str(tmp_path), "2026-03-02T12:00:00+00:00").value.parent == tmp_path
    assert read_place("/x/b.evenhand", "2026-03-02T12:00:00+00:00").value == Path("/x/b.evenhand")
    for wrong in (" ", "a\0b"):
        with pytest.raises(EmgError, match="names no place"):
            read_place(wrong, "2026-03-02T12:00:00+00:00")


def test_a_visit_that_is_not_recorded_says_so(open_window, staged):
    window = open_window(staged)
    window.visits.choose_place()
    assert "not recorded" in words(window)


def test_a_dose_as_given_is_typed_at_the_tick_and_shows_on_sheet_review_and_record(
    open_window, visit, qtbot
):
    window = open_window(visit)
    keyboard = Keyboard(qtbot, window)
    keyboard.press(F[4])
    keyboard.press(Qt.Key.Key_U)
    inject = window.desk.inject
    assert inject.dose.isVisible()
    qtbot.keyClicks(inject.dose.field, "five")
    qtbot.keyClick(inject.dose.field, ENTER)
    assert inject.dose.isVisible()  # no amount: nothing was ticked
    inject.dose.field.clear()
    qtbot.keyClicks(inject.dose.field, "5.5")
    assert "= 5.5 units, planned: 6 units" in words(inject.dose)
    qtbot.keyClick(inject.dose.field, ENTER)
    until(window, lambda: ticks_shown(window) == [0])
    tick = visit.treatment.state.given[0]
    at = f"{datetime.fromisoformat(tick.at_utc).astimezone():%H:%M}"
    assert inject.sheet.item(0, 4).text() == f"▲ {at}, 5.5 units given"
    keyboard.press(F[5])
    settle(window)
    review = window.desk.review.page.toPlainText()
    assert "5.5 units, given at" in review
    assert "planned were 6 units" in review
    visit.stop()
    kept = read_visit(visit.record_path).given[0]
    assert (kept.dose.units, kept.point.dose.units) == (5.5, 6.0)


def test_escape_leaves_the_point_as_it_was(open_window, visit, qtbot):
    window = open_window(visit)
    keyboard = Keyboard(qtbot, window)
    keyboard.press(F[4])
    keyboard.press(Qt.Key.Key_U)
    qtbot.keyClicks(window.desk.inject.dose.field, "5")
    qtbot.keyClick(window.desk.inject.dose.field, Qt.Key.Key_Escape)
    assert window.desk.inject.dose.isHidden()
    assert visit.treatment.state.given == ()
