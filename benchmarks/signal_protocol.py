"""How often the interval of the real protocol holds the truth, where holds drift.

    python benchmarks/signal_protocol.py            # the table of docs/signal.md

Each trial goes through the cues that a person gets and through `Measuring`. A person's effort on
each side is log-normal around a set gain and drifts in time: its correlation from one hold to the
next is the lag-1 correlation, whoever's turn it is. The seed is fixed. The truth is the set index.
"""

from __future__ import annotations

import argparse
import itertools

import numpy as np

from emg_session.collector import FinishedCue
from emg_session.measuring import Conditions, Measuring
from emg_session.montage_files import default_montage
from emg_session.protocol import CueKind, CuePurpose, Protocol
from emg_signal.chunk import FloatArray, Origin
from emg_signal.filters import Band
from emg_ui.text.spoken_cues import measuring_protocol, reference_and_repetitions

MONTAGE = default_montage(8)
MUSCLES = tuple(pair.muscle for pair in MONTAGE.pairs)
TRUE_PERCENT = 20.0
FULL_UV = 60.0 * np.where(np.arange(8) % 2 == 0, 1.2, 0.8)
REST_UV = 2.0
OLD_LIMIT_PERCENT = 30.0
CORRELATIONS, VARIATIONS = (0.0, 0.25, 0.5), (0.1, 0.2, 0.3, 0.4)
PROTOCOLS = {
    "four in turn": reference_and_repetitions(MUSCLES, MUSCLES),
    "three in turn": reference_and_repetitions(MUSCLES[:3], MUSCLES),
    "one in a row": measuring_protocol(MUSCLES[0]),
}


def efforts(rng: np.random.Generator, n: int, variation: float, correlation: float) -> FloatArray:
    """Return ``(8, n)`` factors around 1 of holds in time, with that lag-1 correlation."""
    sigma = np.sqrt(np.log1p(variation**2))
    logs = rng.normal(0.0, sigma, (8, n))
    for i in range(1, n):
        logs[:, i] = correlation * logs[:, i - 1] + np.sqrt(1 - correlation**2) * logs[:, i]
    return np.exp(logs)


def one_person(protocol: Protocol, factors: FloatArray) -> Measuring:
    """Return what was measured of one person by one protocol."""
    conditions = Conditions(
        "", MONTAGE, "benchmark", Origin.SIMULATED, 24.0, 250.0, Band(20, 65), 0.125
    )
    measuring = Measuring(conditions, None, utc_now=lambda: "", now_s=lambda: 0.0)
    measuring.begin(protocol)
    signs = np.where(np.arange(250) % 2 == 0, 1.0, -1.0)
    holds = iter(factors.T)
    for cue in protocol.cues:
        level = np.full(8, REST_UV)
        if cue.kind is CueKind.CONTRACT:
            asked = [s.muscle in measuring.muscles_of(cue) for s in MONTAGE.sites]
            level = np.where(asked, FULL_UV * next(holds), REST_UV)
        if cue.purpose is not CuePurpose.PAUSE:
            measuring.take(FinishedCue(cue, level[:, None] * signs))
    return measuring


def coverage(
    protocol: Protocol, variation: float, correlation: float, *, trials: int
) -> tuple[float, float, float]:
    """Return the shares, in %, of intervals that hold, of people who finish, and at the old gate.

    The old gate asked of each site that its three reference holds vary by at most 30 %.
    """
    rng = np.random.default_rng(1)
    n = sum(cue.kind is CueKind.CONTRACT for cue in protocol.cues)
    held: list[bool] = []
    finished = passed = 0
    for _ in range(trials):
        measuring = one_person(protocol, efforts(rng, n, variation, correlation))
        finished += measuring.measurement is not None
        calibration = measuring.calibration
        passed += calibration is not None and all(
            site.variation_percent <= OLD_LIMIT_PERCENT for site in calibration.sites
        )
        for symmetry in () if measuring.measurement is None else measuring.measurement.symmetries:
            low, high = symmetry.interval_percent
            held.append(low <= TRUE_PERCENT <= high)
    return 100.0 * float(np.mean(held)), 100.0 * finished / trials, 100.0 * passed / trials


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=500)
    trials = parser.parse_args().trials
    for name, protocol in PROTOCOLS.items():
        measured = {m for cue in protocol.cues for m in cue.muscles if cue.repetition == 5}
        people = trials * len(MUSCLES) // len(measured)  # as many intervals of each protocol
        holds = sum(cue.kind is CueKind.CONTRACT for cue in protocol.cues)
        print(f"\n{name}: {holds} holds, {protocol.end_s / 60:.1f} min of cues, {people} people")
        print("| correlation | variation | covers, % | finish, % | by the old gate, % |")
        print("|---:|---:|---:|---:|---:|")
        for correlation, variation in itertools.product(CORRELATIONS, VARIATIONS):
            shares = coverage(protocol, variation, correlation, trials=people)
            print(
                f"| {correlation} | {variation:.0%} | "
                + " | ".join(f"{s:.1f}" for s in shares)
                + " |"
            )


if __name__ == "__main__":
    main()
