"""Ingest rate of each Python decoder, of a byte-by-byte loop, and of BrainFlow, in one run.

    .venv/bin/python benchmarks/ingest.py

Each decoder is fed 20,000 packets of 8 channels in reads of 4096 bytes, best of three, by the
processor time that it took. BrainFlow decodes no protocol of the others, so it is fed Cyton
packets, and so is a byte-by-byte loop of its own kind; it reads a pseudo-terminal, by the wall's
clock, best of three. (Cyton packets have no decoder here: BrainFlow's is the one that is used.)
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

import numpy as np

os.environ.setdefault("PYTHONWARNINGS", "ignore")

from brainflow.board_shim import BoardIds, BoardShim, BrainFlowInputParams
from cobs import cobs

from emg_device.chords import ChordsDecoder
from emg_device.framed_decoder import DataReader, FrameDecoder
from emg_device.framed_protocol import FramedCommand, Hello, PacketType, seal
from emg_device.text_lines import find_format
from emg_simulators.boards.cyton_firmware import CytonFirmware
from emg_simulators.boards.framed_firmware import FramedFirmware
from emg_simulators.boards.text_firmware import ChordsFirmware, TenBitSource, TextFirmware
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.test_signals import IndexCounts, SineSource

PACKETS = 20_000
READ = 4096
Decode = Callable[[bytes], int]


def reads_of(stream: bytes) -> list[bytes]:
    return [stream[at : at + READ] for at in range(0, len(stream), READ)]


def measure(stream: bytes, decode: Callable[[], Decode]) -> tuple[float, int]:
    """Return the best of three, seconds, and the samples found."""
    best, found = np.inf, 0
    for _ in range(3):
        feed = decode()
        begun = time.process_time()
        found = sum(feed(piece) for piece in reads_of(stream))
        best = min(best, time.process_time() - begun)
    return best, found


def chords() -> tuple[bytes, dict[str, Callable[[], Decode]]]:
    firmware = ChordsFirmware(TenBitSource(SineSource(8, 250.0), 4.44))
    stream = b"".join(firmware.packet() for _ in range(PACKETS))

    def ours() -> Decode:
        decoder = ChordsDecoder(8)
        return lambda data: len(decoder.feed(data)[0])

    return stream, {"ours": ours, "byte by byte": lambda: byte_loop(0xC7, 20, 0x01, chords_body)}


def cyton() -> tuple[bytes, dict[str, Callable[[], Decode]]]:
    firmware = CytonFirmware(IndexCounts(8))
    firmware.receive(b"b")
    stream = b"".join(firmware.packet() for _ in range(PACKETS))
    return stream, {"byte by byte": lambda: byte_loop(0xA0, 33, 0xC0, cyton_body)}


def chords_body(frame: bytearray) -> list[int]:
    return [frame[3 + 2 * c] << 8 | frame[4 + 2 * c] for c in range(8)]


def cyton_body(frame: bytearray) -> list[int]:
    return [int.from_bytes(frame[2 + 3 * c : 5 + 3 * c], "big", signed=True) for c in range(8)]


def byte_loop(start: int, size: int, end: int, body: Callable[[bytearray], list[int]]) -> Decode:
    """A state machine as most examples on the web have it."""
    frame = bytearray()

    def feed(data: bytes) -> int:
        nonlocal frame
        found = 0
        for byte in data:
            if not frame and byte != start:
                continue
            frame.append(byte)
            if len(frame) == size:
                if frame[-1] == end:
                    body(frame)
                    found += 1
                frame = bytearray()
        return found

    return feed


def text() -> tuple[bytes, dict[str, Callable[[], Decode]]]:
    firmware = TextFirmware(TenBitSource(SineSource(8, 250.0), 4.44), header="")
    stream = b"".join(firmware.packet() for _ in range(PACKETS))
    form = find_format(stream[:2000].decode().splitlines()[:-1])

    def ours() -> Decode:
        rest = b""

        def feed(data: bytes) -> int:
            nonlocal rest
            *lines, rest = (rest + data).split(b"\n")
            rows = [form.parse(line.decode("ascii", "replace")) for line in lines]
            return len([row for row in rows if row is not None])

        return feed

    def by_byte() -> Decode:
        line = bytearray()

        def feed(data: bytes) -> int:
            nonlocal line
            found = 0
            for byte in data:
                if byte == 10:
                    [float(field) for field in line.decode().split(",")]
                    found += 1
                    line = bytearray()
                else:
                    line.append(byte)
            return found

        return feed

    return stream, {"ours": ours, "byte by byte": by_byte}


def framed() -> tuple[bytes, dict[str, Callable[[], Decode]]]:
    firmware = FramedFirmware(lambda _: IndexCounts(8))
    hello = firmware.hello
    assert isinstance(hello, Hello)
    firmware.receive(b"\0" + seal(FramedCommand(PacketType.START, 1, 0).pack()))
    stream = b"".join(firmware.packet() for _ in range(PACKETS))

    def ours() -> Decode:
        decoder, reader = FrameDecoder(), DataReader(hello)
        return lambda data: len(reader(decoder.feed(data)).counts)

    places = range(7, 7 + 3 * 8, 3)

    def by_byte() -> Decode:
        frame = bytearray()

        def feed(data: bytes) -> int:
            nonlocal frame
            found = 0
            for byte in data:
                if byte:
                    frame.append(byte)
                elif frame:
                    packet = cobs.decode(bytes(frame))
                    if crc32_by_byte(packet) == 0x2144DF1C and packet[0] == PacketType.DATA:
                        [int.from_bytes(packet[n : n + 3], "little", signed=True) for n in places]
                        found += 1
                    frame = bytearray()
            return found

        return feed

    return stream, {"ours": ours, "byte by byte": by_byte}


def crc32_by_byte(packet: bytes) -> int:
    crc = 0xFFFFFFFF
    for byte in packet:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xEDB88320 & -(crc & 1))
    return crc ^ 0xFFFFFFFF


def brainflow(stream: bytes) -> tuple[float, int]:
    """Feed the real driver through a pseudo-terminal as fast as it reads."""
    BoardShim.disable_board_logger()
    firmware, done = CytonFirmware(IndexCounts(8)), threading.Event()
    with PseudoTerminal() as terminal:
        sent = 0

        def serve() -> None:
            nonlocal sent
            while not done.is_set():
                data = terminal.read(0.0 if firmware.streaming else 0.01)
                if data:
                    terminal.write(firmware.receive(data))
                if firmware.streaming and sent < len(stream):
                    try:
                        sent += os.write(terminal._board, stream[sent : sent + 4095])
                    except BlockingIOError:
                        time.sleep(0.0005)

        thread = threading.Thread(target=serve)
        thread.start()
        parameters = BrainFlowInputParams()
        parameters.serial_port = terminal.name
        board = BoardShim(BoardIds.CYTON_BOARD, parameters)
        board.prepare_session()
        begun = time.perf_counter()
        board.start_stream()
        count, last_s = 0, begun
        while time.perf_counter() - last_s < 0.5:
            now = board.get_board_data_count()
            if now > count:
                count, last_s = now, time.perf_counter()
            time.sleep(0.001)
        board.stop_stream()
        board.release_session()
        del board
        done.set()
        thread.join()
    return last_s - begun, count


def report(name: str, how: str, size: int, seconds: float, found: int) -> None:
    rate = size / seconds / 1e6
    print(f"| {name} | {how} | {rate:.2f} | {found / seconds:,.0f} | {found} |", flush=True)


def main() -> None:
    print("| packets | decoder | MB/s | samples/s | found |\n|---|---|---:|---:|---:|")
    for name, make in (("framed", framed), ("chords", chords), ("text", text), ("cyton", cyton)):
        stream, decoders = make()
        for how, decode in decoders.items():
            report(name, how, len(stream), *measure(stream, decode))
    stream, _ = cyton()
    best = min((brainflow(stream) for _ in range(3)), key=lambda run: run[0])
    report("cyton", "BrainFlow, pty", len(stream), *best)


if __name__ == "__main__":
    main()
