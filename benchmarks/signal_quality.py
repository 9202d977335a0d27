"""How often each quality state is missed, and how often it cries wolf, on simulated lanes.

    python benchmarks/signal_quality.py             # the tables of docs/signal.md
    python benchmarks/signal_quality.py --only real # or made, told

Each trial streams 14 s of eight lanes at 250 samples/s: rest of 3 µV, contractions of 20 to
150 µV left and right together, hum of 5 µV, drifting offsets. From 8 s on one lane (two for shared
signal, all for a common reference) has one fault. Reports are asked for four times a second.
Missed: the state was not said within its time. False: it was said of a lane or a time without it.
The signals are made here, from scipy alone, not by the project's virtual patient.

The second table puts the same faults on to stretches of a real Cyton recording, whose lanes are
against a common reference: all states there are but those that all lanes alike have. The third says
what is told of both real recordings as they are, and of their processed channels.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable

import numpy as np
from recordings_folder import DATA
from scipy import signal

from emg_device.registry import open_device
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
Background = Callable[[np.random.Generator], np.ndarray]


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
    """Return hum, drifting offsets and the amplifier's noise, µV."""
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


def blink(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    n = round(rng.uniform(0.15, 0.3) * FS_HZ)
    lid = np.hanning(n) * rng.choice([-1, 1]) * rng.uniform(900.0, 1500.0)
    raw[lane, AT : AT + n] += lid


def envelope(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    """150 to 550 counts of 24.4 µV, smoothed with 0.1 s, whole counts; two holds in ten seconds."""
    start = AT - round(3.0 * FS_HZ)
    t = np.arange(N - start) / FS_HZ
    at_work = ((t % 4.0) > 1.5) & ((t % 4.0) < 1.5 + rng.uniform(1.0, 2.0))
    effort = signal.lfilter(*signal.butter(2, 1.6, fs=FS_HZ), at_work * rng.uniform(0.6, 1.0))
    counts = 150.0 + 400.0 * effort + rng.normal(0.0, 0.7, len(t))
    raw[lane] = 24.4 * np.rint(150.0 + rng.normal(0.0, 0.7, N))
    raw[lane, start:] = 24.4 * np.rint(counts)


def common(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    sos = signal.butter(2, (20.0, 80.0), "bandpass", fs=FS_HZ, output="sos")
    reference = signal.sosfilt(sos, rng.normal(size=N - AT))
    raw[:, AT:] -= rng.uniform(7.0, 15.0) * reference / reference.std()


def noisy(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    raw[lane] += rng.normal(0.0, rng.uniform(25.0, 60.0), N)  # from the start: it takes 10 s


def ecg(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    ecg_of(rng, raw, lane, rng.uniform(40.0, 90.0), 4.0)


def faint_ecg(rng: np.random.Generator, raw: np.ndarray, flags: np.ndarray, lane: int) -> None:
    ecg_of(rng, raw, lane, 15.0, 3.0)


def ecg_of(
    rng: np.random.Generator, raw: np.ndarray, lane: int, height_uv: float, rest_uv: float
) -> None:
    wave = np.arange(-6, 7) / 2.5
    beat = height_uv * (1.0 - wave**2) * np.exp(-(wave**2) / 2.0)  # a QRS of 40 ms
    at, interval = float(AT), FS_HZ * 60.0 / rng.uniform(55.0, 100.0)
    raw[lane, AT - 1300 :] = raw[lane, AT] + rng.normal(0.0, rest_uv, N - AT + 1300)
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


# Title: the state, the fault, on how many lanes it lies, and the time it has to be noticed in.
FAULTS: dict[str, tuple[Quality, Fault, int, float]] = {
    "railed": (Quality.RAILED, railed, 1, 0.25),
    "flat": (Quality.FLAT, flat, 1, 2.0),
    "lead off": (Quality.LEAD_OFF, lead_off, 1, 2.0),
    "clipped": (Quality.CLIPPED, clipped, 1, 2.0),
    "mains, where hum is left in": (Quality.MAINS, mains, 1, 5.0),
    "motion": (Quality.MOTION, motion, 1, 1.0),
    "blink": (Quality.BLINK, blink, 1, 1.0),
    "envelope": (Quality.ENVELOPE, envelope, 1, 6.0),
    "bridged": (Quality.BRIDGED, bridged, 2, 5.0),
    "shared signal": (Quality.SHARED, shared, 2, 5.0),
    "common reference": (Quality.COMMON_REFERENCE, common, N_LANES, 5.0),
    "ecg of 40 to 90 over 4 µV": (Quality.ECG, ecg, 1, 6.0),
    "ecg of 15 over 3 µV": (Quality.ECG, faint_ecg, 1, 6.0),
    "noisy": (Quality.NOISY, noisy, 1, 6.0),
}
ONE_OR_ALL = {"shared signal", "common reference", "bridged"}
"""Not put on to the real recording, whose lanes are against a common reference already."""


def calibration() -> Calibration:
    design = design_filters(FS_HZ)
    sites = tuple(SiteCalibration(s, 3.5, 100.0, (100.0,) * 3, 0.0, 28.0) for s in MONTAGE.sites)
    return Calibration(sites, FS_HZ, design.band, 0.124, "simulated", 24.0, "2026-01-01T00:00:00Z")


def watch(
    raw: np.ndarray, flags: np.ndarray, mains_hz: float | None = 50.0
) -> list[tuple[float, list[set[Quality]]]]:
    """Return (time, states of each lane) for each time that was asked."""
    pipeline = Pipeline(design_filters(FS_HZ, mains_hz=mains_hz), N_LANES)
    monitor = QualityMonitor(MONTAGE, FS_HZ, mains_hz=mains_hz)
    told = []
    for at in range(0, N, CHUNK):
        part = slice(at, at + CHUNK)
        chunk = Chunk(raw[:, part], FS_HZ, at, 0.0, Origin.SIMULATED, flags[:, part])
        monitor.push(chunk, pipeline.push(chunk))
        if (at + CHUNK) % ASKED_EVERY < CHUNK and at > 3 * FS_HZ:
            found = monitor.findings(age_s=0.02, calibration=calibration())
            told.append(((at + CHUNK) / FS_HZ, [{r.quality for r in one} for one in found]))
    return told


def made(rng: np.random.Generator) -> np.ndarray:
    return muscle(rng) + surroundings(rng)


def trial(
    rng: np.random.Generator, title: str | None, background: Background = made
) -> tuple[float | None, set[Quality]]:
    """Return the time that the state took to be noticed, and states said of sound lanes."""
    raw, flags = background(rng).copy(), np.zeros((N_LANES, N), dtype=np.uint8)
    lane = int(rng.integers(N_LANES))
    bad: set[int] = set()
    state = None
    if title is not None:
        state, fault, on_lanes, _ = FAULTS[title]
        fault(rng, raw, flags, lane)
        bad = set(range(N_LANES)) if on_lanes > 2 else {lane, lane ^ (on_lanes - 1)}
    noticed, false = None, set()
    for time_s, lanes in watch(raw, flags, None if state is Quality.MAINS else 50.0):
        if state is not None and noticed is None and time_s > FAULT_S and state in lanes[lane]:
            noticed = time_s - FAULT_S
        for index, states in enumerate(lanes):
            if index not in bad:
                # Where hum is left in, the 5 µV of all lanes are told rightly.
                false |= states - ({Quality.MAINS} if state is Quality.MAINS else set())
    return noticed, false


def faults_table(trials: int, clean: int, background: Background, titles: list[str]) -> None:
    rng = np.random.default_rng(4)
    cried: dict[Quality, int] = defaultdict(int)
    for _ in range(clean):
        for quality in trial(rng, None, background)[1]:
            cried[quality] += 1
    print(
        f"| state | noticed within | trials | missed | median time | slowest | false, of "
        f"{clean} faultless runs of {N_LANES} lanes | another state on sound lanes beside it |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for title in titles:
        state, _, _, limit_s = FAULTS[title]
        results = [trial(rng, title, background) for _ in range(trials)]
        times = [time for time, _ in results if time is not None and time <= limit_s + 1e-9]
        beside = sum(bool(false) for _, false in results)
        median = f"{np.median(times):.2f} s" if times else "-"
        slowest = f"{max(times):.2f} s" if times else "-"
        print(
            f"| {title} | {limit_s:g} s | {trials} | {trials - len(times)} | "
            f"{median} | {slowest} | {cried[state]} | {beside} |",
            flush=True,
        )


def recording(name: str, options: str = "") -> tuple[np.ndarray, float, tuple[str, ...]]:
    with open_device(f"playback:{DATA / name}?speed=max{options}") as device:
        device.start()
        parts = []
        while device.state != "ended":
            chunk = device.read(1.0)
            if chunk is not None:
                parts.append(chunk.samples_uv)
        return np.hstack(parts), device.info.fs_hz, device.info.channel_names


def real_background() -> Background:
    raw, _, _ = recording("cyton_jaw_clench_250hz.txt")

    def stretch(rng: np.random.Generator) -> np.ndarray:
        start = int(rng.integers(raw.shape[1] - N))
        return raw[:, start : start + N]

    return stretch


def told_table() -> None:
    """Share of what is asked, four times a second from 5 s on, that each state is told."""
    print("| recording | lanes | asked | told |\n|---|---|---:|---|")
    cyton = recording("cyton_jaw_clench_250hz.txt")
    print(f"| Cyton, 250 Hz | 8, common reference | {told_of(*cyton[:2], list(range(8)))} |")
    raw, fs_hz, names = recording("facial_emg_biopac_1000hz.txt", "&unit=3=mV")
    print(f"| facial, 1000 Hz | its 3 raw channels | {told_of(raw, fs_hz, [0, 1, 2])} |")
    for lane in range(3, len(names)):
        print(f"| facial, 1000 Hz | {names[lane]} | {told_of(raw, fs_hz, [lane])} |")


def told_of(raw: np.ndarray, fs_hz: float, lanes: list[int]) -> str:
    rows = raw[lanes]
    if len(rows) % 2:  # sites come in pairs: one that nothing is wrong with beside it
        rows = np.vstack([rows, np.random.default_rng(1).normal(0.0, 2.0, rows.shape[1])])
    n_lanes = len(rows)
    montage = Montage("m", tuple(pair_of(f"p {i}", 2 * i, 2 * i + 1) for i in range(n_lanes // 2)))
    pipeline = Pipeline(design_filters(fs_hz), n_lanes)
    monitor = QualityMonitor(montage, fs_hz, mains_hz=50.0)
    counts: dict[Quality, int] = defaultdict(int)
    asked, step = 0, round(fs_hz / 4)
    for at in range(0, rows.shape[1] - step, step):
        flags = np.zeros((n_lanes, step), dtype=np.uint8)
        chunk = Chunk(rows[:, at : at + step], fs_hz, at, 0.0, Origin.PLAYBACK, flags)
        monitor.push(chunk, pipeline.push(chunk))
        if at < 5 * fs_hz:
            continue
        for reports in monitor.findings(age_s=0.0, calibration=None)[: len(lanes)]:
            asked += 1
            for quality in {report.quality for report in reports} - {Quality.UNCALIBRATED}:
                counts[quality] += 1
    each = ", ".join(f"{q} {100 * n / asked:.1f} %" for q, n in sorted(counts.items()))
    return f"{asked} | {each or 'nothing'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=100, help="trials per state")
    parser.add_argument("--clean", type=int, default=300, help="trials without a fault")
    parser.add_argument("--only", choices=("made", "real", "told"))
    given = parser.parse_args()
    if given.only in (None, "made"):
        faults_table(given.trials, given.clean, made, list(FAULTS))
        print()
    if not (DATA / "cyton_jaw_clench_250hz.txt").exists():
        print("The real recordings are not here: docs/recordings.md.")
        return
    if given.only in (None, "real"):
        titles = [title for title in FAULTS if title not in ONE_OR_ALL]
        faults_table(given.trials, given.clean, real_background(), titles)
        print()
    if given.only in (None, "told"):
        told_table()


if __name__ == "__main__":
    main()
