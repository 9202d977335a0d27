"""Features against signals whose values are known, and against scipy."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy import signal

from emg_signal import features
from emg_signal.errors import FilterDesignError

FS_HZ = 1000.0
T = np.arange(4000) / FS_HZ
SINE = 10.0 * np.sin(2 * np.pi * 47.0 * T + 0.3)  # not commensurate with the rate


def test_a_sine_has_the_amplitudes_of_the_textbook() -> None:
    assert features.root_mean_square(SINE) == pytest.approx(10 / np.sqrt(2))
    assert features.average_rectified_value(SINE) == pytest.approx(20 / np.pi, rel=2e-3)
    assert features.peak_to_peak(SINE) == pytest.approx(20.0, rel=2e-3)
    assert features.integrated_emg(SINE, FS_HZ) == pytest.approx(4 * 20 / np.pi, rel=2e-3)
    assert features.waveform_length(SINE) == pytest.approx(4 * 47 * 4 * 10.0, rel=6e-3)
    assert features.zero_crossings(SINE, FS_HZ) == pytest.approx(94.0, abs=0.5)
    assert features.median_frequency(SINE, FS_HZ) == pytest.approx(47.0, abs=0.3)
    assert features.mean_frequency(SINE, FS_HZ) == pytest.approx(47.0, abs=0.01)


def test_integrated_emg_does_not_depend_on_the_rate() -> None:
    slow = features.integrated_emg(SINE[::2], FS_HZ / 2)
    assert slow == pytest.approx(features.integrated_emg(SINE, FS_HZ), rel=0.01)


def test_zero_crossings_by_hand() -> None:
    samples = np.array([1.0, -1.0, 0.0, 0.1, -0.1, -5.0, 5.0])
    # 1/-1, -1/0, 0.1/-0.1, -5/5; with a threshold of 0.5 the third does not count.
    assert features.zero_crossings(samples, 6.0) == 4.0
    assert features.zero_crossings(samples, 6.0, threshold_uv=0.5) == 3.0


def test_spectrum_is_scipys(chunks: Any) -> None:
    noise = chunks.noise(3, 1001)
    for n in (1000, 1001):
        frequencies, density = features.power_spectrum(noise[:, :n], FS_HZ)
        expected = signal.periodogram(noise[:, :n], FS_HZ, window="hann", detrend="constant")
        assert frequencies == pytest.approx(expected[0])
        assert density == pytest.approx(expected[1], rel=1e-9, abs=1e-12)


def test_frequencies_of_white_noise_in_a_band(chunks: Any) -> None:
    sos = signal.butter(8, [100, 300], "bandpass", fs=FS_HZ, output="sos")
    noise = signal.sosfilt(sos, chunks.noise(2, 60_000), axis=-1)
    assert features.median_frequency(noise, FS_HZ) == pytest.approx([200.0, 200.0], abs=5.0)
    assert features.mean_frequency(noise, FS_HZ) == pytest.approx([200.0, 200.0], abs=5.0)


def test_fatigue_slope_of_a_falling_tone() -> None:
    """A chirp from 100 Hz to 80 Hz in 10 s falls by 20 % per 10 s: 120 % per minute."""
    t = np.arange(10_000) / FS_HZ
    chirp = signal.chirp(t, 100.0, 10.0, 80.0)
    assert features.fatigue_slope(chirp, FS_HZ) == pytest.approx(-120.0, rel=0.02)
    steady = np.sin(2 * np.pi * 100.0 * t)
    assert features.fatigue_slope(steady, FS_HZ) == pytest.approx(0.0, abs=0.1)


def test_refuses_what_has_no_answer() -> None:
    with pytest.raises(FilterDesignError, match="7 samples have no spectrum"):
        features.median_frequency(np.zeros(7), FS_HZ)
    with pytest.raises(FilterDesignError, match="4 s are too short"):
        features.fatigue_slope(SINE, FS_HZ)
    assert np.isnan(features.mean_frequency(np.zeros(100), FS_HZ))
