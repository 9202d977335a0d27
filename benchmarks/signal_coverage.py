"""How often the repeatability interval holds the truth, by simulation.

    python benchmarks/signal_coverage.py            # the tables of docs/signal.md

Each of the trials draws n repetitions of both sides, log-normal with the stated coefficient of
variation and correlation between sides, around a true asymmetry of 20 %. The seed is fixed.
"""

from __future__ import annotations

import argparse
import itertools

import numpy as np

from emg_signal.symmetry import asymmetry_index

TRUE_PERCENT = 20.0
TRUE_LOG_RATIO = 2.0 * np.arctanh(TRUE_PERCENT / 100.0)


def draw(
    rng: np.random.Generator, trials: int, n: int, variation: float, correlation: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return (trials, n) amplitudes of left and right."""
    sigma = np.sqrt(np.log1p(variation**2))
    covariance = sigma**2 * np.array([[1.0, correlation], [correlation, 1.0]])
    logs = rng.multivariate_normal([TRUE_LOG_RATIO, 0.0], covariance, size=(trials, n))
    return np.exp(logs[..., 0]), np.exp(logs[..., 1])


def coverage(
    n: int,
    variation: float,
    correlation: float,
    *,
    trials: int,
    seed: int = 1,
    placement: float = 0.0,
) -> float:
    """Return the share of trials whose interval holds the true index.

    `placement` is the coefficient of variation that where the electrodes sit adds to each
    side, the same for all repetitions of a trial.
    """
    rng = np.random.default_rng(seed)
    left, right = draw(rng, trials, n, variation, correlation)
    moved = np.exp(rng.normal(0.0, np.sqrt(np.log1p(placement**2)), size=(2, trials, 1)))
    held = 0
    for one_left, one_right in zip(left * moved[0], right * moved[1], strict=True):
        _, (low, high) = asymmetry_index(one_left, one_right)
        held += low <= TRUE_PERCENT <= high
    return held / trials


def ratio_of_means_coverage(n: int, variation: float, correlation: float, *, trials: int) -> float:
    """Return the same for the usual index of means with a normal interval (z = 1.96)."""
    rng = np.random.default_rng(1)
    left, right = draw(rng, trials, n, variation, correlation)
    a, b = left.mean(axis=1), right.mean(axis=1)
    index = (a - b) / (a + b)
    covariance = np.mean(
        (left - a[:, None]) * (right - b[:, None]), axis=1
    ) * n / (n - 1)  # fmt: skip
    variance = left.var(axis=1, ddof=1) / a**2 + right.var(axis=1, ddof=1) / b**2
    variance -= 2.0 * covariance / (a * b)
    half = 1.96 * 0.5 * (1 - index**2) * np.sqrt(np.maximum(variance, 0.0) / n)
    truth = TRUE_PERCENT / 100.0
    return float(np.mean((index - half <= truth) & (truth <= index + half)))


def best_three_of_five_coverage(variation: float, *, trials: int) -> float:
    """Return the coverage when the three repetitions that agree best of five are kept."""
    rng = np.random.default_rng(1)
    left, right = draw(rng, trials, 5, variation, 0.0)
    held = 0
    for one_left, one_right in zip(left, right, strict=True):
        logs = np.log(one_left / one_right)
        best = min(itertools.combinations(range(5), 3), key=lambda kept: np.std(logs[list(kept)]))
        _, (low, high) = asymmetry_index(one_left[list(best)], one_right[list(best)])
        held += low <= TRUE_PERCENT <= high
    return held / trials


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=4000)
    trials = parser.parse_args().trials
    error = 100 * 1.96 * np.sqrt(0.95 * 0.05 / trials)
    print(
        f"Coverage in %, {trials} trials a cell, true index 20 %, simulation error ±{error:.1f}\n"
    )
    print("| n | variation | corr. 0 | corr. 0.5 | corr. 0.8 | ratio of means, z (corr. 0) |")
    print("|---:|---:|---:|---:|---:|---:|")
    for n in (3, 5, 10):
        for variation in (0.1, 0.2, 0.3):
            cells = [
                100
                * coverage(n, variation, r, trials=trials, seed=round(1000 * (n + variation + r)))
                for r in (0.0, 0.5, 0.8)
            ]
            naive = 100 * ratio_of_means_coverage(n, variation, 0.0, trials=trials)
            shown = " | ".join(f"{cell:.1f}" for cell in cells)
            print(f"| {n} | {variation:.0%} | {shown} | {naive:.1f} |")
    print("\nWhat it does not know (n = 5, variation 20 %):\n")
    for placement in (0.1, 0.2):
        held = 100 * coverage(5, 0.2, 0.0, trials=trials, placement=placement)
        print(f"- placement spread of {placement:.0%}: {held:.1f} % of the truth covered")
    held = 100 * coverage(10, 0.1, 0.5, trials=trials, placement=0.2)
    print(f"- placement spread of 20% with n = 10, variation 10 %, corr. 0.5: {held:.1f} %")
    held = 100 * best_three_of_five_coverage(0.2, trials=trials)
    print(f"- the best 3 of 5: {held:.1f} %")


if __name__ == "__main__":
    main()
