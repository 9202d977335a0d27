"""A live session, from a board in memory under the real base class to the answer and the record."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from emg_device.info import DeviceInfo
from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.tables import load_tables
from emg_session.calibration_files import load_calibration, save_calibration
from emg_session.decisions import Decision, DecisionKind
from emg_session.files import load_plan
from emg_session.live import LiveSession
from emg_session.methods import load_recording_metadata, methods_of
from emg_session.montage_files import default_montage
from emg_session.protocol import calibration_protocol, with_measurement
from emg_session.session_playback import recording_of
from emg_session.session_settings import SessionSettings
from emg_session.snapshot import LinkState, Snapshot
from emg_session.stored import read_session, read_verified
from emg_session.visit import VisitSetup
from emg_signal.chunk import FloatArray
from emg_signal.errors import (
    ConfigError,
    DeviceLostError,
    DeviceNotFoundError,
    EmgError,
    MontageError,
)
from emg_signal.hum_follower import HumFollower
from emg_signal.methods import NOT_RECORDED
from emg_signal.quality import Quality

PROTOCOL = with_measurement(
    calibration_protocol(), text="Raise both brows", muscles=("frontalis",), repetitions=5
)
MONTAGE = default_montage(8)
DEMO_PLAN = Path(str(files("emg_dosing") / "examples" / "demo_plan.toml"))

Face = Callable[..., FloatArray]


def run(session: LiveSession) -> list[Snapshot]:
    """Stream to the end and return every snapshot."""
    seen = session.subscribe()
    with session:
        assert session.ended.wait(60)
    return [seen.get() for _ in range(seen.qsize())]


@pytest.fixture
def tables() -> Any:
    return load_tables()


def test_from_samples_to_even_sides(
    scripted_device: Any, face: Face, tables: Any, tmp_path: Path
) -> None:
    path = tmp_path / "visit.evenhand"
    # AI of 106 against 94 is 6 %: well inside what healthy foreheads show.
    device = scripted_device(face(PROTOCOL, {0: 106.0, 1: 94.0}))
    plan = load_plan(DEMO_PLAN, tables)
    electrodes = tmp_path / "electrodes.toml"
    electrodes.write_text('electrode_material = "Ag/AgCl"\nelectrode_size_mm = 2.5\n')
    session = LiveSession(
        device,
        MONTAGE,
        VisitSetup(tables=tables, plan=plan, record=path),
        settings=SessionSettings(recording=load_recording_metadata(electrodes)),
        protocol=PROTOCOL,
    )
    snapshots = run(session)
    last = snapshots[-1]
    assert last.treatment.measurement is not None
    task = last.treatment.measurement.tasks[-1]
    assert task.muscles == ("frontalis",)
    assert math.isclose(task.site_uv[0], 106.0, rel_tol=0.1)
    assert math.isclose(task.site_uv[1], 94.0, rel_tol=0.1)
    assert last.treatment.suggestion is not None
    assert last.treatment.suggestion.status is Status.OK
    assert last.treatment.suggestion.kind is SuggestionKind.EVEN_OUT
    frontalis = next(p for p in last.pairs if p.pair.muscle == "frontalis")
    assert frontalis.symmetry is not None
    assert frontalis.symmetry.repetitions == 5
    assert math.isclose(frontalis.symmetry.index_percent, 6.0, abs_tol=4.0)
    stored = read_session(path)
    stored.verify()
    assert stored.sealed
    kinds = [event.kind for event in stored.events]
    for kind in ("settings", "plan", "calibration", "measurement", "suggestion", "stream ended"):
        assert kinds.count(kind) == 1, kinds
    assert stored.samples_uv(0).shape == (8, round((PROTOCOL.end_s + 1.0) * 250))
    text = methods_of(stored)
    assert "sampled at 250 Hz (scripted board" in text
    assert "20-112.5 Hz" in text
    assert "Ag/AgCl" in text
    assert NOT_RECORDED in text


def test_snapshots_do_not_depend_on_how_samples_arrive(scripted_device: Any, face: Face) -> None:
    samples = face(PROTOCOL, {})[:, :2000]
    seen = []
    for block in (1, 7, 2000):
        device = scripted_device(samples, block=block)
        snapshots = run(LiveSession(device, MONTAGE, protocol=PROTOCOL))
        seen.append(
            {s.streamed.index: s.streamed.sites for s in snapshots if s.link is LinkState.LIVE}
        )
    assert len(seen[0]) >= 79
    common = set(seen[0]) & set(seen[1]) & set(seen[2])
    assert len(common) >= 79
    for index in common:
        for one, two, three in zip(*(each[index] for each in seen), strict=True):
            assert one.quality == two.quality == three.quality
            assert (one.rms_uv is None) == (two.rms_uv is None) == (three.rms_uv is None)
            if one.rms_uv is not None:
                # the kernel's block size moves the last bits: 1e-12 relative
                assert two.rms_uv == pytest.approx(one.rms_uv, rel=1e-12)
                assert three.rms_uv == pytest.approx(one.rms_uv, rel=1e-12)


def test_readings_are_the_moving_rms_of_the_filtered_signal(
    scripted_device: Any, face: Face
) -> None:
    from scipy.signal import butter, sosfilt

    samples = face(PROTOCOL, {})[:, :1500]
    snapshots = run(LiveSession(scripted_device(samples), MONTAGE))
    band = butter(4, (20, 112.5), "bandpass", fs=250, output="sos")
    # What the follower leaves is tried against EMG that is known in test_hum_followed.py.
    clean, _ = HumFollower(250.0, 8, 50.0, 112.5).push(samples.T)
    filtered = sosfilt(band, clean, axis=0).T
    shown = [s for s in snapshots if s.streamed.sites[0].rms_uv is not None]
    assert len(shown) > 30
    for snapshot in shown:
        window = filtered[:, snapshot.streamed.index + 1 - 31 : snapshot.streamed.index + 1]
        truth = np.sqrt(np.mean(window**2, axis=1))
        got = [reading.rms_uv for reading in snapshot.streamed.sites]
        np.testing.assert_allclose(got, truth, rtol=0.01)


def test_before_calibration_there_is_no_percentage(scripted_device: Any, face: Face) -> None:
    snapshots = run(LiveSession(scripted_device(face(PROTOCOL, {})[:, :1500]), MONTAGE))
    assert all(r.percent_of_reference is None for s in snapshots for r in s.streamed.sites)
    live = [s for s in snapshots if s.link is LinkState.LIVE and s.streamed.index > 1000]
    assert {r.quality.quality for s in live for r in s.streamed.sites} == {Quality.UNCALIBRATED}


def test_a_hang_up_takes_the_numbers_away_and_leaves_the_record_whole(
    scripted_device: Any, face: Face, tmp_path: Path
) -> None:
    path = tmp_path / "visit.evenhand"
    device = scripted_device(face(PROTOCOL, {}), hang_up_at=1500)
    session = LiveSession(device, MONTAGE, VisitSetup(record=path), awaits_return=False)
    with session:
        assert session.ended.wait(30)
        now = session.snapshot()
        assert now.link is LinkState.LOST
        assert "hung up" in now.link_text
        assert all(reading.rms_uv is None for reading in now.streamed.sites)
        assert isinstance(session.error, DeviceLostError)
    stored = read_session(path)
    stored.verify()
    assert stored.sealed
    assert stored.samples_uv(0).shape[1] == 1500
    assert [e.kind for e in stored.events][-2:] == ["link lost", "seal"]


def test_silence_is_shown_stale_then_lost_by_the_clock(scripted_device: Any, face: Face) -> None:
    device = scripted_device(face(PROTOCOL, {}), silent_at=500)
    session = LiveSession(device, MONTAGE)
    seen = session.subscribe()
    with session:
        began = time.monotonic()
        links: list[LinkState] = []
        while LinkState.LOST not in links and time.monotonic() < began + 5:
            link = seen.get(timeout=5).link
            if not links or link is not links[-1]:
                links.append(link)
        assert links[-2:] == [LinkState.STALE, LinkState.LOST]
        assert all(reading.rms_uv is None for reading in session.snapshot().streamed.sites)


def test_a_lost_board_has_no_numbers_even_while_nobody_publishes_that_it_is_lost(
    scripted_device: Any, face: Face
) -> None:
    answers = threading.Event()
    device = scripted_device(face(PROTOCOL, {}), gate=(1000, answers))
    session = LiveSession(device, MONTAGE)
    try:
        with session:
            deadline_s = time.monotonic() + 20
            while session.snapshot().link is not LinkState.LOST:
                assert time.monotonic() < deadline_s
                time.sleep(0.02)
            # The driver hangs: what was published last still has its numbers.
            assert session._snapshots is not None
            assert session._snapshots.newest is not None
            assert any(r.rms_uv is not None for r in session._snapshots.newest.streamed.sites)
            assert all(r.rms_uv is None for r in session.snapshot().streamed.sites)
            answers.set()
    finally:
        answers.set()


@pytest.mark.hazard("H-record-lost")
def test_a_record_with_a_board_goes_on_in_another_place(
    scripted_device: Any, face: Face, tables: Any, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.evenhand", tmp_path / "other" / "b.evenhand"
    samples, answers = face(PROTOCOL, {})[:, :3000], threading.Event()
    device = scripted_device(samples, gate=(1000, answers))
    plan = load_plan(DEMO_PLAN, tables)
    session = LiveSession(device, MONTAGE, VisitSetup(tables=tables, plan=plan, record=first))
    try:
        with session:
            while session.snapshot().streamed.index < 990:
                time.sleep(0.01)
            session.move_record(second)
            while session._record.path != second:
                time.sleep(0.01)
            answers.set()
            assert session.ended.wait(30)
    finally:
        answers.set()
    before, after = read_verified(first), read_verified(second)
    assert before.sealed
    assert after.sealed
    assert before.meta["origin"] == after.meta["origin"] == "simulated"
    assert before.segments[0].board == after.segments[0].board
    both = np.concatenate([before.samples_uv(0), after.samples_uv(0)], axis=1)
    assert np.array_equal(both, samples)
    kinds = [event.kind for event in after.events]
    assert kinds[:4] == ["continues", "settings", "policy", "plan"]
    assert "continued" in [e.kind for e in before.events]
    assert recording_of(after).samples_uv.shape[0] == 2000


def test_lost_samples_are_counted_and_their_repetition_is_not_used(
    scripted_device: Any, face: Face
) -> None:
    # 0.2 s lost in the middle of the second calibration contraction
    samples = face(PROTOCOL, {})
    device = scripted_device(samples, drop=slice(1900, 1950))
    snapshots = run(LiveSession(device, MONTAGE, protocol=PROTOCOL))
    last = snapshots[-1]
    assert last.streamed.lost_samples == 50
    assert last.streamed.calibration is None
    assert "missing" in last.streamed.calibration_text
    assert last.treatment.measurement is None


def test_a_plan_changed_by_a_person_withdraws_the_suggestion(
    scripted_device: Any, face: Face, tables: Any, tmp_path: Path
) -> None:
    device = scripted_device(face(PROTOCOL, {0: 106.0, 1: 94.0}))
    plan = load_plan(DEMO_PLAN, tables)
    session = LiveSession(
        device,
        MONTAGE,
        VisitSetup(tables=tables, plan=plan, record=tmp_path / "a.evenhand"),
        protocol=PROTOCOL,
    )
    with session:
        assert session.ended.wait(60)
        first = session.snapshot().treatment.suggestion
        assert first is not None
        decision = Decision(DecisionKind.ACCEPTED, "", first.digest)
        assert session.decide(decision)
        assert session.treatment.state.plan_version == 2
        after = session.treatment.state
        assert after.plan is not None
        assert after.plan == first.resulting_plan
        with pytest.raises(ValueError, match="no longer valid"):
            session.decide(decision)
    kinds = [event.kind for event in read_session(tmp_path / "a.evenhand").events]
    assert kinds.count("decision") == 1
    assert kinds.count("plan") == 2


def test_a_montage_that_the_board_lacks_is_refused_before_streaming(
    scripted_device: Any, face: Face
) -> None:
    device = scripted_device(face(PROTOCOL, {}, n_channels=4))
    with pytest.raises(MontageError, match="channel 5"), LiveSession(device, MONTAGE):
        pass


def slow_to_plug_in(scripted_device: Any, fails_to: str, samples: FloatArray, times: int) -> Any:
    """Return a board that is not there the first few times that it is opened or started."""
    left = [times]

    class SlowToPlugIn(scripted_device):  # type: ignore[misc]
        def _open(self) -> DeviceInfo:
            self._fail("open")
            return super()._open()

        def _start(self) -> None:
            self._fail("start")
            super()._start()

        def _fail(self, doing: str) -> None:
            if doing == fails_to and left[0]:
                left[0] -= 1
                raise DeviceNotFoundError("Nothing is plugged in.")

    return SlowToPlugIn(samples)


@pytest.mark.parametrize("fails_to", ["open", "start"])
def test_a_start_after_a_failed_one_streams_or_fails_again(
    scripted_device: Any, face: Face, tmp_path: Path, fails_to: str
) -> None:
    path = tmp_path / "a.evenhand"
    device = slow_to_plug_in(scripted_device, fails_to, face(PROTOCOL, {})[:, :500], times=2)
    session = LiveSession(device, MONTAGE, VisitSetup(record=path))
    for _ in range(2):
        with pytest.raises(DeviceNotFoundError):
            session.start()
        assert not path.exists()
        with pytest.raises(EmgError, match="not started"):
            session.snapshot()
    with session:
        assert session.ended.wait(30)
        assert session.snapshot().streamed.index >= 490
    assert read_session(path).samples_uv(0).shape[1] == 500
    with pytest.raises(EmgError, match="is over"):
        session.start()


def test_a_rejection_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        Decision(DecisionKind.REJECTED, " ", "x")


def test_a_calibration_of_other_settings_is_refused(
    scripted_device: Any, face: Face, tmp_path: Path
) -> None:
    samples = face(PROTOCOL, {})
    last = run(LiveSession(scripted_device(samples), MONTAGE, protocol=PROTOCOL))[-1]
    assert last.streamed.calibration is not None
    save_calibration(tmp_path / "today.json", last.streamed.calibration)
    calibration = load_calibration(tmp_path / "today.json")
    again = LiveSession(scripted_device(samples), MONTAGE, calibration=calibration)
    shown = [s for s in run(again) if s.streamed.sites[0].rms_uv is not None]
    assert shown[0].streamed.sites[0].percent_of_reference is not None
    other = SessionSettings(rms_window_s=0.25)
    with (
        pytest.raises(ConfigError, match=r"window.*Repeat the calibration"),
        LiveSession(scripted_device(samples), MONTAGE, calibration=calibration, settings=other),
    ):
        pass


@pytest.mark.parametrize(
    "content", ["colour = 1", 'electrode_size_mm = "two"', "electrode_size_mm = ", "\x00"]
)
def test_reporting_items_that_cannot_be_used_are_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "electrodes.toml"
    path.write_text(content)
    with pytest.raises(ConfigError, match=r"electrodes\.toml"):
        load_recording_metadata(path)
    with pytest.raises(ConfigError, match="There is no file"):
        load_recording_metadata(tmp_path / "missing.toml")
