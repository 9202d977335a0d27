"""How strong each muscle is in a typical face, and how unlike its two sides are.

Asymmetry is drawn from the published norms where there are any (S89: 154
healthy people). Amplitudes are not published per facial muscle in what could be read
(S67 among it): those here are engineering judgement beside the masseter's 157 to
216 µV and the temporalis's 162 to 182 µV at maximal clench (S91).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from emg_simulators.randomness import random_stream

FULL_UV: Mapping[str, float] = MappingProxyType(
    {
        "frontalis": 150.0,
        "frontalis_lateral": 130.0,
        "corrugator": 120.0,
        "procerus": 80.0,
        "orbicularis_oculi": 100.0,
        "nasalis": 70.0,
        "levator_labii": 90.0,
        "zygomaticus": 130.0,
        "risorius": 60.0,
        "orbicularis_oris": 110.0,
        "depressor_anguli_oris": 80.0,
        "depressor_labii": 70.0,
        "mentalis": 120.0,
        "masseter": 186.0,
        "temporalis": 172.0,
        "platysma": 60.0,
    }
)
"""Typical RMS at full effort, µV; masseter and temporalis are the middle of men and women (S91)."""

INDEX_SD_PERCENT: Mapping[str, float] = MappingProxyType(
    {"frontalis": 13.6, "zygomaticus": 20.9, "orbicularis_oris": 15.2}
)
"""SD of the signed asymmetry index of healthy people, %, were it normal around 0: the published
mean of its size over sqrt(2/pi) (10.87, 16.71 and 12.10 %, S89)."""

WIDEST_SD_PERCENT = 20.9
"""For muscles without a published norm the widest published one stands in (engineering
judgement, as the dosing rules do)."""

WIDEST_INDEX_PERCENT = 50.0
"""No drawn face is more one-sided; above it the facts ask for an examination (section 7)."""


def drawn_index_percent(muscle: str, seed: int) -> float:
    """Return a healthy person's signed asymmetry index of `muscle`, %; positive is left."""
    sd = INDEX_SD_PERCENT.get(muscle, WIDEST_SD_PERCENT)
    index = sd * float(random_stream(seed, "asymmetry", muscle).standard_normal())
    return min(WIDEST_INDEX_PERCENT, max(-WIDEST_INDEX_PERCENT, index))


def sides_uv(muscle: str, index_percent: float) -> tuple[float, float]:
    """Return the full RMS of left and right, µV, of a typical `muscle` with this index, percent."""
    return (
        FULL_UV[muscle] * (1 + index_percent / 100),
        FULL_UV[muscle] * (1 - index_percent / 100),
    )
