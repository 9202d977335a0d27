"""The two real recordings beside the checkout, through the same path as a board."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from emg_device.registry import open_device
from emg_signal.filters import Band, design_filters
from emg_signal.pipeline import Pipeline

EVENHAND = Path(sys.executable).with_name("evenhand")

# docs/recordings.md: scipy, 20-450 Hz, no notch, 100 samples, first 500 dropped (µV)
GOLDEN = {
    "corrugator": (4.941, 6.250, 7.686),
    "zygomaticus": (2.923, 5.084, 15.017),
    "levator": (13.926, 17.940, 27.182),
}


def envelope(
    spec: str, *, band: Band | None, mains_hz: float | None, window_s: float
) -> np.ndarray:
    """Play a recording through driver, filters and RMS; ``(n_channels, n_samples)`` µV."""
    with open_device(spec) as device:
        design = design_filters(device.info.fs_hz, band=band, mains_hz=mains_hz)
        pipeline = Pipeline(design, device.info.n_channels, rms_window_s=window_s)
        device.start()
        parts = []
        while device.state != "ended":
            chunk = device.read(1.0)
            if chunk is not None:
                parts.append(pipeline.push(chunk).rms_uv)
    return np.concatenate(parts, axis=1)


def test_the_golden_figures_of_the_facial_recording(shared_data: Path) -> None:
    path = shared_data / "facial_emg_biopac_1000hz.txt"
    spec = f"playback:{path}?speed=max&unit=3=mV"
    rms_uv = envelope(spec, band=Band(20, 450), mains_hz=None, window_s=0.1)[:, 500:]
    for lane, (site, (median, p95, highest)) in zip(rms_uv[:3], GOLDEN.items(), strict=True):
        got = (np.median(lane), np.percentile(lane, 95), lane.max())
        print(site, *(f"{value:.3f}" for value in got))
        assert got == pytest.approx((median, p95, highest), rel=0.01), site


def test_the_jaw_clenches_are_on_the_channels_named(shared_data: Path) -> None:
    path = shared_data / "cyton_jaw_clench_250hz.txt"
    rms_uv = envelope(f"playback:{path}?speed=max", band=None, mains_hz=60.0, window_s=0.125)
    fs_hz = 250
    quiet = np.median(rms_uv[:, 20 * fs_hz : 75 * fs_hz], axis=1)
    for first_s, last_s in ((8, 13), (82, 88)):
        burst = np.percentile(rms_uv[:, first_s * fs_hz : last_s * fs_hz], 95, axis=1) / quiet
        print(first_s, last_s, np.round(burst, 1))
        # channels 3 and 5 alternate with 4 and 6 (counted from 1)
        assert set(np.argsort(burst)[-4:] + 1) == {3, 4, 5, 6}


def test_replay_runs_them_through_the_command_line(shared_data: Path) -> None:
    done = subprocess.run(
        [
            EVENHAND, "replay", shared_data / "facial_emg_biopac_1000hz.txt", "--speed", "0",
            "--band", "20-450", "--notch", "off", "--rms", "100ms", "--unit", "3=mV", "--json",
        ],
        capture_output=True,
        text=True,
        timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    updates = [json.loads(line) for line in done.stdout.splitlines()]
    assert updates[-1]["origin"] == "playback"
    # 2,054,992 samples are declared and some 13,000 are there: both numbers are said
    notes = " ".join(updates[-1]["notes"])
    assert "2,054,992" in notes or "2054992" in notes, notes
    corrugator = [u["sites"][0]["rms_uv"] for u in updates if u["sites"][0]["rms_uv"] is not None]
    assert np.median(corrugator) == pytest.approx(4.941, rel=0.02)
