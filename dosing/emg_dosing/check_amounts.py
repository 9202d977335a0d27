"""Plan check, amounts: points, sides, regions and the session against label and range."""

from __future__ import annotations

from collections.abc import Iterator

from emg_dosing.amounts import place_of
from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.guardrail import Standing
from emg_dosing.pairs import SidePair
from emg_dosing.region_bounds import RegionBounds
from emg_dosing.rows import MaximumRow
from emg_dosing.values import Finding, Grade
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, say


def check_amounts(bound: BoundPlan) -> Iterator[Finding]:
    """Yield what the amounts of a plan are against their bounds."""
    yield from over_absolute(bound)
    yield from _nothing_given(bound)
    yield from without_range(bound)
    for region in bound.plan.regions:
        bounds = bound.bounds[region]
        if bounds is not None:
            for side in Side if bounds.basis == "per_side" else (None,):
                yield from _standing(bound, region, side, bounds)
    for pair in bound.pairs:
        yield from _gap(bound, pair)
    yield from check_session(bound)


def _nothing_given(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a warning for each point of 0 U: left out on purpose, or a number lost."""
    for point in bound.plan.points:
        if not point.dose.units:
            yield from_rule(
                Grade.WARNING,
                say(
                    "{point}: 0 U, nothing is given there: remove the point, or enter its units.",
                    point=bound.point_name(point),
                ),
                "zero_units",
                point.id,
            )


def without_range(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a warning for each region that nothing bounds."""
    for region in bound.plan.regions:
        if bound.bounds[region] is None:
            yield _no_range(bound, region)


def over_absolute(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a LIMIT finding for each sum above its absolute bound."""
    for amount in bound.amounts:
        if amount.too_much:
            bounds = bound.bounds[amount.region]
            text = say(
                "{name}: {units} U is above the absolute limit of {limit} U.",
                name=bound.amount_name(amount),
                units=number(amount.units),
                limit=number(amount.limit),
            )
            if bounds is None or not bounds.rows:
                yield from_rule(Grade.LIMIT, text, "clinic_limit", amount.place)
            else:
                yield from_row(Grade.LIMIT, text, bounds.rows[0], amount.place)


def _no_range(bound: BoundPlan, region: str) -> Finding:
    brand = bound.product.brand
    total = number(bound.plan.units(region=region))
    return from_rule(
        Grade.WARNING,
        say(
            "{region}: no practice range of {brand} is known here, and its label gives none: "
            "nothing can say whether {total} U is much or little.",
            region=bound.region_name(region),
            brand=brand,
            total=total,
        ),
        "no_range",
        region,
    )


def _standing(
    bound: BoundPlan, region: str, side: Side | None, bounds: RegionBounds
) -> Iterator[Finding]:
    units = (
        bound.plan.units(region=region)
        if side is None
        else bound.plan.units(region=region, side=side)
    )
    standing = bounds.guardrail.standing(float(units))
    if standing is Standing.ABOVE_ABSOLUTE:
        return  # said by over_absolute
    name = bound.side_name(region, side)
    sentence = _standing_words(standing, bounds, name, number(units))
    grade = Grade.CAUTION if standing is Standing.ABOVE_RECOMMENDED else Grade.INFO
    place = place_of(region, side)
    if bounds.rows:
        yield from_row(grade, sentence, bounds.rows[0], place)
    else:
        yield from_rule(grade, sentence, "clinic_limit", place)


def _standing_words(standing: Standing, bounds: RegionBounds, name: str, units: str) -> Phrase:
    low, high = bounds.guardrail.recommended.low, bounds.guardrail.recommended.high
    usual = (
        say("{units} U", units=number(low))
        if low == high
        else say("{low} to {high} U", low=number(low), high=number(high))
    )
    if standing is Standing.BELOW_RECOMMENDED:
        return say(
            "{name}: {units} U is below the usual {usual}.", name=name, units=units, usual=usual
        )
    if standing is Standing.WITHIN:
        return say(
            "{name}: {units} U is within the usual {usual}.", name=name, units=units, usual=usual
        )
    return say(
        "{name}: {units} U is above the usual {usual}, within the limit of {limit} U.",
        name=name,
        units=units,
        usual=usual,
        limit=number(bounds.guardrail.absolute.high),
    )


def _gap(bound: BoundPlan, pair: SidePair) -> Iterator[Finding]:
    """Yield a warning for a gap of one label point dose or more that nobody explained."""
    point = bound.product.label_point_units
    explained = (
        bound.plan.reason_for(pair.region) or bound.tables.region(pair.region).asymmetric_by_design
    )
    if abs(pair.gap) < exact(point) or explained:
        return
    left, right = (number(pair.units(side)) for side in Side)
    yield from_rule(
        Grade.WARNING,
        say(
            "{pair}: left {left} U against right {right} U, a gap of {gap} U "
            "(one label point is {point} U), and no reason is stated.",
            pair=bound.pair_name(pair),
            left=left,
            right=right,
            gap=number(abs(pair.gap)),
            point=number(point),
        ),
        "side_gap",
        pair.region,
        ("S55",),
    )


def check_session(bound: BoundPlan) -> Iterator[Finding]:
    """Yield how the whole session stands against the label's and the clinic's maxima."""
    total = bound.plan.units()
    said = number(total)
    clinic = bound.policy.limit(bound.policy.max_session_units, bound.plan.product_id, "")
    if clinic is not None and total > exact(clinic):
        yield from_rule(
            Grade.STOP,
            say(
                "Session total: {total} U is above the clinic's {limit} U.",
                total=said,
                limit=number(clinic),
            ),
            "clinic_session",
        )
    known = bound.tables.of_product(MaximumRow, bound.plan.product_id)
    for row in known:
        if row.scope == "session" and total > exact(row.units):
            yield from_row(
                Grade.WARNING,
                say(
                    "Session total: {total} U is above the label's {limit} U per session: "
                    "off label.",
                    total=said,
                    limit=number(row.units),
                ),
                row,
            )
        if row.scope == "cumulative" and total > exact(row.units):
            yield from_row(Grade.STOP, _over_cumulative(said, row), row)
    if not any(row.scope != "region" for row in known):
        yield from_rule(
            Grade.INFO,
            say(
                "Session total: {total} U. No maximum of a session is known for this product.",
                total=said,
            ),
            "session",
        )
    else:
        yield from_rule(Grade.INFO, say("Session total: {total} U.", total=said), "session")


def _over_cumulative(total: str, row: MaximumRow) -> Phrase:
    limit = number(row.units)
    if row.days == 1:
        return say(
            "Session total: {total} U is above the label's {limit} U in one session.",
            total=total,
            limit=limit,
        )
    return say(
        "Session total: {total} U is above the label's {limit} U over {days} days.",
        total=total,
        limit=limit,
        days=row.days,
    )
