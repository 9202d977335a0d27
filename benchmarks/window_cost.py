"""What the window costs beside the usual ways of drawing the same lanes, in one run.

    python benchmarks/window_cost.py [--seconds 8] [--json FILE]

Each way draws the same signal at the same pace (16 ms timer) into a window of 1280 x 800. The ways
of pyqtgraph draw lanes alone; ours is the whole Measure screen, with session, filters, numbers,
bars and cards (the acquisition thread counts in "process", not in "drawing"). CPU is that of the
drawing thread, by its own clock, so that neighbours on the machine change it little.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, QTimer

from emg_session.live import LiveSession
from emg_signal.montage import Montage, pair_of
from emg_ui.application import make_application
from emg_ui.bench import machine, run_loop
from emg_ui.bench_devices import MemoryBoard
from emg_ui.window import Window

SHOWN_S = 5.0
CASES = ((8, 250.0), (8, 1000.0), (64, 2000.0))


class Signal:
    """The newest seconds of noise, as a reader of a board would keep them."""

    def __init__(self, n_channels, fs_hz):
        self.fs_hz = fs_hz
        self.n = int(SHOWN_S * fs_hz)
        rng = np.random.default_rng(1)
        self._noise = rng.normal(scale=60.0, size=(n_channels, 4 * self.n)).astype(np.float32)
        self.began_s = time.monotonic()

    def head(self):
        return int((time.monotonic() - self.began_s) * self.fs_hz)

    def newest(self):
        at = self.head() % (3 * self.n)
        return self._noise[:, at : at + self.n]


class Everything:
    """One PlotWidget, a curve per lane, setData of everything."""

    name = "pyqtgraph: setData of everything"

    def __init__(self, n_channels, signal, **options):
        self.signal = signal
        self.x = np.arange(signal.n) / signal.fs_hz
        self.plot = pg.PlotWidget()
        self.plot.resize(1280, 800)
        self.plot.setYRange(0, n_channels)
        self.plot.setXRange(0, SHOWN_S)
        self.curves = [self.plot.plot(**options) for _ in range(n_channels)]
        self.plot.show()

    def draw(self):
        for i, lane in enumerate(self.signal.newest()):
            self.curves[i].setData(self.x, lane / 500.0 + i + 0.5)


class PeakDownsampling(Everything):
    """The same with pyqtgraph's own peak downsampling, clipped to the view."""

    name = "pyqtgraph: peak downsampling"

    def __init__(self, n_channels, signal):
        super().__init__(n_channels, signal, skipFiniteCheck=True)
        self.plot.setDownsampling(auto=True, mode="peak")
        self.plot.setClipToView(True)


class Pairs:
    """Least and greatest per column by numpy, one curve of pairs in segmented line mode: the
    best that pyqtgraph's curves do."""

    name = "pyqtgraph: min/max pairs, one curve"
    columns = 1100

    def __init__(self, n_channels, signal):
        pg.setConfigOptions(segmentedLineMode="on")
        self.signal = signal
        self.plot = pg.PlotWidget()
        self.plot.resize(1280, 800)
        self.plot.setYRange(0, n_channels)
        self.plot.setXRange(0, SHOWN_S)
        self.curve = pg.PlotCurveItem(connect="pairs", skipFiniteCheck=True)
        self.plot.addItem(self.curve)
        self.plot.show()
        # The columns are ready beforehand, in pyqtgraph's favour: a ring would make them once.
        step = max(1, signal.n // self.columns)
        n = signal.n // step
        blocks = signal.newest()[:, : n * step].reshape(n_channels, n, step)
        low, high = blocks.min(axis=2), blocks.max(axis=2)
        low, high = np.minimum(low, np.roll(high, 1, 1)), np.maximum(high, np.roll(low, 1, 1))
        offset = np.arange(n_channels)[:, None] + 0.5
        y = np.stack((low / 500.0 + offset, high / 500.0 + offset), axis=2)
        self.x = np.tile(np.repeat(np.arange(n) * SHOWN_S / n, 2), n_channels)
        self.frames = [np.roll(y, k, axis=1).reshape(-1) for k in range(8)]
        self.at = 0

    def draw(self):
        self.at = (self.at + 1) % len(self.frames)
        self.curve.setData(self.x, self.frames[self.at])


def measure_way(way, n_channels, fs_hz, seconds):
    drawer = way(n_channels, Signal(n_channels, fs_hz))
    frames = 0

    def tick():
        nonlocal frames
        drawer.draw()
        frames += 1

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(16)
    run_loop(1.0)
    before, began_s, first = time.thread_time(), time.monotonic(), frames
    run_loop(seconds)
    took_s = time.monotonic() - began_s
    used_s, drawn = time.thread_time() - before, frames - first
    timer.stop()
    drawer.plot.close()
    return row(way.name, used_s, took_s, drawn)


def montage_of(n_channels):
    pairs = tuple(
        pair_of(f"site_{chr(97 + i % 26)}{i // 26 * 'x'}", 2 * i, 2 * i + 1)
        for i in range(n_channels // 2)
    )
    return Montage("bench", pairs)


def measure_window(n_channels, fs_hz, seconds, *, hidden=False):
    session = LiveSession(MemoryBoard(fs_hz, n_channels), montage_of(n_channels))
    with session:
        window = Window(session)
        window.resize(1280, 800)
        window.show()
        window.start()
        run_loop(1.5)
        if hidden:
            window.hide()
        first, before, everything = window.frames, time.thread_time(), time.process_time()
        began_s = time.monotonic()
        run_loop(seconds)
        took_s = time.monotonic() - began_s
        used_s, all_s = time.thread_time() - before, time.process_time() - everything
        drawn = window.frames - first
        window.close()
    name = "Evenhand, hidden" if hidden else "Evenhand: the whole Measure screen"
    return row(name, used_s, took_s, drawn) | {"process_percent": round(100 * all_s / took_s, 2)}


def row(name, used_s, took_s, frames):
    return {
        "way": name,
        "frames_per_s": round(frames / took_s, 1),
        "drawing_percent": round(100 * used_s / took_s, 2),
        "ms_per_frame": round(1e3 * used_s / max(1, frames), 3),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    make_application()
    results = {"machine": machine(), "cases": []}
    for n_channels, fs_hz in CASES:
        rows = [measure_window(n_channels, fs_hz, arguments.seconds)]
        rows.append(measure_window(n_channels, fs_hz, arguments.seconds / 2, hidden=True))
        rows += [
            measure_way(way, n_channels, fs_hz, arguments.seconds)
            for way in (Pairs, PeakDownsampling, Everything)
        ]
        results["cases"].append({"lanes": n_channels, "fs_hz": fs_hz, "rows": rows})
        ours = rows[0]["ms_per_frame"]
        print(f"\n{n_channels} lanes x {fs_hz:g} Hz")
        print(f"  {'way':<38}{'frames/s':>9}{'ms/frame':>10}{'% of core':>11}{'ratio':>8}")
        for each in rows:
            ratio = each["ms_per_frame"] / ours if each["frames_per_s"] else 0.0
            process = each.get("process_percent")
            extra = "" if process is None else f"   process {process} %"
            print(
                f"  {each['way']:<38}{each['frames_per_s']:>9}{each['ms_per_frame']:>10}"
                f"{each['drawing_percent']:>11}{ratio:>8.1f}{extra}"
            )
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
