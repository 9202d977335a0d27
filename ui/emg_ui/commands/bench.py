"""``evenhand bench``: latency from electrode step to painted frame, frame cost and CPU, here.

A painted frame is one whose newest column of pixels shows the step: the pixels themselves are
looked at, after the paint. Where the machine has no display the window draws offscreen, which
leaves out compositor and display (on average half a frame of 60 Hz and more).
"""

from __future__ import annotations

import json
import platform
import time
from pathlib import Path
from typing import Any

from emg_session.columns import ColumnRing
from emg_session.live import LiveSession
from emg_ui.commands.bench_devices import MemoryBoard, NoiseBoard, WireBoard
from emg_ui.commands.bench_latency import DELAY_AT_HZ, PARTS, measure_latency
from emg_ui.commands.bench_window import bench_montage, open_measured, run_loop
from emg_ui.commands.output import tell
from emg_ui.frame.application import has_display, make_application, use_offscreen
from emg_ui.frame.window import Window

STALL_S = 2.0
"""Length of the stall after which catching up is measured, seconds."""


def run_bench(*, seconds: float, as_json: bool) -> None:
    """Measure and print."""
    if not has_display():
        use_offscreen()
    make_application()
    results = {
        "machine": machine(),
        "latency": [
            measure_latency(WireBoard(), seconds, "Cyton on a pseudo-terminal, BrainFlow"),
            measure_latency(MemoryBoard(1000.0), seconds, "in memory, no wire"),
        ],
        "cost": [
            measure_cost(n_channels, fs_hz, seconds / 5)
            for n_channels, fs_hz in ((8, 250.0), (8, 1000.0), (64, 2000.0))
        ],
    }
    if as_json:
        tell(json.dumps(results, indent=2, ensure_ascii=False))
        return
    for line in report_lines(results):
        tell(line)


def machine() -> dict[str, Any]:
    """Return what the figures belong to."""
    import os

    from PySide6.QtGui import QGuiApplication

    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "drawing": QGuiApplication.platformName(),
    }


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        return platform.processor()
    return platform.processor()


def measure_cost(n_channels: int, fs_hz: float, seconds: float) -> dict[str, Any]:
    """Show a board for `seconds` by the application's own loop and return what it costs.

    Parameters
    ----------
    n_channels
        Lanes, two to a pair.
    fs_hz
        Samples a second of each, Hz.
    seconds
        How long the board is shown, s.
    """
    session = LiveSession(NoiseBoard(fs_hz, n_channels), bench_montage(n_channels))
    with session:
        window = open_measured(session)
        run_loop(1.0)  # layout and first frames are not the running cost
        cost = _running_cost(window, seconds)
        caught_up_ms = _catch_up(window, session.columns)
        window.close()
    return {"lanes": n_channels, "fs_hz": fs_hz, **cost, "caught_up_ms": caught_up_ms}


def _running_cost(window: Window, seconds: float) -> dict[str, float]:
    """Return what `seconds` of an open window cost; this thread is the one that draws."""
    frames, drawing_s, all_s = window.frames, time.thread_time(), time.process_time()
    began_s = time.monotonic()
    run_loop(seconds)
    took_s = time.monotonic() - began_s
    drawn = window.frames - frames
    drawing_s, all_s = time.thread_time() - drawing_s, time.process_time() - all_s
    return {
        "frames_per_s": round(drawn / took_s, 1),
        "drawing_percent_of_core": round(100 * drawing_s / took_s, 2),
        "process_percent_of_core": round(100 * all_s / took_s, 2),
        "frame_ms": round(1e3 * drawing_s / max(1, drawn), 3),
    }


def _catch_up(window: Window, ring: ColumnRing) -> float | None:
    """Let the window do nothing for a while and return how long it then lags behind, ms."""
    canvas = window.measure.lanes.right.canvas
    raster = canvas.raster
    if raster is None:
        return None
    newest: list[float] = []

    def note() -> None:
        place = ring.head // raster.columns_per_pixel + 1
        if raster.position == place % raster.pixels.shape[1]:
            newest.append(time.monotonic())

    time.sleep(STALL_S)
    began_s = time.monotonic()
    canvas.report_paints = True
    canvas.painted.connect(note)
    run_loop(1.0)
    return round(1e3 * (newest[0] - began_s), 1) if newest else None


def report_lines(results: dict[str, Any]) -> list[str]:
    """Return the results as lines of text."""
    m = results["machine"]
    lines = [
        (
            f"{m['processor']}, {m['cores']} cores, {m['system']}, Python {m['python']}, "
            f"drawing: {m['drawing']}"
        ),
    ]
    for each in results["latency"]:
        lines += ["", *_latency_lines(each)]
    for each in results["cost"]:
        lines += ["", _cost_line(each)]
    return lines


def _latency_lines(found: dict[str, Any]) -> list[str]:
    lines = [
        (
            f"Electrode step to painted frame, {found['fs_hz']:g} Hz ({found['board']}), "
            f"{found['steps']} steps"
        ),
        f"  {'part':<42}{'median':>10}{'p99':>10}{'max':>10}   ms",
    ]
    for part, words in PARTS.items():
        if found[part]:
            row = "".join(f"{found[part][key]:>10.2f}" for key in found[part])
            lines.append(f"  {words:<42}{row}")
    lines.append(
        f"  besides, filter delay: {found['filter_delay_ms']:g} ms at {DELAY_AT_HZ:g} Hz; "
        f"window of the envelope's RMS: {found['rms_window_ms']:g} ms"
    )
    return lines


def _cost_line(found: dict[str, Any]) -> str:
    return (
        f"{found['lanes']} lanes at {found['fs_hz']:g} Hz: {found['frames_per_s']:g} frames/s, "
        f"{found['frame_ms']:g} ms of drawing thread per frame, "
        f"{found['drawing_percent_of_core']:g} % of a core for drawing, "
        f"{found['process_percent_of_core']:g} % for the whole process; "
        f"{found['caught_up_ms']} ms behind after a stall of {STALL_S:g} s"
    )
