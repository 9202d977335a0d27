"""The virtual Cyton against plain BrainFlow, and against the firmware's own manual."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from emg_simulators.board_process import BoardProcess
from emg_simulators.boards.cyton_firmware import CytonFirmware
from emg_simulators.test_signals import IndexCounts

PLAIN = """
import json, sys, time
import numpy as np
from brainflow.board_shim import BoardShim, BrainFlowInputParams, BoardIds
BoardShim.disable_board_logger()
parameters = BrainFlowInputParams()
parameters.serial_port = sys.argv[1]
board = BoardShim(BoardIds.CYTON_BOARD, parameters)
board.prepare_session()
board.start_stream()
time.sleep(float(sys.argv[2]))
board.stop_stream()
data = board.get_board_data()
board.release_session()
del board
np.save(sys.argv[3], data[:9])
print(json.dumps([name for name in sys.modules if name.startswith("emg_")]))
"""
"""A program as any user of BrainFlow writes it; it imports nothing of ours."""


def stream_with_plain_brainflow(port: str, seconds: float, file: Path) -> np.ndarray:
    """Return package numbers and µV, ``(9, n)``."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PLAIN, port, str(seconds), str(file)],
        check=True,
        capture_output=True,
        text=True,
        timeout=seconds + 60,
    )
    assert json.loads(done.stdout) == []
    return np.load(file)


def sinc3(oversampling: int) -> np.ndarray:
    """The filter of the datasheet, written anew: a box, three times over."""
    box = np.ones(oversampling) / oversampling
    return np.convolve(box, np.convolve(box, box))


@pytest.mark.real_time
@pytest.mark.parametrize("seconds", [8, pytest.param(60, marks=pytest.mark.soak)])
def test_plain_brainflow_reads_what_was_rendered(tmp_path: Path, seconds: int) -> None:
    """µV within one count (0.0224 at gain 24) of the electrode waveform, and no gap."""
    truth = tmp_path / "truth.npz"
    board = BoardProcess(["cyton", "--scenario", "demo", "--truth", str(truth)])
    try:
        data = stream_with_plain_brainflow(board.port, seconds, tmp_path / "data.npy")
    finally:
        board.end()
    assert data.shape[1] > (seconds - 1) * 250
    assert set(np.diff(data[0]) % 256) == {1.0}
    with np.load(truth) as file:
        electrode_uv, render_hz = file["electrode_uv"], float(file["render_hz"])
        first = int(file["first_streamed"])
    oversampling = round(render_hz / 250)
    taps = sinc3(oversampling)
    expected = np.stack(
        [
            np.convolve(channel[first:].astype(float), taps, "valid")[::oversampling]
            for channel in electrode_uv
        ]
    )[:, : data.shape[1]]
    assert np.abs(data[1:9] - expected).max() <= 4.5 / (2**23 - 1) / 24 * 1e6


@pytest.fixture
def firmware() -> CytonFirmware:
    return CytonFirmware(IndexCounts(8), name="test")


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        (b"d", b"updating channel settings to default$$$"),
        (b"D", b"060110$$$"),
        (b"V", b"v3.1.2$$$"),
        (b"x1030110X", b"Success: Channel set for 1$$$"),
        (b"xA030110X", b"Failure: channel setting out of bounds$$$"),
        (b"x103011X", b"Failure: too few chars$$$"),
        (b"x1030110Y", b"Failure: 9th char not X$$$"),
        (b"z401Z", b"Success: Lead off set for 4$$$"),
        (b"z40Z", b"Failure: too few chars$$$"),
        (b"z401Y", b"Failure: 5th char not Z$$$"),
        (b"//", b"Success: default$$$"),
        (b"/2", b"Success: analog$$$"),
        (b"/9", b"Failure: board mode value out of bounds.$$$"),
        (b"~~", b"Success: Sample rate is 250Hz$$$"),
        (b"~0", b"Failure: sample rate only with a WiFi shield$$$"),
        (b"C", b"8$$$"),
        (b"5", b""),
        (b"\xff\xfe", b""),
    ],
)
def test_it_answers_as_its_manual_says(
    firmware: CytonFirmware, command: bytes, reply: bytes
) -> None:
    assert firmware.receive(command) == reply
    split = CytonFirmware(IndexCounts(8))
    assert b"".join(split.receive(bytes([byte])) for byte in command) == reply


def test_its_greeting_names_the_simulator(firmware: CytonFirmware) -> None:
    greeting = firmware.receive(b"v").decode()
    assert greeting.startswith("OpenBCI V3 8-16 channel\n")
    assert "Firmware: v3.1.2 EVENHAND-SIMULATOR test\n" in greeting
    assert greeting.endswith("$$$")


def test_its_registers_follow_the_settings(firmware: CytonFirmware) -> None:
    firmware.receive(b"x2020000X3")
    listing = firmware.receive(b"?").decode()
    assert "CH1SET, 05, 68, 0, 1, 1, 0, 1, 0, 0, 0" in listing
    assert "CH2SET, 06, 20, 0, 0, 1, 0, 0, 0, 0, 0" in listing
    assert "CH3SET, 07, E8, 1, 1, 1, 0, 1, 0, 0, 0" in listing


def test_it_answers_nothing_while_streaming(firmware: CytonFirmware) -> None:
    assert firmware.receive(b"b") == b""
    assert firmware.streaming
    assert firmware.receive(b"x1030110X?D") == b""
    assert firmware.receive(b"s") == b""
    assert not firmware.streaming


def test_its_packets_are_those_of_the_manual(firmware: CytonFirmware) -> None:
    firmware.receive(b"b")
    packets = [firmware.packet() for _ in range(300)]
    assert {len(packet) for packet in packets} == {33}
    assert [packet[1] for packet in packets] == [n % 256 for n in range(300)]
    assert all(packet[0] == 0xA0 and packet[32] == 0xC0 for packet in packets)
    counts = [int.from_bytes(packets[299][2 + 3 * c : 5 + 3 * c], "big") for c in range(8)]
    assert counts == [299 * 16 + c for c in range(8)]


def test_a_wrong_scenario_is_told_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "emg_simulators", "cyton", "--scenario", "nobody"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "nobody" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.real_time
def test_a_recording_can_be_put_on_the_electrodes(tmp_path: Path) -> None:
    path = tmp_path / "recording.csv"
    rows = "".join(f"{n / 500:.3f},{100 * np.sin(n / 10):.4f}\n" for n in range(2000))
    path.write_text(f"time,left\n{rows}")
    board = BoardProcess(["cyton", "--scenario", str(path)])
    try:
        data = stream_with_plain_brainflow(board.port, 2, tmp_path / "data.npy")
    finally:
        board.end()
    assert np.abs(data[1]).max() == pytest.approx(100, rel=0.05)


def test_a_recording_that_is_not_there_is_told_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "emg_simulators", "cyton", "--scenario", "/gone/file.txt"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
