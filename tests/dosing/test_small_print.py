"""What only a changed letter or digit would show: names, roundings, texts and their lengths."""

from __future__ import annotations

from typing import Any

import pytest

from emg_dosing.bound_plan import bind
from emg_dosing.check import check_plan
from emg_dosing.examination import ADVERSE, Examination
from emg_dosing.follow_up import Amplitudes, FollowUp
from emg_dosing.healthy import dead_band, interval_words
from emg_dosing.names import point_name
from emg_dosing.plan import parse_plan
from emg_dosing.preparation import prepare
from emg_dosing.scenario import Scenario
from emg_dosing.suggest import suggest
from emg_dosing.tables import Tables
from emg_dosing.typed_number import parse_number
from emg_dosing.values import Dose
from emg_signal.document import as_document
from emg_signal.errors import ConfigError

BOTOX = "botox_cosmetic_us"

SINCE = Examination(**dict.fromkeys(ADVERSE, False))
"""A later visit in which nothing happened since the injection."""


def test_equal_doses_are_not_less() -> None:
    assert not Dose(4.0, BOTOX) < Dose(4.0, BOTOX)
    assert Dose(3.9, BOTOX) < Dose(4.0, BOTOX)


def test_a_change_of_the_midline_says_so(make: Any, tables: Tables) -> None:
    plan = make.plan("letybo_us", "glabella", left=(), right=(), midline=(12, 12))
    changes = as_document(suggest(Scenario(plan), tables))["changes"]
    change = changes[0]
    assert change["side"] == "midline"


def test_a_changed_point_is_told_with_its_side_and_the_new_plan(make: Any, tables: Tables) -> None:
    answer = suggest(Scenario(make.plan(region="forehead", left=(2.0,), right=(3.2,))), tables)
    told = as_document(answer)
    assert {change["side"] for change in told["changes"]} == {"left", "right"}
    assert told["resulting_plan"] == answer.resulting_plan.as_dict()


def test_half_a_microvolt_is_a_baseline() -> None:
    visit = FollowUp(14, (Amplitudes("masseter", 0.5, 1.0),), (Amplitudes("masseter", 0.25, 1.0),))
    assert visit.percent_of_baseline("masseter") == (50.0, 100.0)


def test_a_percentage_of_the_baseline_is_whole(make: Any, tables: Tables) -> None:
    visit = FollowUp(14, (Amplitudes("masseter", 3.0, 3.0),), (Amplitudes("masseter", 1.0, 2.0),))
    answer = suggest(
        Scenario(make.plan(region="masseter_contour"), None, SINCE, follow_up=visit), tables
    )
    data = dict(answer.data)
    assert data["masseter left, % of baseline"] == 33.0
    assert data["masseter right, % of baseline"] == 67.0


def test_a_name_that_someone_gave_stays_and_says_its_side(make: Any, tables: Tables) -> None:
    document = make.document()
    document["point"][0]["id"] = "beside the scar"
    point = parse_plan(document, tables).points[0]
    assert point_name(point, tables) == "beside the scar, left"


def test_a_dead_band_is_told_as_the_sum_that_it_is(tables: Tables) -> None:
    own = dead_band("zygomaticus", 250.0, 65.0, tables, "research")
    borrowed = dead_band("masseter", 250.0, 65.0, tables, "training")
    assert own is not None
    assert borrowed is not None
    for band, is_widened in ((own, True), (borrowed, False)):
        words = band.arithmetic
        assert ("(widened)" in words) is is_widened
        assert words.endswith(f"+ 5 (band) = {band.percent:g} %")
        assert words.startswith(f"{band.healthy.limit95_percent:g} (95 % of healthy people, ")


def test_the_direction_of_an_interval_is_that_of_any_index() -> None:
    assert interval_words(-2.0, 3.0, 0.5) == "-2 to 3"
    assert interval_words(-2.0, 3.0, -0.5) == "-3 to 2"
    assert interval_words(-2.0, 3.0, 0.0) == "-3 to 3"


def test_two_vials_cost_twice_their_price(make: Any, tables: Tables) -> None:
    document = make.document(region="masseter_contour", left=(30,), right=(30,), vial=(50, 1.25))
    document["vial"] |= {"price": 150.0, "currency": "EUR"}
    plan = parse_plan(document, tables)
    prepared = prepare(plan, tables)
    assert prepared is not None
    assert (prepared.vials, prepared.cost) == (2, 300.0)


def test_a_tolerance_that_is_not_given_is_no_number(make: Any, tables: Tables) -> None:
    texts = " ".join(finding.text for finding in check_plan(make.plan(), tables))
    assert "tolerance is not given" in texts
    assert "±" not in texts


def test_a_bound_of_a_point_is_at_that_point(make: Any, tables: Tables) -> None:
    plan = make.plan(region="masseter_bruxism", left=(), right=(), midline=(40,))
    places = {amount.level: amount.place for amount in bind(plan, tables).amounts}
    assert places["point"] == plan.points[0].id
    assert places["side"] != plan.points[0].id


@pytest.mark.parametrize("length", [38, 39])
def test_a_typed_text_is_cut_behind_forty_letters_with_its_quotes(length: int) -> None:
    typed = "x" * length
    with pytest.raises(ConfigError) as refused:
        parse_number(typed)
    shown = f"'{typed}'"
    whole = len(shown) <= 40
    assert (shown if whole else shown[:37] + "...") in str(refused.value.message)
    assert ("..." in str(refused.value.message)) is not whole


def test_a_long_value_of_a_document_is_cut_at_sixty(make: Any, tables: Tables) -> None:
    with pytest.raises(ConfigError) as refused:
        parse_plan(make.document(goal="x" * 59), tables)
    assert "'" + "x" * 56 + "..." in str(refused.value.message)
    assert "x" * 57 not in str(refused.value.message)
