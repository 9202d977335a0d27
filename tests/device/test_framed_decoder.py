"""The framed decoder under every split of its input and every fault of a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emg_device.framed_decoder import DataReader, FrameDecoder
from emg_device.framed_protocol import DATA_HEADER, Hello, PacketType, seal
from emg_device.info import CounterRule, DeviceInfo, RawBlock
from emg_device.ledger import Ledger
from emg_signal.chunk import Origin

N_CHANNELS = 4
FS_HZ = 1000.0
HELLO = Hello("board", "1", (1, 0, 0), N_CHANNELS, N_CHANNELS, 1_000_000, 16, 1, 1)
READ = DataReader(HELLO)
IntArray = npt.NDArray[np.int64]


def counts_at(index: IntArray) -> IntArray:
    """Return what each sample holds: a hash of its index, so that none passes for another."""
    mixed = (index[:, None] * 2_654_435_761 + np.arange(N_CHANNELS) * 40_503) >> 7
    return mixed.astype(np.int16).astype(np.int64)


def frames_of(first: int, n: int) -> list[bytes]:
    """Return the frames of samples ``first`` to ``first + n - 1``."""
    index = np.arange(first, first + n)
    values = counts_at(index).astype("<i2")
    heads = zip((index % 65536).tolist(), (index * 1000 % 2**32).tolist(), values, strict=True)
    return [
        seal(DATA_HEADER.pack(PacketType.DATA, number, time_us) + row.tobytes())
        for number, time_us, row in heads
    ]


# -- faults -----------------------------------------------------------------------------------

Fault = Callable[[bytes, np.random.Generator], bytes]


def drop_a_byte(two: bytes, rng: np.random.Generator) -> bytes:
    at = int(rng.integers(len(two) // 2))
    return two[:at] + two[at + 1 :]


def flip_a_bit(two: bytes, rng: np.random.Generator) -> bytes:
    at = int(rng.integers(len(two) // 2))
    return two[:at] + bytes([two[at] ^ 1 << int(rng.integers(8))]) + two[at + 1 :]


def insert_garbage(two: bytes, rng: np.random.Generator) -> bytes:
    at = int(rng.integers(len(two) // 2))
    return two[:at] + rng.bytes(int(rng.integers(1, 1000))) + two[at:]


def truncate(two: bytes, rng: np.random.Generator) -> bytes:
    half = len(two) // 2
    return two[: int(rng.integers(half))] + two[half:]


def overwrite_8_bytes(two: bytes, rng: np.random.Generator) -> bytes:
    at = int(rng.integers(len(two) - 8))
    return two[:at] + rng.bytes(8) + two[at + 8 :]


FAULTS: dict[str, Fault] = {
    "drop": drop_a_byte,
    "flip": flip_a_bit,
    "garbage": insert_garbage,
    "truncation": truncate,
    "burst": overwrite_8_bytes,
}
EVERY = 10
"""One fault in so many frames: 10 % of them are struck, and each loss has one cause."""


def spoilt(frames: list[bytes], fault: Fault, rng: np.random.Generator) -> bytes:
    """Return the frames with a fault in every tenth (or in it and its successor)."""
    pieces = []
    for at in range(0, len(frames), EVERY):
        pieces.append(fault(frames[at] + frames[at + 1], rng))
        pieces += frames[at + 2 : at + EVERY]
    return b"".join(pieces)


def in_reads(data: bytes, rng: np.random.Generator) -> Iterator[bytes]:
    """Yield `data` in reads of 1 to 4096 bytes."""
    at = 0
    while at < len(data):
        size = int(rng.integers(1, 4097))
        yield data[at : at + size]
        at += size


@dataclass
class Account:
    """What came through, sample by sample."""

    delivered: int = 0
    forged: int = 0
    worst_loss: int = 0
    index: int = -1

    def take(self, block_of: list[bytes]) -> IntArray:
        block = READ(block_of)
        if not block.sequence.size:
            return block.sequence
        previous = np.concatenate(([self.index % 65536], block.sequence[:-1]))
        steps = (block.sequence - previous) % 65536
        index = self.index + np.cumsum(steps)
        wrong = (block.counts != counts_at(index)).any(axis=1) | (steps == 0)
        self.delivered += index.size
        self.forged += int(wrong.sum())
        self.worst_loss = max(self.worst_loss, int(steps.max()) - 1)
        self.index = int(index[-1])
        return index


def run_under(fault: Fault, n_frames: int, seed: int) -> Account:
    """Send `n_frames` through a decoder and the base class's ledger, and compare their books."""
    rng = np.random.default_rng(seed)
    decoder, account = FrameDecoder(), Account()
    info = DeviceInfo("b", N_CHANNELS, FS_HZ, Origin.SIMULATED, counter=CounterRule(65536))
    ledger = Ledger(info)
    first_index = None
    for first in range(0, n_frames, 10_000):
        sent = spoilt(frames_of(first, 10_000), fault, rng)
        for data in in_reads(sent, rng):
            packets = decoder.feed(data)
            index = account.take(packets)
            if index.size:
                first_index = int(index[0]) if first_index is None else first_index
                block = READ(packets)
                raw = RawBlock(block.counts * 1.0, block.sequence, block.time_s)
                ledger.push(raw, float(index[-1]) / FS_HZ)
    assert first_index is not None
    assert ledger.health(0.0).lost_total == account.index + 1 - first_index - account.delivered
    return account


@pytest.mark.parametrize("name", FAULTS)
def test_no_sample_is_forged_and_a_fault_costs_at_most_two(name: str) -> None:
    n = 20_000  # 100 000 with the five faults
    account = run_under(FAULTS[name], n, seed=len(name))
    assert account.forged == 0
    assert account.worst_loss <= 2
    assert n - 2 * n / EVERY - 2 <= account.delivered < n


@pytest.mark.soak
@pytest.mark.parametrize("name", FAULTS)
def test_no_sample_is_forged_in_ten_million_frames(name: str) -> None:
    n = 2_000_000  # 10 000 000 with the five faults
    account = run_under(FAULTS[name], n, seed=100 + len(name))
    assert account.forged == 0
    assert account.worst_loss <= 2
    assert account.delivered >= n - 2 * n / EVERY - 2


@pytest.mark.parametrize("value", [0x00, 0x01, 0x0D, 0x11, 0xFF])
def test_a_steady_payload_never_blinds_it(value: int) -> None:
    """The delimiter, COBS codes and types as payload, and a byte lost in every tenth frame."""
    rng, decoder = np.random.default_rng(value), FrameDecoder()
    steady = bytes([value]) * (2 * N_CHANNELS)
    frames = [
        seal(DATA_HEADER.pack(PacketType.DATA, n % 65536, n * 1000) + steady) for n in range(5000)
    ]
    block = READ(decoder.feed(spoilt(frames, drop_a_byte, rng)))
    assert np.diff(block.sequence).max() <= 3  # two frames, 2 ms at 1 kHz
    assert (block.counts == int.from_bytes([value] * 2, "little", signed=True)).all()


def packets_in_random_bytes(n_bytes: int, seed: int) -> tuple[int, int]:
    rng, decoder = np.random.default_rng(seed), FrameDecoder()
    found = 0
    for _ in range(n_bytes // 1_000_000):
        found += len(decoder.feed(rng.bytes(1_000_000)))
    return found, decoder.bad_frames


def test_ten_million_random_bytes_hold_no_packet() -> None:
    found, bad = packets_in_random_bytes(10_000_000, seed=3)
    assert found == 0
    assert bad > 30_000


@pytest.mark.soak
def test_a_hundred_million_random_bytes_hold_no_packet() -> None:
    found, bad = packets_in_random_bytes(100_000_000, seed=4)
    assert found == 0
    assert bad > 300_000


def test_a_megabyte_before_between_and_after_costs_two_frames_a_time() -> None:
    rng, decoder, account = np.random.default_rng(6), FrameDecoder(), Account()
    frames = frames_of(0, 400)
    for part in (0, 200):
        account.take(decoder.feed(rng.bytes(1_000_000)))
        account.take(decoder.feed(b"".join(frames[part : part + 200])))
    assert decoder.feed(rng.bytes(1_000_000)) == []
    assert account.forged == 0
    assert account.delivered >= 400 - 4


# -- splits -----------------------------------------------------------------------------------

_RNG = np.random.default_rng(11)
_STREAM = b"\0\0" + spoilt(frames_of(0, 30), insert_garbage, _RNG) + b"".join(frames_of(30, 10))
_WHOLE = FrameDecoder()
_PACKETS = _WHOLE.feed(_STREAM)


@settings(max_examples=2000, deadline=None)
@given(st.lists(st.integers(0, len(_STREAM)), max_size=60))
def test_every_split_gives_the_same(cuts: list[int]) -> None:
    decoder = FrameDecoder()
    packets = []
    places = [0, *sorted(cuts), len(_STREAM)]
    for begin, end in pairwise(places):
        packets += decoder.feed(_STREAM[begin:end])
    assert packets == _PACKETS
    assert decoder.bad_frames == _WHOLE.bad_frames


def test_one_byte_at_a_time_gives_the_same() -> None:
    decoder = FrameDecoder()
    packets = [p for at in range(len(_STREAM)) for p in decoder.feed(_STREAM[at : at + 1])]
    assert packets == _PACKETS
    assert len(packets) > 30


@settings(max_examples=500, deadline=None)
@given(st.lists(st.binary(max_size=400), max_size=20))
def test_any_bytes_are_taken(reads: list[bytes]) -> None:
    decoder = FrameDecoder()
    for data in reads:
        for packet in decoder.feed(data):
            READ([packet])


def test_a_line_without_delimiters_does_not_fill_the_memory() -> None:
    decoder = FrameDecoder()
    for _ in range(1000):
        assert decoder.feed(b"\x55" * 4096) == []
    assert decoder.bad_frames == 1
    (frame,) = frames_of(0, 1)
    assert decoder.feed(b"\0" + frame)


# -- order ------------------------------------------------------------------------------------


def ledger_of(reads: list[list[bytes]], per_read: int) -> tuple[Ledger, list[int]]:
    """Return the base's ledger after these reads, and the indices that it delivered.

    Each read is `per_read` sampling instants after the one before.
    """
    info = DeviceInfo("b", N_CHANNELS, FS_HZ, Origin.SIMULATED, counter=CounterRule(65536))
    ledger, seen = Ledger(info), []
    for number, frames in enumerate(reads):
        block = READ(FrameDecoder().feed(b"".join(frames)))
        raw = RawBlock(block.counts * 1.0, block.sequence, block.time_s)
        ledger.push(raw, number * per_read / FS_HZ)
    for chunk in ledger.chunks:
        index = np.arange(chunk.first_index, chunk.next_index)
        np.testing.assert_array_equal(chunk.samples_uv.T, counts_at(index))
        seen += index.tolist()
    return ledger, seen


def test_frames_that_come_twice_are_dropped_and_counted() -> None:
    rng = np.random.default_rng(1)
    frames = frames_of(0, 20_000)
    twice = rng.random(len(frames)) < 0.02
    reads = [
        [f for at in range(start, start + 20) for f in [frames[at]] * (1 + bool(twice[at]))]
        for start in range(0, len(frames), 20)
    ]
    ledger, seen = ledger_of(reads, 20)
    assert seen == list(range(20_000))
    assert ledger.health(0.0).duplicates == twice.sum()


def test_ten_thousand_permutations_never_go_back() -> None:
    """Windows of 8 frames, each in random order: what comes late is dropped and counted."""
    rng = np.random.default_rng(2)
    frames = frames_of(0, 80_008)
    shuffled = (start + rng.permutation(8) for start in range(8, len(frames), 8))
    reads = [frames[:8], *([frames[place] for place in places] for places in shuffled)]
    ledger, seen = ledger_of(reads, 8)
    assert len(reads) == 10_001
    assert (np.diff(seen) > 0).all()
    health = ledger.health(0.0)
    assert health.late + health.received == len(frames)
    # Each late one was counted as lost when its successor came first.
    assert health.lost_total == health.late - (len(frames) - 1 - seen[-1])


# -- widths and clocks ------------------------------------------------------------------------


def test_the_board_clock_may_wrap() -> None:
    packets = []
    for number, time_us in enumerate([2**32 - 1500, 2**32 - 500, 500, 1500]):
        head = DATA_HEADER.pack(PacketType.DATA, number, time_us)
        packets += FrameDecoder().feed(seal(head + bytes(2 * N_CHANNELS)))
    assert READ(packets).time_s == pytest.approx([0, 1e-3, 2e-3, 3e-3], abs=1e-12)


def test_several_instants_in_a_frame_are_numbered_and_timed() -> None:
    hello = Hello("b", "", (0, 0, 0), 2, 2, 2_000_000, 24, 1, 1, samples_per_frame=3)
    values = np.array([[1, -1], [2**23 - 1, -(2**23)], [0, 256]])
    body = b"".join(int(v).to_bytes(3, "little", signed=True) for v in values.ravel())
    frame = seal(DATA_HEADER.pack(PacketType.DATA, 65534, 0) + body)
    block = DataReader(hello)(FrameDecoder().feed(frame))
    np.testing.assert_array_equal(block.counts, values)
    assert block.sequence.tolist() == [65534, 65535, 0]
    assert block.time_s == pytest.approx([0, 0.5e-3, 1e-3])


def test_data_of_another_length_is_not_data() -> None:
    short = seal(DATA_HEADER.pack(PacketType.DATA, 0, 0) + bytes(2 * N_CHANNELS - 2))
    (packet,) = FrameDecoder().feed(short)
    assert READ([packet]).counts.shape == (0, N_CHANNELS)
