"""Colours of one lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LaneColours:
    """Colours of a raster, each 0xffRRGGBB.

    Parameters
    ----------
    background, grid, edge
        Surface, the zero line of each lane, the line between lanes.
    traces, envelopes
        The signal, and the moving RMS over it; one per lane, or one for all.
    gap, alarm
        Time without samples; the converter's rail or a value beyond the axis.
    head
        The line at the newest sample.
    target
        The level that a contraction shall reach.
    """

    background: int
    grid: int
    edge: int
    traces: Sequence[int]
    envelopes: Sequence[int]
    gap: int
    alarm: int
    head: int
    target: int
