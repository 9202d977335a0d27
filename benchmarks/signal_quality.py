"""How often each quality state is missed, and how often it cries wolf, on simulated lanes.

    python benchmarks/signal_quality.py             # the table of docs/signal.md

Each trial streams 14 s of eight lanes at 250 samples/s: rest of 3 µV, contractions of 20 to
150 µV left and right together, hum of 5 µV on a notch of the same frequency, drifting offsets.
From 8 s on one lane (two for shared signal) has one fault. Reports are asked for four times a
second. Missed: the state was not said within its time. False: it was said of a lane or a time
without it. The signals are made here, from scipy alone, not by the project's virtual patient.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable

import numpy as np
from scipy import signal

from emg_signal.calibration import Calibration, SiteCalibration
from emg_signal.chunk import Chunk, Origin, SampleFlag
from emg_signal.filters import design_filters
from emg_signal.montage import Montage, pair_of
from emg_signal.pipeline import Pipeline
from emg_signal.quality import Quality, QualityMonitor

FS_HZ, SECONDS, FAULT_S, N_LANES = 250.0, 14.0, 8.0, 8
N = round(FS_HZ * SECONDS)
AT = round(FS_HZ * FAULT_S)
CHUNK = 25
ASKED_EVERY = round(FS_HZ / 4)
MUSCLES = ("frontalis", "corrugator", "orbicularis_oculi", "zygomaticus")
MONTAGE = Montage("m", tuple(pair_of(name, 2 * i, 2 * i + 1) for i, name in enumerate(MUSCLES)))
T = np.arange(N) / FS_HZ
Fault = Callable[[np.random.Generator, np.ndarray, np.ndarray, int], None]


def muscle(rng: np.random.Generator) -> np.ndarray:
    """Return the lanes of a face at work, µV."""
    sos = signal.butter(2, (20.0, 80.0), "bandpass", fs=FS_HZ, output="sos")
    carrier = signal.sosfilt(sos, rng.normal(size=(N_LANES, N + 250)), axis=1)[:, 250:]
    carrier /= carrier.std(axis=1, keepdims=True)
    effort = np.full((N_LANES, N), 3.0)
    for pair in range(N_LANES // 2):
        start = rng.uniform(0.5, 4.0)
        while start < SECONDS:
            length, height = rng.uniform(0.5, 2.5), rng.uniform(20.0, 150.0)
            ramp = np.clip(np.minimum(T - start, start + length - T) / 0.2, 0.0, 1.0)
            effort[2 * pair : 2 * pair + 2] += height * ramp * rng.uniform(0.7, 1.3, (2, 1))
            start += length + rng.uniform(1.0, 4.0)
    return carrier * effort


def surroundings(rng: np.random.Generator) -> np.ndarray:
    """Return hum on the notch, drifting offsets and the amplifier's noise, µV."""
    phases = rng.uniform(0, 2 * np.pi, (N_LANES, 1))
    hum = 5.0 * np.sqrt(2) * np.sin(2 * np.pi * 50.0 * T + phases)
    offset = rng.normal(0.0, 20_000.0, (N_LANES, 1)) + np.cumsum(rng.normal(0, 1, (N_LANES, N)), 1)
    return hum + offset + rng.normal(0.0, 0.14, (N_LANES, N))


def railed(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    raw[lane, AT:], flags[lane, AT:] = 187_500.0, SampleFlag.RAILED


def flat(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    raw[lane, AT:] = raw[lane, AT]


def clipped(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    middle = np.median(raw[lane, AT:])
    raw[lane, AT:] = middle + np.clip(3.0 * rng.normal(0, 60, N - AT), -90.0, 90.0)


def lead_off(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    hum = rng.uniform(1000.0, 5000.0) * np.sin(2 * np.pi * 50.0 * T[AT:])
    raw[lane, AT:] = raw[lane, AT] + hum + rng.normal(0, 5, N - AT)


def mains(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    raw[lane, AT:] += rng.uniform(30.0, 80.0) * np.sin(2 * np.pi * 60.0 * T[AT:])


def motion(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    raw[lane, AT:] += rng.choice([-1, 1]) * rng.uniform(800.0, 5000.0)


def noisy(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    raw[lane] += rng.normal(0.0, rng.uniform(25.0, 60.0), N)  # from the start: it takes 10 s


def ecg(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    wave = np.arange(-6, 7) / 2.5
    beat = rng.uniform(40.0, 90.0) * (1.0 - wave**2) * np.exp(-(wave**2) / 2.0)  # a QRS of 40 ms
    at, interval = float(AT), FS_HZ * 60.0 / rng.uniform(55.0, 100.0)
    raw[lane, AT - 1300 :] = raw[lane, AT] + rng.normal(0.0, 4.0, N - AT + 1300)
    while at + 13 < N:
        raw[lane, round(at) : round(at) + 13] += beat
        at += interval * rng.normal(1.0, 0.03)


def shared(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    other = lane ^ 1
    mixed = raw[lane] - np.median(raw[lane])
    raw[other, AT:] += (
        rng.uniform(1.5, 2.5) * mixed[AT:] * np.std(np.diff(raw[other])) / np.std(np.diff(mixed))
    )


def bridged(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    raw[lane ^ 1, AT:] = raw[lane, AT:] + rng.normal(0.0, 0.14, N - AT)


# State: the fault, whether it lies on two lanes, and the time it has to be noticed in.
FAULTS: dict[Quality, tuple[Fault, bool, float]] = {
    Quality.RAILED: (railed, False, 0.25),
    Quality.FLAT: (flat, False, 2.0),
    Quality.LEAD_OFF: (lead_off, False, 2.0),
    Quality.CLIPPED: (clipped, False, 2.0),
    Quality.MAINS: (mains, False, 5.0),
    Quality.MOTION: (motion, False, 1.0),
    Quality.BRIDGED: (bridged, True, 5.0),
    Quality.SHARED: (shared, True, 5.0),
    Quality.ECG: (ecg, False, 6.0),
    Quality.NOISY: (noisy, False, 6.0),
}


def calibration() -> Calibration:
    design = design_filters(FS_HZ)
    sites = tuple(SiteCalibration(s, 3.5, 100.0, (100.0,) * 3, 0.0, 28.0) for s in MONTAGE.sites)
    return Calibration(sites, FS_HZ, design.band, 0.124, "simulated", 24.0, "2026-01-01T00:00:00Z")


def watch(raw: np.ndarray, flags: np.ndarray) -> list[tuple[float, list[set[Quality]]]]:
    """Return (time, states of each lane) for each time that was asked."""
    pipeline = Pipeline(design_filters(FS_HZ), N_LANES)
    monitor = QualityMonitor(MONTAGE, FS_HZ, mains_hz=50.0)
    told = []
    for at in range(0, N, CHUNK):
        part = slice(at, at + CHUNK)
        chunk = Chunk(raw[:, part], FS_HZ, at, 0.0, Origin.SIMULATED, flags[:, part])
        monitor.push(chunk, pipeline.push(chunk))
        if (at + CHUNK) % ASKED_EVERY < CHUNK and at > 3 * FS_HZ:
            found = monitor.findings(age_s=0.02, calibration=calibration())
            told.append(((at + CHUNK) / FS_HZ, [{r.quality for r in one} for one in found]))
    return told


def trial(rng: np.random.Generator, state: Quality | None) -> tuple[float | None, set[Quality]]:
    """Return the time that the state took to be noticed, and states said of sound lanes."""
    raw, flags = muscle(rng) + surroundings(rng), np.zeros((N_LANES, N), dtype=np.uint8)
    lane = int(rng.integers(N_LANES))
    bad: set[int] = set()
    if state is not None:
        fault, on_two, _ = FAULTS[state]
        fault(rng, raw, flags, lane)
        bad = {lane, lane ^ 1} if on_two else {lane}
    noticed, false = None, set()
    for time_s, lanes in watch(raw, flags):
        if state is not None and noticed is None and time_s > FAULT_S and state in lanes[lane]:
            noticed = time_s - FAULT_S
        for index, states in enumerate(lanes):
            if index not in bad:
                false |= states
    return noticed, false


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=100, help="trials per state")
    parser.add_argument("--clean", type=int, default=300, help="trials without a fault")
    given = parser.parse_args()
    rng = np.random.default_rng(4)
    cried: dict[Quality, int] = defaultdict(int)
    for _ in range(given.clean):
        for quality in trial(rng, None)[1]:
            cried[quality] += 1
    print(
        f"| state | noticed within | trials | missed | median time | slowest | false, of "
        f"{given.clean} faultless runs of {N_LANES} lanes | false on sound lanes beside it |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for state, (_, _, limit_s) in FAULTS.items():
        results = [trial(rng, state) for _ in range(given.trials)]
        times = [time for time, _ in results if time is not None and time <= limit_s + 1e-9]
        beside = sum(bool(false) for _, false in results)
        median = f"{np.median(times):.2f} s" if times else "-"
        slowest = f"{max(times):.2f} s" if times else "-"
        print(
            f"| {state} | {limit_s:g} s | {given.trials} | {given.trials - len(times)} | "
            f"{median} | {slowest} | {cried[state]} | {beside} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
