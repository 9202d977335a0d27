"""The driver of docs/devices.md: 40 lines at most, and it keeps the contract."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from emg_device.base import Device
from emg_device.contract import DeviceContract, read_some
from emg_device.spec import DeviceSpec

PAGE = Path(__file__).resolve().parents[2] / "docs" / "devices.md"


def block_of_the_page() -> str:
    text = PAGE.read_text(encoding="utf-8")
    return text.partition("```python\n")[2].partition("```")[0]


def driver_of_the_page() -> type[Device]:
    names: dict[str, Any] = {}
    exec(compile(block_of_the_page(), str(PAGE), "exec"), names)  # noqa: S102 - our own page
    return names["CountingBoard"]


def test_it_has_40_lines_at_most() -> None:
    assert len([line for line in block_of_the_page().splitlines() if line.strip()]) <= 40


class TestCountingBoard(DeviceContract):
    spec = DeviceSpec("counting")

    @pytest.fixture(autouse=True)
    def driver(self) -> None:
        self.driver_class = driver_of_the_page()

    def make_device(self) -> Device:
        return self.driver_class()

    def test_it_counts(self) -> None:
        with self.make_device() as device:
            device.start()
            chunk = read_some(device, 3)[-1]
            assert chunk.samples_uv[0, 0] == chunk.first_index
            assert device.health.lost_total == 0
