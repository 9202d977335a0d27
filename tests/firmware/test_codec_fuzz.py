"""Random bytes into every C function, with address and undefined-behaviour sanitizers."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

CLANGS = ("clang", *(f"clang-{version}" for version in range(14, 22)))


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


@pytest.mark.soak
def test_libfuzzer_finds_nothing_in_a_minute(stubs: Path, tmp_path: Path) -> None:
    clang = next(filter(shutil.which, CLANGS), None)
    if clang is None:
        pytest.skip("clang not found; gcc's sanitizers run the same promises above")
    words = ["make", "-s", "-C", str(stubs), f"OUT={tmp_path}", f"CLANG={clang}", "libfuzzer"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Done " in done.stderr
