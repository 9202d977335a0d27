"""Plan check, label: on or off label, number of points, units per point, forbidden places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from emg_dosing.bounds import place_of
from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.names import point_name, region_name, side_name
from emg_dosing.plan import Plan
from emg_dosing.rows import CommonRow, PatternRow
from emg_dosing.tables import Tables
from emg_dosing.values import Finding, Grade
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, listed, say


def check_label(plan: Plan, tables: Tables) -> Iterator[Finding]:
    """Yield how a plan stands to its product's label and to what is never done in a region."""
    yield from off_label(plan, tables)
    for region in plan.regions:
        yield from _on_label(plan, tables, region)
        yield from _points(plan, tables, region)
        yield from _places(plan, tables, region)
    for row in tables.all(CommonRow):
        yield from_row(Grade.INFO, row.text, row)


def label_pattern(plan: Plan, tables: Tables, region: str) -> PatternRow | None:
    """Return the label's pattern that covers a region of this plan, the simplest one, or None.

    A pattern over several regions (the forehead with the glabella) counts only if the plan treats
    all of them.
    """
    found = [
        row
        for row in tables.patterns(plan.product_id)
        if row.on_label and region in row.parts and set(row.parts) <= set(plan.regions)
    ]
    return min(found, key=lambda row: len(row.parts), default=None)


def off_label(plan: Plan, tables: Tables) -> Iterator[Finding]:
    """Yield a warning for each region that the label does not give in this plan."""
    for region in plan.regions:
        if label_pattern(plan, tables, region) is None:
            yield from_rule(
                Grade.WARNING, _off_label_words(plan, tables, region), "off_label", region
            )


def _off_label_words(plan: Plan, tables: Tables, region: str) -> Phrase:
    brand, name = tables.product(plan.product_id).brand, region_name(region, tables)
    for row in tables.patterns(plan.product_id):
        if region in row.parts and row.on_label:
            return say(
                "{region}: off label for {brand} (its label gives it only with {others}).",
                region=name,
                brand=brand,
                others=_others(row, region, tables),
            )
    return say("{region}: off label for {brand}.", region=name, brand=brand)


def _on_label(plan: Plan, tables: Tables, region: str) -> Iterator[Finding]:
    row = label_pattern(plan, tables, region)
    if row is None:
        return
    brand = tables.product(plan.product_id).brand
    yield from_row(
        Grade.INFO,
        say(
            "{region}: on label for {brand} in {jurisdictions}: {units} U.",
            region=region_name(region, tables),
            brand=brand,
            jurisdictions=listed(row.jurisdictions),
            units=number(row.parts[region]),
        ),
        row,
        region,
    )
    given = {p.dose.units for p in plan.at(region=region)}
    if row.units_per_point is not None and any(
        exact(units) != exact(row.units_per_point) for units in given
    ):
        yield from_row(
            Grade.INFO,
            say(
                "{region}: the label gives {label} U in each point; the plan gives {given} U.",
                region=region_name(region, tables),
                label=number(row.units_per_point),
                given=listed(number(u) for u in sorted(given)),
            ),
            row,
            region,
        )


def _others(row: PatternRow, region: str, tables: Tables) -> str:
    return _joined([region_name(name, tables) for name in row.parts if name != region])


def _joined(names: list[str]) -> str:
    """Return ``one and two``."""
    if len(names) == 1:
        return names[0]
    return say("{some} and {last}", some=_joined(names[:-1]), last=names[-1])


def _points(plan: Plan, tables: Tables, region: str) -> Iterator[Finding]:
    """Yield a caution if a region has fewer or more points than practice has."""
    row = tables.region(region)
    if row.points_min is None or row.points_max is None:
        return
    counts = Counter(point.side for point in plan.at(region=region))
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
            name=side_name(region, side, tables),
            count=count,
            usual=usual,
        )
        yield from_row(Grade.CAUTION, text, row, place_of(region, side))


def _places(plan: Plan, tables: Tables, region: str) -> Iterator[Finding]:
    for row in tables.hazards(region):
        yield from_row(
            Grade.INFO,
            say(
                "{region}: {hazard} Never suggested: {never}",
                region=region_name(region, tables),
                hazard=row.text,
                never=row.never,
            ),
            row,
            region,
        )
        for point in plan.at(region=region):
            if point.place in row.never_places:
                yield from_row(
                    Grade.CAUTION,
                    say(
                        "{point} ({place}): {hazard}",
                        point=point_name(point, tables),
                        place=point.place,
                        hazard=row.text,
                    ),
                    row,
                    point.id,
                )
