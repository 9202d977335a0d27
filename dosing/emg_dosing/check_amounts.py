"""Plan check, amounts: points, sides, regions and the session against label and range."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

from emg_dosing.amounts import place_of
from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.pairs import SidePair
from emg_dosing.region_bounds import BoundState, KnownDose, RegionBounds
from emg_dosing.rows import MaximumRow
from emg_dosing.values import Finding, Grade
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, listed, say

BASIS_WORDS: Final = {
    "label": say("label"),
    "studied": say("studied"),
    "practice": say("practice"),
}
"""What carries an amount, in a word."""


def check_amounts(bound: BoundPlan) -> Iterator[Finding]:
    """Yield what the amounts of a plan are against their bounds."""
    yield from over_absolute(bound)
    yield from _nothing_given(bound)
    yield from without_range(bound)
    for region in bound.plan.regions:
        bounds = bound.bounds[region]
        if bounds is not None and bounds.known:
            yield from _standing(bound, region, bounds)
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
                    "{point}: 0 units, nothing is given there: remove the point, or enter its "
                    "units.",
                    point=bound.point_name(point),
                ),
                "zero_units",
                point.id,
            )


def without_range(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a warning for each region of which no dose is published, whatever a clinic limits."""
    for region in bound.plan.regions:
        if bound.bound_state(region) is BoundState.NONE_KNOWN:
            yield _no_range(bound, region)


def over_absolute(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a LIMIT finding for each sum above its absolute bound."""
    for amount in bound.amounts:
        if amount.too_much:
            bounds = bound.bounds[amount.region]
            text = say(
                "{name}: {units} units is above the absolute limit of {limit} units.",
                name=bound.amount_name(amount),
                units=number(amount.units),
                limit=number(amount.limit),
            )
            if bounds is None or not bounds.rows:
                yield from_rule(Grade.LIMIT, text, "clinic_limit", amount.place)
            else:
                yield from_row(Grade.LIMIT, text, bounds.rows[0], amount.place)


def _no_range(bound: BoundPlan, region: str) -> Finding:
    return from_rule(
        Grade.WARNING,
        say(
            "{region}: {total} units. No published bound for {brand} in this area: nothing was "
            "checked but arithmetic.",
            region=bound.region_name(region),
            brand=bound.product.brand,
            total=number(bound.plan.units(region=region)),
        ),
        "no_range",
        region,
    )


def _standing(bound: BoundPlan, region: str, bounds: RegionBounds) -> Iterator[Finding]:
    """Yield what carries each amount of a region: label, studied, practice, or nothing."""
    for side, units in bound.bounded_parts(region):
        if bounds.is_limit and units > exact(bounds.guardrail.absolute.high):
            continue  # said by over_absolute
        name, place = bound.side_name(region, side), place_of(region, side)
        dose = bounds.covering(units)
        if dose is not None:
            grade = Grade.CAUTION if _above_label(bounds, units) else Grade.INFO
            yield from_row(grade, _basis_words(bounds, dose, name, units), dose.row, place)
        else:
            low = exact(min(known.low for known in bounds.known))
            grade = Grade.CAUTION if units < low else Grade.WARNING
            yield from_row(grade, _uncovered_words(bounds, name, units), bounds.known[0].row, place)


def _label_high(bounds: RegionBounds) -> float | None:
    return max((dose.high for dose in bounds.known if dose.basis == "label"), default=None)


def _above_label(bounds: RegionBounds, units: Fraction) -> bool:
    high = _label_high(bounds)
    return high is not None and units > exact(high)


def _basis_words(bounds: RegionBounds, dose: KnownDose, name: str, units: Fraction) -> Phrase:
    """Return an amount with the word that carries it; every figure of its row stands beside it."""
    basis = BASIS_WORDS[dose.basis]
    values: dict[str, Any] = {"name": name, "units": number(units), "basis": basis}
    said = (
        say("{basis} ({text})", basis=basis, text=dose.text)
        if dose.text
        else say("{basis} ({usual})", basis=basis, usual=_range_words(dose))
    )
    label = _label_high(bounds)
    if dose.basis == "label" or label is None:
        return say("{name}: {units} units: {said}.", **values | {"said": said})
    values |= {"said": said, "label": number(label)}
    if units > exact(label):
        return say("{name}: {units} units is above the label's {label} units; {said}.", **values)
    return say("{name}: {units} units is not the label's {label} units; {said}.", **values)


def _range_words(dose: KnownDose) -> Phrase:
    if dose.low == dose.high:
        return say("{units} units", units=number(dose.low))
    return say("{low} to {high} units", low=number(dose.low), high=number(dose.high))


def _uncovered_words(bounds: RegionBounds, name: str, units: Fraction) -> Phrase:
    known = listed(
        say("{basis} {usual}", basis=BASIS_WORDS[dose.basis], usual=_range_words(dose))
        for dose in bounds.known
    )
    values: dict[str, Any] = {"name": name, "units": number(units), "known": known}
    if units > exact(max(dose.high for dose in bounds.known)):
        return say("{name}: {units} units: beyond studied ({known}).", **values)
    if units < exact(min(dose.low for dose in bounds.known)):
        return say("{name}: {units} units: below every published dose ({known}).", **values)
    return say("{name}: {units} units: between the published doses ({known}).", **values)


def _gap(bound: BoundPlan, pair: SidePair) -> Iterator[Finding]:
    """Yield a warning for a gap of one label point dose or more that nobody explained."""
    point = bound.product.label_point_units
    region = bound.tables.region(pair.region)
    explained = (
        bound.plan.reason_for(pair.region)
        or region.asymmetric_by_design
        or bound.is_fixed_pattern(pair.region)
    )
    if abs(pair.gap) < exact(point) or explained:
        return
    left, right = (number(pair.units(side)) for side in Side)
    yield from_rule(
        Grade.WARNING,
        say(
            "{pair}: left {left} units, right {right} units: what is the reason? A gap of {gap} "
            "units (one label point is {point} units), and none is stated.",
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
                "Session total: {total} units is above the clinic's {limit} units.",
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
                    "Session total: {total} units is above the label's {limit} units per session: "
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
                "Session total: {total} units of {brand}. No maximum of a session is known for it.",
                total=said,
                brand=bound.product.brand,
            ),
            "session",
        )
    else:
        text = say(
            "Session total: {total} units of {brand}.", total=said, brand=bound.product.brand
        )
        yield from_rule(Grade.INFO, text, "session")


def _over_cumulative(total: str, row: MaximumRow) -> Phrase:
    limit = number(row.units)
    if row.days == 1:
        return say(
            "Session total: {total} units is above the label's {limit} units in one session.",
            total=total,
            limit=limit,
        )
    return say(
        "Session total: {total} units is above the label's {limit} units over {days} days.",
        total=total,
        limit=limit,
        days=row.days,
    )
