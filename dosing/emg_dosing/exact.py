"""Exact arithmetic on the numbers that people typed.

A number is taken as its shortest decimal form, so that 0.4 is four tenths and a limit compares
without a tolerance: a value one binary step above a limit is above it. Results go back to floats
on a grid of a millionth of a unit, always downwards, so that no sum of results exceeds what was
divided (a millionth of a unit is far below any syringe; engineering judgement).
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import lru_cache

GRID = 1_000_000
"""Results lie on 1/GRID of a unit."""


@lru_cache(maxsize=16_384)
def exact(value: float) -> Fraction:
    """Return the decimal number that `value` prints as.

    Raises
    ------
    ValueError
        Not finite.
    """
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a finite number")
    # Not Fraction(value): that is the binary neighbour of 0.4, and six of them would not be 2.4.
    return Fraction(repr(float(value)))


def floor_units(value: Fraction) -> float:
    """Return the largest float on the grid that does not exceed `value`."""
    # Down, never to the nearest: a share that was rounded up could pass the total it came from.
    return math.floor(value * GRID) / GRID


def is_whole(value: Fraction, step: Fraction) -> bool:
    """Whether `value` is a whole number of steps, within the grid."""
    return abs(value - round(value / step) * step) <= Fraction(2, GRID)


def number(value: float | Fraction, decimals: int = 2) -> str:
    """Return a number as people read it: ``20``, ``0.4``, ``8.33``."""
    text = f"{float(value):.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
