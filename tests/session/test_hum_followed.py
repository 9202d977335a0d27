"""Hum in a session: taken out whatever is set, said to the person, and put on record."""

from __future__ import annotations

import json
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
from emg_session.session_settings import SessionSettings
from emg_session.snapshot import SiteReading
from emg_session.stored import read_session
from emg_session.visit import VisitSetup
from emg_signal.errors import FilterDesignError
from emg_signal.quality import Quality
from emg_ui.text.snapshot_lines import hum_words, update_record

MONTAGE = default_montage(8)
CALIBRATION = calibration_protocol()
LEFT_IN = SessionSettings(mains_hz=None)
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
    """Return a board on a face that was calibrated, in 30 µV of hum of 59.94 Hz."""
    samples = face(CALIBRATION, {})
    rest = samples[:, :250]
    samples = np.hstack([samples, np.tile(rest, 2 * int(END_S))])
    samples += 30.0 * np.sqrt(2.0) * np.sin(2 * np.pi * 59.94 * np.arange(samples.shape[1]) / 250)
    answers = threading.Event()
    calibrated = samples.shape[1] - 2 * int(END_S) * 250 + int(END_S) * 250
    return scripted_device(samples, gate=(calibrated, answers)), answers, calibrated


def test_hum_of_60_hz_is_gone_though_50_is_set_and_it_is_said(hummed: Any, tmp_path: Path) -> None:
    device, answers, _ = hummed
    answers.set()
    path = tmp_path / "a.evenhand"
    session = LiveSession(device, MONTAGE, VisitSetup(record=path), protocol=CALIBRATION)
    with session:
        seen = session.subscribe()
        assert session.ended.wait(60)
    found = [seen.get() for _ in range(seen.qsize())]
    live = [snapshot for snapshot in found if snapshot.streamed.index > 1500]
    told = {site.quality.quality for snapshot in live for site in snapshot.streamed.sites}
    assert Quality.MAINS not in told
    last = [s for s in live if s.streamed.sites[0].hum_uv is not None][-1]
    assert last.streamed.hum_hz == pytest.approx(59.94, abs=0.01)
    assert last.streamed.calibration is not None, last.streamed.calibration_text
    for site in last.streamed.sites:
        assert site.hum_uv == pytest.approx(30.0, rel=0.05)
        assert site.hum_left_uv is not None
        assert site.hum_left_uv <= 1.0
    assert "hum of 59.94 Hz: up to 30" in hum_words(last.streamed)
    assert "µV left" in hum_words(last.streamed)
    told_json = json.loads(json.dumps(update_record(last)))
    assert told_json["hum_hz"] == last.streamed.hum_hz
    assert told_json["sites"][0]["hum_left_uv"] <= 1.0
    events = read_session(path).events
    hums = [event.body for event in events if event.kind == "hum"]
    assert hums[-1]["hz"] == pytest.approx(59.94, abs=0.05)
    assert hums[-1]["sites"][0]["taken_uv"] == pytest.approx(30.0, rel=0.1)
    filters = next(event.body["filters"] for event in events if event.kind == "settings")
    assert (filters["mains_hz"], filters["hum_followed"]) == (50.0, True)


def test_hum_that_was_left_in_is_taken_out_while_it_streams_and_the_reference_goes(
    hummed: Any, tmp_path: Path
) -> None:
    device, answers, calibrated = hummed
    path = tmp_path / "a.evenhand"
    setup = VisitSetup(record=path)
    session = LiveSession(device, MONTAGE, setup, settings=LEFT_IN, protocol=CALIBRATION)
    with session:
        before = sites_at(session, calibrated - 30)
        assert {site.quality.quality for site in before} == {Quality.MAINS}
        assert "Let hum of 60 Hz be taken out" in before[0].quality.remedy
        had_reference = session.snapshot().streamed.calibration is not None
        session.follow_hum(60.0)
        answers.set()
        assert session.ended.wait(60)
        last = session._snapshots.newest
        assert last is not None
        assert session.design.mains_hz == 60.0
        assert last.streamed.calibration is None
        if had_reference:
            assert last.streamed.calibration_text.startswith("Hum is taken out from now on")
    events = read_session(path).events
    settings = [event.body for event in events if event.kind == "settings"]
    assert [body["filters"]["mains_hz"] for body in settings] == [None, 60.0]


def test_hum_is_gone_once_it_is_taken_out(hummed: Any) -> None:
    device, answers, calibrated = hummed
    with LiveSession(device, MONTAGE, settings=LEFT_IN) as session:
        seen = session.subscribe()
        sites_at(session, calibrated - 30)
        session.follow_hum(60.0)
        answers.set()
        assert session.ended.wait(60)
    found = [seen.get() for _ in range(seen.qsize())]
    live = [s.streamed.sites for s in found if s.streamed.index > calibrated + 2250]
    assert Quality.MAINS not in {site.quality.quality for sites in live for site in sites}


def test_mains_that_the_rate_does_not_carry_is_refused_and_nothing_changes(hummed: Any) -> None:
    device, answers, _ = hummed
    answers.set()
    with LiveSession(device, MONTAGE) as session:
        with pytest.raises(FilterDesignError):
            session.follow_hum(400.0)
        assert session.settings.mains_hz == 50.0
