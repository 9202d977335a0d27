"""Absence of a check is never a passed check, and the findings of one plan agree."""

from __future__ import annotations

import random
from typing import Any

import pytest
from slips import home, sound_plan

from emg_dosing.bound_plan import bind
from emg_dosing.check import check_plan
from emg_dosing.plan import parse_plan
from emg_dosing.policy import Policy
from emg_dosing.region_bounds import BoundState
from emg_dosing.rows import ProductRow, RegionRow
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import Status
from emg_dosing.tables import Tables
from emg_dosing.values import Grade


@pytest.mark.hazard("H-limit-missing")
def test_within_its_bounds_is_said_only_where_one_was_held(tables: Tables) -> None:
    draw = random.Random(5)  # noqa: S311
    said = unsaid = 0
    for product in tables.all(ProductRow):
        for region in tables.all(RegionRow):
            plan, policy = sound_plan(tables, product, region, draw), home(product, tables)
            state = bind(plan, tables, policy).bound_state(region.id)
            texts = [r.text for r in suggest(Scenario(plan, policy=policy), tables).reasons]
            within = any("within its bounds" in text for text in texts)
            assert not within or state is BoundState.INSIDE, (product.id, region.id)
            if state is BoundState.NONE_KNOWN:
                found = check_plan(plan, tables, policy=policy)
                assert any("nothing was checked but arithmetic" in f.text for f in found)
                unsaid += 1
            said += within
    assert said > 10
    assert unsaid > 100


@pytest.mark.hazard("H-limit-missing")
def test_findings_of_one_plan_do_not_contradict_each_other(tables: Tables) -> None:
    draw = random.Random(6)  # noqa: S311
    for product in tables.all(ProductRow):
        for region in tables.all(RegionRow):
            for country in ("", product.jurisdictions[0], "DE", "KR"):
                policy = Policy.from_tables(tables, country=country)
                plan = sound_plan(tables, product, region, draw)
                texts = [f.text for f in check_plan(plan, tables, policy=policy)]
                on = any("is on label for" in text for text in texts)
                off = any("off label for" in t or "is not on it" in t for t in texts)
                assert not (on and off), texts
                none = any("No published bound" in text for text in texts)
                known = any("beyond studied" in t or ": label (" in t for t in texts)
                assert not (none and known), texts
                assert country or not (on or off), "a label holds where it was granted"


@pytest.mark.hazard("H-wrong-product")
def test_a_product_without_a_licence_here_stops_until_the_reason_is_stated(
    tables: Tables, make: Any
) -> None:
    policy = Policy.from_tables(tables, country="DE")
    document = make.document("letybo_us", "glabella", (4, 4), (4, 4), (4,))
    plan = parse_plan(document, tables)
    (stop,) = (f for f in check_plan(plan, tables, policy=policy) if f.grade is Grade.STOP)
    assert "no licence in DE that this program knows of" in stop.text
    assert suggest(Scenario(plan, policy=policy), tables).status is Status.REFUSED
    document["product"]["supply"] = "import permit 12"
    plan = parse_plan(document, tables)
    found = check_plan(plan, tables, policy=policy)
    assert Grade.STOP not in {f.grade for f in found}
    assert any("Stated: import permit 12" in f.text for f in found)
    assert parse_plan(plan.as_dict(), tables) == plan


@pytest.mark.parametrize(
    ("product", "vial", "said"),
    [
        ("alluzience_eu_uk", (125, 1.0), "adding diluent is an error"),
        ("relfydess_eu_uk", (150, 0.5), "adding diluent is an error"),
        ("relfydess_eu_uk", (1500, 0.0), "the vials of Relfydess are not in the tables"),
        ("letybo_us", (100, 0.0), "is a powder"),
        ("letybo_us", (100, 25.0), "away from every dilution"),
        ("letybo_us", (100, 0.25), "away from every dilution"),
    ],
)
def test_what_cannot_be_prepared_so_is_a_stop(
    tables: Tables, make: Any, product: str, vial: tuple[float, float], said: str
) -> None:
    own = tables.product(product).label_point_units
    plan = make.plan(product, "glabella", (own, own), (own, own), (own,), vial=vial)
    stops = [f.text for f in check_plan(plan, tables) if f.grade is Grade.STOP]
    assert any(said in text for text in stops), stops


def test_a_draw_of_nothing_is_a_stop(tables: Tables, make: Any) -> None:
    """1 U with lines of 0.05 mL is half a line."""
    plan = make.plan(left=(1, 1), right=(1, 1), graduation_ml=0.05)
    stops = [f.text for f in check_plan(plan, tables) if f.grade is Grade.STOP]
    assert any("nothing would be drawn" in text for text in stops)
    assert any(text.startswith("4 points (") for text in stops), "four equal lines are one"
