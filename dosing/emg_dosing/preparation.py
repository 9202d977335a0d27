"""`Preparation`: vial, diluent, syringe and what to draw up for each point."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from emg_dosing.exact import exact, is_whole
from emg_dosing.plan import Plan, Point, Vial
from emg_dosing.policy import Policy
from emg_dosing.rows import DilutionRow
from emg_dosing.tables import Tables


@dataclass(frozen=True, slots=True)
class Concentration:
    """Units per mL: the label's (None off the label's dilutions) and vial over diluent.

    Parameters
    ----------
    label_units_per_ml, computed_units_per_ml
        The two figures.
    difference_percent
        Gap in percent of the label's; 0 without a label's figure.
    must_choose
        Whether the gap must be acknowledged by choosing one.
    chosen
        The figure that counts, None while it must be chosen.
    row
        The label's dilution.
    """

    label_units_per_ml: Fraction | None
    computed_units_per_ml: Fraction
    difference_percent: float
    must_choose: bool
    chosen: Fraction | None
    row: DilutionRow | None


@dataclass(frozen=True, slots=True)
class Draw:
    """What one point takes: mL exact and on the graduation, and what that means in units."""

    point_id: str
    exact_ml: float
    drawn_ml: float
    delivered_units: float
    rounding_units: float
    tolerance_units: float | None

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dict."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Preparation:
    """What to mix and draw up.

    Parameters
    ----------
    concentration
        Units per mL.
    draws
        One per point.
    vials
        Whole vials.
    leftover_units
        To be discarded.
    use_within_hours
        From mixing.
    storage
        Of the mixed vial.
    use_within
        The label's row that says so.
    cost
        Price times vials, None without a price.
    currency
        Of the cost.
    """

    concentration: Concentration
    draws: tuple[Draw, ...]
    vials: int
    leftover_units: float
    use_within_hours: int
    storage: str
    cost: float | None
    currency: str | None
    use_within: DilutionRow

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dict."""
        label = self.concentration.label_units_per_ml
        return {
            "label_units_per_ml": None if label is None else float(label),
            "computed_units_per_ml": float(self.concentration.computed_units_per_ml),
            "difference_percent": self.concentration.difference_percent,
            "draws": [draw.as_dict() for draw in self.draws],
            "vials": self.vials,
            "leftover_units": self.leftover_units,
            "use_within_hours": self.use_within_hours,
            "storage": self.storage,
            "cost": self.cost,
            "currency": self.currency,
        }


def concentration_of(plan: Plan, tables: Tables, policy: Policy) -> Concentration | None:
    """Return the concentration of a plan's vial, None without one."""
    if plan.vial is None:
        return None
    computed = exact(plan.vial.units) / exact(plan.vial.diluent_ml)
    row = dilution_of(plan.product_id, plan.vial, tables)
    if row is None:
        return Concentration(None, computed, 0.0, False, computed, None)
    label = exact(row.label_units_per_0_1ml) * 10
    difference = 100 * abs(label - computed) / label
    allowed = exact(policy.concentration_difference_percent)
    must_choose = difference > allowed or row.acknowledge
    figures = {"label": label, "computed": computed, None: None if must_choose else computed}
    chosen = figures[plan.vial.concentration]
    return Concentration(label, computed, float(difference), must_choose, chosen, row)


def dilution_of(product_id: str, vial: Vial, tables: Tables) -> DilutionRow | None:
    """Return the label's dilution that this vial and diluent are, None if they are none."""
    for row in tables.of_product(DilutionRow, product_id):
        if row.vial_units == vial.units and row.diluent_ml == vial.diluent_ml:
            return row
    return None


def step_of(plan: Plan, tables: Tables, policy: Policy) -> Fraction | None:
    """Return the units of one graduation, None while vial, syringe or concentration are open."""
    concentration = concentration_of(plan, tables, policy)
    if concentration is None or concentration.chosen is None or plan.syringe is None:
        return None
    return concentration.chosen * exact(plan.syringe.graduation_ml)


def prepare(plan: Plan, tables: Tables, policy: Policy | None = None) -> Preparation | None:
    """Return what to mix and draw up, None while vial, syringe or concentration are open."""
    policy = policy or Policy.from_tables(tables)
    concentration = concentration_of(plan, tables, policy)
    step = step_of(plan, tables, policy)
    if concentration is None or concentration.chosen is None or step is None or plan.vial is None:
        return None
    vial = plan.vial
    row = concentration.row or _strictest(plan.product_id, tables)
    vials = math.ceil(plan.units() / exact(vial.units))
    leftover = vials * exact(vial.units) - plan.units()
    return Preparation(
        concentration=concentration,
        draws=tuple(_draw(point, plan, concentration.chosen, step) for point in plan.points),
        vials=vials,
        leftover_units=float(leftover),
        use_within_hours=row.use_within_hours,
        storage=row.storage,
        cost=None if vial.price is None else float(exact(vial.price) * vials),
        currency=vial.currency,
        use_within=row,
    )


def _strictest(product_id: str, tables: Tables) -> DilutionRow:
    """Return the label's dilution that keeps least long: for a diluent that the label has not."""
    rows = tables.of_product(DilutionRow, product_id)
    return min(rows, key=lambda row: row.use_within_hours)


def _draw(point: Point, plan: Plan, units_per_ml: Fraction, step: Fraction) -> Draw:
    """Return what a point takes, rounded to the graduation downwards: never more than planned."""
    units = exact(point.dose.units)
    steps = round(units / step) if is_whole(units, step) else math.floor(units / step)
    delivered = steps * step
    tolerance = None if plan.syringe is None else plan.syringe.tolerance_percent
    return Draw(
        point_id=point.id,
        exact_ml=float(units / units_per_ml),
        drawn_ml=float(delivered / units_per_ml),
        delivered_units=float(delivered),
        rounding_units=float(delivered - units),
        tolerance_units=None if tolerance is None else float(delivered * exact(tolerance) / 100),
    )
