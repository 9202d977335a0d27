"""A replay takes hum out as the live stream did: the same samples, the same numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from emg_device.base import Device
from emg_device.registry import open_device
from emg_session.clocks import Clocks
from emg_session.live import LiveSession
from emg_session.snapshot import Snapshot, StreamReading
from emg_session.visit import VisitSetup
from emg_simulators.clocks import StepClock
from emg_simulators.cyton_options import CytonOptions
from emg_simulators.memory_device import MemoryDevice
from emg_simulators.scenario import load_scenario

SCENARIO = load_scenario("typical")
SECONDS = 14.0
SETTLED = 1500
"""Sample by which hum is found, at 250 samples/s."""


def streamed(device: Device, setup: VisitSetup) -> dict[int, StreamReading]:
    """Return what was read at each sample that a snapshot was made at."""
    session = LiveSession(device, SCENARIO.montage, setup)
    seen = session.subscribe()
    with session:
        assert session.ended.wait(120)
    snapshots: list[Snapshot] = [seen.get() for _ in range(seen.qsize())]
    return {s.streamed.index: s.streamed for s in snapshots if s.streamed.index}


def test_hum_of_a_replay_is_that_of_the_live_stream(tmp_path: Path) -> None:
    path, clock = tmp_path / "a.evenhand", StepClock()
    board = MemoryDevice(
        CytonOptions(SCENARIO), seconds=SECONDS, clock=clock, sleep=clock.sleep, slice_s=0.1
    )
    live = streamed(board, VisitSetup(record=path, clocks=Clocks(now_s=clock)))
    again = streamed(open_device(f"session:{path}?speed=max"), VisitSetup())
    same = sorted(index for index in live.keys() & again.keys() if index > SETTLED)
    assert len(same) > 40
    assert any(live[index].sites[0].hum_uv is not None for index in same)
    for index in same:
        assert again[index].hum_hz == pytest.approx(live[index].hum_hz, abs=1e-9)
        for was, now in zip(live[index].sites, again[index].sites, strict=True):
            assert now.hum_uv == pytest.approx(was.hum_uv, rel=1e-6)
            assert now.hum_left_uv == pytest.approx(was.hum_left_uv, rel=1e-6, abs=1e-6)
            assert now.rms_uv == pytest.approx(was.rms_uv, rel=1e-6)
