"""Both codecs against EvenhandBoard/extras/vectors.txt, which neither of them made."""

from __future__ import annotations

import subprocess
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from cobs import cobs

from emg_device.framed_decoder import DataReader, FrameDecoder
from emg_device.framed_protocol import (
    DATA_HEADER,
    Acknowledge,
    FramedCommand,
    FramedRefusal,
    Hello,
    PacketType,
    parse,
    seal,
)


def from_hex(word: str) -> bytes:
    return b"" if word == "-" else bytes.fromhex(word)


def of_kind(vectors: list[list[str]], kind: str) -> list[list[str]]:
    found = [words[1:] for words in vectors if words[0] == kind]
    assert found, f"no vector of kind {kind}"
    return found


def opened(wire: str) -> bytes:
    (packet,) = FrameDecoder().feed(bytes.fromhex(wire))
    return packet


def test_c_meets_every_vector(
    host_program: Callable[[str], Path], library: Path, vectors: list[list[str]]
) -> None:
    file = library / "extras" / "vectors.txt"
    done = subprocess.run([host_program("vectors"), file], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(vectors)


@pytest.mark.parametrize(
    ("kind", "word", "other"), [("cobs", "010101", "010102"), ("crc", "CBF43926", "CBF43927")]
)
def test_c_notices_a_wrong_vector(
    host_program: Callable[[str], Path],
    tmp_path: Path,
    kind: str,
    word: str,
    other: str,
    library: Path,
) -> None:
    text = (library / "extras" / "vectors.txt").read_text(encoding="ascii")
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(text.replace(f" {word}\n", f" {other}\n"), encoding="ascii")
    assert text != wrong.read_text(encoding="ascii")
    done = subprocess.run([host_program("vectors"), wrong], capture_output=True, text=True)
    assert done.returncode == 1
    assert "line" in done.stderr


def test_every_kind_is_there(vectors: list[list[str]]) -> None:
    kinds = Counter(words[0] for words in vectors)
    assert kinds["cobs"] == 12  # the paper's packet and the eleven rows of the table
    assert set(kinds) == {
        "crc",
        "cobs",
        "badcobs",
        "hello",
        "data",
        "ack",
        "refusal",
        "command",
        "badwire",
    }


def test_zlib_has_the_published_check_values(vectors: list[list[str]]) -> None:
    for data, crc in of_kind(vectors, "crc"):
        assert zlib.crc32(from_hex(data)) == int(crc, 16)


def test_the_cobs_package_has_the_published_encodings(vectors: list[list[str]]) -> None:
    for plain, stuffed in of_kind(vectors, "cobs"):
        assert cobs.encode(from_hex(plain)) == from_hex(stuffed)
        assert cobs.decode(from_hex(stuffed)) == from_hex(plain)


def test_python_refuses_every_damaged_frame(vectors: list[list[str]]) -> None:
    for (wire,) in of_kind(vectors, "badwire"):
        decoder = FrameDecoder()
        assert decoder.feed(bytes.fromhex(wire)) == []
        assert decoder.bad_frames == 1


def test_python_packs_and_reads_each_hello(vectors: list[list[str]]) -> None:
    for words in of_kind(vectors, "hello"):
        version, flags, now, most, bits, per_frame, rate, scale, divisor, baud, low = map(
            int, words[:11]
        )
        major, minor, patch = map(int, words[11:14])
        hello = Hello(
            board=words[14],
            serial=words[15],
            firmware=(major, minor, patch),
            n_channels=now,
            n_channels_max=most,
            rate_mhz=rate,
            resolution_bits=bits,
            scale_uv=scale,
            scale_divisor=divisor,
            baud=baud,
            lowpass_hz=low,
            samples_per_frame=per_frame,
            flags=flags,
            protocol_version=version,
        )
        assert seal(hello.pack()) == bytes.fromhex(words[16])
        assert parse(opened(words[16])) == hello


@pytest.mark.parametrize(
    ("kind", "make"), [("ack", Acknowledge), ("refusal", FramedRefusal), ("command", FramedCommand)]
)
def test_python_packs_and_reads_each_reply_and_command(
    vectors: list[list[str]], kind: str, make: Callable[..., Any]
) -> None:
    for *words, wire in of_kind(vectors, kind):
        value = make(*map(int, words))
        assert seal(value.pack()) == bytes.fromhex(wire)
        assert parse(opened(wire)) == value


def test_python_reads_each_data_frame(vectors: list[list[str]]) -> None:
    for bits, sequence, time_us, values, wire in of_kind(vectors, "data"):
        want = np.array([int(value) for value in values.split(",")])
        hello = Hello("b", "", (0, 0, 0), want.size, want.size, 1_000_000, int(bits), 1, 1)
        packet = opened(wire)
        block = DataReader(hello)([packet])
        np.testing.assert_array_equal(block.counts, want[None, :])
        assert block.sequence.tolist() == [int(sequence)]
        assert DATA_HEADER.unpack_from(packet) == (PacketType.DATA, int(sequence), int(time_us))
