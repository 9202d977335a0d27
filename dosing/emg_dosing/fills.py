"""`fills_of`: which points each syringe holds, where one syringe does not hold the plan."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from emg_dosing.exact import exact
from emg_dosing.plan import Plan
from emg_dosing.preparation import Preparation

EXACT_ML = 6
"""Decimals of a volume that count: far below any syringe's line, above a float's rounding."""


@dataclass(frozen=True, slots=True)
class Fill:
    """What is drawn up at once, for consecutive points of the plan.

    Parameters
    ----------
    first, last
        Numbers of its points, from 1, in the order of the plan.
    ml
        Volume, mL.
    first_vial, last_vial
        Numbers of the vials that it comes from, from 1.
    syringes
        How many it takes: 1, or more where a single point is larger than the syringe.
    """

    first: int
    last: int
    ml: float
    first_vial: int
    last_vial: int
    syringes: int


def fills_of(plan: Plan, preparation: Preparation) -> tuple[Fill, ...]:
    """Return what is drawn up one after the other: whole points, in the order of the plan.

    Parameters
    ----------
    plan
        With its vial and syringe.
    preparation
        Of that plan.
    """
    if plan.syringe is None or plan.vial is None:
        return ()
    holds = exact(plan.syringe.volume_ml)
    runs: list[list[int]] = []
    room = Fraction(0)
    volumes = [exact(round(draw.drawn_ml, EXACT_ML)) for draw in preparation.draws]
    for index, volume in enumerate(volumes):
        if not runs or volume > room:
            runs.append([])
            room = holds
        runs[-1].append(index)
        room -= volume
    planned = [exact(point.dose.units) for point in plan.points]
    return tuple(_fill(run, volumes, planned, holds, exact(plan.vial.units)) for run in runs)


def _fill(
    run: list[int],
    volumes: list[Fraction],
    planned: list[Fraction],
    holds: Fraction,
    vial: Fraction,
) -> Fill:
    before, after = sum(planned[: run[0]]), sum(planned[: run[-1] + 1])
    volume = sum((volumes[index] for index in run), Fraction(0))
    first_vial = math.floor(before / vial) + 1
    return Fill(
        first=run[0] + 1,
        last=run[-1] + 1,
        ml=float(volume),
        first_vial=first_vial,
        last_vial=max(first_vial, math.ceil(after / vial)),
        syringes=max(1, math.ceil(volume / holds)),
    )
