"""The virtual board is killed in mid-stream: said within a second, quiet from then on, all kept."""

from __future__ import annotations

import queue
import time
from pathlib import Path

import psutil
import pytest

from emg_device.registry import open_device
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.snapshot import LinkState
from emg_session.stored import read_session
from emg_session.visit import VisitSetup
from emg_signal.errors import DeviceLostError


def board_processes() -> list[psutil.Process]:
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "emg_simulators" in " ".join(child.cmdline())]


@pytest.mark.real_time(seconds=9)
@pytest.mark.hazard("H-suggestion-from-stale-data")
def test_a_killed_board_is_lost_within_a_second_and_the_record_is_complete(
    tmp_path: Path,
) -> None:
    path = tmp_path / "visit.evenhand"
    session = LiveSession(
        open_device("virtual"), default_montage(8), VisitSetup(record=path), awaits_return=False
    )
    seen = session.subscribe()
    with session:
        while seen.get(timeout=10).streamed.time_s < 3.0:
            pass
        (board,) = board_processes()
        board.kill()
        killed_s = time.monotonic()
        last_live = 0
        while True:
            try:
                snapshot = seen.get(timeout=3)
            except queue.Empty:
                pytest.fail("never shown as lost")
            if snapshot.link is LinkState.LOST:
                break
            last_live = max(last_live, snapshot.streamed.index)
        took_s = time.monotonic() - killed_s
        assert session.ended.wait(2)
        me = psutil.Process()
        me.cpu_percent()
        time.sleep(3.0)
        busy_percent = me.cpu_percent()
        now = session.snapshot()
        assert now.link is LinkState.LOST
        assert all(reading.rms_uv is None for reading in now.streamed.sites)
    print(f"LOST after {took_s:.2f} s; CPU while lost {busy_percent:.1f} % of a core")
    # Both are requirements of the program, not measures of its speed.
    assert took_s <= 1.0
    assert busy_percent < 5.0
    assert isinstance(session.error, DeviceLostError)
    stored = read_session(path)
    stored.verify()
    assert stored.sealed
    assert "link lost" in [event.kind for event in stored.events]
    assert stored.samples_uv(0).shape[1] > last_live
