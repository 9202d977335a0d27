"""Changes of a plan that Prepare offers: each takes a plan and returns another.

What one product's units were says nothing about another's: a plan that changes its product keeps
its points and loses its units, vial, lot and expiry.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from emg_dosing.bound_plan import bind
from emg_dosing.exact import exact
from emg_dosing.outcome import on_grid
from emg_dosing.pairs import share
from emg_dosing.plan import Plan, Point, Vial
from emg_dosing.rows import DilutionRow
from emg_dosing.tables import Tables
from emg_dosing.values import Dose
from emg_signal.montage import Side


def new_plan(
    product_id: str, points: tuple[Point, ...], tables: Tables, *, subject: str | None = None
) -> Plan:
    """Return a plan with the product's vial where its label gives a single one.

    Parameters
    ----------
    product_id
        Of the tables.
    points
        Of the plan, in their order.
    tables
        Where the product's label stands.
    subject
        Label of the person; None for nobody in particular.
    """
    rows = labelled_vials(product_id, tables)
    vial = vial_of(rows[0]) if len(rows) == 1 else None
    return Plan(product_id, points, subject=subject, vial=vial)


def labelled_vials(product_id: str, tables: Tables) -> tuple[DilutionRow, ...]:
    """Return the vials of a product's label whose content is known; 0 units stand for unread."""
    rows = tables.of_product(DilutionRow, product_id)
    return tuple(row for row in rows if row.vial_units > 0)


def vial_of(row: DilutionRow) -> Vial:
    """Return the vial of a label's dilution."""
    return Vial(float(row.vial_units), row.diluent_ml)


def from_last_visit(plan: Plan, *, subject: str | None = None) -> Plan:
    """Return an earlier visit's plan for today: the vial in the hand is another one.

    Lot and expiry are asked anew, and so is a concentration that had to be acknowledged.
    """
    vial = None if plan.vial is None else replace(plan.vial, concentration=None)
    return replace(plan, lot=None, expires=None, vial=vial, subject=subject or plan.subject)


def with_product(plan: Plan, product_id: str, tables: Tables) -> Plan:
    """Return the plan's points for another product, without units."""
    if product_id == plan.product_id:
        return plan
    points = tuple(replace(p, dose=Dose(0.0, product_id)) for p in plan.points)
    fresh = new_plan(product_id, points, tables, subject=plan.subject)
    return replace(fresh, goal=plan.goal, syringe=plan.syringe)


def with_vial(plan: Plan, vial: Vial) -> Plan:
    """Return the plan with another vial; the clinic's price stays with a vial of the same size."""
    old = plan.vial
    if old is not None and old.units == vial.units and vial.price is None:
        vial = replace(vial, price=old.price, currency=old.currency)
    return replace(plan, vial=vial)


def of_side(plan: Plan, point: Point) -> tuple[Point, ...]:
    """Return the points of the region, muscle and side that `point` is of."""
    return plan.at(region=point.region, muscle=point.muscle, side=point.side)


def with_side_total(plan: Plan, point: Point, total_units: float, tables: Tables) -> Plan:
    """Return the plan with `total_units` shared over the side of `point`, as its points are now.

    In whole graduations of the syringe where they are known: what is left over when the total is
    not a whole number of them is planned for no point.

    Parameters
    ----------
    plan
        As it is.
    point
        Any point of the region and side.
    total_units
        What the whole side gets, U.
    tables
        For the graduation in U of the syringe at hand.
    """
    points = of_side(plan, point)
    step = bind(plan, tables).step
    weights = [exact(p.dose.units) for p in points]
    shares = share(exact(total_units), weights, step)
    return plan.with_units(on_grid({p.id: s for p, s in zip(points, shares, strict=True)}))


def added(plan: Plan, region: str, muscle: str, sides: tuple[Side | None, ...]) -> Plan:
    """Return `plan` with one more point on each of `sides`, beside those of its region.

    A new point has the units of the region's first point, none where it is the first.

    Parameters
    ----------
    plan
        As it is.
    region, muscle
        Ids of the tables.
    sides
        A point is added on each; None is the midline.
    """
    points = list(plan.points)
    same = plan.at(region=region)
    dose = same[0].dose if same else Dose(0.0, plan.product_id)
    for side in sides:
        point = Point(_free_id(points, region, muscle, side), region, muscle, side, dose)
        points.insert(_after(points, region, side), point)
    return replace(plan, points=tuple(points))


def _free_id(points: list[Point], region: str, muscle: str, side: Side | None) -> str:
    stem = f"{region}.{muscle}.{side.value if side else 'midline'}"
    taken = {point.id for point in points}
    return next(f"{stem}.{n}" for n in range(1, 10_000) if f"{stem}.{n}" not in taken)


def _after(points: list[Point], region: str, side: Side | None) -> int:
    """Return where a point belongs: after its side's, else after its region's, else last."""
    here = [row for row, point in enumerate(points) if point.region == region]
    same = [row for row in here if points[row].side is side]
    return (same or here or [len(points) - 1])[-1] + 1


def removed(plan: Plan, point: Point) -> Plan:
    """Return `plan` without one point."""
    return replace(plan, points=tuple(p for p in plan.points if p.id != point.id))


def moved(plan: Plan, name: str, place: tuple[float, float]) -> Plan:
    """Return `plan` with one point at another place of the face map."""
    points = tuple(replace(p, drawn_at=place) if p.id == name else p for p in plan.points)
    return replace(plan, points=points)


def mirrored_side(plan: Plan, source: Side) -> Plan:
    """Return `plan` with the doses and places of `source` on both sides, within each muscle.

    Points that `source` has more are added, so that a plan of one side becomes one of both;
    points of the other side beyond those of `source` stay as they are.
    """
    other = Side.RIGHT if source is Side.LEFT else Side.LEFT
    points = list(plan.points)
    for region, muscle in dict.fromkeys((p.region, p.muscle) for p in plan.points):
        here = plan.at(region=region, muscle=muscle, side=source)
        there = plan.at(region=region, muscle=muscle, side=other)
        for number, point in enumerate(here):
            wanted: dict[str, Any] = {
                "dose": point.dose,
                "drawn_at": point.drawn_at,
                "place": point.place,
            }
            if number < len(there):
                points[points.index(there[number])] = replace(there[number], **wanted)
            else:
                name = _free_id(points, region, muscle, other)
                new = Point(name, region, muscle, other, **wanted)
                points.insert(_after(points, region, other), new)
    return replace(plan, points=tuple(points))


def with_reason(plan: Plan, region: str, reason: str) -> Plan:
    """Return `plan` with why the sides of a region differ."""
    return replace(plan, reasons=tuple({**dict(plan.reasons), region: reason}.items()))


def uneven_regions(plan: Plan) -> tuple[str, ...]:
    """Return the regions whose sides differ."""
    return tuple(
        region
        for region in plan.regions
        if plan.units(region=region, side=Side.LEFT) != plan.units(region=region, side=Side.RIGHT)
    )
