"""An hour of live view: what a clinic's day would find must not grow while one looks at it."""

from __future__ import annotations

import time

import psutil
import pytest
from virtual import virtual_session

SETTLED_AFTER = 12
"""A twelfth of the run passes before growth counts: caches, fonts, the first protocol."""

MOST_GROWN_BYTES = 10e6


@pytest.mark.soak
@pytest.mark.real_time
@pytest.mark.parametrize("seconds", [3600])
def test_memory_threads_and_descriptors_stay(open_window, qtbot, tmp_path, seconds):
    own = psutil.Process()
    rows = []
    with virtual_session(tmp_path / "hour.evenhand") as (session, _):
        window = open_window(session)
        began_s, before = time.monotonic(), own.cpu_times()
        for _ in range(60):
            qtbot.wait(1000 * seconds // 60)
            after, now_s = own.cpu_times(), time.monotonic() - began_s
            busy_s = after.user + after.system - before.user - before.system
            rows.append((now_s, own.memory_info().rss, own.num_threads(), own.num_fds()))
            print(
                f"{now_s:6.0f} s  RSS {rows[-1][1] / 1e6:6.1f} MB  {rows[-1][2]} threads  "
                f"{rows[-1][3]} descriptors  {window.frames / now_s:5.1f} frames/s  "
                f"process {100 * busy_s / now_s:4.1f} % of a core",
                flush=True,
            )
        snapshot = session.snapshot()
        window.close()
    settled = rows[60 // SETTLED_AFTER :]
    grown = max(rss for _, rss, _, _ in settled) - settled[0][1]
    print(f"grown by {grown / 1e6:.1f} MB after {settled[0][0]:.0f} s", flush=True)
    assert snapshot.streamed.lost_samples == 0
    assert snapshot.streamed.time_s > 0.99 * seconds
    assert grown < MOST_GROWN_BYTES
    assert len({threads for _, _, threads, _ in settled}) == 1
    assert len({descriptors for _, _, _, descriptors in settled}) == 1
