"""The later visit's answer: each side against its own baseline, and the days that count there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.effect_reading import EffectReading, read_effect
from emg_dosing.effect_words import effect_reasons
from emg_dosing.follow_up import FollowUp
from emg_dosing.names import muscle_name
from emg_dosing.outcome import Outcome
from emg_dosing.questions_first import adverse_reason, emergencies, questions_first
from emg_dosing.scenario import Scenario
from emg_dosing.spread_reading import spread_of, spread_reason
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.touch_up import touch_up
from emg_dosing.values import Reason
from emg_signal.phrase import Phrase, say


def follow_up(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Return the data of a later visit, never units; None on a first visit."""
    visit = scenario.follow_up
    if visit is None:
        return None
    urgent = emergencies(scenario.examination, bound.tables)
    if urgent:
        return Outcome(Status.REFUSED, SuggestionKind.EXAMINE, urgent)
    first = questions_first(scenario.examination, bound.tables)
    if first:
        change = say("An answer to each of the six questions.")
        return Outcome(Status.REFUSED, SuggestionKind.FOLLOW_UP, first, would_change=(change,))
    present = scenario.examination.adverse_present
    reasons = [adverse_reason(name, bound.tables) for name in present]
    treated = tuple(dict.fromkeys(point.muscle for point in bound.plan.points))
    readings = [read_effect(visit, muscle, bound.tables, bound.policy) for muscle in treated]
    reasons += map(spread_reason, spread_of(visit, treated, bound.tables, bound.policy))
    reasons += (r for reading in readings for r in effect_reasons(reading, visit, bound))
    reasons += touch_up(tuple(readings), scenario, bound)
    timing = tuple(when_to_review(visit.day, bound))
    earliest = max(float(reason.limit or 0) for reason in timing)
    data: dict[str, float | str] = {say("day"): float(visit.day)}
    data |= {key: value for reading in readings for key, value in _numbers(reading, visit)}
    data |= {say("earliest day of review"): earliest} | _treatment(bound)
    return Outcome(
        Status.NONE,
        SuggestionKind.FOLLOW_UP,
        (*reasons, *timing, *_too_soon(visit.day, bound)),
        data=tuple(data.items()),
        would_change=(say("A later day, or another measurement; never units by themselves."),),
    )


def _treatment(bound: BoundPlan) -> dict[str, float | str]:
    """Return the label's interval and what was given at the first visit."""
    interval = bound.interval
    days: dict[str, float | str] = (
        {say("label interval"): say("not in the tables")}
        if interval is None
        else {say("label interval, days"): float(interval.days)}
    )
    return days | {
        say("first visit, U"): float(bound.plan.units()),
        say("first visit, product"): bound.product.brand,
        say("first visit, lot"): bound.plan.lot or say("not given"),
    }


def _too_soon(day: int, bound: BoundPlan) -> Iterator[Reason]:
    """Yield the label's interval, before which any touch-up is off label."""
    row = bound.interval
    if row is None:
        return
    text = say(
        "Day {day}: the label's interval is {months} months ({interval} days); any earlier "
        "touch-up is off label.",
        day=day,
        months=row.months,
        interval=row.days,
    )
    yield Reason(text, row.id, day, row.days, "days", row.source_ids, row.grade)


def _numbers(reading: EffectReading, visit: FollowUp) -> Iterator[tuple[str, float | str]]:
    """Yield a muscle's numbers; the plain percentages where no interval can be told."""
    name, found = muscle_name(reading.muscle), visit.percent_of_baseline(reading.muscle)
    if found is not None:
        yield say("{muscle} left, % of baseline", muscle=name), float(round(found[0]))
        yield say("{muscle} right, % of baseline", muscle=name), float(round(found[1]))
    for side in reading.sides:
        values = {"muscle": name, "side": side.side.value}
        yield say("{muscle} {side}, from %", **values), float(side.low_percent)
        yield say("{muscle} {side}, to %", **values), float(side.high_percent)
        yield say("{muscle} {side}", **values), side.answer.value
    if reading.lagging is not None:
        yield say("{muscle}, side that lags", muscle=name), reading.lagging.value


def when_to_review(day: int, bound: BoundPlan) -> Iterator[Reason]:
    """Yield for each region of the plan from which day it may be reviewed.

    Parameters
    ----------
    day
        Days since the treatment.
    bound
        The plan that was given; a clinic's policy may set a later day.
    """
    for region in bound.plan.regions:
        row = bound.tables.region(region)
        first = max(row.review_day, int(bound.policy.review_day))
        name, full = bound.region_name(region), max(row.full_effect_day, first)
        values: dict[str, Any] = {"day": day, "region": name, "first": first, "full": full}
        text = _when_words(row.shape_day, values)
        sources = tuple(row.review_sources)
        yield Reason(text, f"review.{region}", day, first, "days", sources, row.review_grade)


def _when_words(shape_day: int | None, values: dict[str, Any]) -> Phrase:
    if shape_day is None:
        return say(
            "Day {day}. {region}: review from day {first}; the full effect may take until day "
            "{full}.",
            **values,
        )
    return say(
        "Day {day}. {region}: review its activity from day {first} and its shape from day "
        "{shape}; the full effect may take until day {full}.",
        **values,
        shape=shape_day,
    )
