"""A visit from the command line prints no line that is not ours, and ends as its record does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.mark.real_time
@pytest.mark.hazard("H-record-lost")
@pytest.mark.parametrize("goes", [False, True], ids=["all is well", "the file goes"])
def test_a_visit_says_and_ends_as_its_record_does(tmp_path: Path, goes: bool) -> None:
    path = tmp_path / "v.evenhand"
    command = ["visit", "--person", "P1", "--record", str(path), "--seconds", "4"]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":none", "LANG": "C.UTF-8",
           "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-m", "emg_ui", *command], stderr=subprocess.PIPE, text=True, env=env
    ) as visit:
        deadline_s = time.monotonic() + 60
        while not path.exists() and time.monotonic() < deadline_s:
            time.sleep(0.02)
        if goes:
            path.unlink()
        _, errors = visit.communicate(timeout=120)
    assert "Traceback" not in errors
    assert ("is no longer there" in errors) == goes
    assert visit.returncode == (2 if goes else 0)
