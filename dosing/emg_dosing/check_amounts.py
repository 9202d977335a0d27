"""Plan check, amounts: points, sides, regions and the session against label and range."""

from __future__ import annotations

from collections.abc import Iterator

from emg_dosing.bounds import RegionBounds, amounts_of, bounds_of
from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.guardrail import Standing
from emg_dosing.pairs import SidePair, pairs_of
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy
from emg_dosing.rows import MaximumRow
from emg_dosing.tables import Tables
from emg_dosing.values import Finding, Grade
from emg_signal.montage import Side


def check_amounts(plan: Plan, tables: Tables, policy: Policy) -> Iterator[Finding]:
    """Yield what the amounts of a plan are against their bounds."""
    yield from over_absolute(plan, tables, policy)
    yield from without_range(plan, tables, policy)
    for region in plan.regions:
        bounds = bounds_of(tables, policy, plan.product_id, region)
        if bounds is not None:
            for side in Side if bounds.basis == "per_side" else (None,):
                yield from _standing(plan, region, side, bounds)
    for pair in pairs_of(plan):
        yield from _gap(plan, tables, pair)
    yield from check_session(plan, tables, policy)


def without_range(plan: Plan, tables: Tables, policy: Policy) -> Iterator[Finding]:
    """Yield a warning for each region that nothing bounds."""
    for region in plan.regions:
        if bounds_of(tables, policy, plan.product_id, region) is None:
            yield _no_range(plan, tables, region)


def over_absolute(plan: Plan, tables: Tables, policy: Policy) -> Iterator[Finding]:
    """Yield a LIMIT finding for each sum above its absolute bound."""
    for amount in amounts_of(plan, tables, policy):
        if amount.too_much:
            bounds = bounds_of(tables, policy, plan.product_id, amount.region)
            text = (
                f"{amount.name}: {number(amount.units)} U is above the absolute limit of "
                f"{number(amount.limit)} U."
            )
            if bounds is None or not bounds.rows:
                yield from_rule(Grade.LIMIT, text, "clinic_limit", amount.name)
            else:
                yield from_row(Grade.LIMIT, text, bounds.rows[0], amount.name)


def _no_range(plan: Plan, tables: Tables, region: str) -> Finding:
    brand = tables.product(plan.product_id).brand
    total = number(plan.units(region=region))
    return from_rule(
        Grade.WARNING,
        f"{region}: no practice range of {brand} is known here, and its label gives none: "
        f"nothing can say whether {total} U is much or little.",
        "no_range",
        region,
    )


def _standing(
    plan: Plan, region: str, side: Side | None, bounds: RegionBounds
) -> Iterator[Finding]:
    units = plan.units(region=region) if side is None else plan.units(region=region, side=side)
    name = region if side is None else f"{region} {side}"
    standing = bounds.guardrail.standing(float(units))
    low, high = bounds.guardrail.recommended.low, bounds.guardrail.recommended.high
    basis = f"{number(low)} U" if low == high else f"{number(low)} to {number(high)} U"
    limit = f"within the limit of {number(bounds.guardrail.absolute.high)} U"
    if standing is Standing.ABOVE_ABSOLUTE:
        return  # said by over_absolute
    text, grade = {
        Standing.BELOW_RECOMMENDED: (f"is below the usual {basis}", Grade.INFO),
        Standing.WITHIN: (f"is within the usual {basis}", Grade.INFO),
        Standing.ABOVE_RECOMMENDED: (f"is above the usual {basis}, {limit}", Grade.CAUTION),
    }[standing]
    sentence = f"{name}: {number(units)} U {text}."
    if bounds.rows:
        yield from_row(grade, sentence, bounds.rows[0], name)
    else:
        yield from_rule(grade, sentence, "clinic_limit", name)


def _gap(plan: Plan, tables: Tables, pair: SidePair) -> Iterator[Finding]:
    """Yield a warning for a gap of one label point dose or more that nobody explained."""
    point = tables.product(plan.product_id).label_point_units
    explained = plan.reason_for(pair.region) or tables.region(pair.region).asymmetric_by_design
    if abs(pair.gap) < exact(point) or explained:
        return
    left, right = (number(pair.units(side)) for side in Side)
    yield from_rule(
        Grade.WARNING,
        f"{pair.name}: left {left} U against right {right} U, a gap of {number(abs(pair.gap))} U "
        f"(one label point is {number(point)} U), and no reason is stated.",
        "side_gap",
        pair.region,
        ("S55",),
    )


def check_session(plan: Plan, tables: Tables, policy: Policy) -> Iterator[Finding]:
    """Yield how the whole session stands against the label's and the clinic's maxima."""
    total = plan.units()
    said = f"Session total: {number(total)} U"
    clinic = policy.limit(policy.max_session_units, plan.product_id, "")
    if clinic is not None and total > exact(clinic):
        yield from_rule(
            Grade.STOP, f"{said} is above the clinic's {number(clinic)} U.", "clinic_session"
        )
    known = tables.of_product(MaximumRow, plan.product_id)
    for row in known:
        if row.scope == "session" and total > exact(row.units):
            yield from_row(
                Grade.WARNING,
                f"{said} is above the label's {number(row.units)} U per session: off label.",
                row,
            )
        during = "in one session" if row.days == 1 else f"over {row.days} days"
        if row.scope == "cumulative" and total > exact(row.units):
            yield from_row(
                Grade.STOP,
                f"{said} is above the label's {number(row.units)} U {during}.",
                row,
            )
    if not any(row.scope != "region" for row in known):
        yield from_rule(
            Grade.INFO, f"{said}. No maximum of a session is known for this product.", "session"
        )
    else:
        yield from_rule(Grade.INFO, f"{said}.", "session")
