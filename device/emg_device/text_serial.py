"""`TextSerialDevice`: what every MyoWare or Arduino sketch prints, one line per sample.

Such a line carries no counter and no scale: a lost line cannot be told from a slow board but by
the clock, and µV per printed unit must be said by a person.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np

from emg_device.base import Device
from emg_device.info import DeviceInfo, RawBlock
from emg_device.port import usb_serial_of
from emg_device.serial_line import SerialLine
from emg_device.serial_probe import readable
from emg_device.spec import BAUDS, RATES_HZ, DeviceSpec
from emg_device.text_lines import SEPARATORS, TextFormat, find_format
from emg_signal.chunk import Origin
from emg_signal.errors import (
    ConfigError,
    DeviceError,
    DeviceNotFoundError,
    DeviceProtocolError,
)
from emg_signal.phrase import say

FIRST_LINE_S = 2.5
"""Opening the port resets an Arduino, which talks again after 1 to 2 s."""
STALE_S = 0.3
"""Lines that the system kept while nobody read are in by then (engineering judgement)."""
LEARN_S = 2.0
"""Bursts of 16 ms are then 0.8 % of the time over which the rate is measured."""
LEARN_FORMAT_S = 0.5
"""Where the rate is told, this is enough to see the format."""
LEAST_LINES = 25
LONGEST_LINE = 512
COMMON_FS_HZ = (50, 100, 125, 128, 200, 250, 256, 400, 500, 512, 800, 1000, 1024, 2000)
NEAR = 0.01
"""A rate within 1 % of a common one is that one: the measurement is no better."""
OPTIONS = ("baud", "scale_uv", "fs_hz", "separator", "decimal", "time", "bits")


class TextSerialDevice(Device):
    """A board that prints numbers.

    Parameters
    ----------
    port
        Serial port.
    scale_uv
        µV at the electrode per printed unit: reference / counts / gain.
    baud
        Bits per second.
    fs_hz
        Rate, Hz; None measures it for 2 s.
    bits
        Resolution of the converter if counts are printed: its ends are then known as rails.
    learn
        What `find_format` is told.
    clock
        Monotonic seconds.
    """

    example: ClassVar[str] = "text:/dev/ttyACM0?scale_uv=24.4&baud=115200"

    def __init__(
        self,
        port: str,
        *,
        scale_uv: float,
        baud: int = 115200,
        fs_hz: float | None = None,
        bits: int | None = None,
        learn: dict[str, Any] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(port=port, clock=clock)
        self._scale_uv = scale_uv
        self._baud = baud
        self._fs_hz = fs_hz
        self._bits = bits
        self._learn = learn or {}
        self._line: SerialLine | None = None
        self._format: TextFormat | None = None
        self._rest = b""

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the board of ``text:PORT?scale_uv=…``."""
        spec.refuse_unknown(*OPTIONS)
        if not spec.address:
            raise ConfigError(
                say("A text board needs its port."), say("Write {example}.", example=cls.example)
            )
        scale_uv = spec.number("scale_uv", 0.0)
        if scale_uv <= 0:
            raise ConfigError(
                say("A board that prints numbers does not say its scale."),
                say("Give scale_uv, µV per printed unit: 5 V / 1024 / gain 200 is scale_uv=24.4."),
            )
        return cls(
            spec.address,
            scale_uv=scale_uv,
            baud=spec.whole("baud", *BAUDS) or 115200,
            fs_hz=spec.number("fs_hz", 0.0, low=RATES_HZ[0], high=RATES_HZ[1]) or None,
            bits=spec.whole("bits", 1, 32),
            learn=_learn_of(spec),
            clock=clock,
        )

    def _open(self) -> DeviceInfo:
        port = self._port or ""
        line = SerialLine(port, self._baud, clock=self._clock)
        try:
            lines, elapsed_s = self._listen(line)
            form = find_format(lines, **self._learn)
        except BaseException:
            line.close()
            raise
        self._line, self._format = line, form
        measured_hz = (len(lines) - 1) / elapsed_s
        fs_hz, note = self._rate(measured_hz)
        return self._info_of(form, fs_hz, note, lines)

    def _listen(self, line: SerialLine) -> tuple[list[str], float]:
        """Return whole lines and over how many seconds they came, or raise within 3 s."""
        self._await_lines(line)
        seen, begun_s, first_s, last_s = b"", self._clock(), 0.0, 0.0
        learn_s = LEARN_S if self._fs_hz is None else LEARN_FORMAT_S
        while not first_s or self._clock() - first_s < learn_s:
            arrived = line.read(0.05)
            seen += arrived
            if b"\n" in arrived:
                last_s = self._clock()
                # The first line may be half a line: counting and time begin at its end.
                if not first_s:
                    first_s, seen = last_s, seen[seen.rindex(b"\n") + 1 :]
            if not first_s and self._clock() - begun_s > FIRST_LINE_S:
                raise _no_lines(line.port, self._baud, seen)
        self._rest = seen[seen.rfind(b"\n") + 1 :]
        lines = seen[: len(seen) - len(self._rest)].decode("ascii", "replace").splitlines()
        if len(lines) < LEAST_LINES:
            raise _no_lines(line.port, self._baud, seen)
        return lines, last_s - first_s

    def _await_lines(self, line: SerialLine) -> None:
        """Wait for the first line, and throw away what the system kept from before."""
        seen, begun_s = b"", self._clock()
        while b"\n" not in seen:
            seen += line.read(0.05)
            if self._clock() - begun_s > FIRST_LINE_S:
                raise _no_lines(line.port, self._baud, seen)
        begun_s = self._clock()
        while self._clock() - begun_s < STALE_S:
            line.read(0.05)

    def _rate(self, measured_hz: float) -> tuple[float, str]:
        if self._fs_hz is not None:
            return self._fs_hz, say(
                "Rate {fs_hz:g} Hz as told; {measured_hz:.1f} Hz measured.",
                fs_hz=self._fs_hz,
                measured_hz=measured_hz,
            )
        for common_hz in COMMON_FS_HZ:
            if abs(measured_hz / common_hz - 1) < NEAR:
                return float(common_hz), say(
                    "{measured_hz:.1f} Hz measured, taken for {fs_hz} Hz.",
                    measured_hz=measured_hz,
                    fs_hz=common_hz,
                )
        return measured_hz, say(
            "{measured_hz:.1f} Hz measured over {seconds:g} s.",
            measured_hz=measured_hz,
            seconds=LEARN_S,
        )

    def _info_of(self, form: TextFormat, fs_hz: float, note: str, lines: list[str]) -> DeviceInfo:
        skipped = int(form.has_time)
        rails = None
        if self._bits:
            rails = (0.0, (2.0**self._bits - 1) * self._scale_uv)
        marked = any("EVENHAND-SIMULATOR" in line for line in lines)
        return DeviceInfo(
            board="Text board",
            n_channels=form.n_columns - skipped,
            fs_hz=fs_hz,
            origin=Origin.SIMULATED if marked else Origin.LIVE,
            serial=usb_serial_of(self._port or ""),
            uv_per_count=self._scale_uv,
            rails_uv=rails,
            channel_names=form.names[skipped:],
            notes=(
                note,
                say("Its lines have no counter: lost ones are counted by the clock alone."),
            ),
        )

    def _start(self) -> None:
        """Begin with what comes now; what was printed meanwhile is old."""
        self._connected().read(0.0)
        self._rest = b""
        self._cut = True

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        arrived = self._connected().read(timeout_s)
        if not arrived:
            return None
        self._rest += arrived
        end = self._rest.rfind(b"\n") + 1
        # What never ends a line is no text board, and must not fill the memory.
        whole, self._rest = self._rest[:end], self._rest[end:][-LONGEST_LINE:]
        lines = whole.decode("ascii", errors="replace").splitlines()
        if lines and self._cut:
            self._cut = False
            lines = lines[1:]  # reading began within the first one
        return self._block(lines)

    def _block(self, lines: list[str]) -> RawBlock | None:
        form = self._format
        assert form is not None  # noqa: S101 - open
        rows = [form.parse(line) for line in lines if line.strip()]
        good = [row for row in rows if row is not None]
        if not rows:
            return None
        values = np.array(good, dtype=np.float64).reshape(-1, form.n_columns)
        samples_uv = values[:, int(form.has_time) :] * self._scale_uv
        return RawBlock(samples_uv, bad_frames=len(rows) - len(good))

    def _stop(self) -> None:
        """Let it print on: it takes no commands."""

    def _close(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None

    def _connected(self) -> SerialLine:
        if self._line is None:
            raise DeviceError(say("The text board is not open."), say("Open it first."))
        return self._line


def _learn_of(spec: DeviceSpec) -> dict[str, Any]:
    """Return what the person said of the format."""
    learn: dict[str, Any] = {}
    choices: dict[str, dict[str, Any]] = {
        "separator": dict(SEPARATORS),
        "decimal": {"comma": True, "point": False},
        "time": {"yes": True, "no": False},
    }
    names = {"separator": "separator", "decimal": "decimal_comma", "time": "has_time"}
    for key, values in choices.items():
        if key in spec.options:
            if spec.options[key] not in values:
                raise ConfigError(
                    say("Option {key}={value} is unknown.", key=key, value=spec.options[key]),
                    say("Use {values}.", values=", ".join(values)),
                )
            learn[names[key]] = values[spec.options[key]]
    return learn


def _no_lines(port: str, baud: int, seen: bytes) -> DeviceError:
    if not seen:
        return DeviceNotFoundError(
            say("Nothing comes from {port} at {baud} baud.", port=port, baud=baud),
            say("Is the sketch running, and is it the right port?"),
        )
    return DeviceProtocolError(
        say(
            "{port} sends no lines of text at {baud} baud: {seen}.",
            port=port,
            baud=baud,
            seen=readable(seen),
        ),
        say("Set baud to what the sketch says in Serial.begin."),
    )
