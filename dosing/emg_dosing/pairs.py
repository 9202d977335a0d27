"""`SidePair`: the points of one muscle in one region, left beside right."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from emg_dosing.exact import GRID, exact
from emg_dosing.plan import Plan, Point
from emg_signal.montage import Side


@dataclass(frozen=True, slots=True)
class SidePair:
    """Left and right points of one muscle in one region; the i-th ones mirror each other."""

    region: str
    muscle: str
    left: tuple[Point, ...]
    right: tuple[Point, ...]

    def points(self, side: Side) -> tuple[Point, ...]:
        """Return the points of one side."""
        return self.left if side is Side.LEFT else self.right

    def units(self, side: Side) -> Fraction:
        """Return the units of one side."""
        return sum((exact(p.dose.units) for p in self.points(side)), Fraction(0))

    @property
    def gap(self) -> Fraction:
        """Left minus right, units."""
        return self.units(Side.LEFT) - self.units(Side.RIGHT)

    @property
    def mirrors(self) -> bool:
        """Whether both sides have the same number of points."""
        return len(self.left) == len(self.right)


def pairs_of(plan: Plan) -> tuple[SidePair, ...]:
    """Return the pairs of a plan in the order of their first point; midline points have none."""
    keys = dict.fromkeys((p.region, p.muscle) for p in plan.points if p.side is not None)
    return tuple(
        SidePair(
            region,
            muscle,
            plan.at(region=region, muscle=muscle, side=Side.LEFT),
            plan.at(region=region, muscle=muscle, side=Side.RIGHT),
        )
        for region, muscle in keys
    )


def other(side: Side) -> Side:
    """Return the opposite side."""
    return Side.RIGHT if side is Side.LEFT else Side.LEFT


def share(
    target: Fraction,
    weights: list[Fraction],
    step: Fraction | None,
    caps: list[Fraction] | None = None,
) -> list[Fraction]:
    """Share `target` out in proportion to `weights`, in whole steps.

    Steps that are left go to the largest remainders, the first of equals; none goes above its
    cap. The sum never exceeds `target`.

    Parameters
    ----------
    target
        Units to share.
    weights
        One per point, not negative; all zero shares evenly.
    step
        Units of one graduation, None for the grid on which units are kept.
    caps
        Largest amount of each point, None for none.
    """
    weights = weights if any(weights) else [Fraction(1)] * len(weights)
    ideal = _filled(target, weights, caps)
    step = step or Fraction(1, GRID)
    total = min(_steps(target, step), sum(_steps(i, step) + 1 for i in ideal))
    most = [total if caps is None else _steps(caps[i], step) for i in range(len(ideal))]
    counts = [min(_steps(i, step), total, top) for i, top in zip(ideal, most, strict=True)]
    # Largest remainder first; sorting is stable, so equals go by their place and both sides alike.
    order = sorted(range(len(ideal)), key=lambda i: counts[i] * step - ideal[i])
    while sum(counts) < total and any(counts[i] < most[i] for i in order):
        for i in order:
            if sum(counts) < total and counts[i] < most[i]:
                counts[i] += 1
    return [count * step for count in counts]


def _filled(
    target: Fraction, weights: list[Fraction], caps: list[Fraction] | None
) -> list[Fraction]:
    """Return `target` in proportion to `weights`; what a cap turns away goes to the others."""
    found = [Fraction(0)] * len(weights)
    open_, left = [i for i, weight in enumerate(weights) if weight], target
    while open_ and left > 0:
        parts = {i: left * weights[i] / sum(weights[j] for j in open_) for i in open_}
        full = [i for i in open_ if caps is not None and found[i] + parts[i] >= caps[i]]
        if not full:
            for i in open_:
                found[i] += parts[i]
            return found
        assert caps is not None  # noqa: S101 - only a cap fills
        for i in full:
            left -= max(caps[i] - found[i], Fraction(0))
            found[i] = max(caps[i], found[i])
            open_.remove(i)
    return found


def _steps(value: Fraction, step: Fraction) -> int:
    """Return the whole steps in `value`, forgiving the grid on which units are kept."""
    nearest = round(value / step)
    # Sums of numbers on the grid may fall short of a step by a millionth or two; where the step is
    # the grid itself, that would be a whole step.
    forgiven = Fraction(2, GRID) if step > Fraction(4, GRID) else 0
    return nearest if abs(nearest * step - value) <= forgiven else value // step
