"""What bounds a plan: its regions' bounds, tightened by the policy, and the sums they hold for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from emg_dosing.exact import exact
from emg_dosing.guardrail import Bounds, Guardrail
from emg_dosing.names import point_name, side_name
from emg_dosing.plan import Plan, Point
from emg_dosing.policy import Policy
from emg_dosing.region_bounds import RegionBounds, table_bounds
from emg_dosing.tables import Tables
from emg_signal.montage import Side


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
