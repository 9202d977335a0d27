"""`nearer_region`: the region that a moved point stands nearer to than to its own."""

from __future__ import annotations

import math

from emg_dosing.plan import Point
from emg_dosing.tables import Tables
from emg_ui.face.places import HEAD_ASPECT, MIDLINE, SIDED, TWO_BESIDE_MIDLINE, Place


def nearer_region(point: Point, tables: Tables) -> str | None:
    """Return the region whose usual place is the nearest, where it has not the point's muscle.

    None where a point was not moved, its own region is the nearest, or no usual place of its own
    region is drawn. The places are drawn, not measured: what this says is to be looked at again.

    Parameters
    ----------
    point
        Of a plan; it is judged where a person put it.
    tables
        For the muscles of each region.
    """
    at, own = point.drawn_at, _nearest(point.region, point.drawn_at)
    if at is None or own is None:
        return None
    others = (
        (distance, region)
        for region in SIDED
        if point.muscle not in tables.region(region).muscles
        and (distance := _nearest(region, at)) is not None
        and distance < own
    )
    return min(others, default=(0.0, None))[1]


def _nearest(region: str, at: Place | None) -> float | None:
    """Return how far it is to the nearest usual place of a region, in heights of the head."""
    known = (SIDED, TWO_BESIDE_MIDLINE, MIDLINE)
    places = [place for table in known for place in table.get(region, ())]
    if at is None or not places:
        return None
    return min(math.hypot((u - at[0]) * HEAD_ASPECT / 2, v - at[1]) for u, v in places)
