"""The default answer: NONE, with the numbers that led to it and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import exact, is_whole, number
from emg_dosing.healthy import above_most, beyond_healthy, interval_words, placed_words
from emg_dosing.measured import MeasuredPair
from emg_dosing.names import muscle_name
from emg_dosing.outcome import Outcome
from emg_dosing.refusals import LOOK_AT
from emg_dosing.region_bounds import BoundState
from emg_dosing.scenario import Scenario
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.values import Reason
from emg_signal.phrase import Phrase, listed, say

PLAN_CHANGES = say(
    "Another plan: a point above its bound, an unexplained gap between the sides, or an amount "
    "that the syringe cannot deliver."
)
SHIFT_NEEDS = say(
    "For an EMG shift, all of it: a muscle with a published healthy range, 5 bilateral "
    "repetitions, electrodes re-seated and 5 more, tap test passed, quality good on both sides, "
    "both repeatability intervals beyond the dead band and none beyond 50 %, and one graduation "
    "of at most 10 % of the smaller side."
)


def nothing(scenario: Scenario, bound: BoundPlan, reasons: Sequence[Reason]) -> Outcome:
    """Return NONE with what was looked at: reasons against a change first, then the numbers."""
    treated = {point.muscle for point in bound.plan.points}
    pairs = () if scenario.measured is None else scenario.measured.pairs
    seen = [_measured(pair, bound) for pair in pairs if pair.muscle in treated]
    first = [] if reasons else list(_stands(bound))
    examine = any(p.muscle in treated and beyond_healthy(p, bound.tables) for p in pairs)
    changes = (PLAN_CHANGES, SHIFT_NEEDS) if seen else (PLAN_CHANGES,)
    return Outcome(
        Status.NONE,
        SuggestionKind.NOTHING,
        tuple(dict.fromkeys((*first, *reasons, *seen))),
        examine=LOOK_AT if examine else (),
        would_change=changes,
    )


def _stands(bound: BoundPlan) -> Iterator[Reason]:
    """Yield how the plan stands to its bounds: within them only where there is one to be within.

    A check that could not be made is no check that was passed.
    """
    states: dict[BoundState, list[str]] = {}
    for region in bound.plan.regions:
        states.setdefault(bound.bound_state(region), []).append(bound.region_name(region))
    yield _as_a_whole(bound, inside=set(states) == {BoundState.INSIDE})
    if outside := states.get(BoundState.OUTSIDE):
        text = say("{regions}: outside every published dose.", regions=listed(outside))
        yield Reason(text, "suggest.outside")
    if unknown := states.get(BoundState.NONE_KNOWN):
        text = say(
            "{regions}: no published bound for {brand} in this area: nothing was checked but "
            "arithmetic.",
            regions=listed(unknown),
            brand=bound.product.brand,
        )
        yield Reason(text, "check.no_range")


def _as_a_whole(bound: BoundPlan, *, inside: bool) -> Reason:
    total = bound.plan.units()
    values = {"units": number(total), "count": len(bound.plan.points), "drawn": _drawn(bound)}
    text = say("{units} units in {count} points: even or explained, {drawn}.", **values)
    if inside:
        text = say(
            "{units} units in {count} points: within its bounds, even or explained, {drawn}.",
            **values,
        )
    return Reason(text, "suggest.nothing", float(total), None, "U")


def _drawn(bound: BoundPlan) -> Phrase:
    step = bound.step
    if step is None:
        return say("and not checked against a syringe")
    if all(is_whole(exact(point.dose.units), step) for point in bound.plan.points):
        return say("and deliverable")
    return say("and unchanged though the syringe delivers less")


def _measured(pair: MeasuredPair, bound: BoundPlan) -> Reason:
    """Return a pair's asymmetry beside the healthy range."""
    healthy = bound.tables.healthy_range(pair.muscle)
    if healthy is not None and beyond_healthy(pair, bound.tables):
        return above_most(pair, healthy)
    smaller = pair.smaller
    index = smaller.index_percent
    seen: dict[str, Any] = {
        "muscle": muscle_name(pair.muscle),
        "sides": placed_words(pair, smaller),
        "interval": interval_words(smaller.low_percent, smaller.high_percent, index),
        "count": smaller.repetitions,
        "low": number(pair.low_hz),
        "high": number(pair.high_hz),
    }
    text = (
        say(
            "{muscle}: {sides} (repeatability {interval} %, {count} repetitions, {low} to {high} "
            "Hz); no healthy range is published.",
            **seen,
        )
        if healthy is None
        else say(
            "{muscle}: {sides} (repeatability {interval} %, {count} repetitions, {low} to {high} "
            "Hz); 95 % of healthy people lie within ±{limit} %.",
            **seen,
            limit=number(healthy.limit95_percent),
        )
    )
    return Reason(
        text,
        "norm.none" if healthy is None else f"norm.{pair.muscle}",
        abs(index),
        None if healthy is None else healthy.limit95_percent,
        "%",
        () if healthy is None else healthy.sources,
        "none" if healthy is None else "cohort",
    )
