"""`LabelTemplate`: the points that a product's label gives in a region, to start a plan from.

A template copies the label and decides nothing: the person edits the points, and the plan check
reads the result like any other plan. Where the tables do not say how the points lie there is no
template, and none is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass

from emg_dosing.plan import Point
from emg_dosing.rows import PatternRow, ProductRow, RegionRow, TableRow
from emg_dosing.tables import Tables
from emg_dosing.values import Dose
from emg_signal.errors import PlanError
from emg_signal.montage import Side
from emg_signal.phrase import say


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


def label_template(product_id: str, region: str, tables: Tables) -> LabelTemplate:
    """Return the template that covers a region, the one with the fewest regions.

    Raises
    ------
    PlanError
        The product or region is unknown; the label does not give the region; or the tables do not
        say how its points lie.
    """
    found = [t for t in label_templates(product_id, tables) if region in t.regions]
    if found:
        return min(found, key=lambda template: len(template.regions))
    raise _refusal(product_id, region, tables)


def _refusal(product_id: str, region: str, tables: Tables) -> PlanError:
    kinds: tuple[tuple[type[TableRow], str], ...] = ((ProductRow, product_id), (RegionRow, region))
    for kind, wanted in kinds:
        if all(row.id != wanted for row in tables.all(kind)):
            return PlanError(
                say("{name} is not in the tables.", name=repr(wanted)),
                say("Choose a product and a region that the program lists."),
            )
    brand, name = tables.product(product_id).brand, tables.region(region).name
    if any(row.on_label and region in row.parts for row in tables.patterns(product_id)):
        return PlanError(
            say(
                "{region}: how the points of {brand} lie is not in the tables.",
                region=name,
                brand=brand,
            ),
            say("Enter the points yourself, from the label."),
        )
    return PlanError(
        say(
            "{region}: off label for {brand}, so that no template exists.", region=name, brand=brand
        ),
        say("Enter the points yourself."),
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
