"""Healthy ranges and the dead band around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from emg_dosing.exact import exact, number
from emg_dosing.measured import MeasuredPair, Placement
from emg_dosing.names import muscle_name
from emg_dosing.rows import BandRow
from emg_dosing.tables import HealthyRange, Tables
from emg_dosing.values import Reason
from emg_signal.phrase import Phrase, say


@dataclass(frozen=True, slots=True)
class DeadBand:
    """Asymmetry below which nothing is shifted, % of the index.

    Parameters
    ----------
    healthy
        The range that counts.
    own
        Whether it is this muscle's own.
    penalty_percent
        What the narrow band may feign.
    """

    healthy: HealthyRange
    own: bool
    penalty_percent: float

    @property
    def percent(self) -> float:
        """Healthy limit, its widening and the band penalty."""
        parts = (self.healthy.limit95_percent, self.widening_percent, self.penalty_percent)
        return float(sum(map(exact, parts)))

    @property
    def widening_percent(self) -> float:
        """Kept for a muscle's own range: it guards healthy faces, and training has none."""
        return self.healthy.widening_percent if self.own else 0.0

    @property
    def arithmetic(self) -> Phrase:
        """The sum in words."""
        parts = {
            "limit": number(self.healthy.limit95_percent),
            "muscle": muscle_name(self.healthy.muscle),
            "band": number(self.penalty_percent),
            "total": number(self.percent),
        }
        if not self.widening_percent:
            return say(
                "{limit} (95 % of healthy people, {muscle}) + {band} (band) = {total} %", **parts
            )
        return say(
            "{limit} (95 % of healthy people, {muscle}) + {widening} (widened) + {band} (band) "
            "= {total} %",
            **parts,
            widening=number(self.widening_percent),
        )


def band_penalty(fs_hz: float, high_hz: float, tables: Tables) -> float | None:
    """Return the penalty of the best row that rate and band both reach, None below all rows.

    Parameters
    ----------
    fs_hz
        Sampling rate, Hz.
    high_hz
        Upper edge of the measured band, Hz.
    tables
        Their bands say what each costs, points of the asymmetry index.
    """
    met = [r for r in tables.all(BandRow) if fs_hz >= r.fs_hz and high_hz >= r.high_hz]
    return min((row.penalty_percent for row in met), default=None)


def dead_band(
    muscle: str,
    fs_hz: float,
    high_hz: float,
    tables: Tables,
    profile: Literal["research", "training"],
) -> DeadBand | None:
    """Return the dead band of a muscle, None without a range or below the narrowest known band.

    Parameters
    ----------
    muscle
        Recording position.
    fs_hz, high_hz
        Sampling rate and upper edge of the measured band, Hz.
    tables
        Published ranges, and what a narrow band costs.
    profile
        In ``training`` a muscle without a range of its own is judged by the widest one.
    """
    healthy = tables.healthy_range(muscle)
    own = healthy is not None
    if healthy is None and profile == "training":
        healthy = tables.widest_range()
    penalty = band_penalty(fs_hz, high_hz, tables)
    if healthy is None or penalty is None:
        return None
    return DeadBand(healthy, own, penalty)


def beyond_healthy(pair: MeasuredPair, tables: Tables) -> bool:
    """Whether a placement's asymmetry lies outside the healthy range.

    A muscle without a range of its own is judged by the widest published one: beyond that no
    healthy face explains it; within, the measurement says nothing of the plan (docs/adr/0032).
    """
    healthy = tables.healthy_range(pair.muscle) or tables.widest_range()
    return abs(pair.larger.index_percent) > healthy.limit95_percent


def above_most(pair: MeasuredPair, healthy: HealthyRange) -> Reason:
    """Return that an asymmetry is above that of most healthy faces: examined, never dosed."""
    index = pair.larger.index_percent
    text = say(
        "{muscle}: {sides}, above most healthy faces (±{limit} %): examine; weakness of the other "
        "side until shown otherwise.",
        muscle=muscle_name(pair.muscle),
        sides=placed_words(pair, pair.larger),
        limit=number(healthy.limit95_percent),
    )
    return Reason(
        text,
        f"norm.{healthy.muscle}",
        abs(index),
        healthy.limit95_percent,
        "%",
        healthy.sources,
        "cohort",
    )


def side_words(index_percent: float) -> Phrase:
    """Return ``left more active by 6 %``."""
    if index_percent == 0:
        return say("both sides alike, 0 %")
    percent = number(abs(index_percent), 1)
    if index_percent > 0:
        return say("left more active by {percent} %", percent=percent)
    return say("right more active by {percent} %", percent=percent)


def placed_words(pair: MeasuredPair, placement: Placement) -> Phrase:
    """Return ``left more active by 6 % in placement 1 of 2``; the newest is shown and not named."""
    sides = side_words(placement.index_percent)
    if placement == pair.placements[-1]:
        return sides
    return say(
        "{sides} in placement {n} of {count}",
        sides=sides,
        n=pair.placements.index(placement) + 1,
        count=len(pair.placements),
    )


def interval_words(low: float, high: float, index_percent: float) -> Phrase:
    """Return the interval in the direction of the more active side: ``-2 to 38``.

    Parameters
    ----------
    low, high
        Ends of the interval, % of the index; positive means left more active.
    index_percent
        The index itself, %: its sign says which side is the more active.
    """
    if index_percent < 0:
        low, high = -high, -low
    if index_percent == 0:  # no direction: the wider end counts both ways
        high = max(-low, high)
        low = -high
    return say("{low} to {high}", low=number(low, 1), high=number(high, 1))
