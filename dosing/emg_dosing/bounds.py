"""`RegionBounds`: how much of one product a region takes, from its label and practice range.

A practice range holds for the products that its row names and for no other: for the rest only the
label counts, and where the label is silent too there are no bounds, which is said and never read
as "unlimited" (an EMG shift needs bounds; docs/adr/0031).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from emg_dosing.exact import exact
from emg_dosing.guardrail import Bounds, Guardrail
from emg_dosing.names import point_name, side_name
from emg_dosing.plan import Plan, Point
from emg_dosing.policy import Policy
from emg_dosing.rows import MaximumRow, Record, RegionRow
from emg_dosing.tables import Tables
from emg_signal.montage import Side

Basis = Literal["total", "per_side"]


@dataclass(frozen=True, slots=True)
class RegionBounds:
    """Bounds of one product in one region.

    Parameters
    ----------
    basis
        Whether the bounds hold per side or for the whole region.
    guardrail
        Units of the product.
    rows
        What they come from.
    """

    basis: Basis
    guardrail: Guardrail
    rows: tuple[Record, ...]

    @property
    def rule_id(self) -> str:
        """Id of the row that sets the upper bound; the clinic's policy where no row does."""
        return self.rows[0].id if self.rows else "policy.clinic"

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of all rows."""
        return tuple(dict.fromkeys(s for row in self.rows for s in row.sources))


def table_bounds(tables: Tables, product_id: str, region_id: str) -> RegionBounds | None:
    """Return the bounds that the tables know, None if they know none."""
    region = tables.region(region_id)
    label = label_amount(tables, product_id, region)
    if product_id in region.applies_to:
        return _practice_bounds(region, label)
    if label is None:
        return None
    amount, rows = label
    recommended = Bounds(amount, amount)
    return RegionBounds(region.side_basis, Guardrail(Bounds(0.0, amount), recommended), rows)


def bounds_of(
    tables: Tables, policy: Policy, product_id: str, region_id: str
) -> RegionBounds | None:
    """Return the bounds that the tables know, tightened by the policy."""
    known = table_bounds(tables, product_id, region_id)
    limit = policy.limit(policy.max_units, product_id, region_id)
    if limit is None:
        return known
    if known is None:
        rail = Guardrail(Bounds(0.0, limit), Bounds(0.0, limit))
        return RegionBounds(tables.region(region_id).side_basis, rail, ())
    return RegionBounds(known.basis, known.guardrail.tightened(limit), known.rows)


def label_amount(
    tables: Tables, product_id: str, region: RegionRow
) -> tuple[float, tuple[Record, ...]] | None:
    """Return the label's largest amount for a region on the region's own basis, and its rows."""
    found: list[tuple[float, Record]] = [
        (row.parts[region.id], row)
        for row in tables.patterns(product_id)
        if region.id in row.parts and row.on_label
    ]
    found += [
        (row.units, row)
        for row in tables.of_product(MaximumRow, product_id)
        if (row.region, row.scope) == (region.id, "region")
    ]
    if not found:
        return None
    most = max(units for units, _ in found)
    rows = tuple(row for units, row in found if units == most)
    return (most / 2 if region.side_basis == "per_side" else most), rows


def _practice_bounds(
    region: RegionRow, label: tuple[float, tuple[Record, ...]] | None
) -> RegionBounds:
    usual = max(region.units_typical) if label is None else label[0]
    high = max(region.units_max, usual)
    rail = Guardrail(Bounds(0.0, high), Bounds(region.units_min, usual))
    rows = (region, *(() if label is None else label[1]))
    return RegionBounds(region.side_basis, rail, rows)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of the plan that bounds hold for: a point, a side or a region."""

    level: Literal["point", "side", "region"]
    region: str
    side: Side | None
    points: tuple[Point, ...]
    limit: float

    @property
    def units(self) -> Fraction:
        """Units of its points."""
        return sum((exact(point.dose.units) for point in self.points), Fraction(0))

    @property
    def too_much(self) -> bool:
        """Whether its units pass the limit, exactly."""
        # A float sum far below the limit settles it; the exact sum costs ten times as much.
        if sum(point.dose.units for point in self.points) < self.limit * (1 - 1e-9):
            return False
        return self.units > exact(self.limit)

    @property
    def place(self) -> str:
        """Key of the sum: the point's id, or region and side."""
        return self.points[0].id if self.level == "point" else place_of(self.region, self.side)

    def name(self, tables: Tables) -> str:
        """Return what people call it: ``crow's feet left``."""
        if self.level == "point":
            return point_name(self.points[0], tables)
        return side_name(self.region, self.side, tables)


def place_of(region: str, side: Side | None) -> str:
    """Return the key of a region or of one side of it, as a finding carries it."""
    return region if side is None else f"{region} {side}"


def amounts_of(plan: Plan, tables: Tables, policy: Policy) -> tuple[Amount, ...]:
    """Return each sum of the plan that has an upper bound: points, then sides, then regions.

    A side never holds more than its region may, nor a point more than its side.
    """
    points: list[Amount] = []
    sides: list[Amount] = []
    regions: list[Amount] = []
    for region in plan.regions:
        found = plan.at(region=region)
        most = _region_limit(plan, tables, policy, region)
        for point in found:
            limits = [policy.limit(policy.max_point_units, plan.product_id, region)]
            limits += [None if most is None else most[0]]
            if known := [limit for limit in limits if limit is not None]:
                points.append(Amount("point", region, point.side, (point,), min(known)))
        if most is not None:
            sides += [
                Amount("side", region, side, plan.at(region=region, side=side), most[0])
                for side in Side
            ]
            regions.append(Amount("region", region, None, found, most[1]))
    return tuple(points + sides + regions)


def _region_limit(
    plan: Plan, tables: Tables, policy: Policy, region: str
) -> tuple[float, float] | None:
    """Return the upper bounds of a side and of the whole region."""
    bounds = bounds_of(tables, policy, plan.product_id, region)
    if bounds is None:
        return None
    high = bounds.guardrail.absolute.high
    return high, (2 * high if bounds.basis == "per_side" else high)
