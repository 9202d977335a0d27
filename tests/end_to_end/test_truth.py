"""What the program reports against an independent chain on the same run's electrode waveform.

The rendered waveform is put through a sinc3 written here (three running means), scipy's filters
and a direct RMS; nothing of ours computes the truth.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.signal import butter, iirnotch, sosfilt, tf2sos

pytestmark = pytest.mark.xdist_group("a core of its own")
FS = 250
EVENHAND = Path(sys.executable).with_name("evenhand")
SIDES = {"left": 0, "right": 1}
CONTRACTIONS = [(13.5 + 4 * i, 2.5) for i in range(5)]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Stream the demo's 35 s through pseudo-terminal, BrainFlow and our program, once."""
    folder = tmp_path_factory.mktemp("truth")
    truth = folder / "truth.npz"
    done = subprocess.run(
        [
            EVENHAND, "live", "--device", f"virtual?truth={truth}", "--headless", "--json",
            "--seconds", "35",
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {"lines": [json.loads(line) for line in done.stdout.splitlines()], **np.load(truth)}


def sampled(run: dict[str, Any]) -> np.ndarray:
    """Put the electrode waveform through a third-order sinc at the board's rate."""
    ratio = round(float(run["render_hz"]) / FS)
    uv = run["electrode_uv"][:, int(run["first_streamed"]) :].astype(float)
    for _ in range(3):
        total = np.cumsum(np.pad(uv, ((0, 0), (1, 0))), axis=1)
        uv = (total[:, ratio:] - total[:, :-ratio]) / ratio
    return uv[:, ::ratio]


def filtered(run: dict[str, Any]) -> np.ndarray:
    sos = np.vstack(
        [
            butter(4, (20, 0.45 * FS), "bandpass", fs=FS, output="sos"),
            tf2sos(*iirnotch(50, 30, fs=FS)),
        ]
    )
    samples = sampled(run)
    # The electrode's offset is there before the first sample; so the chain starts on it.
    return np.asarray(sosfilt(sos, samples - samples[:, :1], axis=1))


@pytest.mark.real_time(seconds=37)
def test_every_rms_frame_is_within_one_percent(run: dict[str, Any]) -> None:
    truth = filtered(run)
    window = round(0.125 * FS)
    frames = 0
    worst = 0.0
    for line in run["lines"]:
        if line.get("link") != "live":
            continue
        for site in line["sites"]:
            if site["rms_uv"] is None:
                continue
            end = line["index"] + 1
            expected = math.sqrt(np.mean(truth[site["channel"] - 1, end - window : end] ** 2))
            worst = max(worst, abs(site["rms_uv"] / expected - 1))
            frames += 1
    print(f"worst of {frames} RMS frames: {worst:.2e}")
    assert frames > 8 * 300
    assert worst < 0.01, f"{worst:.2%} of {frames} frames"


@pytest.mark.real_time
def test_the_symmetry_index_is_within_half_a_point(run: dict[str, Any]) -> None:
    truth = filtered(run)
    rest = np.sqrt(np.mean(truth[:2, round(1.5 * FS) : 3 * FS] ** 2, axis=1))
    ratios = []
    for start_s, hold_s in CONTRACTIONS:
        middle = round((start_s + hold_s / 2 - 0.5) * FS)
        rms = np.sqrt(np.mean(truth[:2, middle : middle + FS] ** 2, axis=1) - rest**2)
        ratios.append(math.log(rms[0] / rms[1]))
    index = 100 * math.tanh(np.mean(ratios) / 2)
    reported = [
        pair["symmetry"]["index_percent"]
        for line in run["lines"]
        for pair in line.get("pairs", [])
        if pair["muscle"] == "frontalis" and pair["symmetry"] is not None
    ]
    print(f"symmetry index: reported {reported[-1]:.4f}, independent {index:.4f}")
    assert abs(reported[-1] - index) < 0.5


@pytest.mark.real_time
def test_the_demo_ends_in_even_sides(run: dict[str, Any]) -> None:
    suggestions = [line for line in run["lines"] if line["type"] == "suggestion"]
    assert suggestions, "no suggestion was made"
    last = suggestions[-1]
    assert last["kind"] == "even out"
    assert last["status"] == "ok"
