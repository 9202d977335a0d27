"""The touch-up: its gates in order, the place in words, a figure only where it is switched on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from test_effect_reading import ANSWERED, pair, visit

from emg_dosing.examination import Examination
from emg_dosing.follow_up import FollowUp
from emg_dosing.policy import Policy, parse_policy
from emg_dosing.scenario import Scenario
from emg_dosing.suggest import suggest
from emg_dosing.suggestion import Suggestion
from emg_dosing.tables import Tables

LAGS = visit(0.3, 0.9, cv=10.0, day=20)
WHO = {"seen_to_lag.prescriber": "P-1"}
SEEN = replace(ANSWERED, seen_to_lag=True, touched_up=False, details=WHO)


def asked(
    make: Any,
    tables: Tables,
    follow_up: FollowUp = LAGS,
    examination: Examination = SEEN,
    *,
    on: bool = False,
    profile: Any = "research",
    **plan: Any,
) -> Suggestion:
    given = {"product": "letybo_us", "region": "glabella", "muscle": "corrugator"} | plan
    policy = replace(Policy.from_tables(tables), touch_up_units=on)
    return suggest(
        Scenario(
            make.plan(given.pop("product"), given.pop("region"), **given),
            examination=examination,
            follow_up=follow_up,
            policy=policy,
            profile=profile,
        ),
        tables,
    )


def told(answer: Suggestion, rule: str) -> list[str]:
    return [r.text for r in answer.reasons if r.rule_id == f"touch_up.{rule}"]


def test_the_place_alone_is_told_unless_the_clinic_asks_for_a_figure(
    make: Any, tables: Tables
) -> None:
    answer = asked(make, tables)
    assert told(answer, "place") == [
        (
            "Consider the lagging side: right corrugator (glabella). The first visit: 4 units of "
            "Letybo there, lot A1. Off label: less than 3 months since treatment. Teaching only."
        )
    ]
    assert told(answer, "figure") == told(answer, "none") == []
    assert answer.changes == ()
    assert answer.resulting_plan is None
    with_figure = asked(make, tables, on=True)
    assert told(with_figure, "figure") == [
        (
            "At most 2 units in one point, in whole graduations of this syringe; the region stays "
            "within label or studied."
        )
    ]
    assert with_figure.changes == ()
    assert told(asked(make, tables, profile="training"), "figure")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"follow_up": replace(LAGS, day=13)}, "It is considered from day 14 to 42."),
        ({"follow_up": replace(LAGS, day=43)}, "It is considered from day 14 to 42."),
        (
            {"examination": replace(SEEN, since_lid=True)},
            "Something happened since the injection: none.",
        ),
        (
            {"examination": replace(SEEN, seen_to_lag=None)},
            "Whether the side is seen to lag at maximum contraction: say so in Prepare.",
        ),
        (
            {"examination": replace(SEEN, details={})},
            "Who prescribes is not recorded: say so in Prepare.",
        ),
        (
            {"examination": replace(SEEN, touched_up=True)},
            "No second one: whether there was one already is asked in Prepare.",
        ),
        (
            {"examination": replace(SEEN, touched_up=None)},
            "No second one: whether there was one already is asked in Prepare.",
        ),
        (
            {"product": "letybo_us", "follow_up": LAGS, "lot": None},
            "The lot of the first visit is not known.",
        ),
    ],
)
def test_each_gate_refuses_by_name(
    make: Any, tables: Tables, change: dict[str, Any], why: str
) -> None:
    if "lot" in change:
        change = {k: v for k, v in change.items() if k != "lot"}
        document = make.document("letybo_us", "glabella", muscle="corrugator")
        del document["product"]["lot"]
        make = Fixed(make, document)
    answer = asked(make, tables, on=True, **change)
    assert told(answer, "none") == [f"corrugator: no touch-up. {why}"]
    assert told(answer, "place") == told(answer, "figure") == []


class Fixed:
    """Makes one plan, whatever is asked for."""

    def __init__(self, make: Any, document: dict[str, Any]) -> None:
        self._make, self._document = make, document

    def plan(self, *args: Any, **kwargs: Any) -> Any:
        from emg_dosing.plan import parse_plan

        return parse_plan(self._document, self._make.tables)


@pytest.mark.parametrize("day", [14, 42])
def test_the_first_and_the_last_day_count(make: Any, tables: Tables, day: int) -> None:
    assert told(asked(make, tables, replace(LAGS, day=day)), "place")


def test_without_a_lag_nothing_is_said(make: Any, tables: Tables) -> None:
    even = visit(0.4, 0.5, cv=10.0, day=20)
    assert not [r for r in asked(make, tables, even).rule_ids if r.startswith("touch_up")]


def test_the_chewing_muscles_and_low_forehead_points_are_no_place(
    make: Any, tables: Tables
) -> None:
    chewing = FollowUp(
        20,
        (pair("masseter", 100.0, 100.0, cv=10.0),),
        (pair("masseter", 30.0, 90.0, cv=10.0),),
        toxin_days_before={},
    )
    answer = asked(
        make, tables, chewing, product="botox_cosmetic_us", region="masseter_contour",
        muscle="masseter",
    )  # fmt: skip
    assert told(answer, "none") == [
        "masseter: no touch-up. No touch-up is considered in this area."
    ]


@pytest.mark.parametrize(
    ("plan", "most"),
    [
        ({"left": (1.2, 1.2), "right": (1.2, 1.2)}, "1.2"),  # never more than first given there
        ({"left": (9, 2), "right": (4, 4)}, "1"),  # the label's 20 units in all are nearly given
        ({"left": (8, 2), "right": (5, 5)}, None),  # and here given
        ({"left": (0.8, 2), "right": (0.8, 2)}, None),  # less than a unit
    ],
)
def test_a_figure_keeps_every_bound(
    make: Any, tables: Tables, plan: dict[str, Any], most: str | None
) -> None:
    answer = asked(make, tables, on=True, graduation_ml=0.005, **plan)
    assert told(answer, "place")
    if most is None:
        assert told(answer, "figure") == []
        assert "No figure" in told(answer, "no_figure")[0]
    else:
        assert told(answer, "figure")[0].startswith(f"At most {most} unit")


def test_no_figure_without_a_syringe_or_a_known_bound_or_for_other_scales(
    make: Any, tables: Tables
) -> None:
    assert told(asked(make, tables, on=True, graduation_ml=None), "no_figure")
    assert told(
        asked(make, tables, on=True, product="dysport_us", vial=(300, 1.5)), "no_figure"
    ) == ["No figure: none is told for Dysport."]
    canthal = FollowUp(
        20,
        (pair("orbicularis_oculi", 100.0, 100.0, cv=10.0),),
        (pair("orbicularis_oculi", 30.0, 90.0, cv=10.0),),
        toxin_days_before={},
    )
    answer = asked(make, tables, canthal, on=True, region="lateral_canthal", muscle=None)
    assert told(answer, "no_figure")


def test_the_switch_is_in_the_clinics_policy_and_off_by_default(tables: Tables) -> None:
    assert not Policy.from_tables(tables).touch_up_units
    on = parse_policy({"touch_up_units": True}, tables)
    assert on.touch_up_units
    assert parse_policy(on.as_dict(), tables) == on
    assert on.digest != Policy.from_tables(tables).digest


def test_in_training_nobody_prescribes(make: Any, tables: Tables) -> None:
    examination = replace(SEEN, details={})
    simulated = asked(make, tables, examination=examination, profile="training")
    assert "touch_up.place" in simulated.rule_ids


def test_the_other_side_is_named_where_that_one_lags(make: Any, tables: Tables) -> None:
    (text,) = told(asked(make, tables, follow_up=LAGS.mirrored()), "place")
    assert text.startswith("Consider the lagging side: left corrugator")
