"""Two placements: both shown, compared, never averaged."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from emg_signal.document import as_document
from emg_signal.filters import Band
from emg_signal.montage import pair_of
from emg_signal.placement import PlacementComparison
from emg_signal.symmetry import Symmetry

FIRST = Symmetry(
    pair_of("frontalis", 0, 1), 6.0, (1.0, 11.0), 5, (40.0,) * 5, (35.0,) * 5, 1, Band(20, 65)
)


def test_agrees_when_each_lies_within_the_other() -> None:
    second = replace(FIRST, index_percent=9.0, interval_percent=(4.0, 14.0), placements=2)
    both = PlacementComparison(FIRST, second)
    assert both.agrees
    assert both.difference_percent == 3.0
    json.dumps(as_document(both))


def test_disagrees_when_one_interval_misses() -> None:
    wide = replace(FIRST, index_percent=13.0, interval_percent=(2.0, 24.0))
    assert not PlacementComparison(FIRST, wide).agrees
    assert not PlacementComparison(wide, FIRST).agrees


def test_never_compares_different_pairs_or_bands() -> None:
    for other in (
        replace(FIRST, pair=pair_of("corrugator", 0, 1)),
        replace(FIRST, band=Band(20, 450)),
    ):
        with pytest.raises(ValueError, match="different pairs or bands"):
            PlacementComparison(FIRST, other)
