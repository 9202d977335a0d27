"""`LabelTemplate`: the points that a product's label gives in a region, to start a plan from.

A template copies the label and decides nothing: the person edits the points, and the plan check
reads the result like any other plan. Where the tables do not say how the points lie there is no
template, and none is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass

from emg_dosing.plan import Point
from emg_dosing.rows import PatternRow
from emg_dosing.tables import Tables
from emg_dosing.values import Dose
from emg_signal.montage import Side


@dataclass(frozen=True, slots=True)
class LabelTemplate:
    """The points of one label pattern.

    Parameters
    ----------
    row
        The pattern: its sources, status, note and review are shown beside the points.
    points
        Left, midline and right of each muscle, each with the label's units per point; the sides
        are even, and all points of a muscle and side lie at the standard place.
    """

    row: PatternRow
    points: tuple[Point, ...]

    @property
    def regions(self) -> tuple[str, ...]:
        """Regions that the label treats together: the forehead comes with the glabella."""
        return tuple(dict.fromkeys(point.region for point in self.points))

    @property
    def total(self) -> Dose:
        """All units of the template."""
        units = sum(point.dose.units for point in self.points)
        return Dose(units, self.row.product)


def label_templates(product_id: str, tables: Tables) -> tuple[LabelTemplate, ...]:
    """Return every template of a product, in the order of the tables; empty if none is known."""
    return tuple(
        LabelTemplate(row, _points(row, row.units_per_point))
        for row in tables.patterns(product_id)
        if row.on_label and row.spots and row.units_per_point is not None
    )


def _points(row: PatternRow, units: float) -> tuple[Point, ...]:
    return tuple(
        Point(
            f"{spot.region}.{spot.muscle}.{spot.side}.{count}",
            spot.region,
            spot.muscle,
            None if spot.side == "midline" else Side(spot.side),
            Dose(units, row.product),
        )
        for spot in row.spots
        for count in range(1, spot.points + 1)
    )
