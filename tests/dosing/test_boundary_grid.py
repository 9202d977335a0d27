"""D1: the boundary grid: each limit to one binary digit, 0, negative, not finite, missing."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import pytest

from emg_dosing import rows
from emg_dosing.check import check_plan
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.region_bounds import table_bounds
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.tables import Tables
from emg_dosing.values import Grade
from emg_signal.errors import PlanError
from emg_signal.montage import Side


def around(limit: float) -> tuple[float, ...]:
    return (
        math.nextafter(limit, -math.inf),
        limit,
        math.nextafter(limit, math.inf),
        limit + 0.4,
        2 * limit,
    )


def limited(plan: Plan, tables: Tables, policy: Policy) -> bool:
    return any(f.grade is Grade.LIMIT for f in check_plan(plan, tables, policy=policy))


def bounded(tables: Tables) -> list[tuple[str, str]]:
    return [
        (product.id, region.id)
        for product in tables.all(rows.ProductRow)
        for region in tables.all(rows.RegionRow)
        if table_bounds(tables, product.id, region.id) is not None
    ]


@pytest.mark.hazard("H-dose-above-limit")
def test_every_bound_to_one_binary_digit(tables: Tables, make: Any) -> None:
    """On, one digit below and one above each bound, with and without a syringe, on every level."""
    cases = bounded(tables)
    assert len(cases) > 20
    for product, region in cases:
        found = table_bounds(tables, product, region)
        assert found is not None
        high = found.guardrail.absolute.high
        # Only a label's own or a clinic's is a limit: where there is none, a clinic sets one.
        limit = {"product": product, "region": region, "max_units": high}
        policy = parse_policy({"limit": [limit]}, tables)
        for units in around(high):
            for left, right in (((units,), ()), ((units,), (units,)), ((units / 2, units / 2), ())):
                for graduation in (None, 0.01):
                    plan = make.plan(product, region, left, right, graduation_ml=graduation)
                    over = any(
                        plan.units(region=region, side=side) > Fraction(repr(high)) for side in Side
                    ) or plan.units() > Fraction(repr(high)) * (
                        2 if found.basis == "per_side" else 1
                    )
                    limits = [
                        f for f in check_plan(plan, tables, policy=policy) if f.grade is Grade.LIMIT
                    ]
                    assert bool(limits) == over, (product, region, left, right)
                    answer = suggest(Scenario(plan, policy=policy), tables)
                    if over and answer.status is not Status.REFUSED:
                        assert answer.kind is SuggestionKind.TRIM
                        after = answer.resulting_plan
                        assert after is not None
                        again = [
                            f
                            for f in check_plan(after, tables, policy=policy)
                            if f.grade is Grade.LIMIT
                        ]
                        assert again == []
                    if not over:
                        assert answer.kind is not SuggestionKind.TRIM


@pytest.mark.hazard("H-limit-missing")
@pytest.mark.parametrize("units", [-0.0001, -5e-324, -4, math.nan, math.inf, -math.inf, None, "4"])
def test_an_amount_that_is_none_is_refused_by_name(tables: Tables, make: Any, units: Any) -> None:
    document = make.document()
    document["point"][2]["units"] = units
    with pytest.raises(PlanError, match="point 3 units"):
        parse_plan(document, tables)


def test_a_missing_amount_is_refused_by_name(tables: Tables, make: Any) -> None:
    document = make.document()
    del document["point"][1]["units"]
    with pytest.raises(PlanError, match="point 2 units: is missing"):
        parse_plan(document, tables)


@pytest.mark.parametrize("units", [0, 0.0])
def test_zero_passes(tables: Tables, make: Any, units: float) -> None:
    plan = make.plan(left=(units,), right=(units,), vial=None)
    assert suggest(Scenario(plan), tables).status is Status.NONE


@pytest.mark.hazard("H-dose-above-limit")
@pytest.mark.parametrize("units", [5e-324, 0.2, 150.0])
def test_what_nobody_would_mean_is_to_be_typed_again(
    tables: Tables, make: Any, units: float
) -> None:
    plan = make.plan(left=(units,), right=(units,), vial=None)
    answer = suggest(Scenario(plan), tables)
    assert answer.status is Status.REFUSED
    assert any("Type the number again" in reason.text for reason in answer.reasons)


def test_a_session_above_the_cumulative_maximum_is_refused(tables: Tables, make: Any) -> None:
    """Relfydess: 110 U in a session, to one binary digit."""
    for units, refused in ((110.0, False), (math.nextafter(110.0, 500), True)):
        part = make.document("relfydess_eu_uk", "glabella", (10, 10), (10, 10), (10,), vial=None)
        part["point"] += make.document(
            "relfydess_eu_uk", "lateral_canthal", (10, 10, 10), (10, 10, units - 100)
        )["point"]
        part["point"][-1]["units"] = 10.0 if not refused else math.nextafter(10.0, 11)
        answer = suggest(Scenario(parse_plan(part, tables)), tables)
        assert (answer.status is Status.REFUSED) == refused
        assert not refused or "110" in answer.reasons[0].text
