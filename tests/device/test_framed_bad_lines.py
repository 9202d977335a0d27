"""What is on the port is not a framed board: a typed error within 3 s, with cause and remedy."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from emg_device.framed import FramedDevice
from emg_device.framed_decoder import FrameDecoder
from emg_device.framed_protocol import FramedCommand, Hello, PacketType, parse, seal
from emg_device.info import DeviceState
from emg_signal.errors import (
    DeviceError,
    DeviceLostError,
    DeviceNotFoundError,
    DeviceProtocolError,
)
from emg_simulators.boards.framed_firmware import FramedFirmware
from emg_simulators.pseudo_terminal import PseudoTerminal
from emg_simulators.test_signals import IndexCounts

HASTE = 5
"""The driver's clock runs so many times faster than the wall's, to wait less."""
LIMIT_S = 3.0

Answer = Callable[[bytes], bytes]


def fast_clock() -> float:
    return HASTE * time.monotonic()


@contextmanager
def peer(answer: Answer) -> Iterator[str]:
    """Put something on a port: it is asked every 10 ms, with what the host wrote meanwhile."""
    ended = threading.Event()
    with PseudoTerminal() as terminal:

        def serve() -> None:
            while not ended.is_set():
                terminal.write(answer(terminal.read(0.01)))

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield terminal.path
        finally:
            ended.set()
            thread.join(5)


def refusal_of(answer: Answer) -> DeviceProtocolError:
    """Open the port and return the error, which came in time by the driver's own clock."""
    with peer(answer) as port:
        device = FramedDevice(port, clock=fast_clock)
        begun = fast_clock()
        with pytest.raises(DeviceProtocolError) as refused:
            device.open()
        assert fast_clock() - begun <= LIMIT_S + HASTE * 0.2  # one late wake-up of this machine
        assert device.state is DeviceState.CLOSED
    assert refused.value.remedy
    assert "\n" not in str(refused.value)
    return refused.value


def test_silence() -> None:
    assert "is silent" in refusal_of(lambda _: b"").message


def test_an_echo() -> None:
    assert "our own bytes back" in refusal_of(lambda data: data).message


def test_plain_text() -> None:
    assert "plain text" in refusal_of(lambda _: b"512,498,530\r\n").message


def test_garbage_is_shown_in_hex(caplog: pytest.LogCaptureFixture) -> None:
    rng = np.random.default_rng(1)
    caplog.set_level(logging.DEBUG, logger="emg_device.framed_link")
    error = refusal_of(lambda data: rng.bytes(50) if data else b"")
    assert "without one whole frame" in error.message
    assert "250000 baud" in error.message
    first = np.random.default_rng(1).bytes(50)[:8].hex(" ")
    assert first in error.message
    assert first in caplog.text


def test_an_openbci_cyton_on_the_port() -> None:
    text = b"OpenBCI V3 8-16 channel\nFirmware: v3.1.2\n$$$"
    assert "plain text" in refusal_of(lambda data: text if data else b"").message


def hello_from(**changes: int) -> Answer:
    """Answer everything with a hello that differs from a sound one."""
    hello = replace(FramedFirmware(lambda _: IndexCounts(8)).hello, **changes)
    return lambda data: seal(hello.pack()) if data else b""


def test_another_version_of_the_protocol() -> None:
    error = refusal_of(hello_from(protocol_version=2))
    assert "version 2" in error.message
    assert "Update" in error.remedy


@pytest.mark.parametrize(
    "changes",
    [
        {"n_channels": 0},
        {"n_channels": 9},
        {"rate_mhz": 0},
        {"scale_divisor": 0},
        {"scale_uv": 0},
        {"resolution_bits": 1},
        {"resolution_bits": 25},
        {"samples_per_frame": 0},
        {"samples_per_frame": 11},
    ],
)
def test_a_hello_that_cannot_be_true(changes: dict[str, int]) -> None:
    assert "impossibly" in refusal_of(hello_from(**changes)).message


def test_a_board_that_says_hello_and_then_nothing() -> None:
    with peer(hello_from()) as port:
        device = FramedDevice(port, rate_hz=500, clock=fast_clock)
        with pytest.raises(DeviceProtocolError, match="did not answer SET_RATE"):
            device.open()


def test_a_board_that_acknowledges_and_does_not_do_it() -> None:
    hello = FramedFirmware(lambda _: IndexCounts(8)).hello
    decoder = FrameDecoder()

    def answer(data: bytes) -> bytes:
        commands = map(parse, decoder.feed(data))
        return b"".join(
            seal(
                hello.pack()
                if command.type == PacketType.IDENTIFY
                else bytes([PacketType.ACKNOWLEDGE, command.token, command.type, 0, 0])
            )
            for command in commands
            if isinstance(command, FramedCommand)
        )

    with peer(answer) as port:
        for asked, said in (({"rate_hz": 500}, "500 Hz"), ({"n_channels": 3}, "3 channels")):
            device = FramedDevice(port, clock=fast_clock, **asked)
            with pytest.raises(DeviceError, match=f"acknowledged {said} but says"):
                device.open()


def read_on(device: FramedDevice, sizes: list[int]) -> None:
    for _ in range(100):
        chunk = device.read(0.5)
        assert chunk is not None
        sizes.append(chunk.n_samples)


def test_a_board_that_restarts_in_mid_stream_is_lost() -> None:
    firmware = FramedFirmware(lambda _: IndexCounts(8))
    sent = 0

    def answer(data: bytes) -> bytes:
        nonlocal sent
        reply = firmware.receive(data)
        if firmware.streaming:
            sent += 1
            reply += firmware.packet()
            if sent == 20:
                firmware.streaming = False
                reply += b"\0" + seal(firmware.hello.pack())
        return reply

    with peer(answer) as port, FramedDevice(port) as device:
        device.start()
        sizes: list[int] = []
        with pytest.raises(DeviceLostError, match="restarted in mid-stream"):
            read_on(device, sizes)
        assert 0 < sum(sizes) < 20
        assert device.state is DeviceState.LOST


def test_a_board_left_streaming_by_a_program_that_crashed_is_taken_over() -> None:
    firmware = FramedFirmware(lambda _: IndexCounts(8))
    firmware.receive(seal(FramedCommand(PacketType.START, 1).pack()))

    def answer(data: bytes) -> bytes:
        reply = firmware.receive(data)
        return reply + b"".join(firmware.packet() for _ in range(10 * firmware.streaming))

    with peer(answer) as port, FramedDevice(port) as device:
        assert not firmware.streaming
        device.start()
        chunk = device.read(1.0)
        assert chunk is not None
        assert chunk.first_index == 0
        assert chunk.samples_uv[0, 0] == 0  # the new stream begins anew


def test_no_such_port() -> None:
    with pytest.raises(DeviceNotFoundError, match="no port /dev/no_such_port"):
        FramedDevice("/dev/no_such_port").open()


def test_a_file_is_no_port(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(DeviceNotFoundError, match="not a serial port"):
        FramedDevice(str(file)).open()


def test_a_device_that_is_no_terminal() -> None:
    with pytest.raises(DeviceError) as refused:
        FramedDevice("/dev/null").open()
    assert refused.value.remedy


def test_hello_is_read_back_as_it_was_sent() -> None:
    hello = FramedFirmware(lambda _: IndexCounts(8)).hello
    (packet,) = FrameDecoder().feed(seal(hello.pack()))
    assert parse(packet) == hello
    assert isinstance(hello, Hello)
