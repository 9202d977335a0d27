"""Where each stretch of a stream has its own rate, seconds are counted at that rate."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from emg_session.analysis_maker import AnalysisMaker
from emg_session.clocks import Clocks
from emg_session.montage_files import default_montage
from emg_session.recorder import Recorder
from emg_session.running import Running
from emg_session.session_settings import SessionSettings
from emg_session.store import SegmentHeader, SessionFile
from emg_signal.chunk import Chunk, Origin

UTC = "2026-03-02T12:00:00+00:00"


def chunk(first: int, n: int, fs_hz: float, segment: int) -> Chunk:
    samples = np.zeros((2, n))
    flags = np.zeros_like(samples, np.uint8)
    return Chunk(samples, fs_hz, first, 0.0, Origin.SIMULATED, flags, segment=segment)


def test_recorded_seconds_are_those_of_each_rate(tmp_path: Path) -> None:
    file = SessionFile.create(tmp_path / "a.evenhand", meta={"subject": "P1"}, min_free_bytes=0)
    recorder = Recorder(file, lambda: UTC)
    recorder.segment(0, SegmentHeader(UTC, 250.0, 2, None, {"board": "cyton"}))
    recorder.chunk(chunk(0, 500, 250.0, 0))
    recorder.segment(1, SegmentHeader(UTC, 1000.0, 2, None, {"board": "shield"}))
    recorder.chunk(chunk(500, 1000, 1000.0, 1))
    recorder.close()
    assert recorder.failure is None
    assert recorder.recorded_s == 3.0


def test_stream_time_goes_on_at_the_rate_of_the_board_that_answers(scripted_device: Any) -> None:
    maker = AnalysisMaker(default_montage(8), SessionSettings(), "", Clocks())
    running = Running(scripted_device(np.zeros((8, 10))), maker, lambda protocol: None)
    running.open(None, None)
    running.index = 499
    assert running.time_s == 2.0
    running.meet(replace(running.info, fs_hz=1000.0))
    assert running.time_s == 2.0
    running.index = 1499
    assert running.time_s == 3.0
    running.device.close()
