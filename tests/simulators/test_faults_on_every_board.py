"""Faults strike every virtual board through its own driver, not the Cyton's alone."""

from __future__ import annotations

import time

import pytest

from emg_device.base import Device
from emg_device.registry import open_device
from emg_signal.errors import DeviceLostError
from emg_simulators.board_process import BoardProcess

pytestmark = pytest.mark.real_time

BOARDS = {
    "cyton": (["cyton"], "cyton:{port}"),
    "daisy": (["cyton", "--daisy"], "daisy:{port}"),
    "framed": (["framed"], "framed:{port}"),
    "text": (["text"], "text:{port}?scale_uv=4.44"),
    "chords": (["chords"], "chords:{port}?scale_uv=4.44"),
    "wifi": (["wifi"], "cyton_wifi:127.0.0.1"),
}
LONGEST_S = 20.0


def read_until_lost(device: Device) -> None:
    device.start()
    until_s = time.monotonic() + LONGEST_S
    while time.monotonic() < until_s:
        device.read(0.2)
    pytest.fail("it was not lost")


@pytest.mark.parametrize("name", BOARDS)
def test_it_can_be_pulled_out(name: str) -> None:
    arguments, spec = BOARDS[name]
    board = BoardProcess([*arguments, "--fault", "unplug@3s"])
    try:
        with open_device(spec.format(port=board.port)) as device, pytest.raises(DeviceLostError):
            read_until_lost(device)
    finally:
        board.end()


def test_the_ganglion_loses_frames_and_its_driver_counts_them() -> None:
    board = BoardProcess(["ganglion", "--fault", "drop 10%@0.5s"])
    try:
        with open_device(f"ganglion:{board.port}?mac_address=c0:c0:ff:ee:00:01") as device:
            device.start()
            until_s = time.monotonic() + LONGEST_S
            while device.health.lost_total == 0 and time.monotonic() < until_s:
                device.read(0.2)
            assert device.health.lost_total > 0
    finally:
        board.end()
