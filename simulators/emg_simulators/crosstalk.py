"""How much of one muscle's activity a neighbour's electrodes pick up.

That facial muscles leak into each other's electrodes is published (speech and chewing into the
zygomaticus: S98; "facial muscles act as an interconnected network", S67); the
shares below are not, and are engineering judgement by distance on the face.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.montage import Side

MuscleSide = tuple[str, Side]

NEIGHBOURS: Mapping[frozenset[str], float] = MappingProxyType(
    {
        frozenset({"frontalis", "frontalis_lateral"}): 0.25,
        frozenset({"frontalis", "corrugator"}): 0.08,
        frozenset({"frontalis", "procerus"}): 0.08,
        frozenset({"corrugator", "procerus"}): 0.20,
        frozenset({"corrugator", "orbicularis_oculi"}): 0.06,
        frozenset({"procerus", "nasalis"}): 0.10,
        frozenset({"nasalis", "levator_labii"}): 0.12,
        frozenset({"levator_labii", "zygomaticus"}): 0.12,
        frozenset({"orbicularis_oculi", "zygomaticus"}): 0.06,
        frozenset({"zygomaticus", "masseter"}): 0.10,
        frozenset({"zygomaticus", "orbicularis_oris"}): 0.06,
        frozenset({"zygomaticus", "risorius"}): 0.12,
        frozenset({"risorius", "masseter"}): 0.10,
        frozenset({"risorius", "depressor_anguli_oris"}): 0.10,
        frozenset({"orbicularis_oris", "depressor_anguli_oris"}): 0.12,
        frozenset({"orbicularis_oris", "depressor_labii"}): 0.10,
        frozenset({"depressor_anguli_oris", "depressor_labii"}): 0.15,
        frozenset({"depressor_labii", "mentalis"}): 0.15,
        frozenset({"orbicularis_oris", "mentalis"}): 0.10,
        frozenset({"depressor_anguli_oris", "mentalis"}): 0.12,
        frozenset({"depressor_anguli_oris", "platysma"}): 0.10,
        frozenset({"masseter", "platysma"}): 0.05,
    }
)
"""Amplitude shares between neighbours on one side."""

MIDLINE: Mapping[str, float] = MappingProxyType(
    {"procerus": 0.3, "mentalis": 0.2, "corrugator": 0.05, "frontalis": 0.03, "nasalis": 0.08}
)
"""Amplitude shares across the midline of a muscle's own other side."""


def share(one: MuscleSide, other: MuscleSide) -> float:
    """Return the amplitude share of `other`'s muscle in `one`'s electrodes; 1 in its own."""
    if one == other:
        return 1.0
    if one[0] == other[0]:
        return MIDLINE.get(one[0], 0.0)
    if one[1] is other[1]:
        return NEIGHBOURS.get(frozenset({one[0], other[0]}), 0.0)
    return 0.0


def mixing_matrix(
    sites: list[MuscleSide], muscles: list[MuscleSide], *, scale: float = 1.0
) -> FloatArray:
    """Return ``(n_sites, n_muscles)`` amplitude shares; `scale` multiplies all but the own ones."""
    matrix = np.array([[share(site, muscle) for muscle in muscles] for site in sites])
    own = np.array([[site == muscle for muscle in muscles] for site in sites])
    return np.where(own, matrix, scale * matrix)
