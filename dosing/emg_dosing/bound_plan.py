"""`BoundPlan`: a plan beside what tables and policy say of it, each worked out once.

Rules and checks take this one value. Whoever asks for a bound, a name or the graduation gets the
same answer as the rule before, and no caller can bring a plan and another plan's limits together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from emg_dosing import names
from emg_dosing.amounts import Amount, amounts_of
from emg_dosing.concentration import Concentration, concentration_of
from emg_dosing.exact import exact
from emg_dosing.pairs import SidePair, pairs_of
from emg_dosing.plan import Plan, Point
from emg_dosing.policy import Policy
from emg_dosing.region_bounds import (
    BoundState,
    RegionBounds,
    clinic_bounds,
    table_bounds,
)
from emg_dosing.rows import IntervalRow, ProductRow
from emg_dosing.tables import Tables
from emg_signal.montage import Side


@dataclass(frozen=True, slots=True)
class BoundPlan:
    """A plan, the tables and the policy that hold for it, and what follows from the three.

    Parameters
    ----------
    plan
        The injector's plan.
    tables
        Products, ranges and norms.
    policy
        The clinic's, or the program's own.
    bounds
        Region → its bounds, tightened by the policy; None where nothing bounds it.
    amounts
        Each sum of the plan that has an upper bound: points, then sides, then regions.
    pairs
        Left beside right of each muscle, in the order of their first point.
    concentration
        Units per mL of the plan's vial, None without one.
    """

    plan: Plan
    tables: Tables
    policy: Policy
    bounds: Mapping[str, RegionBounds | None]
    amounts: tuple[Amount, ...]
    pairs: tuple[SidePair, ...]
    concentration: Concentration | None

    def with_units(self, units: Mapping[str, float]) -> BoundPlan:
        """Return the plan with other units at the points named by id, bound in the same way."""
        plan = self.plan.with_units(units)
        # Neither bounds nor concentration depend on units: only the sums are made again.
        amounts = amounts_of(plan, self.bounds, self.policy)
        return replace(self, plan=plan, amounts=amounts, pairs=pairs_of(plan))

    @property
    def product(self) -> ProductRow:
        """The plan's product."""
        return self.tables.product(self.plan.product_id)

    @property
    def step(self) -> Fraction | None:
        """Units of one graduation, None while vial, syringe or concentration are open."""
        found, syringe = self.concentration, self.plan.syringe
        if found is None or found.chosen is None or syringe is None:
            return None
        return found.chosen * exact(syringe.graduation_ml)

    @property
    def interval(self) -> IntervalRow | None:
        """The label's shortest interval, None if the tables do not know it."""
        return next(iter(self.tables.of_product(IntervalRow, self.plan.product_id)), None)

    def bounded_parts(self, region: str) -> tuple[tuple[Side | None, Fraction], ...]:
        """Return the sums of a region that its bounds speak of: each side given, or the whole."""
        bounds = self.bounds[region]
        if bounds is None or bounds.basis == "total":
            return ((None, self.plan.units(region=region)),)
        sides = [side for side in Side if self.plan.at(region=region, side=side)]
        parts = [(side, self.plan.units(region=region, side=side)) for side in sides]
        middle = self.plan.units(region=region, side=None)
        return (*parts, *(((None, middle),) if middle or not parts else ()))

    def bound_state(self, region: str) -> BoundState:
        """Return how a region stands to what is published: outside as soon as one side is."""
        bounds = self.bounds[region]
        if bounds is None:
            return BoundState.NONE_KNOWN
        states = {bounds.state(units) for _, units in self.bounded_parts(region)}
        return BoundState.OUTSIDE if BoundState.OUTSIDE in states else states.pop()

    def is_fixed_pattern(self, region: str) -> bool:
        """Whether each side of a region is one of its label's own amounts, even or not."""
        bounds = self.bounds[region]
        if bounds is None or bounds.basis == "total":
            return False
        label = {exact(dose.high) for dose in bounds.known if dose.basis == "label"}
        return len(label) > 1 and all(units in label for _, units in self.bounded_parts(region))

    def is_fixed(self, region: str) -> bool:
        """Whether only fixed patterns are given there: nothing is evened out or rounded."""
        return any(row.never_anything for row in self.tables.hazards(region))

    def region_name(self, region: str) -> str:
        """Return ``crow's feet``."""
        return names.region_name(region, self.tables)

    def side_name(self, region: str, side: Side | None) -> str:
        """Return ``crow's feet left``, or the region alone without a side."""
        return names.side_name(region, side, self.tables)

    def pair_name(self, pair: SidePair) -> str:
        """Return ``crow's feet (orbicularis oculi)``."""
        return names.pair_name(pair.region, pair.muscle, self.tables)

    def point_name(self, point: Point) -> str:
        """Return the id that someone gave the point, else where it lies."""
        return names.point_name(point, self.tables)

    def amount_name(self, amount: Amount) -> str:
        """Return what people call a sum: its point, side or region."""
        if amount.level == "point":
            return self.point_name(amount.points[0])
        return self.side_name(amount.region, amount.side)


def bind(plan: Plan, tables: Tables, policy: Policy | None = None) -> BoundPlan:
    """Return a plan with its bounds, sums, pairs and concentration.

    Parameters
    ----------
    plan
        The injector's plan; its product and regions stand in `tables`.
    tables
        Products, ranges and norms.
    policy
        The clinic's; None stands for the program's own.
    """
    policy = policy or Policy.from_tables(tables)
    bounds = {region: _bounds(plan.product_id, region, tables, policy) for region in plan.regions}
    return BoundPlan(
        plan=plan,
        tables=tables,
        policy=policy,
        bounds=bounds,
        amounts=amounts_of(plan, bounds, policy),
        pairs=pairs_of(plan),
        concentration=concentration_of(
            plan.product_id, plan.vial, tables, policy.concentration_difference_percent
        ),
    )


def _bounds(product_id: str, region: str, tables: Tables, policy: Policy) -> RegionBounds | None:
    """Return the bounds that the tables know, tightened by the policy."""
    known = table_bounds(tables, product_id, region, policy.country)
    limit = policy.limit(policy.max_units, product_id, region)
    if limit is None:
        return known
    return clinic_bounds(tables, region, limit) if known is None else known.tightened(limit)
