"""`ColumnRing`: raw lanes and envelopes reduced to pixel columns, read by cursor.

Drawing is nearly the whole cost of a live view, so full-rate data never reach it: the
acquisition thread keeps the least and greatest value of each lane per column of time, and the
window asks for the columns that it has not drawn yet. Columns carry sequence numbers, so a
reader that fell behind knows exactly what it missed.
"""

from __future__ import annotations

import threading
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
    lane_min_uv, lane_max_uv
        ``(n_channels, n_columns)`` float32 µV of the lane (band-passed); NaN where no sample came.
    rms_uv
        ``(n_channels, n_columns)`` float32 µV, the envelope at the end of the column; NaN where it
        is not valid.
    flags
        ``(n_channels, n_columns)`` uint8 of `ColumnFlag`.
    n_open
        1 if the last column is still being filled, else 0.
    """

    first: int
    skipped: int
    lane_min_uv: LaneArray
    lane_max_uv: LaneArray
    rms_uv: LaneArray
    flags: npt.NDArray[np.uint8]
    n_open: int = 0

    @property
    def n_columns(self) -> int:
        """Number of columns."""
        return int(self.rms_uv.shape[1])

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
        self._ratio = Fraction(columns_per_s) / Fraction(fs_hz).limit_denominator(1000)
        self._capacity = int(columns_per_s * capacity_s)
        shape = (n_channels, self._capacity)
        self._min = np.full(shape, np.nan, dtype=np.float32)
        self._max = np.full(shape, np.nan, dtype=np.float32)
        self._rms = np.full(shape, np.nan, dtype=np.float32)
        self._flags = np.full(shape, ColumnFlag.GAP, dtype=np.uint8)
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
        index = np.arange(first_index, first_index + n_samples, dtype=np.int64)
        column = index * self._ratio.numerator // self._ratio.denominator
        starts = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
        low = np.minimum.reduceat(lane_uv, starts, axis=1)
        high = np.maximum.reduceat(lane_uv, starts, axis=1)
        seen = np.bitwise_or.reduceat(flags, starts, axis=1)
        ends = np.append(starts[1:], n_samples) - 1
        with self._lock:
            for j, number in enumerate(column[starts]):
                self._open_up_to(int(number))
                slot = int(number) % self._capacity
                empty = np.isnan(self._min[:, slot])
                earlier = np.where(empty, ColumnFlag.OK, self._flags[:, slot])
                self._flags[:, slot] = earlier | seen[:, j]
                self._min[:, slot] = np.fmin(self._min[:, slot], low[:, j])
                self._max[:, slot] = np.fmax(self._max[:, slot], high[:, j])
                self._rms[:, slot] = rms_uv[:, ends[j]]

    def _open_up_to(self, number: int) -> None:
        """Finish all columns before `number`; the new ones count as gaps until a sample comes."""
        first_new = max(self._open + 1, number - self._capacity + 1)
        for k in range(first_new, number + 1):
            slot = k % self._capacity
            for lane in (self._min, self._max, self._rms):
                lane[:, slot] = np.nan
            self._flags[:, slot] = ColumnFlag.GAP
        self._open = max(self._open, number)

    def read(self, cursor: int, *, open_column: bool = False) -> Columns:
        """Return all finished columns from `cursor` on (a copy), and how many were skipped.

        With `open_column` the one being filled comes last, so that the newest sample is painted
        at once and not when its column is over.
        """
        with self._lock:
            n_open = int(open_column)
            oldest = max(0, self._open - self._capacity + 1)
            first = min(max(cursor, oldest), self._open)
            slots = np.arange(first, self._open + n_open) % self._capacity
            return Columns(
                first=first,
                skipped=max(0, first - cursor),
                lane_min_uv=self._min[:, slots],
                lane_max_uv=self._max[:, slots],
                rms_uv=self._rms[:, slots],
                flags=self._flags[:, slots],
                n_open=n_open,
            )
