"""*Even out*: what counts as a gap, and that it never grows."""

from __future__ import annotations

import math
from typing import Any

import pytest

from emg_dosing.plan import parse_plan
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.tables import Tables
from emg_signal.montage import Side


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((8.333333333333334,), (4.166666666666667, 4.166666666666666)),
        ((8.333334,), (4.166667, 4.166666)),
        ((math.nextafter(7.5, 9),), (2.5, 5.0)),
        ((10.001,), (10.0,)),
    ],
)
def test_a_rounding_is_no_gap(
    tables: Tables, make: Any, left: tuple[float, ...], right: tuple[float, ...]
) -> None:
    """Five sixths of a unit per graduation do not fit the grid on which units are kept."""
    for sides in ((left, right), (right, left)):
        document = make.document("daxxify_us", "masseter_contour", *sides, vial=(100, 1.2))
        document["vial"]["concentration"] = "computed"
        answer = suggest(Scenario(parse_plan(document, tables)), tables)
        assert answer.kind in (SuggestionKind.NOTHING, SuggestionKind.ROUND)
        assert answer.status is not Status.REFUSED


def test_a_thousandth_more_is_one(tables: Tables, make: Any) -> None:
    plan = make.plan(region="masseter_contour", left=(10.0011,), right=(10.0,), vial=None)
    answer = suggest(Scenario(plan), tables)
    assert answer.kind is SuggestionKind.EVEN_OUT
    assert answer.resulting_plan is not None
    assert {p.dose.units for p in answer.resulting_plan.points} == {10.00055}


@pytest.mark.parametrize("gap", [0.4, 0.8, 1.2, 1.6, 3.6, 4.0])
@pytest.mark.hazard("H-wrong-side")
def test_the_gap_never_grows_or_turns(tables: Tables, make: Any, gap: float) -> None:
    for more, less in ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)):
        units = {more: (8.0, 4.0 + gap), less: (4.0, 8.0)}
        plan = make.plan(region="masseter_contour", left=units[Side.LEFT], right=units[Side.RIGHT])
        after = suggest(Scenario(plan), tables).resulting_plan or plan
        left = after.units(side=more) - after.units(side=less)
        assert 0 <= left <= plan.units(side=more) - plan.units(side=less)
        assert left in (0, plan.units(side=more) - plan.units(side=less)) or float(left) == 0.4
        assert after.units() == plan.units()


def test_equal_sides_that_the_syringe_cannot_deliver_are_named_and_rounded_next(
    tables: Tables, make: Any
) -> None:
    """Graduations of 2 U: 7 against 8 U are evened as they are, and then brought down."""
    plan = make.plan(region="masseter_contour", left=(7,), right=(8,), graduation_ml=0.05)
    first = suggest(Scenario(plan), tables)
    assert (first.kind, first.status) == (SuggestionKind.EVEN_OUT, Status.OK)
    assert "check.not_deliverable" in first.rule_ids
    assert any("7.5 U is 3.75 graduations" in reason.text for reason in first.reasons)
    assert first.resulting_plan is not None
    assert first.resulting_plan.units() == 15
    second = suggest(Scenario(first.resulting_plan), tables)
    assert second.kind is SuggestionKind.ROUND
    assert second.resulting_plan is not None
    assert {p.dose.units for p in second.resulting_plan.points} == {6.0}
    whole = make.plan(region="masseter_contour", left=(4,), right=(8,), graduation_ml=0.05)
    assert "check.not_deliverable" not in suggest(Scenario(whole), tables).rule_ids
