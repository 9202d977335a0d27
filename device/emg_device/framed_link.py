"""`FramedLink`: the serial line to a framed board, its commands and their answers."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import serial

from emg_device.framed_decoder import FrameDecoder
from emg_device.framed_errors import IDENTIFY_S, impossible, refused, unknown_board
from emg_device.framed_protocol import (
    VERSION,
    Acknowledge,
    FramedCommand,
    FramedRefusal,
    Hello,
    PacketType,
    Reply,
    parse,
    seal,
)
from emg_device.serial_line import hang_up
from emg_signal.errors import DeviceError, DeviceProtocolError
from emg_signal.phrase import say

log = logging.getLogger(__name__)

WAIT_S = 0.05
"""Longest wait for a byte: the base class wants to look at its watchdog so often."""
GATHER_S = 0.004
"""After the first byte wait for more: one wake-up for several frames, at 4 ms of latency."""
ASK_EVERY_S = 0.25
ANSWER_S = 1.0
SEEN_BYTES = 256


class FramedLink:
    """An open serial port that speaks frames.

    Parameters
    ----------
    port
        Path or Windows name.
    baud
        Bits per second.
    clock
        Monotonic seconds.

    Raises
    ------
    DeviceError
        The port does not open, or not at that speed.
    """

    def __init__(
        self, port: str, baud: int, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.port = port
        self.baud = baud
        self.decoder = FrameDecoder()
        self._clock = clock
        self._token = 0
        self._seen = b""
        self._echoed = False
        try:
            self._serial = serial.Serial(port, baud, timeout=WAIT_S, write_timeout=ANSWER_S)
        except (serial.SerialException, ValueError) as error:
            raise DeviceError(
                say(
                    "{port} does not open at {baud} baud ({error}).",
                    port=port,
                    baud=baud,
                    error=error,
                ),
                say("Check the port's name and choose a speed that it knows."),
            ) from error
        self._ask_low_latency()

    def _ask_low_latency(self) -> None:
        """Ask an FTDI chip to pass bytes on after 1 ms instead of 16 (Linux)."""
        try:
            self._serial.set_low_latency_mode(True)
        except (AttributeError, NotImplementedError, ValueError, OSError) as error:
            log.debug("%s has no low-latency mode: %s", self.port, error)

    def close(self) -> None:
        """Free the port; never raises."""
        try:
            self._serial.close()
        except OSError as error:
            log.debug("closing %s: %s", self.port, error)

    def receive(self, timeout_s: float = WAIT_S) -> list[bytes]:
        """Return the packets (CRC still on them) that came, after at most 50 ms.

        Parameters
        ----------
        timeout_s
            Longest wait for a first byte, seconds: 0 does not wait, all else waits `WAIT_S`.

        Raises
        ------
        DeviceLostError
            The line hung up.
        """
        try:
            data = self._read(timeout_s)
        except (OSError, TypeError) as error:  # TypeError: pyserial, when closed under its feet
            raise hang_up(self.port) from error
        if len(self._seen) < SEEN_BYTES:
            self._seen += data[: SEEN_BYTES - len(self._seen)]
        return self.decoder.feed(data) if data else []

    def _read(self, timeout_s: float) -> bytes:
        waiting = self._serial.in_waiting
        if not waiting and timeout_s > 0:
            first: bytes = self._serial.read(1)
            if not first:
                return b""
            time.sleep(GATHER_S)
            return first + self._serial.read(self._serial.in_waiting)
        return bytes(self._serial.read(waiting))

    def send(self, kind: PacketType, value: int = 0) -> int:
        """Send a command; returns its token."""
        self._token = self._token % 255 + 1
        try:
            # The zero ends what the line may have garbled before, so that this frame stands alone.
            self._serial.write(b"\0" + seal(FramedCommand(kind, self._token, value).pack()))
        except serial.SerialTimeoutException as error:
            raise DeviceProtocolError(
                say("{port} takes no bytes.", port=self.port), say("Is a board behind it?")
            ) from error
        except (OSError, TypeError) as error:
            raise hang_up(self.port) from error
        return self._token

    def identify(self) -> Hello:
        """Ask who is there until a board says hello.

        Raises
        ------
        DeviceProtocolError
            Nobody, or something that is not a framed board, within 2.5 s.
        """
        self._seen, self._echoed = b"", False
        deadline = self._clock() + IDENTIFY_S
        ask_s = self._clock()
        while (now := self._clock()) < deadline:
            if now >= ask_s:
                self.send(PacketType.STOP)  # it may still stream to a program that crashed
                self.send(PacketType.IDENTIFY)
                ask_s = now + ASK_EVERY_S
            for reply in map(parse, self.receive()):
                self._echoed |= isinstance(reply, FramedCommand)
                if isinstance(reply, Hello):
                    return self._checked(reply)
        log.debug("%s sent %s", self.port, self._seen.hex(" "))
        raise unknown_board(self.port, self.baud, self._seen, echoed=self._echoed)

    def _checked(self, hello: Hello) -> Hello:
        """Refuse a hello that cannot be worked with."""
        log.debug("%s: %r", self.port, hello)
        if hello.protocol_version != VERSION:
            raise DeviceProtocolError(
                say(
                    "{board} on {port} speaks version {protocol_version} of the framed protocol, "
                    "this program version {version}.",
                    board=hello.board,
                    port=self.port,
                    protocol_version=hello.protocol_version,
                    version=VERSION,
                ),
                say("Update the older of the two."),
            )
        fits = 1 <= hello.n_channels <= hello.n_channels_max and hello.data_packet_size <= 254
        if not (fits and hello.rate_mhz and hello.scale_divisor and hello.scale_uv):
            raise impossible(hello, self.port)
        if not (2 <= hello.resolution_bits <= 24 and hello.samples_per_frame):
            raise impossible(hello, self.port)
        return hello

    def ask(self, kind: PacketType, value: int = 0) -> list[bytes]:
        """Send a command and wait until it is acknowledged; returns what came after that.

        Raises
        ------
        DeviceError
            The board refuses, and why.
        DeviceProtocolError
            No answer to three tries.
        """
        for _ in range(3):
            token = self.send(kind, value)
            deadline = self._clock() + ANSWER_S / 3
            while self._clock() < deadline:
                packets = self.receive()
                for place, reply in enumerate(map(parse, packets)):
                    if _answers(reply, token, value):
                        return packets[place + 1 :]
        raise DeviceProtocolError(
            say("The board on {port} did not answer {name}.", port=self.port, name=kind.name),
            say("Restart it, and shorten the cable if this happens again."),
        )


def _answers(reply: Reply | None, token: int, value: int) -> bool:
    """Return True if `reply` acknowledges `token`; raise if it refuses it."""
    if isinstance(reply, FramedRefusal) and reply.token == token:
        raise refused(reply, value)
    return isinstance(reply, Acknowledge) and reply.token == token
