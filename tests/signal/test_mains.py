"""Hum: found with its frequency and harmonics, and cancelled though it drifts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from emg_signal.errors import FilterDesignError
from emg_signal.filters import design_filters
from emg_signal.mains import find_mains, strongest_hum
from emg_signal.mains_canceller import MainsCanceller
from emg_signal.pipeline import Pipeline


def tone(hz: float, rms_uv: float, fs_hz: float, seconds: float) -> np.ndarray:
    t = np.arange(round(seconds * fs_hz)) / fs_hz
    return rms_uv * np.sqrt(2) * np.sin(2 * np.pi * hz * t + 0.7)


@pytest.mark.parametrize("fs_hz", [250.0, 1000.0])
@pytest.mark.parametrize("true_hz", [49.5, 50.0, 50.07, 59.8, 60.5])
def test_finds_the_true_frequency_and_amplitude(chunks: Any, fs_hz: float, true_hz: float) -> None:
    raw = tone(true_hz, 30.0, fs_hz, 4.0) + chunks.noise(1, round(4 * fs_hz), scale_uv=5.0)[0]
    found = find_mains(raw + 20_000.0, fs_hz)
    assert found is not None
    assert found.frequency_hz == pytest.approx(true_hz, abs=0.03)
    assert found.nominal_hz == (50.0 if true_hz < 55 else 60.0)
    assert found.rms_uv[0] == pytest.approx(30.0, rel=0.05)


def test_finds_the_harmonics_that_stand_out(chunks: Any) -> None:
    raw = chunks.noise(1, 4000, scale_uv=2.0)[0]
    raw += tone(50.0, 40.0, 1000.0, 4.0) + tone(150.0, 20.0, 1000.0, 4.0)
    found = find_mains(raw, 1000.0)
    assert found is not None
    assert found.harmonics == 3
    assert found.rms_uv[2] == pytest.approx(20.0, rel=0.05)
    assert found.rms_uv[1] == 0.0


def test_names_the_stronger_of_two(chunks: Any) -> None:
    raw = tone(50.0, 10.0, 250.0, 4.0) + tone(60.0, 20.0, 250.0, 4.0)
    found = find_mains(raw + chunks.noise(1, 1000, scale_uv=1.0)[0], 250.0)
    assert found is not None
    assert found.nominal_hz == 60.0


def test_finds_none_in_muscle_noise_or_silence(chunks: Any) -> None:
    found = [find_mains(chunks.noise(1, 1000, seed=seed)[0], 250.0) for seed in range(200)]
    assert sum(mains is not None for mains in found) <= 2
    assert find_mains(np.zeros(1000), 250.0) is None
    with pytest.raises(FilterDesignError, match="Give at least 2 s"):
        find_mains(np.zeros(499), 250.0)


@pytest.mark.parametrize("mains_hz", [50.0, 60.0])
@pytest.mark.parametrize("fs_hz", [250.0, 1000.0])
def test_the_notches_leave_a_microvolt_of_a_millivolt_with_harmonics(
    chunks: Any, mains_hz: float, fs_hz: float
) -> None:
    """At the nominal frequency, 1 mV and harmonics: at most 1 µV RMS is left."""
    raw = tone(mains_hz, 1000.0, fs_hz, 6.0)
    for order in range(2, int(fs_hz / 2 / mains_hz) + 1):
        raw = raw + tone(order * mains_hz, 1000.0 / order**2, fs_hz, 6.0)
    found = find_mains(raw[: round(4 * fs_hz)], fs_hz)
    assert found is not None
    design = design_filters(fs_hz, mains_hz=found.nominal_hz, harmonics=found.harmonics)
    done = Pipeline(design, 1).push(chunks.of(raw[None, :], fs_hz=fs_hz))
    assert done.rms_uv[:, round(3 * fs_hz) :].max() <= 1.0


@pytest.mark.parametrize("drift_hz", [0.0, 0.2, 0.5])
@pytest.mark.parametrize("rms_uv", [100.0, 1000.0])
def test_the_canceller_follows_drift_and_keeps_the_muscle(
    chunks: Any, drift_hz: float, rms_uv: float
) -> None:
    muscle = chunks.noise(4, 5000).T
    hum = tone(50.0 + drift_hz, rms_uv, 250.0, 20.0)[:, None] * np.array([1.0, 0.5, 0.2, 0.0])
    canceller = MainsCanceller(250.0, 4)
    left = (canceller.push(muscle + hum) - muscle)[2500:]
    assert canceller.frequency_hz == pytest.approx(50.0 + drift_hz, abs=0.05)
    assert np.sqrt(np.mean(left**2, axis=0)).max() < 2.5  # µV, beside 20 µV: 0.8 % of its RMS


def test_the_canceller_does_not_depend_on_chunking(chunks: Any) -> None:
    raw = chunks.noise(2, 1000).T + tone(50.2, 100.0, 250.0, 4.0)[:, None]
    once = MainsCanceller(250.0, 2, harmonics=2).push(raw)
    for size in (1, 3, 5, 8, 64):
        canceller = MainsCanceller(250.0, 2, harmonics=2)
        parts = [canceller.push(raw[at : at + size]) for at in range(0, 1000, size)]
        np.testing.assert_allclose(np.vstack(parts), once, rtol=1e-9, atol=1e-9)


def test_the_canceller_refuses_what_the_rate_cannot_carry() -> None:
    with pytest.raises(FilterDesignError, match="cannot carry harmonic 3 of 50 Hz"):
        MainsCanceller(250.0, 1, harmonics=3)


def test_hum_is_counted_once_where_its_harmonics_fold(chunks: Any) -> None:
    """At 250 samples/s the 4th and 6th harmonic of 50 Hz fold on to 50 Hz, the 3rd to 100 Hz."""
    raw = tone(50.0, 30.0, 250.0, 4.0) + tone(150.0, 40.0, 250.0, 4.0)
    hum = strongest_hum(raw + chunks.noise(1, 1000, scale_uv=1.0)[0], 250.0)
    assert hum.nominal_hz == 50.0
    assert hum.frequency_hz == pytest.approx(50.0, abs=0.02)
    assert hum.rms_uv == pytest.approx(50.0, rel=0.02)
    assert strongest_hum(chunks.noise(1, 1000)[0], 250.0).rms_uv == 0.0


@pytest.mark.parametrize("true_hz", [49.9, 50.0, 50.1, 59.9, 60.0, 60.1])
def test_a_line_that_both_could_leave_is_the_lower_harmonics(chunks: Any, true_hz: float) -> None:
    """At 250 samples/s the 5th harmonic of 60 Hz folds on to 50 Hz; other lines stand beside it."""
    for seed in range(50):
        raw = tone(true_hz, 30.0, 250.0, 4.0) + tone(9.9, 5.0, 250.0, 4.0)
        hum = strongest_hum(raw + chunks.noise(1, 1000, seed=seed, scale_uv=1.0)[0], 250.0)
        assert hum.nominal_hz == round(true_hz, -1)
        assert hum.frequency_hz == pytest.approx(true_hz, abs=0.02)


def test_behind_a_notch_the_harmonics_say_whose_hum_it_is(chunks: Any) -> None:
    """60 Hz is notched; its 3rd and 5th harmonic come back as 70 and 50 Hz."""
    raw = tone(180.0, 20.0, 250.0, 4.0) + tone(300.0, 12.0, 250.0, 4.0)
    hum = strongest_hum(raw + chunks.noise(1, 1000, scale_uv=1.0)[0], 250.0)
    assert (hum.nominal_hz, hum.frequency_hz) == (60.0, 60.0)
    assert hum.rms_uv == pytest.approx(np.hypot(20.0, 12.0), rel=0.02)
