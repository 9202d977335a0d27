"""Hum followed beside notches: how soon it is gone, what is left, what of the EMG is taken.

    python benchmarks/signal_hum.py                 # the tables of docs/signal.md
    python benchmarks/signal_hum.py --only cost     # or hum, recordings

Three lanes of simulated EMG (white, 5 µV RMS after the band-pass, with a contraction of 60 µV for
3 of every 10 s) in hum with a second harmonic of 7 % and a third of 5 % that drifts by 0.05 Hz a
minute; 60 s, of which the last 40 are judged. Of the three frequencies the worst is told.

- nominal notch: scipy's `iirnotch`, 1.67 Hz wide, at the nominal frequency and its harmonics;
- adaptive notch: the same at the frequency found in the last 4 s, moved once a second;
- followed: `emg_signal.hum_follower`;
- oracle: knows the phase at every moment and when the muscle rests, and fits amplitudes to all rest
  at once.

Usable after: the end of the last second at rest in which more than 1.5 µV of hum were left. Left:
RMS of what the hum adds to the answer, at rest. EMG taken: power lost of EMG that had no hum at
all. RMS off: of the rest in hum, beside the same rest without.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator

import numpy as np
from recordings_folder import DATA
from scipy import signal

from emg_device.registry import open_device
from emg_signal.chunk import Chunk, Origin
from emg_signal.filters import design_filters
from emg_signal.hum_follower import HumFollower
from emg_signal.kernel import BlockKernel
from emg_signal.mains import strongest_hum
from emg_signal.montage import Montage, pair_of
from emg_signal.pipeline import Pipeline, window_samples
from emg_signal.quality import Quality, QualityMonitor

SECONDS, LANES, JUDGED_S = 60.0, 3, 20.0
WIDTH_HZ = 50.0 / 30.0
SIZES_UV = (5.0, 20.0, 65.0, 200.0)
OFF_HZ = (-0.3, -0.06, 0.25)
DRIFT_HZ_PER_MIN = 0.05
Method = Callable[[np.ndarray, float, float, np.ndarray], "tuple[np.ndarray, np.ndarray | None]"]


def notches(at_hz: float, fs_hz: float) -> np.ndarray:
    lines = [k * at_hz for k in (1, 2, 3) if k * at_hz + WIDTH_HZ < fs_hz / 2]
    return np.vstack([signal.tf2sos(*signal.iirnotch(hz, hz / WIDTH_HZ, fs_hz)) for hz in lines])


def nominal(raw: np.ndarray, fs_hz: float, mains_hz: float, _: np.ndarray):
    return signal.sosfilt(notches(mains_hz, fs_hz), raw, axis=0), None


def adaptive(raw: np.ndarray, fs_hz: float, mains_hz: float, tuned: np.ndarray):
    """Notch `raw` where the hum of `tuned` is found (that of `raw` itself, but for EMG alone)."""
    step, done, at_hz = round(fs_hz), [], mains_hz
    state = None
    for start in range(0, len(raw), step):
        if start >= 2 * step:
            heard = tuned[max(0, start - 4 * step) : start, -1]
            found = strongest_hum(heard - heard.mean(), fs_hz)
            at_hz = found.frequency_hz if found.rms_uv > 0 else at_hz
        sos = notches(at_hz, fs_hz)
        if state is None or len(state) != len(sos):
            state = np.zeros((len(sos), 2, raw.shape[1]))
        part, state = signal.sosfilt(sos, raw[start : start + step], axis=0, zi=state)
        done.append(part)
    return np.vstack(done), None


def followed(raw: np.ndarray, fs_hz: float, mains_hz: float, _: np.ndarray):
    follower = HumFollower(fs_hz, raw.shape[1], mains_hz, 0.45 * fs_hz)
    return follower.push(raw)[0], None


def bandpassed(raw: np.ndarray, fs_hz: float) -> np.ndarray:
    sos = np.array(design_filters(fs_hz, mains_hz=None).sos)
    return signal.sosfilt(sos, raw, axis=0)


def rms(values: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(values))))


def room(fs_hz: float, mains_hz: float) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Yield EMG, hum of 1 µV RMS and its phase for each departure from the nominal frequency."""
    t = np.arange(round(SECONDS * fs_hz)) / fs_hz
    for seed, off_hz in enumerate(OFF_HZ):
        rng = np.random.default_rng(seed)
        emg = rng.normal(0.0, 1.0, (len(t), LANES))
        emg *= 5.0 / rms(bandpassed(emg, fs_hz))
        emg[(t % 10.0) >= 7.0] *= 12.0
        phase = 2 * np.pi * ((mains_hz + off_hz) * t + DRIFT_HZ_PER_MIN / 60.0 * t**2 / 2.0)
        wave = np.sin(phase) + 0.07 * np.sin(2 * phase + 1.0) + 0.05 * np.sin(3 * phase + 2.0)
        yield emg, np.sqrt(2.0) * wave, phase


def oracle(raw: np.ndarray, phase: np.ndarray, rest: np.ndarray) -> np.ndarray:
    columns = np.stack([f(k * phase) for k in (1, 2, 3) for f in (np.sin, np.cos)], axis=1)
    return raw - columns @ np.linalg.lstsq(columns[rest], raw[rest], rcond=None)[0]


def judge(name: str, fs_hz: float, mains_hz: float, size_uv: float) -> tuple[float, ...]:
    """Return the worst usable after, hum left, EMG taken and RMS off of all departures."""
    worst: list[tuple[float, ...]] = []
    t = np.arange(round(SECONDS * fs_hz)) / fs_hz
    rest = ((t % 10.0) > 1.0) & ((t % 10.0) < 6.5)
    late = rest & (t >= JUDGED_S)
    for emg, wave, phase in room(fs_hz, mains_hz):
        raw = emg + size_uv * wave[:, None]
        plain = bandpassed(emg, fs_hz)
        if name == "oracle":
            out, alone = oracle(raw, phase, rest), oracle(emg, phase, rest)
        else:
            method: Method = {
                "nominal notch": nominal, "adaptive notch": adaptive, "followed": followed,
            }[name]  # fmt: skip
            out, alone = (method(x, fs_hz, mains_hz, raw)[0] for x in (raw, emg))
        out, alone = bandpassed(out, fs_hz), bandpassed(alone, fs_hz)
        left = out - alone
        seconds = range(round(SECONDS))
        loud = [
            s + 1.0
            for s in seconds
            if rest[(t >= s) & (t < s + 1)].all() and rms(left[(t >= s) & (t < s + 1)]) > 1.5
        ]
        taken = 100.0 * (1.0 - np.var(alone[late]) / np.var(plain[late]))
        off = 100.0 * (rms(out[late]) / rms(plain[late]) - 1.0)
        worst.append((max(loud, default=0.0), rms(left[late]), taken, abs(off)))
    return tuple(max(column) for column in zip(*worst, strict=True))


def hum_table() -> None:
    print(
        "| rate | hum | method | usable after | hum left | EMG power taken | RMS off |\n"
        "|---:|---:|---|---:|---:|---:|---:|"
    )
    for index, fs_hz in enumerate((200.0, 250.0, 500.0, 1000.0, 2000.0)):
        mains_hz = (50.0, 60.0)[index % 2]
        for size_uv in SIZES_UV:
            for name in ("nominal notch", "adaptive notch", "followed", "oracle"):
                after_s, left, taken, off = judge(name, fs_hz, mains_hz, size_uv)
                after = f"{after_s:.0f} s" if after_s < SECONDS - 5 else "never"
                print(
                    f"| {fs_hz:g}, {mains_hz:g} Hz | {size_uv:g} µV | {name} | {after} | "
                    f"{left:.2f} µV | {taken:.2f} % | {off:.1f} % |",
                    flush=True,
                )


def recording_frames(spec: str, mains_hz: float | None) -> tuple[int, dict[Quality, int]]:
    """Return the number of frames of a recording, four a second and lane, and states of them."""
    counts: dict[Quality, int] = {}
    frames = 0
    with open_device(spec) as device:
        fs_hz, n = device.info.fs_hz, device.info.n_channels // 2
        montage = Montage("m", tuple(pair_of(f"pair {i}", 2 * i, 2 * i + 1) for i in range(n)))
        pipeline = Pipeline(design_filters(fs_hz, mains_hz=mains_hz), device.info.n_channels)
        monitor = QualityMonitor(montage, fs_hz, mains_hz=mains_hz)
        device.start()
        while device.state != "ended":
            chunk = device.read(1.0)
            for piece in [] if chunk is None else pieces(chunk, round(fs_hz / 4)):
                monitor.push(piece, pipeline.push(piece))
                if piece.next_index < 5 * fs_hz:
                    continue
                for told in monitor.findings(age_s=0.0, calibration=None):
                    frames += 1
                    for quality in {report.quality for report in told}:
                        counts[quality] = counts.get(quality, 0) + 1
    return frames, counts


def pieces(chunk: Chunk, step: int) -> Iterator[Chunk]:
    for at in range(0, chunk.n_samples, step):
        part = slice(at, at + step)
        yield Chunk(
            chunk.samples_uv[:, part], chunk.fs_hz, chunk.first_index + at, 0.0, Origin.PLAYBACK,
            chunk.flags[:, part], chunk.lost if at == 0 else 0,
        )  # fmt: skip


def recordings_table() -> None:
    files = {
        "Cyton, 250 Hz": "cyton_jaw_clench_250hz.txt",
        "facial, 1000 Hz": "facial_emg_biopac_1000hz.txt",
    }
    print("| recording | start at | MAINS | noisy | shared signal |\n|---|---|---:|---:|---:|")
    for title, name in files.items():
        if not (DATA / name).exists():
            print(f"| {title} | not here: docs/recordings.md | | | |")
            continue
        unit = "&unit=3=mV" if "facial" in name else ""
        for mains_hz in (None, 50.0, 60.0):
            frames, counts = recording_frames(f"playback:{DATA / name}?speed=max{unit}", mains_hz)
            told = [counts.get(q, 0) for q in (Quality.MAINS, Quality.NOISY, Quality.SHARED)]
            start = "left in" if mains_hz is None else f"{mains_hz:g} Hz"
            shares = " | ".join(f"{100 * value / frames:.1f} %" for value in told)
            print(f"| {title} | {start} | {shares} |", flush=True)


def cost_table() -> None:
    """CPU of one second of eight lanes that come 20 times a second."""
    print("| rate | with a notch | hum followed | ratio |\n|---:|---:|---:|---:|")
    for fs_hz in (250.0, 1000.0):
        seconds, step = 60, round(fs_hz / 20)
        rng = np.random.default_rng(1)
        t = np.arange(round(seconds * fs_hz)) / fs_hz
        raw = (
            rng.normal(0, 5, (len(t), 8)) + 65 * np.sqrt(2) * np.sin(2 * np.pi * 49.94 * t)[:, None]
        )
        plain = np.array(design_filters(fs_hz).sos)
        window = window_samples(0.125, fs_hz)
        best = {}
        for name in ("notch", "followed") * 5:
            sos = np.vstack((plain, notches(50.0, fs_hz)[:1])) if name == "notch" else plain
            kernel = BlockKernel(sos, 8, window)
            follower = HumFollower(fs_hz, 8, 50.0, 0.45 * fs_hz)
            began = time.process_time()
            for at in range(0, len(raw), step):
                part = raw[at : at + step]
                kernel.push(part if name == "notch" else follower.push(part)[0])
            spent = 1000.0 * (time.process_time() - began) / seconds
            best[name] = min(spent, best.get(name, np.inf))
        ratio = best["followed"] / best["notch"]
        print(
            f"| {fs_hz:g} Hz | {best['notch']:.2f} ms/s | {best['followed']:.2f} ms/s "
            f"| {ratio:.1f} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    tables = {"hum": hum_table, "recordings": recordings_table, "cost": cost_table}
    parser.add_argument("--only", choices=tables)
    only = parser.parse_args().only
    for name, table in tables.items():
        if only in (None, name):
            table()
            print()


if __name__ == "__main__":
    main()
