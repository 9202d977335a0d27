"""Faults strike every virtual board through its own driver, not the Cyton's alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from emg_device.base import SILENCE_S, Device
from emg_device.info import DeviceState
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
    "ganglion": (["ganglion"], "ganglion:{port}?mac_address=c0:c0:ff:ee:00:01"),
}
TALKERS = {"text"}
LONGEST_S = 20.0


def read_until_lost(device: Device) -> float:
    """Return how long after the last sample the loss was known, seconds."""
    device.start()
    until_s = time.monotonic() + LONGEST_S
    arrived_s = -LONGEST_S  # no sample at all is no loss
    while time.monotonic() < until_s:
        try:
            if device.read(0.2) is not None:
                arrived_s = time.monotonic()
        except DeviceLostError:
            return time.monotonic() - arrived_s
    pytest.fail("it was not lost")


def n_native_threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


@pytest.mark.parametrize("name", BOARDS)
def test_it_can_be_pulled_out(name: str, request: pytest.FixtureRequest) -> None:
    if name == "wifi":
        request.getfixturevalue("port_80")
    arguments, spec = BOARDS[name]
    # Boards that always talk count from when they are switched on, the others from their start.
    board = BoardProcess([*arguments, "--fault", f"unplug@{8 if name in TALKERS else 3}s"])
    try:
        with open_device(spec.format(port=board.port)) as device:
            before = n_native_threads()
            known_s = read_until_lost(device)
            assert device.state is DeviceState.LOST
        # A network says nothing when a shield loses its power: there only the silence tells.
        assert known_s < (SILENCE_S + 1.0 if name == "wifi" else 1.0)
        assert n_native_threads() <= before  # no vendor's thread spins on
    finally:
        board.end()


def test_a_ganglion_whose_dongle_was_pulled_out_is_found_again() -> None:
    board = BoardProcess(["ganglion", "--fault", "unplug@2s; replug@4s"])
    try:
        with open_device(f"ganglion:{board.port}?mac_address=c0:c0:ff:ee:00:01") as device:
            read_until_lost(device)
            until_s = time.monotonic() + LONGEST_S
            while not Path(board.port).exists():
                assert time.monotonic() < until_s
                time.sleep(0.05)
            device.reconnect()
            while device.read(0.2) is None:
                assert time.monotonic() < until_s
            assert device.state is DeviceState.STREAMING
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
