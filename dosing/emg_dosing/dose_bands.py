"""`RegionBands`: what a label and trials gave in each region of a plan, with the plan beside it.

Nothing is chosen, and no arrow points anywhere: sex, palpated mass and bands stand with the rows
of the trials that dosed by them, and the injector picks. No measurement enters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.check_amounts import BASIS_WORDS
from emg_dosing.exact import number
from emg_dosing.region_bounds import KnownDose
from emg_dosing.rows import Basis, DoseRow, SideBasis
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, listed, say


@dataclass(frozen=True, slots=True)
class DoseBand:
    """What one label, trial or practice gave.

    Parameters
    ----------
    basis
        The word that carries it.
    units
        The doses that were given, smallest first; the two ends where it is a range.
    is_range
        Whether what lies between counts as given too.
    text
        In whom, and what came of it; empty where nothing is said.
    sources, grade
        Of that very row.
    """

    basis: Basis
    units: tuple[float, ...]
    is_range: bool
    text: str
    sources: tuple[str, ...]
    grade: str


@dataclass(frozen=True, slots=True)
class RegionBands:
    """One region of a plan.

    Parameters
    ----------
    region
        Key of the region.
    side_basis
        Whether its doses are per side or for both together.
    bands
        The label's first, then studied, then practice; empty where none is published.
    given
        Side (None for the whole region) and units of the plan.
    """

    region: str
    side_basis: SideBasis
    bands: tuple[DoseBand, ...]
    given: tuple[tuple[Side | None, float], ...]

    @property
    def top(self) -> float:
        """Largest dose of bands and plan, U; 1 where there is none."""
        known = [units for band in self.bands for units in band.units]
        return max([*known, *(units for _, units in self.given)], default=0.0) or 1.0


def bands_of(bound: BoundPlan) -> Iterator[RegionBands]:
    """Yield every region of a plan in its order."""
    for region in bound.plan.regions:
        bounds = bound.bounds[region]
        known = () if bounds is None else bounds.known
        yield RegionBands(
            region,
            bound.tables.region(region).side_basis,
            tuple(_band(dose) for dose in known),
            tuple((side, float(units)) for side, units in bound.bounded_parts(region)),
        )


def _band(dose: KnownDose) -> DoseBand:
    row = dose.row
    # A trial gave its arms and nothing between them; a range of a label gives all of it.
    arms = sorted(row.units) if isinstance(row, DoseRow) and row.basis == "studied" else None
    ends = sorted({dose.low, dose.high})
    return DoseBand(
        dose.basis,
        tuple(arms or ends),
        arms is None and len(ends) == 2,
        dose.text,
        row.source_ids,
        row.grade,
    )


def band_words(band: DoseBand) -> Phrase:
    """Return ``studied: 20, 40, 60, 80 units (80 men; ...)``."""
    values = {"basis": BASIS_WORDS[band.basis], "sources": ", ".join(band.sources)}
    units = listed(number(dose) for dose in band.units)
    if band.is_range:
        low, high = (number(dose) for dose in band.units)
        units = say("{low} to {high}", low=low, high=high)
    if not band.text:
        return say("{basis}: {units} units ({sources!s})", units=units, **values)
    return say(
        "{basis}: {units} units; {text} ({sources!s})", units=units, text=band.text, **values
    )
