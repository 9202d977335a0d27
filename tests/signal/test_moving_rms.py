"""The moving RMS: exact against a direct computation, for ever."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from emg_signal.moving_rms import MovingRms


def exact_rms(window: np.ndarray) -> float:
    return math.sqrt(math.fsum((window * window).tolist()) / len(window))


@pytest.mark.parametrize("window", [1, 2, 31, 125])
def test_every_sample_is_the_rms_of_the_window_before_it(chunks: Any, window: int) -> None:
    samples = chunks.noise(3, 400).T.copy()
    rms = MovingRms(window, 3).push(samples)
    for at in range(window - 1, 400):
        for channel in range(3):
            expected = exact_rms(samples[at - window + 1 : at + 1, channel])
            assert rms[at, channel] == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize("window", [31, 50, 250])
@pytest.mark.parametrize("n_channels", [2, 40])
def test_the_same_for_every_chunking(chunks: Any, window: int, n_channels: int) -> None:
    samples = chunks.noise(n_channels, 1000).T.copy()
    once = MovingRms(window, n_channels).push(samples)
    for size in (1, 7, 49, 50, 51, 125, 333):
        moving = MovingRms(window, n_channels)
        parts = [moving.push(samples[at : at + size]) for at in range(0, 1000, size)]
        np.testing.assert_allclose(np.vstack(parts), once, rtol=1e-13)


def test_a_full_scale_artefact_leaves_nothing_behind(chunks: Any) -> None:
    """A running sum that subtracts keeps a relative error of 2.8e-4 for ever."""
    samples = chunks.noise(1, 20_000, scale_uv=1.0).T.copy()
    samples[1000:2000] = 187_500.0
    rms = MovingRms(125, 1).push(samples)[:, 0]
    for at in range(2125, 20_000, 97):
        assert rms[at] == pytest.approx(exact_rms(samples[at - 124 : at + 1, 0]), rel=1e-14)


def test_refuses_an_empty_window() -> None:
    with pytest.raises(ValueError, match="window=0"):
        MovingRms(0, 1)
