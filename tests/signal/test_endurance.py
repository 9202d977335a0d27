"""Long runs: no drift, no NaN, nothing remembered that should be forgotten."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emg_signal.chunk import SampleFlag
from emg_signal.filters import design_filters
from emg_signal.moving_rms import MovingRms
from emg_signal.pipeline import Pipeline


def last_window_error(n_samples: int, window: int = 125) -> float:
    """Push `n_samples` with a full-scale artefact in the middle; return the last RMS's error."""
    rng = np.random.default_rng(2)
    block = rng.normal(0.0, 1.0, (100_003, 1))  # a prime length, so that laps never line up
    moving = MovingRms(window, 1)
    pushed = 0
    while pushed < n_samples:
        scale = 187_500.0 if pushed <= n_samples // 2 < pushed + len(block) else 1.0
        rms = moving.push(block * scale)
        pushed += len(block)
    exact = math.sqrt(math.fsum(np.square(block[-window:, 0]).tolist()) / window)
    return abs(float(rms[-1, 0]) - exact) / exact


def test_ten_million_samples() -> None:
    assert last_window_error(10_000_000) < 1e-14


@pytest.mark.soak
def test_a_thousand_million_samples() -> None:
    assert last_window_error(1_000_000_000) < 1e-14


def test_two_hours_of_rails_gaps_and_nonsense_leave_nothing_behind(chunks: Any) -> None:
    rng = np.random.default_rng(8)
    pipeline = Pipeline(design_filters(250.0), 4)
    index = 0
    for minute in range(120):
        raw = rng.normal(0.0, 30.0, (4, 15_000)) + rng.normal(0.0, 50_000.0, (4, 1))
        flags = np.zeros(raw.shape, dtype=np.uint8)
        raw[0, 1000:1500], flags[0, 1000:1500] = -187_500.0, SampleFlag.RAILED
        raw[1, rng.integers(0, 10_000, 5)] = rng.choice([np.nan, np.inf, -np.inf, 1e300], 5)
        raw[2] *= 10.0 ** rng.uniform(-3, 3)
        index += int(rng.integers(0, 3))
        done = pipeline.push(chunks.of(raw, flags=flags, first_index=index))
        index += raw.shape[1]
        assert np.isfinite(done.filtered_uv).all(), minute
        assert np.isfinite(done.rms_uv).all(), minute
        assert done.valid[:, -1].all(), minute
    # What comes after, in a segment of its own, is what a fresh pipeline makes of it.
    tail = chunks.noise(4, 2000, seed=3)
    old = pipeline.push(chunks.of(tail, first_index=index + 1, segment=1))
    fresh = Pipeline(design_filters(250.0), 4).push(chunks.of(tail))
    assert np.array_equal(old.rms_uv, fresh.rms_uv)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_input_gives_finite_output(chunks: Any, data: st.DataObject) -> None:
    values = st.floats(width=64, allow_nan=True, allow_infinity=True)
    pipeline = Pipeline(design_filters(250.0), 2)
    index = 0
    for _ in range(data.draw(st.integers(1, 6))):
        n = data.draw(st.integers(1, 40))
        drawn = data.draw(st.lists(values, min_size=2 * n, max_size=2 * n))
        raw = np.array(drawn).reshape(2, n)
        index += data.draw(st.integers(0, 2))
        done = pipeline.push(chunks.of(raw, first_index=index))
        index += n
        assert np.isfinite(done.filtered_uv).all()
        assert np.isfinite(done.rms_uv).all()
