"""Answers of the examination reach a visit from a file, with a board or without, and its record."""

from __future__ import annotations

import json

import pytest

from emg_dosing.examination import CONDITIONS, Examination
from emg_session.stored_visit import read_visit
from emg_ui.command_line import run
from emg_ui.visit.run_request import demo_plan_path
from emg_ui.visit.visit_request import VisitRequest, make_visit

ANSWERS = """
age_years = 44
hypersensitivity = true
infection_at_site = true
details = { infection_at_site = "inflammation" }
"""


@pytest.fixture
def answers(tmp_path):
    path = tmp_path / "answers.toml"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def live(*options):
    return run(["live", "--device", "virtual?link=memory", "--seconds", "0.3", *map(str, options)])


def test_live_tells_what_was_found_and_records_what_was_asked(answers, tmp_path, capsys):
    record = tmp_path / "v.evenhand"
    assert live("--json", "--examination", answers, "--record", record) == 0
    line = json.loads(capsys.readouterr().out.splitlines()[0])["safety"]
    assert line[0]["grade"] == "stop"
    assert "Hypersensitivity" in line[0]["text"]
    assert "Inflammation at an injection site" in line[1]["text"]
    open_ = {item["text"] for item in line if item["state"] == "not asked"}
    assert str(CONDITIONS["ptosis"]) in open_
    assert str(CONDITIONS["hypersensitivity"]) not in open_
    asked = read_visit(record).examination
    assert asked.hypersensitivity
    assert asked.details == {"infection_at_site": "inflammation"}


def test_live_without_a_window_tells_the_safety_line_before_any_number(answers, capsys):
    assert live("--headless", "--examination", answers) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("■ STOP: ")
    assert sum(line.startswith("■ STOP: ") for line in lines) == 1
    assert next(i for i, line in enumerate(lines) if "SIMULATED" in line) > 1


def test_a_visit_without_a_board_begins_with_the_answers_and_adds_to_them(answers, tmp_path):
    first = VisitRequest(person="P1", plan=demo_plan_path(), examination=answers, folder=tmp_path)
    with make_visit(first) as visit:
        state = visit.snapshot().treatment
        path = visit.record_path
        assert state.safety[0].blocks
        assert state.examination.age_years == 44
    later = tmp_path / "later.toml"
    later.write_text("ptosis = false\nage_years = 45\n")
    with make_visit(VisitRequest(again=path, examination=later)) as visit:
        asked = visit.snapshot().treatment.examination
        assert (asked.age_years, asked.ptosis, asked.hypersensitivity) == (45, False, True)
        assert asked.details == {"infection_at_site": "inflammation"}


def test_answers_that_cannot_be_read_are_refused_before_a_board_is_opened(tmp_path, capsys):
    path = tmp_path / "answers.toml"
    path.write_text("mood = true\n")
    for command in (["live", "--device", "cyton:/dev/none", "--json"], ["visit"]):
        assert run([*command, "--examination", str(path)]) == 2
        assert "answers.toml: " in (said := capsys.readouterr().err)
        assert "mood" in said


def test_newer_answers_count_and_what_they_leave_out_stays():
    older = Examination(50, {"forehead": 100}, ptosis=True, details={"ptosis": "x"})
    assert older.and_also(Examination()) == older
    newer = Examination(toxin_days={}, ptosis=False, details={"synkinesis": "y"})
    both = older.and_also(newer)
    assert (both.age_years, both.toxin_days, both.ptosis) == (50, {}, False)
    assert both.details == {"ptosis": "x", "synkinesis": "y"}
