"""The top-level rooms may never shadow the standard library (docs/adr/0001)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOMS = ("device", "signal", "dosing", "session", "simulators", "ui")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_a_source_root_and_not_a_package(project_root: Path, room: str) -> None:
    assert (project_root / room).is_dir()
    assert not (project_root / room / "__init__.py").exists()
    assert not (project_root / f"{room}.py").exists()


def test_the_standard_library_is_safe_in_the_root(project_root: Path) -> None:
    code = (
        "import asyncio, multiprocessing, signal, subprocess\n"
        "signal.SIGINT\n"
        "asyncio.run(asyncio.sleep(0))\n"
        "p = subprocess.Popen(['sleep', '5']); p.terminate(); p.wait()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project_root, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_the_rooms_import_only_what_the_design_allows(project_root: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=project_root,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout


def test_what_designs_no_filter_waits_for_none(project_root: Path) -> None:
    """scipy.signal takes a second to load: a board on a test signal and the rules do without."""
    code = (
        "import sys, emg_simulators.__main__, emg_dosing.suggest, emg_ui.commands.command_tree\n"
        "assert 'scipy.signal' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        cwd=project_root, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
