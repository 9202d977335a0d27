"""What the rules take from a locked measurement, later visits, and how long an answer holds."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from emg_dosing.bound_plan import bind
from emg_dosing.check import check_stops
from emg_dosing.examination import ADVERSE, Examination
from emg_dosing.follow_up import Amplitudes, FollowUp
from emg_dosing.healthy import (
    band_penalty,
    dead_band,
    interval_words,
    placed_words,
    side_words,
)
from emg_dosing.measured import MeasuredFace, MeasuredPair, Placement, face_of
from emg_dosing.policy import parse_policy
from emg_dosing.suggest import (
    HISTORICAL,
    PARTLY_REVIEWED,
    SIMULATED,
    UNREVIEWED,
    WATERMARK,
    Scenario,
    parse_scenario,
    suggest,
)
from emg_dosing.suggestion import CitedSource, Status, SuggestionKind
from emg_dosing.tables import Tables
from emg_dosing.validity import withdrawn
from emg_signal.calibrating import calibrate
from emg_signal.calibration import Calibration
from emg_signal.chunk import Origin
from emg_signal.filters import Band
from emg_signal.measurement import Measurement
from emg_signal.montage import Montage, pair_of
from emg_signal.quality import Quality, QualityReport
from emg_signal.symmetry import Symmetry

MONTAGE = Montage("two", (pair_of("frontalis", 0, 1), pair_of("zygomaticus", 2, 3)))
BAND = Band(20.0, 65.0)

SINCE = Examination(**dict.fromkeys(ADVERSE, False))
"""A later visit in which nothing happened since the injection."""


def calibration() -> Calibration:
    draw = np.random.default_rng(1)
    found = calibrate(
        MONTAGE,
        draw.normal(0, 1, (4, 750)),
        {p.muscle: [draw.normal(0, 50, (4, 625)) for _ in range(3)] for p in MONTAGE.pairs},
        fs_hz=250.0,
        band=BAND,
        rms_window_s=0.125,
        board="test",
        gain=24.0,
        locked_at_utc="2030-01-01T00:00:00+00:00",
    )
    assert isinstance(found, Calibration)
    return found


CALIBRATION = calibration()


def measurement(index: float, quality: Quality = Quality.GOOD) -> Measurement:
    symmetries = tuple(
        Symmetry(pair, i, (i - 2, i + 3), 5, (50.0,) * 5, (45.0,) * 5, 1, BAND)
        for pair, i in zip(MONTAGE.pairs, (index, -index), strict=True)
    )
    reports = (
        QualityReport(Quality.GOOD), QualityReport(quality, "cause", "remedy"),
        QualityReport(Quality.GOOD), QualityReport(Quality.GOOD),
    )  # fmt: skip
    return Measurement(
        "P-1", MONTAGE, "board", Origin.SIMULATED, 250.0, BAND, CALIBRATION, symmetries, reports,
        "2030-01-01T00:00:00+00:00", 100.0,
    )  # fmt: skip


def test_the_rules_take_index_interval_band_and_quality() -> None:
    face = face_of(measurement(6.0), age_s=120.0)
    assert (face.age_min, face.origin, face.subject) == (2.0, Origin.SIMULATED, "P-1")
    frontalis = face.pair("frontalis")
    assert frontalis == MeasuredPair(
        "frontalis",
        (Placement(6.0, 4.0, 9.0, 5, (50.0,) * 5, (45.0,) * 5),),
        250.0, 20.0, 65.0, Quality.GOOD, Quality.GOOD, False,
    )  # fmt: skip
    assert face.pair("masseter") is None
    assert face_of(measurement(6.0), age_s=-5.0).age_min == 0.0


@pytest.mark.hazard("H-suggestion-from-bad-data")
@pytest.mark.hazard("H-suggestion-from-stale-data")
def test_the_worse_quality_of_two_placements_counts() -> None:
    for first, second in ((Quality.NOISY, Quality.GOOD), (Quality.GOOD, Quality.NOISY)):
        face = face_of(
            measurement(6.0, second), age_s=0, earlier=measurement(8.0, first), tap_test_passed=True
        )
        pair = face.pair("frontalis")
        assert pair is not None
        assert (pair.left_quality, pair.right_quality) == (Quality.GOOD, Quality.NOISY)
        assert [p.index_percent for p in pair.placements] == [8.0, 6.0]
        assert pair.tap_test_passed
        assert (pair.smaller.index_percent, pair.larger.index_percent) == (6.0, 8.0)


def test_the_live_flow_asks_with_a_measurement(tables: Tables, make: Any) -> None:
    plan = make.plan("dysport_us", "forehead", (6, 6, 6), (8, 8, 6), vial=(300, 1.5))
    scenario = Scenario.from_measurement(plan, measurement(6.0), age_s=30.0)
    answer = suggest(scenario, tables)
    assert (answer.kind, answer.status) == (SuggestionKind.EVEN_OUT, Status.OK)
    assert (answer.age_min, answer.valid_min) == (0.5, 59.5)
    assert answer.may_be_wrong
    assert suggest(Scenario.from_measurement(plan, None), tables).age_min is None
    assert scenario.measured is not None
    assert not any(pair.tap_test_passed for pair in scenario.measured.pairs)
    proven = Scenario.from_measurement(plan, measurement(6.0), tap_test_passed=True).measured
    assert proven is not None
    assert all(pair.tap_test_passed for pair in proven.pairs)
    given = Examination(ptosis=True)
    asked = Scenario.from_measurement(plan, measurement(6.0), given)
    assert suggest(asked, tables).kind is SuggestionKind.EXAMINE


@pytest.mark.hazard("H-limit-missing")
@pytest.mark.parametrize(
    ("index", "low", "high", "repetitions"),
    [
        (math.nan, 0, 1, 5), (5, math.nan, 9, 5), (5, 1, math.nan, 5), (5, 6, 9, 5),
        (5, 1, 4, 5), (101, 99, 101, 5), (-101, -101, -99, 5), (5, 1, 9, 0),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_an_asymmetry(
    index: float, low: float, high: float, repetitions: int
) -> None:
    with pytest.raises(ValueError, match=r"asymmetry|repetitions"):
        Placement(index, low, high, repetitions)


@pytest.mark.parametrize("uv", [-1.0, math.nan, math.inf])
def test_amplitudes_that_cannot_be(uv: float) -> None:
    with pytest.raises(ValueError, match="amplitude"):
        Placement(5, 1, 9, 5, (uv,), (1.0,))
    with pytest.raises(ValueError, match="amplitude"):
        Placement.from_repetitions((uv, 1.0), (1.0, 1.0))
    with pytest.raises(ValueError, match="µV"):
        Amplitudes("masseter", uv, 1.0)
    with pytest.raises(ValueError, match="µV"):
        Amplitudes("masseter", 1.0, uv)


@pytest.mark.parametrize(
    ("fs", "low", "high"),
    [(250.0, 65.0, 20.0), (250.0, 20.0, 250.0), (math.nan, 20.0, 65.0), (math.inf, 20.0, 65.0)],
)
def test_rates_and_bands_that_cannot_be(fs: float, low: float, high: float) -> None:
    with pytest.raises(ValueError, match="rate"):
        MeasuredPair("frontalis", (Placement(5, 1, 9, 5),), fs, low, high)


def test_a_pair_needs_a_placement_and_a_face_an_age() -> None:
    with pytest.raises(ValueError, match="no placement"):
        MeasuredPair("frontalis", (), 250.0, 20.0, 65.0)
    for age in (-1.0, math.nan, math.inf):
        with pytest.raises(ValueError, match="age"):
            MeasuredFace((), age, Origin.LIVE)


# The dead band


@pytest.mark.parametrize(
    ("fs", "high", "penalty"),
    [
        (125.0, 46.0, None), (250.0, 64.9, None), (250.0, 65.0, 5.0), (499.0, 200.0, 5.0),
        (500.0, 130.9, 5.0), (500.0, 131.0, 2.7), (1000.0, 65.0, 5.0), (1000.0, 200.0, 2.7),
        (1000.0, 262.0, 1.1), (2000.0, 450.0, 1.1), (250.0, 124.0, 5.0),
    ],
)  # fmt: skip
def test_the_price_of_a_narrow_band(
    tables: Tables, fs: float, high: float, penalty: float | None
) -> None:
    assert band_penalty(fs, high, tables) == penalty


def test_the_dead_band_is_limit_widening_and_penalty(tables: Tables) -> None:
    own = dead_band("zygomaticus", 1000.0, 262.0, tables, "research")
    assert own is not None
    assert own.percent == 49.1
    assert own.arithmetic == (
        "41 (95 % of healthy people, zygomaticus) + 7 (widened) + 1.1 (band) = 49.1 %"
    )
    stand_in = dead_band("masseter", 1000.0, 262.0, tables, "training")
    assert stand_in is not None
    assert stand_in.percent == 42.1
    assert "widened" not in str(stand_in)
    assert dead_band("masseter", 1000.0, 262.0, tables, "research") is None
    assert dead_band("zygomaticus", 125.0, 46.0, tables, "research") is None


def test_words_for_sides_and_intervals() -> None:
    assert side_words(6.04) == "left more active by 6 %"
    assert side_words(-6.06) == "right more active by 6.1 %"
    assert side_words(0.0) == "both sides alike, 0 %"
    assert interval_words(-2, 38, 18) == "-2 to 38"
    assert interval_words(-38, 2, -18) == "-2 to 38"
    assert interval_words(-2.06, 38.14, 18.0) == "-2.1 to 38.1"
    assert interval_words(-1, 3, 0) == interval_words(-3, 1, 0) == "-3 to 3"


# Later visits


def visit(day: int = 14, region_muscle: str = "orbicularis_oculi") -> FollowUp:
    return FollowUp(
        day, (Amplitudes(region_muscle, 60.0, 50.0),), (Amplitudes(region_muscle, 30.0, 5.0),)
    )


@pytest.mark.hazard("H-touch-up-too-early")
@pytest.mark.parametrize(
    ("region", "full", "source"),
    [
        ("lateral_canthal", 30, "S203"),
        ("glabella", 30, "S204"),
        ("forehead", 30, "S203"),
        ("platysma_bands", 14, "S225"),
        ("perioral", 28, "S226"),
        ("masseter_contour", 90, "S42"),
    ],
)
def test_every_region_is_reviewed_from_day_14_and_has_its_own_full_effect(
    tables: Tables, make: Any, region: str, full: int, source: str
) -> None:
    muscle = tables.region(region).muscles[0]
    scenario = Scenario(make.plan(region=region), None, SINCE, follow_up=visit(14, muscle))
    answer = suggest(scenario, tables)
    data, name = dict(answer.data), muscle.replace("_", " ")
    assert (answer.status, answer.kind) == (Status.NONE, SuggestionKind.FOLLOW_UP)
    assert data["earliest day of review"] == 14
    assert any(f"until day {full}." in reason.text for reason in answer.reasons)
    assert data[f"{name} left, % of baseline"] == 50.0
    assert data[f"{name} right, % of baseline"] == 10.0
    assert data["label interval, days"] == 92.0
    assert data["first visit, lot"] == "A1"
    assert data["first visit, U"] == 8.0
    assert source in {cited.id for cited in answer.sources}
    assert answer.resulting_plan is None
    assert answer.changes == ()


def test_a_clinic_may_review_later(tables: Tables, make: Any) -> None:
    policy = parse_policy({"review_day": 21}, tables)
    plan = make.plan(region="lateral_canthal")
    data = dict(suggest(Scenario(plan, None, SINCE, policy=policy, follow_up=visit()), tables).data)
    assert data["earliest day of review"] == 21.0


def test_an_unknown_interval_and_lot_are_said(tables: Tables, make: Any) -> None:
    plan = replace(make.plan("azzalure_eu_uk", "glabella", vial=None), lot=None)
    tables = make.without("interval", lambda row: row.product == "azzalure_eu_uk")
    data = dict(suggest(Scenario(plan, None, SINCE, follow_up=visit()), tables).data)
    assert data["label interval"] == "not in the tables"
    assert data["first visit, lot"] == "not given"
    assert not any("baseline" in name for name in data)


def test_a_visit_before_the_treatment_cannot_be() -> None:
    with pytest.raises(ValueError, match="day -1"):
        visit(-1)


@pytest.mark.hazard("H-wrong-side")
def test_a_mirrored_visit_is_the_mirrored_answer(tables: Tables, make: Any) -> None:
    scenario = Scenario(make.plan(region="lateral_canthal"), None, SINCE, follow_up=visit())
    assert scenario.mirrored().mirrored() == scenario
    data = dict(suggest(scenario.mirrored(), tables).data)
    assert data["orbicularis oculi left, % of baseline"] == 10.0
    assert data["orbicularis oculi right, % of baseline"] == 50.0


def test_a_side_without_both_readings_has_no_percentage() -> None:
    assert visit().percent_of_baseline("masseter") is None
    assert FollowUp(14, visit().baseline, ()).percent_of_baseline("orbicularis_oculi") is None


# Validity


@pytest.mark.hazard("H-suggestion-from-stale-data")
def test_a_suggestion_holds_for_its_own_inputs_only(tables: Tables, make: Any) -> None:
    plan = make.plan("dysport_us", "forehead", (6, 6, 6), (8, 8, 6), vial=(300, 1.5))
    face = make.face(make.pair("frontalis", 6.0))
    scenario = Scenario(plan, face, Examination.nothing_found())
    answer = suggest(scenario, tables)
    assert withdrawn(answer, scenario, tables) is None
    aged = replace(scenario, measured=replace(face, age_min=60.0))
    assert withdrawn(answer, aged, tables) is None
    older = replace(scenario, measured=replace(face, age_min=math.nextafter(60.0, 61)))
    assert "60 min" in str(withdrawn(answer, older, tables))
    changed = (
        replace(scenario, plan=plan.with_units({plan.points[0].id: 6.5})),
        replace(scenario, plan=replace(plan, goal="soft")),
        replace(scenario, plan=replace(plan, lot="B2")),
        replace(scenario, plan=replace(plan, syringe=None)),
        replace(scenario, plan=replace(plan, vial=None)),
        replace(scenario, plan=None),
        replace(scenario, examination=replace(scenario.examination, ptosis=True)),
        replace(scenario, examination=replace(scenario.examination, age_years=41)),
        replace(scenario, profile="training"),
        replace(scenario, policy=parse_policy({"validity_min": 30}, tables)),
        replace(scenario, measured=None),
        replace(scenario, measured=make.face(make.pair("frontalis", 6.1))),
        replace(scenario, measured=replace(face, subject="another")),
        replace(scenario, follow_up=visit()),
    )
    for other in changed:
        assert "changed" in str(withdrawn(answer, other, tables)), other
    other_tables = replace(tables, digest="0" * 64)
    assert "changed" in str(withdrawn(answer, scenario, other_tables))
    digests = {scenario.digest(tables), *(other.digest(tables) for other in changed)}
    assert len(digests) == len(changed) + 1


def test_the_digest_knows_neither_order_nor_alphabet(tables: Tables, make: Any) -> None:
    plan = replace(make.plan(), subject="Ünal 김", lot="№ 4")
    one, other = (
        Scenario(plan, examination=Examination(toxin_days=days))
        for days in ({"glabella": 400, "forehead": 500}, {"forehead": 500, "glabella": 400})
    )
    assert one.digest(tables) == other.digest(tables)


def test_a_suggestion_without_a_measurement_does_not_age(tables: Tables, make: Any) -> None:
    scenario = Scenario(make.plan(left=(2, 1.2)))
    assert withdrawn(suggest(scenario, tables), scenario, tables) is None


@pytest.mark.hazard("H-simulated-taken-for-real")
@pytest.mark.parametrize(
    ("origin", "profile", "marks"),
    [
        (Origin.LIVE, "research", (UNREVIEWED,)),
        (Origin.PLAYBACK, "research", (HISTORICAL, UNREVIEWED)),
        (Origin.SIMULATED, "research", (SIMULATED, UNREVIEWED)),
        (Origin.SIMULATED, "training", (WATERMARK, SIMULATED, UNREVIEWED)),
        (Origin.LIVE, "training", (WATERMARK, UNREVIEWED)),
    ],
)
def test_every_answer_says_where_it_comes_from(
    tables: Tables, make: Any, origin: Origin, profile: Any, marks: tuple[str, ...]
) -> None:
    face = make.face(make.pair("orbicularis_oris", 5.0), origin=origin)
    answer = suggest(Scenario(make.plan(), face, profile=profile), tables)
    assert answer.marks == marks
    refused = profile == "training" and origin is not Origin.SIMULATED
    assert (answer.status is Status.REFUSED) == refused


@pytest.mark.hazard("H-patient-mix-up")
@pytest.mark.parametrize(
    ("plan_of", "measurement_of", "refused"),
    [
        ("A", "B", True),
        ("A", "A", False),
        (None, "B", False),
        ("A", None, False),
        ("A", "", False),
    ],
)
def test_a_plan_is_answered_with_its_own_persons_measurement(
    tables: Tables, make: Any, plan_of: Any, measurement_of: Any, refused: bool
) -> None:
    face = replace(make.face(make.pair("orbicularis_oris", 5.0)), subject=measurement_of)
    answer = suggest(Scenario(replace(make.plan(), subject=plan_of), face), tables)
    assert (answer.rule_ids == ("suggest.subject",)) == refused
    assert (answer.status is Status.REFUSED) == refused


@pytest.mark.hazard("H-automation-bias")
def test_without_a_plan_nothing_is_suggested(tables: Tables, make: Any) -> None:
    answer = suggest(Scenario(None, make.face(make.pair("frontalis", 6.0))), tables)
    assert (answer.status, answer.changes, answer.resulting_plan) == (Status.REFUSED, (), None)


@pytest.mark.hazard("H-automation-bias")
def test_every_answer_carries_its_grounds(tables: Tables, make: Any) -> None:
    plan = make.plan("dysport_us", "forehead", (6, 6, 6), (8, 8, 6), vial=(300, 1.5))
    answer = suggest(Scenario(plan, make.face(make.pair("frontalis", 6.0))), tables)
    assert len(answer.digest) == 64
    assert answer.rule_ids[0] == "even.out"
    assert answer.sources == (CitedSource("S55", "cohort"),)
    assert len(answer.may_be_wrong) == 6
    nothing = suggest(Scenario(make.plan()), tables)
    assert nothing.would_change
    assert nothing.status is Status.NONE
    assert suggest(Scenario(make.plan()), tables).may_be_wrong == ()


@pytest.mark.hazard("H-automation-bias")
def test_every_answer_but_an_examination_says_what_would_change_it(
    tables: Tables, make: Any
) -> None:
    """An examination has nothing that unlocks it; a STOP of the plan check names its remedy."""
    seen = set()
    for path in sorted((Path(__file__).parent / "corpus").glob("*.json")):
        scenario = parse_scenario(json.loads(path.read_text("utf-8"))["scenario"], tables)
        answer = suggest(scenario, tables)
        seen.add(answer.kind)
        plan = scenario.plan and bind(scenario.plan, tables, scenario.policy)
        stopped = plan and check_stops(plan, scenario.examination, scenario.today)
        fixed = (answer.status, answer.kind) == (Status.REFUSED, SuggestionKind.TRIM)
        nothing_unlocks = answer.kind is SuggestionKind.EXAMINE or fixed or bool(stopped)
        unlocked = answer.status is not Status.REFUSED or not nothing_unlocks
        assert bool(answer.would_change) == unlocked, path.name
    assert seen == set(SuggestionKind)


@pytest.mark.parametrize(
    ("reviewed", "mark"), [(0, (UNREVIEWED,)), (1, (PARTLY_REVIEWED,)), (None, ())]
)
def test_unreviewed_rows_are_shown_as_such_until_all_are_reviewed(
    tables: Tables, make: Any, reviewed: int | None, mark: tuple[str, ...]
) -> None:
    by_kind = {}
    for kind, found in tables.by_kind.items():
        count = reviewed if kind == "norm" else 0
        by_kind[kind] = tuple(
            row.model_copy(update={"reviewed_by": "Dr A", "reviewed_on": "2031-01-01"})
            if hasattr(row, "reviewed_by") and (reviewed is None or number < (count or 0))
            else row
            for number, row in enumerate(found)
        )
    answer = suggest(Scenario(make.plan()), Tables(by_kind, "x"))
    assert answer.marks == mark


def test_a_number_of_another_placement_names_its_placement() -> None:
    first, second = Placement(30.0, 28.0, 32.0, 5), Placement(35.0, 33.0, 37.0, 5)
    pair = MeasuredPair("zygomaticus", (first, second), 1000.0, 20.0, 262.0)
    assert placed_words(pair, first) == "left more active by 30 % in placement 1 of 2"
    assert placed_words(pair, second) == "left more active by 35 %", "it is the one that is shown"
    alone = MeasuredPair("zygomaticus", (first,), 1000.0, 20.0, 262.0)
    assert placed_words(alone, first) == "left more active by 30 %"
