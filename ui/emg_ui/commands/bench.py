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
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from scipy.signal import sosfreqz

from emg_session.columns import ColumnRing
from emg_session.files import default_montage
from emg_session.live import LiveSession
from emg_signal.filters import FilterDesign
from emg_signal.montage import Montage, pair_of
from emg_ui.commands.bench_devices import MemoryBoard, NoiseBoard, WireBoard
from emg_ui.commands.output import tell
from emg_ui.frame.application import has_display, make_application, use_offscreen
from emg_ui.frame.window import Window
from emg_ui.lanes.lane_pair import rgb
from emg_ui.train.train_screen import TrainScreen

TALL_PIXELS = 40
"""Height of a run in a new column that only a step makes, a quarter of a lane: what rings on from
the step before is a tenth of it."""

STALL_S = 2.0
"""Length of the stall after which catching up is measured, seconds."""

DELAY_AT_HZ = 35.0
"""Where the filter's delay is stated, Hz: within a Cyton's band and away from the mains notch."""


@dataclass(frozen=True, slots=True)
class Latency:
    """One step's way, each part in ms.

    Parameters
    ----------
    packet
        The sample's own period: it leaves the board when it is complete.
    driver, session, frame
        Packet sent to chunk read; to columns ready; to painted.
    pixel
        Board to pixel: the three together.
    """

    packet: float
    driver: float
    session: float
    frame: float
    pixel: float


PARTS = {
    "packet": "packet: the sample's own period",
    "driver": "driver: packet sent to chunk read",
    "session": "session: to columns ready",
    "frame": "frame: to painted pixel",
    "pixel": "board to pixel (driver, session, frame)",
}


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

    def first_tall(self, after_s: float, within_s: float = 0.2) -> float | None:
        """Return when (s) the first frame with a step was painted, or None."""
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
    parts = tuple(field.name for field in fields(Latency))
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
        window = _open(session)
        _note_ready(session, device)
        log = PaintLog(window)
        run_loop(seconds)
        window.close()
    return session, log


def _note_ready(session: LiveSession, device: WireBoard | MemoryBoard) -> None:
    """Note when columns are ready, before the window hears of it."""
    ring = session.columns
    tell_window = ring.listener

    def note_and_tell() -> None:
        device.diary.ready()
        if tell_window is not None:
            tell_window()

    ring.listener = note_and_tell


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
        frame=1e3 * (painted_s - done_s),
        pixel=1e3 * (painted_s - sent_s),
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
    """Return the delay of the filters at one frequency, ms, from the slope of their phase.

    Parameters
    ----------
    design
        The filters.
    at_hz
        Where it is read off, Hz.
    """
    around = np.array([at_hz - 0.5, at_hz + 0.5])
    _, response = sosfreqz(design.sos, worN=around, fs=design.fs_hz)
    phase = np.unwrap(np.angle(response))
    return round(float(-(phase[1] - phase[0]) / (2 * np.pi) * 1e3), 2)


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
        window = _open(session)
        run_loop(1.0)  # layout and first frames are not the running cost
        frames, drawing_s, all_s = window.frames, time.thread_time(), time.process_time()
        began_s = time.monotonic()
        run_loop(seconds)
        took_s = time.monotonic() - began_s
        drawn = window.frames - frames
        drawing_s, all_s = time.thread_time() - drawing_s, time.process_time() - all_s
        caught_up_ms = _catch_up(window, session.columns)
        window.close()
    return {
        "lanes": n_channels,
        "fs_hz": fs_hz,
        "frames_per_s": round(drawn / took_s, 1),
        "drawing_percent_of_core": round(100 * drawing_s / took_s, 2),
        "process_percent_of_core": round(100 * all_s / took_s, 2),
        "frame_ms": round(1e3 * drawing_s / max(1, drawn), 3),
        "caught_up_ms": caught_up_ms,
    }


def bench_montage(n_channels: int) -> Montage:
    """Return a montage of as many pairs as there are channels for, known to no table."""
    return Montage(
        "bench", tuple(pair_of(f"site {i + 1}", 2 * i, 2 * i + 1) for i in range(n_channels // 2))
    )


def _open(session: LiveSession) -> Window:
    """Open a window on the Measure screen of `session`."""
    window = Window(session, train=TrainScreen.of)
    window.resize(1280, 800)
    window.show()
    window.start()
    window.desk.show_phase(window.desk.screens.index(window.measure))
    return window


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
        lines.append("")
        lines.append(
            f"Electrode step to painted frame, {each['fs_hz']:g} Hz ({each['board']}), "
            f"{each['steps']} steps"
        )
        lines.append(f"  {'part':<42}{'median':>10}{'p99':>10}{'max':>10}   ms")
        for part, words in PARTS.items():
            if each[part]:
                row = "".join(f"{each[part][key]:>10.2f}" for key in each[part])
                lines.append(f"  {words:<42}{row}")
        lines.append(
            f"  besides, filter delay: {each['filter_delay_ms']:g} ms at {DELAY_AT_HZ:g} Hz; "
            f"window of the envelope's RMS: {each['rms_window_ms']:g} ms"
        )
    for each in results["cost"]:
        lines.append("")
        lines.append(
            f"{each['lanes']} lanes at {each['fs_hz']:g} Hz: {each['frames_per_s']:g} frames/s, "
            f"{each['frame_ms']:g} ms of drawing thread per frame, "
            f"{each['drawing_percent_of_core']:g} % of a core for drawing, "
            f"{each['process_percent_of_core']:g} % for the whole process; "
            f"{each['caught_up_ms']} ms behind after a stall of {STALL_S:g} s"
        )
    return lines
