"""Commands that need no window: what they print is what the rooms say."""

from __future__ import annotations

import json

import pytest

from emg_dosing.tables import load_tables
from emg_session.files import load_calibration, load_plan
from emg_ui.command_line import run
from emg_ui.visit.run_request import demo_plan_path


def output(capsys, *arguments):
    status = run([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    assert status == 0, captured.err
    return captured.out


def test_the_demonstrations_plan_is_what_the_demonstration_promises():
    plan = load_plan(demo_plan_path(), load_tables())
    assert (float(plan.units(side="left")), float(plan.units(side="right"))) == (18.0, 22.0)
    assert plan.reason_for("forehead") is None


def test_plan_says_volumes_vials_and_findings(capsys):
    text = output(capsys, "plan", demo_plan_path())
    assert "right medial, forehead: 8 units = 0.04 mL, 8 units ± 0.4 units" in text
    assert "1 × vial of 300 units, 260 units left over" in text
    assert "use within 24 h" in text
    assert "no practice range of Dysport is known" in text


def test_plan_as_json_is_what_the_rules_hold(capsys):
    record = json.loads(output(capsys, "plan", demo_plan_path(), "--json"))
    assert record["preparation"]["vials"] == 1
    assert {finding["grade"] for finding in record["findings"]} >= {"warning", "info"}
    assert sum(point["units"] for point in record["plan"]["point"]) == 40.0


def test_devices_lists_every_driver_with_a_spec_to_type(capsys):
    text = output(capsys, "devices")
    for name in ("cyton", "playback", "virtual"):
        assert name in text
    assert isinstance(json.loads(output(capsys, "devices", "--json")), list)


def test_a_folder_without_sessions_says_so(capsys, tmp_path):
    assert "no session files" in output(capsys, "session", "list", tmp_path)


def test_train_lists_its_cases(capsys):
    assert "SIMULATED" in output(capsys, "train")


@pytest.mark.real_time
def test_calibrate_guides_and_keeps_a_file_that_live_reads(capsys, tmp_path):
    path = tmp_path / "calibration.json"
    text = output(capsys, "calibrate", "--device", "virtual", "--out", path)
    assert "Relax the whole face" in text
    assert "(3 of 3)" in text
    assert len(load_calibration(path).sites) == 8
    lines = output(
        capsys, "live", "--device", "virtual", "--calibration", path, "--seconds", "2", "--json"
    ).splitlines()
    updates = [json.loads(line) for line in lines]
    shown = [site["percent_of_reference"] for site in updates[-1]["sites"]]
    assert all(value is not None for value in shown)
    assert run(["calibrate", "--device", "virtual", "--out", str(path)]) == 2
    assert "is never overwritten" in capsys.readouterr().err


def test_text_for_people_keeps_infinity_and_nan_out_of_json(tmp_path, capsys):
    path = tmp_path / "scenario.json"
    path.write_text('{"plan": Infinity}', encoding="utf-8")
    assert run(["suggest", str(path)]) == 2
    assert "Infinity is no number" in capsys.readouterr().err
