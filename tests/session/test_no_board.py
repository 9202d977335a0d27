"""A visit without a board is planned, given and recorded like any other, and taken up again."""

from __future__ import annotations

import datetime as dt
import stat
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from emg_dosing.examination import Examination
from emg_dosing.tables import Tables, load_tables
from emg_session.clocks import Clocks
from emg_session.files import load_plan
from emg_session.link import LinkState
from emg_session.no_board import NoBoardVisit
from emg_session.session_playback import recording_of
from emg_session.stored import read_session
from emg_session.visit import VisitSetup
from emg_session.visits import VisitFolder
from emg_signal.errors import PlanError, RecordCorruptError, RecordError
from emg_ui.command_line import run

NOON = "2026-03-02T12:00:00+00:00"
LATER = "2026-03-02T12:05:00+00:00"


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


@pytest.fixture
def plan(tables: Tables):
    return load_plan(Path(str(files("emg_dosing") / "examples" / "demo_plan.toml")), tables)


def visit(tables: Tables, *, earlier: Path | None = None, **given) -> NoBoardVisit:
    clocks = Clocks(utc=lambda: NOON, today=lambda: dt.date(2026, 3, 2))
    return NoBoardVisit(VisitSetup(tables=tables, clocks=clocks, **given), earlier=earlier)


def kinds(path: Path) -> list[str]:
    return [event.kind for event in read_session(path).events]


def test_it_is_recorded_in_the_same_chained_and_sealed_file(tables, plan, tmp_path, capsys) -> None:
    path = tmp_path / "a.evenhand"
    with visit(tables, subject="P1", plan=plan, record=path) as session:
        session.treatment.set_examination(Examination.nothing_found())
        assert session.snapshot().link is LinkState.NO_BOARD
        assert session.snapshot().stream is None
        assert session.snapshot().pairs == ()
        assert session.snapshot().treatment.findings
        assert session.treatment.give(plan.points[0].id, at_utc=NOON)
    stored = read_session(path)
    assert stored.sealed
    assert (stored.meta["subject"], stored.meta["origin"]) == ("P1", "live")
    assert [e.kind for e in stored.events] == [
        "policy", "plan", "examination", "safety", "given", "seal",
    ]  # fmt: skip
    assert stored.events[1].body["plan"]["subject"] == "P1"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert run(["session", "verify", str(path)]) == 0
    assert "7 records, none altered; sealed" in capsys.readouterr().out
    assert run(["session", "list", str(tmp_path)]) == 0
    assert "no board  0 measurement(s), 0 decision(s), 1 point(s) given" in capsys.readouterr().out
    with pytest.raises(RecordCorruptError, match="holds no samples: it was a visit without"):
        recording_of(stored)


def test_a_point_is_given_once_however_often_it_is_ticked(tables, plan, tmp_path) -> None:
    path = tmp_path / "a.evenhand"
    with visit(tables, plan=plan, record=path) as session:
        treatment, name = session.treatment, plan.points[0].id
        assert [treatment.give(name, at_utc=NOON) for _ in range(1000)].count(True) == 1
        assert treatment.take_back(name)
        assert not treatment.take_back(name)
        assert treatment.state.given == ()
        assert treatment.give(name, at_utc=LATER)
        with pytest.raises(PlanError, match="no point nowhere"):
            treatment.give("nowhere", at_utc=NOON)
    assert kinds(path)[1:] == ["plan", "safety", "given", "given taken back", "given", "seal"]


def test_nothing_is_given_from_an_unknown_lot(tables, plan) -> None:
    session = visit(tables, plan=replace(plan, lot=None))
    session.start()
    with pytest.raises(PlanError, match="lot of the vial is missing"):
        session.treatment.give(plan.points[0].id, at_utc=NOON)
    assert session.treatment.state.given == ()


def test_what_was_given_stays_as_it_was_when_the_plan_changes(tables, plan) -> None:
    session = visit(tables, plan=plan)
    session.start()
    point = plan.points[0]
    session.treatment.give(point.id, at_utc=NOON)
    session.set_plan(plan.with_units({point.id: 1.0}))
    tick = session.treatment.state.given_at(point.id)
    assert (tick.point.dose.units, tick.plan_version) == (6.0, 1)


def test_the_plan_of_another_person_is_refused(tables, plan, tmp_path) -> None:
    path = tmp_path / "a.evenhand"
    with pytest.raises(PlanError, match="plan is for P2, and P1 is treated"):
        visit(tables, subject="P1", plan=replace(plan, subject="P2"), record=path).start()
    assert not path.exists()


def test_a_closed_visit_is_taken_up_again_with_its_ticks(tables, plan, tmp_path) -> None:
    path = tmp_path / "a.evenhand"
    with visit(tables, subject="P1", plan=plan, record=path) as session:
        session.treatment.set_examination(Examination.nothing_found())
        session.set_plan(plan.with_units({plan.points[0].id: 7.0}))
        session.treatment.give(plan.points[0].id, at_utc=NOON)
        before = session.treatment.state
    with visit(tables, earlier=path) as again:
        state = again.treatment.state
        assert again.treatment.subject == "P1"
        assert (state.plan, state.plan_version) == (before.plan, 2)
        assert (state.examination, state.given) == (before.examination, before.given)
        assert state.findings == before.findings
        assert again.treatment.give(plan.points[1].id, at_utc=LATER)
    stored = read_session(path)
    stored.verify()
    assert stored.sealed
    assert kinds(path)[-5:] == ["seal", "reopened", "safety", "given", "seal"]
    assert len(VisitFolder(tmp_path).visits("P1")[0].given) == 2


def test_a_visit_that_is_open_in_another_window_is_not_taken_up(tables, plan, tmp_path) -> None:
    path = tmp_path / "a.evenhand"
    busy = pytest.raises(RecordError, match="open in another window")
    with visit(tables, plan=plan, record=path), busy:
        visit(tables, earlier=path).start()
    assert kinds(path) == ["policy", "plan", "seal"]


def test_an_earlier_treatment_on_record_counts_whatever_was_answered(
    tables, plan, tmp_path
) -> None:
    folder = VisitFolder(tmp_path)
    first = visit(tables, subject="P1", plan=plan, record=tmp_path / "a.evenhand")
    with first:
        first.treatment.give(plan.points[0].id, at_utc=NOON)
    later = NoBoardVisit(
        VisitSetup(
            subject="P1",
            tables=tables,
            plan=plan,
            folder=folder,
            clocks=Clocks(today=lambda: dt.date(2026, 4, 1)),
        )
    )
    with later:
        later.treatment.set_examination(Examination.nothing_found())
        found = " ".join(finding.text for finding in later.treatment.state.findings)
        assert "Last toxin 30 days ago" in found
        assert later.treatment.state.examination == Examination.nothing_found()
    stranger = NoBoardVisit(VisitSetup(subject="P2", tables=tables, plan=plan, folder=folder))
    with stranger:
        found = " ".join(finding.text for finding in stranger.treatment.state.findings)
        assert "Last toxin" not in found
