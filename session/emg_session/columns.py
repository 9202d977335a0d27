"""`ColumnRing`: raw lanes and envelopes reduced to pixel columns, read by cursor.

Drawing is nearly the whole cost of a live view, so full-rate data never reach it: the
acquisition thread keeps the least and greatest value of each lane per column of time, and the
window asks for the columns that it has not drawn yet. Columns carry sequence numbers, so a
reader that fell behind knows exactly what it missed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntFlag
from fractions import Fraction

import numpy as np
import numpy.typing as npt

LaneArray = npt.NDArray[np.float32]


class ColumnFlag(IntFlag):
    """What one column of one lane must say besides its values."""

    OK = 0
    GAP = 1
    """Samples were lost in it; there may be none at all (values are NaN)."""
    RAILED = 2
    """At least one sample stood at the end of the converter's range."""
    BLANKED = 4
    """The envelope is not valid in it (filters settling)."""


HIGH, RMS, LOW = 0, 1, 2
"""Where the greatest value, the envelope and the least value stand in a column."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Columns ``first .. first + n_columns - 1``; all finished but perhaps the last.

    Parameters
    ----------
    first
        Sequence number of the first column; column ``k`` covers the stream time
        ``[k, k + 1) / columns_per_s``.
    skipped
        Columns that the reader will never get since the ring overwrote them.
    values_uv
        ``(n_columns, 3, n_channels)`` float32 µV: the greatest value of the lane (`HIGH`), the
        envelope at the end of the column (`RMS`), NaN where it is not valid, and the least value
        (`LOW`); greatest and least are NaN where no sample came.
    flags
        ``(n_columns, n_channels)`` uint8 of `ColumnFlag`.
    n_open
        1 if the last column is still being filled, else 0.
    """

    first: int
    skipped: int
    values_uv: LaneArray
    flags: npt.NDArray[np.uint8]
    n_open: int = 0

    @property
    def n_columns(self) -> int:
        """Number of columns."""
        return len(self.flags)

    @property
    def next(self) -> int:
        """Cursor to read with next time: an open column is read again."""
        return self.first + self.n_columns - self.n_open


class ColumnRing:
    """A ring of pixel columns; one thread writes, any number read by their own cursor.

    Parameters
    ----------
    n_channels
        Lanes.
    fs_hz
        Sampling rate, Hz.
    columns_per_s
        Columns in one second of stream time; at most the sampling rate.
    capacity_s
        Time that the ring holds, seconds.

    Attributes
    ----------
    pushes
        Counts up with every push, so that a reader sees cheaply whether anything came.
    listener
        Called by `announce` in the writing thread; it must only post a message, since acquisition
        waits for it. None while nobody looks.

    Raises
    ------
    ValueError
        More columns than samples in a second.
    """

    def __init__(
        self, n_channels: int, fs_hz: float, *, columns_per_s: int = 125, capacity_s: float = 60.0
    ) -> None:
        if columns_per_s > fs_hz:
            raise ValueError(f"{columns_per_s} columns/s of {fs_hz} samples/s")
        self.columns_per_s = columns_per_s
        self.pushes = 0
        self.listener: Callable[[], None] | None = None
        # A fraction, not a float: after an hour the column of a sample must still be the same one.
        self._ratio = Fraction(columns_per_s) / Fraction(fs_hz).limit_denominator(1000)
        self._capacity = int(columns_per_s * capacity_s)
        # Time first: a column is one piece of memory, and so are the few that a frame reads.
        self._values = np.full((self._capacity, 3, n_channels), np.nan, dtype=np.float32)
        self._flags = np.full((self._capacity, n_channels), ColumnFlag.GAP, dtype=np.uint8)
        self._open = 0  # the column being filled; all before it are finished
        self._lock = threading.Lock()

    @property
    def head(self) -> int:
        """Sequence number of the column being filled; everything before it is finished."""
        return self._open

    def column_of(self, index: int) -> int:
        """Return the column that holds the sample `index`."""
        return index * self._ratio.numerator // self._ratio.denominator

    def push(
        self,
        first_index: int,
        lane_uv: npt.NDArray[np.float64],
        rms_uv: npt.NDArray[np.float64],
        flags: npt.NDArray[np.uint8],
    ) -> None:
        """Add consecutive samples; a jump in `first_index` becomes columns flagged GAP.

        Parameters
        ----------
        first_index
            Index of the first sample, not before what was pushed already.
        lane_uv, rms_uv
            ``(n_channels, n_samples)`` µV; `rms_uv` is NaN where the envelope is not valid.
        flags
            ``(n_channels, n_samples)`` uint8 of `ColumnFlag`.
        """
        n_samples = lane_uv.shape[1]
        if n_samples == 0:
            return
        first, starts = self._starts(first_index, n_samples)
        values = np.empty((len(starts), 3, len(lane_uv)), dtype=np.float32)
        values[:, HIGH] = np.maximum.reduceat(lane_uv, starts, axis=1).T
        values[:, LOW] = np.minimum.reduceat(lane_uv, starts, axis=1).T
        values[:-1, RMS] = rms_uv[:, starts[1:] - 1].T
        values[-1, RMS] = rms_uv[:, -1]
        seen = np.bitwise_or.reduceat(flags, starts, axis=1).T
        with self._lock:
            self._keep(first, values, seen)
            self.pushes += 1

    def announce(self) -> None:
        """Tell the listener that a chunk's samples are in the ring."""
        listener = self.listener  # it may go meanwhile
        if listener is not None:
            listener()

    def _starts(self, first_index: int, n_samples: int) -> tuple[int, npt.NDArray[np.int64]]:
        """Return the first sample's column, and where in the samples each column begins."""
        columns, samples = self._ratio.numerator, self._ratio.denominator
        first = self.column_of(first_index)
        numbers = np.arange(first, self.column_of(first_index + n_samples - 1) + 1)
        starts = -(-numbers * samples // columns) - first_index  # rounded up, in whole numbers
        starts[0] = 0  # its column may have begun in an earlier push
        return first, starts

    def _keep(self, first: int, values: LaneArray, seen: npt.NDArray[np.uint8]) -> None:
        """Put columns from number `first` on into the ring; the first one may be open already."""
        last = first + len(values) - 1
        if first == self._open and self.pushes:
            held = self._values[first % self._capacity]
            # fmax and fmin: a NaN that stands for a gap must not swallow the samples after it.
            np.fmax(values[0, HIGH], held[HIGH], out=values[0, HIGH])
            np.fmin(values[0, LOW], held[LOW], out=values[0, LOW])
            seen[0] |= self._flags[first % self._capacity]
        elif first > self._open + 1:
            # At most one round of the ring: a gap of an hour costs no more than one of a minute.
            missed = np.arange(max(self._open + 1, first - self._capacity), first)
            self._values[missed % self._capacity] = np.nan
            self._flags[missed % self._capacity] = ColumnFlag.GAP
        slots = np.arange(max(first, last - self._capacity + 1), last + 1) % self._capacity
        self._values[slots] = values[-len(slots) :]
        self._flags[slots] = seen[-len(slots) :]
        self._open = last

    def read(self, cursor: int, *, open_column: bool = False) -> Columns:
        """Return all finished columns from `cursor` on (a copy), and how many were skipped.

        With `open_column` the one being filled comes last, so that the newest sample is painted
        at once and not when its column is over.
        """
        with self._lock:
            n_open = int(open_column)
            oldest = max(0, self._open - self._capacity + 1)
            first = min(max(cursor, oldest), self._open)
            begin, n = first % self._capacity, self._open + n_open - first
            if begin + n <= self._capacity:
                values = self._values[begin : begin + n].copy()
                flags = self._flags[begin : begin + n].copy()
            else:
                slots = np.arange(begin, begin + n) % self._capacity
                values, flags = self._values[slots], self._flags[slots]
            return Columns(first, max(0, first - cursor), values, flags, n_open)
