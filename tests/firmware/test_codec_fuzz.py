"""Random bytes into every C function, with address and undefined-behaviour sanitizers."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


def run(program: Path, seconds: int, seed: int) -> int:
    done = subprocess.run(
        [program, str(seconds), str(seed)], capture_output=True, text=True, timeout=seconds + 60
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def test_two_seconds_find_nothing(host_program: Callable[[str], Path]) -> None:
    assert run(host_program("fuzz"), 2, 1) >= 1000


@pytest.mark.soak
def test_a_minute_finds_nothing(host_program: Callable[[str], Path]) -> None:
    assert run(host_program("fuzz"), 60, 2) >= 100_000
