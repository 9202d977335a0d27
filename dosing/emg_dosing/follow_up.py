"""`FollowUp`: a later visit, each side against its own baseline. Data only, never units."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from emg_dosing.strict import DOCUMENT, Label


@dataclass(frozen=True, slots=True)
class Amplitudes:
    """Mean RMS of one pair in the same task, µV.

    Raises
    ------
    ValueError
        Negative or not finite.
    """

    __pydantic_config__ = DOCUMENT
    muscle: Label
    left_uv: Annotated[float, Field(strict=True, ge=0)]
    right_uv: Annotated[float, Field(strict=True, ge=0)]

    def __post_init__(self) -> None:
        """Refuse what is no amplitude."""
        if not all(math.isfinite(v) and v >= 0 for v in (self.left_uv, self.right_uv)):
            raise ValueError(f"{self.muscle}: {self.left_uv} and {self.right_uv} µV")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A visit after a treatment.

    Parameters
    ----------
    day
        Days since the treatment.
    baseline
        Amplitudes before it.
    now
        Amplitudes at this visit.

    Raises
    ------
    ValueError
        A negative day, or a baseline that is zero.
    """

    __pydantic_config__ = DOCUMENT
    day: Annotated[int, Field(strict=True, ge=0)]
    baseline: tuple[Amplitudes, ...]
    now: tuple[Amplitudes, ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be compared."""
        if self.day < 0:
            raise ValueError(f"day {self.day}")
        if any(v <= 0 for a in self.baseline for v in (a.left_uv, a.right_uv)):
            raise ValueError("a baseline of 0 µV")

    def percent_of_baseline(self, muscle: str) -> tuple[float, float] | None:
        """Return left and right in percent of their own baseline, None if either is missing."""
        before = next((a for a in self.baseline if a.muscle == muscle), None)
        after = next((a for a in self.now if a.muscle == muscle), None)
        if before is None or after is None:
            return None
        return 100 * after.left_uv / before.left_uv, 100 * after.right_uv / before.right_uv

    def mirrored(self) -> FollowUp:
        """Return the visit with left and right exchanged."""
        return replace(
            self,
            baseline=tuple(Amplitudes(a.muscle, a.right_uv, a.left_uv) for a in self.baseline),
            now=tuple(Amplitudes(a.muscle, a.right_uv, a.left_uv) for a in self.now),
        )
