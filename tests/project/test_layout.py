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
