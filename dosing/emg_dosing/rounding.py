"""*Round*: what the syringe cannot deliver becomes what it can, never above a bound or a total."""

from __future__ import annotations

from fractions import Fraction

from emg_dosing.amounts import caps_of
from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import exact, is_whole, number
from emg_dosing.outcome import Outcome, changed, on_grid
from emg_dosing.pairs import share
from emg_dosing.plan import Point
from emg_dosing.scenario import Scenario
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.values import Reason
from emg_signal.phrase import say


def round_to_syringe(scenario: Scenario, bound: BoundPlan) -> Outcome | None:
    """Return the plan in whole graduations, None if it is or the syringe is not known.

    Fixed patterns of a label stay, and so does a region for which a reason is stated.

    Each side of each muscle keeps its total or loses less than one graduation; within it, single
    points may go to the nearer graduation above.
    """
    step = bound.step
    if step is None:
        return None
    odd = [
        p
        for p in bound.plan.points
        if not is_whole(exact(p.dose.units), step)
        and not bound.is_fixed(p.region)
        and bound.plan.reason_for(p.region) is None  # a person has decided about it
    ]
    if not odd:
        return None
    caps = caps_of(bound.amounts)
    units: dict[str, Fraction] = {}
    for key in dict.fromkeys((p.region, p.muscle, p.side) for p in odd):
        group = [p for p in bound.plan.points if (p.region, p.muscle, p.side) == key]
        now = [exact(p.dose.units) for p in group]
        room = [caps.get(p.id, sum(now, Fraction(0))) for p in group]
        shares = share(sum(now, Fraction(0)), now, step, caps=room)
        units |= {p.id: value for p, value in zip(group, shares, strict=True)}
    new = changed(bound.plan, on_grid(units))
    return Outcome(
        Status.OK,
        SuggestionKind.ROUND,
        tuple(undeliverable(p, step, bound) for p in odd),
        new,
        would_change=(say("Another syringe or dilution, or amounts in whole graduations."),),
    )


def undeliverable(point: Point, step: Fraction, bound: BoundPlan) -> Reason:
    """Return why the syringe cannot deliver a point as it is."""
    units = exact(point.dose.units)
    return Reason(
        say(
            "{point}: {units} units is {count} graduations; one graduation is {step} units.",
            point=bound.point_name(point),
            units=number(units),
            count=number(units / step),
            step=number(step),
        ),
        "check.not_deliverable",
        float(units),
        float(step),
        "U",
    )
