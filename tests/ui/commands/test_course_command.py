"""``session course``: what the newest visit on record says, as Review says it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "session"))

from test_course import given, measured

from emg_dosing.examination import ADVERSE, Examination
from emg_session.record_folder import new_record
from emg_session.store import SessionFile
from emg_signal.document import as_document
from emg_signal.measurement import Measurement
from emg_ui.command_line import run

BEFORE = Examination(40, {})
SINCE = Examination(toxin_days={"forehead": 30}, **dict.fromkeys(ADVERSE, False))
PLAN = {
    "schema": 1,
    "subject": "P1",
    "product": {"id": "dysport_us"},
    "point": [{"id": "p1", "region": "forehead", "side": "left", "units": 6.0}],
}


def kept(
    folder: Path, day: str, measurement: Measurement, examination: Examination, *, treated: bool
) -> None:
    began = f"2026-{day}T08:00:00+00:00"
    meta = {"program": "test", "subject": "P1", "origin": "live", "began_utc": began}
    file = SessionFile.create(new_record(folder, began), meta=meta, min_free_bytes=0)
    events = [("examination", examination.as_dict()), ("measurement", as_document(measurement))]
    if treated:
        events += [("plan", {"version": 1, "why": "entered", "plan": PLAN})]
        events += [("given", tick.as_dict()) for tick in given(0)]
    for kind, content in events:
        file.append_event(kind, content, utc=began, index=-1)
    file.close(utc=began, index=-1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kept(tmp_path, "03-02", measured(0, 80.0, 60.0), BEFORE, treated=True)
    kept(tmp_path, "04-01", measured(30, 20.0, 54.0), SINCE, treated=False)
    return tmp_path


def told(capsys, *arguments) -> str:
    status = run(["session", "course", *map(str, arguments)])
    captured = capsys.readouterr()
    assert status == 0, captured.err
    return captured.out


def test_the_newest_visit_is_read_against_the_baseline(capsys, folder):
    text = told(capsys, "P1", folder)
    assert "frontalis left: 25 % of its own baseline (12 to 50 %, 3 holds): effect shown." in text
    assert "the right side lags the left" in text
    record = json.loads(told(capsys, "P1", folder, "--json"))
    assert record["day"] == 30
    assert record["readings"][0]["lagging"] == "right"
    assert [side["answer"] for side in record["readings"][0]["sides"]] == [
        "effect shown", "effect not shown"
    ]  # fmt: skip


def test_the_six_questions_come_first_in_the_terminal_too(capsys, folder):
    kept(folder, "04-02", measured(31, 20.0, 54.0), BEFORE, treated=False)
    text = told(capsys, "P1", folder)
    assert "Ask first, since the injection" in text
    assert "25 %" not in text
    record = json.loads(told(capsys, "P1", folder, "--json"))
    assert record["readings"] == []
    assert "Ask first" in record["asked_first"][0]


def test_who_is_not_on_record_and_what_is_no_origin_are_refused(capsys, folder):
    assert run(["session", "course", "P2", str(folder)]) != 0
    assert "No visit of P2" in capsys.readouterr().err
    assert run(["session", "course", "P1", str(folder), "--origin", "real"]) != 0
    assert "real is no origin. Known ones: live" in capsys.readouterr().err
