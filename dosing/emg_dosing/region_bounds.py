"""`RegionBounds`: how much of one product a region takes, from its label and practice range.

A practice range holds for the products that its row names and for no other: for the rest only the
label counts, and where the label is silent too there are no bounds, which is said and never read
as "unlimited" (an EMG shift needs bounds; docs/adr/0031).
"""

from __future__ import annotations

from dataclasses import dataclass

from emg_dosing.guardrail import Bounds, Guardrail
from emg_dosing.rows import MaximumRow, RegionRow, SideBasis, TableRow
from emg_dosing.tables import Tables


@dataclass(frozen=True, slots=True)
class RegionBounds:
    """Bounds of one product in one region.

    Parameters
    ----------
    basis
        Whether the bounds hold per side or for the whole region.
    guardrail
        Units of the product.
    rows
        What they come from.
    """

    basis: SideBasis
    guardrail: Guardrail
    rows: tuple[TableRow, ...]

    @property
    def rule_id(self) -> str:
        """Id of the row that sets the upper bound; the clinic's policy where no row does."""
        return self.rows[0].id if self.rows else "policy.clinic"

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of all rows."""
        return tuple(dict.fromkeys(s for row in self.rows for s in row.sources))


def table_bounds(tables: Tables, product_id: str, region_id: str) -> RegionBounds | None:
    """Return the bounds that the tables know, None if they know none."""
    # A practice range counts for the products that its row names alone: units of another product
    # are another unit, and no factor between them is known.
    region = tables.region(region_id)
    label = label_amount(tables, product_id, region)
    if product_id in region.applies_to:
        return _practice_bounds(region, label)
    if label is None:
        return None
    amount, rows = label
    recommended = Bounds(amount, amount)
    return RegionBounds(region.side_basis, Guardrail(Bounds(0.0, amount), recommended), rows)


def label_amount(
    tables: Tables, product_id: str, region: RegionRow
) -> tuple[float, tuple[TableRow, ...]] | None:
    """Return the label's largest amount for a region on the region's own basis, and its rows."""
    found: list[tuple[float, TableRow]] = [
        (row.parts[region.id], row)
        for row in tables.patterns(product_id)
        if region.id in row.parts and row.on_label
    ]
    found += [
        (row.units, row)
        for row in tables.of_product(MaximumRow, product_id)
        if (row.region, row.scope) == (region.id, "region")
    ]
    if not found:
        return None
    most = max(units for units, _ in found)
    rows = tuple(row for units, row in found if units == most)
    return (most / 2 if region.side_basis == "per_side" else most), rows


def _practice_bounds(
    region: RegionRow, label: tuple[float, tuple[TableRow, ...]] | None
) -> RegionBounds:
    usual = max(region.units_typical) if label is None else label[0]
    high = max(region.units_max, usual)
    rail = Guardrail(Bounds(0.0, high), Bounds(region.units_min, usual))
    rows = (region, *(() if label is None else label[1]))
    return RegionBounds(region.side_basis, rail, rows)
