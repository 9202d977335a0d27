"""The plan of the demo: 18 against 22 becomes 20 and 20."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from emg_dosing.check import check_plan
from emg_dosing.measured import MeasuredFace, MeasuredPair, Placement
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.policy import Policy
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.tables import Tables, load_tables
from emg_signal.chunk import Origin
from emg_signal.montage import Side


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


@pytest.fixture(scope="module")
def plan(tables: Tables, demo_plan: dict[str, Any]) -> Plan:
    return parse_plan(demo_plan, tables)


def frontalis(index: float) -> MeasuredFace:
    pair = MeasuredPair(
        "frontalis", (Placement(index, index - 4, index + 4, 5),), 250.0, 20.0, 65.0
    )
    return MeasuredFace((pair,), 0.0, Origin.SIMULATED)


@pytest.mark.parametrize("index", [None, 6.0, -6.0, 0.0, 26.9])
def test_18_against_22_becomes_20_and_20(plan: Plan, tables: Tables, index: float | None) -> None:
    face = None if index is None else frontalis(index)
    answer = suggest(Scenario(plan, face), tables)
    assert (answer.status, answer.kind) == (Status.OK, SuggestionKind.EVEN_OUT)
    after = answer.resulting_plan
    assert after is not None
    assert [after.units(side=side) for side in Side] == [Fraction(20), Fraction(20)]
    left, right = (after.at(side=side) for side in Side)
    assert [p.dose for p in left] == [p.dose for p in right]
    assert "check.no_range" in answer.rule_ids


def test_the_evened_plan_asks_for_nothing_more(plan: Plan, tables: Tables) -> None:
    after = suggest(Scenario(plan, frontalis(6.0)), tables).resulting_plan
    assert suggest(Scenario(after, frontalis(6.0)), tables).status is Status.NONE


def test_the_check_says_off_label_and_that_no_range_is_known(plan: Plan, tables: Tables) -> None:
    policy = Policy.from_tables(tables, country="US")
    rules = {finding.rule_id for finding in check_plan(plan, tables, policy=policy)}
    assert {"check.off_label", "check.no_range"} <= rules


def test_what_few_healthy_faces_have_evens_nothing_and_is_examined(
    plan: Plan, tables: Tables
) -> None:
    answer = suggest(Scenario(plan, frontalis(30.0)), tables)
    assert (answer.status, answer.changes) == (Status.NONE, ())
    assert any("above most healthy faces" in reason.text for reason in answer.reasons)
    assert answer.examine
