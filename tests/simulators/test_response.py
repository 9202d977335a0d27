"""The teaching model of toxin: a range, the published anchors, never a bare number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emg_simulators.expressions import MUSCLES
from emg_simulators.response import WATERMARK, activity_left, lid_outcome

DAYS = st.floats(0, 400)
UNITS = st.floats(0, 100)


@pytest.mark.parametrize(
    ("muscle", "units", "fall"), [("corrugator", 8, 0.64), ("depressor_anguli_oris", 2, 0.18)]
)
def test_typical_depth_is_the_needle_studys(muscle, units, fall):
    """Winn and Sires 2013 (S45): maximal amplitude, at about two weeks."""
    assert 1 - activity_left(muscle, units, 14).typical == pytest.approx(fall, abs=0.02)


def test_the_masseter_is_flat_above_25_units():
    """Kim 2007 (S50): 25 and 35 U did alike."""
    assert activity_left("masseter", 25, 30) == activity_left("masseter", 35, 30)


@given(st.sampled_from(MUSCLES), UNITS, DAYS)
def test_a_range_is_ordered_bounded_and_watermarked(muscle, units, days):
    left = activity_left(muscle, units, days)
    assert 0 <= left.low <= left.typical <= left.high <= 1
    assert left.watermark == WATERMARK
    assert "NOT FOR CARE" in left.watermark


@given(st.sampled_from(MUSCLES), UNITS, UNITS, DAYS)
def test_more_units_never_leave_more(muscle, one, other, days):
    fewer, more = sorted((one, other))
    assert activity_left(muscle, more, days).typical <= activity_left(muscle, fewer, days).typical


def test_course_has_an_onset_a_floor_and_a_return():
    at = {day: activity_left("corrugator", 10, day) for day in (0, 0.5, 5, 14, 45, 90, 120, 240)}
    assert at[0].low == at[0].high == 1.0
    assert at[0.5].low == 1.0
    assert at[14].typical < at[5].typical < 1.0
    assert at[45].typical == pytest.approx(at[14].typical, abs=0.02)
    assert at[45].typical < at[120].typical < 1.0
    assert at[240].low == 1.0


@pytest.mark.parametrize(
    ("units", "days"), [(-1, 1), (1, -1), (float("nan"), 1), (1, float("inf"))]
)
def test_refuses_what_is_no_dose_or_day(units, days):
    with pytest.raises(ValueError, match="units="):
        activity_left("frontalis", units, days)


def test_the_lid_falls_only_where_the_frontalis_held_it():
    strong, light = activity_left("frontalis", 15, 14), activity_left("frontalis", 1, 14)
    assert lid_outcome(compensates=False, frontalis=strong).verdict == "unlikely"
    assert lid_outcome(compensates=True, frontalis=strong).verdict == "likely"
    assert lid_outcome(compensates=True, frontalis=activity_left("frontalis", 5, 14)).verdict == (
        "possible"
    )
    assert lid_outcome(compensates=True, frontalis=light).verdict == "unlikely"
    assert lid_outcome(compensates=True, frontalis=light).watermark == WATERMARK
