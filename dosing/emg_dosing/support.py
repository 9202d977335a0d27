"""Support or doubt of a stated gap: whether EMG says the same as what the injector measured.

It answers *agrees*, *disagrees* or *cannot tell* and changes no units: the gap is the injector's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
import scipy

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import number
from emg_dosing.healthy import placed_words
from emg_dosing.log_change import placement_spread
from emg_dosing.measured import MeasuredPair
from emg_dosing.outcome import Outcome
from emg_dosing.scenario import Scenario
from emg_dosing.stated_gap import KINDS_OF_GAP, StatedGap
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.values import Reason
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, say
from emg_signal.quality import Quality


class SupportAnswer(StrEnum):
    """What EMG says of a stated gap."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    CANNOT_TELL = "cannot tell"


SEEN_IN: Final = {
    "thickness": ("masseter", "temporalis"),
    "gum": ("levator_labii", "zygomaticus"),
    "brow": ("frontalis",),
    "bands": ("platysma",),
}
"""Kind → muscles whose activity goes with it: thickness of a chewing muscle (S43); the lifters of
lip and brow and the neck by what they do (anatomy)."""


@dataclass(frozen=True, slots=True)
class Support:
    """What EMG says of the gap of one region.

    Parameters
    ----------
    region
        Key of the region.
    gap
        What the injector measured.
    answer
        Agrees, disagrees, or cannot tell.
    muscle
        The one that was looked at; empty where none can be.
    why
        Why nothing can be told, None if something can.
    """

    region: str
    gap: StatedGap
    answer: SupportAnswer
    muscle: str = ""
    why: Phrase | None = None


def supports(scenario: Scenario, bound: BoundPlan) -> Iterator[Support]:
    """Yield what EMG says of each gap that is stated with numbers.

    Parameters
    ----------
    scenario
        Its measurement.
    bound
        The plan with what its injector measured.
    """
    for region, gap in bound.plan.gaps:
        muscles = bound.tables.region(region).muscles
        seen = [m for m in SEEN_IN[gap.kind] if m in muscles]
        face = scenario.measured
        pairs = [p for m in seen if face is not None and (p := face.pair(m)) is not None]
        if not seen:
            why = say("EMG of this region says nothing of it.")
        elif not pairs:
            why = say("It was not measured.")
        else:
            yield _judged(region, gap, pairs[0], bound)
            continue
        yield Support(region, gap, SupportAnswer.CANNOT_TELL, why=why)


def _judged(region: str, gap: StatedGap, pair: MeasuredPair, bound: BoundPlan) -> Support:
    why = next(_closed(gap, pair, bound), None)
    if why is not None:
        return Support(region, gap, SupportAnswer.CANNOT_TELL, pair.muscle, why)
    more = Side.LEFT if pair.smaller.index_percent > 0 else Side.RIGHT
    agrees = more is gap.larger
    answer = SupportAnswer.AGREES if agrees else SupportAnswer.DISAGREES
    return Support(region, gap, answer, pair.muscle)


def _closed(gap: StatedGap, pair: MeasuredPair, bound: BoundPlan) -> Iterator[Phrase]:
    """Yield each gate that is closed, in order."""
    if gap.larger is None:
        yield say("No difference is stated.")
    if not pair.tap_test_passed:
        yield say("Which electrode is left was not proven by tapping.")
    if {pair.left_quality, pair.right_quality} != {Quality.GOOD}:
        yield say("The signal was not good on both sides.")
    fewest = min(placement.repetitions for placement in pair.placements)
    if fewest < bound.policy.repetitions:
        yield say(
            "{n} holds; at least {least} are needed.",
            n=fewest,
            least=number(bound.policy.repetitions),
        )
    least = least_index_percent(pair, bound)
    if abs(pair.smaller.index_percent) <= least or _on_both_sides(pair):
        yield say(
            "Holds and the place of the electrodes explain up to {least} %.",
            least=number(round(least)),
        )


def _on_both_sides(pair: MeasuredPair) -> bool:
    """Whether placements contradict each other about the side."""
    return len({placement.index_percent > 0 for placement in pair.placements}) > 1


def least_index_percent(pair: MeasuredPair, bound: BoundPlan) -> float:
    """Return the smallest asymmetry that holds and placement do not explain, %.

    Parameters
    ----------
    pair
        As measured; of its placements the one with the smaller asymmetry counts.
    bound
        For what one placement adds.
    """
    used = pair.smaller
    index, low, high = (
        2.0 * float(np.arctanh(np.clip(percent, -99.9, 99.9) / 100.0))
        for percent in (used.index_percent, used.low_percent, used.high_percent)
    )
    held = max(high - index, index - low)
    placed = placement_spread(bound.tables.policy_rule("placement_spread").value)
    # Two sides, each placed once in every placement.
    placed *= float(scipy.stats.norm.ppf(0.975)) * float(np.sqrt(2.0 / len(pair.placements)))
    return 100.0 * float(np.tanh(float(np.hypot(held, placed)) / 2.0))


def gap_support(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Return what EMG says of the stated gaps, which changes no units; None without any."""
    reasons = tuple(support_reasons(scenario, bound))
    return Outcome(Status.NONE, SuggestionKind.NOTHING, reasons) if reasons else None


def support_reasons(scenario: Scenario, bound: BoundPlan) -> Iterator[Reason]:
    """Yield what EMG says of each stated gap as a sentence with its source.

    Parameters
    ----------
    scenario, bound
        As in `supports`.
    """
    for support in supports(scenario, bound):
        source, grade = (("S43",), "cohort") if support.gap.kind == "thickness" else ((), "none")
        yield Reason(_words(support, scenario, bound), "support.gap", None, None, "", source, grade)


def _words(support: Support, scenario: Scenario, bound: BoundPlan) -> Phrase:
    values = {
        "region": bound.region_name(support.region),
        "what": KINDS_OF_GAP[support.gap.kind],
        "left": number(support.gap.left),
        "right": number(support.gap.right),
    }
    if support.why is not None:
        return say(
            "{region}: {what}: left {left}, right {right}. EMG cannot tell. {why}",
            **values,
            why=support.why,
        )
    pair = None if scenario.measured is None else scenario.measured.pair(support.muscle)
    assert pair is not None  # noqa: S101 - it was judged
    values["sides"] = placed_words(pair, pair.smaller)
    if support.answer is SupportAnswer.AGREES:
        return say(
            "{region}: {what}: left {left}, right {right}. EMG agrees: {sides}. No units follow.",
            **values,
        )
    return say(
        "{region}: {what}: left {left}, right {right}. EMG disagrees: {sides}. Look again before "
        "dosing unevenly; no units follow.",
        **values,
    )
