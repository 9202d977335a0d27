"""framed_board.c on the host against the virtual board: the same replies to the same commands."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from emg_device.framed_decoder import FrameDecoder
from emg_device.framed_protocol import FramedCommand, Hello, PacketType, parse, seal
from emg_simulators.boards.framed_firmware import FramedFirmware

Runner = Callable[[list[bytes]], bytes]


class CountUp:
    """Counts that no other sample has."""

    def __init__(self) -> None:
        self._next = 0

    def read_counts(self, n_samples: int) -> np.ndarray:
        first, self._next = self._next, self._next + n_samples
        return np.add.outer(np.arange(8) * 1_000_000 - 4_000_000, np.arange(first, self._next))


@pytest.fixture
def c_board(host_program: Callable[[str], Path]) -> Callable[[int, list[bytes]], bytes]:
    program = host_program("board")

    def run(baud: int, records: list[bytes]) -> bytes:
        done = subprocess.run(
            [program, str(baud)], input=b"".join(records), capture_output=True, timeout=120
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    return run


def from_host(data: bytes) -> bytes:
    return b"R" + bytes([len(data)]) + data


def random_command(rng: np.random.Generator) -> FramedCommand:
    kind = int(rng.choice([0x10, 0x11, 0x12, 0x13, 0x13, 0x14, 0x14, 0x15, 0xFF]))
    value = int(rng.choice([0, 1, 3, 8, 9, 249, 250, 400, 500, 999, 1000, 2000, 2001, 65535]))
    return FramedCommand(kind, int(rng.integers(256)), value)


@pytest.mark.parametrize("baud", [0, 115_200, 250_000, 1_000_000])
def test_replies_to_5000_random_commands_are_the_virtual_boards(
    c_board: Callable[[int, list[bytes]], bytes], baud: int
) -> None:
    rng = np.random.default_rng(baud)
    twin = FramedFirmware(lambda _: CountUp(), baud=baud)
    records, want = [], b""
    for _ in range(5_000):
        wire = seal(random_command(rng).pack())
        records.append(from_host(wire))
        want += twin.receive(wire)
    got = c_board(baud, records)
    greeting, replies = without_lowpass(got), without_lowpass(want)
    assert greeting[1:] == replies
    assert len(replies) == 5_000


def without_lowpass(stream: bytes) -> list[object]:
    """Return the packets; the C board's ports know no low-pass, the virtual chip's does."""
    found = []
    for packet in FrameDecoder().feed(stream):
        reply = parse(packet)
        if isinstance(reply, Hello):
            reply = parse(packet[:23] + b"\0\0" + packet[25:])
        found.append(reply)
    return found


def test_it_says_hello_by_itself_and_ends_what_came_before(
    c_board: Callable[[int, list[bytes]], bytes],
) -> None:
    sent = c_board(250_000, [])
    assert sent[0] == 0
    (packet,) = FrameDecoder().feed(sent)
    hello = parse(packet)
    assert isinstance(hello, Hello)
    assert (hello.n_channels, hello.fs_hz, hello.flags) == (8, 1000.0, 0)


def test_data_frames_are_the_virtual_boards_byte_for_byte(
    c_board: Callable[[int, list[bytes]], bytes],
) -> None:
    twin = FramedFirmware(lambda _: CountUp())
    wire = seal(FramedCommand(PacketType.START, 1).pack())
    want = twin.receive(wire)
    records, counts = [from_host(wire)], CountUp()
    for number in range(1_000):
        want += twin.packet()
        values = counts.read_counts(1)[:, 0].astype("<i4").tobytes()
        sample = struct.pack("<HI", number, number * 1000) + values
        records.append(b"S" + bytes([len(sample)]) + sample)
    assert c_board(0, records).endswith(want)


def test_garbage_gets_no_answer(c_board: Callable[[int, list[bytes]], bytes]) -> None:
    rng = np.random.default_rng(5)
    garbage = [from_host(rng.bytes(255)) for _ in range(400)]
    asked = from_host(b"\0" + seal(FramedCommand(PacketType.IDENTIFY, 9).pack()))
    packets = FrameDecoder().feed(c_board(0, [*garbage, asked]))
    assert [packet[0] for packet in packets] == [PacketType.HELLO, PacketType.HELLO]
