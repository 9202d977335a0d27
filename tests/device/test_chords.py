"""Chords packets: the decoder under any split and damage, the driver on a virtual board."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emg_device.base import Device
from emg_device.chords import ChordsDecoder
from emg_device.contract import DeviceContract
from emg_device.registry import open_device
from emg_device.spec import DeviceSpec
from emg_signal.errors import ConfigError, DeviceNotFoundError, DeviceProtocolError
from emg_simulators.board_process import BoardProcess
from emg_simulators.boards.text_firmware import ChordsFirmware, TenBitSource
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.test_signals import SineSource


@pytest.mark.real_time
class TestChordsContract(DeviceContract):
    spec = DeviceSpec("chords", "/dev/ttyACM0", {"scale_uv": "4.44"})
    port: str

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def board(cls) -> Iterator[BoardProcess]:
        board = BoardProcess(["chords", "--signal", "sine"])
        cls.port = board.port
        yield board
        board.end()

    def make_device(self) -> Device:
        return open_device(f"chords:{self.port}?scale_uv=4.44")

    def test_it_knows_its_board(self) -> None:
        with self.make_device() as device:
            info = device.info
        assert (info.n_channels, info.fs_hz) == (6, 250.0)
        assert info.board.startswith("Chords UNO-R3")
        assert info.rails_uv == (0.0, pytest.approx(1023 * 4.44))


def packet(counter: int, counts: list[int]) -> bytes:
    body = b"".join(count.to_bytes(2, "big") for count in counts)
    return b"\xc7\x7c" + bytes([counter % 256]) + body + b"\x01"


def decode(pieces: list[bytes], n_channels: int = 2) -> tuple[list, list]:
    decoder = ChordsDecoder(n_channels)
    found = [decoder.feed(piece) for piece in pieces]
    return (
        [row for counts, _ in found for row in counts.tolist()],
        [number for _, counter in found for number in counter.tolist()],
    )


def test_the_bytes_of_its_firmware() -> None:
    """As the maker's firmware lays them out: sync, counter, high byte before low byte, end."""
    assert packet(5, [0x0102, 0x03FF]) == bytes.fromhex("c7 7c 05 01 02 03 ff 01")
    assert decode([packet(5, [0x0102, 0x03FF])]) == ([[0x102, 0x3FF]], [5])


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_split_gives_the_same(data: st.DataObject) -> None:
    stream = b"".join(packet(n, [n, 1023 - n]) for n in range(40))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=30)))
    bounds = [0, *cuts, len(stream)]
    pieces = [stream[a:b] for a, b in pairwise(bounds)]
    counts, counters = decode(pieces)
    assert counters == list(range(40))
    assert counts == [[n, 1023 - n] for n in range(40)]


@settings(max_examples=200, deadline=None)
@given(garbage=st.binary(max_size=64), at=st.integers(1, 38))
def test_garbage_between_packets_costs_two_packets_at_most(garbage: bytes, at: int) -> None:
    packets = [packet(n, [n, 1023 - n]) for n in range(40)]
    _, counters = decode([b"".join(packets[:at]) + garbage + b"".join(packets[at:])])
    assert len(set(counters) & set(range(40))) >= 38


def test_a_lost_byte_costs_its_packet() -> None:
    packets = [packet(n, [n, 1023 - n]) for n in range(40)]
    packets[20] = packets[20][:4] + packets[20][5:]
    counts, counters = decode([b"".join(packets)])
    assert counters == [n for n in range(40) if n != 20]
    assert counts == [[n, 1023 - n] for n in range(40) if n != 20]


def test_random_bytes_make_hardly_any_packet() -> None:
    """There is no checksum: what must fit are 3 bytes and a follower of 2."""
    noise = np.random.default_rng(2).integers(0, 256, 100_000, dtype=np.uint8).tobytes()
    counts, _ = decode([noise])
    assert len(counts) == 0


def test_the_firmware_answers_as_its_maker_says() -> None:
    firmware = ChordsFirmware(TenBitSource(SineSource(6, 250.0), 4.44))
    assert firmware.receive(b"WHORU\nSTATUS\n") == b"UNO-R3 EVENHAND-SIMULATOR\r\nSTOPPED\r\n"
    assert firmware.receive(b"STA") == b""
    assert firmware.receive(b"RT\n") == b""
    assert firmware.streaming
    assert firmware.receive(b"dance\n") == b"UNKNOWN COMMAND\r\n"


def test_what_is_no_chords_board() -> None:
    with pytest.raises(ConfigError, match="scale_uv=4"):
        open_device("chords:/dev/ttyACM0")
    with (
        PseudoTerminal() as terminal,
        pytest.raises(DeviceNotFoundError, match="Nothing answers"),
    ):
        open_device(f"chords:{terminal.name}?scale_uv=1").open()
    board = BoardProcess(["cyton", "--signal", "index"])
    try:
        with pytest.raises((DeviceProtocolError, DeviceNotFoundError)):
            open_device(f"chords:{board.port}?scale_uv=1").open()
    finally:
        board.end()
