"""*Even out*: what counts as a gap, and that it never grows."""

from __future__ import annotations

import math
from typing import Any

import pytest

from emg_dosing.plan import parse_plan
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.tables import Tables
from emg_dosing.values import Kind, Status
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
        assert answer.kind in (Kind.NOTHING, Kind.ROUND)
        assert answer.status is not Status.REFUSED


def test_a_thousandth_more_is_one(tables: Tables, make: Any) -> None:
    plan = make.plan(region="masseter_contour", left=(10.0011,), right=(10.0,), vial=None)
    answer = suggest(Scenario(plan), tables)
    assert answer.kind is Kind.EVEN_OUT
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
