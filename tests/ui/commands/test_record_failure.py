"""A record that fails is told in every form of output, and ends the program with a status."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from emg_session.stored import read_verified
from emg_ui.command_line import run


@pytest.mark.real_time
@pytest.mark.hazard("H-record-lost")
@pytest.mark.parametrize("form", ["--json", "--headless"])
def test_a_file_that_goes_is_told_and_ends_with_a_status(tmp_path: Path, form: str) -> None:
    path = tmp_path / "v.evenhand"
    command = [sys.executable, "-m", "emg_ui", "live", "--device", "virtual?link=memory", form,
               "--checked", "--seconds", "6", "--record", str(path)]  # fmt: skip
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as live:
        deadline = time.monotonic() + 60
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(1.0)
        path.unlink()
        out, err = live.communicate(timeout=120)
    assert live.returncode == 2
    assert "no longer there" in err
    assert "Traceback" not in err
    assert "recorded " in err
    if form == "--json":
        last = [json.loads(line) for line in out.splitlines() if "record_text" in line][-1]
        assert "Recording stopped" in last["record_text"]
        assert "no longer there" in last["record_text"]
    else:
        assert "record: Recording stopped" in err


def test_a_lead_that_comes_on_during_rest_is_refused_and_everything_is_recorded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "v.evenhand"
    spec = "virtual:demo?link=memory&fault=flat 1@0s+4.2s"
    command = ["live", "--device", spec, "--headless", "--json", "--seconds", "20", "--checked"]
    assert run([*command, "--record", str(path)]) == 0
    stored = read_verified(path)
    assert stored.sealed
    assert sum(block.samples_uv.shape[1] for block in stored.blocks(0)) > 19 * 250
    assert "calibration" not in [event.kind for event in stored.events]
    updates = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert not any(update.get("record_text") for update in updates)
