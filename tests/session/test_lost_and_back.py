"""A board that is lost and comes back: the visit goes on, and what cannot be kept says why."""

from __future__ import annotations

import os
import queue
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import numpy as np
import psutil
import pytest

from emg_device.info import DeviceState
from emg_device.registry import open_device
from emg_dosing.tables import load_tables
from emg_session.clocks import Clocks
from emg_session.files import load_plan
from emg_session.live import LiveSession
from emg_session.montage_files import default_montage
from emg_session.progress import ContactCheck
from emg_session.protocol import tap_protocol
from emg_session.snapshot import LinkState, Snapshot
from emg_session.stored import StoredSession, read_session
from emg_session.treatment import Treatment
from emg_session.visit import VisitSetup
from emg_signal.errors import RecordError
from emg_simulators.clocks import StepClock
from emg_simulators.cyton_options import CytonOptions
from emg_simulators.memory_device import MemoryDevice
from emg_training.case_run import CaseRun
from emg_training.scenario import load_training
from emg_ui.text.spoken_cues import measuring_protocol
from emg_ui.visit.obedient_patient import follower_of

TABLES = load_tables()
DEMO_PLAN = Path(str(files("emg_dosing") / "examples" / "demo_plan.toml"))
PATIENCE_S = 60.0


class Watched:
    """A session on the virtual Cyton in memory, as fast as it can be computed."""

    def __init__(self, session: LiveSession, device: MemoryDevice, clock: StepClock) -> None:
        self.session, self.device, self._clock = session, device, clock
        self._seen = session.subscribe()

    def until(self, holds: Callable[[Snapshot], bool]) -> Snapshot:
        """Return the first snapshot from now on of which `holds` is true."""
        while not self._seen.empty():
            self._seen.get()
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                snapshot = self._seen.get(timeout=5.0)
            except queue.Empty:
                continue
            if holds(snapshot):
                return snapshot
        now = self.session.snapshot()
        raise AssertionError(f"never came: {now.link} {now.link_text} {now.news}")

    def lose(self, fault: str = "unplug") -> Snapshot:
        """Lose the board and return the first moment without it."""
        self.device.inject(fault)
        return self.until(lambda s: s.link is LinkState.LOST)

    def plug_in(self, fault: str = "replug") -> Snapshot:
        """Plug a board in and return a moment with it."""
        self.device.inject(fault)
        while self.session.snapshot().link is not LinkState.LIVE:
            self._clock.sleep(0.1)  # the board's time stands while nobody reads it
            time.sleep(0.02)
        return self.until(is_read)

    @property
    def contact(self) -> ContactCheck:
        """What is known of the electrodes' impedance."""
        return self.session.snapshot().streamed.progress.contact

    def meet_another(self) -> Snapshot:
        """Plug another board in and return the moment of the question."""
        self.device.inject("other")
        while not (now := self.session.snapshot()).other_board:
            self._clock.sleep(0.1)
            time.sleep(0.02)
        return now

    def measure(self) -> Snapshot:
        """Tap, calibrate and lock a measurement of the forehead."""
        for protocol in (tap_protocol(self.session.montage), measuring_protocol("frontalis")):
            self.session.start_protocol(protocol)
            self.until(lambda s: s.streamed.progress.running is not None)
            now = self.until(lambda s: s.streamed.progress.running is None)
        assert now.streamed.calibration is not None, now.streamed.calibration_text
        assert now.treatment.measurement is not None
        return now


def is_live(snapshot: Snapshot) -> bool:
    return snapshot.link is LinkState.LIVE


def is_read(snapshot: Snapshot) -> bool:
    return is_live(snapshot) and snapshot.streamed.sites[0].rms_uv is not None


def seconds_after(snapshot: Snapshot, seconds: float) -> Callable[[Snapshot], bool]:
    return lambda s: s.streamed.time_s >= snapshot.streamed.time_s + seconds


@contextmanager
def watched(record: Path | None = None) -> Iterator[Watched]:
    clock = StepClock()
    device = MemoryDevice(CytonOptions(), clock=clock, sleep=clock.sleep, slice_s=0.1)
    session = LiveSession(
        device,
        default_montage(2),
        VisitSetup(
            subject="M-7",
            tables=TABLES,
            plan=load_plan(DEMO_PLAN, TABLES),
            record=record,
            clocks=Clocks(now_s=clock),
        ),
        on_protocol=follower_of(device),
    )
    run = Watched(session, device, clock)
    with session:
        run.until(is_live)
        yield run


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Watched]:
    with watched(tmp_path / "visit.evenhand") as found:
        yield found


def sealed(session: LiveSession) -> StoredSession:
    assert session.record_path is not None
    session.stop()
    stored = read_session(session.record_path)
    stored.verify()
    assert stored.sealed
    return stored


def kinds(stored: StoredSession, *wanted: str) -> list[str]:
    return [event.kind for event in stored.events if event.kind in wanted]


def test_the_same_board_goes_on_by_itself_in_a_new_segment_and_keeps_all(run: Watched) -> None:
    before, session = run.measure(), run.session
    assert before.treatment.suggestion is not None
    lost = run.lose()
    assert "goes on by itself once the same board is back" in lost.link_text
    assert lost.treatment == before.treatment
    back = run.plug_in()
    assert "The calibration is kept." in back.news
    now = run.until(seconds_after(back, 6.0))
    assert now.streamed.calibration is before.streamed.calibration
    assert now.streamed.sites[0].percent_of_reference is not None
    assert now.streamed.taps == before.streamed.taps
    assert now.treatment == before.treatment
    assert session.error is None
    stored = sealed(session)
    assert sorted(stored.segments) == [0, 1]
    of_link = kinds(stored, "link lost", "link back", "stream ended", "calibration dropped")
    assert of_link == ["link lost", "link back", "stream ended"]


def test_an_electrode_that_came_off_meanwhile_takes_the_calibration_with_it(run: Watched) -> None:
    before = run.measure()
    run.lose()
    run.device.inject("leadoff 2")
    back = run.plug_in()
    assert back.streamed.calibration is before.streamed.calibration
    now = run.until(lambda s: s.streamed.calibration is None)
    assert "came off while the board was away. Re-seat it" in now.streamed.calibration_text
    assert now.streamed.calibration_text == now.news
    assert now.streamed.taps == ()
    assert now.treatment == before.treatment, "what was locked before stays"
    assert kinds(sealed(run.session), "calibration dropped") == ["calibration dropped"]


def test_another_board_is_asked_about_and_keeps_no_calibration(run: Watched) -> None:
    before, session = run.measure(), run.session
    run.lose()
    asked = run.meet_another()
    assert asked.link is LinkState.LOST
    assert "Another board answers" in asked.link_text
    assert session.snapshot().other_board == "OpenBCI Cyton"
    session.reconnect()  # to look again is no consent
    time.sleep(0.5)
    assert session.snapshot().link is LinkState.LOST
    session.take_other_board()
    back = run.until(is_read)
    assert back.streamed.calibration is None
    assert "it is another board" in back.streamed.calibration_text
    assert back.other_board == ""
    assert back.treatment == before.treatment
    stored = sealed(session)
    serials = {str(header.board["serial"]) for header in stored.segments.values()}
    assert len(serials) == 2


def test_a_protocol_is_given_up_with_its_board_and_nothing_begins_by_itself(run: Watched) -> None:
    session = run.session
    session.start_protocol(measuring_protocol("frontalis"))
    run.until(lambda s: s.streamed.progress.running is not None)
    lost = run.lose()
    assert lost.streamed.progress.running is None
    assert lost.streamed.progress.refused == "The board was lost before its end."
    session.start_protocol(measuring_protocol("frontalis"))
    session.measure_contact()
    assert "nothing can be measured" in session.snapshot().streamed.progress.contact.text
    now = run.until(seconds_after(run.plug_in(), 2.0))
    assert now.streamed.progress.running is None or now.streamed.progress.running
    assert now.link is LinkState.LIVE


def test_a_board_that_fell_silent_is_reconnected_when_a_person_asks() -> None:
    session = LiveSession(
        open_device("virtual:demo?link=memory&fault=silence@1s+2.5s"), default_montage(8)
    )
    seen = session.subscribe()
    with session:
        while seen.get(timeout=10).link is not LinkState.LOST:
            pass
        session.reconnect()
        while seen.get(timeout=10).link is not LinkState.LIVE:
            pass
        assert "The board is back" in session.snapshot().news


@pytest.mark.real_time(seconds=12)
@pytest.mark.parametrize("link", ["serial", "memory"])
def test_a_replugged_virtual_board_goes_on_by_itself(link: str, tmp_path: Path) -> None:
    if link == "serial":
        pytest.importorskip("pty")
    path = tmp_path / "visit.evenhand"
    spec = f"virtual:demo?link={link}&fault=unplug@1.5s;replug@4s"
    session = LiveSession(open_device(spec), default_montage(8), VisitSetup(record=path))
    seen = session.subscribe()
    with session:
        links = []
        while LinkState.LOST not in links or links[-1] is not LinkState.LIVE:
            links.append(seen.get(timeout=30).link)
    stored = read_session(path)
    stored.verify()
    assert sorted(stored.segments) == [0, 1]


def test_a_visit_with_losses_and_a_pause_is_played_whole(tmp_path: Path) -> None:
    path = tmp_path / "visit.evenhand"
    with watched(path) as run:
        run.until(lambda s: s.streamed.time_s > 3.0)
        run.lose()
        run.until(seconds_after(run.plug_in(), 2.0))
        run.session.measure_contact()
        while not run.contact.sites or run.contact.done is not None:
            time.sleep(0.02)
        run.until(is_read)
    stored = read_session(path)
    lengths = [stored.samples_uv(n).shape[1] for n in sorted(stored.segments)]
    assert len(lengths) == 3
    with open_device(f"session:{path}?speed=max") as device:
        device.start()
        played = []
        while device.state is not DeviceState.ENDED:
            played.append(device.read(0.1))
        chunks = [chunk for chunk in played if chunk is not None]
        assert sum(chunk.n_samples for chunk in chunks) == sum(lengths)
        whole = np.concatenate([chunk.samples_uv for chunk in chunks], axis=1)
        kept = [stored.samples_uv(n) for n in sorted(stored.segments)]
        np.testing.assert_array_equal(whole, np.concatenate(kept, axis=1))
        gaps = [chunk.lost for chunk in chunks if chunk.lost]
        assert len(gaps) == 2
        assert gaps[1] == 1, "the pause"
        assert any("3 connections are played one after" in note for note in device.info.notes)


FEW = ("same", "off", "same", "other", "same")
HUNDRED = (*("same",) * 5, "off", "same", "same", "other", "same") * 10


def tick(treatment: Treatment, point: str, *, at_utc: str) -> None:
    """Tick a point; while the disk is behind it is refused, and pressed again as a person would."""
    until_s = time.monotonic() + 20.0
    while True:
        try:
            assert treatment.give(point, at_utc=at_utc)
            return
        except RecordError:
            if time.monotonic() > until_s:
                raise
            time.sleep(0.1)


@pytest.mark.parametrize(
    "happens", [FEW, pytest.param(HUNDRED, marks=pytest.mark.soak)], ids=["few", "hundred"]
)
def test_losses_and_returns_in_one_visit(run: Watched, happens: tuple[str, ...]) -> None:
    """The same board, the same with an electrode that came off, and another board."""
    session, treatment = run.session, run.session.treatment
    run.measure()
    plan = treatment.state.plan
    assert plan is not None
    points = [point.id for point in plan.points]
    for number, what in enumerate(happens):
        if number < len(points):
            tick(treatment, points[number], at_utc=f"2026-03-02T10:{number:02d}:00+00:00")
        before, serial = treatment.state, session.info.serial
        calibration = session.snapshot().streamed.calibration
        assert calibration is not None
        assert run.lose().treatment == before
        if what == "other":
            run.meet_another()
            session.take_other_board()
            run.until(is_read)
            assert session.info.serial != serial
        else:
            if what == "off":
                run.device.inject("leadoff 2")
            back = run.plug_in()
            assert session.info.serial == serial, "nobody was asked"
            if what == "off":
                run.until(lambda s: s.streamed.calibration is None)
            else:
                assert run.until(seconds_after(back, 5.0)).streamed.calibration is calibration
        assert treatment.state == before
        if what != "same":
            assert session.snapshot().streamed.calibration is None
            run.device.end_faults()
            run.until(seconds_after(session.snapshot(), 6.0))
            run.measure()
    stored = sealed(session)
    assert sorted(stored.segments) == list(range(len(happens) + 1))
    of_link = kinds(stored, "link lost", "link back")
    assert of_link == ["link lost", "link back"] * len(happens)
    assert len(kinds(stored, "given")) == min(len(happens), len(points))
    serials = {str(header.board["serial"]) for header in stored.segments.values()}
    assert len(serials) == 1 + happens.count("other")
    assert len(kinds(stored, "calibration dropped")) == happens.count("off")


def test_the_sessions_own_cues_begin_anew_where_no_key_could_begin_them() -> None:
    clock = StepClock()
    device = MemoryDevice(CytonOptions(), clock=clock, sleep=clock.sleep, slice_s=0.1)
    protocol = measuring_protocol("frontalis")
    session = LiveSession(
        device,
        default_montage(8),
        VisitSetup(clocks=Clocks(now_s=clock)),
        protocol=protocol,
        on_protocol=follower_of(device),
    )
    run = Watched(session, device, clock)
    with session:
        run.until(lambda s: s.streamed.time_s > 5.0)
        run.lose()
        assert run.plug_in().news.endswith("The cues begin anew.")
        now = run.until(lambda s: s.streamed.progress.running is None)
        assert now.streamed.progress.measured == ("frontalis",)


def test_a_case_goes_on_once_its_instructor_plugs_the_board_in_again() -> None:
    clock = StepClock()
    shipped = Path(str(files("emg_training") / "scenarios"))
    case = load_training(shipped / "01_place_four_pairs.toml")
    run = CaseRun(case, tables=TABLES, slice_s=0.1, clock=clock, sleep=clock.sleep)
    watched = Watched(run.session, run.device, clock)
    run.start()
    try:
        watched.until(is_live)
        assert watched.lose().link is LinkState.LOST
        assert "The board is back" in watched.plug_in().news
    finally:
        run.end()


@pytest.mark.real_time(seconds=30)
def test_a_shield_is_lost_and_found_on_its_network(tmp_path: Path) -> None:
    pytest.importorskip("pty")
    path = tmp_path / "shield.evenhand"
    address = f"127.{os.getpid() // 250 % 250 + 1}.{os.getpid() % 250 + 1}.2"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    spec = f"cyton_wifi:{address}?port={port}"
    with board("wifi", None, "--address", address, fault="unplug@4s; replug@7s"):
        session = LiveSession(open_device(spec), default_montage(8), VisitSetup(record=path))
        seen = session.subscribe()
        with session:
            links = []
            while LinkState.LOST not in links or links[-1] is not LinkState.LIVE:
                links.append(seen.get(timeout=60).link)
            assert "The board is back" in session.snapshot().news
            time.sleep(1.0)
    stored = read_session(path)
    stored.verify()
    assert sorted(stored.segments) == [0, 1]
    assert {header.fs_hz for header in stored.segments.values()} == {1000.0}


@pytest.mark.real_time(seconds=20)
def test_other_boards_are_lost_and_found_too(tmp_path: Path) -> None:
    """Framed and text boards on a pseudo-terminal: unplugged and plugged in again on its port."""
    pytest.importorskip("pty")
    for kind, spec in (("framed", "framed:{port}"), ("text", TEXT)):
        port = tmp_path / kind
        path = tmp_path / f"{kind}.evenhand"
        with board(kind, port):
            session = LiveSession(
                open_device(spec.format(port=port)), default_montage(2), VisitSetup(record=path)
            )
            seen = session.subscribe()
            with session:
                links = []
                while LinkState.LOST not in links or links[-1] is not LinkState.LIVE:
                    links.append(seen.get(timeout=60).link)
                assert "The board is back" in session.snapshot().news
        stored = read_session(path)
        stored.verify()
        assert len(stored.segments) == 2, kind


TEXT = "text:{port}?scale_uv=4&bits=10&fs_hz=250"


@contextmanager
def board(
    kind: str, port: Path | None, *more: str, fault: str = "unplug@1.5s; replug@3s"
) -> Iterator[None]:
    command = [sys.executable, "-m", "emg_simulators", kind, *more]
    command += [] if port is None else ["--link", str(port)]
    signal = "sine" if kind == "text" else "index"
    command += ["--signal", signal, "--fault", fault]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("ready")
        try:
            yield
        finally:
            process.terminate()


@pytest.mark.real_time(seconds=9)
def test_looking_for_a_board_costs_next_to_nothing() -> None:
    pytest.importorskip("pty")
    session = LiveSession(open_device("virtual:demo?fault=unplug@1s"), default_montage(8))
    seen = session.subscribe()
    with session:
        while seen.get(timeout=30).link is not LinkState.LOST:
            pass
        me = psutil.Process()
        me.cpu_percent()
        time.sleep(4.0)
        assert me.cpu_percent() < 5.0, "a requirement, as for a board that is not waited for"
        assert session.snapshot().link is LinkState.LOST
