"""A visit on a disk that fills, goes, hangs or is slow: screen and file never differ by a tick.

The parts are real: a small file system of its own, files that are removed and renamed, a library
below SQLite whose syncs wait, the window and its keys.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from emg_dosing.tables import load_tables
from emg_session.files import load_plan
from emg_ui.visit.run_request import demo_plan_path

HERE = Path(__file__).parent
SHIM = HERE.parents[1] / "session" / "slow_sync.c"
FAULTS = ("full", "folder goes", "file renamed", "0.7", "20")
TOLD_S, BUSY_S = 1.0, 1.5
"""The promise, and what the wall clock of a shared machine may add in a single run."""
FROZEN_S = 0.5
"""Longest turn of the window: a press waits 0.1 s for the disk, and the window is drawn besides, on
a machine that others use (0.27 s were measured)."""


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("a C compiler on Linux is needed")
    made = tmp_path_factory.mktemp("shim") / "slow_sync.so"
    command = [compiler, "-shared", "-fPIC", "-o", str(made), str(SHIM), "-ldl"]
    subprocess.run(command, check=True)
    return made


def visits(folder: Path, shim: Path, fault: str, number: int) -> list[dict[str, Any]]:
    delay = folder / "delay"
    delay.write_text("0")
    preload = [f"LD_PRELOAD={shim}", f"SYNC_DELAY={delay}", "SYNC_ONLY=/slow/"]
    process = [sys.executable, str(HERE / "visit_process.py"), str(folder / "visits")]
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "env", *preload, *process,
         fault, str(number), str(delay)],
        capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(folder)},
    )  # fmt: skip
    if done.returncode and "unshare" in done.stderr:
        pytest.skip(done.stderr)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def require_same(told: dict[str, Any]) -> None:
    """Hold the screen against the files."""
    points = [point.id for point in load_plan(demo_plan_path(), load_tables()).points]
    assert told["shown"] == points
    assert sorted(told["new"]) == sorted(points)
    assert sorted(told.get("old", told["shown_before_move"])) == sorted(told["shown_before_move"])
    if told["fault"] == "0.7":
        return  # slow, and in time: each tick is shown once it is on disk
    assert told["after_s"] == [None, None, None]
    assert told["shown_before_move"] == points[:2]
    assert told["told_s"] is not None


@pytest.mark.real_time
@pytest.mark.hazard("H-record-lost")
@pytest.mark.parametrize("fault", FAULTS[:-1])
def test_screen_and_file_never_differ_by_a_tick(tmp_path: Path, shim: Path, fault: str) -> None:
    for told in visits(tmp_path, shim, fault, 2):
        require_same(told)
        assert told["told_s"] is None or told["told_s"] <= TOLD_S + BUSY_S
        assert told["longest_turn_s"] <= FROZEN_S + BUSY_S


@pytest.mark.soak
@pytest.mark.parametrize("fault", FAULTS)
def test_100_visits_on_a_bad_disk(tmp_path: Path, shim: Path, fault: str) -> None:
    every = visits(tmp_path, shim, fault, 100)
    assert len(every) == 100
    for told in every:
        require_same(told)
    late = [told["told_s"] for told in every if told["told_s"] is not None]
    quick_s = [each for told in every for each in told["quick_s"]]
    turns_s = [told["longest_turn_s"] for told in every]
    print(
        f"\n{fault}: told after {statistics.median(late or [0]):.3f} s, {max(late or [0]):.3f} at "
        f"most; a tick takes {1000 * statistics.median(quick_s):.1f} ms, "
        f"{1000 * max(quick_s):.1f} at most; longest turn of the window {max(turns_s):.3f} s"
    )
    assert max(late or [0]) <= TOLD_S
    assert max(turns_s) <= FROZEN_S
