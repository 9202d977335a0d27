"""`PlaybackDevice`: a recording as a board, at any speed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

import numpy as np

from emg_device.base import Device
from emg_device.home_path import home_path
from emg_device.info import DeviceInfo, RawBlock
from emg_device.recordings.formats import read_recording
from emg_device.recordings.recording import FileChoice, Recording
from emg_device.spec import DeviceSpec
from emg_signal.chunk import Origin
from emg_signal.errors import ConfigError
from emg_signal.phrase import say

AS_FAST = ("max", "fast", "0")
SLOWEST, FASTEST = 0.25, 8.0
BLOCK_S = 0.02
"""Length of recording that one read brings at real time: what a live board brings, too."""
FAST_BLOCK_S = 0.5


class PlaybackDevice(Device):
    """A recording, played.

    Parameters
    ----------
    path
        File to play.
    speed
        Seconds of recording per second, 0.25 to 8; None for as fast as possible.
    start_s
        Where to begin, seconds.
    choice
        What a person says of the file: rate, channels, stream, units.
    clock, sleep
        Monotonic seconds; waits for so many seconds.
    """

    example: ClassVar[str] = "playback:recording.txt?speed=1"

    def __init__(
        self,
        path: Path,
        *,
        speed: float | None = 1.0,
        start_s: float = 0.0,
        choice: FileChoice | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(clock=clock)
        self.path = path
        self._speed = speed
        self._begin_s = start_s
        self._choice = choice
        self._sleep = sleep
        self._recording: Recording | None = None
        self._next = 0
        self._base = 0
        self._since_s = 0.0

    @classmethod
    def from_spec(
        cls, spec: DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
    ) -> Device:
        """Return the recording that ``playback:FILE[?speed=2&rate=250&unit=3=mV]`` names."""
        spec.refuse_unknown("speed", "start", "rate", "channels", "stream", "unit")
        if not spec.address:
            raise ConfigError(
                say("Playback needs a file."), say("Write {example}.", example=cls.example)
            )
        return cls(
            home_path(spec.address),
            speed=_speed_of(spec),
            start_s=_start_of(spec),
            choice=_choice_of(spec),
            clock=clock,
        )

    # -- the driver's five methods --------------------------------------------------------------

    def _open(self) -> DeviceInfo:
        recording = self._read()
        if self._begin_s * recording.fs_hz >= max(recording.n_samples, 1):
            raise ConfigError(
                say(
                    "{name} is {duration_s:.1f} s long and cannot begin at {start_s:g} s.",
                    name=self.path.name,
                    duration_s=recording.n_samples / recording.fs_hz,
                    start_s=self._begin_s,
                ),
                say("Write an earlier start, in seconds."),
            )
        self._recording = recording
        self._next = _row_at(recording, self._begin_s)
        return DeviceInfo(
            board=say("Recording {name} ({kind})", name=self.path.name, kind=recording.kind),
            n_channels=recording.n_channels,
            fs_hz=recording.fs_hz,
            origin=Origin.PLAYBACK,
            serial=recording.board,
            rails_uv=recording.rails_uv,
            channel_names=recording.channel_names,
            counter=recording.rule,
            clocked=False,
            notes=recording.notes,
        )

    def _read(self) -> Recording:
        """Return what is to be played; a driver of another kind of file overrides it."""
        return read_recording(self.path, self._choice)

    def _start(self) -> None:
        self._base, self._since_s = self._next, self._clock()

    def _fetch(self, timeout_s: float) -> RawBlock | None:
        if self._due() <= 0:
            self._sleep(min(timeout_s, BLOCK_S))
        due = self._due()
        if due <= 0:
            return None
        first, self._next = self._next, self._next + due
        return self._block(first, self._next)

    def _stop(self) -> None:
        """Do nothing: a file sends nothing by itself."""

    def _close(self) -> None:
        self._recording = None

    def _ended(self) -> bool:
        return self._recording is not None and self._next >= self._recording.n_samples

    def _played(self) -> Recording:
        assert self._recording is not None  # noqa: S101 - `Device` fetches between open and close
        return self._recording

    def _due(self) -> int:
        """Return how many samples are to be delivered now."""
        recording = self._played()
        left = recording.n_samples - self._next
        if self._speed is None:
            return min(left, max(1, round(FAST_BLOCK_S * recording.fs_hz)))
        played_s = (self._clock() - self._since_s) * self._speed
        return min(left, int(played_s * recording.fs_hz) - (self._next - self._base))

    def _block(self, first: int, last: int) -> RawBlock:
        recording = self._played()
        stamps, counter = recording.stamps_s, recording.counter
        return RawBlock(
            recording.samples_uv[first:last],
            None if counter is None else counter[first:last],
            None if stamps is None else stamps[first:last],
            bad_frames=recording.bad_lines if first == 0 else 0,
            events=_events_within(recording, first, last),
        )


def _row_at(recording: Recording, begin_s: float) -> int:
    """Return the first row at or after a time since the beginning, what is missing counted."""
    if recording.counter is None:
        return round(begin_s * recording.fs_hz)
    first = int(recording.counter[0]) + round(begin_s * recording.fs_hz)
    return int(np.searchsorted(recording.counter, first))


def _events_within(recording: Recording, first: int, last: int) -> tuple[tuple[int, str], ...]:
    """Return the events of the rows from `first` to before `last`, by their row of these.

    One that lies in a gap belongs to the row after it, one after the end to the last row.
    """
    if not recording.events or recording.counter is None:
        return ()
    at = np.searchsorted(recording.counter, [event.index for event in recording.events])
    rows = np.minimum(at, recording.n_samples - 1)
    low, high = np.searchsorted(rows, [first, last])
    return tuple(
        (int(rows[n]) - first, recording.events[n].name) for n in range(int(low), int(high))
    )


def check_speed(speed: float | None) -> float | None:
    """Return `speed`; raise `ConfigError` if it is outside 0.25 to 8."""
    if speed is not None and not SLOWEST <= speed <= FASTEST:
        raise _no_speed(f"{speed:g}")
    return speed


def _no_speed(text: str) -> ConfigError:
    return ConfigError(
        say("A speed of {speed} is not possible.", speed=text),
        say(
            "Use {slowest:g} to {fastest:g}, or max for as fast as possible.",
            slowest=SLOWEST,
            fastest=FASTEST,
        ),
    )


def _speed_of(spec: DeviceSpec) -> float | None:
    text = spec.options.get("speed", "1")
    if text in AS_FAST:
        return None
    try:
        return check_speed(spec.number("speed", 1.0))
    except ConfigError:
        raise _no_speed(text) from None


def _start_of(spec: DeviceSpec) -> float:
    start_s = spec.number("start", 0.0)
    if start_s < 0:
        raise ConfigError(
            say("A recording cannot begin at {start_s:g} s.", start_s=start_s),
            say("Write seconds from its beginning, for example start=10."),
        )
    return start_s


def _choice_of(spec: DeviceSpec) -> FileChoice:
    rate_hz = spec.number("rate", 0.0) if "rate" in spec.options else None
    return FileChoice(
        rate_hz,
        channels_of(spec.options.get("channels", "")),
        spec.options.get("stream", "").strip(),
        units_of(spec.options.get("unit", "")),
    )


def channels_of(text: str) -> tuple[str, ...]:
    """Read ``1,3`` or ``Frontalis L,Frontalis R``."""
    return tuple(filter(None, (part.strip() for part in text.split(","))))


def units_of(text: str) -> dict[str, str]:
    """Read ``3=mV,Lev Raw=mV``; raise `ConfigError` for a part without a unit."""
    units = {}
    for part in filter(None, text.split(",")):
        channel, equals, unit = part.rpartition("=")
        if not (equals and channel and unit):
            raise ConfigError(say("{part!r} names no unit.", part=part), say("Write --unit 3=mV."))
        units[channel.strip()] = unit.strip()
    return units


def spec_of(path: Path, choice: FileChoice, speed: str = "") -> str:
    """Return the spec that plays `path` as a person chose; at `speed`, as written, if one is."""
    asked = {
        "speed": speed,
        "rate": "" if choice.rate_hz is None else f"{choice.rate_hz:.12g}",
        "channels": ",".join(choice.channels),
        "stream": choice.stream,
        "unit": ",".join(f"{key}={unit}" for key, unit in choice.units.items()),
    }
    options = "&".join(f"{key}={quote(value, safe=',')}" for key, value in asked.items() if value)
    return f"playback:{path}{'?' if options else ''}{options}"
