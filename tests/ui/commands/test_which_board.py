"""`evenhand live` with no board named: the only one that answers streams, of two it is asked."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from emg_device.found_boards import find_boards
from emg_simulators.board_process import BoardProcess
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_ui.command_line import run

EVENHAND = Path(sys.executable).with_name("evenhand")
LIVE = ("live", "--json", "--seconds", "2")

pytestmark = pytest.mark.real_time


@pytest.fixture
def cyton() -> Iterator[str]:
    board = BoardProcess(["cyton"])
    yield board.port
    board.end()


@pytest.fixture
def framed() -> Iterator[str]:
    board = BoardProcess(["framed"])
    yield board.port
    board.end()


def updates(text: str) -> list[dict[str, object]]:
    lines = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    return [line for line in lines if line["type"] == "update" and line["link"] == "live"]


def test_the_only_board_streams(cyton: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*LIVE, "--port", cyton]) == 0
    told = capsys.readouterr()
    assert f"found: OpenBCI Cyton, cyton:{cyton}" in told.err
    assert len(updates(told.out)) > 10


def test_of_two_boards_it_is_asked_which(cyton: str, framed: str) -> None:
    terminal, end = pty.openpty()
    os.write(terminal, b"7\n2\n")
    done = subprocess.run(
        [EVENHAND, *LIVE, "--port", cyton, "--port", framed],
        stdin=end, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    os.close(end)
    os.close(terminal)
    assert done.returncode == 0, done.stderr
    assert f"1  OpenBCI Cyton, cyton:{cyton}" in done.stderr
    assert f"framed:{framed}" in done.stderr
    assert done.stderr.count("Which board") == 2, "7 is none of them"
    assert updates(done.stdout)[0]["fs_hz"] == 1000.0


def test_of_two_boards_with_nobody_to_ask_both_are_named(cyton: str, framed: str) -> None:
    done = subprocess.run(
        [EVENHAND, *LIVE, "--port", cyton, "--port", framed],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert f"cyton:{cyton}; " in done.stderr
    assert f"framed:{framed}" in done.stderr
    assert f"--device cyton:{cyton}" in done.stderr


def test_a_daisy_is_found_as_such() -> None:
    board = BoardProcess(["cyton", "--daisy"])
    try:
        assert [one.spec for one in find_boards([board.port])] == [f"daisy:{board.port}"]
    finally:
        board.end()


def test_a_port_on_which_nobody_answers_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with closing(PseudoTerminal()) as silent:
        assert run([*LIVE, "--port", silent.path]) == 2
        told = capsys.readouterr().err
    assert f"No board says who it is on {silent.path}" in told
    assert run([*LIVE, "--port", "/dev/nothing", "--device", "virtual"]) == 2
    assert "--device names the board already" in capsys.readouterr().err
