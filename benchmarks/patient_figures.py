"""Measures the virtual patient and writes its tables and figure into docs.

Run as ``python benchmarks/patient_figures.py`` from the project's root. The text between the
markers of docs/patient.md and docs/images/patient.svg are made anew; the real recordings are read
from the folder of docs/recordings.md and their rows left out where that is absent.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from patient_svg import Plot, render
from recordings_folder import DATA
from scipy import signal, stats

from emg_device.recordings.formats import read_recording
from emg_device.recordings.recording import FileChoice
from emg_simulators.ads1299 import Ads1299Converter, uv_per_count
from emg_simulators.norms import drawn_index_percent
from emg_simulators.patient import Patient
from emg_simulators.scenario import parse_scenario
from emg_simulators.source import rendering_rate_hz
from emg_simulators.spectrum import SHAPES, SurfaceSpectrum

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "patient.md"
FIGURE = ROOT / "docs" / "images" / "patient.svg"
FRAME_S = 0.125
EFFORTS = (0.05, 0.2, 0.5, 1.0)
WIDE, NARROW = (1000.0, 20.0, 450.0), (250.0, 20.0, 58.0)
"""(rate, low, high) in Hz: a laboratory amplifier, and what a Cyton's 250 Hz carries of it."""

HOLD = """
title = "hold"
mode = "{mode}"
crosstalk = 0
[person]
rest_uv = 0
effort_variation_percent = 0
waver_percent = 0
fatigue_percent = 0
[room]
noise_uv = 0.5
mains_uv = 0
wander_uv = 0
offset_uv = 0
[[timeline.cue]]
at_s = 0
for_s = 999
expression = "clench"
effort = {effort}
[[muscle]]
name = "masseter"
channels = [1, 2]
index_percent = 0
spectrum = "{shape}"
"""


def hold_uv(mode, effort, shape, fs_hz, seconds=60.0, seed=1):
    """Return one channel of a steady hold as a board at fs_hz gives it, µV."""
    scenario = parse_scenario(HOLD.format(mode=mode, effort=effort, shape=shape))
    patient = Patient(scenario, seed, render_hz=rendering_rate_hz(fs_hz))
    counts = Ads1299Converter(patient, fs_hz=fs_hz).read_counts(round((seconds + 1) * fs_hz))
    return counts[0, round(fs_hz) :] * uv_per_count(24)


def band_passed(uv, fs_hz, low_hz, high_hz):
    sos = signal.butter(4, [low_hz, high_hz], btype="band", fs=fs_hz, output="sos")
    return signal.sosfilt(sos, uv - uv.mean())[round(fs_hz / 2) :]


def features(uv, fs_hz, low_hz, high_hz):
    """Return RMS, median frequency, kurtosis and the CoV of 125 ms frames, in a band."""
    band = band_passed(uv, fs_hz, low_hz, high_hz)
    f_hz, power = signal.welch(band, fs_hz, nperseg=min(1024, len(band)))
    share = np.cumsum(power)
    n = round(FRAME_S * fs_hz)
    frames = np.sqrt((band[: len(band) // n * n].reshape(-1, n) ** 2).mean(axis=1))
    return (
        float(np.sqrt(np.mean(band**2))),
        float(np.interp(share[-1] / 2, share, f_hz)),
        float(stats.kurtosis(band, fisher=False)),
        100 * float(frames.std() / frames.mean()),
    )


def row(name, chain, values):
    rms, median, kurtosis, variation = values
    fs_hz, low_hz, high_hz = chain
    return (
        f"| {name} | {fs_hz:g} Hz, {low_hz:g}-{high_hz:g} | {rms:.1f} | {median:.0f} "
        f"| {kurtosis:.1f} | {variation:.0f} % |"
    )


def simulated_rows():
    rows = []
    for chain in (WIDE, NARROW):
        for effort in EFFORTS:
            for mode in ("motor_units", "fast"):
                values = features(hold_uv(mode, effort, "middle", chain[0]), *chain)
                rows.append(row(f"{mode.replace('_', ' ')}, effort {effort:.0%}", chain, values))
    for shape in ("low", "high"):
        for mode in ("motor_units", "fast"):
            values = features(hold_uv(mode, 0.5, shape, WIDE[0]), *WIDE)
            rows.append(row(f"{mode.replace('_', ' ')}, {shape} spectrum, 50%", WIDE, values))
    return rows


def recorded_rows():
    rows = []
    path = DATA / "facial_emg_biopac_1000hz.txt"
    if path.exists():
        recording = read_recording(path, FileChoice(units={"3": "mV"}))
        for channel, name in enumerate(("corrugator", "zygomaticus", "levator")):
            values = features(recording.samples_uv[:, channel], *WIDE)
            rows.append(row(f"recorded {name}, quiet face", WIDE, values))
    path = DATA / "cyton_jaw_clench_250hz.txt"
    if path.exists():
        uv = read_recording(path).samples_uv[:, 2]
        # The recording hums at 60 Hz; the same notch would do nothing to the simulated rows.
        b, a = signal.iirnotch(60.0, 10.0, fs=250.0)
        clean = signal.filtfilt(b, a, uv)
        for start_s, name in ((82.0, "jaw clench"), (3.0, "jaw at rest")):
            part = clean[int(start_s * 250) - 125 : int((start_s + 1.0) * 250)]
            rows.append(row(f"recorded {name}, channel 3", NARROW, features(part, *NARROW)))
    return rows


def norm_rows():
    published = {
        "frontalis": (10.87, 10.14),
        "zygomaticus": (16.71, 14.79),
        "orbicularis_oris": (12.10, 10.05),
    }
    for muscle, (mean, sd) in published.items():
        drawn = np.abs([drawn_index_percent(muscle, seed) for seed in range(154)])
        yield (
            f"| {muscle.replace('_', ' ')} | {mean} ± {sd} % | "
            f"{drawn.mean():.1f} ± {drawn.std(ddof=1):.1f} % |"
        )


def figure():
    wave = Plot("Motor units at effort 5 % and 50 % (shifted)", "seconds", "µV")
    for effort, shift in ((0.05, 0.0), (0.5, 400.0)):
        uv = hold_uv("motor_units", effort, "middle", 1000.0, seconds=1.0)
        wave.add(f"{effort:.0%}", np.arange(400) / 1000, uv[:400] + shift)
    spectra = Plot("Spectrum, effort 50 %", "Hz", "share of power per Hz", log_y=True)
    inside = slice(10, 470)
    for mode in ("motor_units", "fast"):
        f_hz, power = signal.welch(hold_uv(mode, 0.5, "middle", 1000.0), 1000.0, nperseg=1000)
        spectra.add(mode.replace("_", " "), f_hz[inside], (power / power.sum())[inside])
    path = DATA / "facial_emg_biopac_1000hz.txt"
    if path.exists():
        uv = read_recording(path).samples_uv[500:, 0]
        f_hz, power = signal.welch(uv - uv.mean(), 1000.0, nperseg=1000)
        spectra.add("recorded corrugator", f_hz[inside], power[inside] / power[10:].sum())
    model = SurfaceSpectrum(*SHAPES["middle"], 8000.0).density(f_hz[inside])
    spectra.add("model", f_hz[inside], model)
    kurtosis = Plot("Kurtosis over effort (3 is Gaussian)", "effort", "kurtosis")
    efforts = (0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)
    for mode in ("motor_units", "fast"):
        values = [features(hold_uv(mode, e, "middle", 1000.0, 20.0), *WIDE)[2] for e in efforts]
        kurtosis.add(mode.replace("_", " "), efforts, values)
    rms = Plot("RMS over effort, 20-450 Hz", "effort", "µV")
    for mode in ("motor_units", "fast"):
        values = [features(hold_uv(mode, e, "middle", 1000.0, 20.0), *WIDE)[0] for e in efforts]
        rms.add(mode.replace("_", " "), efforts, values)
    return render([wave, spectra, rms, kurtosis])


def replaced(text, marker, lines):
    """Return text with what stands between two markers replaced by lines."""
    start, end = f"<!-- {marker} -->", f"<!-- end of {marker} -->"
    head, _, rest = text.partition(start)
    _, found, tail = rest.partition(end)
    if not found:
        sys.exit(f"{PAGE}: no markers {start} and {end}.")
    return "\n".join([head + start, *lines, end + tail])


def main():
    text = PAGE.read_text(encoding="utf-8")
    head = [
        "| signal | board and band | RMS, µV | median Hz | kurtosis | CoV of 125 ms RMS |",
        "|---|---|---|---|---|---|",
    ]
    text = replaced(text, "features", [*head, *simulated_rows(), *recorded_rows()])
    head = ["| muscle | published, 154 people (S89) | 154 drawn |", "|---|---|---|"]
    text = replaced(text, "norms", [*head, *norm_rows()])
    FIGURE.parent.mkdir(exist_ok=True)
    FIGURE.write_text(figure(), encoding="utf-8")
    PAGE.write_text(text, encoding="utf-8")
    print(text.partition("<!-- features -->")[2].partition("<!-- end of norms -->")[0])


if __name__ == "__main__":
    main()
