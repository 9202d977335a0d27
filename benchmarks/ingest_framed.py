"""How fast framed bytes become samples, beside a byte-by-byte loop fed the same bytes.

    python benchmarks/ingest_framed.py [--seconds 0.5] [--json]

All methods get the same reads (1, 8, 32 or 256 frames each) in the same run, shuffled and
interleaved in 5 rounds; a cell is the median of its rounds. `limit` is zlib's CRC-32 over the
same bytes and nothing else: no decoder that checks its frames can be faster in this process.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from emg_device.framed_decoder import DataReader, FrameDecoder
from emg_device.framed_protocol import DATA_HEADER, Hello, PacketType, seal

READS = (1, 8, 32, 256)
ROUNDS = 5
BAUD = 2_000_000

CRC_TABLE = [zlib.crc32(bytes([value ^ 0xFF])) ^ 0xFF000000 for value in range(256)]


@dataclass(frozen=True)
class Board:
    """Whose frames are read."""

    n_channels: int
    bits: int

    @property
    def hello(self) -> Hello:
        n = self.n_channels
        return Hello("b", "", (1, 0, 0), n, n, 1_000_000, self.bits, 1, 1)

    def reads(self, frames_per_read: int, total: int = 2048) -> list[bytes]:
        rng = np.random.default_rng(self.n_channels)
        size = self.n_channels * self.hello.sample_size
        frames = [
            seal(DATA_HEADER.pack(PacketType.DATA, n % 65536, n * 1000) + rng.bytes(size))
            for n in range(total)
        ]
        return [
            b"".join(frames[at : at + frames_per_read]) for at in range(0, total, frames_per_read)
        ]


class ByteLoop:
    """What a script does: one byte at a time, checksum by table, integers by hand."""

    def __init__(self, hello: Hello) -> None:
        self._hello = hello
        self._packet = bytearray()
        self._left = 0
        self._zero = False

    def feed(self, data: bytes) -> list[list[int]]:
        samples = []
        for byte in data:
            if byte == 0:
                if self._left == 0 and self._good():
                    samples.append(self._values())
                self._packet, self._left, self._zero = bytearray(), 0, False
            elif self._left == 0:
                if self._zero:
                    self._packet.append(0)
                self._left, self._zero = byte - 1, byte < 255
            else:
                self._packet.append(byte)
                self._left -= 1
        return samples

    def _good(self) -> bool:
        crc = 0xFFFFFFFF
        for byte in self._packet[:-4]:
            crc = crc >> 8 ^ CRC_TABLE[(crc ^ byte) & 0xFF]
        return crc ^ 0xFFFFFFFF == int.from_bytes(self._packet[-4:], "little")

    def _values(self) -> list[int]:
        size = self._hello.sample_size
        body = self._packet[7:-4]
        return [
            int.from_bytes(body[at : at + size], "little", signed=True)
            for at in range(0, len(body), size)
        ]


def ours(hello: Hello) -> Callable[[bytes], object]:
    decoder, reader = FrameDecoder(), DataReader(hello)
    return lambda data: reader(decoder.feed(data)).counts


def loop(hello: Hello) -> Callable[[bytes], object]:
    return ByteLoop(hello).feed


def limit(hello: Hello) -> Callable[[bytes], object]:
    return zlib.crc32


METHODS = {"byte loop": loop, "ours": ours, "limit": limit}


def assert_same(board: Board) -> None:
    """The loop and ours must read the same samples, or their times mean nothing."""
    (data,) = board.reads(256, 256)
    slow = np.array(ByteLoop(board.hello).feed(data))
    fast = DataReader(board.hello)(FrameDecoder().feed(data)).counts
    np.testing.assert_array_equal(slow, fast)


def per_frame_us(method: str, board: Board, frames_per_read: int, seconds: float) -> float:
    reads = board.reads(frames_per_read)
    take = METHODS[method](board.hello)
    for data in reads[:4]:
        take(data)
    done, begun = 0, time.perf_counter()
    while (spent := time.perf_counter() - begun) < seconds:
        for data in reads:
            take(data)
        done += len(reads) * frames_per_read
    return spent / done * 1e6


def measure(board: Board, seconds: float) -> dict[str, dict[int, float]]:
    cells = [(method, size) for method in METHODS for size in READS]
    times: dict[tuple[str, int], list[float]] = {cell: [] for cell in cells}
    for _ in range(ROUNDS):
        random.shuffle(cells)
        for method, size in cells:
            times[method, size].append(per_frame_us(method, board, size, seconds / ROUNDS))
    return {
        method: {size: statistics.median(times[method, size]) for size in READS}
        for method in METHODS
    }


def show(board: Board, result: dict[str, dict[int, float]]) -> None:
    wire = board.hello.data_packet_size + 2
    print(f"\n{board.n_channels} channels, {board.bits} bits: {wire} bytes a frame; µs per frame")
    print(f"| method | {' | '.join(map(str, READS))} | MB/s @32 | core at 2 Mbaud @32 |")
    print("|---|" + "---:|" * (len(READS) + 2))
    for method, row in result.items():
        speed = wire / row[32]
        share = BAUD / 10 / wire * row[32] / 1e4
        cells = " | ".join(f"{row[size]:.3f}" for size in READS)
        print(f"| {method} | {cells} | {speed:.1f} | {share:.2f} % |")
    ratio = ", ".join(f"{result['byte loop'][n] / result['ours'][n]:.1f} ({n})" for n in READS)
    print(f"byte loop ÷ ours: {ratio}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=0.5, help="per cell")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    for board in (Board(4, 10), Board(8, 24), Board(64, 16)):
        assert_same(board)
        result = measure(board, arguments.seconds)
        if arguments.json:
            print(json.dumps({"n_channels": board.n_channels, "bits": board.bits, "us": result}))
        else:
            show(board, result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
