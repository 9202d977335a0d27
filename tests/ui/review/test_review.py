"""Review shows what was done, and each side against its own baseline where that can be said."""

from __future__ import annotations

import os
import re
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from by_hand import settle
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

sys.path.insert(0, str(Path(__file__).parents[2] / "session"))

from by_hand import words
from staging import StagedSession, changed
from test_course import FIRST, given, measured, visit

from emg_dosing.examination import ADVERSE, Examination
from emg_dosing.plan import Point
from emg_dosing.policy import Policy
from emg_dosing.tables import load_tables
from emg_dosing.values import Dose
from emg_session.course import course_of
from emg_session.treatment_state import TreatmentState
from emg_session.visit_history import VisitHistory
from emg_signal.filters import Band
from emg_signal.measurement import TaskAmplitudes
from emg_signal.montage import Side
from emg_ui.review.course_chart import CourseChart
from emg_ui.review.review_screen import ReviewScreen
from emg_ui.text.theme import Look


class Remembered(VisitHistory):
    """A history that was read already."""

    def __init__(self, *visits, apart=0):
        super().__init__(subject="P1")
        self.__dict__.update(visits=visits, apart=apart)


OWN = Policy.from_tables(load_tables())
NOTHING_SINCE = Examination(**dict.fromkeys(ADVERSE, False))
TREATED = visit(0, measured(0, 80.0, 60.0), ticks=given(0), toxin={})


@pytest.fixture
def review(qtbot, staged):
    """Return a function that shows Review on a history, at a day after the first treatment."""

    def show(*visits, day=90, apart=0, since=NOTHING_SINCE, staged=staged):
        staged.treatment.set_examination(since)
        staged.history = Remembered(*visits, apart=apart)
        screen = ReviewScreen(staged, look=Look(), now=lambda: FIRST + timedelta(days=day))
        qtbot.addWidget(screen)
        screen.resize(1200, 700)
        screen.show_snapshot(staged.snapshot())
        return screen

    return show


def test_the_course_is_drawn_and_said(review):
    screen = review(
        visit(90, measured(90, 60.0, 54.0)), visit(14, measured(14, 20.0, 6.0)), TREATED
    )
    page = screen.page.toPlainText()
    assert "day 14 (2026-03-16): left 25 %, right 10 %" in page
    assert "day 90 (2026-05-31): left 75 %, right 90 %" in page
    charts = screen.findChildren(CourseChart)
    assert [chart.accessibleName() for chart in charts] == [
        "frontalis in percent of its own baseline"
    ]
    assert "day 90 (2026-05-31): left 75 %, right 90 %" in charts[0].accessibleDescription()
    numbers = {number.name: number for number in screen.numbers(screen.session.snapshot())}
    assert numbers["frontalis: day 14"].value == "left 25 %, right 10 %"


def test_the_picture_has_both_sides_where_the_numbers_are(review, qtbot):
    look = Look()
    screen = review(visit(14, measured(14, 20.0, 54.0)), TREATED)
    chart = CourseChart(screen._course_now(), "frontalis", "frontalis", look=look)
    qtbot.addWidget(chart)
    chart.resize(400, 300)
    image = chart.grab().toImage()

    def nearest(colour, value):
        at = chart._at(14, value).toPoint()
        return min(
            (
                abs(image.pixelColor(at.x() + dx, at.y() + dy).hue() - QColor(colour).hue())
                for dx in range(-5, 6)
                for dy in range(-5, 6)
            ),
        )

    assert nearest(look.theme.left, 25.0) < 5
    assert nearest(look.theme.right, 90.0) < 5


def test_what_emg_says_of_the_effect_is_drawn_and_said_beside_each_muscle(review, staged):
    staged.treatment.lock_measurement(measured(30, 20.0, 54.0))
    treated = replace(TREATED, plan_document=staged.treatment.state.plan.as_dict())
    screen = review(treated, day=30)
    page = screen.page.toPlainText()
    assert "frontalis left: 25 % of its own baseline (12 to 50 %, 3 holds): effect shown." in page
    assert "effect not shown; a fall to 50 % or less could be read." in page
    assert "the right side lags the left" in page
    (chart,) = screen.findChildren(CourseChart)
    said = "left effect shown, right effect not shown, right lags"
    assert chart.accessibleDescription().endswith(said)
    assert not screen.alarm.isVisibleTo(screen)
    urgent = review(treated, day=30, since=replace(NOTHING_SINCE, since_voice=True))
    assert not percentages(urgent)
    assert "effect shown" not in urgent.page.toPlainText()


def test_the_bar_of_a_reading_reaches_from_its_low_to_its_high_end(review, staged, qtbot):
    staged.treatment.lock_measurement(measured(30, 20.0, 54.0))
    screen = review(TREATED, day=30)
    course, tables = screen._course_now(), load_tables()
    (reading,) = course.readings(tables)
    look = Look()
    pictures = []
    for shown in (reading, None):
        chart = CourseChart(course, "frontalis", "frontalis", look=look, reading=shown)
        qtbot.addWidget(chart)
        chart.resize(400, 300)
        pictures.append((chart, chart.grab().toImage()))
    (chart, with_bar), (_, without) = pictures
    left = reading.sides[0]
    for value in (left.low_percent + 5, left.high_percent - 2):
        at = chart._at(30, value).toPoint()
        assert with_bar.pixelColor(at.x() - 6, at.y()).name() == look.theme.left
        assert without.pixelColor(at.x() - 6, at.y()).name() != look.theme.left


def test_what_is_said_of_each_side_has_room_above_the_picture(review, staged, qtbot):
    staged.treatment.lock_measurement(measured(30, 20.0, 54.0))
    screen = review(TREATED, day=30)
    (chart,) = screen.findChildren(CourseChart)
    assert [words for _, words in chart._said] == ["L effect shown", "R effect not shown, lags"]
    chart.resize(chart.minimumSize())
    widest = max(chart.fontMetrics().horizontalAdvance(words) for _, words in chart._said)
    area = chart._area()
    assert widest <= chart.width()
    assert area.top() >= 3 * chart.fontMetrics().height()
    assert area.height() > 0


def test_an_untreated_muscle_that_fell_is_said_in_red(review, staged):
    point = Point("p1", "glabella", "corrugator", Side.LEFT, Dose(6.0, "dysport_us"))
    ticks = tuple(replace(tick, point=point) for tick in given(0))
    staged.treatment.lock_measurement(measured(30, 16.0, 60.0))
    screen = review(visit(0, measured(0, 80.0, 60.0), ticks=ticks, toxin={}), day=30)
    assert screen.alarm.property("tone") == "bad"
    assert "frontalis left, not treated, fell to 20 %" in screen.alarm.text()


def test_another_band_is_not_compared_and_says_so(review):
    screen = review(visit(14, measured(14, 20.0, 6.0, band=Band(20.0, 120.0))), TREATED)
    page = screen.page.toPlainText()
    assert "2026-03-16 cannot be compared (frontalis): the band is 20-120 Hz" in page
    assert screen.findChildren(CourseChart) == []
    assert "Nothing can be compared" in words(screen)


def test_what_is_of_another_origin_is_kept_apart_and_counted(review):
    screen = review(TREATED, apart=2)
    page = screen.page.toPlainText()
    assert "2 visit(s) under this label are of another origin and kept apart" in page


def test_a_person_without_a_baseline_gets_no_percentage(review):
    screen = review(visit(14, measured(14, 20.0, 6.0)), visit(0, ticks=given(0)))
    page = screen.page.toPlainText()
    assert "Nothing was measured before the first treatment: no baseline." in page
    assert "of its own baseline" not in page
    assert "No baseline" in words(screen)


def test_every_decision_of_the_visit_stays_on_the_page(open_window, staged):
    window = open_window(staged)
    staged.show(staged.locked())
    settle(window)
    window.desk.show_phase(2)
    window.desk.decide.suggestion.answers.accept()
    plan = staged.treatment.state.plan
    staged.treatment.set_plan(plan.with_units({"left medial": 7.0}))
    window.desk.show_phase(4)
    page = window.desk.review.page.toPlainText()
    assert "a person accepted the suggestion" in page
    # Another plan stands by now; what the answer changed stays beside it.
    assert "    left medial: 6 units → 8 units" in page


@pytest.fixture
def in_los_angeles():
    before = os.environ.get("TZ")
    os.environ["TZ"] = "America/Los_Angeles"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system keeps its time zone")
def test_chart_and_words_count_the_same_days_at_this_place(in_los_angeles, qtbot):
    evening = 90.7  # 18:48 there, when it is the next day in Greenwich
    again = visit(evening, measured(evening, 60.0, 54.0), ticks=given(evening), toxin={})
    course = course_of([again, TREATED], TreatmentState(), FIRST + timedelta(days=100))
    chart = CourseChart(course, "frontalis", "frontalis", look=Look())
    qtbot.addWidget(chart)
    assert chart._treated[-1] == 90
    assert [point.day for point in course.of("frontalis")][-1] == 90


def percentages(screen):
    """Return every share of a baseline that Review shows, draws or tells."""
    charts = [chart.accessibleDescription() for chart in screen.findChildren(CourseChart)]
    shown = "\n".join((screen.page.toPlainText(), words(screen), *charts))
    numbers = [number.value for number in screen.numbers(screen.session.snapshot())]
    return re.findall(r"left:? \d+ %|right:? \d+ %", "\n".join((shown, *numbers)))


@pytest.mark.parametrize("name", ADVERSE)
def test_a_later_visit_shows_no_number_before_the_six_questions_are_answered(review, name):
    later, open_ = visit(14, measured(14, 20.0, 6.0)), replace(NOTHING_SINCE, **{name: None})
    screen = review(later, TREATED, since=open_)
    assert not percentages(screen)
    assert ADVERSE[name] in screen.page.toPlainText()
    assert "Answer in Prepare (F1)" in screen.page.toPlainText()
    screen.session.treatment.set_examination(NOTHING_SINCE)
    screen.show_snapshot(screen.session.snapshot())
    assert percentages(screen)


@pytest.mark.parametrize(
    "name", ["since_swallowing", "since_voice", "since_breathing", "since_elsewhere"]
)
def test_beside_an_emergency_stands_no_number_and_no_dose_of_a_later_visit(review, name):
    later = visit(14, measured(14, 20.0, 6.0))
    screen = review(later, TREATED, since=replace(NOTHING_SINCE, **{name: True}))
    assert not percentages(screen)
    page = screen.page.toPlainText()
    assert "Emergency now" in page
    assert "You enter units" not in page
    assert "Not before day" not in page
    assert "911" in words(screen.safety)
    assert any(
        label.property("tone") == "bad" and "Emergency now" in label.text()
        for label in screen.safety.findChildren(QLabel)
    )


def test_a_drooping_lid_is_said_in_red_beside_the_numbers(review):
    later = visit(14, measured(14, 20.0, 6.0))
    screen = review(later, TREATED, since=replace(NOTHING_SINCE, since_lid=True))
    assert percentages(screen)
    assert "Examine the same day" in words(screen.safety)


def test_an_adverse_event_stands_with_what_was_given_before_it(review):
    details = {"since_lid.onset": "third day", "since_lid.reported": "BfArM 17"}
    screen = review(TREATED, since=replace(NOTHING_SINCE, since_lid=True, details=details), day=9)
    page = screen.page.toPlainText()
    block = page[page.index("ADVERSE EVENT") :].split("\n\n")[0]
    assert "since when: third day. how serious: not recorded. reported to: BfArM 17." in block
    given_before = next(line for line in block.splitlines() if "given before" in line)
    assert f"{FIRST:%Y-%m-%d}" in given_before
    assert "lot " in given_before
    assert "units of Dysport" in given_before
    assert "forehead" in next(line for line in block.splitlines() if "sites: " in line)
    assert "supply: not recorded" in block
    assert "ADVERSE EVENT" not in review(TREATED).page.toPlainText()


def test_a_later_visit_is_told_by_the_policy_of_the_visit(review, staged):
    plan = staged.treatment.state.plan.as_dict()
    visits = visit(14, measured(14, 20.0, 6.0)), replace(TREATED, plan_document=plan)
    own = review(*visits).page.toPlainText()
    assert "forehead: review from day 14;" in own
    assert "policy: the program's own limits" in own
    clinic = StagedSession(policy=replace(OWN, review_day=21.0, name="clinic.toml"))
    ours = review(*visits, staged=clinic).page.toPlainText()
    assert "forehead: review from day 21;" in ours
    assert "policy: clinic.toml" in ours


def test_the_muscle_map_of_a_first_visit_is_picture_and_words(qtbot, staged, tmp_path):
    sites = staged.montage.sites
    tasks = tuple(
        TaskAmplitudes(
            (pair.muscle,),
            tuple(
                100.0 if site.muscle == pair.muscle else 40.0 if site is sites[2] else 5.0
                for site in sites
            ),
        )
        for pair in staged.montage.pairs
    )
    staged.treatment.lock_measurement(replace(staged.measurement(), tasks=tasks))
    screen = ReviewScreen(staged, look=Look(), now=lambda: FIRST)
    qtbot.addWidget(screen)
    screen.resize(1200, 700)
    screen.show()
    locked = changed(staged.live(), measurement=staged.treatment.state.measurement)
    screen.show_snapshot(locked)
    QApplication.processEvents()
    page = screen.page.toPlainText()
    assert "MUSCLE MAP" in page
    assert f"{sites[2].muscle.replace('_', ' ')} left 40 %" in page
    assert screen.map.isVisible()
    if "EVENHAND_PICTURES" in os.environ:
        screen.grab().save(os.environ["EVENHAND_PICTURES"] + "/muscle_map.png")
    cells = screen.map.grab().toImage()
    line = screen.map.fontMetrics().height()
    down = round(3.4 * line) + 4  # in the first task's row
    assert len({cells.pixel(x, down) for x in range(cells.width())}) > 5
