"""Notch against adaptive canceller: EMG lost and hum left.

    python benchmarks/signal_hum.py                 # the table of docs/signal.md

Eight lanes of simulated EMG (20 µV RMS after the band-pass) with hum of one phase and different
sizes; the last 10 of 20 s are judged. EMG lost: the drop of RMS when there is no hum at all.
Distortion: RMS of what the method changes in that EMG, over the EMG. Hum left: RMS of what the
hum adds to the answer, after the band-pass, on the worst lane.
"""

from __future__ import annotations

import numpy as np
from scipy import signal

from emg_signal.filters import design_filters
from emg_signal.mains import find_mains
from emg_signal.mains_canceller import MainsCanceller

SECONDS, LANES = 20.0, 8


def cleaned(method: str, raw: np.ndarray, fs_hz: float) -> np.ndarray:
    """Return (n, lanes) after band-pass and the named method."""
    if method == "canceller":
        raw = MainsCanceller(fs_hz, raw.shape[1]).push(raw)
        design = design_filters(fs_hz, mains_hz=None)
    elif method == "notch, found":
        found = find_mains(raw[: round(4 * fs_hz), -1], fs_hz)
        at_hz = found.frequency_hz if found is not None else 50.0
        design = design_filters(fs_hz, mains_hz=at_hz)
    else:
        design = design_filters(fs_hz, mains_hz=50.0 if method == "notch" else None)
    return signal.sosfilt(np.array(design.sos), raw, axis=0)


def main() -> None:
    rng = np.random.default_rng(6)
    print(
        "| rate | method | EMG lost | distortion | "
        + " | ".join(
            f"hum left: {size:g} µV, {drift:+g} Hz"
            for size in (100.0, 1000.0)
            for drift in (0, 0.1, 0.5)
        )
        + " |"
    )
    print("|---|---|---:|---:|" + "---:|" * 6)
    for fs_hz in (250.0, 1000.0):
        t = np.arange(round(SECONDS * fs_hz)) / fs_hz
        judged = slice(round(10 * fs_hz), None)
        emg = rng.normal(0.0, 20.0, (len(t), LANES))
        plain = cleaned("none", emg, fs_hz)[judged]
        for method in ("notch", "notch, found", "canceller"):
            kept = cleaned(method, emg, fs_hz)[judged]
            lost = 100 * (1 - np.std(kept) / np.std(plain))
            distortion = 100 * np.std(kept - plain) / np.std(plain)
            left = []
            for size_uv in (100.0, 1000.0):
                for drift_hz in (0.0, 0.1, 0.5):
                    wave = np.sqrt(2) * np.sin(2 * np.pi * (50.0 + drift_hz) * t)[:, None]
                    hum = size_uv * wave * np.linspace(0.2, 1.0, LANES)
                    # What the hum adds: the answer with it less the answer without.
                    added = cleaned(method, emg + hum, fs_hz)[judged]
                    against = plain if method == "canceller" else kept
                    if method == "notch, found":
                        against = None
                    left.append(_left(added, against, emg, hum, fs_hz, judged))
            shown = " | ".join(f"{value:.1f} µV" for value in left)
            print(f"| {fs_hz:g} Hz | {method} | {lost:.1f} % | {distortion:.0f} % | {shown} |")


def _left(
    added: np.ndarray, against: np.ndarray | None, emg: np.ndarray, hum: np.ndarray,
    fs_hz: float, judged: slice,
) -> float:  # fmt: skip
    if against is None:  # the same notch, found with the hum, on the EMG alone
        found = find_mains((emg + hum)[: round(4 * fs_hz), -1], fs_hz)
        design = design_filters(fs_hz, mains_hz=50.0 if found is None else found.frequency_hz)
        against = signal.sosfilt(np.array(design.sos), emg, axis=0)[judged]
    return float(np.sqrt(np.mean(np.square(added - against), axis=0)).max())


if __name__ == "__main__":
    main()
