"""``evenhand bench``: latency from electrode step to painted frame, frame cost and CPU, here.

A painted frame is one whose newest column of pixels shows the step: the pixels themselves are
looked at, after the paint. Where the machine has no display the window draws offscreen, which
leaves out compositor and display (on average half a frame of 60 Hz and more).
"""

from __future__ import annotations

import json
import platform
import time
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import typer
from PySide6.QtCore import QEventLoop, QTimer
from scipy.signal import sosfreqz

from emg_session.files import default_montage
from emg_session.live import LiveSession
from emg_signal.filters import FilterDesign
from emg_ui.application import has_display, make_application, use_offscreen
from emg_ui.bench_devices import MemoryBoard, WireBoard
from emg_ui.lane_pair import rgb
from emg_ui.window import Window

TALL_PIXELS = 12
"""Height of a run in the newest column that only a step makes: the lanes are silent otherwise."""

DELAY_AT_HZ = 35.0
"""Where the filter's delay is stated, Hz: within a Cyton's band and away from the mains notch."""


@dataclass(frozen=True, slots=True)
class Latency:
    """One step's way, each part in ms.

    Parameters
    ----------
    packet
        The sample's own period: it leaves the board when it is complete.
    driver, session, window
        Packet sent to chunk read; to columns ready; to painted.
    total
        Electrode to painted frame.
    """

    packet: float
    driver: float
    session: float
    window: float
    total: float


class PaintLog:
    """When each frame was painted, and how tall the tallest of its new columns was."""

    def __init__(self, window: Window) -> None:
        self.rows: list[tuple[float, int]] = []
        self._canvas = window.measure.lanes.right.canvas
        self._trace = rgb(window.look.theme.right_trace)
        self._position = 0
        self._canvas.report_paints = True
        self._canvas.painted.connect(self._note)

    def _note(self) -> None:
        now_s = time.monotonic()
        raster = self._canvas.raster
        if raster is None:
            return
        width = raster.pixels.shape[1]
        # From the newest column of the frame before, which was open then, to that of this one.
        n = (raster.position - self._position) % width + 1
        new = (self._position - 1 + np.arange(n)) % width
        self._position = raster.position
        runs = np.count_nonzero(raster.pixels[: raster.lane_height, new] == self._trace, axis=0)
        self.rows.append((now_s, int(runs.max())))

    def first_tall(self, after_s: float, within_s: float = 0.3) -> float | None:
        """Return when the first frame with a step was painted, or None."""
        begin = bisect_left(self.rows, (after_s, 0))
        for time_s, height in self.rows[begin:]:
            if time_s > after_s + within_s:
                return None
            if height >= TALL_PIXELS:
                return time_s
        return None


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
        "cost": [measure_cost(8, 250.0, seconds), measure_cost(8, 1000.0, seconds)],
    }
    if as_json:
        typer.echo(json.dumps(results, indent=2, ensure_ascii=False))
        return
    for line in report_lines(results):
        typer.echo(line)


def run_loop(seconds: float) -> None:
    """Run Qt's own event loop for `seconds`; the application would close its windows."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


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


def measure_latency(device: WireBoard | MemoryBoard, seconds: float, how: str) -> dict[str, Any]:
    """Stream `device` for `seconds` and return the steps' latencies."""
    session, log = _stream(device, 8, seconds)
    info_hz, design = session.info.fs_hz, session.design
    found = [
        latency
        for index, sent_s in device.steps()
        if (latency := _latency_of(index, sent_s, device, log, 1e3 / info_hz)) is not None
    ]
    parts = ("packet", "driver", "session", "window", "total")
    return {
        "board": how,
        "fs_hz": info_hz,
        "steps": len(found),
        **{part: _summary([getattr(each, part) for each in found]) for part in parts},
        "filter_delay_ms": group_delay_ms(design, DELAY_AT_HZ),
        "rms_window_ms": 1e3 * session.settings.rms_window_s,
    }


def _stream(
    device: WireBoard | MemoryBoard, n_channels: int, seconds: float
) -> tuple[LiveSession, PaintLog]:
    """Show `device` in a window for `seconds`."""
    session = LiveSession(device, default_montage(n_channels))
    with session:
        window = Window(session)
        window.resize(1280, 800)
        window.show()
        window.start()
        log = PaintLog(window)
        run_loop(seconds)
        window.close()
    return session, log


def _latency_of(
    index: int,
    sent_s: float,
    device: WireBoard | MemoryBoard,
    log: PaintLog,
    period_ms: float,
) -> Latency | None:
    noted, painted_s = device.diary.of(index), log.first_tall(sent_s)
    if noted is None or painted_s is None:
        return None
    read_s, done_s = noted
    return Latency(
        packet=period_ms,
        driver=1e3 * (read_s - sent_s),
        session=1e3 * (done_s - read_s),
        window=1e3 * (painted_s - done_s),
        total=period_ms + 1e3 * (painted_s - sent_s),
    )


def _summary(values: list[float]) -> dict[str, float]:
    if not values:
        return {}
    return {
        "median_ms": round(float(np.median(values)), 2),
        "p99_ms": round(float(np.percentile(values, 99)), 2),
        "max_ms": round(max(values), 2),
    }


def group_delay_ms(design: FilterDesign, at_hz: float) -> float:
    """Return the delay of the filters at one frequency, ms, from the slope of their phase."""
    around = np.array([at_hz - 0.5, at_hz + 0.5])
    _, response = sosfreqz(design.sos, worN=around, fs=design.fs_hz)
    phase = np.unwrap(np.angle(response))
    return round(float(-(phase[1] - phase[0]) / (2 * np.pi) * 1e3), 2)


def measure_cost(n_channels: int, fs_hz: float, seconds: float) -> dict[str, Any]:
    """Show a board for `seconds` by the application's own loop and return what it costs."""
    session = LiveSession(MemoryBoard(fs_hz, n_channels), default_montage(n_channels))
    with session:
        window = Window(session)
        window.resize(1280, 800)
        window.show()
        window.start()
        run_loop(1.0)  # layout and first frames are not the running cost
        frames, drawing_s, all_s = window.frames, time.thread_time(), time.process_time()
        began_s = time.monotonic()
        run_loop(seconds)
        took_s = time.monotonic() - began_s
        drawn = window.frames - frames
        drawing_s, all_s = time.thread_time() - drawing_s, time.process_time() - all_s
        window.close()
    return {
        "lanes": n_channels,
        "fs_hz": fs_hz,
        "frames_per_s": round(drawn / took_s, 1),
        "drawing_percent_of_core": round(100 * drawing_s / took_s, 2),
        "process_percent_of_core": round(100 * all_s / took_s, 2),
        "frame_ms": round(1e3 * drawing_s / max(1, drawn), 3),
    }


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
        lines.append("")
        lines.append(
            f"Electrode step to painted frame, {each['fs_hz']:g} Hz ({each['board']}), "
            f"{each['steps']} steps"
        )
        lines.append(f"  {'part':<10}{'median':>10}{'p99':>10}{'max':>10}   ms")
        for part in ("packet", "driver", "session", "window", "total"):
            if each[part]:
                row = "".join(f"{each[part][key]:>10.2f}" for key in each[part])
                lines.append(f"  {part:<10}{row}")
        lines.append(
            f"  besides: the filters delay {DELAY_AT_HZ:g} Hz by {each['filter_delay_ms']:g} ms; "
            f"the envelope is the RMS of the last {each['rms_window_ms']:g} ms"
        )
    for each in results["cost"]:
        lines.append("")
        lines.append(
            f"{each['lanes']} lanes at {each['fs_hz']:g} Hz: {each['frames_per_s']:g} frames/s, "
            f"{each['frame_ms']:g} ms of drawing thread per frame, "
            f"{each['drawing_percent_of_core']:g} % of a core for drawing, "
            f"{each['process_percent_of_core']:g} % for the whole process"
        )
    return lines
