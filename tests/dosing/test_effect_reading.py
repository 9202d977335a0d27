"""What a later visit's EMG says of one muscle: the clinical facts' own figures, gates and words."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from emg_dosing.effect_reading import EffectAnswer, EffectReading, read_effect
from emg_dosing.examination import ADVERSE, Examination
from emg_dosing.follow_up import Amplitudes, FollowUp
from emg_dosing.log_change import least_change, placement_spread
from emg_dosing.policy import parse_policy
from emg_dosing.scenario import Scenario
from emg_dosing.spread_reading import spread_of
from emg_dosing.suggest import suggest
from emg_dosing.suggestion import Suggestion
from emg_dosing.tables import Tables
from emg_signal.montage import Side

SHOWN, NOT_SHOWN = EffectAnswer.SHOWN, EffectAnswer.NOT_SHOWN
ANSWERED = Examination(40, {}, **dict.fromkeys(ADVERSE, False))


def holds(mean: float, cv: float, n: int = 5) -> tuple[float, ...]:
    """Return holds whose logarithms have exactly the spread of a variation of `cv` %."""
    steps = np.linspace(-1.0, 1.0, n)
    steps *= placement_spread(cv) / float(np.std(steps, ddof=1))
    return tuple(float(mean * math.exp(step)) for step in steps)


def pair(
    muscle: str, left: float, right: float, *, cv: float = 20.0, n: int = 5, rest: float = 2.0
) -> Amplitudes:
    return Amplitudes.of_holds(
        muscle, holds(left, cv, n), holds(right, cv, n), rest_uv=(rest, rest), in_turn=True
    )


def visit(
    left: float, right: float, *, muscle: str = "corrugator", day: int = 30, **how: Any
) -> FollowUp:
    """Return a visit on which each side is this share of a baseline of 100 µV."""
    before = pair(muscle, 100.0, 100.0, **how)
    return FollowUp(
        day, (before,), (pair(muscle, 100 * left, 100 * right, **how),), toxin_days_before={}
    )


def read(tables: Tables, follow_up: FollowUp, muscle: str = "corrugator") -> EffectReading:
    return read_effect(follow_up, muscle, tables)


@pytest.mark.parametrize(
    ("cv", "n", "placement", "percent"),
    [
        (5, 3, 0, 89), (5, 3, 10, 74), (5, 3, 20, 57), (5, 5, 0, 93), (5, 5, 10, 75),
        (5, 5, 20, 57), (10, 3, 0, 80), (10, 3, 10, 70), (10, 3, 20, 55), (10, 5, 0, 86),
        (10, 5, 10, 73), (10, 5, 20, 57), (20, 3, 0, 64), (20, 3, 10, 59), (20, 3, 20, 49),
        (20, 5, 0, 75), (20, 5, 10, 67), (20, 5, 20, 54), (30, 3, 0, 51), (30, 3, 10, 49),
        (30, 3, 20, 42), (30, 5, 0, 65), (30, 5, 10, 60), (30, 5, 20, 50), (35, 3, 0, 46),
        (35, 3, 10, 44), (35, 3, 20, 39), (35, 5, 0, 61), (35, 5, 10, 57), (35, 5, 20, 48),
    ],
)  # fmt: skip
def test_the_least_fall_is_the_published_one(
    cv: float, n: int, placement: float, percent: int
) -> None:
    logs = np.log(holds(100.0, cv, n))
    least = float(least_change(logs, logs, placed=placement_spread(placement)))
    assert 100 * math.exp(-least) == pytest.approx(percent, abs=1.0)


def test_a_fall_beyond_holds_and_placement_is_an_effect(tables: Tables) -> None:
    reading = read(tables, visit(0.34, 0.60))
    left, right = reading.sides
    assert (left.percent, left.answer) == (34, SHOWN)
    assert (left.low_percent, left.high_percent, left.least_percent) == (18, 63, 54)
    assert (right.percent, right.answer) == (60, NOT_SHOWN)
    assert reading.holds == 5
    assert reading.answers == (SHOWN, NOT_SHOWN)


def test_a_rise_asks_for_electrode_and_task(tables: Tables) -> None:
    assert read(tables, visit(2.0, 1.0)).answers[0] is EffectAnswer.RISE


def test_marked_sites_and_holds_in_a_row_change_what_can_be_read(tables: Tables) -> None:
    plain = visit(0.62, 0.62)
    assert read(tables, plain).sides[0].answer is NOT_SHOWN
    marked = replace(plain, sites_marked=True)
    assert read(tables, marked).sides[0].answer is SHOWN
    assert read(tables, marked).sides[0].least_percent == 67
    now = replace(marked.now[0], in_turn=False)
    in_a_row = read(tables, replace(marked, now=(now,)))
    assert in_a_row.sides[0].least_percent == 54
    assert in_a_row.sides[0].answer is NOT_SHOWN


@pytest.mark.parametrize(("left", "right", "side"), [(0.3, 0.8, "right"), (0.8, 0.3, "left")])
def test_the_side_that_kept_more_of_itself_lags(
    tables: Tables, left: float, right: float, side: str
) -> None:
    reading = read(tables, visit(left, right, cv=10.0))
    assert reading.lagging == Side(side)
    assert reading.answers[-1] is EffectAnswer.LAGS
    assert read(tables, visit(0.4, 0.5, cv=10.0)).lagging is None


def test_sides_mirror(tables: Tables) -> None:
    once = read(tables, visit(0.3, 0.9, cv=10.0))
    other = read(tables, visit(0.3, 0.9, cv=10.0).mirrored())
    assert other.lagging is Side.LEFT
    assert [s.percent for s in other.sides] == [s.percent for s in once.sides[::-1]]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"now": ()}, "It was not measured in the same way before the treatment and now."),
        (
            {"toxin_days_before": None},
            "Whether toxin was given before the baseline was not asked.",
        ),
        (
            {"toxin_days_before": {"glabella": 167}},
            "glabella: toxin 167 days before the baseline; it bends EMG for 24 weeks.",
        ),
        (
            {"now": (pair("corrugator", 40.0, 40.0, n=2),)},
            "2 holds; at least 3 at either visit.",
        ),
        (
            {"baseline": (pair("corrugator", 100.0, 100.0, rest=33.4),)},
            "The left side's baseline is too small: 100 µV is not 3 times rest.",
        ),
        (
            {"baseline": (replace(pair("corrugator", 100.0, 100.0), right_rest_uv=None),)},
            "The right side's rest is not known.",
        ),
    ],
)
def test_each_closed_gate_says_why_nothing_can_be_told(
    tables: Tables, change: dict[str, Any], why: str
) -> None:
    reading = read(tables, replace(visit(0.3, 0.3), **change))
    assert reading.answers == (EffectAnswer.CANNOT_TELL,)
    assert reading.sides == ()
    assert reading.why == why


@pytest.mark.parametrize(
    "open_gate",
    [
        {"toxin_days_before": {"glabella": 168, "forehead": 1}},
        {"baseline": (pair("corrugator", 100.0, 100.0, rest=33.3),)},
        {"now": (pair("corrugator", 30.0, 30.0, n=3),)},
    ],
)
def test_each_gate_opens_at_its_figure(tables: Tables, open_gate: dict[str, Any]) -> None:
    assert read(tables, replace(visit(0.3, 0.3), **open_gate)).why is None


@pytest.mark.parametrize("muscle", ["depressor_anguli_oris", "zygomaticus", "mentalis", "platysma"])
def test_the_lower_face_cannot_be_read(tables: Tables, muscle: str) -> None:
    reading = read(tables, visit(0.1, 0.1, muscle=muscle), muscle)
    assert reading.why == "EMG cannot read this effect."


@pytest.mark.parametrize(("sites", "least"), [(1, 54), (2, 49), (4, 45), (8, 41)])
def test_a_fall_of_an_untreated_muscle_must_be_larger_the_more_sites_are_looked_at(
    tables: Tables, sites: int, least: int
) -> None:
    muscles = ("zygomaticus", "mentalis", "nasalis", "masseter")[: max(1, sites // 2)]
    base = tuple(pair(m, 100.0, 100.0) for m in muscles)
    follow_up = FollowUp(
        30, base, tuple(pair(m, 20.0, 100.0) for m in muscles), toxin_days_before={}
    )
    found = spread_of(follow_up, {"corrugator"}, tables)
    assert [s.muscle for s in found] == list(muscles)
    if sites > 1:  # a muscle has two sides
        assert {s.side.least_percent for s in found} == {least}
    assert spread_of(follow_up, muscles, tables) == ()
    assert spread_of(replace(follow_up, toxin_days_before=None), {"corrugator"}, tables) == ()


def later(
    make: Any, tables: Tables, follow_up: FollowUp, examination: Examination = ANSWERED
) -> Suggestion:
    return suggest(
        Scenario(
            make.plan("letybo_us", region="glabella", muscle="corrugator"),
            examination=examination,
            follow_up=follow_up,
        ),
        tables,
    )


def texts(answer: Suggestion, rule: str) -> list[str]:
    return [reason.text for reason in answer.reasons if reason.rule_id == rule]


def test_the_sentences_of_a_reading(make: Any, tables: Tables) -> None:
    answer = later(make, tables, visit(0.34, 0.34))
    assert texts(answer, "follow_up.effect")[0] == (
        "corrugator left: 34 % of its own baseline (18 to 63 %, 5 holds): effect shown."
    )
    assert answer.changes == ()
    told = dict(answer.data)
    assert (told["corrugator left, from %"], told["corrugator left, to %"]) == (18.0, 63.0)
    assert told["corrugator left"] == "effect shown"
    not_shown = later(make, tables, visit(0.70, 2.0))
    assert texts(not_shown, "follow_up.effect") == [
        ("corrugator left: 70 % of its own baseline (38 to 130 %, 5 holds): effect not shown; a "
        "fall to 54 % or less could be read."),
        ("corrugator right: 200 % of its own baseline (108 to 372 %, 5 holds): higher than before: "
        "check electrode and task."),
    ]  # fmt: skip
    lags = later(make, tables, visit(0.3, 0.9, cv=10.0))
    assert texts(lags, "follow_up.lag") == [
        (
            "corrugator: the right side lags the left beyond what holds and re-placing the "
            "electrodes explain."
        )
    ]
    assert dict(lags.data)["corrugator, side that lags"] == "right"
    closed = later(make, tables, visit(0.3, 0.3, n=2))
    assert texts(closed, "follow_up.cannot_tell") == [
        "corrugator: cannot tell. 2 holds; at least 3 at either visit."
    ]


@pytest.mark.parametrize(
    ("left", "right", "day", "said"),
    [
        (1.0, 1.0, 30, True),
        (1.0, 1.0, 29, False),  # too early to say so
        (1.0, 0.5, 30, False),  # one side may have fallen
        (0.5, 1.0, 30, False),
    ],
)
def test_no_effect_is_said_of_both_sides_from_day_thirty_and_never_asks_for_units(
    make: Any, tables: Tables, left: float, right: float, day: int, said: bool
) -> None:
    answer = later(make, tables, visit(left, right, day=day, cv=10.0))
    found = texts(answer, "policy.no_effect")
    assert bool(found) is said
    if said:
        assert "Do not add units now" in found[0]
        assert "think of antibodies" in found[0]


def test_no_reading_stands_beside_an_emergency_or_an_open_question(
    make: Any, tables: Tables
) -> None:
    low = FollowUp(
        30,
        (pair("corrugator", 100.0, 100.0), pair("zygomaticus", 100.0, 100.0)),
        (pair("corrugator", 30.0, 30.0), pair("zygomaticus", 100.0, 20.0)),
        toxin_days_before={},
    )
    for examination in (replace(ANSWERED, since_voice=True), replace(ANSWERED, since_lid=None)):
        answer = later(make, tables, low, examination)
        assert not [r for r in answer.rule_ids if r.startswith("follow_up.") and "ask" not in r]
    lid = later(make, tables, low, replace(ANSWERED, since_lid=True))
    assert texts(lid, "follow_up.spread") == [
        (
            "zygomaticus right, not treated, fell to 20 % of its own baseline (10 to 41 %): look "
            "at the smile; ask the six questions."
        )
    ]


def test_a_hold_of_nothing_or_another_number_of_them_is_no_measurement() -> None:
    with pytest.raises(ValueError, match="hold"):
        Amplitudes("corrugator", 1.0, 1.0, (1.0, 0.0), (1.0, 1.0))
    with pytest.raises(ValueError, match="same holds"):
        Amplitudes("corrugator", 1.0, 1.0, (1.0,), ())


def silent(left: float, right: float, *, at_most: tuple[bool, bool], cv: float = 10.0) -> FollowUp:
    """Return a visit on which a side did not stand out from rest, and gave so much at most."""
    plain = visit(left, right, cv=cv)
    now = replace(plain.now[0], left_at_most=at_most[0], right_at_most=at_most[1])
    return replace(plain, now=(now,))


def test_a_side_that_no_longer_stands_out_from_rest_has_an_upper_bound(tables: Tables) -> None:
    left, right = read(tables, silent(0.05, 0.9, at_most=(True, False))).sides
    assert (left.answer, left.percent, left.low_percent, left.at_most) == (SHOWN, 5, 0, True)
    assert (right.answer, right.at_most) == (NOT_SHOWN, False)


def test_an_upper_bound_that_is_no_fall_cannot_tell_and_is_no_rise(tables: Tables) -> None:
    for share in (0.8, 3.0):
        reading = read(tables, silent(share, share, at_most=(True, True)))
        assert {side.answer for side in reading.sides} == {EffectAnswer.CANNOT_TELL}
        assert not reading.unaffected
        assert reading.lagging is None


def test_rest_that_is_steadier_than_holds_makes_no_change_real(tables: Tables) -> None:
    before = pair("corrugator", 100.0, 100.0, cv=35.0)
    steady = pair("corrugator", 52.0, 52.0, cv=1.0)
    now = replace(steady, left_at_most=True, right_at_most=True)
    follow_up = FollowUp(30, (before,), (now,), toxin_days_before={})
    (left, _) = read(tables, follow_up).sides
    assert (left.answer, left.least_percent) == (EffectAnswer.CANNOT_TELL, 48)
    assert read(tables, replace(follow_up, now=(steady,))).sides[0].answer is SHOWN


@pytest.mark.parametrize("at_most", [(True, False), (False, True), (True, True)])
def test_a_silent_side_is_never_the_one_that_lags(
    tables: Tables, at_most: tuple[bool, bool]
) -> None:
    found = read(tables, silent(0.05, 0.9, at_most=at_most)).lagging
    assert found is (None if at_most[1] else Side.RIGHT)
    other = read(tables, silent(0.05, 0.9, at_most=at_most).mirrored()).lagging
    assert other is (None if at_most[1] else Side.LEFT)


@pytest.mark.parametrize(
    ("weeks", "muscle", "days", "is_read"),
    [
        (None, "corrugator", 24 * 7 - 1, False),  # the region's own figure
        (None, "corrugator", 24 * 7, True),
        (34, "corrugator", 34 * 7 - 1, False),
        (34, "corrugator", 34 * 7, True),
        (None, "orbicularis_oculi", 33 * 7 - 1, False),  # the program's own
        (None, "orbicularis_oculi", 33 * 7, True),
        (40, "orbicularis_oculi", 40 * 7 - 1, False),
        (40, "orbicularis_oculi", 40 * 7, True),
    ],
)
def test_a_clinic_may_ask_for_more_weeks_without_toxin_before_a_baseline(
    tables: Tables, weeks: float | None, muscle: str, days: int, is_read: bool
) -> None:
    policy = parse_policy({} if weeks is None else {"emg_baseline_weeks": weeks}, tables)
    region = {"corrugator": "glabella", "orbicularis_oculi": "lateral_canthal"}[muscle]
    follow_up = replace(visit(0.3, 0.3, muscle=muscle), toxin_days_before={region: days})
    reading = read_effect(follow_up, muscle, tables, policy)
    assert (reading.why is None) is is_read
    fell = spread_of(follow_up, (), tables, policy)
    assert bool(fell) is is_read


def test_a_closed_gate_leaves_nothing_to_read(tables: Tables) -> None:
    closed = read(tables, replace(visit(0.3, 0.3), toxin_days_before=None))
    assert (closed.sides, closed.holds, closed.lagging, closed.unaffected) == ((), 0, None, False)


def test_what_is_too_wide_to_print_says_nothing_more(tables: Tables) -> None:
    before, now = pair("corrugator", 1.0, 1.0, rest=0.1), pair("corrugator", 4e3, 4e3)
    follow_up = FollowUp(30, (before,), (now,), toxin_days_before={})
    assert [side.percent for side in read(tables, follow_up).sides] == [9999, 9999]


@pytest.mark.parametrize(
    "changes",
    [
        {"left_uv": math.nan},
        {"right_uv": -1.0},
        {"left_holds_uv": (1.0, 0.0, 1.0)},
        {"right_holds_uv": (1.0, math.inf, 1.0)},
        {"left_holds_uv": (1.0, 1.0)},
    ],
)
def test_what_is_no_amplitude_is_refused(changes: dict[str, Any]) -> None:
    plain = Amplitudes("corrugator", 1.0, 1.0, (1.0, 1.0, 1.0), (1.0, 1.0, 1.0))
    with pytest.raises(ValueError, match="corrugator"):
        replace(plain, **changes)


def test_without_a_labels_interval_none_is_told(make: Any) -> None:
    tables = make.without("interval", lambda row: row.product == "letybo_us")
    plan = make.plan("letybo_us", "glabella", muscle="corrugator")
    answer = suggest(Scenario(plan, examination=ANSWERED, follow_up=visit(0.3, 0.3)), tables)
    assert ("label interval", "not in the tables") in answer.data
    assert not any("any earlier touch-up" in str(r.text) for r in answer.reasons)
