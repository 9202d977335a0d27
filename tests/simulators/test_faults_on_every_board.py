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


def seconds_until_lost(device: Device) -> float:
    """Return how many seconds of signal came before the device was lost."""
    device.start()
    read_s, until_s = 0.0, time.monotonic() + LONGEST_S
    while time.monotonic() < until_s:
        try:
            chunk = device.read(0.2)
        except DeviceLostError:
            return read_s
        read_s += chunk.n_samples / chunk.fs_hz if chunk is not None else 0.0
    raise TimeoutError("it was not lost")


@pytest.mark.parametrize("name", BOARDS)
def test_it_can_be_pulled_out(name: str) -> None:
    arguments, spec = BOARDS[name]
    board = BoardProcess([*arguments, "--fault", "unplug@1.5s"])
    try:
        with open_device(spec.format(port=board.port)) as device:
            read_s = seconds_until_lost(device)
    finally:
        board.end()
    assert read_s == pytest.approx(1.5, abs=0.8)


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
