"""Plan check, label: on or off label, number of points, units per point, forbidden places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from emg_dosing.exact import exact, number
from emg_dosing.findings import from_row, from_rule
from emg_dosing.plan import Plan
from emg_dosing.rows import CommonRow, PatternRow
from emg_dosing.tables import Tables
from emg_dosing.values import Finding, Grade
from emg_signal.montage import Side


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
    brand = tables.product(plan.product_id).brand
    for region in plan.regions:
        if label_pattern(plan, tables, region) is None:
            together = [
                r for r in tables.patterns(plan.product_id) if region in r.parts and r.on_label
            ]
            only = (
                f" (its label gives it only with {_others(together[0], region)})"
                if together
                else ""
            )
            yield from_rule(
                Grade.WARNING,
                f"{region}: off label for {brand}{only}.",
                "off_label",
                region,
            )


def _on_label(plan: Plan, tables: Tables, region: str) -> Iterator[Finding]:
    row = label_pattern(plan, tables, region)
    if row is None:
        return
    brand = tables.product(plan.product_id).brand
    yield from_row(
        Grade.INFO,
        f"{region}: on label for {brand} in {', '.join(row.jurisdictions)}: "
        f"{number(row.parts[region])} U.",
        row,
        region,
    )
    given = {p.dose.units for p in plan.at(region=region)}
    if row.units_per_point is not None and any(
        exact(units) != exact(row.units_per_point) for units in given
    ):
        yield from_row(
            Grade.INFO,
            f"{region}: the label gives {number(row.units_per_point)} U in each point; "
            f"the plan gives {', '.join(number(u) for u in sorted(given))} U.",
            row,
            region,
        )


def _others(row: PatternRow, region: str) -> str:
    return " and ".join(name for name in row.parts if name != region)


def _points(plan: Plan, tables: Tables, region: str) -> Iterator[Finding]:
    """Yield a caution if a region has fewer or more points than practice has."""
    row = tables.region(region)
    if row.points_min is None or row.points_max is None:
        return
    counts = Counter(point.side for point in plan.at(region=region))
    lowest, highest = row.points_min, row.points_max
    usual = f"{lowest}" if lowest == highest else f"{lowest} to {highest}"
    groups = (
        {f"{region} {side}": counts[side] for side in Side if counts[side]}
        if row.side_basis == "per_side"
        else {region: counts.total()}
    )
    for name, count in groups.items():
        if not row.points_min <= count <= row.points_max:
            yield from_row(
                Grade.CAUTION,
                f"{name}: {count} points; practice has {usual}.",
                row,
                name,
            )


def _places(plan: Plan, tables: Tables, region: str) -> Iterator[Finding]:
    for row in tables.hazards(region):
        yield from_row(
            Grade.INFO, f"{region}: {row.text} Never suggested: {row.never}", row, region
        )
        for point in plan.at(region=region):
            if point.place in row.never_places:
                yield from_row(
                    Grade.CAUTION, f"{point.id} ({point.place}): {row.text}", row, point.id
                )
