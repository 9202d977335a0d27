"""Every driver is opened, started, stopped and closed again and again, and leaks nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import own_network
import pytest
from cycles import DRIVERS

from emg_device.registry import known_devices

pytestmark = pytest.mark.real_time
SCRIPT = Path(__file__).with_name("cycles.py")
APART = (["cyton"], ["daisy"], ["ganglion"], ["wifi", "text"])
"""Drivers that wait a second or two in each cycle: each has a process of its own."""
GROUPS = (*APART, [name for name in DRIVERS if not any(name in group for group in APART)])
PATIENCE_S = 600.0


def test_the_list_of_drivers_is_whole() -> None:
    """A driver that is installed and not listed would never be tried."""
    elsewhere = {
        "brainflow": "BrainFlow synthetic",
        "cyton_wifi": "wifi",
        "playback": "playback of CSV",
        "session": "playback of a session",
        "virtual": "virtual in process",
    }
    assert {elsewhere.get(name, name) for name in known_devices()} <= DRIVERS.keys()


def run(group: Sequence[str], cycles: int) -> list[dict[str, object]]:
    """Return what each driver of `group` left behind."""
    command = [sys.executable, "-W", "ignore", str(SCRIPT), str(cycles), *group]
    if "wifi" in group and own_network.granted():  # BrainFlow asks on port 80 and no other
        command = own_network.within(command)
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["driver"] for one in said] == list(group), done.stderr
    return said


@pytest.mark.real_time(seconds=15)
@pytest.mark.parametrize("cycles", [10, pytest.param(50, marks=pytest.mark.soak)])
@pytest.mark.parametrize(
    "group",
    [
        pytest.param(group, id=group[0], marks=pytest.mark.xdist_group(f"cycles of {group[0]}"))
        for group in GROUPS
    ],
)
def test_no_driver_leaks_threads_or_descriptors(group: Sequence[str], cycles: int) -> None:
    for one in run(group, cycles):
        print(one)
        assert not one["left"], one
