"""From board to painted pixel, in ms."""

from __future__ import annotations

import time
from bisect import bisect_left
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from scipy.signal import sosfreqz

from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_signal.filters import FilterDesign
from emg_ui.commands.bench_devices import MemoryBoard, WireBoard
from emg_ui.commands.bench_window import open_measured, run_loop
from emg_ui.frame.window import Window
from emg_ui.lanes.lane_pair import rgb

TALL_PIXELS = 40
"""Height of a run in a new column that only a step makes, a quarter of a lane: what rings on from
the step before is a tenth of it."""
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
        window = open_measured(session)
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
