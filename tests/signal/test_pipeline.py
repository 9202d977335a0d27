"""The pipeline: agreement with scipy, trust in its output, and independence of chunking."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import signal

from emg_signal.chunk import FloatArray, SampleFlag
from emg_signal.errors import FilterDesignError
from emg_signal.filters import Band, design_filters
from emg_signal.pipeline import Pipeline, Processed


def direct_rms(filtered_uv: FloatArray, window: int) -> FloatArray:
    """Return the moving RMS by definition: one sum per sample, samples before the first zero."""
    padded = np.pad(filtered_uv, ((0, 0), (window - 1, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, window, axis=1)
    return np.sqrt(np.mean(np.square(windows), axis=2))


def primed_scipy(samples_uv: FloatArray, sos: FloatArray) -> FloatArray:
    """Return scipy's answer, primed by taking the first sample off (no gain at 0 Hz)."""
    return signal.sosfilt(np.array(sos), samples_uv - samples_uv[:, :1], axis=1)


def joined(parts: list[Processed]) -> tuple[FloatArray, FloatArray, FloatArray]:
    return (
        np.hstack([part.filtered_uv for part in parts]),
        np.hstack([part.rms_uv for part in parts]),
        np.hstack([part.valid for part in parts]),
    )


@pytest.mark.parametrize("fs_hz", [250.0, 1000.0, 4000.0])
@pytest.mark.parametrize("n_channels", [2, 8, 40])
def test_agrees_with_scipy(chunks: Any, fs_hz: float, n_channels: int) -> None:
    raw = chunks.noise(n_channels, 4000)
    design = design_filters(fs_hz, mains_hz=None)
    pipeline = Pipeline(design, n_channels)
    done = pipeline.push(chunks.of(raw, fs_hz=fs_hz))
    expected = primed_scipy(raw, design.sos)
    assert np.abs(done.filtered_uv - expected).max() < 1e-9
    assert np.abs(done.rms_uv - direct_rms(expected, pipeline.window)).max() < 1e-9
    assert done.band == design.true_band


@pytest.mark.parametrize("fs_hz", [250.0, 4000.0])
def test_an_electrodes_offset_costs_no_digits(chunks: Any, fs_hz: float) -> None:
    """Against scipy in extended precision: 100 mV of offset under 20 µV of noise."""
    raw = chunks.noise(4, round(2 * fs_hz)) + 100_000.0
    design = design_filters(fs_hz, mains_hz=None)
    streamed = Pipeline(design, 4)
    parts = [streamed.push(part) for part in chunks.cut(chunks.of(raw, fs_hz=fs_hz), [8])]
    expected = primed_scipy(raw.astype(np.longdouble), design.sos.astype(np.longdouble))
    assert np.abs(joined(parts)[0] - expected).max() < 1e-9


def test_golden_figures_of_the_facial_recording(chunks: Any, facial_uv: FloatArray) -> None:
    design = design_filters(1000.0, band=Band(20.0, 450.0), mains_hz=None)
    done = Pipeline(design, 3, rms_window_s=0.1).push(chunks.of(facial_uv, fs_hz=1000.0))
    rms = done.rms_uv[:, 500:]
    figures = np.stack([np.median(rms, 1), np.percentile(rms, 95, axis=1), rms.max(1)], axis=1)
    golden = [[4.941, 6.250, 7.686], [2.923, 5.084, 15.017], [13.926, 17.940, 27.182]]
    assert figures == pytest.approx(np.array(golden), rel=0.01)


@settings(max_examples=40, deadline=None)
@given(
    sizes=st.lists(st.integers(1, 70), min_size=1, max_size=6),
    seed=st.integers(0, 99),
    rail=st.integers(0, 590),
)
def test_chunking_changes_nothing(chunks: Any, sizes: list[int], seed: int, rail: int) -> None:
    raw = chunks.noise(3, 600, seed=seed)
    flags = np.zeros(raw.shape, dtype=np.uint8)
    raw[1, rail : rail + 9] = 187_500.0
    flags[1, rail : rail + 9] = SampleFlag.RAILED
    whole = chunks.of(raw, flags=flags, first_index=7)
    design = design_filters(250.0)
    once = Pipeline(design, 3).push(whole)
    streamed = Pipeline(design, 3)
    filtered, rms, valid = joined([streamed.push(piece) for piece in chunks.cut(whole, sizes)])
    assert np.array_equal(valid, once.valid)
    np.testing.assert_allclose(filtered, once.filtered_uv, rtol=1e-12, atol=1e-11)
    np.testing.assert_allclose(rms, once.rms_uv, rtol=1e-12, atol=1e-11)


@pytest.mark.parametrize("n_channels", [1, 8, 9])
def test_short_and_long_chunks_hand_over_to_each_other(chunks: Any, n_channels: int) -> None:
    """Long pushes of few channels are left to sosfilt: the states go there and back."""
    raw = chunks.noise(n_channels, 9000)
    whole = chunks.of(raw, fs_hz=1000.0)
    design = design_filters(1000.0, mains_hz=None)
    streamed = Pipeline(design, n_channels)
    parts = [streamed.push(piece) for piece in chunks.cut(whole, [5, 2048, 40, 2047, 130])]
    filtered, rms, _ = joined(parts)
    expected = primed_scipy(raw, design.sos)
    assert np.abs(filtered - expected).max() < 1e-9
    assert np.abs(rms - direct_rms(expected, streamed.window)).max() < 1e-9


def test_nothing_is_valid_until_filters_and_window_have_settled(chunks: Any) -> None:
    pipeline = Pipeline(design_filters(250.0), 2)
    done = pipeline.push(chunks.of(chunks.noise(2, 500)))
    assert pipeline.window == 31
    assert not done.valid[:, : 250 + 31].any()
    assert done.valid[:, 250 + 31 :].all()


def test_hum_has_settled_when_the_mask_opens(chunks: Any) -> None:
    """100 µV of hum at the nominal frequency leaves at most 1 µV RMS (50 and 60 Hz)."""
    for fs_hz in (250.0, 1000.0):
        for mains_hz in (50.0, 60.0):
            t = np.arange(round(4 * fs_hz)) / fs_hz
            raw = 100.0 * np.sqrt(2) * np.sin(2 * np.pi * mains_hz * t + 1.0)[None, :]
            design = design_filters(fs_hz, mains_hz=mains_hz)
            done = Pipeline(design, 1).push(chunks.of(raw, fs_hz=fs_hz))
            assert done.rms_uv[done.valid].max() < 1.0


def test_after_a_rail_the_channel_is_blanked_for_two_seconds_and_no_other(chunks: Any) -> None:
    raw = chunks.noise(2, 2000)
    clean = Pipeline(design_filters(250.0), 2).push(chunks.of(raw))
    railed, flags = raw.copy(), np.zeros(raw.shape, dtype=np.uint8)
    railed[0, 500:750] = 187_500.0
    flags[0, 500:750] = SampleFlag.RAILED
    done = Pipeline(design_filters(250.0), 2).push(chunks.of(railed, flags=flags))
    assert not done.valid[0, 500:1250].any()
    assert done.valid[0, 1250:].all()
    after = np.abs(done.rms_uv[0, 1250:] - clean.rms_uv[0, 1250:])
    assert after.max() < 1.0
    assert np.array_equal(done.valid[1], clean.valid[1])
    assert np.array_equal(done.rms_uv[1], clean.rms_uv[1])


@pytest.mark.parametrize("poison", [np.nan, np.inf, -np.inf, 1e300, 1e10])
def test_poison_stays_in_its_channel_and_passes(chunks: Any, poison: float) -> None:
    raw = chunks.noise(4, 1500)
    clean = Pipeline(design_filters(250.0), 4).push(chunks.of(raw))
    poisoned = raw.copy()
    poisoned[2, 700] = poison
    done = Pipeline(design_filters(250.0), 4).push(chunks.of(poisoned))
    others = [0, 1, 3]
    assert np.array_equal(done.filtered_uv[others], clean.filtered_uv[others])
    assert np.array_equal(done.rms_uv[others], clean.rms_uv[others])
    assert np.isfinite(done.filtered_uv).all()
    assert np.isfinite(done.rms_uv).all()
    assert not done.valid[2, 700:1201].any()
    assert done.valid[2, 1201:].all()


def test_poison_from_the_first_sample_on(chunks: Any) -> None:
    raw = np.full((2, 900), np.nan)
    raw[0, 300:] = chunks.noise(1, 600)[0] + 5_000.0
    done = Pipeline(design_filters(250.0), 2).push(chunks.of(raw))
    assert np.isfinite(done.rms_uv).all()
    assert not done.valid[1].any()
    assert done.valid[0, 800:].all()
    assert done.rms_uv[0, 800:].max() < 100.0


@pytest.mark.parametrize("break_", [{"lost": 3}, {"segment": 1}, {"skip": 5}, {"skip": -4}])
def test_a_break_starts_all_channels_anew(chunks: Any, break_: dict[str, int]) -> None:
    raw = chunks.noise(2, 1200) + 30_000.0
    pipeline = Pipeline(design_filters(250.0), 2)
    assert pipeline.push(chunks.of(raw[:, :600])).valid[:, -1].all()
    skip = break_.get("skip", break_.get("lost", 0))
    more = {name: value for name, value in break_.items() if name != "skip"}
    second = pipeline.push(chunks.of(raw[:, 600:], first_index=600 + skip, **more))
    fresh = Pipeline(design_filters(250.0), 2).push(chunks.of(raw[:, 600:]))
    assert np.array_equal(second.valid, fresh.valid)
    assert np.array_equal(second.rms_uv, fresh.rms_uv)


def test_an_empty_chunk_changes_nothing(chunks: Any) -> None:
    raw = chunks.noise(2, 600)
    pipeline = Pipeline(design_filters(250.0), 2)
    pipeline.push(chunks.of(raw[:, :500]))
    empty = pipeline.push(chunks.of(raw[:, :0], first_index=500))
    assert empty.rms_uv.shape == empty.valid.shape == (2, 0)
    assert pipeline.push(chunks.of(raw[:, 500:], first_index=500)).valid.all()


def test_its_arrays_cannot_be_written(chunks: Any) -> None:
    done = Pipeline(design_filters(250.0), 2).push(chunks.of(chunks.noise(2, 20)))
    for array in (done.filtered_uv, done.rms_uv, done.valid):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 1


def test_refuses_another_rate_another_width_and_an_unoffered_window(chunks: Any) -> None:
    pipeline = Pipeline(design_filters(250.0), 2)
    with pytest.raises(FilterDesignError, match="500 Hz met filters for 250 Hz"):
        pipeline.push(chunks.of(chunks.noise(2, 20), fs_hz=500.0))
    with pytest.raises(FilterDesignError, match="3 channels met filters for 2"):
        pipeline.push(chunks.of(chunks.noise(3, 20)))
    for window_s in (0.02, 1.5, float("nan")):
        with pytest.raises(FilterDesignError, match="Ask for 25 to 1000 ms"):
            Pipeline(design_filters(250.0), 2, rms_window_s=window_s)
