"""How often each reading of a later visit is right: ``python benchmarks/dosing_effect_courses.py``.

People are drawn with a known residual activity on each side: 10,000 in each cell of fall, placement
spread, variation of the holds and order of the holds. Half of the variation is effort, which both
sides share; holds in a row drift with the lag-1 correlation of patient `typical`. The rules' own
functions read all of a cell at once. Beside them stands what the eye does: now below half.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from emg_dosing.effect_reading import Blur
from emg_dosing.log_change import TAIL, change, lag_of, least_change, placement_spread
from emg_dosing.tables import Tables, load_tables
from emg_simulators.scenario import load_scenario

FALLS = (0.0, 0.2, 0.5, 0.64, 0.8, 0.9)
"""Share of the activity that is gone; 64 % is the corrugator after 8 U (S45)."""
PLACEMENTS = (0.0, 10.0, 20.0)
VARIATIONS = (10.0, 20.0, 35.0)
HOLDS = 5
SITES = 4
EFFORT = 0.5
"""Share of the holds' variance that both sides have in common (engineering judgement)."""

Sides = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Cell:
    """People of one kind.

    Parameters
    ----------
    placement, variation
        Percent.
    drift
        Lag-1 correlation of the holds; 0 for holds in turn.
    left, right
        What is left of each side's activity.
    """

    placement: float
    variation: float
    drift: float
    left: float
    right: float

    def blur(self, tables: Tables) -> Blur:
        """Return what the rules reckon with: the true placement, and drift where there is some."""
        factor = tables.policy_rule("holds_in_a_row").value if self.drift else 1.0
        return Blur(placement_spread(self.placement), factor)


@dataclass(frozen=True)
class Rates:
    """Share of people of whom each reading says something, %."""

    shown: float
    not_shown: float
    rise: float
    lags: float
    no_effect: float
    spread: float
    eye: float
    eye_lags: float


def visit(
    cell: Cell, residual: tuple[float, float], draw: np.random.Generator, count: int
) -> Sides:
    """Return the logarithms of the holds of both sides, each ``(count, HOLDS)``."""
    spread = placement_spread(cell.variation)
    effort = _drifting(draw, count, cell.drift) * spread * np.sqrt(EFFORT)
    sides = []
    for left in residual:
        own = _drifting(draw, count, cell.drift) * spread * np.sqrt(1.0 - EFFORT)
        placed = draw.normal(0.0, placement_spread(cell.placement), (count, 1))
        sides.append(np.log(left) + placed + effort + own)
    return sides[0], sides[1]


def _drifting(draw: np.random.Generator, count: int, rho: float) -> np.ndarray:
    """Return standard normal holds with a lag-1 correlation."""
    found = draw.normal(size=(count, HOLDS))
    for hold in range(1, HOLDS):
        found[:, hold] = rho * found[:, hold - 1] + np.sqrt(1 - rho**2) * found[:, hold]
    return found


def rates(cell: Cell, tables: Tables, draw: np.random.Generator, count: int) -> Rates:
    """Return what is read of a cell."""
    before = visit(cell, (1.0, 1.0), draw, count)
    now = visit(cell, (cell.left, cell.right), draw, count)
    blur = cell.blur(tables)
    placed = {"placed": blur.placed, "widened": blur.widened}
    found = np.array([change(b, n) for b, n in zip(before, now, strict=True)])
    least = np.array([least_change(b, n, **placed) for b, n in zip(before, now, strict=True)])
    many = np.array(
        [least_change(b, n, **placed, tail=TAIL / SITES) for b, n in zip(before, now, strict=True)]
    )
    lag, least_lag = lag_of(before, now, **placed)
    half = np.log(tables.policy_rule("no_effect").value / 100.0)
    percents = np.exp(found)
    return Rates(
        *(
            100.0 * float(np.mean(share))
            for share in (
                found[0] < -least[0],
                np.abs(found[0]) <= least[0],
                found[0] > least[0],
                np.abs(lag) > least_lag,
                np.all(found - least > half, axis=0),
                found[0] < -many[0],
                percents[0] < 0.5,
                np.any(percents < 0.5, axis=0) & ~np.all(percents < 0.5, axis=0),
            )
        )
    )


def cells(drift: float) -> Iterator[Cell]:
    """Yield every cell of even sides, and those in which the right side lags."""
    for placement in PLACEMENTS:
        for variation in VARIATIONS:
            for fall in FALLS:
                for ratio in (1.0, 2.0, 3.0):
                    left = 1.0 - fall
                    if ratio == 1.0 or left * ratio <= 1.0 + 1e-9:
                        yield Cell(placement, variation, drift, left, left * ratio)


SUMMARY = (
    ("shown, 20", 0.2, 1.0, "shown"),
    ("50", 0.5, 1.0, "shown"),
    ("64", 0.64, 1.0, "shown"),
    ("80", 0.8, 1.0, "shown"),
    ("90", 0.9, 1.0, "shown"),
    ("lags, 2 x", 0.8, 2.0, "lags"),
    ("3 x", 0.8, 3.0, "lags"),
    ("no effect, 0", 0.0, 1.0, "no_effect"),
    ("spread, 80", 0.8, 1.0, "spread"),
    ("eye, 50", 0.5, 1.0, "eye"),
    ("64", 0.64, 1.0, "eye"),
    ("eye: lags, 2 x", 0.64, 2.0, "eye_lags"),
)
"""Heading, fall of the left side, ratio of the right, reading: what is there and is seen."""
FALSE = (
    ("shown", (0.0,), "shown"),
    ("rise", (0.0,), "rise"),
    ("lags", FALLS, "lags"),
    ("no effect", (0.5, 0.64, 0.8, 0.9), "no_effect"),
    ("spread", (0.0,), "spread"),
    ("eye: below half", (0.0, 0.2), "eye"),
    ("eye: one side", FALLS, "eye_lags"),
)
"""Heading, falls of both sides alike, reading: the largest share of people of whom it is wrong."""

Read = dict[Cell, Rates]


def summary(read: Read, drift: float) -> Iterator[str]:
    """Yield the two tables of one order of the holds."""
    yield "Seen, % of people, by the fall in % (or how much more the other side kept):"
    yield ""
    yield from _head([heading for heading, *_ in SUMMARY])
    for placement in PLACEMENTS:
        for variation in VARIATIONS:
            values = [
                getattr(read[_cell(placement, variation, drift, fall, ratio)], name)
                for _, fall, ratio, name in SUMMARY
            ]
            yield _row(placement, variation, values)
    yield "\nFalse alarms on even sides, the largest of all falls, %:\n"
    yield from _head([heading for heading, *_ in FALSE])
    for placement in PLACEMENTS:
        for variation in VARIATIONS:
            values = [
                max(
                    getattr(read[_cell(placement, variation, drift, fall, 1.0)], name)
                    for fall in falls
                )
                for _, falls, name in FALSE
            ]
            yield _row(placement, variation, values)


def _cell(placement: float, variation: float, drift: float, fall: float, ratio: float) -> Cell:
    left = 1.0 - fall
    return Cell(placement, variation, drift, left, left * ratio)


def _head(names: list[str]) -> Iterator[str]:
    yield "| " + " | ".join(("placement %", "varies %", *names)) + " |"
    yield "|---" * (len(names) + 2) + "|"


def _row(placement: float, variation: float, values: list[float]) -> str:
    numbers = " | ".join(f"{value:.1f}" for value in values)
    return f"| {placement:.0f} | {variation:.0f} | {numbers} |"


def main() -> None:
    """Print the tables, of every cell with ``--cells``."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cells", action="store_true")
    asked = parser.parse_args()
    tables, draw = load_tables(), np.random.default_rng(asked.seed)
    for name, drift in (
        ("in turn", 0.0),
        ("in a row, as `typical` drifts", load_scenario("typical").person.effort_drift),
    ):
        read = {cell: rates(cell, tables, draw, asked.people) for cell in cells(drift)}
        print(f"\nHolds {name}, {len(read)} cells of {asked.people} people.\n")
        for cell, found in read.items() if asked.cells else ():
            print(cell, found)
        for line in summary(read, drift):
            print(line)


if __name__ == "__main__":
    main()
