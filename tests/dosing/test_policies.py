"""A clinic's policy works: over random policies no rule fails and no bound is exceeded."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from emg_dosing.bound_plan import bind
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import SuggestionKind
from emg_dosing.tables import Tables

BOTOX = "botox_cosmetic_us"
REGIONS = ("glabella", "forehead", "lateral_canthal", "masseter_contour", "perioral")


def random_plan(make: Any, draw: random.Random) -> Plan:
    """Return a plan of one region whose amounts somebody may mean."""
    region = draw.choice(REGIONS)
    usual = {"masseter_contour": (6.0, 12.0), "perioral": (1.0, 2.0)}.get(region, (2.0, 6.0))
    sides = [
        tuple(round(draw.uniform(*usual), 1) for _ in range(draw.randint(1, 4))) for _ in range(2)
    ]
    plan: Plan = make.plan(region=region, left=sides[0], right=sides[1])
    return plan if draw.random() < 0.8 else replace(plan, syringe=None)


def random_policy(tables: Tables, plan: Plan, draw: random.Random) -> Policy:
    """Return a policy with bounds of points, sides, regions and the session, near the plan's."""
    region = plan.regions[0]
    largest = max(point.dose.units for point in plan.points)
    limit: dict[str, Any] = {"product": BOTOX, "region": region}
    if draw.random() < 0.7:
        limit["max_point_units"] = round(draw.uniform(0, 1.5 * largest), 1)
    if draw.random() < 0.7:
        limit["max_units"] = round(draw.uniform(0, 1.2 * float(plan.units())), 1)
    content: dict[str, Any] = {"limit": [limit], "emg_shift": draw.random() < 0.5}
    if draw.random() < 0.2:
        content["session"] = [{"product": BOTOX, "max_units": round(draw.uniform(1, 100), 1)}]
    if draw.random() < 0.5:
        content["country"] = draw.choice(("US", "DE"))
    return parse_policy(content, tables)


def check(tables: Tables, make: Any, seed: int, count: int) -> int:
    """Ask random policies about random plans; return how many were changed."""
    draw, changed = random.Random(seed), 0  # noqa: S311
    for _ in range(count):
        plan = random_plan(make, draw)
        policy = random_policy(tables, plan, draw)
        face = make.face(make.pair(plan.points[0].muscle, draw.uniform(-49, 49)))
        answer = suggest(Scenario(plan, face, policy=policy), tables)
        assert not [rule for rule in answer.rule_ids if rule.startswith("failed.")], plan
        after = answer.resulting_plan
        if after is None:
            continue
        changed += 1
        before = {(a.place, a.level, a.limit): a for a in bind(plan, tables, policy).amounts}
        for amount in bind(after, tables, policy).amounts:
            was = before[amount.place, amount.level, amount.limit]
            assert not amount.too_much or (
                answer.kind is not SuggestionKind.TRIM and amount.units <= was.units
            ), (amount, plan)
        assert after.units() <= plan.units()
    return changed


@pytest.mark.hazard("H-dose-above-limit")
def test_no_rule_fails_and_no_bound_is_exceeded(tables: Tables, make: Any) -> None:
    assert check(tables, make, seed=1, count=600) > 60


@pytest.mark.soak
def test_over_a_hundred_thousand_policies(tables: Tables, make: Any) -> None:
    assert check(tables, make, seed=2, count=100_000) > 10_000


@pytest.mark.hazard("H-dose-above-limit")
def test_a_bound_of_points_lowers_the_move_and_breaks_no_rule(tables: Tables, make: Any) -> None:
    """4 U against 4 + 4 U, and no point above 4 U: the left point is full."""
    limit = {"product": BOTOX, "region": "forehead", "max_point_units": 4}
    policy = parse_policy({"limit": [limit]}, tables)
    plan = make.plan(region="forehead", left=(4,), right=(4, 4))
    answer = suggest(Scenario(plan, policy=policy), tables)
    assert not answer.changes
    assert any("left may hold 4 units at most" in reason.text for reason in answer.reasons)
    room = parse_policy({"limit": [limit | {"max_point_units": 5}]}, tables)
    after = suggest(Scenario(plan, policy=room), tables).resulting_plan
    assert after is not None
    assert max(point.dose.units for point in after.points) == 4.8
    assert after.units() == Fraction(12)
