"""The EMG shift: open when every gate is met, closed by each of them alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from let_in import opened

from emg_dosing.bound_plan import bind
from emg_dosing.chain import Ground, run_chain
from emg_dosing.examination import Examination
from emg_dosing.plan import Syringe, parse_plan
from emg_dosing.policy import parse_policy
from emg_dosing.rows import MuscleRow
from emg_dosing.shift_gates import tapped
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.tables import Tables, load_tables
from emg_signal.chunk import Origin
from emg_signal.montage import Side
from emg_signal.quality import Quality

MUSCLE = "orbicularis_oris"


@pytest.fixture(scope="session")
def tables() -> Tables:
    """Return the tables with the muscles let in of which healthy ranges are known."""
    return opened(load_tables())


@pytest.mark.parametrize("profile", ["research", "training"])
@pytest.mark.parametrize(
    ("region", "muscle"), [("perioral", MUSCLE), ("gummy_smile_posterior", "zygomaticus")]
)
def test_mouth_and_smile_take_no_shift_in_any_profile_but_an_examination(
    make: Any, profile: Any, region: str, muscle: str
) -> None:
    face = make.face(make.pair(muscle, 49.0, 49.0, half=0.3))
    plan = make.plan(region=region)
    answer = suggest(Scenario(plan, face, Examination.nothing_found(), profile), load_tables())
    assert (answer.status, answer.changes) == (Status.NONE, ())
    assert "above most healthy faces" in answer.reasons[0].text
    assert "weakness of the other side until shown otherwise" in answer.reasons[0].text
    assert answer.examine


@pytest.fixture
def open_case(make: Any) -> Scenario:
    """Return a case in which every gate is met, only just."""
    face = make.face(make.pair(MUSCLE, 47.2, 47.3, half=2.0), age_min=60.0)
    return Scenario(make.plan(), face, Examination.nothing_found())


def test_every_gate_met_moves_one_graduation(open_case: Scenario, tables: Tables) -> None:
    answer = suggest(open_case, tables)
    assert (answer.status, answer.kind) == (Status.OK, SuggestionKind.EMG_SHIFT)
    assert {c.point_id: (c.before.units, c.after.units) for c in answer.changes} == {
        "perioral.orbicularis_oris.left.1": (2.0, 2.4),
        "perioral.orbicularis_oris.right.1": (2.0, 1.6),
    }
    assert [c.after_ml for c in answer.changes] == [0.06, 0.04]
    assert "47.2 % in the smaller of 2 placements" in answer.reasons[0].text
    assert "No study shows that this helps" in answer.reasons[0].text
    assert answer.rule_ids == ("shift.one_graduation",)


def test_the_less_active_side_gives(make: Any, tables: Tables) -> None:
    face = make.face(make.pair(MUSCLE, -47.2, -47.3, half=2.0))
    answer = suggest(Scenario(make.plan(), face, Examination.nothing_found()), tables)
    assert {c.point_id: c.after.units for c in answer.changes} == {
        "perioral.orbicularis_oris.left.1": 1.6,
        "perioral.orbicularis_oris.right.1": 2.4,
    }


@pytest.mark.hazard("H-dose-above-limit")
@pytest.mark.parametrize(
    ("left", "right", "moved"),
    [((14, 8), (8, 14), "1"), ((8, 14), (14, 8), "1"), ((14, 8, 0), (14, 8, 0), "1")],
)
def test_a_point_that_holds_nothing_gives_nothing(
    make: Any, tables: Tables, left: Any, right: Any, moved: str
) -> None:
    """Sides even in their sum, but not point by point: the total still stays."""
    plan = make.plan(region="masseter_contour", left=left, right=right)
    face = make.face(make.pair("masseter", 47, 47))
    answer = suggest(Scenario(plan, face, Examination.nothing_found(), "training"), tables)
    assert answer.kind is SuggestionKind.EMG_SHIFT
    assert [c.point_id[-1] for c in answer.changes] == [moved, moved]
    assert answer.resulting_plan is not None
    assert answer.resulting_plan.units() == plan.units()


def test_the_point_with_the_most_units_moves(make: Any, tables: Tables) -> None:
    plan = make.plan(region="masseter_contour", left=(4, 8, 4), right=(4, 8, 4))
    face = make.face(make.pair("masseter", 47, 47))
    asked = Scenario(plan, face, Examination.nothing_found(), "training")
    assert [c.point_id[-1] for c in suggest(asked, tables).changes] == ["2", "2"]


def with_pair(make: Any, *indices: float, **more: Any) -> Callable[[Scenario], Scenario]:
    pair = make.pair(MUSCLE, *indices, **({"half": 2.0} | more))
    return lambda s: replace(s, measured=make.face(pair))


GATES: dict[str, Callable[[Any], Callable[[Scenario], Scenario]]] = {
    "policy.placements": lambda make: with_pair(make, 47.2),
    "policy.repetitions": lambda make: with_pair(make, 47.2, 47.3, repetitions=4),
    "band.250": lambda make: with_pair(make, 47.2, 47.3, fs_hz=250.0, high_hz=64.0),
    "shift.dead_band": lambda make: with_pair(make, 47.1, 47.3),
    "shift.dead_band at 500": lambda make: with_pair(
        make, 47.2, 47.3, half=1.0, fs_hz=500.0, high_hz=131.0
    ),
    "policy.examine_index": lambda make: with_pair(make, 47.2, 48.1),
    "shift.quality left": lambda make: with_pair(make, 47.2, 47.3, left_quality=Quality.MAINS),
    "shift.quality right": lambda make: with_pair(make, 47.2, 47.3, right_quality=Quality.GAP),
    "shift.tap": lambda make: with_pair(make, 47.2, 47.3, tapped=False),
    "check.not_asked": lambda make: (
        lambda s: replace(s, examination=replace(s.examination, thick_sebaceous_skin=None))
    ),
    "check.not_asked age": lambda make: (
        lambda s: replace(s, examination=replace(s.examination, age_years=None))
    ),
    "check.not_asked toxin": lambda make: (
        lambda s: replace(s, examination=replace(s.examination, toxin_days=None))
    ),
    "shift.points": lambda make: lambda s: replace(s, plan=make.plan(right=(4,))),
    "check.no_range": lambda make: lambda s: replace(s, plan=make.plan("jeuveau_us")),
    "check.not_given": lambda make: lambda s: replace(s, plan=make.plan(graduation_ml=None)),
    "check.not_given vial": lambda make: lambda s: replace(s, plan=make.plan(vial=None)),
    "policy.max_shift": lambda make: (
        lambda s: replace(s, plan=make.plan(left=(2, 1.6), right=(2, 1.6)))
    ),
    "shift.alike": lambda make: with_pair(make, 0.0, 47.3),
}


@pytest.mark.hazard("H-swapped-leads")
@pytest.mark.hazard("H-suggestion-from-bad-data")
@pytest.mark.parametrize("gate", GATES)
def test_each_gate_alone_closes(gate: str, open_case: Scenario, make: Any, tables: Tables) -> None:
    answer = suggest(GATES[gate](make)(open_case), tables)
    assert (answer.status, answer.changes) == (Status.NONE, ())
    against = [r for r in answer.reasons if not r.rule_id.startswith("norm.")]
    assert [r.rule_id for r in against] == [gate.split()[0]]
    if gate.startswith("policy."):
        assert against[0].value is not None
        assert against[0].limit is not None
        assert against[0].unit


def test_a_narrow_band_within_a_fast_rate_is_still_narrow(make: Any, tables: Tables) -> None:
    face = make.face(make.pair(MUSCLE, 49.4, 49.4, half=0.3, fs_hz=1000.0, high_hz=65.0))
    asked = Scenario(make.plan(), face, Examination.nothing_found())
    assert suggest(asked, tables).kind is SuggestionKind.EMG_SHIFT
    face = make.face(make.pair(MUSCLE, 49.2, 49.2, half=0.3, fs_hz=1000.0, high_hz=65.0))
    assert suggest(replace(asked, measured=face), tables).status is Status.NONE


def test_the_plan_may_not_already_lean(make: Any, tables: Tables) -> None:
    face = make.face(make.pair("masseter", 47, 47))
    for left, right, shifted in ((24.4, 24.0, False), (24.0, 24.0, True), (24.0, 24.4, True)):
        plan = make.plan(region="masseter_contour", left=(left,), right=(right,))
        asked = Scenario(plan, face, Examination.nothing_found(), "training")
        answer = suggest(asked, tables)
        assert (answer.kind is SuggestionKind.EMG_SHIFT) == shifted
        if not shifted:
            assert "shift.leaning" in answer.rule_ids


@pytest.mark.parametrize(
    ("region", "muscle"),
    [("forehead", "frontalis"), ("glabella", "corrugator"), ("platysma_bands", "platysma")],
)
def test_never_for_some_muscles_even_in_training(
    make: Any, tables: Tables, region: str, muscle: str
) -> None:
    plan = make.plan(region=region, left=(8,), right=(8,))
    face = make.face(make.pair(muscle, 26.0, 26.0))
    for profile in ("research", "training"):
        asked = Scenario(plan, face, Examination.nothing_found(), profile)  # type: ignore[arg-type]
        answer = suggest(asked, tables)
        assert answer.status is Status.NONE
        assert len([r for r in answer.reasons if not r.rule_id.startswith("norm.")]) in (1, 2)
        assert "policy.placements" not in answer.rule_ids


def test_a_region_that_differs_by_design_takes_none(make: Any, tables: Tables) -> None:
    plan = make.plan(region="gummy_smile_asymmetric", left=(4,), right=(4,))
    face = make.face(make.pair("levator_labii", 47, 47))
    asked = Scenario(plan, face, Examination.nothing_found(), "training")
    assert suggest(asked, tables).rule_ids[0] == "gummy_smile_asymmetric"


def test_a_clinic_may_allow_less(open_case: Scenario, tables: Tables) -> None:
    for content in (
        {"emg_shift": False},
        {"max_shift_percent": 9.9},
        {"repetitions": 6},
        {"placements": 3},
        {"examine_index_percent": 49},
        {"validity_min": 59},
    ):
        policy = parse_policy(content, tables)
        assert suggest(replace(open_case, policy=policy), tables).changes == ()
    same = parse_policy({"max_shift_percent": 10, "repetitions": 5}, tables)
    assert suggest(replace(open_case, policy=same), tables).kind is SuggestionKind.EMG_SHIFT


def test_a_finer_syringe_moves_less(open_case: Scenario, make: Any, tables: Tables) -> None:
    plan = replace(make.plan(), syringe=Syringe(0.3, 0.005, 5.0))
    answer = suggest(replace(open_case, plan=plan), tables)
    assert {c.after.units for c in answer.changes} == {2.2, 1.8}


@pytest.mark.hazard("H-simulated-taken-for-real")
@pytest.mark.parametrize(
    ("profile", "origin", "status"),
    [
        ("training", Origin.SIMULATED, Status.OK),
        ("training", Origin.LIVE, Status.REFUSED),
        ("training", Origin.PLAYBACK, Status.REFUSED),
        ("research", Origin.SIMULATED, Status.NONE),
        ("research", Origin.LIVE, Status.NONE),
    ],
)
def test_the_widest_norm_is_for_simulated_patients(
    make: Any, tables: Tables, profile: Any, origin: Origin, status: Status
) -> None:
    plan = make.plan(region="masseter_contour", left=(24,), right=(24,))
    face = make.face(make.pair("masseter", 47, 47), origin=origin)
    assert suggest(Scenario(plan, face, Examination.nothing_found(), profile), tables).status is (
        status
    )


def test_a_shift_that_brings_a_new_finding_is_left_out(make: Any, tables: Tables) -> None:
    """12 U a side is the label's; 0.4 U more would be above it."""
    face = make.face(make.pair("orbicularis_oculi", 47, 47))
    for point, shifted in ((3.6, True), (4.0, False), (4.4, True)):
        plan = make.plan(region="lateral_canthal", left=(point,) * 3, right=(point,) * 3)
        asked = Scenario(plan, face, Examination.nothing_found(), "training")
        answer = suggest(asked, tables)
        assert (answer.kind is SuggestionKind.EMG_SHIFT) == shifted, point
        if not shifted:
            assert "would have a new finding" in answer.reasons[0].text


def test_units_are_never_added_at_a_forbidden_place(make: Any, tables: Tables) -> None:
    face = make.face(make.pair("masseter", 47, 47))
    for side, shifted in (("left", False), ("right", True)):
        document = make.document(region="masseter_contour", left=(24,), right=(24,))
        for point in document["point"]:
            if point["side"] == side:
                point["place"] = "anterior"
        asked = Scenario(
            parse_plan(document, tables), face, Examination.nothing_found(), "training"
        )
        assert (suggest(asked, tables).kind is SuggestionKind.EMG_SHIFT) == shifted


def test_marionette_lines_take_a_small_shift(make: Any, tables: Tables) -> None:
    face = make.face(make.pair("depressor_anguli_oris", 47, 47))
    plan = make.plan(region="dao_marionette", left=(4.4,), right=(4.4,))
    asked = Scenario(plan, face, Examination.nothing_found(), "training")
    assert suggest(asked, tables).kind is SuggestionKind.EMG_SHIFT
    full = make.plan(region="dao_marionette", left=(4.8,), right=(4.8,))
    answer = suggest(replace(asked, plan=full), tables)
    assert answer.rule_ids[0] == "dao_marionette"
    assert "may hold 4.8 units at most" in answer.reasons[0].text


def test_the_first_of_two_pairs_moves_alone(make: Any, tables: Tables) -> None:
    document = make.document()
    document["point"] += make.document(region="gummy_smile_posterior")["point"]
    face = make.face(make.pair(MUSCLE, 47, 47), make.pair("zygomaticus", 49.5, 49.5, half=0.3))
    asked = Scenario(parse_plan(document, tables), face, Examination.nothing_found())
    answer = suggest(asked, tables)
    assert {c.region for c in answer.changes} == {"perioral"}


def test_without_a_measured_pair_of_the_plan_nothing_is_said_of_emg(
    make: Any, tables: Tables
) -> None:
    face = make.face(make.pair("frontalis", 5.0))
    answer = suggest(Scenario(make.plan(), face), tables)
    assert answer.rule_ids == ("suggest.nothing",)
    assert len(answer.would_change) == 1


def test_a_region_may_forbid_what_its_muscle_allows(make: Any, tables: Tables) -> None:
    muscles = tuple(
        row.model_copy(update={"emg_shift": "norm"}) if row.id == "frontalis" else row
        for row in tables.all(MuscleRow)
    )
    allowed = Tables(tables.by_kind | {"muscle": muscles}, tables.digest)
    face = make.face(make.pair("frontalis", 20.0, 20.0))
    asked = Scenario(make.plan(region="forehead"), face, Examination.nothing_found())
    assert suggest(asked, tables).rule_ids[0] == "muscle.frontalis"
    assert suggest(asked, allowed).rule_ids[0] == "hazard.forehead"


def test_a_gate_without_a_measurement_fails_and_so_refuses(make: Any, tables: Tables) -> None:
    bound = bind(make.plan(), tables)
    ground = Ground(Scenario(bound.plan), bound, bound.pairs[0], Side.LEFT)
    with pytest.raises(ValueError, match="was not measured"):
        tapped(Fraction(1), ground)
    assert run_chain(Fraction(1), [tapped], ground).broken
