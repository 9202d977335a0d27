"""The figures of docs/signal.md, from the real recordings beside the checkout.

    python benchmarks/signal_figures.py             # needs matplotlib and docs/recordings.md's two

Each figure is one step from raw samples to % of the reference contraction; the figures printed
in the text are printed by this script too.
"""

# ruff: noqa: E402 - the room is found by its path, so that any environment with NumPy will do.
from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "signal"))

import matplotlib as mpl

mpl.use("agg")
import numpy as np
from matplotlib import pyplot as plt
from recordings_folder import DATA
from scipy.signal import periodogram

from emg_signal.amplitude import middle
from emg_signal.calibrating import calibrate
from emg_signal.calibration import Calibration
from emg_signal.chunk import Chunk, FloatArray, Origin
from emg_signal.filters import FilterDesign, design_filters
from emg_signal.mains import strongest_hum
from emg_signal.montage import Montage, pair_of
from emg_signal.pipeline import Pipeline, Processed
from emg_signal.quality import QualityMonitor
from emg_signal.quality_report import SEVERITY, Quality

IMAGES = ROOT / "docs" / "images"
SHOWN = slice(5 * 250, 17 * 250)  # two clenches on channel 3, and rest around them
LANE, OTHER = 2, 4  # channels 3 and 5, counted from 0
REST_S = (30.0, 60.0)
CLENCHES_S = ((8.45, 9.85), (11.55, 12.85), (81.95, 83.15))
BLUE, ORANGE, GREY = "#1b6ca8", "#d9730d", "#8a939c"
mpl.rcParams.update({"font.size": 8, "axes.spines.top": False, "axes.spines.right": False})


def jaw() -> FloatArray:
    lines = (DATA / "cyton_jaw_clench_250hz.txt").read_text().splitlines()
    return np.array([row.split(",")[1:9] for row in lines if row[:1].isdigit()], dtype=float).T


def face() -> FloatArray:
    """Return corrugator, zygomaticus and levator, µV (the file's mV, also for the levator)."""
    lines = (DATA / "facial_emg_biopac_1000hz.txt").read_text().splitlines()
    first = next(i for i, row in enumerate(lines) if row.startswith("CH1,")) + 2
    rows = [row.split(",")[:3] for row in lines[first:] if row.strip()]
    return np.array(rows, dtype=float).T * 1000.0


def chunk(raw: FloatArray, fs_hz: float, at: int = 0) -> Chunk:
    return Chunk(raw, fs_hz, at, 0.0, Origin.PLAYBACK, np.zeros_like(raw, np.uint8))


def processed(raw: FloatArray, design: FilterDesign) -> Processed:
    return Pipeline(design, len(raw)).push(chunk(raw, design.fs_hz))


def save(name: str) -> None:
    plt.savefig(IMAGES / f"signal_{name}.png", dpi=110)
    plt.close()
    print(f"docs/images/signal_{name}.png")


def figure_raw(raw: FloatArray) -> None:
    found = strongest_hum(raw[LANE, 30 * 250 : 38 * 250], 250.0)
    print(f"hum: {found.frequency_hz:.2f} Hz, {found.rms_uv:.0f} µV")
    _, (left, right) = plt.subplots(1, 2, figsize=(9, 2.6), layout="constrained")
    t = np.arange(raw.shape[1]) / 250.0
    left.plot(t[SHOWN], raw[LANE, SHOWN] / 1000.0, color=GREY, lw=0.4)
    left.set(xlabel="s", ylabel="mV", title="1a  Channel 3 as it comes: offset, drift, hum")
    frequencies, density = periodogram(raw[LANE, 30 * 250 : 60 * 250], 250.0, "hann")
    right.semilogy(frequencies, np.sqrt(density), color=GREY, lw=0.5)
    right.set(xlabel="Hz", ylabel="µV/√Hz", ylim=(1e-2, 1e3),
              title=f"1b  At rest: a line of {found.rms_uv:.0f} µV at "
              f"{found.frequency_hz:.2f} Hz")  # fmt: skip
    save("1_raw")


def figure_filtered(raw: FloatArray, left_in: Processed, tuned: Processed) -> None:
    rest = slice(round(REST_S[0] * 250), round(REST_S[1] * 250))
    for name, done in (("left in", left_in), ("followed", tuned)):
        level = float(np.sqrt(np.mean(done.filtered_uv[LANE, rest] ** 2)))
        print(f"rest of channel 3, hum {name}: {level:.2f} µV RMS")
    _, (left, right) = plt.subplots(1, 2, figsize=(9, 2.6), layout="constrained")
    t = np.arange(raw.shape[1]) / 250.0
    left.plot(t[SHOWN], tuned.filtered_uv[LANE, SHOWN], color=BLUE, lw=0.4)
    left.set(xlabel="s", ylabel="µV", title=f"2a  Filtered, true band {tuned.band.label}")
    for done, colour, label in (
        (left_in, ORANGE, "hum left in"),
        (tuned, BLUE, "hum followed and taken out"),
    ):
        frequencies, density = periodogram(done.filtered_uv[LANE, rest], 250.0, "hann")
        right.semilogy(frequencies, np.sqrt(density), color=colour, lw=0.5, label=label)
    right.set(xlabel="Hz", ylabel="µV/√Hz", ylim=(1e-2, 1e2), title="2b  Rest after the filters")
    right.legend(frameon=False)
    save("2_filtered")


def figure_envelope(raw: FloatArray, tuned: Processed) -> None:
    t = np.arange(raw.shape[1]) / 250.0
    _, (left, right) = plt.subplots(1, 2, figsize=(9, 2.6), layout="constrained")
    left.plot(t[SHOWN], np.abs(tuned.filtered_uv[LANE, SHOWN]), color=GREY, lw=0.3)
    left.plot(t[SHOWN], tuned.rms_uv[LANE, SHOWN], color=BLUE, lw=1.0)
    left.set(xlabel="s", ylabel="µV", title="3a  Rectified (grey) and moving RMS over 124 ms")
    begin = slice(0, 5 * 250)
    right.plot(t[begin], tuned.rms_uv[LANE, begin], color=GREY, lw=0.8, label="not valid")
    trusted = np.where(tuned.valid[LANE, begin], tuned.rms_uv[LANE, begin], np.nan)
    right.plot(t[begin], trusted, color=BLUE, lw=1.0, label="valid")
    right.set(xlabel="s", ylabel="µV", title="3b  The start: nothing is believed while it settles")
    right.legend(frameon=False)
    save("3_envelope")


def calibrated(tuned: Processed) -> Calibration:
    montage = Montage("jaw", (pair_of("jaw", LANE, OTHER),))
    cut = [tuned.filtered_uv[:, round(a * 250) : round(b * 250)] for a, b in CLENCHES_S]
    rest = tuned.filtered_uv[:, round(REST_S[0] * 250) : round(REST_S[1] * 250)]
    found = calibrate(
        montage, rest, {"jaw": cut}, fs_hz=250.0, band=tuned.band,
        rms_window_s=31 / 250, board="Cyton",
        gain=None, locked_at_utc="2019-05-15T12:00:00+00:00",
    )  # fmt: skip
    assert isinstance(found, Calibration), found
    for entry, channel in zip(found.sites, (3, 5), strict=True):
        shown = ", ".join(f"{value:.1f}" for value in entry.repetitions_uv)
        print(f"channel {channel}: rest {entry.rest_uv:.2f}, reference {entry.reference_uv:.1f} µV")
        print(f"  ({shown}), variation {entry.variation_percent:.0f} %, SNR {entry.snr:.1f}")
    return found


def figure_calibration(tuned: Processed, calibration: Calibration) -> None:
    t = np.arange(tuned.rms_uv.shape[1]) / 250.0
    _, all_axes = plt.subplots(1, 3, figsize=(9, 2.4), sharey=True, layout="constrained")
    for axes, (start, stop) in zip(all_axes, CLENCHES_S, strict=True):
        shown = slice(round((start - 0.8) * 250), round((stop + 0.8) * 250))
        axes.plot(t[shown], tuned.rms_uv[LANE, shown], color=BLUE, lw=1.0)
        inner = middle(t[round(start * 250) : round(stop * 250)], 250.0)
        axes.axvspan(inner[0], inner[-1], color=BLUE, alpha=0.12, lw=0)
        axes.axhline(calibration.sites[0].reference_uv, color=ORANGE, lw=0.8)
        axes.axhline(calibration.sites[0].rest_uv, color=GREY, lw=0.8)
        axes.set(xlabel="s")
    all_axes[0].set(ylabel="µV", title="4  Middle 1.0 s (shade), rest (grey)")
    all_axes[1].set(title="and reference contraction (orange)")
    save("4_calibration")


def figure_percent(tuned: Processed, calibration: Calibration) -> None:
    t = np.arange(tuned.rms_uv.shape[1]) / 250.0
    plt.figure(figsize=(9, 2.2), layout="constrained")
    for entry, colour in zip(calibration.sites, (BLUE, ORANGE), strict=True):
        channel = entry.site.channel
        trusted = np.where(tuned.valid[channel], tuned.rms_uv[channel], np.nan)
        plt.plot(t, 100.0 * trusted / entry.reference_uv, color=colour, lw=0.6,
                 label=f"channel {channel + 1}")  # fmt: skip
    plt.axhline(100.0, color=GREY, lw=0.8)
    plt.title("5  In % of the reference contraction; the five last peaks are short and hard")
    plt.xlabel("s")
    plt.ylabel("%")
    plt.legend(frameon=False)
    save("5_percent")


def qualities(
    raw: FloatArray, fs_hz: float, mains_hz: float | None
) -> tuple[FloatArray, FloatArray]:
    """Return times and (n_channels, n_times) ranks of the worst state."""
    pairs = tuple(pair_of(f"pair {i}", 2 * i, 2 * i + 1) for i in range((len(raw) + 1) // 2))
    montage = Montage("lanes", pairs)
    design = design_filters(fs_hz, mains_hz=mains_hz)
    lanes = np.vstack([raw, raw[-1:] * 0.0]) if len(raw) % 2 else raw
    pipeline, monitor = (
        Pipeline(design, len(lanes)),
        QualityMonitor(montage, fs_hz, mains_hz=mains_hz),
    )
    step, times, ranks = round(fs_hz / 4), [], []
    for at in range(0, raw.shape[1] - step, step):
        part = chunk(np.ascontiguousarray(lanes[:, at : at + step]), fs_hz, at)
        monitor.push(part, pipeline.push(part))
        told = monitor.findings(age_s=0.0, calibration=None)
        worst = [max(SEVERITY.index(r.quality) for r in one) for one in told]
        times.append((at + step) / fs_hz)
        ranks.append(worst[: len(raw)])
    return np.array(times), np.array(ranks).T


def figure_quality(jaw_uv: FloatArray, face_uv: FloatArray) -> None:
    _, all_axes = plt.subplots(
        3, 1, figsize=(9, 5.2), layout="constrained", height_ratios=[8, 8, 3]
    )
    cases = (
        (jaw_uv, 250.0, None, "Cyton recording, hum left in"),
        (jaw_uv, 250.0, 50.0, "the same, hum followed and taken out"),
        (face_uv, 1000.0, 50.0, "facial recording (corrugator, zygomaticus, levator)"),
    )
    colours = plt.get_cmap("tab20")
    seen: set[int] = set()
    for axes, (raw, fs_hz, mains_hz, title) in zip(all_axes, cases, strict=True):
        times, ranks = qualities(raw, fs_hz, mains_hz)
        seen |= set(np.unique(ranks).tolist())
        image = np.ma.masked_equal(ranks, SEVERITY.index(Quality.UNCALIBRATED))
        axes.imshow(image, aspect="auto", interpolation="nearest", cmap=colours, vmin=0, vmax=19,
                    extent=(0, times[-1], len(raw) + 0.5, 0.5))  # fmt: skip
        axes.set(title=title, ylabel="channel", xlim=(0, times[-1]))
        counts = {str(SEVERITY[r]): int(np.sum(ranks == r)) for r in np.unique(ranks)}
        print(title, counts)
    all_axes[-1].set(xlabel="s")
    for rank in sorted(seen - {SEVERITY.index(Quality.UNCALIBRATED)}):
        all_axes[0].plot([], [], "s", color=colours(rank / 19), label=str(SEVERITY[rank]))
    all_axes[0].legend(frameon=False, ncols=6, loc="upper center", bbox_to_anchor=(0.5, 1.6))
    save("6_quality")


def figure_face(face_uv: FloatArray) -> None:
    done = processed(face_uv, design_filters(1000.0, mains_hz=None))
    t = np.arange(face_uv.shape[1]) / 1000.0
    _, all_axes = plt.subplots(3, 1, figsize=(9, 3.6), sharex=True, layout="constrained")
    for axes, name, filtered, rms, valid in zip(
        all_axes, ("corrugator", "zygomaticus", "levator"), done.filtered_uv, done.rms_uv,
        done.valid, strict=True,
    ):  # fmt: skip
        axes.plot(t, filtered, color=GREY, lw=0.2)
        axes.plot(t, np.where(valid, rms, np.nan), color=BLUE, lw=0.9)
        axes.set(ylabel=f"{name}\nµV")
    all_axes[0].set_title(
        f"7  Real facial EMG, {done.band.label}, filtered and moving RMS over 125 ms"
    )
    all_axes[-1].set(xlabel="s")
    save("7_face")


def main() -> None:
    jaw_uv, face_uv = jaw(), face()
    left_in = processed(jaw_uv, design_filters(250.0, mains_hz=None, board_high_hz=65.0))
    tuned = processed(jaw_uv, design_filters(250.0, mains_hz=50.0, board_high_hz=65.0))
    figure_raw(jaw_uv)
    figure_filtered(jaw_uv, left_in, tuned)
    figure_envelope(jaw_uv, tuned)
    calibration = calibrated(tuned)
    figure_calibration(tuned, calibration)
    figure_percent(tuned, calibration)
    figure_quality(jaw_uv, face_uv)
    figure_face(face_uv)


if __name__ == "__main__":
    main()
