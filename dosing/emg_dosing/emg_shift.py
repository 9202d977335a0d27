"""*EMG shift*: one graduation from the less to the more active side, when every gate is met.

No study has changed units by a measured asymmetry and improved the outcome, so this is the rarest
answer: bounded by one graduation of the syringe and a tenth of the smaller side, within the pair's
own total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from emg_dosing.amounts import caps_of
from emg_dosing.bound_plan import BoundPlan
from emg_dosing.chain import Constraint, Ground, run_chain
from emg_dosing.check import each_finding
from emg_dosing.exact import GRID, exact, number
from emg_dosing.healthy import side_words
from emg_dosing.outcome import Outcome, changed, on_grid
from emg_dosing.pairs import other
from emg_dosing.plan import Point
from emg_dosing.scenario import Scenario
from emg_dosing.shift_gates import NEVER_CONSTRAINTS, SHIFT_CONSTRAINTS
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.values import Grade, Reason
from emg_signal.montage import Side
from emg_signal.phrase import say


def emg_shift(
    scenario: Scenario,
    bound: BoundPlan,
    constraints: Sequence[Constraint] = SHIFT_CONSTRAINTS,
    never: Sequence[Constraint] = NEVER_CONSTRAINTS,
) -> Outcome | None:
    """Return the first pair's shift that every gate allows, else why there is none.

    None if no pair of the plan was measured.

    Parameters
    ----------
    scenario
        Measurement, examination, profile.
    bound
        The scenario's plan with its bounds and names.
    constraints
        The gates; only tests give others.
    never
        Asked first: where one of these refuses, nothing else is said.
    """
    step = bound.step
    against: list[Reason] = []
    for pair in bound.pairs:
        measured = None if scenario.measured is None else scenario.measured.pair(pair.muscle)
        if measured is None:
            continue
        if measured.smaller.index_percent == 0:
            name = bound.pair_name(pair)
            text = say("{pair}: both sides alike.", pair=name)
            against.append(Reason(text, "shift.alike", 0.0, None, "%"))
            continue
        taker = Side.LEFT if measured.smaller.index_percent > 0 else Side.RIGHT
        ground = Ground(scenario, bound, pair, taker)
        # Without a step the gates are asked all the same, of one unit: `step_known` then refuses
        # beside the other reasons, and the person reads all of them at once.
        result = run_chain(step or Fraction(1), never, ground)
        if not result.reasons:
            result = run_chain(step or Fraction(1), constraints, ground)
        if result.broken:
            return Outcome(Status.REFUSED, SuggestionKind.EMG_SHIFT, result.reasons)
        if step is None or result.units < step:
            against += result.reasons
            continue
        outcome = _shifted(ground, step, measured.smaller.index_percent)
        if outcome.units:
            return outcome
        against += outcome.reasons
    return Outcome(Status.NONE, SuggestionKind.NOTHING, tuple(against)) if against else None


def _shifted(ground: Ground, step: Fraction, index_percent: float) -> Outcome:
    """Return the shift, unless the resulting plan would have a finding that this one has not."""
    pair, taker = ground.pair, ground.taker
    index = _strongest(ground, step)
    if index is None:
        text = say("{pair}: no point may take one graduation more.", pair=ground.name)
        return Outcome(Status.NONE, SuggestionKind.NOTHING, (Reason(text, "policy.clinic"),))
    gains, gives = pair.points(taker)[index], pair.points(other(taker))[index]
    units = {
        gains.id: exact(gains.dose.units) + step,
        # `_holds` forgives the grid: of the graduation it gives, a millionth or two may lack.
        gives.id: max(Fraction(0), exact(gives.dose.units) - step),
    }
    new = changed(ground.bound.plan, on_grid(units))
    if fresh := _new_findings(ground, ground.bound.with_units(new)):
        return Outcome(Status.NONE, SuggestionKind.NOTHING, fresh)
    reason = Reason(
        say(
            "{pair}: {sides} in the smaller of {count} placements; {step} units go from {giver} to "
            "{taker}, within the pair's total. No study shows that this helps.",
            pair=ground.name,
            sides=side_words(index_percent),
            count=len(_placements(ground)),
            step=number(step),
            giver=ground.giver.value,
            taker=taker.value,
        ),
        "shift.one_graduation",
        float(step),
        float(step),
        "U",
    )
    return Outcome(
        Status.OK,
        SuggestionKind.EMG_SHIFT,
        (reason,),
        new,
        would_change=(
            say("Another measurement with a smaller asymmetry, or with a wider repeatability."),
        ),
    )


def _strongest(ground: Ground, step: Fraction) -> int | None:
    """Return the index of the mirrored points with the most units, the first of equals.

    Of those only whose point on the giving side holds a graduation to give, and whose other point
    has room for it; None if there is none.
    """
    pair, caps = ground.pair, caps_of(ground.bound.amounts)
    sums = [a.dose.units + b.dose.units for a, b in zip(pair.left, pair.right, strict=True)]
    able = [
        i
        for i, (gives, gains) in enumerate(
            zip(pair.points(ground.giver), pair.points(ground.taker), strict=True)
        )
        if _holds(gives, step) and _has_room(gains, step, caps)
    ]
    return max(able, key=lambda i: sums[i], default=None)


def _has_room(point: Point, step: Fraction, caps: Mapping[str, Fraction]) -> bool:
    """Whether a point may take a graduation more."""
    return point.id not in caps or exact(point.dose.units) + step <= caps[point.id]


def _holds(point: Point, step: Fraction) -> bool:
    """Whether a point holds a graduation, forgiving the grid on which units are kept."""
    return exact(point.dose.units) + Fraction(2, GRID) >= step


def _new_findings(ground: Ground, after: BoundPlan) -> tuple[Reason, ...]:
    """Return the findings heavier than INFO that only the resulting plan has."""
    scenario = ground.scenario

    def found(bound: BoundPlan) -> dict[tuple[str, str, str], Reason]:
        checked = each_finding(bound, scenario.examination, scenario.today)
        return {
            (f.grade, f.rule_id, f.place): Reason(
                say(
                    "Not possible: the resulting plan would have a new finding. {finding}",
                    finding=f.text,
                ),
                f.rule_id,
                sources=f.sources,
                evidence=f.evidence,
            )
            for f in checked
            if f.grade is not Grade.INFO
        }

    before, afterwards = found(ground.bound), found(after)
    return tuple(reason for key, reason in afterwards.items() if key not in before)


def _placements(ground: Ground) -> tuple[object, ...]:
    measured = ground.measured
    return () if measured is None else measured.placements
