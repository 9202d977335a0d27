"""Two placements of the electrodes side by side.

The repeatability interval of one placement knows nothing of where the electrodes sit: with a
placement spread of 20 % on each side it covers the truth in 20 to 68 % of cases only, the less the
better the repetitions agree (docs/signal.md). So the block is repeated with the
electrodes re-seated, and both results are shown; they are never averaged into one.
"""

from __future__ import annotations

from dataclasses import dataclass

from emg_signal.symmetry import Symmetry


@dataclass(frozen=True, slots=True)
class PlacementComparison:
    """The symmetry of one pair from two placements.

    Raises
    ------
    ValueError
        The two are of different pairs or bands, and so cannot be compared.
    """

    first: Symmetry
    second: Symmetry

    def __post_init__(self) -> None:
        """Refuse what cannot be compared."""
        if self.first.pair != self.second.pair or self.first.band != self.second.band:
            raise ValueError("two placements of different pairs or bands were compared")

    @property
    def difference_percent(self) -> float:
        """Return how far the index moved when the electrodes did, percentage points."""
        return self.second.index_percent - self.first.index_percent

    @property
    def agrees(self) -> bool:
        """Whether each index lies within the other's repeatability interval."""
        return _within(self.first, self.second) and _within(self.second, self.first)


def _within(inner: Symmetry, outer: Symmetry) -> bool:
    low, high = outer.interval_percent
    return low <= inner.index_percent <= high
