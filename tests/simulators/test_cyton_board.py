"""The virtual Cyton against the firmware's own manual."""

from __future__ import annotations

import subprocess
import sys

import pytest

from emg_simulators.boards.cyton_firmware import CytonFirmware
from emg_simulators.test_signals import IndexCounts


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


def test_a_recording_that_is_not_there_is_told_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "emg_simulators", "cyton", "--scenario", "/gone/file.txt"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
