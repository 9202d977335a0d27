"""Commands that need no window: what they print is what the rooms say."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from emg_dosing.tables import load_tables
from emg_session.calibration_files import load_calibration
from emg_session.files import load_plan
from emg_signal.errors import ConfigError
from emg_ui.command_line import run
from emg_ui.commands.run_window import QT_REMEDY, require_loadable
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
    assert "No published bound for Dysport in this area" in text


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


@pytest.mark.real_time
def test_a_clock_that_is_quite_wrong_calibrates_nothing_and_says_why(capsys, tmp_path):
    """A board 60 % too fast locked a calibration, "all good"."""
    path = tmp_path / "calibration.json"
    fast = "virtual:?fault=clock +60%@0s"
    assert run(["calibrate", "--device", fast, "--out", str(path)]) == 2
    told = capsys.readouterr()
    assert re.search(r"The board runs at (39|40)\d\.\d Hz by this computer's clock", told.err)
    assert "Set the board's rate right" in told.err
    assert "(2 of 3)" not in told.out
    assert not path.exists()
    assert run(["live", "--device", fast, "--json", "--seconds", "5"]) == 0
    updates = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    sites = [site for update in updates for site in update.get("sites", ())]
    assert {site["rms_uv"] for site in sites} == {None}
    assert "wrong rate" in {site["quality"] for site in sites}


def test_text_for_people_keeps_infinity_and_nan_out_of_json(tmp_path, capsys):
    path = tmp_path / "scenario.json"
    path.write_text('{"plan": Infinity}', encoding="utf-8")
    assert run(["suggest", str(path)]) == 2
    assert "Infinity is no number" in capsys.readouterr().err


def test_plan_and_suggest_tell_the_safety_line(capsys, tmp_path):
    text = output(capsys, "plan", demo_plan_path())
    assert text.startswith("◇ Not asked: hypersensitivity to a botulinum toxin")
    answers = tmp_path / "asked.toml"
    answers.write_text("pregnancy_or_lactation = true\nhypersensitivity = true\nage_years = 30\n")
    assert run(["plan", str(demo_plan_path()), "--examination", str(answers)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("■ STOP: Contraindication on the label (US): Hypersensitivity")
    assert lines[1].startswith("▲ LIMIT: No units are suggested for Dysport: pregnancy")
    assert sum("Hypersensitivity" in line for line in lines) == 1
    scenario = tmp_path / "s.json"
    plan = load_plan(demo_plan_path(), load_tables()).as_dict()
    scenario.write_text(json.dumps({"plan": plan, "examination": {"hypersensitivity": True}}))
    told = json.loads(output(capsys, "suggest", scenario))
    assert told["status"] == "refused"
    assert told["safety"][0]["grade"] == "stop"
    assert any(item["state"] == "not asked" for item in told["safety"])


def test_a_later_visit_has_no_percentage_in_the_terminal_before_the_questions(capsys, tmp_path):
    case = load_corpus("effect_both_shown")
    path = tmp_path / "s.json"
    asked = json.dumps(case)
    path.write_text(asked)
    assert "% of its own baseline" in output(capsys, "suggest", path)
    for name in ("since_lid", "since_elsewhere"):
        path.write_text(asked.replace(f'"{name}": false, ', "").replace(f', "{name}": false', ""))
        told = output(capsys, "suggest", path)
        assert "% of its own baseline" not in told
        assert "Ask first, since the injection" in told


def load_corpus(name):
    path = Path(__file__).parents[2] / "dosing/corpus" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("wrong", ["mood = true", "pregnancy_or_lactation = 1", "age_years = -3"])
def test_an_examination_that_is_none_is_refused_by_name(capsys, tmp_path, wrong):
    answers = tmp_path / "asked.toml"
    answers.write_text(wrong)
    assert run(["plan", str(demo_plan_path()), "--examination", str(answers)]) == 2
    said = capsys.readouterr().err
    assert "asked.toml" in said
    assert wrong.split(" ")[0] in said


@pytest.mark.parametrize(
    "key",
    [
        "a." * 50_000 + "a = 1",
        "[a" + ".a" * 50_000 + "]",
        "x = {" + '"a".' * 50_000 + '"a" = 1}',
        "#" * 1_000_001,
    ],
)
def test_a_key_that_would_stand_for_minutes_is_refused_at_once(capsys, tmp_path, key):
    path = tmp_path / "p.toml"
    path.write_text(key)
    began_s = time.process_time()
    assert run(["plan", str(path)]) == 2
    assert time.process_time() - began_s < 2.0
    assert "p.toml is" in capsys.readouterr().err


def test_each_form_has_one_to_begin_with_that_is_taken_as_it_is(capsys, tmp_path):
    for command, name in (("plan", "p.toml"), ("suggest", "s.json")):
        path = tmp_path / name
        path.write_text(output(capsys, command, "--example"), encoding="utf-8")
        assert output(capsys, command, path)
        assert f"evenhand {command} --example" in output(capsys, command, "--help")


def test_what_qt_lacks_is_one_list_for_the_set_up_and_for_the_line():
    script = Path(__file__).parents[3] / "tools/system_packages.sh"
    text = script.read_text(encoding="utf-8")
    named = QT_REMEDY.partition("install ")[2].split()
    lists = dict(re.findall(r"^(offscreen|display)='([^']*)'", text, re.MULTILINE))
    assert named == [*lists["offscreen"].split(), *lists["display"].split()]


def test_a_library_that_qt_lacks_for_a_display_is_one_line_and_no_abort(tmp_path):
    plugin = tmp_path / "libqxcb.so"
    plugin.write_bytes(b"no library")
    with pytest.raises(ConfigError, match=r"The window needs Qt.*libxcb-cursor0"):
        require_loadable(plugin)


def test_markers_of_a_recording_are_told_kept_and_printed(capsys, tmp_path):
    """What a file marks is a line, is in JSON, on record, and comes out of it as CSV."""
    rows = "".join(
        f"{n / 500:.3f},{n % 7},{n % 5},{'smile' if n == 900 else ''}\n" for n in range(2000)
    )
    table, record = tmp_path / "a.csv", tmp_path / "a.evenhand"
    table.write_text("time (s),left [uV],right [uV],Marker\n" + rows)
    fast = ("replay", table, "--speed", "0")
    assert "    1.8 s  event: smile" in output(capsys, *fast, "--headless")
    last = json.loads(output(capsys, *fast, "--json").splitlines()[-1])
    assert [(e["index"], e["name"], round(e["time_s"], 2)) for e in last["events"]] == [
        (900, "smile", 1.8)
    ]
    device = f"playback:{table}?speed=max"
    output(capsys, "live", "--device", device, "--record", record, "--headless", "--checked")
    lines = output(capsys, "session", "marks", record).splitlines()
    assert lines[0] == "sample,name,source,utc"
    assert lines[1].startswith("900,smile,board,20")
    assert "event: smile" in output(capsys, "replay", record, "--speed", "0", "--headless")


def test_labels_are_told_with_source_date_and_what_was_not_verified(capsys):
    text = output(capsys, "labels", "azzalure_eu_uk")
    assert "label text of 02/2024: check the current one" in text
    assert "glabella: 50 units in 5 points of 10 units (0.05 mL) (EU, UK, CH; S17, S201)\n" in text
    assert "(EU, UK, CH; S202) ▲ unverified" in text
    every = output(capsys, "labels")
    assert "Hengli, CN: Licensed; nothing of its label was read." in every
    record = json.loads(output(capsys, "labels", "--json"))
    assert record["letybo_eu_uk"]["label_date"] == "2022-05-10"
    assert all(row["sources"] for product in record.values() for row in product["rows"])


def test_a_label_of_no_product_is_refused_with_the_known_ones(capsys):
    assert run(["labels", "botulax"]) != 0
    assert "botulax is no product of the tables. Known ones: letybo_us" in capsys.readouterr().err


def test_plan_tells_what_label_and_trials_gave_beside_its_own(capsys, tmp_path):
    plan = tmp_path / "plan.toml"
    text = demo_plan_path().read_text(encoding="utf-8").replace("dysport_us", "botox_cosmetic_us")
    plan.write_text(text.replace("units = 300", "units = 100"), encoding="utf-8")
    run(["plan", str(plan)])
    said = capsys.readouterr().out
    assert "forehead: the plan 40 units; what was given:" in said
    assert "    practice: 4 to 20 units (S26, S37)" in said
    run(["plan", str(plan), "--json"])
    (bands,) = json.loads(capsys.readouterr().out)["bands"]
    assert bands["given"] == [[None, 40.0]]
    assert [band["units"] for band in bands["bands"] if band["basis"] == "studied"] == [
        [10.0, 20.0]
    ]
    assert "no published dose here" in output(capsys, "plan", demo_plan_path())
