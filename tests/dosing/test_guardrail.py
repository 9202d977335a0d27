"""Absolute bounds contain recommended ones, and compare to the last binary digit."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emg_dosing.exact import exact, floor_units, is_whole, number
from emg_dosing.guardrail import Bounds, Guardrail, Standing

RAIL = Guardrail(Bounds(2.0, 30.0), Bounds(10.0, 20.0))


@pytest.mark.hazard("H-dose-above-limit")
@pytest.mark.parametrize(
    ("units", "standing"),
    [
        (math.nextafter(2.0, 0), Standing.BELOW_ABSOLUTE),
        (0.0, Standing.BELOW_ABSOLUTE),
        (2.0, Standing.BELOW_RECOMMENDED),
        (math.nextafter(10.0, 0), Standing.BELOW_RECOMMENDED),
        (10.0, Standing.WITHIN),
        (20.0, Standing.WITHIN),
        (math.nextafter(20.0, 99), Standing.ABOVE_RECOMMENDED),
        (30.0, Standing.ABOVE_RECOMMENDED),
        (math.nextafter(30.0, 99), Standing.ABOVE_ABSOLUTE),
        (1e300, Standing.ABOVE_ABSOLUTE),
    ],
)
def test_standing_to_one_binary_digit(units: float, standing: Standing) -> None:
    assert RAIL.standing(units) is standing


@pytest.mark.hazard("H-limit-missing")
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_limit_or_value_that_is_not_finite_cannot_be(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        RAIL.standing(value)
    with pytest.raises(ValueError, match="finite"):
        Bounds(0.0, value)
    with pytest.raises(ValueError, match="finite"):
        Bounds(value, 0.0)


def test_bounds_the_wrong_way_round_cannot_be() -> None:
    with pytest.raises(ValueError, match="wrong way"):
        Bounds(2.0, 1.0)
    assert Bounds(1.0, 1.0).contain(Bounds(1.0, 1.0))


@pytest.mark.parametrize(("low", "high"), [(1.9, 20.0), (10.0, 30.1)])
def test_a_recommendation_beyond_the_bounds_cannot_be(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="not within"):
        Guardrail(Bounds(2.0, 30.0), Bounds(low, high))


@given(st.floats(0, 100))
def test_tightening_never_raises_a_bound(high: float) -> None:
    tight = RAIL.tightened(high)
    assert tight.absolute.high == min(30.0, high)
    assert tight.absolute.low <= RAIL.absolute.low
    assert tight.recommended.high <= RAIL.recommended.high
    assert tight.absolute.contain(tight.recommended)


@given(st.floats(0, 1e6))
def test_flooring_never_raises_and_loses_less_than_a_millionth(units: float) -> None:
    floored = exact(floor_units(exact(units)))
    assert 0 <= exact(units) - floored < Fraction(1, 1_000_000)


def test_exact_is_the_decimal_that_was_typed() -> None:
    assert exact(0.4) == Fraction(2, 5)
    assert exact(0.1) + exact(0.2) == exact(0.3)


def test_whole_graduations_forgive_the_grid_and_no_more() -> None:
    step = Fraction(5, 6)
    assert is_whole(exact(floor_units(10 * step)), step)
    assert is_whole(10 * step + Fraction(2, 1_000_000), step)
    assert not is_whole(10 * step + Fraction(3, 1_000_000), step)


@pytest.mark.parametrize(
    ("value", "text"),
    [(20.0, "20"), (0.4, "0.4"), (8.333, "8.33"), (-0.001, "0"), (0.0, "0"), (100.0, "100")],
)
def test_numbers_as_people_read_them(value: float, text: str) -> None:
    assert number(value) == text


def test_millilitres_keep_three_decimals() -> None:
    assert number(0.025, 3) == "0.025"
