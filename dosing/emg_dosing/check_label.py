"""Plan check, label: on or off label, number of points, units per point, forbidden places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from emg_dosing.amounts import place_of
from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.rows import CommonRow, PatternRow
from emg_dosing.values import Finding, Grade
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, listed, say


def check_label(bound: BoundPlan) -> Iterator[Finding]:
    """Yield how a plan stands to its product's label and to what is never done in a region."""
    yield from off_label(bound)
    for region in bound.plan.regions:
        yield from _on_label(bound, region)
        yield from _points(bound, region)
        yield from _places(bound, region)
    for row in bound.tables.all(CommonRow):
        yield from_row(Grade.INFO, row.text, row)


def label_pattern(bound: BoundPlan, region: str) -> PatternRow | None:
    """Return the label's pattern that covers a region of this plan, the simplest one, or None.

    A pattern over several regions (the forehead with the glabella) counts only if the plan treats
    all of them.
    """
    found = [
        row
        for row in bound.tables.patterns(bound.plan.product_id)
        if row.on_label and region in row.parts and set(row.parts) <= set(bound.plan.regions)
    ]
    return min(found, key=lambda row: len(row.parts), default=None)


def off_label(bound: BoundPlan) -> Iterator[Finding]:
    """Yield a warning for each region that the label does not give in this plan."""
    for region in bound.plan.regions:
        if label_pattern(bound, region) is None:
            yield from_rule(Grade.WARNING, _off_label_words(bound, region), "off_label", region)


def _off_label_words(bound: BoundPlan, region: str) -> Phrase:
    brand, name = bound.product.brand, bound.region_name(region)
    for row in bound.tables.patterns(bound.plan.product_id):
        if region in row.parts and row.on_label:
            return say(
                "{region}: off label for {brand} (its label gives it only with {others}).",
                region=name,
                brand=brand,
                others=_others(row, region, bound),
            )
    return say("{region}: off label for {brand}.", region=name, brand=brand)


def _on_label(bound: BoundPlan, region: str) -> Iterator[Finding]:
    row = label_pattern(bound, region)
    if row is None:
        return
    brand = bound.product.brand
    yield from_row(
        Grade.INFO,
        say(
            "{region}: on label for {brand} in {jurisdictions}: {units} U.",
            region=bound.region_name(region),
            brand=brand,
            jurisdictions=listed(row.jurisdictions),
            units=number(row.parts[region]),
        ),
        row,
        region,
    )
    given = {p.dose.units for p in bound.plan.at(region=region)}
    if row.units_per_point is not None and any(
        exact(units) != exact(row.units_per_point) for units in given
    ):
        yield from_row(
            Grade.INFO,
            say(
                "{region}: the label gives {label} U in each point; the plan gives {given} U.",
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
