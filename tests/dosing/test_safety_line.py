"""The safety line: nothing that was asked is dropped, and going on takes a reason of its own."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from emg_dosing.bound_plan import BoundPlan, bind
from emg_dosing.check import findings_of
from emg_dosing.examination import ADVERSE, CONDITIONS, KINDS, LATER, RECORDED, Examination
from emg_dosing.rows import EffectRow, ProductRow, RegionRow
from emg_dosing.safety import (
    Override,
    SafetyItem,
    SafetyState,
    emergency_words,
    open_stops,
    safety_line,
)
from emg_dosing.tables import Tables, load_tables
from emg_dosing.values import Grade

PRODUCTS = [row.id for row in load_tables().all(ProductRow)]
REGIONS = [row.id for row in load_tables().all(RegionRow)]


def line_of(bound: BoundPlan, examination: Examination, **more: Any) -> tuple[SafetyItem, ...]:
    findings = findings_of(bound, examination)
    return safety_line(bound, examination, bound.tables, findings=findings, **more)


def plan_of(make: Any, tables: Tables, product: str, region: str = "glabella") -> BoundPlan:
    own = tables.product(product).label_point_units
    return bind(make.plan(product, region, (own, own), (own, own), vial=None), tables)


@pytest.mark.hazard("H-toxin-elsewhere")
@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_yes_is_found_whatever_the_product_and_the_region(
    tables: Tables, make: Any, product: str, condition: str
) -> None:
    for region in REGIONS:
        bound = plan_of(make, tables, product, region)
        yes = replace(Examination.nothing_found(), **{condition: True})
        found = [i for i in line_of(bound, yes) if i.key.startswith(f"{condition} {product}")]
        assert len(found) == 1
        assert found[0].state is SafetyState.FOUND
        assert found[0].text
        assert found[0].examine
        assert found[0].sources
        no = line_of(bound, Examination.nothing_found())
        assert [i.state for i in no if i.key == condition] == [SafetyState.CLEAR]
        unasked = line_of(bound, Examination())
        assert [str(i.text) for i in unasked if i.state is SafetyState.OPEN].count(
            CONDITIONS[condition]
        ) == 1


@pytest.mark.parametrize(
    ("product", "condition", "detail", "region", "grade"),
    [
        ("botox_cosmetic_us", "pregnancy_or_lactation", "", "glabella", Grade.LIMIT),
        ("azzalure_eu_uk", "pregnancy_or_lactation", "breast_feeding", "glabella", Grade.STOP),
        ("botox_cosmetic_us", "infection_at_site", "inflammation", "glabella", Grade.CAUTION),
        ("letybo_eu_uk", "infection_at_site", "inflammation", "glabella", Grade.STOP),
        ("botox_cosmetic_us", "infection_at_site", "", "glabella", Grade.STOP),
        ("azzalure_eu_uk", "neuromuscular_disease", "als", "glabella", Grade.STOP),
        ("azzalure_eu_uk", "neuromuscular_disease", "other", "glabella", Grade.LIMIT),
        ("xeomin_us", "interacting_medicines", "", "glabella", Grade.CAUTION),
        ("xeomin_us", "toxin_elsewhere", "", "glabella", Grade.STOP),
        ("xeomin_us", "toxin_elsewhere", "glabella", "glabella", Grade.STOP),
        ("xeomin_us", "toxin_elsewhere", "mentalis", "glabella", Grade.CAUTION),
        ("letybo_eu_uk", "bleeding_or_anticoagulant", "", "glabella", Grade.CAUTION),
        ("jeuveau_us", "cardiovascular_disease", "", "glabella", Grade.CAUTION),
        ("dysport_us", "cardiovascular_disease", "", "glabella", Grade.INFO),
        ("nuceiva_eu_uk", "earlier_non_response", "", "glabella", Grade.INFO),
        ("vistabel_eu", "no_psychological_impact", "", "glabella", Grade.INFO),
        ("botulax_kr", "neuromuscular_disease", "mg_lems", "glabella", Grade.LIMIT),
        ("xeomin_us", "dysphagia_or_breathing", "", "glabella", Grade.LIMIT),
        ("xeomin_us", "dysphagia_or_breathing", "", "platysma_bands", Grade.STOP),
        ("azzalure_eu_uk", "cows_milk_protein_allergy", "", "glabella", Grade.CAUTION),
        ("dysport_us", "cows_milk_protein_allergy", "", "glabella", Grade.STOP),
        ("xeomin_us", "ptosis", "", "forehead", Grade.LIMIT),
        ("xeomin_us", "ptosis", "", "mentalis", Grade.CAUTION),
        ("xeomin_us", "dermatochalasis", "", "glabella", Grade.CAUTION),
        ("xeomin_us", "altered_anatomy", "", "glabella", Grade.LIMIT),
        ("xeomin_us", "altered_anatomy", "mentalis", "glabella", Grade.CAUTION),
        ("xeomin_us", "altered_anatomy", "glabella", "glabella", Grade.LIMIT),
        ("jeuveau_us", "thick_sebaceous_skin", "", "glabella", Grade.CAUTION),
        ("letybo_us", "deep_dermal_scarring", "", "glabella", Grade.INFO),
    ],
)
def test_how_heavy_a_yes_is_depends_on_product_kind_and_place(
    tables: Tables,
    make: Any,
    product: str,
    condition: str,
    detail: str,
    region: str,
    grade: Grade,
) -> None:
    examination = Examination(**{condition: True}, details={condition: detail} if detail else {})
    line = line_of(plan_of(make, tables, product, region), examination)
    assert [i.grade for i in line if i.key.startswith(f"{condition} ")] == [grade]
    assert bool(open_stops(line)) == (grade is Grade.STOP)


def test_what_was_not_said_counts_as_the_heaviest(tables: Tables, make: Any) -> None:
    weight = {grade: number for number, grade in enumerate(Grade)}
    for product, (condition, kinds) in itertools.product(PRODUCTS, KINDS.items()):
        bound = plan_of(make, tables, product)
        grades = [
            weight[line_of(bound, Examination(**{condition: True}, details=said))[0].grade]
            for said in ({}, *({condition: kind} for kind in kinds))
        ]
        assert grades[0] == max(grades)


def test_going_on_takes_a_reason_once_and_for_that_finding_alone(tables: Tables, make: Any) -> None:
    yes = Examination(hypersensitivity=True, infection_at_site=True)
    bound = plan_of(make, tables, "xeomin_us")
    first, second = open_stops(line_of(bound, yes))
    override = Override(first.key, "known, mild", "AB", "2026-03-02T09:30:00+00:00")
    line = line_of(bound, yes, overrides=(override,))
    assert open_stops(line) == (second,)
    assert next(i for i in line if i.key == first.key).override == override
    other = line_of(plan_of(make, tables, "dysport_us"), yes, overrides=(override,))
    assert len(open_stops(other)) == 2
    for reason, by in (("", "AB"), ("known", " ")):
        with pytest.raises(ValueError, match="reason and a name"):
            Override(first.key, reason, by, "")


def test_what_stops_comes_first_and_what_is_open_after_what_was_found(
    tables: Tables, make: Any
) -> None:
    examination = Examination(deep_dermal_scarring=True, hypersensitivity=True, ptosis=False)
    line = line_of(plan_of(make, tables, "xeomin_us"), examination)
    order = (SafetyState.FOUND, SafetyState.OPEN, SafetyState.CLEAR)
    states = [order.index(item.state) for item in line]
    assert states == sorted(states)
    assert line[0].grade is Grade.STOP
    assert len({item.key for item in line}) == len(line)


def test_without_a_plan_a_yes_waits_for_the_product(tables: Tables) -> None:
    line = safety_line(None, Examination(ptosis=True), tables)
    assert line[0].state is SafetyState.FOUND
    assert "depends on the product" in line[0].text


def test_a_stop_of_the_plan_itself_is_in_the_line(tables: Tables, make: Any) -> None:
    bound = plan_of(make, tables, "xeomin_us")
    line = line_of(bound, Examination(age_years=12))
    assert any("adults only" in item.text for item in open_stops(line))


def test_every_condition_has_an_effect_that_always_fits(tables: Tables) -> None:
    rows = tables.all(EffectRow)
    assert {row.condition for row in rows} == {*CONDITIONS}
    for condition in CONDITIONS:
        assert any(
            not (row.products or row.jurisdictions or row.regions)
            for row in rows
            if row.condition == condition
        )


@pytest.mark.parametrize("name", ADVERSE)
def test_a_yes_of_a_later_visit_stops_says_what_to_do_and_whom_to_call(
    tables: Tables, make: Any, name: str
) -> None:
    bound = plan_of(make, tables, "xeomin_us")
    line = line_of(bound, Examination(**{name: True}), is_later=True, country="UK")
    found = next(item for item in line if item.key == name)
    assert found.grade is Grade.STOP
    assert "999" in found.examine
    assert line[0].grade is Grade.STOP
    unasked = line_of(bound, Examination(), is_later=True)
    assert sum(i.key in ADVERSE for i in unasked if i.state is SafetyState.OPEN) == len(ADVERSE)
    assert not any(item.key in ADVERSE for item in line_of(bound, Examination()))


def test_without_a_country_every_emergency_number_is_named(tables: Tables) -> None:
    words = emergency_words(tables)
    assert all(number in words for number in ("911", "999", "112", "119", "120"))


def test_lines_without_a_burden_are_outside_the_licence_where_labels_name_it(
    tables: Tables, make: Any
) -> None:
    yes = Examination(no_psychological_impact=True)
    for product, said in (("vistabel_eu", "Outside the licensed"), ("dysport_us", "alone.")):
        assert said in line_of(plan_of(make, tables, product), yes)[0].examine


@pytest.mark.hazard("H-adverse-event-unasked")
@pytest.mark.parametrize("name", [name for name in RECORDED if name not in LATER])
def test_what_must_be_recorded_of_a_yes_is_named_until_it_is(
    tables: Tables, make: Any, name: str
) -> None:
    bound = plan_of(make, tables, "xeomin_us")
    bare = line_of(bound, Examination(**{name: True}), is_later=True)[0].examine
    assert bare.count("not recorded.") == len(RECORDED[name])
    said = {f"{name}.{field}": f"value of {field}" for field in RECORDED[name]}
    full = line_of(bound, Examination(**{name: True}, details=said), is_later=True)[0]
    assert full.key == line_of(bound, Examination(**{name: True}), is_later=True)[0].key
    assert all(f": {value}." in full.examine for value in said.values())
    assert "not recorded" not in full.examine
