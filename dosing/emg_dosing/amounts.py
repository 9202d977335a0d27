"""`Amount`: a sum of the plan that an upper bound holds for, and the key that findings carry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from emg_dosing.exact import exact
from emg_dosing.plan import Plan, Point
from emg_dosing.policy import Policy
from emg_dosing.region_bounds import RegionBounds
from emg_signal.montage import Side


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of the plan that bounds hold for: a point, a side or a region.

    ``is_limit`` tells a limit (a label or the clinic says so) from the largest known dose, which
    a person may pass and no suggestion does.
    """

    level: Literal["point", "side", "region"]
    region: str
    side: Side | None
    points: tuple[Point, ...]
    limit: float
    is_limit: bool = True

    @property
    def units(self) -> Fraction:
        """Units of its points."""
        return sum((exact(point.dose.units) for point in self.points), Fraction(0))

    @property
    def too_much(self) -> bool:
        """Whether its units pass a limit, exactly."""
        return self.is_limit and self.is_above

    @property
    def is_above(self) -> bool:
        """Whether its units pass its bound, be that a limit or not."""
        # A float sum far below the limit settles it; the exact sum costs ten times as much.
        if sum(point.dose.units for point in self.points) < self.limit * (1 - 1e-9):
            return False
        return self.units > exact(self.limit)

    @property
    def place(self) -> str:
        """Key of the sum: the point's id, or region and side."""
        return self.points[0].id if self.level == "point" else place_of(self.region, self.side)


def place_of(region: str, side: Side | None) -> str:
    """Return the key of a region or of one side of it, as a finding carries it."""
    return region if side is None else f"{region} {side}"


def amounts_of(
    plan: Plan, bounds: Mapping[str, RegionBounds | None], policy: Policy
) -> tuple[Amount, ...]:
    """Return each sum of the plan that has an upper bound: points, then sides, then regions.

    A side never holds more than its region may, nor a point more than its side.

    Parameters
    ----------
    plan
        Points with their units.
    bounds
        Region → its bounds, None where nothing bounds it.
    policy
        The clinic's limits of single points.
    """
    points: list[Amount] = []
    sides: list[Amount] = []
    regions: list[Amount] = []
    for region, known in bounds.items():
        found = plan.at(region=region)
        own = policy.limit(policy.max_point_units, plan.product_id, region)
        caps = [] if own is None else [(own, True)]
        if known is not None:
            high, hard = known.guardrail.absolute.high, known.is_limit
            whole = 2 * high if known.basis == "per_side" else high
            caps.append((high, hard))
            sides += [
                Amount("side", region, side, plan.at(region=region, side=side), high, hard)
                for side in Side
            ]
            regions.append(Amount("region", region, None, found, whole, hard))
        points += [
            Amount("point", region, p.side, (p,), limit, is_limit)
            for limit, is_limit in sorted(caps)
            for p in found
        ]
    return tuple(points + sides + regions)


def caps_of(amounts: Iterable[Amount]) -> dict[str, Fraction]:
    """Return what each point may hold at most: its lowest bound, or what it holds beyond that.

    A point without a bound has no entry. A person's own dose above the largest known one is left.
    """
    caps: dict[str, Fraction] = {}
    for amount in amounts:
        if amount.level == "point":
            cap = exact(amount.limit)
            if not amount.is_limit:
                cap = max(cap, amount.units)
            name = amount.points[0].id
            caps[name] = min(cap, caps.get(name, cap))
    return caps
