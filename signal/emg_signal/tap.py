"""The tap test: each named site is tapped, and its own lane must answer.

A bilateral expression moves both sides and so cannot reveal swapped leads; a finger on one
electrode moves one lane alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.montage import Montage, Site
from emg_signal.phrase import say

ANSWERS = 8.0
"""Least peak-to-peak of a tapped lane over its own at rest: noise alone reaches 1.5 times
within seconds, a tap some fifty. Engineering judgement, rates in docs/signal.md."""
ALONE = 2.0
"""Least answer of the first lane over that of the second, each over its own rest: the skin
carries a tap on to the neighbour. Engineering judgement."""


class TapVerdict(StrEnum):
    """What a tap proved."""

    PROVEN = "proven"
    SWAPPED = "swapped"
    SILENT = "silent"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Tap:
    """What came of tapping one site.

    Parameters
    ----------
    site
        The site that was tapped.
    verdict
        Whether its own lane answered, alone.
    answered_by
        Site whose lane answered most; None when none did.
    cause, remedy
        In words; empty when proven.
    """

    site: Site
    verdict: TapVerdict
    answered_by: Site | None
    cause: str = ""
    remedy: str = ""


def judge_tap(
    montage: Montage, tapped: Site, rest_filtered_uv: FloatArray, tap_filtered_uv: FloatArray
) -> Tap:
    """Return what one tap proves.

    Parameters
    ----------
    montage
        Sites and their channels.
    tapped
        The site that the person was told to tap.
    rest_filtered_uv
        ``(n_channels, n)`` filtered samples before it, µV.
    tap_filtered_uv
        ``(n_channels, m)`` filtered samples while it was tapped, µV.
    """
    answers = [_answer(site, rest_filtered_uv, tap_filtered_uv) for site in montage.sites]
    order = sorted(range(len(answers)), key=lambda index: -answers[index])
    first, second = order[0], order[1]
    loudest = montage.sites[first]
    if not answers[first] >= ANSWERS:
        return Tap(
            tapped,
            TapVerdict.SILENT,
            None,
            say("No lane answered the tap on {site}.", site=tapped.name),
            say("Tap the electrode itself, firmly, two or three times; then check its lead."),
        )
    if not answers[first] >= ALONE * answers[second]:
        return Tap(
            tapped,
            TapVerdict.UNCLEAR,
            loudest,
            say(
                "Both {site} and {other} answered.",
                site=loudest.name,
                other=montage.sites[second].name,
            ),
            say("Keep the face still and tap more gently; if it stays, look for bridging gel."),
        )
    if loudest != tapped:
        return Tap(
            tapped,
            TapVerdict.SWAPPED,
            loudest,
            say(
                "The lane of {other} answered the tap on {site}.",
                other=loudest.name,
                site=tapped.name,
            ),
            say(
                "Swap the leads of channels {one} and {other}.",
                one=tapped.channel + 1,
                other=loudest.channel + 1,
            ),
        )
    return Tap(tapped, TapVerdict.PROVEN, tapped)


def proven_sites(taps: Iterable[Tap]) -> frozenset[Site]:
    """Return the sites whose newest tap proved them."""
    newest = {tap.site: tap.verdict for tap in taps}
    return frozenset(site for site, verdict in newest.items() if verdict is TapVerdict.PROVEN)


def _answer(site: Site, rest_uv: FloatArray, tap_uv: FloatArray) -> float:
    """Return the lane's peak-to-peak over that at rest; 0 where it cannot be told."""
    rest, tap = np.ptp(rest_uv[site.channel]), np.ptp(tap_uv[site.channel])
    return float(tap / rest) if rest > 0 and np.isfinite(tap / rest) else 0.0
