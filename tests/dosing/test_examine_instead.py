"""Examine instead: what ends every suggestion, with what to look at and no way around it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from emg_dosing.examination import CONDITIONS, EXAMINE_FIRST, Examination
from emg_dosing.policy import parse_policy
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import Status, Suggestion, SuggestionKind
from emg_dosing.tables import Tables

# A plan that every other rule would have something to say about.
GAP: dict[str, Any] = {"region": "lateral_canthal", "left": (4, 4), "right": (6, 6)}


def is_examine(answer: Suggestion) -> bool:
    refused = answer.kind is SuggestionKind.EXAMINE
    if refused:
        assert answer.status is Status.REFUSED
        assert len(answer.examine) == 5
        assert answer.would_change == ()
        assert answer.changes == ()
        assert answer.reasons
        text = " ".join([*answer.examine, *(r.text for r in answer.reasons)]).lower()
        assert not any(word in text for word in ("unless", "override", "untick", "unlock"))
    return refused


@pytest.mark.hazard("H-contraindicated-person")
@pytest.mark.hazard("H-weak-side-read-as-strong-other")
@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_condition_ends_every_suggestion(tables: Tables, make: Any, condition: str) -> None:
    for face in (None, make.face(make.pair("orbicularis_oculi", 33.0))):
        found = replace(Examination.nothing_found(), **{condition: True})
        answer = suggest(Scenario(make.plan(**GAP), face, found), tables)
        ends = condition in EXAMINE_FIRST or condition == "dysphagia_or_breathing"
        assert is_examine(answer) == ends
        if ends:
            assert answer.reasons[0].rule_id == f"examine.{condition}"
            assert len(answer.reasons) == (1 if face is None else 2)
        unknown = replace(Examination.nothing_found(), **{condition: None})
        assert not is_examine(suggest(Scenario(make.plan(**GAP), face, unknown), tables))


@pytest.mark.hazard("H-weak-side-read-as-strong-other")
@pytest.mark.parametrize(
    ("index", "examined"),
    [(50.0, False), (math.nextafter(50.0, 99), True), (-50.0, False), (-50.1, True), (99.0, True)],
)
def test_large_asymmetry(tables: Tables, make: Any, index: float, examined: bool) -> None:
    for muscle in ("orbicularis_oculi", "masseter"):
        pair = make.pair(muscle, index, half=0.5)
        answer = suggest(Scenario(make.plan(**GAP), make.face(pair)), tables)
        assert is_examine(answer) == examined
    both = make.pair("orbicularis_oculi", 0.0, index, half=0.5)
    assert is_examine(suggest(Scenario(make.plan(**GAP), make.face(both)), tables)) == examined


def test_a_clinic_may_examine_earlier(tables: Tables, make: Any) -> None:
    policy = parse_policy({"examine_index_percent": 20}, tables)
    face = make.face(make.pair("orbicularis_oculi", 20.1))
    assert is_examine(suggest(Scenario(make.plan(**GAP), face, policy=policy), tables))
    face = make.face(make.pair("orbicularis_oculi", 20.0))
    assert not is_examine(suggest(Scenario(make.plan(**GAP), face, policy=policy), tables))


@pytest.mark.hazard("H-weak-side-read-as-strong-other")
@pytest.mark.parametrize(
    ("index", "examined"), [(27.0, False), (27.01, True), (-27.0, False), (-27.01, True)]
)
def test_the_frontalis_above_most_healthy_faces_asks_to_examine_and_refuses_nothing(
    tables: Tables, make: Any, index: float, examined: bool
) -> None:
    face = make.face(make.pair("frontalis", index))
    answer = suggest(Scenario(make.plan(region="forehead"), face), tables)
    assert answer.status is Status.NONE
    assert bool(answer.examine) == examined
    assert ("above most healthy faces" in answer.reasons[0].text) == examined
    elsewhere = suggest(Scenario(make.plan(**GAP), face), tables)
    assert not is_examine(elsewhere)


@pytest.mark.hazard("H-touch-up-too-early")
@pytest.mark.parametrize(
    ("treated", "region", "days", "measured", "rules"),
    [
        ("lateral_canthal", "lateral_canthal", 91, False, ("interval.botox_cosmetic_us",)),
        ("lateral_canthal", "lateral_canthal", 92, False, ()),
        ("glabella", "lateral_canthal", 0, False, ("interval.botox_cosmetic_us",)),
        ("glabella", "glabella", 167, True, ()),
        ("glabella", "glabella", 168, True, ()),
        ("glabella", "glabella", 167, False, ()),
        ("masseter_contour", "masseter_contour", 230, True, ()),
        ("masseter_contour", "masseter_contour", 231, True, ()),
        ("temporalis", "temporalis", 230, True, ()),
        ("lateral_canthal", "lateral_canthal", 230, True, ()),
        ("lateral_canthal", "lateral_canthal", 231, True, ()),
        ("glabella", "glabella", 40, True, ("interval.botox_cosmetic_us",)),
    ],
)  # fmt: skip
def test_recent_toxin(
    tables: Tables,
    make: Any,
    treated: str,
    region: str,
    days: int,
    measured: bool,
    rules: tuple[str, ...],
) -> None:
    plan = make.plan(region=region)
    face = make.face(make.pair(plan.points[0].muscle, 5.0)) if measured else None
    found = replace(Examination.nothing_found(), toxin_days={treated: days})
    answer = suggest(Scenario(plan, face, found), tables)
    assert is_examine(answer) == bool(rules)
    if rules:
        assert answer.rule_ids == rules
        assert {reason.value for reason in answer.reasons} == {days}
        assert all(reason.unit == "days" for reason in answer.reasons)
        assert answer.reasons[0].limit in (92, 168, 231)


def test_the_latest_of_several_treatments_comes_first(tables: Tables, make: Any) -> None:
    found = replace(Examination.nothing_found(), toxin_days={"glabella": 80, "lateral_canthal": 20})
    answer = suggest(Scenario(make.plan(**GAP), None, found), tables)
    assert [reason.value for reason in answer.reasons] == [20, 80]


def test_a_clinic_may_wait_longer_for_a_baseline(tables: Tables, make: Any) -> None:
    """Only the gate of the muscle that was treated closes, and its day is the clinic's."""
    policy = parse_policy({"emg_baseline_weeks": 40}, tables)
    face = make.face(make.pair("orbicularis_oculi", 47.0, 47.0))
    plan = make.plan(region="lateral_canthal", left=(4, 4, 4), right=(4, 4, 4))
    for region, days, closed in (
        ("lateral_canthal", 279, True),
        ("lateral_canthal", 280, False),
        ("masseter_contour", 100, False),
    ):
        found = replace(Examination.nothing_found(), toxin_days={region: days})
        answer = suggest(Scenario(plan, face, found, "training", policy), tables)
        assert ("policy.emg_baseline_weeks" in answer.rule_ids) == closed


def test_a_limit_is_told_though_toxin_bends_the_measured_muscle(tables: Tables, make: Any) -> None:
    face = make.face(make.pair("corrugator", 5.0), age_min=90.0)
    found = replace(Examination.nothing_found(), toxin_days={"glabella": 100})
    plan = make.plan("letybo_us", "glabella", left=(6, 6), right=(6, 6))
    answer = suggest(Scenario(plan, face, found), tables)
    assert answer.kind is SuggestionKind.TRIM
    assert "limit" in answer.reasons[0].text or "bound of 20 units" in answer.reasons[0].text
    ill = replace(found, synkinesis=True)
    refused = suggest(Scenario(plan, face, ill), tables)
    assert refused.status is Status.REFUSED
    assert "24 units is above the absolute limit of 20 units" in refused.reasons[0].text


@pytest.mark.hazard("H-suggestion-from-stale-data")
@pytest.mark.parametrize(
    ("age", "refused"), [(0.0, False), (60.0, False), (math.nextafter(60.0, 61), True)]
)
def test_an_old_measurement_carries_nothing(
    tables: Tables, make: Any, age: float, refused: bool
) -> None:
    face = make.face(make.pair("orbicularis_oculi", 5.0), age_min=age)
    answer = suggest(Scenario(make.plan(**GAP), face), tables)
    assert (answer.rule_ids == ("policy.validity",)) == refused
    assert answer.age_min == age
    assert answer.valid_min == max(0.0, 60.0 - age)
    if refused:
        assert answer.would_change == ("Measure and lock again.",)
