"""The repeatability interval holds the truth in 95 of 100 cases; peeking and picking do not.

Fixed seeds; the bounds are four standard errors of 3000 trials around 95 %.
"""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from emg_signal.filters import Band
from emg_signal.montage import pair_of
from emg_signal.symmetry import Symmetry, asymmetry_index, symmetry_of

TRUE_PERCENT = 20.0
TRIALS = 3000


def amplitudes(n: int, variation: float, correlation: float) -> np.ndarray:
    """Return (2, TRIALS, n) log-normal amplitudes of left and right."""
    rng = np.random.default_rng(round(1000 * (n + variation + correlation)))
    sigma = np.sqrt(np.log1p(variation**2))
    covariance = sigma**2 * np.array([[1.0, correlation], [correlation, 1.0]])
    means = [2.0 * np.arctanh(TRUE_PERCENT / 100.0), 0.0]
    return np.exp(rng.multivariate_normal(means, covariance, size=(TRIALS, n))).transpose(2, 0, 1)


@pytest.mark.parametrize("n", [3, 5, 10])
@pytest.mark.parametrize(("variation", "correlation"), [(0.1, 0.0), (0.2, 0.8), (0.3, 0.5)])
def test_covers_95_percent(n: int, variation: float, correlation: float) -> None:
    held = 0
    for left, right in zip(*amplitudes(n, variation, correlation), strict=True):
        _, (low, high) = asymmetry_index(left, right)
        held += low <= TRUE_PERCENT <= high
    assert held / TRIALS == pytest.approx(0.95, abs=0.016)


def test_covers_the_truth_of_simulated_muscles() -> None:
    """Through the whole estimator: band noise of 1 s, rest noise subtracted, true index 10 %."""
    rng = np.random.default_rng(5)
    sos = signal.butter(4, (20, 65), "bandpass", fs=250, output="sos")
    left_uv, right_uv, rest_uv = 33.0, 27.0, 5.0
    held, trials, n = 0, 150, 5
    for _ in range(trials):
        carrier = signal.sosfilt(sos, rng.normal(size=(4, n, 500)), axis=-1)[..., 250:]
        carrier /= np.sqrt(np.mean(np.square(carrier), axis=(1, 2), keepdims=True)) + 1e-12
        effort = rng.lognormal(0.0, 0.15, (n, 1))
        left = left_uv * effort * carrier[0] + rest_uv * carrier[1]
        right = right_uv * effort * carrier[2] + rest_uv * carrier[3]
        found = symmetry_of(
            pair_of("frontalis", 0, 1), list(left), list(right), rest_left_uv=rest_uv,
            rest_right_uv=rest_uv, fs_hz=250.0, band=Band(20, 65), apart=True,
        )  # fmt: skip
        assert isinstance(found, Symmetry)
        low, high = found.interval_percent
        held += low <= 10.0 <= high
    assert held / trials == pytest.approx(0.95, abs=0.06)
