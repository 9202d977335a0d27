"""How many healthy faces would get an EMG shift: ``python benchmarks/dosing_healthy_faces.py``.

Faces are drawn from half-normal, gamma and lognormal fits to the published mean and spread of the
absolute asymmetry index of each muscle; sides are drawn evenly. The plan has equal sides, in the
amounts and with the syringe that leave the most room for a shift. Nothing about the draw is tuned:
where a healthy face is shifted too often, the dead band is what widens (norms.toml,
widening_percent).
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from dataclasses import dataclass

import numpy as np

from emg_dosing.examination import Examination
from emg_dosing.measured import MeasuredFace, MeasuredPair, Placement
from emg_dosing.plan import Plan, Point, Syringe, Vial
from emg_dosing.rows import NormRow
from emg_dosing.suggest import Scenario, suggest
from emg_dosing.suggestion import SuggestionKind
from emg_dosing.tables import Tables, load_tables
from emg_dosing.values import Dose
from emg_signal.chunk import Origin
from emg_signal.montage import Side
from emg_signal.symmetry import asymmetry_index

FITS = ("half-normal", "gamma", "lognormal")
REGIONS = {
    "forehead": "frontalis",
    "gummy_smile_posterior": "zygomaticus",
    "perioral": "orbicularis_oris",
}
SHIFTABLE = {region: muscle for region, muscle in REGIONS.items() if region != "forehead"}
BOARDS = {250.0: 65.0, 500.0: 131.0, 1000.0: 262.0}
PRODUCT = "botox_cosmetic_us"


@dataclass(frozen=True)
class Repeatability:
    """Spread of a repetition and of a placement, as log ratio of the sides."""

    name: str
    repetition: float
    placement: float


# sd of ln L - ln R is variation x sqrt(2 (1 - correlation)).
EXACT = Repeatability("every repetition exact", 0.0, 0.0)
STEADY = Repeatability("10 %, sides correlated 0.8", 0.1 * math.sqrt(0.4), 0.0)
USUAL = Repeatability("20 %, correlated 0.5, placement 20 %", 0.2, 0.2)
CONDITIONS = (EXACT, STEADY, USUAL)


def draw_index(row: NormRow, fit: str, draw: np.random.Generator, count: int) -> np.ndarray:
    """Return signed indices in percent, at most 99.9 (an index of 100 has no ratio)."""
    if fit == "half-normal":
        absolute = np.abs(draw.normal(0.0, row.mean * math.sqrt(math.pi / 2), count))
    elif fit == "gamma":
        absolute = draw.gamma((row.mean / row.sd) ** 2, row.sd**2 / row.mean, count)
    else:
        variance = math.log(1 + (row.sd / row.mean) ** 2)
        absolute = draw.lognormal(math.log(row.mean) - variance / 2, math.sqrt(variance), count)
    return np.minimum(absolute, 99.9) * draw.choice((-1.0, 1.0), count)


def even_plan(regions: dict[str, str]) -> Plan:
    """Return 4 U per side in each region: where 10 % of a side is one graduation."""
    points = tuple(
        Point(f"{region}.{side}", region, muscle, side, Dose(4.4, PRODUCT))
        for region, muscle in regions.items()
        for side in Side
    )
    return Plan(PRODUCT, points, vial=Vial(100.0, 2.5), syringe=Syringe(1.0, 0.01, 5.0))


def measured_pair(
    muscle: str, index: float, fs_hz: float, spread: Repeatability, draw: np.random.Generator
) -> MeasuredPair:
    """Return two placements of five repetitions of a face with this true index."""
    if spread.repetition == spread.placement == 0:
        exact = (Placement(index, index, index, 5),) * 2
        return MeasuredPair(muscle, exact, fs_hz, 20.0, BOARDS[fs_hz], tap_test_passed=True)
    ratio = 2 * math.atanh(index / 100)
    placements = []
    for _ in range(2):
        ratios = ratio + draw.normal(0, spread.placement) + draw.normal(0, spread.repetition, 5)
        left, right = 40 * np.exp(ratios / 2), 40 * np.exp(-ratios / 2)
        estimate, (low, high) = asymmetry_index(left.tolist(), right.tolist())
        low, high = min(low, estimate), max(high, estimate)
        placements.append(Placement(estimate, low, high, 5))
    return MeasuredPair(muscle, tuple(placements), fs_hz, 20.0, BOARDS[fs_hz], tap_test_passed=True)


def faces(
    tables: Tables,
    fit: str,
    spread: Repeatability,
    fs_hz: float,
    count: int,
    regions: dict[str, str] = REGIONS,
    seed: int = 1,
) -> Counter[str]:
    """Return how often each answer came, by ``status kind``."""
    draw = np.random.default_rng(seed)
    norms = {row.muscle: row for row in tables.all(NormRow)}
    indices = {m: draw_index(norms[m], fit, draw, count) for m in regions.values()}
    plan, seen = even_plan(regions), Counter[str]()
    for face in range(count):
        pairs = tuple(
            measured_pair(m, float(indices[m][face]), fs_hz, spread, draw) for m in indices
        )
        measured = MeasuredFace(pairs, 1.0, Origin.SIMULATED)
        answer = suggest(Scenario(plan, measured, Examination.nothing_found()), tables)
        seen[f"{answer.status.value} {answer.kind.value}"] += 1
    return seen


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faces", type=int, default=10_000)
    count = parser.parse_args(arguments).faces
    tables = load_tables()
    groups = {
        "forehead, gummy smile, lip lines": REGIONS,
        "gummy smile, lip lines": SHIFTABLE,
        **{region: {region: muscle} for region, muscle in SHIFTABLE.items()},
    }
    print("| regions | fit | repeatability | samples/s | no shift, % | none | refused | shift |")
    print("|---|---|---|---|---|---|---|---|")
    for group, regions in groups.items():
        for fit in FITS:
            for spread in CONDITIONS:
                for fs_hz in (1000.0,) if spread is not EXACT else BOARDS:
                    seen = faces(tables, fit, spread, fs_hz, count, regions)
                    shifts = seen[f"ok {SuggestionKind.EMG_SHIFT.value}"]
                    refused = sum(n for name, n in seen.items() if name.startswith("refused"))
                    print(
                        f"| {group} | {fit} | {spread.name} | {fs_hz:g} "
                        f"| {100 - 100 * shifts / count:.2f} | {seen['none nothing']} "
                        f"| {refused} | {shifts} |"
                    )


if __name__ == "__main__":
    main(sys.argv[1:])
