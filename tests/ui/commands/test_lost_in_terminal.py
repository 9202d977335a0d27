"""``evenhand live`` without a window goes on by itself after a loss, or says that it could not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from emg_session.stored import read_session


def live(fault: str, seconds: int, path: Path) -> subprocess.CompletedProcess[str]:
    device = f"virtual:demo?link=memory&fault={fault}"
    arguments = ["--headless", "--seconds", str(seconds), "--record", str(path)]
    return subprocess.run(
        [sys.executable, "-m", "emg_ui", "live", "--device", device, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.real_time(seconds=12)
def test_it_goes_on_when_the_board_is_back(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    done = live("unplug@2s;replug@4s", 8, path)
    assert done.returncode == 0, done.stderr
    assert "LOST" in done.stdout
    assert "goes on by itself once the same board is back" in done.stdout
    assert "link: The board is back after" in done.stderr
    assert "The cues begin anew." in done.stderr
    assert "LOST" not in done.stdout.splitlines()[-1]
    stored = read_session(path)
    stored.verify()
    assert sorted(stored.segments) == [0, 1]


@pytest.mark.real_time(seconds=8)
def test_a_board_that_stays_away_is_an_error_at_the_end(tmp_path: Path) -> None:
    done = live("unplug@2s", 4, tmp_path / "a.evenhand")
    assert done.returncode == 2
    assert "The simulated Cyton was unplugged. Plug it in again." in done.stderr
    read_session(tmp_path / "a.evenhand").verify()


@pytest.mark.real_time(seconds=8)
def test_another_board_cannot_be_asked_about_here(tmp_path: Path) -> None:
    done = live("other@2s", 5, tmp_path / "a.evenhand")
    assert done.returncode == 2
    assert "Here nobody can be asked: plug the first one in again" in done.stdout
