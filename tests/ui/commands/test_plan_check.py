"""``evenhand-plan``: the plan check alone says what it is and loads no signal code."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from emg_ui.commands.plan_check_command import main
from emg_ui.visit.run_request import demo_plan_path

LOADED = """
import sys
from emg_ui.commands.plan_check_command import main
try:
    main([sys.argv[1]])
except SystemExit as ending:
    assert ending.code in (0, 1), ending.code
signal = [name for name in sys.modules if name.startswith((
    "emg_signal.filters", "emg_signal.kernel", "emg_signal.pipeline", "emg_signal.symmetry",
    "emg_signal.chunk", "emg_device.base", "emg_session.stream", "numpy", "scipy", "PySide6",
))]
print("LOADED", signal)
"""


def test_it_runs_with_no_signal_code_loaded():
    told = subprocess.run(
        [sys.executable, "-c", LOADED, str(demo_plan_path())],
        capture_output=True, text=True, check=True, timeout=60,
    ).stdout  # fmt: skip
    assert told.startswith("PLAN CHECK without a board")
    assert "No signal enters" in told
    assert "No published bound for Dysport in this area" in told
    assert told.endswith("LOADED []\n")


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ending:
        main([str(argument) for argument in arguments])
    return ending.value.code, capsys.readouterr()


def test_as_json_it_says_its_profile_and_ends_with_one_for_a_stop(capsys, tmp_path):
    code, told = run(capsys, demo_plan_path(), "--json")
    record = json.loads(told.out)
    assert record["profile"] == "plan check"
    assert code == 0
    stopped = tmp_path / "plan.toml"
    stopped.write_text(demo_plan_path().read_text("utf-8").replace("units = 300", "units = 125"))
    assert run(capsys, stopped)[0] == 1


def test_what_is_no_plan_is_refused_in_one_line(capsys, tmp_path):
    code, told = run(capsys, tmp_path / "none.toml")
    assert code == 2
    assert told.err.startswith("evenhand-plan: ")
    assert len(told.err.splitlines()) == 1
