"""The AVR images build without a warning, fit the chip, and are as large as the README says."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

FLASH = 32_768 - 512  # what the Uno's boot loader leaves
MEMORY = 2_048
STACK = 256
"""The deepest chain takes 94 bytes by avr-gcc -fstack-usage: 77 from uno_board_send_sample down
to framed_crc32, and 17 for an interrupt; the Arduino core's own functions come on top."""


def sizes(elf: Path) -> tuple[int, int]:
    """Return bytes of flash and of memory, as avr-size tells them."""
    line = subprocess.run(["avr-size", elf], capture_output=True, text=True, check=True)
    text, data, bss = map(int, line.stdout.splitlines()[1].split()[:3])
    return text + data, data + bss


@pytest.mark.parametrize("name", ["avr_uno", "ArduinoUno"])
def test_image_fits_and_readme_tells_its_size(
    avr_image: Callable[..., Path], name: str, stubs: Path
) -> None:
    flash, memory = sizes(avr_image(name))
    assert flash <= FLASH
    assert memory + STACK <= MEMORY
    readme = (stubs / "README.md").read_text(encoding="utf-8")
    told = re.search(rf"`[^`]*{name}/`.*?\| ([\d ]+) \| ([\d ]+) \|", readme)
    assert told, f"no row for {name} in the README's table of sizes"
    # Another compiler's version makes a slightly different image.
    assert flash == pytest.approx(int(told[1].replace(" ", "")), rel=0.1)
    assert memory == pytest.approx(int(told[2].replace(" ", "")), rel=0.1)


@pytest.mark.parametrize("baud", [115_200, 500_000, 1_000_000])
def test_image_builds_at_other_speeds(avr_image: Callable[..., Path], baud: int) -> None:
    assert sizes(avr_image("avr_uno", BAUD=baud))[0] <= FLASH
