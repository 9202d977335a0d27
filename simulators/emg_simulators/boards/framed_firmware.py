"""`FramedFirmware`: what a board on the framed serial protocol answers and sends, without a wire.

It is an ADS1299 behind the same protocol that firmware_stubs puts on an ATmega328P: 24 bits,
up to 2 kHz. Its bytes are checked against the C codec (tests/firmware), which it shares no line
with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

import numpy as np
import numpy.typing as npt

from emg_device.framed_decoder import FrameDecoder
from emg_device.framed_protocol import (
    DATA_HEADER,
    FLAG_STREAMING,
    Acknowledge,
    FramedCommand,
    FramedRefusal,
    Hello,
    PacketType,
    RefusalCode,
    parse,
    seal,
)
from emg_simulators.ads1299 import MAX_COUNT

BOARD = "EVENHAND-SIMULATOR 1299"
RATE_MIN_HZ, RATE_MAX_HZ = 250, 2000
"""The chip's data rates that EMG needs (ADS1299 datasheet SBAS499, CONFIG1)."""
READ_AHEAD = 32
"""Samples rendered at a time."""
SCALE_UV, SCALE_DIVISOR = 4_500_000, MAX_COUNT * 24
"""4.5 V reference, gain 24, as an exact fraction of a microvolt per count."""


class FrameSource(Protocol):
    """What fills the frames: `emg_simulators.ads1299.Ads1299Converter` or a test's own."""

    def read_counts(self, n_samples: int) -> npt.NDArray[np.int32]:
        """Return the next `n_samples` as ``(n_channels, n_samples)`` counts."""
        ...


class FramedFirmware:
    """Bytes in, bytes out; no clock.

    Parameters
    ----------
    counts_at
        Gives the converter of a stream at so many Hz; asked each time streaming begins.
    n_channels
        Channels of the board.
    serial
        Its serial number.
    baud
        Of its UART, 0 for none.
    fs_hz
        Rate before any command.
    """

    def __init__(
        self,
        counts_at: Callable[[float], FrameSource],
        *,
        n_channels: int = 8,
        serial: str = "0001",
        baud: int = 0,
        fs_hz: int = 1000,
    ) -> None:
        self.hello = Hello(
            board=BOARD,
            serial=serial,
            firmware=(1, 0, 0),
            n_channels=n_channels,
            n_channels_max=n_channels,
            rate_mhz=fs_hz * 1000,
            resolution_bits=24,
            scale_uv=SCALE_UV,
            scale_divisor=SCALE_DIVISOR,
            baud=baud,
            lowpass_hz=_lowpass_hz(fs_hz),
        )
        self.streaming = False
        self._counts_at = counts_at
        self._counts: FrameSource | None = None
        self._ahead = np.empty((n_channels, 0), dtype=np.int32)
        self._decoder = FrameDecoder()
        self._sequence = 0

    def receive(self, data: bytes) -> bytes:
        """Take bytes from the host and return the reply."""
        commands = [parse(packet) for packet in self._decoder.feed(data)]
        replies = [self._obey(c).pack() for c in commands if isinstance(c, FramedCommand)]
        return b"".join(map(seal, replies))

    def _obey(self, command: FramedCommand) -> Hello | Acknowledge | FramedRefusal:
        if command.type == PacketType.IDENTIFY:
            return replace(self.hello, flags=FLAG_STREAMING * self.streaming)
        if command.type == PacketType.START:
            return self._start(command)
        if command.type == PacketType.STOP:
            self.streaming = False
            return replace(_done(command), value=0)
        if command.type not in (PacketType.SET_RATE, PacketType.SET_CHANNELS):
            return _refused(command, RefusalCode.COMMAND)
        if self.streaming:
            return _refused(command, RefusalCode.STREAMING)
        if command.type == PacketType.SET_RATE:
            return self._set_rate(command)
        return self._set_channels(command)

    def _start(self, command: FramedCommand) -> Acknowledge | FramedRefusal:
        needed = self.hello.link_bits_per_s
        if self.hello.baud and needed > self.hello.baud:
            return _refused(command, RefusalCode.LINK, needed)
        if not self.streaming:
            self.streaming = True
            self._counts = self._counts_at(self.hello.fs_hz)
            self._ahead = self._ahead[:, :0]
            self._sequence = 0
        return replace(_done(command), value=self.hello.n_channels)

    def _set_rate(self, command: FramedCommand) -> Acknowledge | FramedRefusal:
        if not RATE_MIN_HZ <= command.value <= RATE_MAX_HZ or RATE_MAX_HZ % command.value:
            return _refused(command, RefusalCode.RATE, RATE_MAX_HZ)
        lowpass_hz = _lowpass_hz(command.value)
        self.hello = replace(self.hello, rate_mhz=command.value * 1000, lowpass_hz=lowpass_hz)
        return _done(command)

    def _set_channels(self, command: FramedCommand) -> Acknowledge | FramedRefusal:
        if not 1 <= command.value <= self.hello.n_channels_max:
            return _refused(command, RefusalCode.CHANNELS, self.hello.n_channels_max)
        self.hello = replace(self.hello, n_channels=command.value)
        return _done(command)

    def become_another(self) -> None:
        """Answer from now on as another board of the same kind."""
        self.hello = replace(self.hello, serial="another")

    def packet(self) -> bytes:
        """Return the frame of the next sampling instant; only while streaming."""
        if self._counts is None:
            raise ValueError("the board does not stream")
        if not self._ahead.shape[1]:
            self._ahead = self._counts.read_counts(READ_AHEAD)
        values = self._ahead[: self.hello.n_channels, 0]
        self._ahead = self._ahead[:, 1:]
        time_us = round(self._sequence * 1e9 / self.hello.rate_mhz)
        head = DATA_HEADER.pack(PacketType.DATA, self._sequence % 65536, time_us % 2**32)
        self._sequence += 1
        low_bytes = values.astype("<i4").view(np.uint8).reshape(-1, 4)[:, :3]
        return seal(head + low_bytes.tobytes())


def _lowpass_hz(fs_hz: int) -> int:
    """Return the -3 dB point of the chip's sinc3: 0.262 of its rate (datasheet SBAS499)."""
    return round(0.262 * fs_hz)


def _done(command: FramedCommand) -> Acknowledge:
    return Acknowledge(command.token, command.type, command.value)


def _refused(command: FramedCommand, code: RefusalCode, limit: int = 0) -> FramedRefusal:
    return FramedRefusal(command.token, command.type, code, limit)
