"""`FollowUp`: a later visit, each side against its own baseline. Data only, never units."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from emg_dosing.strict import DOCUMENT, Label
from emg_signal.montage import Side


@dataclass(frozen=True, slots=True)
class Amplitudes:
    """Mean RMS of one pair in the same task, µV, and the holds that it is the mean of.

    Parameters
    ----------
    muscle
        Key of the muscle.
    left_uv, right_uv
        Mean of the holds.
    left_holds_uv, right_holds_uv
        Each hold, noise at rest taken off, the same holds on both sides; empty if only the mean
        is known.
    left_rest_uv, right_rest_uv
        At rest; None if not known.
    in_turn
        Whether other tasks lay between the holds; holds in a row drift together.
    left_at_most, right_at_most
        Whether a side did not stand out from rest: its holds are then taken with the rest in them,
        and the muscle gave that much at most.

    Raises
    ------
    ValueError
        Negative or not finite, a hold of nothing, or another number of holds left than right.
    """

    __pydantic_config__ = DOCUMENT
    muscle: Label
    left_uv: Annotated[float, Field(strict=True, ge=0)]
    right_uv: Annotated[float, Field(strict=True, ge=0)]
    left_holds_uv: tuple[Annotated[float, Field(strict=True, gt=0)], ...] = ()
    right_holds_uv: tuple[Annotated[float, Field(strict=True, gt=0)], ...] = ()
    left_rest_uv: Annotated[float, Field(strict=True, ge=0)] | None = None
    right_rest_uv: Annotated[float, Field(strict=True, ge=0)] | None = None
    in_turn: bool = False
    left_at_most: bool = False
    right_at_most: bool = False

    def __post_init__(self) -> None:
        """Refuse what is no amplitude."""
        if not all(math.isfinite(v) and v >= 0 for v in (self.left_uv, self.right_uv)):
            raise ValueError(f"{self.muscle}: {self.left_uv} and {self.right_uv} µV")
        held = (*self.left_holds_uv, *self.right_holds_uv)
        if not all(math.isfinite(v) and v > 0 for v in held):
            raise ValueError(f"{self.muscle}: a hold is no amplitude")
        if len(self.left_holds_uv) != len(self.right_holds_uv):
            raise ValueError(f"{self.muscle}: not the same holds on both sides")

    @classmethod
    def of_holds(
        cls,
        muscle: str,
        left_uv: Sequence[float],
        right_uv: Sequence[float],
        *,
        rest_uv: tuple[float | None, float | None] = (None, None),
        in_turn: bool = False,
        at_most: tuple[bool, bool] = (False, False),
    ) -> Amplitudes:
        """Return the amplitudes of a pair with the geometric means of its holds.

        Parameters
        ----------
        muscle
            Key of the muscle.
        left_uv, right_uv
            Each hold, noise at rest taken off, µV.
        rest_uv
            Left and right at rest, µV; None if not known.
        in_turn, at_most
            As in the class; left and right.
        """
        left, right = statistics.geometric_mean(left_uv), statistics.geometric_mean(right_uv)
        held = tuple(left_uv), tuple(right_uv)
        return cls(muscle, left, right, *held, *rest_uv, in_turn, *at_most)

    def holds(self, side: Side) -> tuple[float, ...]:
        """Return the holds of one side, µV."""
        return self.left_holds_uv if side is Side.LEFT else self.right_holds_uv

    def rest_uv(self, side: Side) -> float | None:
        """Return one side at rest, µV."""
        return self.left_rest_uv if side is Side.LEFT else self.right_rest_uv

    def at_most(self, side: Side) -> bool:
        """Whether one side did not stand out from rest."""
        return self.left_at_most if side is Side.LEFT else self.right_at_most

    def mirrored(self) -> Amplitudes:
        """Return the pair with left and right exchanged."""
        return Amplitudes(
            self.muscle,
            self.right_uv,
            self.left_uv,
            self.right_holds_uv,
            self.left_holds_uv,
            self.right_rest_uv,
            self.left_rest_uv,
            self.in_turn,
            self.right_at_most,
            self.left_at_most,
        )


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
    sites_marked
        Whether the sites were marked or photographed, so that the electrodes sit where they sat.
    toxin_days_before
        Region → days since toxin when the baseline was measured; None if nobody asked.

    Raises
    ------
    ValueError
        A negative day, or a baseline that is zero.
    """

    __pydantic_config__ = DOCUMENT
    day: Annotated[int, Field(strict=True, ge=0)]
    baseline: tuple[Amplitudes, ...]
    now: tuple[Amplitudes, ...]
    sites_marked: bool = False
    toxin_days_before: Mapping[Label, Annotated[int, Field(strict=True, ge=0)]] | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be compared."""
        if self.day < 0:
            raise ValueError(f"day {self.day}")
        if any(v <= 0 for a in self.baseline for v in (a.left_uv, a.right_uv)):
            raise ValueError("a baseline of 0 µV")

    def both(self, muscle: str) -> tuple[Amplitudes, Amplitudes] | None:
        """Return a muscle before and now, None if either is missing."""
        before = next((a for a in self.baseline if a.muscle == muscle), None)
        after = next((a for a in self.now if a.muscle == muscle), None)
        return None if before is None or after is None else (before, after)

    def percent_of_baseline(self, muscle: str) -> tuple[float, float] | None:
        """Return left and right in percent of their own baseline, None if either is missing."""
        found = self.both(muscle)
        if found is None:
            return None
        before, after = found
        return 100 * after.left_uv / before.left_uv, 100 * after.right_uv / before.right_uv

    def mirrored(self) -> FollowUp:
        """Return the visit with left and right exchanged."""
        return replace(
            self,
            baseline=tuple(pair.mirrored() for pair in self.baseline),
            now=tuple(pair.mirrored() for pair in self.now),
        )
