"""Hum at another mains frequency than the notch's: the notch is moved there while it streams."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.protocol import calibration_protocol
from emg_session.snapshot import SiteReading
from emg_session.stored import read_session
from emg_session.visit import VisitSetup
from emg_signal.errors import FilterDesignError
from emg_signal.quality import Quality

MONTAGE = default_montage(8)
CALIBRATION = calibration_protocol()
END_S = 10.0
"""Longer than the filters settle and hum is looked for."""


def sites_at(session: LiveSession, index: int) -> tuple[SiteReading, ...]:
    """Return the readings once the stream has come so far."""
    while session.snapshot().streamed.index < index:
        assert session.error is None
        time.sleep(0.01)
    return session.snapshot().streamed.sites


@pytest.fixture
def hummed(scripted_device: Any, face: Callable[..., Any]) -> Any:
    """Return a board on a face that was calibrated, in 30 µV of 60 Hz hum."""
    samples = face(CALIBRATION, {})
    rest = samples[:, :250]
    samples = np.hstack([samples, np.tile(rest, 2 * int(END_S))])
    samples += 30.0 * np.sqrt(2.0) * np.sin(2 * np.pi * 60.0 * np.arange(samples.shape[1]) / 250)
    answers = threading.Event()
    calibrated = samples.shape[1] - 2 * int(END_S) * 250 + int(END_S) * 250
    return scripted_device(samples, gate=(calibrated, answers)), answers, calibrated


def test_the_notch_is_moved_while_it_streams_and_the_reference_goes(
    hummed: Any, tmp_path: Path
) -> None:
    device, answers, calibrated = hummed
    path = tmp_path / "a.evenhand"
    session = LiveSession(device, MONTAGE, VisitSetup(record=path), protocol=CALIBRATION)
    with session:
        before = sites_at(session, calibrated - 30)
        assert {site.quality.quality for site in before} == {Quality.MAINS}
        assert "Set the notch to 60 Hz" in before[0].quality.remedy
        had_reference = session.snapshot().streamed.calibration is not None
        session.use_notch(60.0)
        answers.set()
        assert session.ended.wait(60)
        last = session._snapshots.newest
        assert last is not None
        assert session.design.mains_hz == 60.0
        assert last.streamed.calibration is None
        if had_reference:
            assert last.streamed.calibration_text.startswith("The notch was put at another")
    events = read_session(path).events
    settings = [event.body for event in events if event.kind == "settings"]
    assert [body["filters"]["mains_hz"] for body in settings] == [50.0, 60.0]


def test_hum_is_gone_once_the_notch_is_moved(hummed: Any) -> None:
    device, answers, calibrated = hummed
    with LiveSession(device, MONTAGE) as session:
        seen = session.subscribe()
        sites_at(session, calibrated - 30)
        session.use_notch(60.0)
        answers.set()
        assert session.ended.wait(60)
    found = [seen.get() for _ in range(seen.qsize())]
    live = [s.streamed.sites for s in found if s.streamed.index > calibrated + 2250]
    assert Quality.MAINS not in {site.quality.quality for sites in live for site in sites}


def test_a_notch_that_the_rate_does_not_carry_is_refused_and_nothing_changes(
    hummed: Any,
) -> None:
    device, answers, _ = hummed
    answers.set()
    with LiveSession(device, MONTAGE) as session:
        with pytest.raises(FilterDesignError):
            session.use_notch(400.0)
        assert session.settings.mains_hz == 50.0
