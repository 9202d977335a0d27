"""`Guardrail`: absolute bounds that contain the recommended ones.

After LoopKit's Guardrail (S128): two nested ranges and a value's standing in them. A bound that is
missing, not finite or the wrong way round cannot be built, so that no limit can vanish.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum

from emg_dosing.exact import exact


class Standing(IntEnum):
    """Where a value stands, from low to high."""

    BELOW_ABSOLUTE = -2
    BELOW_RECOMMENDED = -1
    WITHIN = 0
    ABOVE_RECOMMENDED = 1
    ABOVE_ABSOLUTE = 2


@dataclass(frozen=True, slots=True)
class Bounds:
    """A closed range of units.

    Raises
    ------
    ValueError
        Not finite, or low above high.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse bounds that bound nothing."""
        if not (math.isfinite(self.low) and math.isfinite(self.high)):
            raise ValueError(f"bounds {self.low} to {self.high} are not finite")
        if self.low > self.high:
            raise ValueError(f"bounds {self.low} to {self.high} are the wrong way round")

    def contain(self, other: Bounds) -> bool:
        """Whether `other` lies within."""
        return self.low <= other.low and other.high <= self.high


@dataclass(frozen=True, slots=True)
class Guardrail:
    """Absolute and recommended bounds of one amount, units of one product.

    Raises
    ------
    ValueError
        The recommended bounds reach beyond the absolute ones.
    """

    absolute: Bounds
    recommended: Bounds

    def __post_init__(self) -> None:
        """Refuse a recommendation outside the bounds."""
        if not self.absolute.contain(self.recommended):
            raise ValueError(f"{self.recommended} is not within {self.absolute}")

    def standing(self, units: float) -> Standing:
        """Return where `units` stands; compares exactly, without tolerance.

        Raises
        ------
        ValueError
            `units` is not finite.
        """
        value = exact(units)
        if value < exact(self.absolute.low):
            return Standing.BELOW_ABSOLUTE
        if value > exact(self.absolute.high):
            return Standing.ABOVE_ABSOLUTE
        if value < exact(self.recommended.low):
            return Standing.BELOW_RECOMMENDED
        if value > exact(self.recommended.high):
            return Standing.ABOVE_RECOMMENDED
        return Standing.WITHIN

    def tightened(self, high: float) -> Guardrail:
        """Return the guardrail with a lower upper bound; a higher one changes nothing."""
        top = min(self.absolute.high, high)
        absolute = Bounds(min(self.absolute.low, top), top)
        low = min(self.recommended.low, top)
        return Guardrail(absolute, Bounds(low, min(self.recommended.high, top)))
