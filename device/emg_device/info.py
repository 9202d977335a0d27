"""The values that a driver hands to the base class, and that the base class hands on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from emg_signal.chunk import FloatArray, Origin

IntArray = npt.NDArray[np.int64]


class DeviceState(StrEnum):
    """Where a device is in its life."""

    CLOSED = "closed"
    OPEN = "open"
    STREAMING = "streaming"
    STALE = "stale"
    """Streaming, but nothing came for 400 ms: what is shown is old."""
    LOST = "lost"
    """Hung up, or silent for 0.9 s: what was shown is no longer true."""
    ENDED = "ended"
    """A recording was played to its end; nothing is wrong."""


@dataclass(frozen=True, slots=True)
class CounterRule:
    """How a board numbers its samples on the wire.

    Parameters
    ----------
    modulus
        The counter runs from 0 to ``modulus - 1`` and wraps (256 for the Cyton).
    step
        What it advances by from one sample to the next (2 for a Cyton with Daisy, which makes
        one sample of two packets). Must divide `modulus`.
    is_exact
        True for the index of a file, which was settled before: no bit of it can be flipped.
    """

    modulus: int
    step: int = 1
    is_exact: bool = False

    def __post_init__(self) -> None:
        """Refuse a rule by which no loss could be counted."""
        if self.step < 1 or self.modulus <= self.step or self.modulus % self.step:
            raise ValueError(f"counter modulus {self.modulus} with step {self.step}")

    @property
    def period(self) -> int:
        """Samples until the counter repeats itself."""
        return self.modulus // self.step

    def after(self, value: int) -> int:
        """Return the counter of the sample after the one that shows `value`."""
        return (value + self.step) % self.modulus


FILE_INDEX = CounterRule(2**48, is_exact=True)
"""The index of a sample in its file is the counter, and never wraps within one."""


def marker_events(marks: FloatArray) -> tuple[tuple[int, str], ...]:
    """Return row and name of each marker; one that lasts several rows is one.

    Parameters
    ----------
    marks
        ``(n,)`` numbers of a marker channel: 0, or NaN, where nothing is marked.
    """
    marks = np.nan_to_num(np.asarray(marks, dtype=np.float64))
    rows = np.flatnonzero((np.diff(marks, prepend=0.0) != 0) & (marks != 0))
    return tuple((int(row), f"marker {marks[row]:g}") for row in rows)


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """What a board says of itself once it is open.

    Parameters
    ----------
    board
        Name for people (``OpenBCI Cyton``).
    n_channels
        EMG channels per sample.
    fs_hz
        Declared sampling rate, Hz.
    origin
        LIVE, PLAYBACK or SIMULATED; a pseudo-terminal is SIMULATED whatever it says.
    serial
        Serial number or greeting: what tells this board from another of its kind.
    firmware
        Version as the board gives it.
    gain
        Amplifier gain read back from the board; None if it has none or does not tell.
    uv_per_count
        µV per converter count; None where samples are not counts (float recordings).
    rails_uv
        Lowest and highest value that the converter can give, µV; None if unknown.
    channel_names
        One name per channel.
    board_high_hz
        −3 dB point of the board's own low-pass, Hz; None if it has none worth stating.
    counter
        How it numbers samples; None for links without a counter.
    clocked
        True if samples arrive at the board's own pace, so that the host's clock bears witness
        of loss and rate; False for recordings played at any speed.
    notes
        What a person should know before trusting it, one line each.
    stamped
        True if the blocks' stamps are the sender's own clock: they are then what loss is counted
        by, and a late network is no loss.
    """

    board: str
    n_channels: int
    fs_hz: float
    origin: Origin
    serial: str = ""
    firmware: str = ""
    gain: float | None = None
    uv_per_count: float | None = None
    rails_uv: tuple[float, float] | None = None
    channel_names: tuple[str, ...] = ()
    board_high_hz: float | None = None
    counter: CounterRule | None = None
    clocked: bool = True
    notes: tuple[str, ...] = ()
    stamped: bool = False

    def __post_init__(self) -> None:
        """Name the channels that have no name; refuse what cannot be streamed."""
        if self.n_channels < 1 or not self.fs_hz > 0:
            raise ValueError(f"n_channels={self.n_channels}, fs_hz={self.fs_hz}")
        if not self.channel_names:
            names = tuple(f"channel {number + 1}" for number in range(self.n_channels))
            object.__setattr__(self, "channel_names", names)
        if len(self.channel_names) != self.n_channels:
            raise ValueError(f"{len(self.channel_names)} names for {self.n_channels} channels")

    @property
    def identity(self) -> tuple[str, str]:
        """What must be equal for a board to count as the same one."""
        return (self.board, self.serial)


@dataclass(frozen=True, slots=True, eq=False)
class RawBlock:
    """What one call of a driver's ``_fetch`` brings, before any accounting.

    Parameters
    ----------
    samples_uv
        ``(n_samples, n_channels)`` float64, µV, in order of arrival; may hold NaN.
    counter
        ``(n_samples,)`` int64 as on the wire (wrapped); None if the link has no counter.
    stamps_s
        ``(n_samples,)`` float64, when each sample reached the host, seconds, any epoch; only
        differences within the block are used, to find the place of a silence. None: unknown.
    bad_frames
        Frames or lines thrown away since the last block (checksum, framing, text).
    events
        What happened: the row that it belongs to, and its name.
    """

    samples_uv: FloatArray
    counter: IntArray | None = None
    stamps_s: FloatArray | None = None
    bad_frames: int = 0
    events: tuple[tuple[int, str], ...] = ()

    @property
    def n_samples(self) -> int:
        """Number of samples."""
        return int(self.samples_uv.shape[0])


@dataclass(frozen=True, slots=True)
class LinkHealth:
    """How the link has done since ``start``; counts over all segments.

    Parameters
    ----------
    received
        Samples delivered.
    lost_total
        Samples known to be missing; never below the truth by more than `lost_uncertainty`.
    lost_uncertainty
        By how many samples `lost_total` may be wrong (0 while counter and clock agree).
    gaps
        Number of separate losses.
    duplicates, late
        Samples dropped because they came twice, or after a later one.
    bad_frames
        Frames thrown away by the driver (checksum, framing).
    bad_counters
        Samples whose counter cannot be true by the clock (a flipped bit); kept as the next one.
    measured_fs_hz
        Rate by the host's clock; None until 5 s were seen.
    stamped_fs_hz
        Rate by the sender's own stamps; None until 5 s were seen, and where there are none.
    off_fs_hz, off_stamped_fs_hz
        The same where they are off by more than late samples explain, after 1.5 s at the
        earliest; None while they may be right.
    is_rate_told
        False until a board's rate was looked at for 1.5 s: a number rests on it.
    age_s
        Seconds since the last sample arrived; None before the first.
    burst_ms
        Time between arrivals, ms, that nine in ten keep below; None until known.
    segment
        Number of the current connection, from 0.
    warnings
        What a person should be told now, one line each.
    """

    received: int = 0
    lost_total: int = 0
    lost_uncertainty: int = 0
    gaps: int = 0
    duplicates: int = 0
    late: int = 0
    bad_frames: int = 0
    bad_counters: int = 0
    measured_fs_hz: float | None = None
    stamped_fs_hz: float | None = None
    off_fs_hz: float | None = None
    off_stamped_fs_hz: float | None = None
    is_rate_told: bool = True
    age_s: float | None = None
    burst_ms: float | None = None
    segment: int = 0
    warnings: tuple[str, ...] = ()
