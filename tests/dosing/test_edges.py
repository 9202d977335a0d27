"""What lies exactly on the edge of a rule, and what a value, a row or a document may just be."""

from __future__ import annotations

import datetime as dt
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from fractions import Fraction
from importlib import resources
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from seal_tables import manifest_of

import emg_dosing
from emg_dosing import rows
from emg_dosing.bound_plan import bind
from emg_dosing.chain import Ground, Verdict, run_chain
from emg_dosing.check import check_plan
from emg_dosing.exact import GRID
from emg_dosing.examination import ADVERSE, CONDITIONS, Examination
from emg_dosing.findings import from_rule
from emg_dosing.follow_up import FollowUp
from emg_dosing.guardrail import Bounds
from emg_dosing.healthy import side_words
from emg_dosing.manifest import TABLE_NAMES
from emg_dosing.measured import MeasuredPair, Placement
from emg_dosing.names import region_name
from emg_dosing.outcome import Outcome
from emg_dosing.pairs import share
from emg_dosing.plan import parse_plan
from emg_dosing.plan_document import PlanDocument
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.preparation import Draw, prepare
from emg_dosing.region_bounds import table_bounds
from emg_dosing.scenario_document import ScenarioDocument
from emg_dosing.shift_gates import not_beyond_examination
from emg_dosing.suggest import Scenario, parse_scenario, require_sound, suggest
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.tables import Tables, build_tables, require_complete
from emg_dosing.typed_number import parse_number
from emg_dosing.values import Grade
from emg_signal.errors import ConfigError, ProductTableError
from emg_signal.montage import Side

BOTOX = "botox_cosmetic_us"


def classes() -> Iterator[type]:
    """Yield every class that the room defines."""
    for module in pkgutil.iter_modules(emg_dosing.__path__, "emg_dosing."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and value.__module__ == module.name:
                yield value


def test_no_value_changes_once_it_is_made() -> None:
    values = [kind for kind in classes() if is_dataclass(kind)]
    assert len(values) > 20
    for kind in values:
        frozen = kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert frozen, kind
        assert "__slots__" in vars(kind), kind
        assert "__dict__" not in dir(kind), kind


def test_every_document_and_row_is_strict_finite_and_frozen() -> None:
    models = [kind for kind in classes() if issubclass(kind, BaseModel)]
    assert len(models) > 30
    for model in models:
        config = model.model_config
        assert config.get("extra") == "forbid", model
        assert config.get("frozen"), model
        assert config.get("strict"), model
        if any("float" in str(field.annotation) for field in model.model_fields.values()):
            assert config.get("allow_inf_nan") is False, model


# Bounds


@pytest.mark.hazard("H-dose-above-limit")
def test_a_midline_point_holds_no_more_than_a_side(make: Any, tables: Tables) -> None:
    plan = make.plan(region="masseter_bruxism", left=(), right=(), midline=(31.2,))
    limits = {a.level: a.limit for a in bind(plan, tables).amounts}
    assert limits == {"point": 30.0, "side": 30.0, "region": 60.0}
    assert suggest(Scenario(plan), tables).resulting_plan is None, "practice is no limit"
    limit = {"product": BOTOX, "region": "masseter_bruxism", "max_units": 29.0}
    policy = parse_policy({"limit": [limit]}, tables)
    after = suggest(Scenario(plan, policy=policy), tables).resulting_plan
    assert after is not None
    assert after.units() == Fraction("28.8")


@pytest.mark.hazard("H-dose-above-limit")
def test_evening_one_muscle_keeps_its_side_within_the_regions_bound(
    make: Any, tables: Tables
) -> None:
    """The zygomaticus stays uneven, as measured; the levator may bring the left side to 5 U."""
    region = "gummy_smile_anterior"
    evened = tables.region(region).model_copy(update={"even_out": True})
    tables = Tables(
        tables.by_kind
        | {"region": tuple(evened if r.id == region else r for r in tables.all(rows.RegionRow))},
        tables.digest,
    )
    document = make.document(region=region, muscle="levator_labii", left=(0.8,), right=(3.2,))
    document["point"] += make.document(
        region=region, muscle="zygomaticus", left=(3.6,), right=(1.2,)
    )["point"]
    plan = parse_plan(document, tables)
    asked = Scenario(plan, make.face(make.pair("zygomaticus", 45.0, 45.0)))
    answer = suggest(asked, tables)
    assert (answer.kind, answer.status) == (SuggestionKind.EVEN_OUT, Status.LIMITED)
    after = answer.resulting_plan
    assert after is not None
    assert [float(p.dose.units) for p in after.points] == [1.2, 2.8, 3.6, 1.2]
    assert any("may hold 5 units at most" in reason.text for reason in answer.reasons)


def test_label_trials_and_practice_are_known_apart_and_none_is_a_limit(tables: Tables) -> None:
    bounds = table_bounds(tables, BOTOX, "lateral_canthal")
    assert bounds is not None
    known = [(dose.basis, dose.low, dose.high) for dose in bounds.known]
    assert known[0] == ("label", 12.0, 12.0)
    assert known[-2:] == [("studied", 6.0, 18.0), ("practice", 4.0, 15.0)]
    assert not bounds.is_limit
    assert bounds.guardrail.absolute.high == 18.0
    assert bounds.rule_id == "dose.ona.lateral_canthal"
    letybo = table_bounds(tables, "letybo_us", "glabella")
    assert letybo is not None
    assert (letybo.is_limit, letybo.guardrail.absolute.high) == (True, 20.0)
    assert letybo.rule_id == "max.letybo_us.glabella"


def test_the_clinics_bound_is_the_reason_where_no_row_bounds(make: Any, tables: Tables) -> None:
    limit = {"product": "xeomin_us", "region": "perioral", "max_units": 4.0}
    policy = parse_policy({"limit": [limit]}, tables)
    plan = make.plan("xeomin_us", left=(4,), right=(4,))
    answer = suggest(Scenario(plan, policy=policy), tables)
    assert answer.kind is SuggestionKind.TRIM
    assert {reason.rule_id for reason in answer.reasons} >= {"policy.clinic"}


# Chain and shares


def test_a_constraint_that_leaves_all_in_another_object_is_sound(make: Any, tables: Tables) -> None:
    bound = bind(make.plan(), tables)
    ground = Ground(Scenario(bound.plan), bound, bound.pairs[0], Side.LEFT)

    def same(units: Fraction, _: Ground) -> Verdict:
        return Verdict(units * 2 / 2)

    result = run_chain(Fraction(7, 3), [same], ground)
    assert (result.units, result.broken) == (Fraction(7, 3), False)


def test_a_share_is_even_without_weights_whole_and_never_above_its_target() -> None:
    one = Fraction(1)
    assert share(Fraction(4), [Fraction(0), Fraction(0)], one) == [2, 2]
    assert share(Fraction(5), [Fraction(0), Fraction(0)], one) == [3, 2]
    assert share(Fraction(2, 3), [one], None) == [Fraction(666_666, GRID)]
    fives = Fraction(5, 6)
    assert share(5 - Fraction(1, GRID), [one], fives) == [5]
    assert share(5 - Fraction(3, GRID), [one], fives) == [5 - fives]


def test_a_share_stops_at_its_cap() -> None:
    half, one = Fraction(1, 2), Fraction(1)
    now = [Fraction(5, 2), Fraction(5, 2)]
    assert share(Fraction(5), now, one, caps=[Fraction(5, 2), Fraction(3)]) == [2, 3]
    assert share(Fraction(5), now, one, caps=[Fraction(3), Fraction(3)]) == [3, 2]
    assert share(Fraction(5), now, one, caps=now) == [2, 2]
    assert share(Fraction(5), now, half, caps=now) == now


# Measurements


def test_the_least_that_a_measurement_may_be() -> None:
    one = Placement(0.0, 0.0, 0.0, 1, (0.0, 1.0), (0.0, 2.0))
    assert one.repetitions == 1
    with pytest.raises(ValueError, match="0 repetitions"):
        Placement(0.0, 0.0, 0.0, 0)
    for bad in (-0.1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="negative or not finite"):
            Placement(0.0, 0.0, 0.0, 1, (bad,), (1.0,))
    assert Placement(-100.0, -100.0, 100.0, 1)
    assert MeasuredPair("masseter", (one,), 250.0, 0.0, 65.0).low_hz == 0
    assert MeasuredPair("masseter", (one,), 250.0, 20.0, 20.5)
    for low, high in ((-0.1, 65.0), (65.0, 65.0), (20.0, 250.0)):
        with pytest.raises(ValueError, match="rate"):
            MeasuredPair("masseter", (one,), 250.0, low, high)


def test_without_a_syringe_there_is_no_shift_and_no_failure(make: Any, tables: Tables) -> None:
    face = make.face(make.pair("orbicularis_oris", 47.2, 47.3, half=2.0))
    for open_ in ({"vial": None}, {"graduation_ml": None}):
        asked = Scenario(make.plan(**open_), face, Examination.nothing_found())
        answer = suggest(asked, tables)
        assert (answer.kind, answer.status) == (SuggestionKind.NOTHING, Status.NONE)
        assert not any(rule.startswith("failed") for rule in answer.rule_ids)


def test_an_asymmetry_is_told_with_its_side() -> None:
    assert "left" in side_words(0.6)
    assert "right" in side_words(-0.6)
    assert not {"left", "right"} & set(side_words(0.0).split())


# What was asked and given


def test_toxin_of_today_comes_before_that_of_yesterday(make: Any, tables: Tables) -> None:
    found = replace(Examination.nothing_found(), toxin_days={"glabella": 1, "lateral_canthal": 0})
    answer = suggest(Scenario(make.plan(), None, found), tables)
    assert [reason.value for reason in answer.reasons] == [0, 1]


def test_what_is_not_given_is_listed_and_never_quoted(make: Any, tables: Tables) -> None:
    document = make.document(goal=None)
    document["product"]["expires"] = None
    found = check_plan(parse_plan(document, tables), tables, today=dt.date(2026, 1, 1))
    assert not [f for f in found if f.rule_id == "check.goal" or "None" in f.text]
    assert not [f for f in found if f.rule_id.startswith("check.expir")]
    (missing,) = (f for f in found if f.rule_id == "check.not_given")
    assert "goal" in missing.text
    assert "expiry" in missing.text
    assert not from_rule(Grade.INFO, missing.text, "x").reviewed


def at_home(tables: Tables) -> Policy:
    """Return the program's own policy where BOTOX Cosmetic is licensed."""
    return Policy.from_tables(tables, country="US")


def without(tables: Tables, kind: str, unwanted: Any) -> Tables:
    kept = tuple(row for row in tables.by_kind[kind] if not unwanted(row))
    return Tables(tables.by_kind | {kind: kept}, tables.digest)


def test_contraindications_are_unknown_only_where_no_row_is_one(make: Any, tables: Tables) -> None:
    for unwanted, unknown in (
        (lambda row: row.kind == "contraindication", True),
        (lambda row: row.kind != "contraindication", False),
    ):
        found = check_plan(make.plan(), without(tables, "condition", unwanted))
        rules = {finding.rule_id for finding in found}
        assert ("check.contraindications_unknown" in rules) is unknown


def test_regions_that_the_label_gives_only_together_are_named(make: Any, tables: Tables) -> None:
    """Where only the pattern of all three upper regions exists."""
    alone = without(tables, "pattern", lambda r: r.product == BOTOX and len(r.parts) < 3)
    found = check_plan(make.plan(region="forehead"), alone, policy=at_home(alone))
    (text,) = (f.text for f in found if f.rule_id == "check.off_label")
    assert " and " in text.split("only with ")[1]
    assert "None" not in text


# Documents and rows


def test_a_document_takes_the_least_and_the_most_that_makes_sense(
    make: Any, tables: Tables
) -> None:
    document = make.document()
    document["syringe"] = {"volume_ml": 0.5, "graduation_ml": 0.01, "tolerance_percent": 0.0}
    document["vial"] = {"units": 0.5, "diluent_ml": 0.5, "price": 0.0, "currency": "EUR"}
    document["point"][0] |= {"units": 0.0, "drawn_at": [0.0, 1.2]}
    assert PlanDocument.model_validate(document)
    document["syringe"]["tolerance_percent"] = 100.0
    assert PlanDocument.model_validate(document)
    limit = {"product": BOTOX, "region": "perioral"}
    least: dict[str, Any] = {
        "validity_min": 0.5, "repetitions": 5.0, "max_shift_percent": 0.0,
        "examine_index_percent": 0.0, "concentration_difference_percent": 0.0,
        "limit": [limit | {"max_units": 0.0}, limit | {"max_point_units": 0.0}],
        "session": [{"product": BOTOX, "max_units": 0.0}],
    }  # fmt: skip
    assert parse_policy(least, tables).examine_index_percent == 0
    pair = {
        "muscle": "masseter", "fs_hz": 0.9, "low_hz": 0.0, "high_hz": 0.5, "placement": [
            {"index_percent": 0.0, "low_percent": -100.0, "high_percent": 100.0, "repetitions": 1}
        ],
    }  # fmt: skip
    content: dict[str, Any] = {
        "plan": document,
        "measured": {"origin": "live", "age_min": 0.0, "pair": [pair]},
        "examination": {"age_years": 130, "toxin_days": {"perioral": 0}},
        "follow_up": {"day": 0, "baseline": [], "now": []},
    }
    assert ScenarioDocument.model_validate(content)
    content["examination"]["age_years"] = 0
    assert ScenarioDocument.model_validate(content)
    for age in (-1, 131):
        content["examination"]["age_years"] = age
        with pytest.raises(ValidationError, match="age_years"):
            ScenarioDocument.model_validate(content)


def test_a_value_of_sixty_characters_is_shown_whole(make: Any, tables: Tables) -> None:
    for length, whole in ((58, True), (59, False)):
        with pytest.raises(ConfigError) as caught:
            parse_plan(make.document(goal="x" * length), tables)
        assert (f"(given: '{'x' * length}')" in str(caught.value)) is whole
        assert ("..." in str(caught.value)) is not whole


def test_a_date_with_a_time_is_refused_by_that_name(make: Any, tables: Tables) -> None:
    document = make.document()
    document["product"]["expires"] = dt.datetime(2031, 6, 30, tzinfo=dt.UTC)
    with pytest.raises(ConfigError, match="is a date without a time"):
        parse_plan(document, tables)


@pytest.mark.hazard("H-damaged-table")
@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("dilution", {"product": "nowhere"}),
        ("pattern", {"product": "nowhere"}),
        ("pattern", {"parts": {"nowhere": 20.0}, "spots": []}),
        ("pattern", {"muscles": ["nowhere"]}),
        ("maximum", {"region": "nowhere"}),
        ("distance", {"region": "nowhere"}),
        ("region", {"muscles": ["nowhere"]}),
        ("region", {"applies_to": ["nowhere"]}),
        ("region", {"anchor_sources": ["nowhere"]}),
        ("hazard", {"regions": ["nowhere"]}),
        ("hazard", {"applies_to": ["nowhere"]}),
        ("norm", {"muscle": "nowhere"}),
        ("fact", {"sources": ["nowhere"]}),
    ],
)
def test_a_row_names_only_what_is_there(tables: Tables, kind: str, wrong: dict[str, Any]) -> None:
    first = tables.by_kind[kind][0]
    extra = first.model_copy(update=wrong | {"id": "extra"})
    with pytest.raises(ProductTableError, match="'nowhere'"):
        require_complete(
            Tables(tables.by_kind | {kind: (*tables.by_kind[kind], extra)}, tables.digest)
        )


def test_spots_without_units_make_no_parts(tables: Tables) -> None:
    row = next(r for r in tables.all(rows.PatternRow) if r.spots)
    content = row.model_dump(exclude_unset=True)
    counts: dict[str, float] = {}
    for spot in row.spots:
        counts[spot.region] = counts.get(spot.region, 0.0) + spot.points
    with pytest.raises(ValidationError, match="spots"):
        rows.PatternRow.model_validate(content | {"units_per_point": None, "parts": counts})


def test_a_region_may_take_half_a_unit(tables: Tables) -> None:
    row = tables.all(rows.RegionRow)[0].model_dump(exclude_unset=True)
    small = {"units_min": 0.0, "units_typical": [0.5], "units_max": 0.5}
    assert rows.RegionRow.model_validate(row | small).units_max == 0.5


# Answers


@pytest.mark.hazard("H-damaged-table")
def test_a_table_that_reads_well_and_is_another_one_does_not_load() -> None:
    folder = resources.files("emg_dosing") / "data"
    found = {name: (folder / f"{name}.toml").read_bytes() for name in TABLE_NAMES}
    sealed = manifest_of(found)
    assert build_tables(found, sealed)
    for name in TABLE_NAMES:
        with pytest.raises(ProductTableError, match=f"{name}.toml is not the one"):
            build_tables(found | {name: found[name] + b"# more\n"}, sealed)


def test_what_is_furthest_above_its_bound_is_said_first(make: Any, tables: Tables) -> None:
    """10 U above 20 come before 1 U above 15, in either order of the plan."""
    parts = [
        make.document(region="lateral_canthal", left=(8, 8), right=(8, 8))["point"],
        make.document(region="masseter_contour", left=(15, 15), right=(15, 15))["point"],
    ]
    limits = [
        {"product": BOTOX, "region": "lateral_canthal", "max_units": 15.0},
        {"product": BOTOX, "region": "masseter_contour", "max_units": 20.0},
    ]
    policy = parse_policy({"limit": limits}, tables)
    for order in (parts, parts[::-1]):
        plan = parse_plan(make.document(point=order[0] + order[1]), tables)
        answer = suggest(Scenario(plan, policy=policy), tables)
        assert answer.kind is SuggestionKind.TRIM
        excess = [r.value - r.limit for r in answer.reasons if r.value and r.limit]
        assert excess[0] == 20
        assert excess == sorted(excess, reverse=True)


def test_a_point_is_rounded_up_to_the_clinics_bound_and_not_past_it(
    make: Any, tables: Tables
) -> None:
    for high, rounded in ((2.5, [2, 2]), (3.0, [3, 2])):
        limit = {"product": BOTOX, "region": "perioral", "max_point_units": high}
        plan = make.plan(left=(2.5, 2.5), right=(), graduation_ml=0.025)
        answer = suggest(Scenario(plan, policy=parse_policy({"limit": [limit]}, tables)), tables)
        assert answer.kind is SuggestionKind.ROUND
        assert answer.resulting_plan is not None
        assert [p.dose.units for p in answer.resulting_plan.points] == rounded


def test_a_side_one_float_below_whole_graduations_gains_nothing_by_rounding(
    make: Any, tables: Tables
) -> None:
    right = [{"side": "right", "units": 11.0}, {"side": "right", "units": 14.999999999999998}]
    points = [{"side": "left", "units": 0.0}, *right, {"side": "midline", "units": 15.0}]
    plan = parse_plan(
        make.document(point=[{"region": "lateral_canthal"} | point for point in points]), tables
    )
    answer = suggest(Scenario(plan), tables)
    assert answer.kind is SuggestionKind.ROUND
    assert answer.resulting_plan is not None
    after, before = (p.units(side=Side.RIGHT) for p in (answer.resulting_plan, plan))
    assert before - Fraction(1, 1000) < after <= before


def test_a_clinics_bound_alone_has_no_lower_end(make: Any, tables: Tables) -> None:
    limit = {"product": "xeomin_us", "region": "perioral", "max_units": 0.5}
    policy = parse_policy({"limit": [limit]}, tables)
    bounds = bind(make.plan("xeomin_us"), tables, policy).bounds["perioral"]
    assert bounds is not None
    assert bounds.guardrail.absolute == Bounds(0.0, 0.5)


def test_a_clinics_bound_of_a_point_is_the_reason_where_nothing_else_bounds(
    make: Any, tables: Tables
) -> None:
    limit = {"product": "xeomin_us", "region": "perioral", "max_point_units": 2.8}
    plan = make.plan("xeomin_us", left=(4,), right=(4,))
    answer = suggest(Scenario(plan, policy=parse_policy({"limit": [limit]}, tables)), tables)
    assert answer.kind is SuggestionKind.TRIM
    assert answer.reasons[0].rule_id == "policy.clinic"
    assert answer.resulting_plan is not None
    assert [p.dose.units for p in answer.resulting_plan.points] == [2.8, 2.8]


def test_an_interval_beyond_what_is_examined_refuses_on_either_side(
    make: Any, tables: Tables
) -> None:
    bound = bind(make.plan(), tables)
    for index, refused in ((-47.0, True), (47.0, True), (-46.9, False), (46.9, False)):
        face = make.face(make.pair("orbicularis_oris", index, index, half=3.1))
        ground = Ground(Scenario(bound.plan, face), bound, bound.pairs[0], Side.LEFT)
        assert (not_beyond_examination(Fraction(2, 5), ground).reason is not None) is refused


def test_each_region_of_a_later_visit_has_its_own_days(make: Any, tables: Tables) -> None:
    parts = [make.document(region=name)["point"] for name in ("perioral", "masseter_contour")]
    for order in (parts, parts[::-1]):
        plan = parse_plan(make.document(point=order[0] + order[1]), tables)
        answer = suggest(
            Scenario(
                plan,
                None,
                Examination(**dict.fromkeys(ADVERSE, False)),
                follow_up=FollowUp(14, (), ()),
            ),
            tables,
        )
        assert dict(answer.data)["earliest day of review"] == 14
        texts = " ".join(reason.text for reason in answer.reasons)
        assert "lip lines: review from day 14; the full effect may take until day 28" in texts
        assert "review its activity from day 14 and its shape from day 84" in texts


def test_a_session_without_a_known_maximum_is_said_to_be_so(make: Any, tables: Tables) -> None:
    for maxima, known in ((tables, True), (without(tables, "maximum", lambda row: True), False)):
        found = check_plan(make.plan(), maxima)
        (text,) = (f.text for f in found if f.text.startswith("Session total"))
        assert ("No maximum" not in text) is known


def test_a_measurement_is_not_tapped_unless_said() -> None:
    bare = MeasuredPair("masseter", (Placement(0.0, 0.0, 0.0, 1),), 250.0, 20.0, 65.0)
    assert bare.tap_test_passed is False
    default = inspect.signature(Scenario.from_measurement).parameters["tap_test_passed"].default
    assert default is False


def test_a_preparation_tells_every_draw(make: Any, tables: Tables) -> None:
    prepared = prepare(make.plan(left=(2.0,), right=(2.1,)), tables)
    assert prepared is not None
    draws = prepared.as_dict()["draws"]
    assert [draw["drawn_ml"] for draw in draws] == [0.05, 0.05]
    assert set(draws[0]) == set(Draw.__dataclass_fields__)


def test_a_scenario_without_a_plan_has_a_mirror_and_a_visit_may_be_of_today() -> None:
    asked = Scenario(None, follow_up=FollowUp(0, (), ()))
    assert asked.mirrored() == asked
    with pytest.raises(ValueError, match="day"):
        FollowUp(-1, (), ())


def test_what_a_scenario_does_not_say_is_the_careful_answer(make: Any, tables: Tables) -> None:
    pair = {
        "muscle": "masseter", "fs_hz": 250, "high_hz": 65, "placement": [
            {"left_uv": [60, 55], "right_uv": [40, 44]}
        ],
    }  # fmt: skip
    content = {"plan": make.document(), "measured": {"origin": "live", "pair": [pair]}}
    found = parse_scenario(content, tables)
    assert found.measured is not None
    assert not found.measured.pairs[0].tap_test_passed
    assert found.examination.not_asked
    assert found.profile == "research"
    assert PlanDocument.model_validate(make.document()).schema_version == 1


def test_a_missing_field_is_named_and_its_document_not_quoted(make: Any, tables: Tables) -> None:
    document = make.document()
    del document["point"][1]["side"]
    with pytest.raises(ConfigError) as caught:
        parse_plan(document, tables)
    assert "point 2 side: is missing." in str(caught.value)
    assert "given" not in str(caught.value)


def test_the_digest_knows_every_input_but_the_age(make: Any, tables: Tables) -> None:
    pair = make.pair("masseter", 5.0)
    digests = {
        Scenario(make.plan(), make.face(pair, age_min=age)).digest(tables)
        for age in (0.0, 1.0, 9.0)
    }
    assert len(digests) == 1
    other = Scenario(make.plan(), make.face(make.pair("masseter", 5.1)))
    assert other.digest(tables) not in digests


def test_two_or_more_repetitions_of_each_side_make_a_placement() -> None:
    assert Placement.from_repetitions([1.0, 2.0], [2.0, 3.0]).repetitions == 2
    for left, right in (([1.0, 2.0], [1.0, 2.0, 3.0]), ([1.0], [1.0]), ([], [])):
        with pytest.raises(ValueError, match="same two or more"):
            Placement.from_repetitions(left, right)


def test_the_gap_of_two_concentrations_is_a_percentage_of_the_labels(
    make: Any, tables: Tables
) -> None:
    """Daxxify: 80 U/mL on the label, 100 U in 1.2 mL are 83.33."""
    plan = make.plan("daxxify_us", "glabella", vial=(100, 1.2))
    found = bind(plan, tables).concentration
    assert found is not None
    assert found.difference_percent == pytest.approx(100 / 24)
    off_label = bind(make.plan(vial=(100, 3.3)), tables).concentration
    assert off_label is not None
    assert (off_label.label_units_per_ml, off_label.difference_percent) == (None, 0)


def test_a_labels_amount_is_an_upper_bound_and_no_lower_one(tables: Tables) -> None:
    for product in tables.all(rows.ProductRow):
        for region in tables.all(rows.RegionRow):
            bounds = table_bounds(tables, product.id, region.id)
            assert bounds is None or bounds.guardrail.absolute.low == 0


def test_each_kind_of_condition_is_named_as_the_label_names_it(make: Any, tables: Tables) -> None:
    everything = Examination(30, {}, **dict.fromkeys(CONDITIONS, True))
    begins = {"contraindication": "Contraindication", "warning": "Warning", "caution": "Caution"}
    seen = set()
    for product in tables.all(rows.ProductRow):
        for row in tables.of_product(rows.ConditionRow, product.id):
            kind = {row.condition: row.details[0]} if row.details else {}
            asked = replace(everything, details=kind)
            found = [f.text for f in check_plan(make.plan(product.id), tables, asked)]
            words = f"{begins[row.kind]} on the label ({', '.join(row.jurisdictions)}): {row.text}"
            assert any(text.endswith(words) for text in found), row
            seen.add(row.kind)
    assert seen == set(begins)


def test_all_of_four_regions_are_named_once(make: Any, tables: Tables) -> None:
    three = next(r for r in tables.all(rows.PatternRow) if r.product == BOTOX and len(r.parts) == 3)
    four = three.model_copy(update={"parts": three.parts | {"perioral": 4.0}})
    only = Tables(tables.by_kind | {"pattern": (four,)}, tables.digest)
    found = check_plan(make.plan(region="forehead"), only, policy=at_home(only))
    (text,) = (f.text for f in found if f.rule_id == "check.off_label")
    named = text.split("only with ")[1].removesuffix(").").split(" and ")
    assert named == [region_name(name, tables) for name in four.parts if name != "forehead"]


def test_a_percentage_ends_at_a_hundred_and_a_long_number_is_cut(make: Any, tables: Tables) -> None:
    index = {"index_percent": 100.0, "low_percent": -100.0, "high_percent": 100.0, "repetitions": 1}
    pair = {"muscle": "masseter", "fs_hz": 250.0, "high_hz": 65.0, "placement": [index]}
    content = {"plan": make.document(), "measured": {"origin": "live", "pair": [pair]}}
    assert ScenarioDocument.model_validate(content)
    for field, beyond in (("high_percent", 100.5), ("low_percent", -100.5)):
        pair["placement"] = [index | {field: beyond}]
        with pytest.raises(ValidationError, match=field):
            ScenarioDocument.model_validate(content)
    with pytest.raises(ConfigError) as caught:
        parse_number("9" * 500)
    assert "..." in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_measurement_is_fresh_unless_said() -> None:
    default = inspect.signature(Scenario.from_measurement).parameters["age_s"].default
    assert default == 0


def test_sides_alike_have_an_asymmetry_of_zero(make: Any, tables: Tables) -> None:
    face = make.face(make.pair("orbicularis_oris", 0.0, 0.0))
    answer = suggest(Scenario(make.plan(), face, Examination.nothing_found()), tables)
    (alike,) = (reason for reason in answer.reasons if reason.rule_id == "shift.alike")
    assert alike.value == 0


def test_a_change_elsewhere_is_sound_while_a_sum_stays_above_its_bound(
    make: Any, tables: Tables
) -> None:
    """It does not grow; that it comes down first is the order of the rules."""
    document = make.document(region="masseter_contour", left=(60,), right=(60,))
    document["point"] += make.document(left=(2.1,), right=(2.1,))["point"]
    bound = bind(parse_plan(document, tables), tables)
    lowered = {point.id: 2.0 for point in bound.plan.at(region="perioral")}
    require_sound(bound, Outcome(Status.OK, SuggestionKind.ROUND, (), lowered))
    first, second, *_ = bound.plan.points
    grown = {first.id: 60.1, second.id: 59.9}
    with pytest.raises(ValueError, match="would pass its bound"):
        require_sound(bound, Outcome(Status.OK, SuggestionKind.ROUND, (), grown))
