"""What people call regions, muscles and points: ids never reach a reader.

A region's name comes from its row; translators find it there. The id of a point that nobody named
says where the point lies, and is said in those words.
"""

from __future__ import annotations

from typing import Final

from emg_dosing.plan import Point
from emg_dosing.tables import Tables
from emg_signal.montage import Side
from emg_signal.phrase import say

SHORT_NAMES: Final = {
    "levator_labii": say("levator labii"),
    "orbicularis_oculi": say("orbicularis oculi"),
}
"""Muscles whose row tells parts apart that a sentence need not."""


def muscle_name(muscle_id: str) -> str:
    """Return ``orbicularis oculi``."""
    return SHORT_NAMES.get(muscle_id) or muscle_id.replace("_", " ")


def region_name(region_id: str, tables: Tables | None) -> str:
    """Return ``crow's feet``; the id in words where the tables did not load."""
    return region_id.replace("_", " ") if tables is None else tables.region(region_id).name


def side_name(region_id: str, side: Side | None, tables: Tables) -> str:
    """Return ``crow's feet left``, or the region alone without a side."""
    region = region_name(region_id, tables)
    if side is None:
        return region
    return say("{region} {side}", region=region, side=side.value)


def pair_name(region_id: str, muscle_id: str, tables: Tables | None) -> str:
    """Return ``crow's feet (orbicularis oculi)``."""
    region = region_name(region_id, tables)
    return say("{region} ({muscle})", region=region, muscle=muscle_name(muscle_id))


def point_name(point: Point, tables: Tables | None) -> str:
    """Return what every screen, sheet and record calls a point: ``chin left, point 2``.

    A name that a person gave stays, with the patient's side behind it unless it says so itself.
    """
    side = point.side.value if point.side else say("midline")
    stem, _, count = point.id.rpartition(".")
    if stem not in {f"{point.region}.{point.muscle}.{name}" for name in (*Side, "midline")}:
        return point.id if side in point.id else say("{name!s}, {side}", name=point.id, side=side)
    one_muscle = tables is not None and len(tables.region(point.region).muscles) == 1
    place = (
        region_name(point.region, tables)
        if one_muscle
        else pair_name(point.region, point.muscle, tables)
    )
    return say("{place} {side}, point {count}", place=place, side=side, count=count)
