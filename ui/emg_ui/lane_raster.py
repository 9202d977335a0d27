"""`LaneRaster`: lanes and envelopes as pixels in a ring of columns, drawn with numpy alone.

Painting is nearly the whole cost of a live view (docs/user-guide.md, "What it costs"). So each
column of time is drawn once, as one vertical run per lane, into an image whose columns form a
ring; showing it is two copies of pixels. No Qt here, so that it is tested without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from emg_session.columns import ColumnFlag, Columns

PixelArray = npt.NDArray[np.uint32]
ValueArray = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LaneColours:
    """Colours of a raster, each 0xffRRGGBB.

    Parameters
    ----------
    background, grid, edge
        Surface, the zero line of each lane, the line between lanes.
    traces, envelopes
        The signal, and the moving RMS over it; one per lane, or one for all.
    gap, alarm
        Time without samples; the converter's rail or a value beyond the axis.
    """

    background: int
    grid: int
    edge: int
    traces: Sequence[int]
    envelopes: Sequence[int]
    gap: int
    alarm: int


class LaneRaster:
    """A ring image of lanes of equal height.

    Parameters
    ----------
    channels
        Which rows of the columns to draw, from top to bottom.
    width, height
        Size in pixels.
    scale_uv
        Value at the upper edge of a lane, µV; the lower edge is its negative. It never changes
        by itself: a lane that rescales itself makes every contraction look the same.
    columns_per_pixel
        Columns of time that share one column of pixels.

    Attributes
    ----------
    pixels
        ``(height, width)`` uint32, 0xffRRGGBB.
    position
        Column of pixels after the newest one: the oldest one shown.
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
        self._channels = np.asarray(channels)
        self._colours = colours
        self._traces = _per_lane(colours.traces, n)
        self._envelopes = _per_lane(colours.envelopes, n)
        self._scale_uv = scale_uv
        self._rows = np.arange(self.lane_height, dtype=np.float32)[None, :, None]
        self._lanes = self.pixels[: self.lane_height * n].reshape(n, self.lane_height, width)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.pixels[:] = self._colours.background
        self._lanes[:, self.lane_height // 2, :] = self._colours.grid
        self._lanes[:, -1, :] = self._colours.edge
        n = len(self._channels)
        # High, low and RMS of the newest column of pixels, which is drawn anew until its time is
        # over, and of the one before, to which it is joined.
        self._held = np.full((3, n), np.nan, dtype=np.float32)
        self._before = self._held
        self._seen = np.zeros(n, dtype=np.uint8)
        self._newest = -1

    def push(self, columns: Columns) -> int:
        """Draw `columns` and return how many columns of pixels changed.

        A jump in their numbers moves the ring on as far and shows as time without samples.
        """
        if columns.n_columns == 0:
            return 0
        first, values, seen = self._per_pixel(columns)
        if first == self._newest:
            values[0, :, 0] = np.fmax(values[0, :, 0], self._held[0])
            values[1, :, 0] = np.fmin(values[1, :, 0], self._held[1])
            seen[:, 0] |= self._seen
        elif self._newest >= 0:
            self._skip(first - self._newest - 1)
            self._before = self._held
        n = int(values.shape[2])
        self._draw(first, values, seen)
        self._held, self._seen = values[:, :, -1], seen[:, -1]
        if n > 1:
            self._before = values[:, :, -2]
        self._newest = first + n - 1
        self.position = (self._newest + 1) % self.pixels.shape[1]
        return n

    def _per_pixel(self, columns: Columns) -> tuple[int, ValueArray, npt.NDArray[np.uint8]]:
        """Return number of the first pixel, (high, low, RMS) and flags per column of pixels."""
        k, n, lanes = self.columns_per_pixel, columns.n_columns, self._channels
        first, last = columns.first // k, (columns.first + n - 1) // k
        edges = np.arange(first, last + 1) * k - columns.first
        edges[0] = 0
        values = np.empty((3, len(lanes), len(edges)), dtype=np.float32)
        np.fmax.reduceat(columns.lane_max_uv[lanes], edges, axis=1, out=values[0])
        np.fmin.reduceat(columns.lane_min_uv[lanes], edges, axis=1, out=values[1])
        ends = np.append(edges[1:], n) - 1
        values[2] = columns.rms_uv[lanes][:, ends]
        return first, values, np.bitwise_or.reduceat(columns.flags[lanes], edges, axis=1)

    def _skip(self, n: int) -> None:
        """Show `n` columns of pixels that were never read as time without samples."""
        if n <= 0:
            return
        width = self.pixels.shape[1]
        slots = (self._newest + 1 + np.arange(min(n, width))) % width
        self._lanes[:, :, slots] = self._colours.gap
        self._held = np.full_like(self._held, np.nan)

    def _draw(self, first: int, values: ValueArray, seen: npt.NDArray[np.uint8]) -> None:
        width = self.pixels.shape[1]
        old = values.shape[2] - width
        if old > 0:
            self._before = values[:, :, old - 1]
            first, values, seen = first + old, values[:, :, old:], seen[:, old:]
        n = values.shape[2]
        block = self._block(values, seen)
        start = first % width
        until_end = min(n, width - start)
        self._lanes[:, :, start : start + until_end] = block[:, :, :until_end]
        self._lanes[:, :, : n - until_end] = block[:, :, until_end:]

    def _block(self, values: ValueArray, seen: npt.NDArray[np.uint8]) -> PixelArray:
        """Return the pixels of columns whose (high, low, RMS) are `values`."""
        colours, rows = self._colours, self._rows
        top, bottom, line_top, line_bottom = self._runs(values)[:, :, None, :]
        shape = (values.shape[1], self.lane_height, values.shape[2])
        block = np.full(shape, colours.background, np.uint32)
        block[:, self.lane_height // 2, :] = colours.grid
        gap = np.isnan(values[0])
        if gap.any():
            np.copyto(block, np.uint32(colours.gap), where=gap[:, None, :])
        np.copyto(block, self._traces, where=(rows >= top) & (rows <= bottom))
        np.copyto(block, self._envelopes, where=(rows >= line_top) & (rows <= line_bottom))
        self._mark_alarms(block, values, seen)
        block[:, -1, :] = colours.edge
        return block

    def _runs(self, values: ValueArray) -> ValueArray:
        """Return first and last row of each run of the lane and of its envelope.

        Each run reaches the column before, so that no step has a hole; a column without samples
        is NaN, which compares false with every row, and nothing is joined across it.
        """
        previous = np.concatenate((self._before[:, :, None], values[:, :, :-1]), axis=2)
        high, low, rms = values
        runs = np.empty((4, *high.shape), dtype=np.float32)
        np.fmax(high, previous[1], out=runs[0])
        np.fmin(low, previous[0], out=runs[1])
        np.fmax(rms, previous[2], out=runs[2])
        np.fmin(rms, previous[2], out=runs[3])
        # A sum with 0 x NaN is NaN: fmax and fmin alone would join into a gap.
        runs[:2] += 0.0 * high
        runs[2:] += 0.0 * rms
        half = (self.lane_height - 2) / 2.0
        np.clip(runs, -self._scale_uv, self._scale_uv, out=runs)
        runs *= -half / self._scale_uv
        runs += half
        np.rint(runs, out=runs)
        runs[2] -= 1.0  # the envelope is two pixels thick
        return runs

    def _mark_alarms(
        self, block: PixelArray, values: ValueArray, seen: npt.NDArray[np.uint8]
    ) -> None:
        """Mark the edge of a lane where its value lies beyond the axis or at the rail."""
        railed = (seen & RAILED) != 0
        for edge, beyond in (
            (slice(0, 3), values[0] > self._scale_uv),
            (slice(-4, -1), values[1] < -self._scale_uv),
        ):
            mark = beyond | railed
            if mark.any():
                lane, column = np.nonzero(mark)
                block[lane, edge, column] = self._colours.alarm


RAILED = np.uint8(ColumnFlag.RAILED)


def _per_lane(colours: Sequence[int], n: int) -> PixelArray:
    """Return one colour per lane, shaped to be spread over rows and columns."""
    chosen = list(colours) if len(colours) == n else [colours[0]] * n
    return np.array(chosen, dtype=np.uint32)[:, None, None]
