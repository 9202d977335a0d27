"""What a plan would have led to on the simulated face: a range, for teaching, never for care."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from emg_dosing.plan import Plan
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, say
from emg_simulators.expressions import MUSCLES
from emg_simulators.people import Kind
from emg_simulators.response import WATERMARK, ActivityRange, activity_left, lid_outcome
from emg_training.scenario import TrainingScenario

MODELLED_PRODUCT = "botox_cosmetic_us"
"""The response is known for onabotulinumtoxinA alone; units of another product are not put in."""
DAYS = (14, 90)


@dataclass(frozen=True, slots=True)
class Consequence:
    """What is left of one muscle's activity on one side, on one day, in words."""

    muscle: str
    side: Side
    units: float
    day: int
    left: ActivityRange

    @property
    def text(self) -> Phrase:
        """One line for the debrief."""
        return say(
            "Day {day}: {muscle} {side}, {units:g} units: {low} to {high} % of its activity "
            "remains.",
            day=self.day,
            muscle=self.muscle.replace("_", " "),
            side=str(self.side),
            units=self.units,
            low=round(100 * self.left.low),
            high=round(100 * self.left.high),
        )


def consequences(plan: Plan) -> tuple[Consequence, ...]:
    """Return what every treated muscle would do; empty for a product that is not modelled."""
    if plan.product_id != MODELLED_PRODUCT:
        return ()
    units: dict[tuple[str, Side], float] = defaultdict(float)
    for point in plan.points:
        if point.muscle not in MUSCLES:
            continue
        # A point on the midline reaches both sides alike.
        for side in Side if point.side is None else [point.side]:
            units[point.muscle, side] += point.dose.units / (2 if point.side is None else 1)
    return tuple(
        Consequence(muscle, side, given, day, activity_left(muscle, given, day))
        for day in DAYS
        for (muscle, side), given in units.items()
    )


def outcome_lines(case: TrainingScenario, plan: Plan | None) -> tuple[str, ...]:
    """Return the outcome of giving `plan` to the case's person, in lines for the debrief."""
    if plan is None:
        return ()
    found = consequences(plan)
    if not found:
        return (say("No outcome: units of {product} are not modelled.", product=plan.product_id),)
    lines: list[str] = [WATERMARK, *(consequence.text for consequence in found)]
    frontalis = [c for c in found if c.muscle == "frontalis" and c.day == DAYS[0]]
    for consequence in frontalis:
        lid = lid_outcome(compensates=_compensates(case), frontalis=consequence.left)
        lines.append(
            say(
                "Lid {side}: {verdict} to look lower. {reason}",
                side=str(consequence.side),
                verdict=lid.verdict,
                reason=lid.reason,
            )
        )
    return tuple(lines)


def _compensates(case: TrainingScenario) -> bool:
    examined = case.examination or {}
    lid = bool(examined.get("ptosis") or examined.get("dermatochalasis"))
    return lid or case.patient.person.kind is Kind.BROW_COMPENSATION
