"""Earlier visits are found by label and origin, and nothing altered is used."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from emg_dosing.tables import Tables, load_tables
from emg_session.given import Given
from emg_session.record_folder import new_record
from emg_session.store import SessionFile
from emg_session.visits import VisitFolder
from emg_signal.chunk import Origin


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def plan(units: float, subject: str) -> dict:
    point = {"id": "p1", "region": "forehead", "side": "left", "units": units}
    return {"schema": 1, "subject": subject, "product": {"id": "dysport_us"}, "point": [point]}


def visit(
    folder: Path,
    subject: str,
    day: int,
    units: float = 6.0,
    origin: str = "live",
    events: tuple[tuple[str, dict], ...] = (),
) -> Path:
    began = f"2026-03-{day:02}T09:00:00+00:00"
    path = new_record(folder, began)
    meta = {"program": "test", "subject": subject, "origin": origin, "began_utc": began}
    file = SessionFile.create(path, meta=meta, min_free_bytes=0)
    body = {"version": 1, "why": "entered", "plan": plan(units, subject)}
    for kind, content in (("plan", body), *events):
        file.append_event(kind, content, utc=began, index=-1)
    file.close(utc=began, index=-1)
    return path


def test_a_person_has_their_own_visits_newest_first(tmp_path: Path, tables: Tables) -> None:
    visit(tmp_path, "P1", 2, 6.0)
    visit(tmp_path, "P1", 20, 7.0)
    visit(tmp_path, "P1", 9, 5.0)
    visit(tmp_path, "P10", 28, 9.0)
    folder = VisitFolder(tmp_path)
    assert [v.head.began.day for v in folder.visits("P1")] == [20, 9, 2]
    found = folder.plans("P1", tables)[0]
    assert found is not None
    assert found[0].points[0].dose.units == 7.0
    assert found[1].began.day == 20
    assert folder.people() == ("P10", "P1")
    assert folder.visits("") == ()
    assert folder.plans("p1", tables) == ()


def test_a_simulated_person_of_the_same_label_is_somebody_else(
    tmp_path: Path, tables: Tables
) -> None:
    visit(tmp_path, "P1", 2, 6.0)
    visit(tmp_path, "P1", 20, 9.0, origin="simulated")
    folder = VisitFolder(tmp_path)
    assert [v.head.began.day for v in folder.visits("P1")] == [2]
    assert [v.head.began.day for v in folder.visits("P1", origin=Origin.SIMULATED)] == [20]
    assert folder.plans("P1", tables)[0][0].points[0].dose.units == 6.0


def test_a_tick_that_was_taken_back_is_not_given(tmp_path: Path, tables: Tables) -> None:
    folder = VisitFolder(tmp_path)
    visit(tmp_path, "P1", 1)
    point = folder.plans("P1", tables)[0][0].points[0]
    tick = Given(point, "L1", 1, "2026-03-02T09:05:00+00:00").as_dict()
    visit(tmp_path, "P1", 2, events=(("given", tick), ("given taken back", tick), ("given", tick)))
    visit(tmp_path, "P1", 3, events=(("given", tick), ("given taken back", tick)))
    given = [v.given for v in folder.visits("P1")]
    assert [len(ticks) for ticks in given] == [0, 1, 0]
    assert given[1][0] == Given(point, "L1", 1, "2026-03-02T09:05:00+00:00")


def test_an_answer_that_was_taken_back_is_no_answer_of_the_visit(tmp_path: Path) -> None:
    said = {"kind": "rejected", "reason": "seen", "suggestion_digest": "a"}
    visit(tmp_path, "P1", 2, events=(("decision", said), ("decision taken back", said)))
    visit(tmp_path, "P1", 3, events=(("decision", said),))
    assert [len(v.decisions) for v in VisitFolder(tmp_path).visits("P1")] == [1, 0]


def test_what_was_altered_or_is_no_session_is_not_used_and_named(
    tmp_path: Path, tables: Tables
) -> None:
    visit(tmp_path, "P1", 2, 6.0)
    altered = visit(tmp_path, "P1", 20, 7.0)
    connection = sqlite3.connect(altered)
    connection.execute("UPDATE event SET body = replace(body, '7.0', '70.0')")
    connection.commit()
    connection.close()
    (tmp_path / "note.evenhand").write_text("no session")
    folder = VisitFolder(tmp_path)
    assert folder.plans("P1", tables)[0][0].points[0].dose.units == 6.0
    assert len(folder.problems) == 2
    assert any(altered.name in line and "altered" in line for line in folder.problems)


def test_two_hundred_sessions_are_looked_through_within_a_second(tmp_path: Path) -> None:
    for i in range(200):
        visit(tmp_path, f"P{i % 40}", 1 + i % 28)
    began_s = time.process_time()
    assert len(VisitFolder(tmp_path).visits("P3")) == 5
    assert time.process_time() - began_s < 1.0


@pytest.mark.parametrize("label", ["../P1", "/etc/passwd", "CON", "-rf", "a\x00b", "ü" * 4000, "‮x"])
def test_no_label_reaches_a_file_name(tmp_path: Path, label: str) -> None:
    path = visit(tmp_path / "records", label, 2)
    assert path.parent == tmp_path / "records"
    assert path.name.startswith("20260302T090000Z-")
    assert [head.subject for head in VisitFolder(tmp_path / "records").heads()] == [label]
