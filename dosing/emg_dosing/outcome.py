"""`Outcome`: what one rule has to say, before it becomes a `Suggestion`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.exact import GRID, exact, floor_units
from emg_dosing.plan import Plan
from emg_dosing.scenario import Scenario
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.values import Reason
from emg_signal.montage import Side

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One rule's answer.

    Parameters
    ----------
    status, kind, reasons
        As in `Suggestion`.
    units
        Point id → new units; empty without a change.
    examine, would_change, data
        As in `Suggestion`.
    """

    status: Status
    kind: SuggestionKind
    reasons: tuple[Reason, ...]
    units: Mapping[str, float] = field(default_factory=dict)
    examine: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    data: tuple[tuple[str, float | str], ...] = ()


Rule = Callable[[Scenario, BoundPlan], Outcome | None]
"""Takes the question and its bound plan; None has nothing to say."""


def on_grid(units: Mapping[str, Fraction]) -> dict[str, float]:
    """Return exact units as floats, rounded down."""
    return {name: floor_units(value) for name, value in units.items()}


def changed(plan: Plan, units: Mapping[str, float]) -> dict[str, float]:
    """Return the entries that differ from the plan; none makes a side's or a muscle's total larger.

    A total one binary step below whole graduations counts as them: what that would add, a millionth
    of a unit or less, is taken off again.
    """
    now = {point.id: point.dose.units for point in plan.points}
    new = {name: value for name, value in units.items() if value != now[name]}
    for (region, muscle), sides in _sides_of(plan, new).items():
        of_muscle = plan.at(region=region, muscle=muscle)
        for points in (*(tuple(p for p in of_muscle if p.side is s) for s in sides), of_muscle):
            gain = sum((exact(new.get(p.id, now[p.id])) - exact(now[p.id]) for p in points), _NONE)
            if 0 < gain <= Fraction(2, GRID):
                largest = max((p.id for p in points if p.id in new), key=lambda name: new[name])
                new[largest] = floor_units(exact(new[largest]) - gain)
    return {name: value for name, value in new.items() if value != now[name]}


def _sides_of(plan: Plan, new: Mapping[str, float]) -> dict[tuple[str, str], set[Side | None]]:
    """Return the sides with a new amount, by region and muscle."""
    found: dict[tuple[str, str], set[Side | None]] = {}
    for p in plan.points:
        if p.id in new:
            found.setdefault((p.region, p.muscle), set()).add(p.side)
    return found
