"""Blinks told from movement, envelopes from raw EMG, one reference from many, faint hearts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy import signal

from emg_signal.chunk import Chunk
from emg_signal.filters import design_filters
from emg_signal.montage import Montage, pair_of
from emg_signal.pipeline import Pipeline
from emg_signal.quality import Quality, QualityMonitor, QualityReport, worst

FS_HZ = 250.0
MONTAGE = Montage("m", (pair_of("frontalis", 0, 1), pair_of("corrugator", 2, 3)))


class Watch:
    """A pipeline and a monitor fed together."""

    def __init__(self) -> None:
        self.pipeline = Pipeline(design_filters(FS_HZ), 4)
        self.monitor = QualityMonitor(MONTAGE, FS_HZ, mains_hz=50.0)

    def feed(self, chunk: Chunk) -> tuple[tuple[QualityReport, ...], ...]:
        self.monitor.push(chunk, self.pipeline.push(chunk))
        return self.monitor.findings(age_s=0.0, calibration=None)


def told(chunks: Any, raw: np.ndarray, *, from_s: float = 0.0) -> list[list[set[Quality]]]:
    """Return the states of each lane, but for what no calibration means, every quarter second."""
    watch, found = Watch(), []
    for piece in chunks.cut(chunks.of(raw, fs_hz=FS_HZ), [round(0.25 * FS_HZ)]):
        reports = watch.feed(piece)
        if piece.next_index > from_s * FS_HZ:
            found.append([{r.quality for r in lane} - {Quality.UNCALIBRATED} for lane in reports])
    return found


def lane(found: list[list[set[Quality]]], index: int) -> set[Quality]:
    return {state for states in found for state in states[index]}


@pytest.mark.parametrize("height_uv", [1100.0, -1200.0])
@pytest.mark.parametrize("length_s", [0.15, 0.3])
def test_a_blink_is_no_movement(chunks: Any, height_uv: float, length_s: float) -> None:
    """A lid of 1.1 mV was "the electrode moved: fix the leads"."""
    raw = chunks.noise(4, 1500, scale_uv=4.0)
    lid = height_uv * np.hanning(round(length_s * FS_HZ))
    raw[0, 750 : 750 + len(lid)] += lid
    found = told(chunks, raw, from_s=2.0)
    assert lane(found, 0) == {Quality.BLINK}
    assert lane(found, 1) == set()


def test_a_movement_that_stays_is_told_within_its_time(chunks: Any) -> None:
    raw = chunks.noise(4, 1500, scale_uv=4.0)
    raw[0, 750:] += 800.0
    found = told(chunks, raw, from_s=3.0)
    assert Quality.MOTION in found[2][0], "three quarters of a second after it"
    assert Quality.BLINK not in lane(found, 0)


def test_a_lead_that_is_tugged_to_both_sides_is_no_blink(chunks: Any) -> None:
    raw = chunks.noise(4, 1500, scale_uv=4.0)
    tug = 900.0 * np.sin(2 * np.pi * np.arange(75) / 75)
    raw[0, 750:825] += tug
    found = told(chunks, raw, from_s=3.0)
    assert Quality.MOTION in lane(found, 0)
    assert Quality.BLINK not in lane(found, 0)


def envelope(seed: int, seconds: float) -> np.ndarray:
    """Return a sensor's envelope in whole counts of 24.4 µV: 150 at rest, 550 at work."""
    rng = np.random.default_rng(seed)
    t = np.arange(round(seconds * FS_HZ)) / FS_HZ
    effort = signal.lfilter(*signal.butter(2, 1.6, fs=FS_HZ), ((t % 4.0) > 2.0) * 1.0)
    return 24.4 * np.rint(150.0 + 400.0 * effort + rng.normal(0.0, 0.7, len(t)))


def test_an_envelope_output_is_told_and_stays_told(chunks: Any) -> None:
    raw = chunks.noise(4, 6000, scale_uv=4.0)
    raw[2, :3750] = envelope(1, 15.0)
    raw[2, 3750:] = 24.4 * 150.0 + np.random.default_rng(2).normal(0.0, 17.0, 2250)
    found = told(chunks, raw)
    assert Quality.ENVELOPE in lane(found[:48], 2)
    assert Quality.ENVELOPE in found[-1][2], "at rest it looks like a quiet muscle"
    assert not any(Quality.ENVELOPE in lane(found, index) for index in (0, 1, 3))


def test_raw_emg_on_a_wandering_voltage_is_no_envelope(chunks: Any) -> None:
    rng = np.random.default_rng(5)
    raw = chunks.noise(4, 15_000, scale_uv=4.0) + 5000.0
    raw += np.cumsum(rng.normal(0.0, 3.0, raw.shape), axis=1)
    for start in range(500, 14_000, 1000):
        raw[:, start : start + 500] += chunks.noise(4, 500, seed=start, scale_uv=60.0)
        raw[1, start : start + 50] += 150.0 * np.hanning(50)
    assert not any(Quality.ENVELOPE in lane(told(chunks, raw), index) for index in range(4))


def test_one_reference_for_all_lanes_is_named(chunks: Any) -> None:
    """Every pair of lanes was "move the electrodes apart"."""
    raw = chunks.noise(4, 2000, scale_uv=4.0)
    raw -= chunks.noise(1, 2000, seed=9, scale_uv=8.0)
    found = told(chunks, raw, from_s=6.0)
    for index in range(4):
        assert lane(found, index) == {Quality.COMMON_REFERENCE}
    report = worst(list(Watch().feed(chunks.of(raw, fs_hz=FS_HZ))[0]))
    assert "All 4 lanes share" in report.cause
    assert report.remedy.startswith("Measure in pairs")


def test_two_lanes_that_share_are_not_one_reference(chunks: Any) -> None:
    raw = chunks.noise(4, 2000, scale_uv=4.0)
    raw[1] = 0.3 * raw[1] + raw[0]
    found = told(chunks, raw, from_s=6.0)
    assert lane(found, 0) == {Quality.SHARED}
    assert lane(found, 2) == set()


@pytest.mark.parametrize("seed", range(4))
def test_a_heart_of_15_over_3_is_told(chunks: Any, seed: int) -> None:
    """Only beats of ten times the rest were."""
    rng = np.random.default_rng(seed)
    raw = chunks.noise(4, 2500, seed=seed, scale_uv=3.0)
    wave = np.arange(-6, 7) / 2.5
    beat = 15.0 * (1.0 - wave**2) * np.exp(-(wave**2) / 2.0)
    at = 50.0
    while at + 13 < 2500:
        raw[0, round(at) : round(at) + 13] += beat
        at += 250.0 * 60.0 / 72.0 * rng.normal(1.0, 0.03)
    found = told(chunks, raw, from_s=6.0)
    assert Quality.ECG in lane(found, 0)
    assert not any(Quality.ECG in lane(found, index) for index in (1, 2, 3))
