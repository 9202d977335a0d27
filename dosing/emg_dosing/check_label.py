"""Plan check, label: on or off label, number of points, units per point, forbidden places."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

from emg_dosing.amounts import place_of
from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.licence import Licence, jurisdiction_of, licence
from emg_dosing.rows import CommonRow, PatternRow, ProductRow
from emg_dosing.tables import Tables
from emg_dosing.values import Finding, Grade
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, listed, say


def check_label(bound: BoundPlan, today: dt.date | None = None) -> Iterator[Finding]:
    """Yield how a plan stands to its product's label and to what is never done in a region."""
    yield from check_licence(bound)
    yield from off_label(bound)
    yield from _label_date(bound, today)
    for region in bound.plan.regions:
        yield from _on_label(bound, region)
        yield from _points(bound, region)
        yield from _places(bound, region)
    for row in bound.tables.all(CommonRow):
        yield from_row(Grade.INFO, row.text, row)


def check_licence(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a stop where the product has no known licence in the country, unless explained."""
    country, brand = bound.policy.country, bound.product.brand
    if not country:
        yield from_rule(
            Grade.CAUTION,
            say("The country of use is not set: nothing is said of what is licensed there."),
            "country",
        )
    elif jurisdiction_of(country) not in bound.product.jurisdictions:
        where, reason = listed(bound.product.jurisdictions), bound.plan.supply
        values = {"brand": brand, "country": country, "where": where}
        text = say(
            "{brand} ({where}) has no licence in {country} that this program knows of. Check "
            "the source of supply, and state why it is used (import permit, trial).",
            **values,
        )
        if reason is not None:
            text = say(
                "{brand} ({where}) has no licence in {country} that this program knows of. Stated: "
                "{reason!s}",
                **values,
                reason=reason,
            )
        grade = Grade.STOP if reason is None else Grade.WARNING
        yield from_rule(grade, text, "not_licensed_here")


def _label_date(bound: BoundPlan, today: dt.date | None) -> Iterator[Finding]:
    """Yield that a label's text is old, or that its date is not known."""
    text = label_age(bound.product, bound.tables, today)
    if text is not None:
        yield from_row(Grade.INFO, text, bound.product)


def label_age(row: ProductRow, tables: Tables, today: dt.date | None) -> Phrase | None:
    """Return that a label's text is old or its date not known; None for one that is neither.

    Parameters
    ----------
    row
        The product; a date without a month counts from January.
    tables
        For the age from which it is said.
    today
        None says only what is not known.
    """
    if not row.label_date:
        return say("{brand}: label date not known.", brand=row.brand)
    year, _, rest = row.label_date.partition("-")
    month = rest[:2] or "01"
    limit = tables.policy_rule("label_age").value
    if today is None or (today.year - int(year)) * 12 + today.month - int(month) <= limit:
        return None
    date = f"{month}/{year}" if rest else year
    return say(
        "{brand}: label text of {date!s}: check the current one.", brand=row.brand, date=date
    )


def label_pattern(bound: BoundPlan, region: str) -> PatternRow | None:
    """Return the label's pattern that covers a region of this plan, the simplest one, or None.

    A pattern over several regions (the forehead with the glabella) counts only if the plan treats
    all of them.
    """
    here = jurisdiction_of(bound.policy.country)
    found = [
        row
        for row in bound.tables.patterns(bound.plan.product_id)
        if row.on_label
        and region in row.parts
        and set(row.parts) <= set(bound.plan.regions)
        and (not here or here in row.jurisdictions)
    ]
    return min(found, key=lambda row: len(row.parts), default=None)


def off_label(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a warning for each region that the label does not give in this plan.

    Nothing without a country: a label holds where it was granted.
    """
    country = bound.policy.country
    for region in bound.plan.regions:
        found = licence(bound.plan.product_id, region, country, bound.tables)
        if found is Licence.UNKNOWN:
            text = say(
                "{region}: whether the label of {brand} gives it in {country} is not known here.",
                region=bound.region_name(region),
                brand=bound.product.brand,
                country=country,
            )
            yield from_rule(Grade.WARNING, text, "label_unknown", region)
        elif found is Licence.NOT_ON_LABEL or (
            found is Licence.ON_LABEL and _only_with_others(bound, region)
        ):
            yield from_rule(Grade.WARNING, _off_label_words(bound, region), "off_label", region)


def _only_with_others(bound: BoundPlan, region: str) -> bool:
    """Whether the label gives a region's dose, but only beside regions that the plan leaves out."""
    known = any(
        row.on_label and region in row.parts for row in bound.tables.patterns(bound.plan.product_id)
    )
    return known and label_pattern(bound, region) is None


def _off_label_words(bound: BoundPlan, region: str) -> Phrase:
    brand, name, country = bound.product.brand, bound.region_name(region), bound.policy.country
    for row in bound.tables.patterns(bound.plan.product_id):
        if region in row.parts and row.on_label:
            return say(
                "{region}: off label for {brand} in {country} (its label gives it only with "
                "{others}).",
                region=name,
                brand=brand,
                country=country,
                others=_others(row, region, bound),
            )
    return say(
        "{region}: off label for {brand} in {country}.", region=name, brand=brand, country=country
    )


def _on_label(bound: BoundPlan, region: str) -> Iterator[Finding]:
    """Yield what the label gives in a region, and whether the plan gives that."""
    row, bounds = label_pattern(bound, region), bound.bounds[region]
    if row is None or bounds is None or not bound.policy.country:
        return
    parts = bound.bounded_parts(region)
    doses = [bounds.covering(units) for _, units in parts]
    values: dict[str, Any] = {
        "region": bound.region_name(region),
        "brand": bound.product.brand,
        "jurisdictions": listed(row.jurisdictions),
        "units": number(bound.plan.units(region=region)),
        "label": number(row.parts[region]),
    }
    if all(dose is not None and dose.basis == "label" for dose in doses):
        text = say("{region}: {units} units is on label for {brand} in {jurisdictions}.", **values)
    else:
        text = say(
            "{region}: the label of {brand} in {jurisdictions} gives it {label} units; the plan's "
            "{units} units is not on it.",
            **values,
        )
    yield from_row(Grade.INFO, text, row, region)
    given = {p.dose.units for p in bound.plan.at(region=region)}
    if row.units_per_point is not None and any(
        exact(units) != exact(row.units_per_point) for units in given
    ):
        yield from_row(
            Grade.INFO,
            say(
                "{region}: the label gives {label} units in each point; the plan gives {given} "
                "units.",
                region=bound.region_name(region),
                label=number(row.units_per_point),
                given=listed(number(u) for u in sorted(given)),
            ),
            row,
            region,
        )


def _others(row: PatternRow, region: str, bound: BoundPlan) -> str:
    return _joined([bound.region_name(name) for name in row.parts if name != region])


def _joined(names: list[str]) -> str:
    """Return ``one and two``."""
    if len(names) == 1:
        return names[0]
    return say("{some} and {last}", some=_joined(names[:-1]), last=names[-1])


def _points(bound: BoundPlan, region: str) -> Iterator[Finding]:
    """Yield a caution if a region has fewer or more points than practice has."""
    row = bound.tables.region(region)
    if row.points_min is None or row.points_max is None:
        return
    counts = Counter(point.side for point in bound.plan.at(region=region))
    lowest, highest = row.points_min, row.points_max
    groups: dict[Side | None, int] = (
        {side: counts[side] for side in Side if counts[side]}
        if row.side_basis == "per_side"
        else {None: counts.total()}
    )
    for side, count in groups.items():
        if lowest <= count <= highest:
            continue
        usual = (
            str(lowest) if lowest == highest else say("{low} to {high}", low=lowest, high=highest)
        )
        text = say(
            "{name}: {count} points; practice has {usual}.",
            name=bound.side_name(region, side),
            count=count,
            usual=usual,
        )
        yield from_row(Grade.CAUTION, text, row, place_of(region, side))


def _places(bound: BoundPlan, region: str) -> Iterator[Finding]:
    for row in bound.tables.hazards(region):
        yield from_row(
            Grade.INFO,
            say(
                "{region}: {hazard} Never suggested: {never}",
                region=bound.region_name(region),
                hazard=row.text,
                never=row.never,
            ),
            row,
            region,
        )
        for point in bound.plan.at(region=region):
            if point.place in row.never_places:
                yield from_row(
                    Grade.CAUTION,
                    say(
                        "{point} ({place}): {hazard}",
                        point=bound.point_name(point),
                        place=point.place,
                        hazard=row.text,
                    ),
                    row,
                    point.id,
                )
