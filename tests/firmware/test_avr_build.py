"""The AVR images build without a warning, fit the chip, and are as large as the README says."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

FLASH = 32_768 - 512  # what the Uno's boot loader leaves
MEMORY = 2_048
STACK = 256  # deepest call is about 120 bytes, interrupts included (engineering judgement)


def sizes(elf: Path) -> tuple[int, int]:
    """Return bytes of flash and of memory, as avr-size tells them."""
    line = subprocess.run(["avr-size", elf], capture_output=True, text=True, check=True)
    text, data, bss = map(int, line.stdout.splitlines()[1].split()[:3])
    return text + data, data + bss


@pytest.mark.parametrize("name", ["avr_uno", "arduino_uno"])
def test_image_fits_and_readme_tells_its_size(
    avr_image: Callable[..., Path], name: str, stubs: Path
) -> None:
    flash, memory = sizes(avr_image(name))
    assert flash <= FLASH
    assert memory + STACK <= MEMORY
    readme = (stubs / "README.md").read_text(encoding="utf-8")
    told = re.search(rf"`{name}/`.*?\| ([\d ]+) \| ([\d ]+) \|", readme)
    assert told, f"no row for {name} in the README's table of sizes"
    # Another compiler's version makes a slightly different image.
    assert flash == pytest.approx(int(told[1].replace(" ", "")), rel=0.1)
    assert memory == pytest.approx(int(told[2].replace(" ", "")), rel=0.1)


@pytest.mark.parametrize("baud", [115_200, 500_000, 1_000_000])
def test_image_builds_at_other_speeds(avr_image: Callable[..., Path], baud: int) -> None:
    assert sizes(avr_image("avr_uno", BAUD=baud))[0] <= FLASH


def test_sketch_has_the_same_sources(stubs: Path) -> None:
    copies = sorted((stubs / "arduino_uno" / "src").iterdir())
    assert len(copies) == 10
    for copy in copies:
        folder = "avr_uno" if copy.name.startswith("uno_") else "protocol"
        original = stubs / folder / copy.name
        assert copy.read_bytes() == original.read_bytes(), f"run make sketch: {copy.name}"


def test_sketch_is_what_the_ide_opens(stubs: Path) -> None:
    # The IDE wants the sketch to bear its folder's name, and includes to stay in the folder.
    sketch = stubs / "arduino_uno" / "arduino_uno.ino"
    includes = re.findall(r'#include "([^"]+)"', sketch.read_text(encoding="utf-8"))
    assert includes
    for name in includes:
        assert (sketch.parent / name).is_file()
