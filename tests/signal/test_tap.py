"""The tap test: proves wiring that is right and names leads that are swapped."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from emg_signal.chunk import FloatArray
from emg_signal.document import as_document
from emg_signal.montage import Montage
from emg_signal.tap import TapVerdict, judge_tap, proven_sites


def tapped_lane(chunks: Any, channel: int | None, spill: float = 0.1) -> FloatArray:
    """Return 2 s of rest with three 40 ms knocks of 500 µV on a lane, spilling onto the others."""
    samples = chunks.noise(4, 500, seed=9, scale_uv=3.0)
    knock = 250.0 * np.sin(2 * np.pi * 25.0 * np.arange(10) / 250.0)
    if channel is not None:
        for start in (100, 200, 300):
            samples[:, start : start + 10] += spill * knock
            samples[channel, start : start + 10] += (1.0 - spill) * knock
    return samples


@pytest.fixture
def rest(chunks: Any) -> FloatArray:
    return chunks.noise(4, 500, seed=3, scale_uv=3.0)


def test_its_own_lane_answers(chunks: Any, montage: Montage, rest: FloatArray) -> None:
    taps = [judge_tap(montage, s, rest, tapped_lane(chunks, s.channel)) for s in montage.sites]
    assert [tap.verdict for tap in taps] == [TapVerdict.PROVEN] * 4
    assert proven_sites(taps) == frozenset(montage.sites)
    json.dumps(as_document(taps[0]))


def test_swapped_leads_are_named(chunks: Any, montage: Montage, rest: FloatArray) -> None:
    left, right = montage.pairs[0].left, montage.pairs[0].right
    tap = judge_tap(montage, left, rest, tapped_lane(chunks, right.channel))
    assert tap.verdict is TapVerdict.SWAPPED
    assert tap.answered_by == right
    assert tap.remedy == "Swap the leads of channels 1 and 2."


def test_no_tap_and_a_tap_on_two(chunks: Any, montage: Montage, rest: FloatArray) -> None:
    site = montage.sites[0]
    assert judge_tap(montage, site, rest, tapped_lane(chunks, None)).verdict is TapVerdict.SILENT
    both = judge_tap(montage, site, rest, tapped_lane(chunks, 0, spill=0.8))
    assert both.verdict is TapVerdict.UNCLEAR
    assert both.remedy


def test_a_dead_or_poisoned_lane_never_proves(
    chunks: Any, montage: Montage, rest: FloatArray
) -> None:
    tap = tapped_lane(chunks, 0)
    rest[0] = 0.0
    assert judge_tap(montage, montage.sites[0], rest, tap).verdict is not TapVerdict.PROVEN
    tap[0, 3] = np.nan
    assert judge_tap(montage, montage.sites[0], rest, tap).verdict is not TapVerdict.PROVEN


def test_the_newest_tap_counts(chunks: Any, montage: Montage, rest: FloatArray) -> None:
    site = montage.sites[0]
    good = judge_tap(montage, site, rest, tapped_lane(chunks, 0))
    bad = judge_tap(montage, site, rest, tapped_lane(chunks, 1))
    assert proven_sites([good, bad]) == frozenset()
    assert proven_sites([bad, good]) == {site}
