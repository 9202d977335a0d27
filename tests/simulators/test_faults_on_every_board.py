"""Faults strike every virtual board through its own driver, not the Cyton's alone."""

from __future__ import annotations

import time

import pytest

from emg_device.registry import open_device
from emg_signal.errors import DeviceError, DeviceLostError
from emg_simulators.board_process import BoardProcess

pytestmark = pytest.mark.real_time

BOARDS = {
    "cyton": (["cyton"], "cyton:{port}"),
    "daisy": (["cyton", "--daisy"], "daisy:{port}"),
    "ganglion": (["ganglion"], "ganglion:{port}?mac_address=c0:c0:ff:ee:00:01"),
    "framed": (["framed"], "framed:{port}"),
    "text": (["text"], "text:{port}?scale_uv=4.44"),
    "chords": (["chords"], "chords:{port}?scale_uv=4.44"),
    "wifi": (["wifi"], "cyton_wifi:127.0.0.1"),
}
LONGEST_S = 20.0


@pytest.mark.parametrize("name", BOARDS)
def test_it_can_be_pulled_out(name: str) -> None:
    arguments, spec = BOARDS[name]
    board = BoardProcess([*arguments, "--fault", "unplug@1.5s"])
    read_s, until_s = 0.0, time.monotonic() + LONGEST_S
    try:
        with open_device(spec.format(port=board.port)) as device, pytest.raises(DeviceLostError):
            device.start()
            while time.monotonic() < until_s:
                chunk = device.read(0.2)
                read_s += chunk.n_samples / chunk.fs_hz if chunk is not None else 0.0
    except DeviceError:
        pass  # what is gone cannot be told to stop
    finally:
        board.end()
    assert read_s == pytest.approx(1.5, abs=0.8)
