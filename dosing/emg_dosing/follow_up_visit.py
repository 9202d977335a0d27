"""The later visit's answer: each side against its own baseline, and the days that count."""

from __future__ import annotations

from emg_dosing.check_person import label_interval
from emg_dosing.exact import number
from emg_dosing.outcome import Outcome
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy
from emg_dosing.scenario import Scenario
from emg_dosing.tables import Tables
from emg_dosing.values import Kind, Reason, Status


def follow_up(scenario: Scenario, plan: Plan, tables: Tables, policy: Policy) -> Outcome | None:
    """Return the data of a later visit, never units; None on a first visit."""
    visit = scenario.follow_up
    if visit is None:
        return None
    data: dict[str, float | str] = {"day": float(visit.day)}
    reasons: list[Reason] = []
    for muscle in dict.fromkeys(point.muscle for point in plan.points):
        found = visit.percent_of_baseline(muscle)
        if found is not None:
            data[f"{muscle} left, % of baseline"] = round(found[0], 1)
            data[f"{muscle} right, % of baseline"] = round(found[1], 1)
            reasons.append(_percent(muscle, found))
    earliest, why = _earliest(plan, tables, policy)
    data["earliest day of review"] = float(earliest)
    reasons.append(why)
    interval = label_interval(tables, plan.product_id)
    if interval is None:
        data["label interval"] = "not in the tables"
    else:
        data["label interval, days"] = float(interval.days)
        reasons.append(
            Reason(
                f"Day {visit.day}: the label's interval is {interval.months} months "
                f"({interval.days} days); any earlier touch-up is off label.",
                interval.id,
                visit.day,
                interval.days,
                "days",
                interval.source_ids,
                interval.grade,
            )
        )
    data["first visit, U"] = float(plan.units())
    data["first visit, product"] = plan.product_id
    data["first visit, lot"] = plan.lot or "not given"
    return Outcome(Status.NONE, Kind.FOLLOW_UP, tuple(reasons), data=tuple(data.items()))


def _percent(muscle: str, found: tuple[float, float]) -> Reason:
    left, right = found
    return Reason(
        f"{muscle.replace('_', ' ')}: left at {number(left)} %, right at {number(right)} % of its "
        "own baseline. You enter units, if any; they are checked like any plan.",
        "follow_up.baseline",
        min(found),
        100.0,
        "%",
        ("S108", "S45"),
        "rct",
    )


def _earliest(plan: Plan, tables: Tables, policy: Policy) -> tuple[int, Reason]:
    """Return the earliest day: the review day or the latest peak of the plan's regions."""
    peaks = [(tables.region(r).peak_days or 0, r) for r in plan.regions]
    peak, region = max(peaks)
    first = int(policy.review_day)
    if peak > first:
        source = tables.region(region).peak_source
        text = f"Not before day {peak}: {region} peaks then."
        return peak, Reason(
            text, f"{region}.peak", peak, peak, "days", (source,) if source else (), "cohort"
        )
    text = f"Not before day {first}, at about the full effect."
    return first, Reason(
        text, "policy.review_day", first, first, "days", ("S26", "S49", "S61"), "consensus"
    )
