"""`ChordsDevice`: Arduino boards with the Chords firmware of Upside Down Labs.

A packet is 0xC7 0x7C, a counter of 8 bits, each channel as 16 bits big-endian, and 0x01. There is
no checksum: a packet counts only if another one follows it, or if it ends what has come so far.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np

from emg_device.base import Device
from emg_device.info import CounterRule, DeviceInfo, IntArray, RawBlock
from emg_device.serial_line import SerialLine
from emg_device.serial_probe import readable
from emg_device.spec import BAUDS, RATES_HZ, DeviceSpec
from emg_signal.chunk import FloatArray, Origin
from emg_signal.errors import ConfigError, DeviceError, DeviceNotFoundError, DeviceProtocolError
from emg_signal.phrase import say

START = b"\xc7\x7c"
END = 0x01
HEADER = 3
MOST_CHANNELS = 16
BOARDS: dict[str, tuple[int, float, int]] = {
    "UNO-R3": (6, 250.0, 10),
    "GENUINO-UNO": (6, 250.0, 10),
    "UNO-CLONE": (6, 250.0, 10),
    "UNO-R4": (6, 500.0, 14),
    "NANO-CLASSIC": (8, 250.0, 10),
    "NANO-CLONE": (8, 250.0, 10),
    "MEGA-2560-R3": (16, 250.0, 10),
    "MEGA-2560-CLONE": (16, 250.0, 10),
}
"""Channels, rate and bits by the name a board answers to WHORU (upsidedownlabs,
Chords-Arduino-Firmware)."""
ASK_S = 2.5


class ChordsDecoder:
    """Finds packets in bytes, however they are split.

    Parameters
    ----------
    n_channels
        Channels per packet.
    """

    def __init__(self, n_channels: int) -> None:
        self.n_channels = n_channels
        self.bad_bytes = 0
        self._size = HEADER + 2 * n_channels + 1
        self._rest = b""

    def feed(self, data: bytes) -> tuple[FloatArray, IntArray]:
        """Return ``(n, n_channels)`` counts and ``(n,)`` counters of the packets in `data`."""
        self._rest += data
        starts = self._starts()
        size = self._size
        raw = np.frombuffer(b"".join(self._rest[i : i + size] for i in starts), dtype=np.uint8)
        # A packet may yet begin in the last bytes, as many as one packet has.
        used = starts[-1] + size if starts else max(0, len(self._rest) - size)
        self.bad_bytes += used - len(starts) * size
        self._rest = self._rest[used:]
        packets = raw.reshape(-1, size)
        body = np.ascontiguousarray(packets[:, HEADER:-1]).view(">u2")
        return body.astype(np.float64), packets[:, 2].astype(np.int64)

    def _starts(self) -> list[int]:
        """Return where whole packets begin."""
        data, size, found, i = self._rest, self._size, [], 0
        while (i := data.find(START, i)) >= 0 and i + size <= len(data):
            # As much of the next start as has come, perhaps none of it: all of it must fit.
            follower = data[i + size : i + size + 2]
            if data[i + size - 1] == END and START.startswith(follower):
                found.append(i)
                i += size
            else:
                i += 1
        return found


class ChordsDevice(Device):
    """A board with the Chords firmware.

    Parameters
    ----------
    port
        Serial port.
    scale_uv
        µV at the electrode per count.
    baud
        115200, or 230400 for the newer boards.
    fs_hz, n_channels
        Rate and channels, for boards whose name is not known.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "chords:/dev/ttyACM0?scale_uv=4.44"

    def __init__(
        self,
        port: str,
        *,
        scale_uv: float,
        baud: int = 115200,
        fs_hz: float | None = None,
        n_channels: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(port=port, clock=clock)
        self._scale_uv = scale_uv
        self._baud = baud
        self._fs_hz = fs_hz
        self._n_channels = n_channels
        self._line: SerialLine | None = None
        self._decoder = ChordsDecoder(1)
        self._bad_told = 0

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the board of ``chords:PORT?scale_uv=…``."""
        spec.refuse_unknown("scale_uv", "baud", "fs_hz", "channels")
        scale_uv = spec.number("scale_uv", 0.0)
        if not spec.address or scale_uv <= 0:
            raise ConfigError(
                say("A Chords board needs its port and µV per count."),
                say("Write {example}: 5 V / 1024 / gain 1100 is 4.44.", example=cls.example),
            )
        return cls(
            spec.address,
            scale_uv=scale_uv,
            baud=spec.whole("baud", *BAUDS) or 115200,
            fs_hz=spec.number("fs_hz", 0.0, low=RATES_HZ[0], high=RATES_HZ[1]) or None,
            n_channels=spec.whole("channels", 1, MOST_CHANNELS),
            clock=clock,
        )

    def _open(self) -> DeviceInfo:
        line = SerialLine(self._port or "", self._baud, clock=self._clock)
        try:
            name = self._ask_who(line)
            info = self._info_of(name)
        except BaseException:
            line.close()
            raise
        self._line = line
        self._decoder = ChordsDecoder(info.n_channels)
        return info

    def _ask_who(self, line: SerialLine) -> str:
        """Return the name of the board; asked twice, for opening resets an Arduino."""
        seen = line.ask(b"STOP\nWHORU\n", b"\n", 0.3)
        if b"\n" not in seen.rpartition(b"\x01")[2]:
            seen = line.ask(b"WHORU\n", b"\n", ASK_S - 0.3)
        line_told = seen.rpartition(b"\x01")[2].partition(b"\n")[0]  # a slow board answers twice
        answer = line_told.decode("ascii", errors="replace").strip()
        if not seen:
            raise DeviceNotFoundError(
                say("Nothing answers on {port} at {baud} baud.", port=line.port, baud=self._baud),
                say("Is the Chords firmware on it? Newer boards need ?baud=230400."),
            )
        if not answer or not answer.isprintable() or "WHORU" in answer:
            raise DeviceProtocolError(
                say(
                    "What answers on {port} is no Chords board: {seen}.",
                    port=line.port,
                    seen=readable(seen),
                ),
                say("Check the baud rate and the firmware."),
            )
        return answer.splitlines()[-1]

    def _info_of(self, name: str) -> DeviceInfo:
        known = BOARDS.get(name.split(" ")[0])
        n_channels = self._n_channels or (known[0] if known else None)
        fs_hz = self._fs_hz or (known[1] if known else None)
        if n_channels is None or fs_hz is None:
            raise DeviceProtocolError(
                say("The board says it is {name!r}, which is not known.", name=name),
                say("Give its channels and rate: ?channels=6&fs_hz=250."),
            )
        high = (2.0 ** known[2] - 1) * self._scale_uv if known else None
        return DeviceInfo(
            board=f"Chords {name}",
            n_channels=n_channels,
            fs_hz=fs_hz,
            origin=Origin.SIMULATED if "EVENHAND-SIMULATOR" in name else Origin.LIVE,
            serial=name,
            uv_per_count=self._scale_uv,
            rails_uv=None if high is None else (0.0, high),
            counter=CounterRule(256),
        )

    def _start(self) -> None:
        line = self._connected()
        line.read(0.0)
        self._decoder = ChordsDecoder(self.info.n_channels)
        self._bad_told = 0
        line.ask(b"START\n", b"", 0.0)

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        arrived = self._connected().read(timeout_s)
        if not arrived:
            return None
        counts, counter = self._decoder.feed(arrived)
        bad = self._decoder.bad_bytes - self._bad_told
        self._bad_told += bad
        return RawBlock(counts * self._scale_uv, counter, bad_frames=int(bad > 0))

    def _stop(self) -> None:
        if self._line is not None:
            self._line.ask(b"STOP\n", b"", 0.0)

    def _close(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None

    def _connected(self) -> SerialLine:
        if self._line is None:
            raise DeviceError(say("The Chords board is not open."), say("Open it first."))
        return self._line
