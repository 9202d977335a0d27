"""`FramedDevice`: any board with the firmware of firmware_stubs, or one that speaks like it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, ClassVar, Self

import numpy as np

from emg_device.base import Device
from emg_device.framed_decoder import DataBlock, DataReader
from emg_device.framed_link import FramedLink
from emg_device.framed_protocol import (
    BITS_PER_BYTE,
    FLAG_STREAMING,
    Hello,
    PacketType,
    parse,
)
from emg_device.info import CounterRule, DeviceInfo, RawBlock
from emg_device.spec import BAUDS, DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError, DeviceError, DeviceLostError
from emg_signal.phrase import say

DEFAULT_BAUD = 250_000
"""What firmware_stubs/avr_uno comes with: exact from a 16 MHz clock."""
SIMULATOR = "EVENHAND-SIMULATOR"
COUNTER = CounterRule(65536)


class FramedDevice(Device):
    """A board on the framed serial protocol.

    Parameters
    ----------
    port
        Serial port.
    baud
        Speed of the line, bits per second.
    rate_hz, n_channels
        What to ask of the board; None leaves what it says in its hello.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "framed:/dev/ttyACM0?baud=250000&rate=1000&channels=4"

    def __init__(
        self,
        port: str,
        *,
        baud: int = DEFAULT_BAUD,
        rate_hz: int | None = None,
        n_channels: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(port=port, clock=clock)
        self._baud = baud
        self._rate_hz = rate_hz
        self._n_channels = n_channels
        self._link: FramedLink | None = None
        self._hello: Hello | None = None
        self._reader: DataReader | None = None
        self._waiting: list[bytes] = []
        self._bad_told = 0

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Self:
        """Return the device of ``framed:PORT[?baud=…&rate=…&channels=…]``."""
        spec.refuse_unknown("baud", "rate", "channels")
        if not spec.address:
            raise ConfigError(
                say("A framed board needs its port."), say("Write {example}.", example=cls.example)
            )
        return cls(
            spec.address,
            baud=spec.whole("baud", *BAUDS) or DEFAULT_BAUD,
            rate_hz=spec.whole("rate", 1, 65_535),
            n_channels=spec.whole("channels", 1, 255),
            clock=clock,
            **kw,
        )

    # -- what the base class asks for ---------------------------------------------------------

    def _open(self) -> DeviceInfo:
        assert self._port is not None  # noqa: S101 - given by __init__
        link = FramedLink(self._port, self._baud, clock=self._clock)
        try:
            self._hello = self._configured(link)
            check_link(self._hello, self._baud)
        except BaseException:
            link.close()
            raise
        self._link = link
        self._bad_told = link.decoder.bad_frames
        return _info_of(self._hello)

    def _configured(self, link: FramedLink) -> Hello:
        """Return the hello after all was set: what the board does, not what it was asked for."""
        hello = link.identify()
        if self._n_channels is not None and self._n_channels != hello.n_channels:
            link.ask(PacketType.SET_CHANNELS, self._n_channels)
        if self._rate_hz is not None and self._rate_hz != hello.fs_hz:
            link.ask(PacketType.SET_RATE, self._rate_hz)
        hello = link.identify()
        if self._n_channels not in (None, hello.n_channels):
            raise _ignored(hello, f"{self._n_channels} channels", f"{hello.n_channels}")
        # A timer that divides its clock by whole numbers may miss by half a step, not by 1 %.
        if self._rate_hz is not None and abs(hello.fs_hz / self._rate_hz - 1) > 0.01:
            raise _ignored(hello, f"{self._rate_hz} Hz", f"{hello.fs_hz:g} Hz")
        return hello

    def _start(self) -> None:
        self._waiting = self._connected().ask(PacketType.START)

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        link, hello = self._connected(), self._greeting()
        reader = self._reader or DataReader(hello)
        self._reader = reader
        packets = self._waiting or link.receive(timeout_s)
        self._waiting = []
        self._refuse_restart(packets)
        bad = link.decoder.bad_frames - self._bad_told
        self._bad_told += bad
        if not packets and not bad:
            return None
        return _raw(reader(packets), hello, bad)

    def _refuse_restart(self, packets: list[bytes]) -> None:
        """Treat a board that says hello in mid-stream as lost: its numbers began anew."""
        for packet in packets:
            if packet[0] == PacketType.HELLO:
                hello = parse(packet)
                if isinstance(hello, Hello) and not hello.flags & FLAG_STREAMING:
                    raise DeviceLostError(
                        say(
                            "{board} on {port} restarted in mid-stream.",
                            board=hello.board,
                            port=self._port,
                        ),
                        say("Check its supply."),
                    )

    def _stop(self) -> None:
        self._waiting = []
        if self._link is not None:
            self._link.ask(PacketType.STOP)

    def _close(self) -> None:
        if self._link is not None:
            self._link.close()
        self._link = self._hello = self._reader = None

    def _connected(self) -> FramedLink:
        if self._link is None:
            raise DeviceError(say("The framed board is not open."), say("Open it first."))
        return self._link

    def _greeting(self) -> Hello:
        if self._hello is None:
            raise DeviceError(say("The framed board is not open."), say("Open it first."))
        return self._hello


def check_link(hello: Hello, baud: int) -> None:
    """Refuse a stream that the line cannot carry, with the arithmetic.

    Raises
    ------
    ConfigError
        The data frames take more bits per second than the line has.
    """
    needed = hello.link_bits_per_s
    if not hello.baud or needed <= min(baud, hello.baud):
        return
    carried = min(baud, hello.baud)
    frames_hz = hello.fs_hz / hello.samples_per_frame
    wire = hello.data_packet_size + 2
    raise ConfigError(
        say(
            "{n_channels} channels at {fs_hz:g} Hz need {wire} bytes x {bits_per_byte} bits x "
            "{frames_hz:g} frames per second = {needed} bit/s, but the line carries {carried}.",
            n_channels=hello.n_channels,
            fs_hz=hello.fs_hz,
            wire=wire,
            bits_per_byte=BITS_PER_BYTE,
            frames_hz=frames_hz,
            needed=needed,
            carried=carried,
        ),
        say(
            "Ask for at most rate={rate}, fewer channels, or build the firmware for a faster baud.",
            rate=carried // (wire * BITS_PER_BYTE) * hello.samples_per_frame,
        ),
    )


def _info_of(hello: Hello) -> DeviceInfo:
    uv_per_count = hello.scale_uv / hello.scale_divisor
    half = 2 ** (hello.resolution_bits - 1)
    unnamed = say(
        "{board} has no serial number: after a replug any of its kind passes for it.",
        board=hello.board,
    )
    return DeviceInfo(
        board=hello.board,
        n_channels=hello.n_channels,
        fs_hz=hello.fs_hz,
        origin=Origin.SIMULATED if SIMULATOR in hello.board else Origin.LIVE,
        serial=hello.serial,
        firmware=".".join(map(str, hello.firmware)),
        uv_per_count=uv_per_count,
        rails_uv=(-half * uv_per_count, (half - 1) * uv_per_count),
        board_high_hz=float(hello.lowpass_hz) or None,
        counter=COUNTER,
        notes=() if hello.serial else (unnamed,),
    )


def _raw(block: DataBlock, hello: Hello, bad: int) -> RawBlock:
    """Return counts as µV, with the board's own clock to place a silence by."""
    samples_uv = block.counts * np.float64(hello.scale_uv / hello.scale_divisor)
    return RawBlock(samples_uv, block.sequence, block.time_s, bad)


def _ignored(hello: Hello, asked: str, got: str) -> DeviceError:
    return DeviceError(
        say(
            "{board} acknowledged {asked} but says {got}.", board=hello.board, asked=asked, got=got
        ),
        say("Mend or update its firmware."),
    )
