"""`Preparation`: vial, diluent, syringe and what to draw up for each point."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from emg_dosing.bound_plan import BoundPlan, bind
from emg_dosing.concentration import Concentration
from emg_dosing.exact import exact, is_whole
from emg_dosing.plan import Plan, Point
from emg_dosing.policy import Policy
from emg_dosing.rows import DilutionRow
from emg_dosing.tables import Tables
from emg_signal.document import as_document


@dataclass(frozen=True, slots=True)
class Draw:
    """What one point takes: mL exact and on the graduation, and what that means in units."""

    point_id: str
    exact_ml: float
    drawn_ml: float
    delivered_units: float
    rounding_units: float
    tolerance_units: float | None


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
            "draws": [as_document(draw) for draw in self.draws],
            "vials": self.vials,
            "leftover_units": self.leftover_units,
            "use_within_hours": self.use_within_hours,
            "storage": self.storage,
            "cost": self.cost,
            "currency": self.currency,
        }


def prepare(plan: Plan, tables: Tables, policy: Policy | None = None) -> Preparation | None:
    """Return what to mix and draw up, None while vial, syringe or concentration are open."""
    return preparation_of(bind(plan, tables, policy))


def preparation_of(bound: BoundPlan) -> Preparation | None:
    """Return what `prepare` does, of a plan that is bound already."""
    concentration, step, vial = bound.concentration, bound.step, bound.plan.vial
    if concentration is None or concentration.chosen is None or step is None or vial is None:
        return None
    units_per_ml, total = concentration.chosen, bound.plan.units()
    row = concentration.row or _strictest(bound)
    vials = math.ceil(total / exact(vial.units))
    return Preparation(
        concentration=concentration,
        draws=tuple(_draw(point, bound.plan, units_per_ml, step) for point in bound.plan.points),
        vials=vials,
        leftover_units=float(vials * exact(vial.units) - total),
        use_within_hours=row.use_within_hours,
        storage=row.storage,
        cost=None if vial.price is None else float(exact(vial.price) * vials),
        currency=vial.currency,
        use_within=row,
    )


def _strictest(bound: BoundPlan) -> DilutionRow:
    """Return the label's dilution that keeps least long: for a diluent that the label has not."""
    rows = bound.tables.of_product(DilutionRow, bound.plan.product_id)
    return min(rows, key=lambda row: row.use_within_hours)


def lines_drawn(units: Fraction, step: Fraction) -> int:
    """Return the syringe's whole lines in some units, `step` units each, rounded down."""
    return round(units / step) if is_whole(units, step) else math.floor(units / step)


def _draw(point: Point, plan: Plan, units_per_ml: Fraction, step: Fraction) -> Draw:
    """Return what a point takes, rounded to the graduation downwards: never more than planned."""
    units = exact(point.dose.units)
    delivered = lines_drawn(units, step) * step
    tolerance = None if plan.syringe is None else plan.syringe.tolerance_percent
    return Draw(
        point_id=point.id,
        exact_ml=float(units / units_per_ml),
        drawn_ml=float(delivered / units_per_ml),
        delivered_units=float(delivered),
        rounding_units=float(delivered - units),
        tolerance_units=None if tolerance is None else float(delivered * exact(tolerance) / 100),
    )
