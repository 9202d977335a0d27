"""A stored session plays back the samples and the gaps that it had."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from emg_device.registry import open_device
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.snapshot import LinkState, Snapshot
from emg_session.store import SessionFile
from emg_session.visit import VisitSetup
from emg_signal.errors import RecordCorruptError


def run(session: LiveSession) -> dict[int, Snapshot]:
    seen = session.subscribe()
    with session:
        assert session.ended.wait(60)
    snapshots = [seen.get() for _ in range(seen.qsize())]
    return {s.streamed.index: s for s in snapshots if s.link is LinkState.LIVE}


def test_it_plays_what_was_seen_live_with_the_same_gap(
    scripted_device: Any, face: Callable[..., Any], tmp_path: Path
) -> None:
    from emg_session.protocol import calibration_protocol

    path = tmp_path / "visit.evenhand"
    samples = face(calibration_protocol(), {})[:, :2500]
    live = run(
        LiveSession(
            scripted_device(samples, drop=slice(1000, 1040)),
            default_montage(8),
            VisitSetup(record=path),
        )
    )
    played = run(LiveSession(open_device(f"session:{path}?speed=max"), default_montage(8)))
    assert set(live) == set(played)
    assert max(s.streamed.lost_samples for s in played.values()) == 40
    for index, snapshot in live.items():
        one = [r.rms_uv for r in snapshot.streamed.sites]
        two = [r.rms_uv for r in played[index].streamed.sites]
        assert [v is None for v in one] == [v is None for v in two]
        if one[0] is not None:
            np.testing.assert_allclose(np.array(one, float), np.array(two, float), rtol=1e-12)
    notes = " ".join(next(iter(played.values())).notes)
    assert "simulated patient" in notes


def test_a_session_without_samples_is_named(tmp_path: Path) -> None:
    path = tmp_path / "empty.evenhand"
    SessionFile.create(path, meta={}, min_free_bytes=0).close(utc="t", index=-1)
    with pytest.raises(RecordCorruptError, match=r"empty\.evenhand holds no samples"):
        open_device(f"session:{path}").open()
