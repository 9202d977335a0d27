"""`LaneRaster`: lanes and envelopes as pixels, swept from left to right, drawn with numpy alone.

Painting is nearly the whole cost of a live view (docs/performance.md). So each column of time is
drawn once, as one vertical run per lane, in its place in an image that stands still; a frame
changes the few columns at the head of the sweep and nothing else. No Qt here, so that it is
tested without it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from emg_session.columns import HIGH, LOW, RMS, ColumnFlag, Columns
from emg_signal.chunk import IndexArray
from emg_ui.lanes.lane_colours import LaneColours

PixelArray = npt.NDArray[np.uint32]
ValueArray = npt.NDArray[np.float32]

BAR_PIXELS = 12
"""Width of the bar before the newest samples, which erases the oldest: wide enough to be seen at
a glance (engineering judgement)."""

RAILED = np.uint8(ColumnFlag.RAILED)

DOWN = LOW
"""Where the reach downwards of the signal stands, in the place of its least value."""

SIGNAL = slice(HIGH, None, 2)
"""Both reaches of the signal."""


class LaneRaster:
    """An image of lanes of equal height, through which the newest time sweeps.

    A pixel's place is its time: column ``k`` of pixels is drawn at ``k`` modulo the width.

    Parameters
    ----------
    channels
        Which channels to draw, from top to bottom.
    width, height
        Size in pixels.
    scale_uv
        Value at the upper edge of a lane, µV; the lower edge is its negative. It never changes
        by itself: a lane that rescales itself makes every contraction look the same.
    columns_per_pixel
        Columns of time that share one column of pixels.
    targets_uv
        Level of each lane that its envelope shall reach, µV; NaN for none, empty for none at all.

    Attributes
    ----------
    pixels
        ``(height, width)`` uint32, 0xffRRGGBB.
    position
        Column of pixels after the newest one, where the bar begins.
    targets
        Rows of pixels of the levels to be reached.
    """

    def __init__(
        self,
        channels: Sequence[int],
        width: int,
        height: int,
        *,
        scale_uv: float,
        colours: LaneColours,
        columns_per_pixel: int = 1,
        targets_uv: Sequence[float] = (),
    ) -> None:
        n = len(channels)
        if width < 1 or height < 2 * n or not n:
            raise ValueError(f"{n} lanes in {width} x {height} pixels")
        if scale_uv <= 0 or columns_per_pixel < 1:
            raise ValueError(f"scale_uv={scale_uv}, columns_per_pixel={columns_per_pixel}")
        self.pixels: PixelArray = np.empty((height, width), dtype=np.uint32)
        self.position = 0
        self.columns_per_pixel = columns_per_pixel
        self.lane_height = height // n
        self.bar = min(BAR_PIXELS, width // 8)
        self._channels = np.asarray(channels)
        self._colours = colours
        self._scale_uv = scale_uv
        # One column of pixels from top to bottom: row within its lane, and colours.
        h = self.lane_height
        up = -(h - 2) / 2.0 / scale_uv
        self._rows_per_uv = np.array([up, -up], dtype=np.float32).reshape(2, 1, 1, 1)
        self._rows = np.tile(np.arange(h, dtype=np.float32), n)
        self._traces = _per_row(colours.traces, n, h)
        self._envelopes = _per_row(colours.envelopes, n, h)
        self._empty = np.full(n * h, colours.background, dtype=np.uint32)
        self._empty[h // 2 :: h] = colours.grid
        self._empty[h - 1 :: h] = colours.edge
        self.targets = _target_rows(targets_uv, h, scale_uv)
        self._empty[self.targets] = colours.target
        self._columns: PixelArray = self.pixels[: n * h].T
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.pixels[:] = self._colours.background
        self._columns[:] = self._empty
        n = len(self._channels)
        # Reaches of the newest column of pixels, which is drawn anew until its time is over, and
        # of the one before, to which it is joined.
        self._held = np.full((4, n), np.nan, dtype=np.float32)
        self._before = self._held
        self._seen = np.zeros(n, dtype=np.uint8)
        self._newest = -1

    def push(self, columns: Columns) -> list[tuple[int, int]]:
        """Draw `columns` and return which columns of pixels changed: ``(first, number)``.

        A jump in their numbers moves the sweep on as far and shows as time without samples.
        """
        if columns.n_columns == 0:
            return []
        first, values, seen = self._per_pixel(columns)
        changed, before = first, self._newest
        if first == self._newest:
            np.fmax(values[0], self._held, out=values[0])
            seen[0] |= self._seen
        elif self._newest >= 0:
            changed = self._newest + 1
            self._skip(first - changed)
            self._before = self._held
        self._draw(first, values, seen)
        self._held, self._seen = values[-1], seen[-1]
        if len(values) > 1:
            self._before = values[-2]
        self._newest = first + len(values) - 1
        self.position = (self._newest + 1) % len(self._columns)
        self._draw_bar(before)
        return self._places(changed, self._newest + self.bar + 1 - changed)

    def _places(self, first: int, n: int) -> list[tuple[int, int]]:
        """Return where in the image `n` columns of pixels from number `first` on stand."""
        width = len(self._columns)
        if n >= width:
            return [(0, width)]
        start = first % width
        if start + n <= width:
            return [(start, n)]
        return [(start, width - start), (0, start + n - width)]

    def _per_pixel(self, columns: Columns) -> tuple[int, ValueArray, npt.NDArray[np.uint8]]:
        """Return number of the first pixel, and reaches and flags per column of pixels.

        The reaches, ``(n_columns, 4, lanes)``, say how far up and then how far down signal and
        envelope go, down as negative values: so one call merges all four.
        """
        k, n = self.columns_per_pixel, columns.n_columns
        reaches = np.empty((n, 4, len(self._channels)), dtype=np.float32)
        # "clip" for speed alone: with "raise", numpy fills a copy of `out` first.
        columns.values_uv.take(self._channels, axis=2, out=reaches[:, :3], mode="clip")
        reaches[:, DOWN] *= -1.0  # numpy 2.4.6's `negative` in place errs on spread-out memory
        np.negative(reaches[:, RMS], out=reaches[:, 3])
        seen = columns.flags.take(self._channels, axis=1)
        if k == 1:
            return columns.first, reaches, seen
        first = columns.first // k
        starts = np.arange(first * k, columns.first + n, k) - columns.first
        starts[0] = 0
        merged = np.fmax.reduceat(reaches, starts, axis=0)
        return first, merged, np.bitwise_or.reduceat(seen, starts, axis=0)

    def _skip(self, n: int) -> None:
        """Show `n` columns of pixels that were never read as time without samples."""
        if n <= 0:
            return
        for start, count in self._places(self._newest + 1, n):
            self._columns[start : start + count] = self._colours.gap
        self._held = np.full_like(self._held, np.nan)

    def _draw(self, first: int, values: ValueArray, seen: npt.NDArray[np.uint8]) -> None:
        # Of more than one sweep only the last shows; its first column still joins the one before.
        old = len(values) - len(self._columns)
        if old > 0:
            self._before = values[old - 1]
            first, values, seen = first + old, values[old:], seen[old:]
        block, done = self._block(values, seen), 0
        for start, count in self._in_order(first, len(values)):
            self._columns[start : start + count] = block[done : done + count]
            done += count

    def _in_order(self, first: int, n: int) -> list[tuple[int, int]]:
        width = len(self._columns)
        start = first % width
        return [(start, min(n, width - start)), (0, max(0, start + n - width))]

    def _draw_bar(self, before: int) -> None:
        """Move the bar on, whose end was that of `before`, the newest column until then."""
        end = self._newest + self.bar + 1
        begin = max(before + self.bar, self._newest) + 1
        for start, count in self._places(begin, end - begin):
            self._columns[start : start + count] = self._empty
        if self.bar:
            self._columns[self.position] = self._colours.head

    def _block(self, values: ValueArray, seen: npt.NDArray[np.uint8]) -> PixelArray:
        """Return the pixels of columns, each from top to bottom."""
        first, last = np.repeat(self._runs(values), self.lane_height, axis=-1)
        inside = self._rows >= first
        inside &= self._rows <= last
        block = np.empty((len(values), len(self._empty)), dtype=np.uint32)
        block[:] = self._empty
        gap = np.isnan(values[:, HIGH])
        if gap.any():
            block[np.repeat(gap, self.lane_height, axis=1)] = self._colours.gap
            block[:, self.lane_height - 1 :: self.lane_height] = self._colours.edge
        np.copyto(block, self._traces, where=inside[:, 0])
        if self.targets.size:  # over the signal, whose peaks pass its RMS by far
            block[:, self.targets] = self._colours.target
        np.copyto(block, self._envelopes, where=inside[:, 1])
        if self._is_alarming(values, seen):
            self._mark_alarms(block.reshape(*gap.shape, self.lane_height), values, seen)
        return block

    def _is_alarming(self, values: ValueArray, seen: npt.NDArray[np.uint8]) -> bool:
        """Return whether anything is to be marked, which is seldom so."""
        farthest = np.fmax.reduce(values[:, SIGNAL], axis=None)
        return bool(farthest > self._scale_uv or np.bitwise_or.reduce(seen, axis=None) & RAILED)

    def _runs(self, values: ValueArray) -> ValueArray:
        """Return first and last row of the runs, ``(2, n_columns, signal and envelope, lanes)``.

        Each run reaches the column before, so that no step has a hole; a column without samples
        is NaN, which compares false with every row, and nothing is joined across it.
        """
        n_columns, _, n = values.shape
        runs = np.empty((2, n_columns, 2, n), dtype=np.float32)
        # What goes up here must come down from there: the other's reach, with its sign turned.
        np.negative(self._before[2:], out=runs[0, 0])
        np.negative(self._before[:2], out=runs[1, 0])
        np.negative(values[:-1, 2:], out=runs[0, 1:])
        np.negative(values[:-1, :2], out=runs[1, 1:])
        np.fmax(runs[0], values[:, :2], out=runs[0])
        np.fmax(runs[1], values[:, 2:], out=runs[1])
        # A sum with 0 x NaN is NaN: fmax alone would join into a gap.
        runs += 0.0 * values[:, :2]
        np.minimum(runs, self._scale_uv, out=runs)
        np.maximum(runs, -self._scale_uv, out=runs)
        runs *= self._rows_per_uv
        runs += (self.lane_height - 2) / 2.0
        np.rint(runs, out=runs)
        runs[0, :, 1] -= 1.0  # the envelope is two pixels thick
        return runs

    def _mark_alarms(
        self, block: PixelArray, values: ValueArray, seen: npt.NDArray[np.uint8]
    ) -> None:
        """Mark the edge of a lane where its value lies beyond the axis or at the rail."""
        railed = (seen & RAILED) != 0
        for edge, beyond in (
            (slice(0, 3), values[:, HIGH] > self._scale_uv),
            (slice(-4, -1), values[:, DOWN] > self._scale_uv),
        ):
            mark = beyond | railed
            if mark.any():
                column, lane = np.nonzero(mark)
                block[column, lane, edge] = self._colours.alarm


def _per_row(colours: Sequence[int], n: int, lane_height: int) -> PixelArray:
    """Return the colour of every row of a column of pixels, of one colour per lane or of one."""
    chosen = list(colours) if len(colours) == n else [colours[0]] * n
    return np.repeat(np.array(chosen, dtype=np.uint32), lane_height)


def _target_rows(targets_uv: Sequence[float], lane_height: int, scale_uv: float) -> IndexArray:
    """Return the rows of a column of pixels at which levels stand that lie within their lane."""
    levels = np.asarray(targets_uv, dtype=np.float64)
    lanes = np.flatnonzero((levels > 0) & (levels < scale_uv))
    rows = np.rint((lane_height - 2) / 2.0 * (1.0 - levels[lanes] / scale_uv))
    return lanes * lane_height + rows.astype(np.intp)
