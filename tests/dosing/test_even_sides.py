"""*Even out*: what counts as a gap, and that it never grows."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from emg_dosing.check import check_plan
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
    plan = make.plan(region="forehead", left=(10.0011,), right=(10.0,), vial=None)
    answer = suggest(Scenario(plan), tables)
    assert answer.kind is SuggestionKind.EVEN_OUT
    assert answer.resulting_plan is not None
    assert {p.dose.units for p in answer.resulting_plan.points} == {10.00055}


@pytest.mark.parametrize("gap", [0.4, 0.8, 1.2, 1.6, 3.6, 4.0])
@pytest.mark.hazard("H-wrong-side")
def test_the_gap_never_grows_or_turns(tables: Tables, make: Any, gap: float) -> None:
    for more, less in ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)):
        units = {more: (8.0, 4.0 + gap), less: (4.0, 8.0)}
        plan = make.plan(region="forehead", left=units[Side.LEFT], right=units[Side.RIGHT])
        after = suggest(Scenario(plan), tables).resulting_plan or plan
        left = after.units(side=more) - after.units(side=less)
        assert 0 <= left <= plan.units(side=more) - plan.units(side=less)
        assert left in (0, plan.units(side=more) - plan.units(side=less)) or float(left) == 0.4
        assert after.units() == plan.units()


def test_even_sides_can_be_drawn_as_they_stand(tables: Tables, make: Any) -> None:
    """Graduations of 2 U: 7 against 8 U become 6 and 6 at once, and what is lost is said."""
    plan = make.plan(region="forehead", left=(7,), right=(8,), graduation_ml=0.05)
    first = suggest(Scenario(plan), tables)
    assert (first.kind, first.status) == (SuggestionKind.EVEN_OUT, Status.OK)
    assert "becomes 6 and 6 units, 3 units less in all" in first.reasons[0].text
    assert first.resulting_plan is not None
    assert {p.dose.units for p in first.resulting_plan.points} == {6.0}
    assert suggest(Scenario(first.resulting_plan), tables).status is Status.NONE


def test_a_plan_that_evening_would_leave_without_units_stays(tables: Tables, make: Any) -> None:
    """Graduations of 5 U: an even share of 3 and 6 U is no whole one on either side."""
    plan = make.plan(region="forehead", left=(3,), right=(6,), graduation_ml=0.125)
    answer = suggest(Scenario(plan), tables)
    assert all(change.after.units for change in answer.changes)


@pytest.mark.parametrize(
    "region", ["lateral_canthal", "masseter_contour", "dao_marionette", "perioral", "mentalis"]
)
def test_elsewhere_a_gap_is_asked_about_and_never_evened(
    tables: Tables, make: Any, region: str
) -> None:
    plan = make.plan(region=region, left=(4, 4), right=(6, 6), vial=None)
    answer = suggest(Scenario(plan), tables)
    assert (answer.status, answer.changes) == (Status.NONE, ())
    assert answer.rule_ids[0] == "even.ask"
    assert "right 12 units, left 8 units: what is the reason?" in answer.reasons[0].text
    told = replace(plan, reasons=((region, "bulk on the right, palpated"),))
    assert "even.ask" not in suggest(Scenario(told), tables).rule_ids


def test_a_stated_reason_keeps_a_second_suggestion_away(tables: Tables, make: Any) -> None:
    """7 and 9 U, decided with a reason, are neither evened nor rounded."""
    plan = make.plan(
        region="forehead", left=(7,), right=(9,), reasons={"forehead": "brow asymmetry known"}
    )
    assert suggest(Scenario(plan), tables).changes == ()


def test_the_labels_uneven_platysma_is_neither_warned_of_nor_changed(
    tables: Tables, make: Any
) -> None:
    """One band left (13 U), two right (18 U): 13 U is 32.5 graduations and stays."""
    left, right = (6.5, 6.5), (6.0, 6.0, 6.0)
    plan = make.plan(region="platysma_bands", left=left, right=right)
    answer = suggest(Scenario(plan), tables)
    assert (answer.status, answer.changes) == (Status.NONE, ())
    found = check_plan(plan, tables)
    assert "check.side_gap" not in {finding.rule_id for finding in found}
    texts = [f.text for f in found if f.rule_id.startswith("label.botox_cosmetic_us.platysma")]
    assert "platysma bands left: 13 units: label (13 units)." in texts
    assert "platysma bands right: 18 units: label (18 units)." in texts
