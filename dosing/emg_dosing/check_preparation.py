"""Plan check, preparation: product, lot, expiry, vial, diluent, concentration, syringe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy
from emg_dosing.preparation import Concentration, concentration_of, prepare
from emg_dosing.tables import Tables
from emg_dosing.values import Finding, Grade


def check_preparation(
    plan: Plan, tables: Tables, policy: Policy, today: dt.date | None
) -> Iterator[Finding]:
    """Yield what is missing or contradictory before anything is drawn up."""
    yield from check_vial(plan, tables, policy, today)
    yield from _syringe(plan, tables, policy)


def check_vial(
    plan: Plan, tables: Tables, policy: Policy, today: dt.date | None
) -> Iterator[Finding]:
    """Yield what is missing or contradictory about product, vial and diluent."""
    yield from _given(plan, today)
    yield from _vial(plan, tables)
    concentration = concentration_of(plan, tables, policy)
    if concentration is not None:
        yield from _concentration(concentration)


def _given(plan: Plan, today: dt.date | None) -> Iterator[Finding]:
    missing = {
        "goal (full or soft)": plan.goal,
        "lot": plan.lot,
        "expiry": plan.expires,
        "vial and diluent": plan.vial,
        "syringe": plan.syringe,
    }
    if names := [name for name, value in missing.items() if value is None]:
        yield from_rule(Grade.WARNING, f"Not given: {', '.join(names)}.", "not_given")
    if plan.goal is not None:
        yield from_rule(Grade.INFO, f"Goal: {plan.goal}; it changes no number.", "goal")
    if plan.expires is None:
        return
    if today is None:
        yield from_rule(
            Grade.INFO, f"Expires {plan.expires}: not compared with today.", "expiry_unchecked"
        )
    elif plan.expires < today:
        yield from_rule(Grade.STOP, f"The vial expired on {plan.expires}.", "expired")


def _vial(plan: Plan, tables: Tables) -> Iterator[Finding]:
    row = tables.product(plan.product_id)
    known = ", ".join(str(units) for units in row.vial_units)
    if plan.vial is not None and plan.vial.units not in row.vial_units:
        yield from_row(
            Grade.STOP,
            f"{row.brand} comes in vials of {known} U, not {number(plan.vial.units)} U.",
            row,
        )


def _concentration(concentration: Concentration) -> Iterator[Finding]:
    computed = number(concentration.computed_units_per_ml / 10)
    if concentration.row is None or concentration.label_units_per_ml is None:
        yield from_rule(
            Grade.WARNING,
            f"This dilution is not in the tables; vial over diluent gives {computed} U per 0.1 mL.",
            "dilution_unknown",
        )
        return
    label = number(concentration.label_units_per_ml / 10)
    row = concentration.row
    said = f"Label {label} U per 0.1 mL, vial over diluent {computed} U"
    if not concentration.must_choose:
        yield from_row(Grade.INFO, f"{said}.", row)
        return
    difference = f"they differ by {concentration.difference_percent:.1f} %"
    if concentration.chosen is None:
        yield from_row(
            Grade.STOP, f"{said}: {difference}. Say which one counts: label or computed.", row
        )
    else:
        chosen = number(concentration.chosen / 10)
        yield from_row(Grade.CAUTION, f"{said}: {difference}; {chosen} U counts.", row)


def _syringe(plan: Plan, tables: Tables, policy: Policy) -> Iterator[Finding]:
    preparation = prepare(plan, tables, policy)
    if preparation is None or plan.syringe is None:
        return
    if plan.syringe.tolerance_percent is None:
        yield from_rule(Grade.CAUTION, "The syringe's own tolerance is not given.", "tolerance")
    for draw in preparation.draws:
        if draw.rounding_units:
            yield from_rule(
                Grade.CAUTION,
                f"{draw.point_id}: the syringe delivers {number(draw.delivered_units)} U "
                f"({number(draw.drawn_ml, 3)} mL), {number(-draw.rounding_units)} U less than "
                "planned.",
                "not_deliverable",
                draw.point_id,
            )
        if exact(draw.drawn_ml) > exact(plan.syringe.volume_ml):
            yield from_rule(
                Grade.WARNING,
                f"{draw.point_id}: {number(draw.drawn_ml, 3)} mL is more than the syringe holds.",
                "syringe_volume",
                draw.point_id,
            )
