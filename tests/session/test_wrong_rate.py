"""A board that does not run at the rate it declares shows nothing that rests on that rate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from emg_device.info import LinkHealth
from emg_device.rate import WRONG_PERCENT
from emg_dosing.tables import load_tables
from emg_session.clocks import Clocks
from emg_session.files import load_plan
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.protocol import calibration_protocol
from emg_session.rate_watch import HELD_S, RateWatch
from emg_session.snapshot import Snapshot
from emg_session.visit import VisitSetup
from emg_signal.quality import NOTICED_WITHIN_S, Quality
from emg_simulators.clocks import StepClock
from emg_simulators.cyton_options import CytonOptions
from emg_simulators.memory_device import MemoryDevice
from emg_simulators.scenario import load_scenario
from emg_ui.text.spoken_cues import measuring_protocol
from emg_ui.visit.run_request import demo_plan_path

TABLES = load_tables()


def snapshots(fault: str, *, seconds: float) -> Iterator[Snapshot]:
    """Yield all snapshots of a measurement on a board whose clock is off."""
    clock = StepClock()
    scenario = load_scenario("demo").model_copy(update={"fault": (fault,)})
    device = MemoryDevice(
        CytonOptions(scenario), seconds=seconds, slice_s=0.1, clock=clock, sleep=clock.sleep
    )
    setup = VisitSetup(
        tables=TABLES, plan=load_plan(demo_plan_path(), TABLES), clocks=Clocks(now_s=clock)
    )
    protocol = measuring_protocol("frontalis")
    session = LiveSession(device, default_montage(8), setup, protocol=protocol)
    seen = session.subscribe()
    with session:
        assert session.ended.wait(60)
    while not seen.empty():
        yield seen.get()


@pytest.mark.parametrize("off", ["+3%", "-3%"])
def test_numbers_locks_and_suggestions_stop_and_say_why(off: str) -> None:
    seen = list(snapshots(f"clock {off}@0s", seconds=45.0))
    within_s = NOTICED_WITHIN_S[Quality.WRONG_RATE]
    late = [s for s in seen if s.streamed.time_s > within_s and s.link == "live"]
    assert len(late) > 200
    for snapshot in late:
        assert "no number, lock or suggestion holds" in snapshot.stopped
        assert {site.rms_uv for site in snapshot.streamed.sites} == {None}
        assert {site.quality.quality for site in snapshot.streamed.sites} == {Quality.WRONG_RATE}
        assert snapshot.treatment.suggestion is None
        assert snapshot.treatment.measurement is None
        assert snapshot.streamed.progress.running is None
    assert "no number" in late[-1].streamed.progress.refused


def test_a_clock_that_is_off_by_less_goes_on() -> None:
    seen = list(snapshots("clock +1.5%@0s", seconds=45.0))
    assert {s.stopped for s in seen} == {""}
    assert seen[-1].treatment.suggestion is not None
    assert any("check the board's rate setting" in note for note in seen[-1].notes)


def test_what_was_suggested_is_withdrawn_and_comes_again_with_the_right_rate() -> None:
    seen = list(snapshots("clock +5%@45s+30s", seconds=180.0))
    states = [(bool(s.stopped), s.treatment.suggestion is not None) for s in seen]
    changes = [now for before, now in pairwise(states) if before != now]
    assert changes == [(False, True), (True, False), (False, True)]
    stopped = next(s for s in seen if s.stopped)
    assert stopped.treatment.withdrawn == "the board's rate is wrong"


def test_nothing_begins_while_the_rate_is_wrong() -> None:
    clock = StepClock()
    scenario = load_scenario("demo").model_copy(update={"fault": ("clock +4%@0s",)})
    device = MemoryDevice(CytonOptions(scenario), clock=clock, sleep=clock.sleep, slice_s=0.1)
    session = LiveSession(device, default_montage(8), VisitSetup(clocks=Clocks(now_s=clock)))
    seen = session.subscribe()
    with session:
        while not seen.get(timeout=20).stopped:
            pass
        session.start_protocol(calibration_protocol())
        while not seen.get(timeout=20).streamed.progress.refused:
            pass
        assert session.snapshot().streamed.progress.running is None


@pytest.mark.parametrize("off", ["+60%", "-40%"])
def test_a_rate_that_no_lateness_explains_stops_before_the_first_reference(off: str) -> None:
    """A clock 60 % fast once locked a calibration within 13 s, and all was good."""
    seen = [s for s in snapshots(f"clock {off}@0s", seconds=14.0) if s.link == "live"]
    stopped_s = next(s.streamed.time_s for s in seen if s.stopped)
    assert stopped_s < (3.0 if off == "+60%" else 4.0)
    for snapshot in seen:
        assert snapshot.streamed.calibration is None
        if snapshot.streamed.time_s >= stopped_s:
            assert {site.rms_uv for site in snapshot.streamed.sites} == {None}


def test_a_host_that_was_busy_for_seconds_stops_nothing() -> None:
    watch = RateWatch()
    for second in range(60):
        bent = 250.0 * (1.04 if second % 12 < HELD_S - 1 else 1.0)
        assert not watch.look(250.0, LinkHealth(measured_fs_hz=bent), float(second))
    assert watch.report is None
    edge = LinkHealth(measured_fs_hz=250.0 * (1 + WRONG_PERCENT / 100))
    assert not watch.look(250.0, edge, 100.0)


def test_stamps_that_disagree_stop_as_well() -> None:
    """What arrives at 1000 a second and is stamped 950 a second is no 1000 Hz."""
    watch = RateWatch()
    health = LinkHealth(measured_fs_hz=1000.0, stamped_fs_hz=950.0)
    assert not watch.look(1000.0, health, 5.0)
    assert watch.look(1000.0, health, 5.0 + HELD_S)
    assert watch.report is not None
    assert "By its own time stamps the sender runs at 950.0 Hz" in watch.report.cause
    assert watch.look(1000.0, LinkHealth(measured_fs_hz=1000.0, stamped_fs_hz=999.0), 20.0)
    assert watch.report is None
