"""The compilers, simavr, and what is built of firmware_stubs: into a temporary folder, once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STUBS = ROOT / "firmware_stubs"
LIBRARY = STUBS / "EvenhandBoard"
INSTALL = "install it: make -C firmware_stubs toolchain"
NEEDS = {
    "make": lambda: shutil.which("make"),
    "gcc": lambda: shutil.which("gcc"),
    "avr-gcc": lambda: shutil.which("avr-gcc"),
    "simavr": lambda: Path("/usr/include/simavr/sim_avr.h").exists(),
    "arduino-builder": lambda: shutil.which("arduino-builder"),
    "arduino-core-avr": lambda: Path("/usr/share/arduino/hardware/arduino/avr").is_dir(),
}


def need(*parts: str) -> None:
    """Skip the test where the machine lacks a part; under CI=true that is a failure."""
    missing = [part for part in parts if not NEEDS[part]()]
    if not missing:
        return
    reason = f"{', '.join(missing)} not found; {INSTALL}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def make(out: Path, *targets: str) -> subprocess.CompletedProcess[str]:
    """Build, and fail with the compiler's words."""
    done = subprocess.run(
        ["make", "-s", "-C", str(STUBS), f"OUT={out}", f"PYTHON={sys.executable}", *targets],
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="session")
def stubs() -> Path:
    return STUBS


@pytest.fixture(scope="session")
def library() -> Path:
    """Return the folder that the Arduino IDE takes."""
    return LIBRARY


@pytest.fixture(scope="session")
def build_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("firmware")


@pytest.fixture(scope="session")
def library_zip(build_folder: Path) -> Path:
    need("make")
    make(build_folder, "zip")
    return build_folder / "EvenhandBoard.zip"


@pytest.fixture(scope="session")
def host_program(build_folder: Path) -> Callable[[str], Path]:
    """Return a function that builds one of the C programs of this folder, with sanitizers."""
    need("gcc")

    def built(name: str) -> Path:
        make(build_folder, f"{build_folder}/{name}")
        return build_folder / name

    return built


@pytest.fixture(scope="session")
def avr_image(build_folder: Path) -> Callable[..., Path]:
    """Return a function that builds an AVR image: ``avr_image("avr_uno", BAUD=500000)``."""
    need("avr-gcc")

    def built(name: str, **settings: object) -> Path:
        if name == "ArduinoUno":
            need("arduino-core-avr", "arduino-builder")
        words = [f"{key}={value}" for key, value in settings.items()]
        folder = build_folder / "-".join([name, *words]).replace("=", "")
        done = make(folder, f"{folder}/{name}.elf", *words)
        # The IDE's builder lets warnings pass, and the core has some; the library has none.
        assert not re.search(r"EvenhandBoard/.*warning:.*", done.stdout + done.stderr)
        return folder / f"{name}.elf"

    return built


@pytest.fixture(scope="session")
def simavr_host(build_folder: Path) -> Path:
    need("gcc", "simavr")
    make(build_folder, "simavr")
    return build_folder / "simavr_host"


@pytest.fixture(scope="session")
def vectors() -> list[list[str]]:
    """Return the words of every shared vector."""
    text = (LIBRARY / "extras" / "vectors.txt").read_text(encoding="ascii")
    return [line.split() for line in text.splitlines() if line and not line.startswith("#")]
