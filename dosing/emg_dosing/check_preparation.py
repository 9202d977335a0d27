"""Plan check, preparation: product, lot, expiry, vial, diluent, concentration, syringe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.concentration import Concentration
from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.plan import Plan
from emg_dosing.preparation import preparation_of
from emg_dosing.rows import DilutionRow
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import listed, say


def check_preparation(bound: BoundPlan, today: dt.date | None) -> Iterator[Finding]:
    """Yield what is missing or contradictory before anything is drawn up."""
    yield from check_vial(bound, today)
    yield from _syringe(bound)


def check_vial(bound: BoundPlan, today: dt.date | None) -> Iterator[Finding]:
    """Yield what is missing or contradictory about product, vial and diluent."""
    yield from _given(bound.plan, today)
    yield from _vial(bound)
    yield from _unopened(bound)
    concentration = bound.concentration
    if concentration is not None:
        yield from _concentration(concentration)


def _given(plan: Plan, today: dt.date | None) -> Iterator[Finding]:
    missing = {
        say("goal (full or soft)"): plan.goal,
        say("lot"): plan.lot,
        say("expiry"): plan.expires,
        say("vial and diluent"): plan.vial,
        say("syringe"): plan.syringe,
    }
    if names := [name for name, value in missing.items() if value is None]:
        text = say("Not given: {names}.", names=listed(names))
        yield from_rule(Grade.WARNING, text, "not_given")
    if plan.goal is not None:
        text = say("Goal: {goal}; it changes no number.", goal=plan.goal)
        yield from_rule(Grade.INFO, text, "goal")
    if plan.expires is None:
        return
    if today is None:
        yield from_rule(
            Grade.INFO,
            say("Expires {date}: not compared with today.", date=str(plan.expires)),
            "expiry_unchecked",
        )
    elif plan.expires < today:
        text = say("The vial expired on {date}.", date=str(plan.expires))
        yield from_rule(Grade.STOP, text, "expired")


def _vial(bound: BoundPlan) -> Iterator[Finding]:
    row = bound.product
    vial = bound.plan.vial
    if vial is not None and row.vial_units and vial.units not in row.vial_units:
        yield from_row(
            Grade.STOP,
            say(
                "{brand} comes in vials of {known} units, not {units} units.",
                brand=row.brand,
                known=listed(str(units) for units in row.vial_units),
                units=number(vial.units),
            ),
            row,
        )


def _unopened(bound: BoundPlan) -> Iterator[Finding]:
    """Yield how the label keeps the vial, and that it is for one person."""
    row = bound.product
    if row.unopened is not None:
        text = say("{brand}, unopened: {how}.", brand=row.brand, how=row.unopened)
        yield replace(from_row(Grade.INFO, text, row), status=str(row.unopened_status))
    if row.one_vial_one_person:
        text = say("{brand}: one vial is for one person in one session.", brand=row.brand)
        yield from_row(Grade.INFO, text, row)


def _concentration(concentration: Concentration) -> Iterator[Finding]:
    computed = number(concentration.computed_units_per_ml / 10)
    if concentration.row is None or concentration.label_units_per_ml is None:
        yield from_rule(
            Grade.WARNING,
            say(
                "This dilution is not in the tables; vial over diluent gives {computed} units per "
                "0.1 mL.",
                computed=computed,
            ),
            "dilution_unknown",
        )
        return
    label = number(concentration.label_units_per_ml / 10)
    row = concentration.row
    if not concentration.must_choose:
        text = say(
            "Label {label} units per 0.1 mL, vial over diluent {computed} units.",
            label=label,
            computed=computed,
        )
        yield from_row(Grade.INFO, text, row)
    elif concentration.chosen is None:
        text = say(
            "Label {label} units per 0.1 mL, vial over diluent {computed} units: they differ by "
            "{percent:.1f} %. Say which one counts: label or computed.",
            label=label,
            computed=computed,
            percent=concentration.difference_percent,
        )
        yield from_row(Grade.STOP, text, row)
    else:
        text = say(
            "Label {label} units per 0.1 mL, vial over diluent {computed} units: they differ by "
            "{percent:.1f} %; {chosen} units counts.",
            label=label,
            computed=computed,
            percent=concentration.difference_percent,
            chosen=number(concentration.chosen / 10),
        )
        yield from_row(Grade.CAUTION, text, row)


def _keeping(row: DilutionRow) -> Finding:
    """Return until when the vial may be used, and how well that is known."""
    if not row.use_within_hours:
        text = say("Use at once after opening; discard what is left.")
        return replace(from_row(Grade.INFO, text, row), status=row.hours_status)
    text = say(
        "Use within {hours} h of mixing, kept at {storage}; discard what is left.",
        hours=row.use_within_hours,
        storage=row.storage,
    )
    return replace(from_row(Grade.INFO, text, row), status=row.hours_status)


def _syringe(bound: BoundPlan) -> Iterator[Finding]:
    preparation = preparation_of(bound)
    if preparation is None or bound.plan.syringe is None:
        return
    yield _keeping(preparation.use_within)
    if (
        bound.plan.vial is not None
        and bound.plan.vial.price is not None
        and bound.plan.vial.currency is None
    ):
        text = say("The vial's price has no currency: give it, as in EUR or USD.")
        yield from_rule(Grade.CAUTION, text, "currency")
    largest = max((draw.tolerance_units or 0.0 for draw in preparation.draws), default=0.0)
    if largest:
        text = say(
            "The syringe's own tolerance of {percent} % is up to ±{units} units in a point.",
            percent=number(bound.plan.syringe.tolerance_percent or 0.0),
            units=number(largest),
        )
        yield from_rule(Grade.INFO, text, "tolerance")
    if bound.plan.syringe.tolerance_percent is None:
        text = say("The syringe's own tolerance is not given.")
        yield from_rule(Grade.CAUTION, text, "tolerance")
    for point, draw in zip(bound.plan.points, preparation.draws, strict=True):
        name = bound.point_name(point)
        if draw.rounding_units and draw.drawn_ml:  # a draw of nothing is a stop of its own
            yield from_rule(
                Grade.CAUTION,
                say(
                    "{point}: the syringe delivers {units} units ({volume} mL), {less} units less "
                    "than planned.",
                    point=name,
                    units=number(draw.delivered_units),
                    volume=number(draw.drawn_ml, 3),
                    less=number(-draw.rounding_units),
                ),
                "not_deliverable",
                draw.point_id,
            )
        if exact(draw.drawn_ml) > exact(bound.plan.syringe.volume_ml):
            yield from_rule(
                Grade.WARNING,
                say(
                    "{point}: {volume} mL is more than the syringe holds.",
                    point=name,
                    volume=number(draw.drawn_ml, 3),
                ),
                "syringe_volume",
                draw.point_id,
            )
