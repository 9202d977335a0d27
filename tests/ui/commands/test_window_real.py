"""The real window on the real virtual board over the real driver, to the suggestion and beyond."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from by_hand import settle, words
from PySide6.QtCore import Qt
from virtual import virtual_session

from emg_session.stored import read_session
from emg_ui.decide.answer_panel import READ_S

pytestmark = pytest.mark.real_time

LOST_WITHIN_S = 1.0


def kill_board(device):
    """Pull the plug: the board's process dies without a word."""
    os.kill(device.board.process.pid, signal.SIGKILL)


def wait_until(qtbot, condition, seconds):
    qtbot.waitUntil(condition, timeout=round(1000 * seconds))


def test_from_bytes_to_an_accepted_suggestion_and_a_lost_board(open_window, qtbot, tmp_path):
    record = tmp_path / "session.evenhand"
    with virtual_session(record) as (session, device):
        window = open_window(session)
        wait_until(qtbot, lambda: "Relax the whole face" in words(window.measure.cue), 5)
        wait_until(qtbot, lambda: "Tighten the whole face" in words(window.measure.cue), 5)
        wait_until(qtbot, lambda: session.snapshot().streamed.calibration is not None, 20)
        wait_until(qtbot, lambda: "Raise both brows" in words(window.measure.cue), 5)
        wait_until(qtbot, lambda: session.snapshot().treatment.suggestion is not None, 30)
        settle(window)
        assert "Even out the sides" in words(window.measure.suggestion)
        qtbot.keyClick(window, Qt.Key.Key_F3)
        qtbot.wait(round(1000 * READ_S) + 100)  # no decision in a suggestion's first second
        qtbot.keyClick(window, Qt.Key.Key_A)
        wait_until(qtbot, lambda: session.treatment.state.plan_version == 2, 1)
        qtbot.keyClick(window, Qt.Key.Key_F2)

        kill_board(device)
        killed_s = time.monotonic()
        wait_until(qtbot, lambda: "■ LOST" in words(window), 3)
        assert time.monotonic() - killed_s <= LOST_WITHIN_S
        assert "µV" not in window.measure.rows.accessibleDescription()

        frames = window.frames
        own = psutil.Process()
        before = own.cpu_times()
        qtbot.wait(1500)  # the virtual board comes back by itself some 3 s after it was killed
        after = own.cpu_times()
        busy_s = after.user + after.system - before.user - before.system
        assert window.frames <= frames + 2, "lanes are drawn although nothing comes"
        assert (
            busy_s < 0.10 * 1.5
        )  # 0.03 s where nothing else runs; a busy machine takes thrice as much
        window.close()
    stored = read_session(record)
    stored.verify()
    kinds = [event.kind for event in stored.events]
    for kind in ("calibration", "measurement", "suggestion", "decision", "link lost"):
        assert kind in kinds
    assert stored.samples_uv(0).shape[1] >= 32 * 250


def evenhand(*arguments, **keywords):
    return subprocess.Popen(
        [sys.executable, "-m", "emg_ui", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **keywords,
    )


def test_the_terminal_says_lost_within_a_second(tmp_path):
    link = tmp_path / "cyton"
    board = evenhand("board", "cyton", "--link", link)
    try:
        assert board.stdout.readline().startswith("ready ")
        live = evenhand("live", "--device", f"cyton:{link}", "--json", "--seconds", "8")
        try:
            for line in live.stdout:
                if json.loads(line)["time_s"] > 2.0:
                    break
            board.kill()
            killed_s = time.monotonic()
            for line in live.stdout:
                update = json.loads(line)
                if update["link"] == "lost":
                    break
            assert time.monotonic() - killed_s <= LOST_WITHIN_S
            assert all(site["rms_uv"] is None for site in update["sites"])
            assert live.wait(timeout=20) == 2
            errors = live.stderr.read().strip().splitlines()
            assert len(errors) == 1, errors
            assert errors[0].startswith("evenhand: ")
        finally:
            close(live)
    finally:
        close(board)


def close(process):
    process.kill()
    process.communicate()


def test_the_demonstration_without_a_display_leaves_picture_and_session(tmp_path):
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-m", "emg_ui", "demo", "--seconds", "3", "--folder", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert "SIMULATED" in done.stdout
    assert "Patient's" in done.stdout
    picture = next(Path(tmp_path).glob("*.png"))
    record = next(Path(tmp_path).glob("*.evenhand"))
    assert str(picture) in done.stdout
    assert str(record) in done.stdout
    assert picture.stat().st_size > 20_000
    stored = read_session(record)
    assert stored.sealed
    assert stored.samples_uv(0).shape[1] > 250


def test_ctrl_c_ends_cleanly(tmp_path):
    record = tmp_path / "stopped.evenhand"
    live = evenhand("live", "--device", "virtual", "--json", "--record", record)
    try:
        for line in live.stdout:
            if json.loads(line)["time_s"] > 1.0:
                break
        live.send_signal(signal.SIGINT)
        _, errors = live.communicate(timeout=20)
        assert live.returncode == 130
        assert "Traceback" not in errors
        assert read_session(record).sealed
    finally:
        close(live)


def test_without_qt_the_demonstration_shows_the_terminal_alone(tmp_path):
    # An import hook stands in for the missing system library: it raises what Python raises then.
    code = (
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'PySide6.QtWidgets':\n"
        "            raise ImportError('libGL.so.1: cannot open shared object file')\n"
        "sys.meta_path.insert(0, Missing())\n"
        "from emg_ui.command_line import main\n"
        f"main(['demo', '--seconds', '2', '--folder', {str(tmp_path)!r}])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "libGL.so.1" in done.stderr
    assert "Patient's" in done.stdout
    assert not list(Path(tmp_path).glob("*.png"))
    assert list(Path(tmp_path).glob("*.evenhand"))
