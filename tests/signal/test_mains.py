"""Hum: found with its frequency and its harmonics, those folded back included."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from emg_signal.mains import hum_lines_of, hum_powers, strongest_hum


def tone(hz: float, rms_uv: float, fs_hz: float, seconds: float) -> np.ndarray:
    t = np.arange(round(seconds * fs_hz)) / fs_hz
    return rms_uv * np.sqrt(2) * np.sin(2 * np.pi * hz * t + 0.7)


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


@pytest.mark.parametrize("fs_hz", [250.0, 1000.0])
@pytest.mark.parametrize("true_hz", [49.5, 50.0, 50.07, 59.8, 60.5])
def test_finds_the_true_frequency_and_amplitude(chunks: Any, fs_hz: float, true_hz: float) -> None:
    raw = tone(true_hz, 30.0, fs_hz, 4.0) + chunks.noise(1, round(4 * fs_hz), scale_uv=5.0)[0]
    found = strongest_hum(raw + 20_000.0, fs_hz)
    assert found.frequency_hz == pytest.approx(true_hz, abs=0.03)
    assert found.nominal_hz == (50.0 if true_hz < 55 else 60.0)
    assert found.rms_uv == pytest.approx(30.0, rel=0.05)


def test_a_second_tells_50_from_60_hz_on_one_lane_of_eight(chunks: Any) -> None:
    raw = chunks.noise(8, 250, scale_uv=5.0).T
    raw[:, 3] += tone(59.7, 20.0, 250.0, 1.0)
    powers = hum_powers(raw, 250.0)
    assert powers[1] > 4.0 * powers[0]
    assert hum_powers(np.zeros((250, 2)), 250.0) == [0.0, 0.0]


def test_lines_that_a_rate_shows_and_what_hides_in_them() -> None:
    assert hum_lines_of(60.0, 1000.0, 450.0) == [(k, None) for k in range(1, 8)]
    # 180, 300, 360 and 420 Hz come back as 70, 50, 110 and 80; 240 as 10
    assert hum_lines_of(60.0, 250.0, 112.5) == [(k, None) for k in (1, 3, 5, 6, 7)]
    # the third of 50 Hz folds on to the second, at 200 samples/s on to the first
    assert hum_lines_of(50.0, 250.0, 112.5) == [(1, None), (2, 3)]
    assert hum_lines_of(50.0, 200.0, 90.0) == [(1, 3)]
