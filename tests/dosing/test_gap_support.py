"""What EMG says of a gap that the injector measured: agrees, disagrees, cannot tell; no units."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from emg_dosing.bound_plan import bind
from emg_dosing.plan import parse_plan
from emg_dosing.scenario import Scenario
from emg_dosing.stated_gap import StatedGap
from emg_dosing.suggest import suggest
from emg_dosing.suggestion import Suggestion
from emg_dosing.support import SupportAnswer, least_index_percent, supports
from emg_dosing.tables import Tables
from emg_signal.errors import PlanError
from emg_signal.montage import Side
from emg_signal.quality import Quality

AGREES, DISAGREES = SupportAnswer.AGREES, SupportAnswer.DISAGREES
CANNOT_TELL = SupportAnswer.CANNOT_TELL
THICK = {"masseter_contour": {"kind": "thickness", "left": 14.0, "right": 11.0}}


def asked(make: Any, *pairs: Any, gap: Any = None, region: str = "masseter_contour") -> Scenario:
    gaps = THICK if gap is None else {region: gap}
    plan = make.plan(region=region, left=(8, 8, 8), right=(6.4, 6.4, 6.4), measured=gaps)
    return Scenario(plan, make.face(*pairs))


def told(scenario: Scenario, tables: Tables) -> SupportAnswer:
    assert scenario.plan is not None
    (support,) = supports(scenario, bind(scenario.plan, tables))
    assert (support.why is None) is (support.answer is not CANNOT_TELL)
    return support.answer


def words(answer: Suggestion) -> list[str]:
    return [str(r.text) for r in answer.reasons if r.rule_id == "support.gap"]


@pytest.mark.parametrize(
    ("index", "answer"), [(45.0, AGREES), (-45.0, DISAGREES), (15.0, CANNOT_TELL)]
)
def test_the_thicker_side_is_held_beside_the_more_active_one(
    make: Any, tables: Tables, index: float, answer: SupportAnswer
) -> None:
    scenario = asked(make, make.pair("masseter", index, index))
    assert told(scenario, tables) is answer
    assert told(scenario.mirrored(), tables) is answer
    said = suggest(scenario, tables)
    assert not said.changes
    (text,) = words(said)
    assert "left 14, right 11" in text
    assert ("EMG agrees" in text, "EMG disagrees" in text) == (
        answer is AGREES,
        answer is DISAGREES,
    )
    reason = next(r for r in said.reasons if r.rule_id == "support.gap")
    assert (reason.sources, reason.evidence) == (("S43",), "cohort")


def test_without_a_measure_nothing_is_said(make: Any, tables: Tables) -> None:
    plan = make.plan(region="masseter_contour", left=(8,), right=(6,), reasons={
        "masseter_contour": "the left is bulkier"})  # fmt: skip
    assert words(suggest(Scenario(plan, make.face(make.pair("masseter", 45, 45))), tables)) == []


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"tapped": False}, "tapping"),
        ({"left_quality": Quality.NOISY}, "not good"),
        ({"right_quality": Quality.NOISY}, "not good"),
        ({"repetitions": 4}, "4 holds; at least 5"),
        ({"half": 40.0}, "Holds and the place of the electrodes explain up to"),
    ],
)
def test_worse_data_cannot_tell(make: Any, tables: Tables, how: dict[str, Any], why: str) -> None:
    scenario = asked(make, make.pair("masseter", 45, 45, **how))
    assert told(scenario, tables) is CANNOT_TELL
    assert why in words(suggest(scenario, tables))[0]


def test_placements_that_contradict_each_other_cannot_tell(make: Any, tables: Tables) -> None:
    assert told(asked(make, make.pair("masseter", 45, -40)), tables) is CANNOT_TELL


def test_even_numbers_state_no_difference(make: Any, tables: Tables) -> None:
    gap = {"kind": "thickness", "left": 12.0, "right": 12.0}
    scenario = asked(make, make.pair("masseter", 45, 45), gap=gap)
    assert "No difference is stated" in words(suggest(scenario, tables))[0]


@pytest.mark.parametrize(
    ("region", "kind", "muscle", "answer"),
    [
        ("gummy_smile_anterior", "gum", "levator_labii", AGREES),
        ("gummy_smile_posterior", "gum", "zygomaticus", AGREES),
        ("forehead", "brow", "frontalis", AGREES),
        ("temporalis", "thickness", "temporalis", AGREES),
        ("forehead", "thickness", "frontalis", CANNOT_TELL),
        ("masseter_contour", "bands", "masseter", CANNOT_TELL),
    ],
)
def test_each_kind_is_seen_in_its_own_muscle(
    make: Any, tables: Tables, region: str, kind: str, muscle: str, answer: SupportAnswer
) -> None:
    gap = {"kind": kind, "left": 3.0, "right": 1.0}
    scenario = asked(make, make.pair(muscle, 45, 45), gap=gap, region=region)
    assert told(scenario, tables) is answer
    reason = next(r for r in suggest(scenario, tables).reasons if r.rule_id == "support.gap")
    graded = (("S43",), "cohort") if kind == "thickness" else ((), "none")
    assert (reason.sources, reason.evidence) == graded
    if answer is CANNOT_TELL:
        assert "EMG of this region says nothing of it." in words(suggest(scenario, tables))[0]


def test_the_placement_with_the_fewest_holds_counts(make: Any, tables: Tables) -> None:
    few, many = (make.pair("masseter", 45, repetitions=n).placements[0] for n in (4, 5))
    pair = replace(make.pair("masseter", 45), placements=(few, many))
    assert told(asked(make, pair), tables) is CANNOT_TELL
    assert told(asked(make, replace(pair, placements=(many, many))), tables) is AGREES


def test_bands_are_held_beside_the_platysma(make: Any, tables: Tables) -> None:
    plan = make.plan(region="platysma_bands", left=(4.0,), right=(4.0,), measured={
        "platysma_bands": {"kind": "bands", "left": 1.0, "right": 2.0}})  # fmt: skip
    assert told(Scenario(plan, make.face(make.pair("platysma", -45, -45))), tables) is AGREES


def test_what_was_not_measured_cannot_tell(make: Any, tables: Tables) -> None:
    assert told(asked(make, make.pair("frontalis", 45, 45)), tables) is CANNOT_TELL
    scenario = replace(asked(make), measured=None)
    assert told(scenario, tables) is CANNOT_TELL
    assert "It was not measured" in words(suggest(scenario, tables))[0]


def test_a_change_of_another_kind_tells_it_as_well(make: Any, tables: Tables) -> None:
    document = make.document(region="masseter_contour", left=(8,), right=(8,), measured=THICK)
    crows = make.document(region="lateral_canthal", left=(5, 5), right=(5, 5))["point"]
    plan = parse_plan(document | {"point": document["point"] + crows}, tables)
    answer = suggest(Scenario(plan, make.face(make.pair("masseter", 45, 45))), tables)
    assert answer.changes
    assert len(words(answer)) == 1


def test_what_placement_explains_is_worked_out(make: Any, tables: Tables) -> None:
    bound = bind(make.plan(), tables)
    # 1.96 x sqrt(ln(1.04)) x sqrt(2 / n) of the logarithm, as 100 tanh(x / 2).
    one, two = make.pair("masseter", 0, half=0.0), make.pair("masseter", 0, 0, half=0.0)
    assert least_index_percent(one, bound) == pytest.approx(26.77, abs=0.01)
    assert least_index_percent(two, bound) == pytest.approx(19.17, abs=0.01)
    held = make.pair("masseter", 0, half=20.0)
    assert least_index_percent(held, bound) == pytest.approx(32.86, abs=0.01)
    wide = make.pair("masseter", 60, half=40.0)
    assert least_index_percent(wide, bound) > 90.0


def test_numbers_are_a_reason_and_stay_with_the_plan(make: Any, tables: Tables) -> None:
    plan = make.plan(region="masseter_contour", measured=THICK)
    assert "ultrasound" in (plan.reason_for("masseter_contour") or "")
    assert plan.reason_for("forehead") is None
    assert parse_plan(plan.as_dict(), tables) == plan
    assert dict(plan.mirrored().gaps)["masseter_contour"].larger is Side.RIGHT
    other = plan.with_gap("masseter_contour", StatedGap("thickness", 9.0, 12.0))
    assert dict(other.gaps) == {"masseter_contour": StatedGap("thickness", 9.0, 12.0)}


@pytest.mark.parametrize(
    "gaps",
    [
        {"forehead": {"kind": "brow", "left": 3.0, "right": 1.0}},
        {"perioral": {"kind": "length", "left": 3.0, "right": 1.0}},
        {"perioral": {"kind": "gum", "left": -3.0, "right": 1.0}},
        {"perioral": {"kind": "gum", "left": 101.0, "right": 1.0}},
        {"perioral": {"kind": "gum", "left": 3.0}},
    ],
)
def test_what_is_no_measure_is_refused(make: Any, gaps: dict[str, Any]) -> None:
    with pytest.raises(PlanError):
        make.plan(measured=gaps)
