"""Plans, policies and scenarios as files: what is read, and what is refused by name."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from emg_dosing.plan import Point, parse_plan
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.suggest import Scenario, parse_scenario, suggest
from emg_dosing.tables import Tables
from emg_dosing.values import Dose
from emg_signal.errors import ConfigError, PlanError, PolicyError
from emg_signal.montage import Side


def test_a_plan_survives_its_own_file(tables: Tables, make: Any, demo_plan: dict[str, Any]) -> None:
    for plan in (
        parse_plan(demo_plan, tables),
        make.plan(vial=None, graduation_ml=None),
        make.plan("daxxify_us", "glabella", (8, 8), (8, 8), (8,), vial=(100, 1.2)),
    ):
        assert parse_plan(plan.as_dict(), tables) == plan


def test_a_point_stays_where_a_person_drew_it(tables: Tables, make: Any) -> None:
    document = put(make.document(), "point.0.drawn_at", [0.25, 0.875])
    plan = parse_plan(document, tables)
    assert plan.points[0].drawn_at == (0.25, 0.875)
    assert plan.points[1].drawn_at is None
    assert parse_plan(plan.as_dict(), tables) == plan
    for wrong in ([0.2], [0.2, 1.3], [-0.1, 0.5], [0.1, float("nan")], "0.2"):
        with pytest.raises(PlanError, match="drawn_at"):
            parse_plan(put(make.document(), "point.0.drawn_at", wrong), tables)


def test_points_are_named_after_region_muscle_side_and_order(make: Any) -> None:
    plan = make.plan("letybo_us", "glabella", (4,), (4,), muscle="corrugator")
    assert [point.id for point in plan.points] == [
        "glabella.corrugator.left.1",
        "glabella.corrugator.right.1",
    ]
    assert plan.total == Dose(8.0, "letybo_us")
    assert plan.regions == ("glabella",)


def test_dates_come_from_toml_and_from_text(tables: Tables, make: Any) -> None:
    for expires in (dt.date(2031, 6, 30), "2031-06-30"):
        document = make.document()
        document["product"]["expires"] = expires
        assert parse_plan(document, tables).expires == dt.date(2031, 6, 30)


def put(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return the document with one field replaced; ``point.0.units``."""
    *parents, last = path.split(".")
    target: Any = document
    for key in parents:
        target = target[int(key)] if key.isdigit() else target[key]
    target[last] = value
    return document


@pytest.mark.hazard("H-dose-above-limit")
@pytest.mark.hazard("H-wrong-product")
@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("product.id", "botox", "Plan: product: 'botox' is unknown"),
        ("product.id", "", "product id"),
        ("product", "botox_cosmetic_us", "product"),
        ("product.expires", dt.datetime(2031, 6, 30, tzinfo=dt.UTC), "expires"),
        ("product.expires", "30.6.2031", "product expires"),
        ("point.0.region", "chin", "point 1 region: 'chin' is unknown"),
        ("point.1.muscle", "masseter", "point 2 muscle: 'masseter' is unknown"),
        ("point.2.side", "links", "point 3 side"),
        ("point.3.units", True, "point 4 units"),
        ("point.3.place", "deep", "point 4 place"),
        ("point", [], "point"),
        ("point", None, "point"),
        ("vial.units", 0, "vial units"),
        ("vial.units", float("nan"), "vial units"),
        ("vial.diluent_ml", -1, "vial diluent_ml"),
        ("vial.concentration", "both", "vial concentration"),
        ("vial.currency", "Euro", "vial currency"),
        ("vial.price", -1, "vial price"),
        ("syringe.graduation_ml", 0, "syringe graduation_ml"),
        ("syringe.tolerance_percent", 101, "syringe tolerance_percent"),
        ("goal", "natural", "goal"),
        ("schema", 2, "schema"),
        ("units", 4, "units: is not known"),
        ("reasons", {"glabella": "why"}, "region: 'glabella' is unknown"),
        ("reasons", {"perioral": ""}, "reasons perioral"),
        ("subject", "x" * 201, "subject"),
    ],
)
def test_a_wrong_field_is_named(
    tables: Tables, make: Any, path: str, value: Any, message: str
) -> None:
    document = put(make.document(), path, value)
    with pytest.raises(PlanError) as caught:
        parse_plan(document, tables)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 700


def test_a_long_value_is_cut_in_the_message(tables: Tables, make: Any) -> None:
    with pytest.raises(PlanError) as caught:
        parse_plan(put(make.document(), "goal", "x" * 500), tables)
    assert "..." in str(caught.value)


def test_an_empty_plan_is_refused(tables: Tables) -> None:
    with pytest.raises(PlanError, match="product: is missing"):
        parse_plan({}, tables)


def test_ids_stand_once(tables: Tables, make: Any) -> None:
    document = make.document()
    document["point"][0]["id"] = document["point"][1]["id"] = "A"
    with pytest.raises(PlanError, match="point 2 id: 'A' stands twice"):
        parse_plan(document, tables)


def test_a_region_with_several_muscles_wants_one_named(tables: Tables, make: Any) -> None:
    document = make.document(region="glabella")
    del document["point"][0]["muscle"]
    with pytest.raises(PlanError, match="point 1 muscle: glabella has several"):
        parse_plan(document, tables)


def test_a_midline_muscle_has_no_side(tables: Tables, make: Any) -> None:
    with pytest.raises(PlanError, match="procerus lies in the midline"):
        make.plan("letybo_us", "glabella", (4,), (), muscle="procerus")


@pytest.mark.hazard("H-wrong-side")
def test_mirroring_exchanges_the_sides_and_nothing_else(make: Any) -> None:
    plan = make.plan(left=(1, 2), right=(3, 4), midline=(5,))
    other = plan.mirrored()
    assert other.units(side=Side.LEFT) == plan.units(side=Side.RIGHT) == 7
    assert other.units(side=None) == 5
    assert [p.id for p in other.points] == [p.id for p in plan.points]
    point = Point("x", "forehead", "frontalis", None, Dose(1.0, "dysport_us"))
    assert point.mirrored() == point


# Policy


def test_an_empty_policy_is_the_programs_own(tables: Tables) -> None:
    assert parse_policy({}, tables) == Policy.from_tables(tables)


@pytest.mark.hazard("H-dose-above-limit")
@pytest.mark.parametrize(
    ("field", "own", "tighter", "looser"),
    [
        ("validity_min", 60, 30, 61),
        ("max_shift_percent", 10, 5, 10.1),
        ("repetitions", 5, 6, 4),
        ("placements", 2, 3, 1),
        ("examine_index_percent", 50, 40, 50.1),
        ("concentration_difference_percent", 1, 0.5, 2),
        ("emg_baseline_weeks", 33, 40, 20),
        ("review_day", 14, 21, 7),
    ],
)
def test_a_policy_only_tightens(
    tables: Tables, field: str, own: float, tighter: float, looser: float
) -> None:
    assert getattr(Policy.from_tables(tables), field) == own
    assert getattr(parse_policy({field: own}, tables), field) == own
    assert getattr(parse_policy({field: tighter}, tables), field) == tighter
    with pytest.raises(PolicyError, match=f"{field}.*would loosen.*{own}") as caught:
        parse_policy({field: looser}, tables)
    assert ("or less" if tighter < own else "or more") in caught.value.remedy


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"limit": [{"product": "botox", "region": "forehead"}]}, "'botox' is unknown"),
        ({"limit": [{"product": "dysport_us", "region": "chin"}]}, "'chin' is unknown"),
        ({"session": [{"product": "botox", "max_units": 3}]}, "'botox' is unknown"),
        ({"session": [{"product": "dysport_us"}]}, "session 1 max_units"),
        ({"validity_min": float("nan")}, "validity_min"),
        ({"validity_min": 0}, "validity_min"),
        ({"max_dose": 3}, "max_dose"),
        ({"emg_shift": "yes"}, "emg_shift"),
    ],
)
def test_a_policy_that_cannot_be_read_is_refused(
    tables: Tables, content: dict[str, Any], message: str
) -> None:
    with pytest.raises(PolicyError, match=message):
        parse_policy(content, tables)


@pytest.mark.hazard("H-dose-above-limit")
def test_a_policys_bound_never_raises_one(tables: Tables, make: Any) -> None:
    own = Policy.from_tables(tables)
    loose = replace(own, max_units=(("letybo_us", "glabella", 1000.0),))
    plan = make.plan("letybo_us", "glabella", left=(6, 6), right=(6, 6))
    answer = suggest(Scenario(plan, policy=loose), tables)
    assert answer.resulting_plan == suggest(Scenario(plan), tables).resulting_plan
    assert answer.resulting_plan is not None
    assert answer.resulting_plan.total.units == 20.0


@pytest.mark.hazard("H-dose-above-limit")
@pytest.mark.parametrize("kind", ["max_units", "max_point_units"])
def test_a_policys_bound_that_would_be_idle_is_refused(tables: Tables, kind: str) -> None:
    """A clinic that writes 1000 U is told so, and does not rely on it in vain."""
    limit = {"product": "letybo_us", "region": "glabella", kind: 20}
    assert parse_policy({"limit": [limit]}, tables)
    with pytest.raises(
        PolicyError, match=r"glabella: 20\.1 units would loosen the program's 20 units"
    ) as said:
        parse_policy({"limit": [limit | {kind: 20.1}]}, tables)
    assert said.value.remedy == "Give 20 units or less."
    unknown = {"product": "dysport_us", "region": "forehead", kind: 1000}
    assert parse_policy({"limit": [unknown]}, tables), "where nothing bounds, any bound tightens"


def test_a_policys_session_above_the_labels_cumulative_text_is_refused(tables: Tables) -> None:
    session = {"product": "botox_cosmetic_us", "max_units": 400}
    assert parse_policy({"session": [session]}, tables)
    with pytest.raises(PolicyError, match="401 units would loosen the program's 400 units"):
        parse_policy({"session": [session | {"max_units": 401}]}, tables)
    assert parse_policy({"session": [{"product": "letybo_us", "max_units": 30}]}, tables)


def test_the_lowest_of_several_bounds_counts(tables: Tables, make: Any) -> None:
    limits = [
        {"product": "botox_cosmetic_us", "region": "perioral", "max_units": units}
        for units in (6, 4, 5)
    ]
    policy = parse_policy({"limit": limits}, tables)
    answer = suggest(Scenario(make.plan(), policy=policy), tables)
    assert answer.resulting_plan is not None
    assert answer.resulting_plan.total.units == 4.0


def test_emg_shift_cannot_be_switched_on(tables: Tables) -> None:
    assert parse_policy({"emg_shift": True}, tables) == Policy.from_tables(tables)
    assert not parse_policy({"emg_shift": False}, tables).emg_shift


# Scenario


def scenario(make: Any, **more: Any) -> dict[str, Any]:
    placement = {"left_uv": [62, 55, 70], "right_uv": [41, 44, 39]}
    pair = {"muscle": "orbicularis_oculi", "fs_hz": 250, "high_hz": 65, "placement": [placement]}
    return {
        "plan": make.document(region="lateral_canthal", left=(4, 4, 4), right=(4, 4, 4)),
        "measured": {"origin": "simulated", "pair": [pair]},
        **more,
    }


def test_the_asymmetry_index_of_the_named_case(tables: Tables, make: Any) -> None:
    found = parse_scenario(scenario(make), tables).measured
    assert found is not None
    placement = found.pairs[0].placements[0]
    # d = ln(62/41), ln(55/44), ln(70/39): mean 0.4072, s 0.1810, t(0.975, 2) 4.3027
    assert placement.index_percent == pytest.approx(20.08, abs=0.01)
    assert placement.low_percent == pytest.approx(-2.12, abs=0.05)
    assert placement.high_percent == pytest.approx(40.4, abs=0.05)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("plan.point.0.units", -1, "point 1 unit"),
        ("policy", {"validity_min": 90}, "validity_min"),
        ("measured.origin", "real", "measured origin"),
        ("measured.age_min", -1, "measured age_min"),
        ("measured.pair.0.placement.0.left_uv", [1.0], "same two or more"),
        ("measured.pair.0.placement.0.left_uv", [0.0, 1.0, 1.0], "not positive"),
        ("measured.pair.0.placement.0.left_uv", [], "same two or more"),
        ("measured.pair.0.placement.0.index_percent", 5.0, "go together"),
        ("measured.pair.0.placement", [], "placement"),
        ("measured.pair.0.high_hz", 300, "orbicularis_oculi: rate"),
        ("measured.pair.0.left_quality", "fine", "left_quality"),
        ("examination", {"toxin_days": {"chin": 4}}, "'chin' is unknown"),
        ("examination", {"age_years": -1}, "age_years"),
        ("examination", {"ptosis": "no"}, "ptosis"),
        ("follow_up", {"day": -1, "baseline": [], "now": []}, "follow_up day"),
        ("profile", "clinic", "profile"),
        ("today", "tomorrow", "today"),
    ],
)
def test_a_wrong_scenario_is_refused_by_name(
    tables: Tables, make: Any, path: str, value: Any, message: str
) -> None:
    with pytest.raises(ConfigError, match=message):
        parse_scenario(put(scenario(make), path, value), tables)


def test_a_stated_index_must_lie_in_its_interval(tables: Tables, make: Any) -> None:
    wrong = {"index_percent": 5, "low_percent": 6, "high_percent": 9, "repetitions": 5}
    document = put(scenario(make), "measured.pair.0.placement", [wrong])
    with pytest.raises(ConfigError, match="no asymmetry"):
        parse_scenario(document, tables)


def test_a_zero_baseline_is_refused(tables: Tables, make: Any) -> None:
    side = {"muscle": "orbicularis_oculi", "left_uv": 0, "right_uv": 5}
    visit = {"day": 14, "baseline": [side], "now": []}
    with pytest.raises(ConfigError, match="baseline of 0"):
        parse_scenario(scenario(make, follow_up=visit), tables)


def test_a_scenario_survives_its_own_dict(tables: Tables, make: Any) -> None:
    visit = {
        "day": 14,
        "baseline": [{"muscle": "orbicularis_oculi", "left_uv": 60, "right_uv": 50}],
        "now": [{"muscle": "orbicularis_oculi", "left_uv": 30, "right_uv": 5}],
    }
    found = parse_scenario(
        scenario(
            make,
            follow_up=visit,
            today="2026-01-02",
            examination={"ptosis": False},
            profile="training",
            policy={
                "validity_min": 30,
                "emg_shift": False,
                "session": [{"product": "dysport_us", "max_units": 60}],
                "limit": [
                    {"product": "dysport_us", "region": "forehead", "max_units": 3},
                    {"product": "dysport_us", "region": "forehead", "max_point_units": 1},
                ],
            },
        ),
        tables,
    )
    assert parse_scenario(found.as_dict(), tables) == found
