"""`LaneRaster`: lanes and envelopes as pixels in a ring of columns, drawn with numpy alone.

Painting is nearly the whole cost of a live view (docs/user-guide.md, "What it costs"). So each
finished column of time is drawn once, as one vertical run per lane, into an image whose columns
form a ring; showing it is two copies of pixels. No Qt here, so that it is tested without it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from emg_session.columns import ColumnFlag, Columns

PixelArray = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class LaneColours:
    """Colours of a raster, each 0xffRRGGBB.

    Parameters
    ----------
    background, grid, edge
        Surface, the zero line of each lane, the line between lanes.
    trace, envelope
        The signal, and the moving RMS over it.
    gap, alarm
        Time without samples; the converter's rail or a value beyond the axis.
    """

    background: int
    grid: int
    edge: int
    trace: int
    envelope: int
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
        channels: tuple[int, ...],
        width: int,
        height: int,
        *,
        scale_uv: float,
        colours: LaneColours,
        columns_per_pixel: int = 1,
    ) -> None:
        if width < 1 or height < len(channels) or not channels:
            raise ValueError(f"{len(channels)} lanes in {width} x {height} pixels")
        if scale_uv <= 0 or columns_per_pixel < 1:
            raise ValueError(f"scale_uv={scale_uv}, columns_per_pixel={columns_per_pixel}")
        self.pixels: PixelArray = np.empty((height, width), dtype=np.uint32)
        self.position = 0
        self.columns_per_pixel = columns_per_pixel
        self.lane_height = height // len(channels)
        self._channels = np.asarray(channels)
        self._scale_uv = scale_uv
        self._colours = colours
        self._rows = np.arange(self.lane_height, dtype=np.float32)[None, :, None]
        self._lanes = self.pixels[: self.lane_height * len(channels)].reshape(
            len(channels), self.lane_height, width
        )
        self._next = 0
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.pixels[:] = self._colours.background
        self._lanes[:, self.lane_height // 2, :] = self._colours.grid
        self._lanes[:, -1, :] = self._colours.edge
        # What the newest column of pixels holds: it is drawn anew until its time is over.
        n = len(self._channels)
        self._low = np.full(n, np.nan, dtype=np.float32)
        self._high = np.full(n, np.nan, dtype=np.float32)
        self._rms = np.full(n, np.nan, dtype=np.float32)
        self._seen = np.zeros(n, dtype=np.uint8)
        self._before: tuple[npt.NDArray[np.float32], ...] = (self._low, self._high, self._rms)
        self._newest = -1

    def push(self, columns: Columns) -> int:
        """Draw `columns` and return how many columns of pixels changed.

        A jump in their numbers moves the ring on as far and shows as time without samples.
        """
        n = columns.n_columns
        if n == 0:
            return 0
        pixel = (columns.first + np.arange(n)) // self.columns_per_pixel
        starts = np.flatnonzero(np.diff(pixel, prepend=pixel[0] - 1))
        lanes = self._channels
        low = np.fmin.reduceat(columns.lane_min_uv[lanes], starts, axis=1)
        high = np.fmax.reduceat(columns.lane_max_uv[lanes], starts, axis=1)
        seen = np.bitwise_or.reduceat(columns.flags[lanes], starts, axis=1)
        rms = columns.rms_uv[lanes][:, np.append(starts[1:], n) - 1]
        numbers = pixel[starts]
        if numbers[0] == self._newest:
            low[:, 0] = np.fmin(low[:, 0], self._low)
            high[:, 0] = np.fmax(high[:, 0], self._high)
            seen[:, 0] |= self._seen
        elif self._newest >= 0:
            self._skip(int(numbers[0]) - self._newest - 1)
            self._before = (self._low, self._high, self._rms)
        self._draw(numbers, low, high, rms, seen)
        self._low, self._high, self._rms, self._seen = (
            low[:, -1],
            high[:, -1],
            rms[:, -1],
            seen[:, -1],
        )
        if len(numbers) > 1:
            self._before = (low[:, -2], high[:, -2], rms[:, -2])
        self._newest = int(numbers[-1])
        self.position = (self._newest + 1) % self.pixels.shape[1]
        return len(numbers)

    def _skip(self, n: int) -> None:
        """Show `n` columns of pixels that were never read as time without samples."""
        if n <= 0:
            return
        width = self.pixels.shape[1]
        slots = (self._newest + 1 + np.arange(min(n, width))) % width
        self._lanes[:, :, slots] = self._colours.gap
        self._low = self._high = self._rms = np.full_like(self._low, np.nan)

    def _draw(
        self,
        numbers: npt.NDArray[np.int64],
        low: npt.NDArray[np.float32],
        high: npt.NDArray[np.float32],
        rms: npt.NDArray[np.float32],
        seen: npt.NDArray[np.uint8],
    ) -> None:
        width = self.pixels.shape[1]
        old = len(numbers) - width
        if old > 0:
            self._before = (low[:, old - 1], high[:, old - 1], rms[:, old - 1])
            numbers, low, high = numbers[old:], low[:, old:], high[:, old:]
            rms, seen = rms[:, old:], seen[:, old:]
        colours = self._colours
        top, bottom = self._joined(high, low)
        env_top, env_bottom = self._joined_line(rms)
        rows = self._rows
        block = np.full(
            (*low.shape[:1], self.lane_height, len(numbers)), colours.background, np.uint32
        )
        block[:, self.lane_height // 2, :] = colours.grid
        gap = np.isnan(high)
        if gap.any():
            block[np.broadcast_to(gap[:, None, :], block.shape)] = colours.gap
        np.putmask(block, (rows >= top[:, None, :]) & (rows <= bottom[:, None, :]), colours.trace)
        np.putmask(
            block,
            (rows >= env_top[:, None, :]) & (rows <= env_bottom[:, None, :]),
            colours.envelope,
        )
        self._mark_alarms(block, low, high, seen)
        block[:, -1, :] = colours.edge
        self._lanes[:, :, numbers % width] = block

    def _mark_alarms(
        self,
        block: npt.NDArray[np.uint32],
        low: npt.NDArray[np.float32],
        high: npt.NDArray[np.float32],
        seen: npt.NDArray[np.uint8],
    ) -> None:
        """Mark the edge of a lane where its value lies beyond the axis or at the rail."""
        railed = (seen & ColumnFlag.RAILED) != 0
        for edge, beyond in (
            (slice(0, 3), high > self._scale_uv),
            (slice(-4, -1), low < -self._scale_uv),
        ):
            mark = beyond | railed
            if mark.any():
                lane, column = np.nonzero(mark)
                block[lane, edge, column] = self._colours.alarm

    def _row_of(self, value_uv: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        half = (self.lane_height - 2) / 2.0
        scaled = np.clip(value_uv / self._scale_uv, -1.0, 1.0)
        return np.asarray(np.rint(half - scaled * half), dtype=np.float32)

    def _joined(
        self, high: npt.NDArray[np.float32], low: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return the rows of each run, joined to the column before so that no step has a hole."""
        before_low, before_high = self._before[0][:, None], self._before[1][:, None]
        previous_high = np.concatenate((before_high, high[:, :-1]), axis=1)
        previous_low = np.concatenate((before_low, low[:, :-1]), axis=1)
        # fmax and fmin ignore NaN, so that nothing is joined across a gap; a column that is
        # itself a gap stays NaN and compares false with every row.
        top = np.where(np.isnan(high), np.nan, np.fmax(high, previous_low))
        bottom = np.where(np.isnan(low), np.nan, np.fmin(low, previous_high))
        return self._row_of(top.astype(np.float32)), self._row_of(bottom.astype(np.float32))

    def _joined_line(
        self, rms: npt.NDArray[np.float32]
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Return the rows of the envelope: a line two pixels thick."""
        previous = np.concatenate((self._before[2][:, None], rms[:, :-1]), axis=1)
        top = self._row_of(
            np.where(np.isnan(rms), np.nan, np.fmax(rms, previous)).astype(np.float32)
        )
        bottom = self._row_of(
            np.where(np.isnan(rms), np.nan, np.fmin(rms, previous)).astype(np.float32)
        )
        return top - 1, bottom
