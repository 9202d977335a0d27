"""The C codec and Python (the cobs package, zlib, numpy) give the same on random bytes."""

from __future__ import annotations

import struct
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from cobs import cobs

from emg_device.framed_decoder import DataReader, FrameDecoder
from emg_device.framed_protocol import DATA_HEADER, Hello, PacketType, seal

REFUSED = 0xFFFF
N_VECTORS = 100_000


class Filter:
    """Gathers operations, runs the C program once, and returns its answers."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._records: list[bytes] = []

    def ask(self, operation: str, data: bytes) -> None:
        self._records.append(operation.encode() + struct.pack("<H", len(data)) + data)

    def answers(self) -> list[bytes | None]:
        done = subprocess.run(
            [self._program], input=b"".join(self._records), capture_output=True, timeout=300
        )
        assert done.returncode == 0, done.stderr.decode()
        found: list[bytes | None] = []
        at = 0
        while at < len(done.stdout):
            (length,) = struct.unpack_from("<H", done.stdout, at)
            size = 0 if length == REFUSED else length
            found.append(None if length == REFUSED else done.stdout[at + 2 : at + 2 + size])
            at += 2 + size
        assert len(found) == len(self._records)
        return found


@pytest.fixture
def c_codec(host_program: Callable[[str], Path]) -> Filter:
    return Filter(host_program("codec"))


def random_bytes(rng: np.random.Generator, longest: int) -> bytes:
    """Return bytes of any length; half of the time with many zeros, or with none."""
    data = rng.integers(0, 256, rng.integers(0, longest + 1), dtype=np.uint8)
    kind = rng.integers(4)
    if kind == 0:
        data[rng.random(data.size) < 0.3] = 0
    elif kind == 1:
        data[data == 0] = 1
    return data.tobytes()


def decoded(data: bytes) -> bytes | None:
    # The package takes nothing for the encoding of nothing; on the wire that is idle line.
    if not data:
        return None
    try:
        plain: bytes = cobs.decode(data)
    except cobs.DecodeError:
        return None
    return plain


def test_stuffing_checksum_and_sealing_agree_on_100_000_random_vectors(c_codec: Filter) -> None:
    rng = np.random.default_rng(20)
    want: list[bytes | None] = []
    for _ in range(N_VECTORS // 5):
        data = random_bytes(rng, 600)
        stuffed = cobs.encode(data)
        for operation, question, answer in (
            ("E", data, stuffed),
            ("D", stuffed, data),
            ("D", data, decoded(data)),
            ("C", data, zlib.crc32(data).to_bytes(4, "little")),
            ("S", data[:251], seal(data[:250]) if 0 < len(data[:251]) <= 250 else None),
        ):
            c_codec.ask(operation, question)
            want.append(answer)
    assert len(want) == N_VECTORS
    assert c_codec.answers() == want


def test_receivers_agree_on_damaged_streams(c_codec: Filter) -> None:
    rng = np.random.default_rng(21)
    want = []
    for _ in range(2_000):
        stream = bytearray()
        for _ in range(rng.integers(1, 12)):
            stream += seal(rng.bytes(int(rng.integers(1, 251))))
        for _ in range(rng.integers(0, 4)):
            at = int(rng.integers(len(stream)))
            stream[at : at + int(rng.integers(0, 9))] = rng.bytes(int(rng.integers(0, 9)))
        packets = FrameDecoder().feed(bytes(stream))
        want.append(b"".join(struct.pack("<H", len(p) - 4) + p[:-4] for p in packets))
        c_codec.ask("R", bytes(stream))
    assert c_codec.answers() == want
    assert sum(map(len, want)) > 100_000  # it did not agree on nothing


@pytest.mark.parametrize("bits", [10, 12, 16, 17, 24])
def test_data_packed_by_c_is_read_by_python(c_codec: Filter, bits: int) -> None:
    rng = np.random.default_rng(bits)
    top = 2 ** (bits - 1)
    asked = []
    for _ in range(2_000):
        n_values = int(rng.integers(1, 81))
        values = rng.integers(-top - 10, top + 10, n_values)  # beyond the ends: clipped
        head = struct.pack("<BHI", bits, rng.integers(2**16), rng.integers(2**32))
        c_codec.ask("P", head + values.astype("<i4").tobytes())
        asked.append((head, values))
    for answer, (head, values) in zip(c_codec.answers(), asked, strict=True):
        _, sequence, time_us = struct.unpack("<BHI", head)
        hello = Hello("b", "", (0, 0, 0), values.size, values.size, 1_000_000, bits, 1, 1)
        assert answer is not None
        block = DataReader(hello)([answer + bytes(4)])
        np.testing.assert_array_equal(block.counts[0], np.clip(values, -top, top - 1))
        assert DATA_HEADER.unpack_from(answer) == (PacketType.DATA, sequence, time_us)
