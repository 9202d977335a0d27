"""`Chunk`: consecutive raw samples of all channels, as every driver delivers them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
ComplexArray = npt.NDArray[np.complex128]
BoolArray = npt.NDArray[np.bool_]
FlagArray = npt.NDArray[np.uint8]
IndexArray = npt.NDArray[np.intp]


class Origin(StrEnum):
    """Where the samples come from; travels with every value made of them."""

    LIVE = "live"
    PLAYBACK = "playback"
    SIMULATED = "simulated"


class SampleFlag(IntFlag):
    """What is known to be wrong with one sample of one channel."""

    OK = 0
    RAILED = 1
    """At the end of the converter's range; the true voltage is unknown."""
    NOT_FINITE = 2
    """The driver gave NaN or infinity; the last good value stands in its place."""


def read_only(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return `array` as a view that refuses writing.

    Parameters
    ----------
    array
        Any shape and type; it is left as it is.
    """
    view = array.view()
    view.flags.writeable = False
    return view


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a sample: a key, a pedal, a board's or a file's marker.

    Parameters
    ----------
    index
        Sample that it belongs to, counted as `Chunk.first_index`.
    name
        What it was called.
    """

    index: int
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """Consecutive raw samples of all channels.

    Parameters
    ----------
    samples_uv
        ``(n_channels, n_samples)`` float64, µV referred to the electrode; all finite. A
        time-last view of sample-major memory, as samples come off the wire.
    fs_hz
        Declared sampling rate, Hz.
    first_index
        Index of the first sample since the stream began, unwrapped, lost samples counted:
        the time of a sample is its index over `fs_hz`.
    t0_s
        Host's monotonic clock when the chunk was read, seconds (arrival, so not the time of
        the samples; it serves for liveness and the measured rate).
    origin
        `Origin` of the samples.
    flags
        ``(n_channels, n_samples)`` uint8 of `SampleFlag`; zeros find nothing wrong.
    lost
        Samples missing directly before `first_index` (already counted in it).
    segment
        Number of the unbroken connection that they belong to, from 0; filters start anew with
        each.
    events
        What the board or the file marked within it.
    """

    samples_uv: FloatArray
    fs_hz: float
    first_index: int
    t0_s: float
    origin: Origin
    flags: FlagArray
    lost: int = 0
    segment: int = 0
    events: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        """Check shapes and make both arrays read-only."""
        if self.samples_uv.ndim != 2:
            raise ValueError(f"samples_uv has {self.samples_uv.ndim} dimensions, not 2")
        if self.flags.shape != self.samples_uv.shape:
            raise ValueError(f"flags are {self.flags.shape}, samples {self.samples_uv.shape}")
        if self.fs_hz <= 0 or self.lost < 0:
            raise ValueError(f"fs_hz={self.fs_hz}, lost={self.lost}")
        object.__setattr__(self, "samples_uv", read_only(self.samples_uv))
        object.__setattr__(self, "flags", read_only(self.flags))

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return int(self.samples_uv.shape[0])

    @property
    def n_samples(self) -> int:
        """Number of samples per channel."""
        return int(self.samples_uv.shape[1])

    @property
    def next_index(self) -> int:
        """Index of the sample that follows if none is lost."""
        return self.first_index + self.n_samples
