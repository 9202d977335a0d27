"""The later visit's answer: each side against its own baseline, and the days that count there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import number
from emg_dosing.names import muscle_name
from emg_dosing.outcome import Outcome
from emg_dosing.questions_first import adverse_reason, emergencies, questions_first
from emg_dosing.scenario import Scenario
from emg_dosing.suggestion import Status, SuggestionKind
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
    data: dict[str, float | str] = {say("day"): float(visit.day)}
    present = scenario.examination.adverse_present
    reasons = [adverse_reason(name, bound.tables) for name in present]
    for muscle in dict.fromkeys(point.muscle for point in bound.plan.points):
        found = visit.percent_of_baseline(muscle)
        if found is not None:
            name = muscle_name(muscle)
            data[say("{muscle} left, % of baseline", muscle=name)] = round(found[0], 1)
            data[say("{muscle} right, % of baseline", muscle=name)] = round(found[1], 1)
            reasons.append(_percent(muscle, found))
    timing = tuple(when_to_review(visit.day, bound))
    data[say("earliest day of review")] = max(float(reason.limit or 0) for reason in timing)
    reasons += timing
    interval = bound.interval
    if interval is None:
        data[say("label interval")] = say("not in the tables")
    else:
        data[say("label interval, days")] = float(interval.days)
        reasons.append(
            Reason(
                say(
                    "Day {day}: the label's interval is {months} months ({interval} days); any "
                    "earlier touch-up is off label.",
                    day=visit.day,
                    months=interval.months,
                    interval=interval.days,
                ),
                interval.id,
                visit.day,
                interval.days,
                "days",
                interval.source_ids,
                interval.grade,
            )
        )
    data[say("first visit, U")] = float(bound.plan.units())
    data[say("first visit, product")] = bound.product.brand
    data[say("first visit, lot")] = bound.plan.lot or say("not given")
    return Outcome(
        Status.NONE,
        SuggestionKind.FOLLOW_UP,
        tuple(reasons),
        data=tuple(data.items()),
        would_change=(say("A later day, or another measurement; never units by themselves."),),
    )


def _percent(muscle: str, found: tuple[float, float]) -> Reason:
    left, right = found
    return Reason(
        say(
            "{muscle}: left at {left} %, right at {right} % of its own baseline. You enter units, "
            "if any; they are checked like any plan.",
            muscle=muscle_name(muscle),
            left=number(left),
            right=number(right),
        ),
        "follow_up.baseline",
        min(found),
        100.0,
        "%",
        ("S108", "S45"),
        "rct",
    )


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
