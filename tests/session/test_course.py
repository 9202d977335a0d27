"""A person's measurements are held against their own baseline, and against nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from emg_dosing.effect_reading import EffectAnswer
from emg_dosing.examination import Examination
from emg_dosing.plan import Point
from emg_dosing.tables import load_tables
from emg_dosing.values import Dose
from emg_session.course import course_of
from emg_session.given import Given
from emg_session.montage_files import default_montage
from emg_session.record_rows import StoredEvent
from emg_session.stored import StoredSession
from emg_session.stored_visit import StoredVisit, VisitHead, visit_of
from emg_session.treatment_state import TreatmentState
from emg_signal.calibration import Calibration, SiteCalibration
from emg_signal.chunk import Origin
from emg_signal.document import as_document
from emg_signal.filters import Band
from emg_signal.measurement import Measurement
from emg_signal.montage import Side
from emg_signal.quality import Quality, QualityReport
from emg_signal.symmetry import Symmetry, asymmetry_index

FIRST = datetime.fromisoformat("2026-03-02T09:00:00+00:00")
MONTAGE = default_montage(2)
BAND = Band(20.0, 65.5)


def measured(
    day: int,
    left: float,
    right: float,
    *,
    band: Band = BAND,
    board: str = "OpenBCI Cyton",
    right_quality: Quality = Quality.GOOD,
    widened: float = 1.6,
) -> Measurement:
    at = (FIRST + timedelta(days=day)).isoformat()
    sides = tuple([amplitude * f for f in (0.9, 1.0, 1.1)] for amplitude in (left, right))
    index, interval = asymmetry_index(*sides)
    sites = tuple(SiteCalibration(s, 1.6, 90.0, (90.0,), 2.0, 56.0) for s in MONTAGE.sites)
    return Measurement(
        subject="P1",
        montage=MONTAGE,
        board=board,
        origin=Origin.LIVE,
        fs_hz=250.0,
        band=band,
        calibration=Calibration(sites, 250.0, band, 0.125, board, 24.0, at),
        symmetries=(
            Symmetry(
                MONTAGE.pairs[0],
                index,
                interval,
                3,
                tuple(sides[0]),
                tuple(sides[1]),
                1,
                band,
                widened,
            ),
        ),
        quality=(QualityReport(Quality.GOOD), QualityReport(right_quality)),
        locked_at_utc=at,
        locked_at_s=0.0,
    )


def given(day: int) -> tuple[Given, ...]:
    point = Point("p1", "forehead", "frontalis", Side.LEFT, Dose(6.0, "dysport_us"))
    return (Given(point, "L1", 1, (FIRST + timedelta(days=day, minutes=20)).isoformat()),)


def visit(
    day: int, *measurements: Measurement, ticks: tuple[Given, ...] = (), toxin: dict | None = None
) -> StoredVisit:
    head = VisitHead(Path(f"{day}"), "P1", Origin.LIVE, FIRST + timedelta(days=day))
    return StoredVisit(head, None, 1, measurements, Examination(toxin_days=toxin), (), ticks)


TREATED = visit(0, measured(0, 80.0, 60.0), ticks=given(0), toxin={})


def test_each_side_is_a_share_of_its_own_baseline() -> None:
    fortnight = visit(14, measured(14, 20.0, 6.0))
    today = TreatmentState(measurement=measured(90, 60.0, 54.0))
    course = course_of([fortnight, TREATED], today, FIRST + timedelta(days=90))
    assert course.muscles == ("frontalis",)
    points = [(p.day, p.left_percent, p.right_percent) for p in course.of("frontalis")]
    assert points == [
        (0, 100.0, 100.0),
        (14, pytest.approx(25.0), pytest.approx(10.0)),
        (90, pytest.approx(75.0), pytest.approx(90.0)),
    ]
    assert course.newest is not None
    assert course.newest.day == 90
    assert course.newest.percent_of_baseline("frontalis") == pytest.approx((75.0, 90.0))
    assert course.toxin_days_before == {}


def test_what_was_measured_otherwise_is_not_compared_and_says_why() -> None:
    others = [
        visit(30, measured(30, 20.0, 6.0, right_quality=Quality.NOISY)),
        visit(20, measured(20, 20.0, 6.0, board="another board")),
        visit(14, measured(14, 20.0, 6.0, band=Band(20.0, 250.0))),
    ]
    course = course_of([*others, TREATED], TreatmentState(), FIRST + timedelta(days=31))
    assert course.muscles == ()
    assert [str(n.why) for n in course.not_compared] == [
        "the band is 20-250 Hz, before the treatment it was 20-65.5 Hz",
        "another board: another board, before the treatment OpenBCI Cyton",
        "the right electrode was noisy",
    ]
    assert course.newest is not None
    assert course.newest.now == ()


def test_what_was_measured_after_toxin_is_no_baseline() -> None:
    course = course_of(
        [visit(40, measured(40, 9.0, 9.0), ticks=given(40)), visit(0, ticks=given(0))],
        TreatmentState(measurement=measured(60, 9.0, 9.0)),
        FIRST + timedelta(days=60),
    )
    assert course.baseline is None
    assert course.points == ()
    assert [t.when.day for t in course.treatments] == [2, 11]
    assert course.newest is not None
    assert course.newest.day == 20


def test_a_person_who_was_never_treated_has_no_course() -> None:
    course = course_of([visit(0, measured(0, 80.0, 60.0))], TreatmentState(), FIRST)
    assert (course.baseline, course.points, course.newest) == (None, (), None)


def test_the_first_treatment_today_makes_a_baseline_and_no_follow_up() -> None:
    state = TreatmentState(measurement=measured(0, 80.0, 60.0), given=given(0))
    course = course_of([], state, FIRST + timedelta(hours=1))
    assert course.baseline is not None
    assert course.muscles == ()
    assert course.newest is None


def test_another_persons_measurement_is_never_compared() -> None:
    other = replace(measured(14, 20.0, 6.0), subject="P2")
    course = course_of([visit(14, other), TREATED], TreatmentState(), FIRST + timedelta(days=14))
    assert course.muscles == ()
    assert str(course.not_compared[0].why) == "it is of another person"


def test_todays_measurement_is_read_muscle_by_muscle_against_the_baseline() -> None:
    tables = load_tables()
    today = TreatmentState(measurement=measured(30, 20.0, 54.0))
    course = course_of([TREATED], today, FIRST + timedelta(days=30))
    (reading,) = course.readings(tables)
    assert course.treated == ("frontalis",)
    assert [(s.percent, s.answer) for s in reading.sides] == [
        (25, EffectAnswer.SHOWN),
        (90, EffectAnswer.NOT_SHOWN),
    ]
    # no other task lay between the holds: a fall must be larger
    assert reading.sides[0].least_percent == 50
    assert reading.lagging is Side.RIGHT
    assert course.spread(tables) == ()


def test_holds_in_turn_at_both_visits_tell_a_smaller_fall() -> None:
    first = visit(0, measured(0, 80.0, 60.0, widened=1.0), ticks=given(0), toxin={})
    least = []
    for widened in (1.0, 1.6):
        today = TreatmentState(measurement=measured(30, 20.0, 54.0, widened=widened))
        (reading,) = course_of([first], today, FIRST + timedelta(days=30)).readings(load_tables())
        least.append(reading.sides[0].least_percent)
    assert least == [55, 50]


def test_nothing_is_read_without_a_measurement_of_today_or_with_a_bent_baseline() -> None:
    tables = load_tables()
    after = FIRST + timedelta(days=30)
    assert course_of([TREATED], TreatmentState(), after).readings(tables) == ()
    assert course_of([], TreatmentState(), after).readings(tables) == ()
    assert course_of([], TreatmentState(), after).spread(tables) == ()
    bent = visit(0, measured(0, 80.0, 60.0), ticks=given(0), toxin={"forehead": 20})
    today = TreatmentState(measurement=measured(30, 20.0, 54.0))
    (reading,) = course_of([bent], today, after).readings(tables)
    assert reading.answers == (EffectAnswer.CANNOT_TELL,)


def test_an_untreated_muscle_that_fell_is_found() -> None:
    point = Point("p1", "glabella", "corrugator", Side.LEFT, Dose(6.0, "dysport_us"))
    ticks = (Given(point, "L1", 1, (FIRST + timedelta(minutes=20)).isoformat()),)
    first = visit(0, measured(0, 80.0, 60.0), ticks=ticks, toxin={})
    today = TreatmentState(measurement=measured(30, 16.0, 60.0))
    course = course_of([first], today, FIRST + timedelta(days=30))
    (found,) = course.spread(load_tables())
    assert (found.muscle, found.side.side, found.side.percent) == ("frontalis", Side.LEFT, 20)


def test_marked_sites_are_told_at_the_visit_and_tell_a_smaller_fall() -> None:
    least = []
    for marked in (None, False, True):
        today = TreatmentState(
            measurement=measured(30, 20.0, 54.0), examination=Examination(sites_marked=marked)
        )
        (reading,) = course_of([TREATED], today, FIRST + timedelta(days=30)).readings(load_tables())
        least.append(reading.sides[0].least_percent)
    assert least[0] == least[1] == 50
    assert least[2] > 55


@pytest.mark.parametrize("is_said", [True, False])
def test_a_record_that_does_not_say_so_is_taken_as_of_holds_in_a_row(is_said: bool) -> None:
    body = as_document(measured(14, 20.0, 6.0, widened=1.0))
    if not is_said:
        del body["symmetries"][0]["widened"]
    event = StoredEvent(1, "2026-03-16T09:00:00+00:00", 0, "measurement", body)
    stored = StoredSession(Path("14"), 1, {}, {}, (event,), sealed=True, records=1)
    head = VisitHead(Path("14"), "P1", Origin.LIVE, FIRST + timedelta(days=14))
    (found,) = visit_of(head, stored).measurements
    assert found.symmetries[0].widened == (1.0 if is_said else 1.6)
    course = course_of([TREATED], TreatmentState(measurement=found), FIRST + timedelta(days=14))
    assert course.newest is not None
    assert course.newest.now[0].in_turn is is_said
