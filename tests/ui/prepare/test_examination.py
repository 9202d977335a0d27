"""The examination: what was not asked is no answer, and toxin is known by region."""

from __future__ import annotations

import pytest
from by_hand import F, Keyboard, settle, words
from preparing import CONTROL, ENTER, TAB, opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from emg_dosing.examination import ADVERSE, CONDITIONS, LATER, Examination
from emg_dosing.rows import RegionRow


@pytest.fixture
def window(open_window, staged):
    return opened(open_window, staged)


@pytest.fixture
def keys(qtbot, window):
    return Keyboard(qtbot, window)


def test_nothing_found_takes_one_key_and_leaves_exceptions_age_and_toxin(window, keys, staged):
    keys.press(F[1], TAB)
    assert QApplication.focusWidget() is window.desk.prepare.examination
    keys.press(Qt.Key.Key_End, modifier=CONTROL)
    keys.press(Qt.Key.Key_N)  # of the history, of which "nothing found" says nothing
    assert staged.treatment.state.examination.hemifacial_spasm is False
    keys.press(Qt.Key.Key_Up, Qt.Key.Key_Y)
    keys.press(Qt.Key.Key_E, modifier=CONTROL)
    examination = staged.treatment.state.examination
    assert examination.present == (list(CONDITIONS)[-1],)
    assert examination.not_asked == ("age", "last toxin")
    keys.press(Qt.Key.Key_Home, modifier=CONTROL)
    keys.type("44")
    keys.press(ENTER)
    keys.type("91")
    keys.press(ENTER, ENTER)
    examination = staged.treatment.state.examination
    assert not examination.not_asked
    assert examination.age_years == 44
    settle(window)
    assert "synkinesis" not in words(window.desk.prepare.findings)
    assert "91 days ago" in words(window.desk.prepare.findings)


def test_a_question_that_was_not_asked_is_no_answer(window, keys, staged):
    keys.press(F[1], TAB, *[Qt.Key.Key_Down] * 2, Qt.Key.Key_Y, Qt.Key.Key_Up)
    assert staged.treatment.state.examination.hypersensitivity is True
    keys.press(Qt.Key.Key_Backspace)
    assert staged.treatment.state.examination == Examination()


def test_a_condition_that_forbids_it_withdraws_the_suggestion(window, keys, staged):
    staged.show(staged.locked())
    assert staged.treatment.state.suggestion.changes
    keys.press(F[1], Qt.Key.Key_Tab)
    row = 2 + list(CONDITIONS).index("suspected_palsy")
    keys.press(*[Qt.Key.Key_Down] * row, Qt.Key.Key_Y)
    assert not staged.treatment.state.suggestion.changes


def test_toxin_is_known_by_region(window, keys, staged):
    keys.press(F[1], TAB, Qt.Key.Key_Down)
    for days, region in (("30", "glab"), ("200", "fore")):
        keys.type(days)
        keys.press(ENTER)
        keys.type(region)
        keys.press(ENTER, Qt.Key.Key_Up)
    assert staged.treatment.state.examination.toxin_days == {"glabella": 30, "forehead": 200}
    row = window.desk.prepare.examination.item(1, 1).text()
    assert row.splitlines() == ["● glabella: 30 days ago", "forehead: 200 days ago"]


def test_toxin_anywhere_counts_for_every_region(window, keys, staged):
    keys.press(F[1], TAB, Qt.Key.Key_Down)
    keys.type("60")
    keys.press(ENTER, ENTER)
    days = staged.treatment.state.examination.toxin_days
    assert set(days) == {region.id for region in staged.tables.all(RegionRow)}
    assert set(days.values()) == {60}
    assert window.desk.prepare.examination.item(1, 1).text() == "● 60 days ago"


def test_which_and_where_are_asked_after_a_yes_and_left_open_count_as_the_heaviest(
    window, keys, staged
):
    table = window.desk.prepare.examination
    keys.press(F[1], TAB)
    for condition, typed in (("neuromuscular_disease", "amyo"), ("altered_anatomy", "chin")):
        table.setCurrentCell(2 + list(CONDITIONS).index(condition), 1)
        keys.press(Qt.Key.Key_Y)
        keys.type(typed)
        keys.press(ENTER)
    details = staged.treatment.state.examination.details
    assert details == {"neuromuscular_disease": "als", "altered_anatomy": "mentalis"}
    assert (
        "amyotrophic" in table.item(2 + list(CONDITIONS).index("neuromuscular_disease"), 1).text()
    )
    table.setCurrentCell(2 + list(CONDITIONS).index("altered_anatomy"), 1)
    keys.press(Qt.Key.Key_N)
    assert "altered_anatomy" not in staged.treatment.state.examination.details
    table.setCurrentCell(2 + list(CONDITIONS).index("infection_at_site"), 1)
    keys.press(Qt.Key.Key_Y, Qt.Key.Key_Escape)
    examination = staged.treatment.state.examination
    assert examination.infection_at_site is True
    assert "infection_at_site" not in examination.details


def test_a_later_visit_begins_with_what_happened_since_the_injection(window, keys, staged):
    staged.treatment.know_toxin({"forehead": 14})
    window.desk.show_phase(0)
    table = window.desk.prepare.examination
    assert QApplication.focusWidget() is table
    assert [table.item(row, 0).text() for row in range(6)] == [
        f"since the injection: {question}" for question in ADVERSE.values()
    ]
    keys.press(Qt.Key.Key_E, modifier=CONTROL)  # "nothing found in the rest" answers none of them
    assert len(staged.treatment.state.examination.adverse_open) == 6
    keys.press(*[Qt.Key.Key_N] * 5, Qt.Key.Key_Y)
    examination = staged.treatment.state.examination
    assert examination.adverse_present == ("since_elsewhere",)
    settle(window)
    assert "keep vial and lot" in words(window.desk.prepare.findings)


def test_what_a_report_asks_for_is_asked_after_a_yes_recorded_and_shown(window, keys, staged):
    staged.treatment.know_toxin({"forehead": 14})
    window.desk.show_phase(0)
    keys.press(*[Qt.Key.Key_N] * 4, Qt.Key.Key_Y)
    chooser = window.desk.prepare.chooser
    assert "trouble breathing: since when?" in words(chooser)
    keys.press(ENTER)  # blank is no answer
    assert chooser.isVisible()
    for typed in ("third day", "mild", "not yet"):
        keys.type(typed)
        keys.press(ENTER)
    assert not chooser.isVisible()
    assert staged.treatment.state.examination.details == {
        "since_breathing.onset": "third day",
        "since_breathing.seriousness": "mild",
        "since_breathing.reported": "not yet",
    }
    settle(window)
    recorded = "since when: third day. how serious: mild. reported to: not yet."
    assert recorded in words(window.desk.prepare.findings)
    keys.press(F[5])
    settle(window)
    page = window.desk.review.page.toPlainText()
    assert page.count(recorded) == 2
    assert "ADVERSE EVENT" in page


def test_what_is_left_open_of_a_yes_is_said_and_asked_again(window, keys, staged):
    staged.treatment.know_toxin({"forehead": 14})
    window.desk.show_phase(0)
    keys.press(Qt.Key.Key_Y, Qt.Key.Key_Escape)
    settle(window)
    assert "since when: not recorded." in words(window.desk.prepare.findings)
    window.desk.prepare.examination.setCurrentCell(0, 1)
    keys.press(Qt.Key.Key_Y)
    keys.type("yesterday")
    keys.press(ENTER, Qt.Key.Key_Escape)
    settle(window)
    said = words(window.desk.prepare.findings)
    assert "since when: yesterday. how serious: not recorded." in said


def test_medicines_and_toxin_elsewhere_are_written_down(window, keys, staged):
    table = window.desk.prepare.examination
    keys.press(F[1], TAB)
    table.setCurrentCell(2 + list(CONDITIONS).index("interacting_medicines"), 1)
    keys.press(Qt.Key.Key_Y)
    keys.type("gentamicin")
    keys.press(ENTER)
    table.setCurrentCell(2 + list(CONDITIONS).index("toxin_elsewhere"), 1)
    keys.press(Qt.Key.Key_Y)
    keys.type("chin")
    keys.press(ENTER)
    keys.type("8 units Xeomin in May")
    keys.press(ENTER)
    details = staged.treatment.state.examination.details
    assert details["interacting_medicines.what"] == "gentamicin"
    assert details["toxin_elsewhere"] == "mentalis"
    line = " ".join(str(i.examine) for i in staged.treatment.state.safety)
    assert "8 units Xeomin in May" in line
    assert "gentamicin" in line


def test_a_later_visit_asks_for_marked_sites_a_visible_lag_and_an_earlier_touch_up(
    window, keys, staged
):
    staged.treatment.know_toxin({"forehead": 14})
    window.desk.show_phase(0)
    table = window.desk.prepare.examination
    assert QApplication.focusWidget() is table
    for row, name in enumerate(LATER, start=len(ADVERSE)):
        assert table.item(row, 0).text() == str(LATER[name])
        table.setCurrentCell(row, 1)
        keys.press(Qt.Key.Key_N if name == "touched_up" else Qt.Key.Key_Y)
        if name == "seen_to_lag":
            assert "who prescribes" in words(window.desk.prepare)
            keys.type("P-1")
            keys.press(Qt.Key.Key_Return)
            table.setFocus()
    examination = staged.treatment.state.examination
    assert (examination.sites_marked, examination.seen_to_lag) == (True, True)
    assert examination.touched_up is False
    assert examination.details == {"seen_to_lag.prescriber": "P-1"}
    assert examination.adverse_present == ()
    keys.press(Qt.Key.Key_E, modifier=CONTROL)  # nothing found says nothing of these
    table.setCurrentCell(len(ADVERSE), 1)
    keys.press(Qt.Key.Key_Backspace)
    assert staged.treatment.state.examination.sites_marked is None
