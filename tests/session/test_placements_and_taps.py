"""Wiring proven by tapping, and electrodes re-seated for a second placement."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from emg_session.collector import FinishedCue
from emg_session.live import LiveSession
from emg_session.measuring import Conditions, Measuring
from emg_session.montage_files import default_montage
from emg_session.protocol import (
    Cue,
    CueKind,
    CuePurpose,
    Protocol,
    calibration_protocol,
    tap_protocol,
    with_measurement,
)
from emg_session.snapshot import Snapshot
from emg_signal.chunk import Origin
from emg_signal.filters import Band
from emg_signal.quality import Quality
from emg_signal.tap import TapVerdict

UTC = "2026-01-02T03:04:05+00:00"
MONTAGE = default_montage(8)
MEASURED = with_measurement(
    calibration_protocol(), text="Raise both brows", muscles=("frontalis",), repetitions=5
)

Face = Callable[..., Any]


def run(session: LiveSession) -> Snapshot:
    with session:
        assert session.ended.wait(60)
        return session.snapshot()


def test_the_tap_test_proves_right_wires(scripted_device: Any, face: Face) -> None:
    protocol = tap_protocol(MONTAGE)
    assert [c.site for c in protocol.cues if c.kind is CueKind.TAP] == list(MONTAGE.sites)
    last = run(LiveSession(scripted_device(face(protocol, {})), MONTAGE, protocol=protocol))
    assert [tap.verdict for tap in last.streamed.taps] == [TapVerdict.PROVEN] * 8


@pytest.mark.hazard("H-swapped-leads")
def test_swapped_leads_are_found_by_tapping_and_said_of_both_sites(
    scripted_device: Any, face: Face
) -> None:
    protocol = tap_protocol(MONTAGE)
    samples = face(protocol, {}, wires={0: 1, 1: 0})
    last = run(LiveSession(scripted_device(samples), MONTAGE, protocol=protocol))
    verdicts = {tap.site.name: tap.verdict for tap in last.streamed.taps}
    assert verdicts["frontalis left"] is TapVerdict.SWAPPED
    assert verdicts["frontalis right"] is TapVerdict.SWAPPED
    assert verdicts["corrugator left"] is TapVerdict.PROVEN


def joined(*protocols: Protocol) -> Protocol:
    return Protocol("all", tuple(cue for each in protocols for cue in each.cues))


def test_a_second_placement_stands_beside_the_first(scripted_device: Any, face: Face) -> None:
    one = face(MEASURED, {0: 120.0, 1: 80.0})
    two = face(MEASURED, {0: 110.0, 1: 90.0}, seed=8)
    reseated = threading.Event()
    device = scripted_device(
        np.concatenate([one, two], axis=1), block=125, gate=(one.shape[1], reseated)
    )
    session = LiveSession(device, MONTAGE, protocol=MEASURED)
    seen = session.subscribe()
    with session:
        while (snapshot := seen.get(timeout=30)).streamed.index < one.shape[1] - 1:
            pass
        assert snapshot.treatment.measurement is not None
        session.start_protocol(MEASURED, reseated=True)
        reseated.set()
        assert session.ended.wait(60)
        state = session.treatment.state
    if state.earlier is None:
        pytest.fail("the second block was not measured")
    assert state.measurement is not None
    assert state.earlier.calibration.placement == 1
    assert state.measurement.calibration.placement == 2
    first = state.earlier.symmetries[0].index_percent
    second = state.measurement.symmetries[0].index_percent
    assert first > second > 0
    assert not state.tap_test_passed


def test_unproven_leads_are_said_once_a_tap_test_was_made(scripted_device: Any, face: Face) -> None:
    protocol = tap_protocol(MONTAGE)
    samples = face(protocol, {}, wires={0: 1, 1: 0})
    session = LiveSession(scripted_device(samples), MONTAGE, protocol=protocol)
    seen = session.subscribe()
    run(session)
    live = [seen.get() for _ in range(seen.qsize())]
    during = next(s for s in reversed(live) if s.link == "live")
    qualities = {r.site.name: r.quality.quality for r in during.streamed.sites}
    assert qualities["frontalis left"] is Quality.UNPROVEN


def test_a_muscle_at_rest_keeps_its_own_last_contraction() -> None:
    conditions = Conditions(
        "", MONTAGE, "board", Origin.SIMULATED, 24.0, 250.0, Band(20, 65), 0.125
    )
    measuring = Measuring(conditions, None, utc_now=lambda: UTC, now_s=lambda: 0.0)

    def contract(muscle: str) -> None:
        rng = np.random.default_rng(1)
        working = [50.0 if site.muscle == muscle else 1.0 for site in MONTAGE.sites]
        samples = rng.normal(size=(8, 625)) * np.array(working)[:, None]
        cue = Cue(CueKind.CONTRACT, CuePurpose.MEASUREMENT, "", 0, 2.5, (muscle,), 1, 3)
        measuring.take(FinishedCue(cue, samples))

    contract("corrugator")
    held = {site: uv for site, uv in measuring.held_uv.items() if site.muscle == "corrugator"}
    assert len(held) == len(measuring.held_uv) == 2
    contract("frontalis")
    assert len(measuring.held_uv) == 4
    assert held.items() <= measuring.held_uv.items()
    assert min(measuring.held_uv.values()) > 40.0
