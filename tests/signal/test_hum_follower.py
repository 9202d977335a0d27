"""Hum followed and taken out of the stream: how soon, how much is left, and what of the EMG."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emg_signal.chunk import SampleFlag
from emg_signal.filters import design_filters
from emg_signal.hum_follower import HumFollower
from emg_signal.montage import Montage, pair_of
from emg_signal.pipeline import Pipeline
from emg_signal.quality import Quality, QualityMonitor


def hum(
    fs_hz: float, seconds: float, hz: float, *, hz_per_min: float = 0.0, second: float = 0.07,
    third: float = 0.05,
) -> np.ndarray:  # fmt: skip
    """Return hum of 1 µV RMS with its harmonics, drifting."""
    t = np.arange(round(seconds * fs_hz)) / fs_hz
    phase = 2 * np.pi * (hz * t + hz_per_min / 60.0 * t**2 / 2.0)
    wave = np.sin(phase + 0.7) + second * np.sin(2 * phase + 2.0) + third * np.sin(3 * phase)
    return np.sqrt(2.0) * wave


def filtered(chunks: Any, raw: np.ndarray, fs_hz: float, mains_hz: float | None) -> np.ndarray:
    design = design_filters(fs_hz, mains_hz=mains_hz)
    return Pipeline(design, len(raw)).push(chunks.of(raw, fs_hz=fs_hz)).filtered_uv


def rms(values: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(values))))


def test_a_real_cytons_hum_is_gone_within_ten_seconds(chunks: Any) -> None:
    """150 µV at 59.94 Hz and 10 µV at 119.88 over 5 µV of noise; a notch at 60 left 11.6 µV."""
    fs_hz, n = 250.0, 5000
    t = np.arange(n) / fs_hz
    noise = chunks.noise(4, n, scale_uv=5.0)
    line = 150.0 * np.sin(2 * np.pi * 59.94 * t) + 10.0 * np.sin(2 * np.pi * 119.88 * t)
    done = filtered(chunks, noise + np.sqrt(2.0) * line, fs_hz, 60.0)
    left = done - filtered(chunks, noise, fs_hz, None)
    assert rms(left[:, round(2 * fs_hz) :]) <= 1.0
    assert rms(done[:, 2500:]) == pytest.approx(rms(done[:, 2500:] - left[:, 2500:]), rel=0.02)

    montage = Montage("m", (pair_of("frontalis", 0, 1), pair_of("corrugator", 2, 3)))
    pipeline = Pipeline(design_filters(fs_hz, mains_hz=60.0), 4)
    monitor = QualityMonitor(montage, fs_hz, mains_hz=60.0)
    whole = chunks.of(noise + np.sqrt(2.0) * line, fs_hz=fs_hz)
    for piece in chunks.cut(whole, [25]):
        monitor.push(piece, pipeline.push(piece))
        told = monitor.reports(age_s=0.0, calibration=None)
        if piece.next_index > 2 * fs_hz:
            assert {report.quality for report in told} == {Quality.UNCALIBRATED}
    assert pipeline.hum is not None
    assert pipeline.hum.frequency_hz == pytest.approx(59.94, abs=0.005)


@pytest.mark.parametrize("fs_hz", [250.0, 500.0, 1000.0, 2000.0])
@pytest.mark.parametrize(("true_hz", "mains_hz"), [(50.3, 50.0), (59.7, 60.0), (49.7, 60.0)])
def test_known_emg_keeps_its_rms_in_hum_that_drifts(
    chunks: Any, fs_hz: float, true_hz: float, mains_hz: float
) -> None:
    """200 µV that drifts by 0.05 Hz a minute, over noise of 5 µV; within 2 %, whatever is set."""
    emg = chunks.noise(3, round(25 * fs_hz), scale_uv=5.0)
    raw = emg + 200.0 * hum(fs_hz, 25.0, true_hz, hz_per_min=0.05)
    usable = slice(round(10 * fs_hz), None)
    with_hum = filtered(chunks, raw, fs_hz, mains_hz)[:, usable]
    without = filtered(chunks, emg, fs_hz, None)[:, usable]
    assert rms(with_hum) == pytest.approx(rms(without), rel=0.02)
    assert rms(with_hum - without) <= 1.0


@pytest.mark.parametrize("fs_hz", [250.0, 1000.0])
def test_of_emg_without_hum_nothing_is_taken(chunks: Any, fs_hz: float) -> None:
    emg = chunks.noise(8, round(30 * fs_hz), scale_uv=20.0)
    taken = filtered(chunks, emg, fs_hz, 50.0) - filtered(chunks, emg, fs_hz, None)
    assert rms(taken[:, round(fs_hz) :]) < 0.02 * 20.0


def test_the_muscle_does_not_teach_the_hum(chunks: Any) -> None:
    """A contraction of 100 µV over 65 µV of hum: what was known of the hum is kept."""
    emg = chunks.noise(2, 7500, scale_uv=3.0)
    emg[:, 3000:4250] *= 33.0
    left = filtered(chunks, emg + 65.0 * hum(250.0, 30.0, 59.94), 250.0, 60.0)
    left = left - filtered(chunks, emg, 250.0, None)
    assert rms(left[:, 3000:4250]) < 4.0  # 16 dB under what the hum is learnt from in 0.2 s


def test_weak_lines_that_fold_on_to_each_other_do_not_grow() -> None:
    """At 250 samples/s 100 and 150 Hz are one line; 0.7 µV of hum once became 1.9 on one lane, and
    1.3 of it came out beside rest after every contraction."""
    n = 5000
    t = np.arange(n) / 250.0
    phase = 2 * np.pi * (50.0 * t - 0.02 * 60.0 / (2 * np.pi) * np.cos(2 * np.pi * t / 60.0))
    emg = np.random.default_rng(14).normal(0.0, 1.1, (8, n))  # of 16 the one where it was seen
    emg[:, 1000:1500] *= 50.0
    emg[:, 1750:2250] *= 50.0
    raw = emg + np.sin(phase) + 0.3 * np.sin(3 * phase)
    left = HumFollower(250.0, 8, 50.0, 112.5).push(raw.T)[0].T - emg
    quiet = np.r_[750:1000, 1600:1750, 2400:n]
    assert np.sqrt(np.mean(np.square(left[:, quiet]), axis=1)).max() < 0.3  # 0.42 it was


def test_following_makes_no_step_in_the_envelope(chunks: Any) -> None:
    """A frequency that moves, and blocks that end, leave the envelope of a still face alone."""
    emg = chunks.noise(1, 10_000, scale_uv=3.0)
    raw = emg + 100.0 * hum(250.0, 40.0, 59.9, hz_per_min=0.3)
    design = design_filters(250.0, mains_hz=60.0)
    with_hum = Pipeline(design, 1).push(chunks.of(raw)).rms_uv[0, 2500:]
    without = (
        Pipeline(design_filters(250.0, mains_hz=None), 1).push(chunks.of(emg)).rms_uv[0, 2500:]
    )
    assert np.abs(with_hum - without).max() < 1.5


def test_hum_that_doubles_is_taken_up_again_within_a_second(chunks: Any) -> None:
    """60 µV become 120 as a lamp goes on: a second later 3 % of it is left at most."""
    emg = chunks.noise(2, 5000, scale_uv=5.0)
    line = hum(250.0, 20.0, 50.05)
    line[2500:] *= 2.0
    left = filtered(chunks, emg + 60.0 * line, 250.0, 50.0) - filtered(chunks, emg, 250.0, None)
    assert rms(left[:, 2500:2550]) > 30.0
    assert rms(left[:, 2750:]) < 0.03 * 120.0


def test_lost_samples_do_not_lose_the_hum(chunks: Any) -> None:
    """37 samples are lost and counted: as soon as the filters have settled, hum is gone."""
    emg = chunks.noise(2, 5000, scale_uv=5.0)
    raw = emg + 100.0 * hum(250.0, 20.0, 59.95)
    pipeline = Pipeline(design_filters(250.0, mains_hz=60.0), 2)
    plain = Pipeline(design_filters(250.0, mains_hz=None), 2)
    left = []
    for start, stop, lost in ((0, 2500, 0), (2537, 5000, 37)):
        part = {"first_index": start, "lost": lost}
        with_hum = pipeline.push(chunks.of(raw[:, start:stop], **part))
        without = plain.push(chunks.of(emg[:, start:stop], **part))
        left.append(with_hum.filtered_uv - without.filtered_uv)
    assert rms(left[1][:, 60:]) < 1.0


def test_the_other_mains_is_found_at_once(chunks: Any) -> None:
    """50 is set, 60 is there: believed as soon as with the right setting, and as clean."""
    raw = chunks.noise(2, 2500, scale_uv=5.0) + 100.0 * hum(250.0, 10.0, 59.96)
    found = [
        Pipeline(design_filters(250.0, mains_hz=mains_hz), 2).push(chunks.of(raw))
        for mains_hz in (50.0, 60.0)
    ]
    assert np.array_equal(found[0].valid, found[1].valid)
    assert np.array_equal(found[0].rms_uv[:, 200:], found[1].rms_uv[:, 200:])


def test_the_other_mains_that_comes_later_is_found_and_nothing_is_believed_until_it_is(
    chunks: Any,
) -> None:
    line = 100.0 * hum(250.0, 10.0, 59.96)
    line[:100] = 0.0
    raw = chunks.noise(2, 2500, scale_uv=5.0) + line
    pipeline = Pipeline(design_filters(250.0, mains_hz=50.0), 2)
    done = pipeline.push(chunks.of(raw))
    assert done.valid[:, -1].all()
    assert np.argmax(done.valid[0]) < 2.5 * 250
    assert done.rms_uv[done.valid].max() < 15.0  # 5 µV of noise, 124 ms


def test_a_railed_lane_teaches_nothing_and_the_others_go_on(chunks: Any) -> None:
    raw = chunks.noise(2, 5000, scale_uv=5.0) + 100.0 * hum(250.0, 20.0, 50.04)
    clean = filtered(chunks, raw, 250.0, 50.0)
    railed, flags = raw.copy(), np.zeros(raw.shape, dtype=np.uint8)
    railed[0, 2500:2700], flags[0, 2500:2700] = 187_500.0, SampleFlag.RAILED
    design = design_filters(250.0, mains_hz=50.0)
    done = Pipeline(design, 2).push(chunks.of(railed, flags=flags))
    assert done.valid[0, 3300:].all()
    assert done.rms_uv[0, 3300:].max() < 12.0
    assert rms(done.filtered_uv[1] - clean[1]) < 0.5


@settings(max_examples=25, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 90), min_size=1, max_size=6),
    seed=st.integers(0, 99),
    lost=st.integers(0, 120),
    hz=st.sampled_from([49.8, 50.05, 59.94, 60.2]),
)
def test_recomputed_from_raw_it_is_the_same_however_it_was_cut(
    chunks: Any, sizes: list[int], seed: int, lost: int, hz: float
) -> None:
    raw = chunks.noise(3, 1500, seed=seed, scale_uv=8.0) + 80.0 * hum(250.0, 6.0, hz)
    flags = np.zeros(raw.shape, dtype=np.uint8)
    flags[1, 900:903] = SampleFlag.RAILED
    parts = [
        chunks.of(raw[:, :700], flags=flags[:, :700]),
        chunks.of(raw[:, 700:], flags=flags[:, 700:], first_index=700 + lost, lost=lost),
    ]
    design = design_filters(250.0)
    once, streamed = Pipeline(design, 3), Pipeline(design, 3)
    whole = [once.push(part) for part in parts]
    pieces = [streamed.push(piece) for part in parts for piece in chunks.cut(part, sizes)]
    for name in ("filtered_uv", "rms_uv"):
        np.testing.assert_allclose(
            np.hstack([getattr(piece, name) for piece in pieces]),
            np.hstack([getattr(part, name) for part in whole]),
            rtol=1e-9,
            atol=1e-9,
        )
    valid = np.hstack([piece.valid for piece in pieces])
    assert np.array_equal(valid, np.hstack([part.valid for part in whole]))
