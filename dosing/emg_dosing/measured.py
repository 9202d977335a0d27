"""`MeasuredFace`: what the rules need of a locked measurement, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from emg_signal.chunk import Origin
from emg_signal.measurement import Measurement
from emg_signal.quality import Quality
from emg_signal.symmetry import asymmetry_index


@dataclass(frozen=True, slots=True)
class Placement:
    """Asymmetry of one pair at one placement of the electrodes; positive = left more active.

    Parameters
    ----------
    index_percent
        Asymmetry index, -100 to 100 %.
    low_percent, high_percent
        Repeatability interval, %.
    repetitions
        Bilateral contractions.
    left_uv, right_uv
        RMS of each repetition, µV; empty if only the index is known.

    Raises
    ------
    ValueError
        Not finite, beyond ±100 %, or the index outside its own interval.
    """

    index_percent: float
    low_percent: float
    high_percent: float
    repetitions: int
    left_uv: tuple[float, ...] = ()
    right_uv: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Refuse numbers that cannot be an asymmetry."""
        ordered = -100 <= self.low_percent <= self.index_percent <= self.high_percent <= 100
        if not ordered:  # NaN fails every comparison
            raise ValueError(
                f"index {self.index_percent} % with interval {self.low_percent} to "
                f"{self.high_percent} % is no asymmetry"
            )
        if self.repetitions < 1:
            raise ValueError(f"{self.repetitions} repetitions")
        if not all(math.isfinite(v) and v >= 0 for v in self.left_uv + self.right_uv):
            raise ValueError("an amplitude is negative or not finite")

    @classmethod
    def from_repetitions(cls, left_uv: Sequence[float], right_uv: Sequence[float]) -> Placement:
        """Return the placement with these amplitudes per repetition, µV, both sides alike long.

        Raises
        ------
        ValueError
            Fewer than two repetitions, different numbers, or an amplitude that is not positive.
        """
        if len(left_uv) != len(right_uv) or len(left_uv) < 2:
            raise ValueError("both sides need the same two or more repetitions")
        if not all(math.isfinite(v) and v > 0 for v in (*left_uv, *right_uv)):
            raise ValueError("an amplitude is not positive")
        index, (low, high) = asymmetry_index(left_uv, right_uv)
        return cls(index, low, high, len(left_uv), tuple(left_uv), tuple(right_uv))

    def mirrored(self) -> Placement:
        """Return the placement with left and right exchanged."""
        return Placement(
            -self.index_percent,
            -self.high_percent,
            -self.low_percent,
            self.repetitions,
            self.right_uv,
            self.left_uv,
        )


@dataclass(frozen=True, slots=True)
class MeasuredPair:
    """One pair: its placements in order of time, rate, true band, quality and proof of wiring."""

    muscle: str
    placements: Annotated[tuple[Placement, ...], Field(serialization_alias="placement")]
    fs_hz: float
    low_hz: float
    high_hz: float
    left_quality: Quality = Quality.GOOD
    right_quality: Quality = Quality.GOOD
    tap_test_passed: bool = False

    def __post_init__(self) -> None:
        """Refuse a pair without a placement or with a rate or band that cannot be."""
        if not self.placements:
            raise ValueError(f"{self.muscle}: no placement")
        if not (math.isfinite(self.fs_hz) and 0 <= self.low_hz < self.high_hz < self.fs_hz):
            raise ValueError(f"{self.muscle}: rate {self.fs_hz} Hz, band {self.high_hz} Hz")

    @property
    def smaller(self) -> Placement:
        """The placement with the smaller asymmetry: the one that is used."""
        return min(self.placements, key=lambda placement: abs(placement.index_percent))

    @property
    def larger(self) -> Placement:
        """The placement with the larger asymmetry: the one that asks for an examination."""
        return max(self.placements, key=lambda placement: abs(placement.index_percent))

    def mirrored(self) -> MeasuredPair:
        """Return the pair with left and right exchanged."""
        return replace(
            self,
            placements=tuple(p.mirrored() for p in self.placements),
            left_quality=self.right_quality,
            right_quality=self.left_quality,
        )


@dataclass(frozen=True, slots=True)
class MeasuredFace:
    """All pairs of a locked measurement, its age and where it comes from."""

    pairs: Annotated[tuple[MeasuredPair, ...], Field(serialization_alias="pair")]
    age_min: float
    origin: Origin
    subject: str | None = None

    def __post_init__(self) -> None:
        """Refuse an age that is none; NaN would pass every limit."""
        if not (math.isfinite(self.age_min) and self.age_min >= 0):
            raise ValueError(f"age of {self.age_min} minutes")

    def pair(self, muscle: str) -> MeasuredPair | None:
        """Return the pair of a muscle, None if it was not measured."""
        return next((pair for pair in self.pairs if pair.muscle == muscle), None)

    def mirrored(self) -> MeasuredFace:
        """Return the face with left and right exchanged."""
        return replace(self, pairs=tuple(pair.mirrored() for pair in self.pairs))


def face_of(
    measurement: Measurement,
    *,
    age_s: float,
    tap_test_passed: bool = False,
    earlier: Measurement | None = None,
) -> MeasuredFace:
    """Return what the rules need of a locked measurement.

    Parameters
    ----------
    measurement
        The newest one.
    age_s
        Its age, seconds.
    tap_test_passed
        Whether every lead was proven by tapping its site.
    earlier
        The measurement before the electrodes were taken off and re-seated, same session.
    """
    pairs = tuple(
        MeasuredPair(
            muscle=symmetry.pair.muscle,
            placements=_placements(symmetry.pair.muscle, earlier, measurement),
            fs_hz=measurement.fs_hz,
            low_hz=symmetry.band.low_hz,
            high_hz=symmetry.band.high_hz,
            left_quality=_worst(symmetry.pair.muscle, 0, earlier, measurement),
            right_quality=_worst(symmetry.pair.muscle, 1, earlier, measurement),
            tap_test_passed=tap_test_passed,
        )
        for symmetry in measurement.symmetries
    )
    return MeasuredFace(pairs, max(0.0, age_s) / 60.0, measurement.origin, measurement.subject)


def _placements(muscle: str, *measurements: Measurement | None) -> tuple[Placement, ...]:
    found = [m.symmetry_of(muscle) for m in measurements if m is not None]
    return tuple(
        Placement(s.index_percent, *s.interval_percent, s.repetitions, s.left_uv, s.right_uv)
        for s in found
        if s is not None
    )


def _worst(muscle: str, side: int, *measurements: Measurement | None) -> Quality:
    """Return the first quality that is not GOOD: worse is never rounded up to better."""
    found = [m.quality_of(muscle)[side].quality for m in measurements if m is not None]
    return next((quality for quality in found if quality is not Quality.GOOD), Quality.GOOD)
