"""What the window costs beside the usual ways of drawing the same lanes, in one run.

    python benchmarks/window_cost.py [--seconds 6] [--size 1280x800] [--json FILE]

Ours is the whole Measure screen on a steady contraction of all channels, calibrated, so that
lanes, envelopes, bars and numbers all move, with session, filters and quality in the acquisition
thread. The chains go from bytes to lanes in one thread; "lanes alone" have nothing else to do.
"drawing" is the CPU time of the thread that draws, by its own clock, so that neighbours on the
machine change it little; "process" is that of the whole program. "at pace" is the cost of a frame
times the frames per second that a way aims at: what it takes where the processor is not taken
away, more than 100 % if it cannot keep up. Ratios are of that.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does

from PySide6.QtCore import Qt, QTimer
from window_ways import BrainFlowExample, Everything, PeakDownsampling, SamePairs, WidePairs

from emg_session.live import LiveSession
from emg_signal.calibration import Calibration, SiteCalibration
from emg_signal.filters import design_filters
from emg_ui.commands.bench import machine
from emg_ui.commands.bench_devices import NOISE_UV, NoiseBoard
from emg_ui.commands.bench_window import bench_montage, run_loop
from emg_ui.frame.application import make_application
from emg_ui.frame.window import Window
from emg_ui.train.train_screen import TrainScreen

CASES = ((8, 250.0), (8, 1000.0), (64, 2000.0))


def calibrated(n_channels, fs_hz):
    """Return a session whose every bar is known."""
    board, montage = NoiseBoard(fs_hz, n_channels), bench_montage(n_channels)
    info = board.open()
    board.close()
    reference = 1.5 * NOISE_UV
    sites = tuple(
        SiteCalibration(site, 1.0, reference, (reference,) * 3, 2.0, 60.0) for site in montage.sites
    )
    band = design_filters(fs_hz).true_band
    calibration = Calibration(
        sites, fs_hz, band, 0.125, info.board, info.gain, "2026-01-01T00:00:00+00:00"
    )
    return LiveSession(NoiseBoard(fs_hz, n_channels), montage, calibration=calibration)


def measure_window(n_channels, fs_hz, seconds, size):
    """Return rows for the shown and the hidden window, and the size of one side's lanes."""
    with calibrated(n_channels, fs_hz) as session:
        window = Window(session, train=TrainScreen.of)
        window.resize(*size)
        window.show()
        window.start()
        window.desk.show_phase(window.desk.screens.index(window.measure))
        run_loop(2.0)
        shown = used("Evenhand: the whole Measure screen", lambda: window.frames, seconds, 60)
        assert window.measure.area.shows_face
        window.measure.area.unfold()
        run_loop(0.5)
        canvas = window.measure.lanes.right.canvas.size().toTuple()
        unfolded = used("Evenhand, lanes unfolded", lambda: window.frames, seconds, 60)
        window.hide()
        run_loop(0.5)
        hidden = used("Evenhand, hidden", lambda: window.frames, seconds / 2, 0)
        window.close()
    return [shown, unfolded, hidden], canvas


def measure_way(way, n_channels, fs_hz, seconds, size, **options):
    drawer, frames = way(n_channels, fs_hz, size, **options), 0

    def tick():
        nonlocal frames
        drawer.draw()
        frames += 1

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(1000 // drawer.fps)
    run_loop(1.0)
    row = used(way.name, lambda: frames, seconds, drawer.fps)
    timer.stop()
    drawer.widget.close()
    drawer.widget.deleteLater()
    return row


def used(name, frames, seconds, fps):
    """Run the loop for `seconds` and return what it took; `fps` is what the way aims at."""
    first, thread_s, process_s = frames(), time.thread_time(), time.process_time()
    began_s = time.monotonic()
    run_loop(seconds)
    took_s = time.monotonic() - began_s
    thread_s, process_s = time.thread_time() - thread_s, time.process_time() - process_s
    drawn = frames() - first
    return {
        "way": name,
        "frames_per_s": round(drawn / took_s, 1),
        "drawing_percent": round(100 * thread_s / took_s, 2),
        "process_percent": round(100 * process_s / took_s, 1),
        "ms_per_frame": round(1e3 * thread_s / drawn, 3) if drawn else None,
        "at_pace_percent": round(100 * fps * thread_s / drawn, 2) if drawn else None,
    }


def show(n_channels, fs_hz, rows):
    ours = rows[0]["at_pace_percent"]
    print(f"\n{n_channels} lanes x {fs_hz:g} Hz")
    print(f"  {'':<46}{'frames/s':>9}{'drawing':>10}{'process':>9}{'ms/frame':>10}{'at pace':>11}")
    for each in rows:
        line = (
            f"  {each['way']:<46}{each['frames_per_s']:>9}{each['drawing_percent']:>8} %"
            f"{each['process_percent']:>7} %"
        )
        if each["ms_per_frame"] is not None:
            at_pace = each["at_pace_percent"]
            line += f"{each['ms_per_frame']:>10.2f}{at_pace:>9.1f} %  ours x {at_pace / ours:.1f}"
        print(line, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--size", default="1280x800", help="of every window, pixels")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    seconds, size = arguments.seconds, tuple(int(n) for n in arguments.size.split("x"))
    make_application()
    results = {"machine": machine(), "size": size, "cases": []}
    print(results["machine"])
    for n_channels, fs_hz in CASES:
        rows, canvas = measure_window(n_channels, fs_hz, seconds, size)
        case = (n_channels, fs_hz, seconds, size)
        rows.append(measure_way(SamePairs, *case, canvas=canvas))
        rows += [
            measure_way(way, *case)
            for way in (WidePairs, PeakDownsampling, Everything, BrainFlowExample)
        ]
        results["cases"].append(
            {"lanes": n_channels, "fs_hz": fs_hz, "canvas": canvas, "rows": rows}
        )
        show(n_channels, fs_hz, rows)
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
