"""`RegionBounds`: how much of one product a region takes: its label, trials, practice, and limits.

Three words carry an amount: label, studied, practice; beyond them is beyond studied. Only a label
that says so, or the clinic, sets a limit. Trials and practice hold for the brands of one group and
for no other; where nothing is known there are no bounds, which is said and never read as
"unlimited" (docs/adr/0031, 0073).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from emg_dosing.exact import exact
from emg_dosing.guardrail import Bounds, Guardrail
from emg_dosing.licence import jurisdiction_of
from emg_dosing.rows import Basis, DoseRow, MaximumRow, RegionRow, SideBasis, TableRow
from emg_dosing.tables import Tables


class BoundState(StrEnum):
    """Whether an amount was held against a published bound, and how it stands."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    NONE_KNOWN = "no bound known"


@dataclass(frozen=True, slots=True)
class KnownDose:
    """An amount that someone published, on the region's own basis.

    Parameters
    ----------
    basis
        Label, studied or practice.
    low, high
        Units of the product.
    row
        Who says so.
    text
        In which people, and what came of it; empty where nothing is said.
    """

    basis: Basis
    low: float
    high: float
    row: TableRow
    text: str = ""

    def covers(self, units: Fraction) -> bool:
        """Whether an amount lies within, exactly."""
        return exact(self.low) <= units <= exact(self.high)


@dataclass(frozen=True, slots=True)
class RegionBounds:
    """Bounds of one product in one region.

    Parameters
    ----------
    basis
        Whether the bounds hold per side or for the whole region.
    guardrail
        Units of the product; the absolute upper bound is the limit, or without one the largest
        known dose, which no suggestion passes.
    rows
        What the upper bound comes from; empty for the clinic's.
    known
        Published doses: the label's first, then studied, then practice.
    is_limit
        Whether the upper bound is a limit: a label or the clinic says so.
    """

    basis: SideBasis
    guardrail: Guardrail
    rows: tuple[TableRow, ...]
    known: tuple[KnownDose, ...] = ()
    is_limit: bool = False

    @property
    def rule_id(self) -> str:
        """Id of the row that sets the upper bound; the clinic's policy where no row does."""
        return self.rows[0].id if self.rows else "policy.clinic"

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources of all rows."""
        return tuple(dict.fromkeys(s for row in self.rows for s in row.sources))

    def covering(self, units: Fraction) -> KnownDose | None:
        """Return the first known dose that an amount lies in."""
        return next((dose for dose in self.known if dose.covers(units)), None)

    def state(self, units: Fraction) -> BoundState:
        """Return how an amount stands."""
        if not self.known:
            return BoundState.NONE_KNOWN
        too_much = self.is_limit and units > exact(self.guardrail.absolute.high)
        inside = self.covering(units) is not None and not too_much
        return BoundState.INSIDE if inside else BoundState.OUTSIDE

    def tightened(self, limit: float) -> RegionBounds:
        """Return the bounds under a clinic's limit, if that is lower than their own."""
        if self.is_limit and limit >= self.guardrail.absolute.high:
            return self
        # Where the tables know doses and no limit, the clinic's is one, though above them all.
        if limit >= self.guardrail.absolute.high:
            rail = Guardrail(Bounds(0.0, limit), self.guardrail.recommended)
        else:
            rail = self.guardrail.tightened(limit)
        return RegionBounds(self.basis, rail, (), self.known, is_limit=True)


def table_bounds(
    tables: Tables, product_id: str, region_id: str, country: str = ""
) -> RegionBounds | None:
    """Return the bounds that the tables know, None if they know none.

    Parameters
    ----------
    tables
        Labels, trials and practice.
    product_id, region_id
        Keys of the tables.
    country
        Where it is used: only labels of that place count; empty counts all.
    """
    region = tables.region(region_id)
    known = (
        *_labels(tables, product_id, region, country),
        *_published(tables, product_id, region),
    )
    limit = _limit(tables, product_id, region)
    if not known and limit is None:
        return None
    largest = max(known, key=lambda dose: dose.high, default=None)
    low = min((dose.low for dose in known), default=0.0)
    if limit is not None:
        high = limit.units / _sides(region)
        rows: tuple[TableRow, ...] = (limit,)
    else:
        assert largest is not None  # noqa: S101 - known is not empty
        high, rows = largest.high, (largest.row,)
    # Trials may have given more than the label's maximum: what is usual never passes the limit.
    usual = Bounds(min(low, high), min(high, largest.high) if largest else high)
    rail = Guardrail(Bounds(0.0, high), usual)
    return RegionBounds(region.side_basis, rail, rows, known, limit is not None)


def clinic_bounds(tables: Tables, region_id: str, limit: float) -> RegionBounds:
    """Return the bounds of a region of which only the clinic's limit is known."""
    rail = Guardrail(Bounds(0.0, limit), Bounds(0.0, limit))
    return RegionBounds(tables.region(region_id).side_basis, rail, (), is_limit=True)


def _sides(region: RegionRow) -> int:
    return 2 if region.side_basis == "per_side" else 1


def _labels(
    tables: Tables, product_id: str, region: RegionRow, country: str
) -> Iterator[KnownDose]:
    here, sides = jurisdiction_of(country), _sides(region)
    for row in tables.patterns(product_id):
        if row.on_label and region.id in row.parts and (not here or here in row.jurisdictions):
            high = row.parts[region.id]
            low = (row.parts_low or {}).get(region.id, high)
            if row.sides:
                for units in row.sides:
                    yield KnownDose("label", units, units, row)
            else:
                yield KnownDose("label", low / sides, high / sides, row)


def _published(tables: Tables, product_id: str, region: RegionRow) -> Iterator[KnownDose]:
    """Yield what trials and practice gave of the product's group: studied first."""
    group = tables.product(product_id).group
    rows = [r for r in tables.all(DoseRow) if (r.group, r.region) == (group, region.id)]
    for basis in ("studied", "practice"):
        for row in rows:
            if row.basis == basis:
                yield KnownDose(row.basis, min(row.units), max(row.units), row, row.text)
    if product_id in region.applies_to:
        yield KnownDose("practice", region.units_min, region.units_max, region)


def _limit(tables: Tables, product_id: str, region: RegionRow) -> MaximumRow | None:
    rows = tables.of_product(MaximumRow, product_id)
    own = [r for r in rows if (r.region, r.scope) == (region.id, "region") and r.absolute]
    return min(own, key=lambda row: row.units, default=None)
