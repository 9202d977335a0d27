"""Vial, diluent, syringe: mL per point, rounding, tolerance, vials, leftover, hours, cost."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from emg_dosing import rows
from emg_dosing.bound_plan import bind
from emg_dosing.check import check_plan
from emg_dosing.fills import fills_of
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.policy import parse_policy
from emg_dosing.preparation import prepare
from emg_dosing.tables import Tables
from emg_dosing.values import Grade


def with_vial(make: Any, tables: Tables, product: str, vial: dict[str, Any], **more: Any) -> Plan:
    document = make.document(product, "glabella", (8, 8), (8, 8), (8,), **more)
    return parse_plan(document | {"vial": vial}, tables)


def test_every_label_dilution_gives_its_step(tables: Tables, make: Any) -> None:
    for row in tables.all(rows.DilutionRow):
        if not row.diluent_ml:
            continue
        for chosen, per_ml in (
            ("label", Fraction(str(row.label_units_per_0_1ml)) * 10),
            ("computed", Fraction(row.vial_units) / Fraction(str(row.diluent_ml))),
        ):
            vial = {"units": row.vial_units, "diluent_ml": row.diluent_ml, "concentration": chosen}
            plan = with_vial(make, tables, row.product, vial)
            assert bind(plan, tables).step == per_ml / 100


@pytest.mark.hazard("H-decimal-misread")
def test_daxxify_and_azzalure_wait_for_a_choice_and_the_others_do_not(
    tables: Tables, make: Any
) -> None:
    waiting = set()
    for row in tables.all(rows.DilutionRow):
        if not row.diluent_ml:
            continue
        vial = {"units": row.vial_units, "diluent_ml": row.diluent_ml}
        plan = with_vial(make, tables, row.product, vial)
        found = bind(plan, tables).concentration
        assert found is not None
        stops = [f for f in check_plan(plan, tables) if f.grade is Grade.STOP]
        assert (found.chosen is None) == found.must_choose == bool(stops)
        if found.must_choose:
            waiting.add(row.product)
            assert bind(plan, tables).step is None
            assert prepare(plan, tables) is None
            assert "Say which one counts" in stops[0].text
    assert waiting == {"daxxify_us", "azzalure_eu_uk"}


def test_the_difference_is_told_even_when_chosen(tables: Tables, make: Any) -> None:
    vial = {"units": 100, "diluent_ml": 1.2, "concentration": "label"}
    plan = with_vial(make, tables, "daxxify_us", vial)
    cautions = [f.text for f in check_plan(plan, tables) if f.grade is Grade.CAUTION]
    said = (
        "Label 8 units per 0.1 mL, vial over diluent 8.33 units: they differ by 4.2 %; 8 "
        "units counts."
    )
    assert said in cautions


def test_a_clinic_may_ask_for_a_choice_earlier(tables: Tables, make: Any) -> None:
    plan = with_vial(make, tables, "botox_cosmetic_us", {"units": 100, "diluent_ml": 2.5})
    strict = parse_policy({"concentration_difference_percent": 0}, tables)
    found = bind(plan, tables, strict).concentration
    assert found is not None
    assert (found.difference_percent, found.must_choose) == (0.0, False)


def test_a_worked_example(tables: Tables, make: Any) -> None:
    """Dysport 300 U in 1.5 mL: 200 U/mL, one graduation of 0.01 mL is 2 U; five points of 9 U."""
    document = make.document(
        "dysport_us", "glabella", (9, 9), (9, 9), (9,), vial=(300, 1.5), muscle=None
    )
    document["syringe"]["tolerance_percent"] = 5
    document["vial"] |= {"price": 250.5, "currency": "EUR"}
    found = prepare(parse_plan(document, tables), tables)
    assert found is not None
    assert found.concentration.computed_units_per_ml == 200
    assert [d.exact_ml for d in found.draws] == [0.045] * 5
    assert [d.drawn_ml for d in found.draws] == [0.04] * 5
    assert [d.delivered_units for d in found.draws] == [8.0] * 5
    assert [d.rounding_units for d in found.draws] == [-1.0] * 5
    assert [d.tolerance_units for d in found.draws] == [0.4] * 5
    assert (found.vials, found.leftover_units) == (1, 255.0)
    assert (found.use_within_hours, found.storage) == (24, "2 to 8 °C")
    assert (found.cost, found.currency) == (250.5, "EUR")
    assert json.loads(json.dumps(found.as_dict()))["label_units_per_ml"] == 200.0


@pytest.mark.parametrize(
    ("units", "vials", "leftover"), [(300, 1, 0.0), (300.1, 2, 299.9), (0, 0, 0.0)]
)
def test_whole_vials_and_what_is_left_to_discard(
    tables: Tables, make: Any, units: float, vials: int, leftover: float
) -> None:
    plan = make.plan("dysport_us", "forehead", (units,), (), vial=(300, 1.5))
    found = prepare(plan, tables)
    assert found is not None
    assert (found.vials, found.leftover_units) == (vials, leftover)
    assert found.cost is None


@pytest.mark.parametrize(
    ("product", "vial", "hours"),
    [
        ("botulax_kr", (100, 2.5), 4),
        ("letybo_us", (100, 2.5), 24),
        ("daxxify_us", (50, 0.6), 72),
        ("letybo_us", (100, 2.0), 24),
    ],
)
def test_use_within_is_data_of_product_and_dilution(
    tables: Tables, make: Any, product: str, vial: tuple[float, float], hours: int
) -> None:
    chosen = {"units": vial[0], "diluent_ml": vial[1], "concentration": "computed"}
    found = prepare(with_vial(make, tables, product, chosen), tables)
    assert found is not None
    assert found.use_within_hours == hours


def test_a_dilution_off_the_label_is_said(tables: Tables, make: Any) -> None:
    plan = make.plan(vial=(100, 2.0))
    rules = {f.rule_id: f for f in check_plan(plan, tables)}
    assert "gives 5 units per 0.1 mL" in rules["check.dilution_unknown"].text
    found = prepare(plan, tables)
    assert found is not None
    assert found.as_dict()["label_units_per_ml"] is None


def test_rounding_and_tolerance_and_volume_are_findings(tables: Tables, make: Any) -> None:
    plan = make.plan(left=(2.1,), right=(50,))
    texts = [f.text for f in check_plan(plan, tables)]
    assert "The syringe's own tolerance is not given." in texts
    assert any("delivers 2 units (0.05 mL), 0.1 units less than planned" in text for text in texts)
    assert any("1.25 mL is more than the syringe holds" in text for text in texts)
    whole = make.plan(left=(40,), right=(2,))
    texts = [f.text for f in check_plan(whole, tables)]
    assert not any("delivers" in text or "holds" in text for text in texts)


def test_without_vial_or_syringe_there_is_nothing_to_draw_up(tables: Tables, make: Any) -> None:
    assert bind(make.plan(vial=None), tables).concentration is None
    for plan in (make.plan(vial=None), make.plan(graduation_ml=None)):
        assert prepare(plan, tables) is None
        assert bind(plan, tables).step is None


@pytest.mark.hazard("H-unknown-lot")
@pytest.mark.hazard("H-wrong-product")
def test_a_vial_that_the_product_does_not_come_in_stops(tables: Tables, make: Any) -> None:
    plan = make.plan("dysport_us", "glabella", (10,), (10,), vial=(500, 2.5))
    stops = [f.text for f in check_plan(plan, tables) if f.grade is Grade.STOP]
    assert stops == ["Dysport comes in vials of 300 units, not 500 units."]


@pytest.mark.hazard("H-unknown-lot")
@pytest.mark.parametrize(
    ("product", "vial", "hours", "status", "storage"),
    [
        # the label's own dilution, and one that the label does not have
        ("dysport_us", (300, 2.5), 24, "secondary", "2 to 8 °C"),
        ("dysport_us", (300, 3.0), 24, "secondary", "2 to 8 °C"),
        ("botulax_kr", (100, 2.5), 4, "secondary", "2 to 8 °C"),
        ("daxxify_us", (100, 2.0), 72, "general", "room temperature or 2 to 8 °C"),
    ],
)
def test_how_long_a_mixed_vial_keeps_is_said_with_how_well_it_is_known(
    tables: Tables, make: Any, product: str, vial: Any, hours: int, status: str, storage: str
) -> None:
    plan = make.plan(product, "glabella", (10,), (10,), vial=vial)
    said = [f for f in check_plan(plan, tables) if f.text.startswith("Use within")]
    assert [(f.grade, f.status) for f in said] == [(Grade.INFO, status)]
    kept = f"Use within {hours} h of mixing, kept at {storage}; discard what is left."
    assert said[0].text == kept
    preparation = prepare(plan, tables)
    assert preparation is not None
    assert (preparation.use_within_hours, preparation.storage) == (hours, storage)


def test_the_strictest_dilution_counts_where_the_label_has_none(tables: Tables, make: Any) -> None:
    shorter = tuple(
        row.model_copy(update={"use_within_hours": 6}) if row.id.endswith("300u_2.5ml") else row
        for row in tables.all(rows.DilutionRow)
    )
    changed = Tables(tables.by_kind | {"dilution": shorter}, "x")
    preparation = prepare(make.plan("dysport_us", "glabella", (10,), (10,), vial=(300, 9)), changed)
    assert preparation is not None
    assert preparation.use_within_hours == 6


@pytest.mark.parametrize(
    ("tolerance", "said"), [(5, "5 % is up to ±0.4 units in a point"), (0, "")]
)
def test_the_syringes_tolerance_is_said_in_units(
    tables: Tables, make: Any, tolerance: float, said: str
) -> None:
    syringe = {"volume_ml": 1.0, "graduation_ml": 0.01, "tolerance_percent": tolerance}
    plan = make.plan("botox_cosmetic_us", "glabella", (4,), (8,), syringe=syringe)
    found = [f for f in check_plan(plan, tables) if f.rule_id == "check.tolerance"]
    assert [f.grade for f in found] == [Grade.INFO] * bool(said)
    assert all(said in f.text for f in found)


@pytest.mark.parametrize(
    ("vial", "asked"), [({"price": 300.0}, 1), ({"price": 300.0, "currency": "EUR"}, 0), ({}, 0)]
)
def test_a_price_without_a_currency_is_asked_for(
    tables: Tables, make: Any, vial: dict[str, Any], asked: int
) -> None:
    document = make.document() | {"vial": {"units": 100, "diluent_ml": 2.5} | vial}
    found = check_plan(parse_plan(document, tables), tables)
    assert sum(f.rule_id == "check.currency" for f in found) == asked


def test_each_syringe_holds_whole_points_and_no_more_than_it_can(tables: Tables, make: Any) -> None:
    for volume in (0.05, 0.1, 0.3, 0.5, 1.0):
        syringe = {"volume_ml": volume, "graduation_ml": 0.01}
        vial = {"units": 20, "diluent_ml": 0.5}
        plan = with_vial(make, tables, "botox_cosmetic_us", vial, syringe=syringe)
        preparation = prepare(plan, tables)
        assert preparation is not None
        fills = fills_of(plan, preparation)
        numbers = [n for fill in fills for n in range(fill.first, fill.last + 1)]
        assert numbers == list(range(1, len(plan.points) + 1)), "each point once, in order"
        drawn = sum(draw.drawn_ml for draw in preparation.draws)
        assert sum(fill.ml for fill in fills) == pytest.approx(drawn)
        for fill in fills:
            assert fill.ml <= fill.syringes * volume + 1e-9
            assert fill.syringes == 1 or fill.first == fill.last
        assert (fills[0].first_vial, fills[-1].last_vial) == (1, preparation.vials)
