"""A plan in words: points, product, vial, and what is drawn up for each point."""

from __future__ import annotations

from datetime import datetime

from emg_dosing import names
from emg_dosing.bound_plan import bind
from emg_dosing.dose_bands import RegionBands
from emg_dosing.fills import Fill, fills_of
from emg_dosing.licence import jurisdiction_of
from emg_dosing.plan import Plan, Point
from emg_dosing.preparation import Draw, Preparation
from emg_dosing.rows import MuscleRow, ProductRow
from emg_dosing.tables import Tables
from emg_session.given import Given
from emg_signal.montage import Side
from emg_signal.phrase import say
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import millilitres, units

SIDE_WORDS = {Side.LEFT: say("left"), Side.RIGHT: say("right"), None: say("midline")}
GOAL_WORDS = {"full": say("full effect"), "soft": say("soft effect")}


def side_name(side: Side | None) -> str:
    """Return the patient's side in words."""
    return shown(SIDE_WORDS[side])


def point_name(point: Point, tables: Tables | None) -> str:
    """Return a point's one name, in the reader's language."""
    return shown(names.point_name(point, tables))


def changed_units(before: Plan | None, after: Plan | None, tables: Tables | None) -> list[str]:
    """Return each point of two plans that has other units, from and to."""
    was = {} if before is None else {point.id: point.dose.units for point in before.points}
    return [
        f"{point_name(point, tables)}: {units(was[point.id])} → {units(point.dose.units)}"
        for point in (() if after is None else after.points)
        if point.id in was and was[point.id] != point.dose.units
    ]


def muscle_name(muscle: str, tables: Tables | None) -> str:
    """Return a muscle's name, without what the table adds after a comma or in brackets."""
    if tables is None:
        return muscle.replace("_", " ")
    name = shown(tables.row(MuscleRow, muscle).name)
    return name.partition(",")[0].partition(" (")[0]


def region_name(region: str, tables: Tables | None) -> str:
    """Return a region's name."""
    return shown(names.region_name(region, tables))


def product_name(plan: Plan, tables: Tables | None) -> str:
    """Return the brand of the plan's product, or its id where the tables are not loaded."""
    if tables is None:
        return plan.product_id
    return tables.row(ProductRow, plan.product_id).brand


def product_line(row: ProductRow) -> str:
    """Return a product with its jurisdictions: one brand has labels that differ."""
    return f"{row.brand} ({', '.join(row.jurisdictions)})"


def product_choice(row: ProductRow, country: str) -> str:
    """Return a product as it is chosen: one without a licence in the country says so."""
    here = jurisdiction_of(country)
    if not here or here in row.jurisdictions:
        return product_line(row)
    return tr(
        "{product!s} – no known licence in {country!s}", product=product_line(row), country=country
    )


def vial_words(plan: Plan) -> str:
    """Return vial, diluent, lot and expiry, as far as they are known."""
    words = []
    if plan.vial is not None:
        words.append(
            tr(
                "vial {amount} in {ml:g} mL",
                amount=units(plan.vial.units),
                ml=plan.vial.diluent_ml,
            )
        )
    if plan.lot:
        words.append(tr("lot {lot!s}", lot=plan.lot))
    if plan.expires:
        words.append(tr("expires {date!s}", date=plan.expires.isoformat()))
    if plan.goal:
        words.append(shown(GOAL_WORDS[plan.goal]))
    return ", ".join(words) or tr("vial, lot and expiry are not given")


def drawn_words(draw: Draw | None) -> str:
    """Return the mL that the syringe's lines allow for a point, and what that is in units.

    Two lines: the second says what is delivered where it is not what was planned, and the
    syringe's own tolerance where that is known. Empty while vial or syringe are not.
    """
    if draw is None:
        return ""
    given = units(draw.delivered_units)
    if draw.tolerance_units is not None:
        tolerance = units(round(draw.tolerance_units, 2))
        return tr(
            "{volume}\n{given} ± {tolerance}",
            volume=millilitres(draw.drawn_ml),
            given=given,
            tolerance=tolerance,
        )
    if draw.rounding_units:
        return tr("{volume}\n= {given}", volume=millilitres(draw.drawn_ml), given=given)
    return millilitres(draw.drawn_ml)


def preparation_words(plan: Plan, tables: Tables, preparation: Preparation | None) -> list[str]:
    """Return vials, leftover, time to use and cost, or what must be given first."""
    if preparation is None:
        return [_missing(plan, tables)]
    per_ml = preparation.concentration.chosen
    lines = [
        tr(
            "{vials} × vial of {amount}, {left} left over: discard it",
            vials=preparation.vials,
            amount=units(plan.vial.units if plan.vial else 0.0),
            left=units(preparation.leftover_units),
        )
    ]
    lines += fill_words(plan, preparation)
    if per_ml is not None:
        lines.append(tr("{amount} in 0.1 mL", amount=units(float(per_ml) / 10)))
    hours, storage = preparation.use_within_hours, shown(preparation.storage)
    lines.append(tr("use within {hours} h of mixing ({storage})", hours=hours, storage=storage))
    if preparation.cost is not None:
        cost, currency = preparation.cost, preparation.currency or ""
        lines.append(tr("cost {amount:.2f} {currency!s}", amount=cost, currency=currency).rstrip())
    return lines


def fill_words(plan: Plan, preparation: Preparation) -> list[str]:
    """Return which points each syringe holds; empty where one syringe holds the plan."""
    fills = fills_of(plan, preparation)
    syringes = sum(fill.syringes for fill in fills)
    if syringes < 2 or plan.syringe is None:
        return []
    head = tr(
        "{n} syringes of {volume}: one does not hold {ml}",
        n=syringes,
        volume=millilitres(plan.syringe.volume_ml),
        ml=millilitres(sum(fill.ml for fill in fills)),
    )
    lines, number = [head], 1
    for fill in fills:
        lines.append(_fill_line(fill, number, is_of_one_vial=preparation.vials < 2))
        number += fill.syringes
    return lines


def _fill_line(fill: Fill, number: int, *, is_of_one_vial: bool) -> str:
    """Return ``syringe 1: points 1 to 9, 0.9 mL, vial 1``."""
    last = number + fill.syringes - 1
    syringe = tr("syringe {n}", n=number)
    if last > number:
        syringe = tr("syringes {n} to {last}", n=number, last=last)
    points = tr("point {n}", n=fill.first)
    if fill.last > fill.first:
        points = tr("points {n} to {last}", n=fill.first, last=fill.last)
    parts = [points, millilitres(fill.ml)]
    if not is_of_one_vial:
        vials = tr("vial {n}", n=fill.first_vial)
        if fill.last_vial > fill.first_vial:
            vials = tr("vials {n} to {last}", n=fill.first_vial, last=fill.last_vial)
        parts.append(vials)
    return tr("{syringe!s}: {what!s}", syringe=syringe, what=", ".join(parts))


def _missing(plan: Plan, tables: Tables) -> str:
    """Return what stands between a plan and its mL."""
    concentration = bind(plan, tables).concentration
    if concentration is None:
        return tr("No mL yet: choose the vial and its diluent (V).")
    if concentration.chosen is None:
        return tr(
            "No mL yet: the label says {label} in 0.1 mL, vial over diluent gives {computed}. "
            "Say which counts (K).",
            label=units(float(concentration.label_units_per_ml or 0) / 10),
            computed=units(float(concentration.computed_units_per_ml) / 10),
        )
    return tr("No mL yet: choose the syringe (S).")


def given_at(tick: Given) -> datetime:
    """Return when a point was ticked, in local time."""
    return datetime.fromisoformat(tick.at_utc).astimezone()


def given_words(bands: RegionBands) -> str:
    """Return what the plan gives in an area, side by side where doses are per side."""
    return ", ".join(
        units(amount)
        if side is None
        else tr("{side!s} {amount!s}", side=shown(side), amount=units(amount))
        for side, amount in bands.given
    )
