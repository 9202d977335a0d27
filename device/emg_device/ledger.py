"""`Ledger`: the account of every sample, over all segments of one device."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import numpy as np

from emg_device.info import DeviceInfo, IntArray, LinkHealth, RawBlock
from emg_device.loss import CLOCK_ERROR, LossAccount
from emg_device.rate import RateFit
from emg_device.samples import SampleCheck
from emg_device.settling import Settler
from emg_device.thieves import ThiefWatch
from emg_signal.chunk import Chunk, Event, FlagArray, FloatArray

LONG_GAP = 8
"""A gap of so many samples begins the measurement of the rate anew: were its length wrong, the
rate would be, and the next gap by it."""
MOST_DRIFT = 0.05
"""A measured rate further off is no drift of a clock, and is not reckoned with (a ceramic
resonator keeps 0.5 %, an RC oscillator 3 %)."""


class Ledger:
    """Turns raw blocks into chunks without holes, and counts what is missing.

    Parameters
    ----------
    info
        The board of the first segment.
    port
        Where it is, for warnings.
    """

    def __init__(self, info: DeviceInfo, port: str = "") -> None:
        self.chunks: deque[Chunk] = deque()
        self.arrived_s: float | None = None
        self._port = port
        self._past = LinkHealth()
        self._segment = 0
        self._next_index = 0
        self._gap = 0
        self._received = 0
        self._bad_frames = 0
        self._prepare(info)

    def _prepare(self, info: DeviceInfo) -> None:
        self._info = info
        self._loss = LossAccount(info.counter, info.fs_hz)
        self._rate = RateFit(info.fs_hz)
        self._stamps = RateFit(info.fs_hz)
        self._settler = Settler(info)
        self._thieves = ThiefWatch()
        self._check = SampleCheck(info.n_channels, info.rails_uv)

    def next_segment(self, info: DeviceInfo, now: float) -> None:
        """Begin the segment after an interruption; what is missing goes by the clock.

        Parameters
        ----------
        info
            The board as it answers now.
        now
            When it began to stream again, by the device's clock, seconds.
        """
        # A board that went before its first sample left a gap that no chunk has told yet: the
        # new one holds it too, and it must not be counted twice.
        gap, untold = self._gap, self._gap
        if self.arrived_s is not None and info.clocked:
            gap = max(0, round((now - self.arrived_s) * info.fs_hz))
        past = self.health(now)
        doubt = _doubt(gap, info.fs_hz) - _doubt(untold, info.fs_hz)
        self._past = replace(
            past,
            lost_total=past.lost_total + gap - untold,
            lost_uncertainty=past.lost_uncertainty + doubt,
            gaps=past.gaps + (gap > 0) - (untold > 0),
        )
        self.chunks.clear()
        self._segment += 1
        self._gap = gap
        self._prepare(info)

    def pause(self) -> None:
        """Stop by intention: the pause that follows is no loss."""
        self.arrived_s = None
        self.chunks.clear()

    def flush(self) -> None:
        """Count what was held back for its backlog: the line is gone, no more will come."""
        for whole, arrived_s in self._settler.ready(np.inf):
            self._accept(whole, arrived_s)

    def push(self, block: RawBlock | None, now: float) -> bool:
        """Account for what one fetch brought; return True if it brought samples.

        Parameters
        ----------
        block
            Samples in order of arrival, ``(n_samples, n_channels)`` µV; None if nothing came.
        now
            When the fetch ended, by the device's clock, seconds.
        """
        brought = block is not None and block.n_samples > 0
        if block is not None:
            self._bad_frames += block.bad_frames
        if block is not None and brought:
            self._settler.push(block, now)
            self.arrived_s = now
        # Also when nothing came: a backlog may be over by now, and its blocks are due.
        for whole, arrived_s in self._settler.ready(now):
            self._accept(whole, arrived_s)
        return brought

    def _accept(self, block: RawBlock, now: float) -> None:
        time_s = self._time_of(block, now)
        for run in self._loss.split(block, time_s):
            samples_uv, flags = self._check(block.samples_uv[run.rows])
            events = _events_of(block, run.rows)
            self._deliver(samples_uv, flags, run.lost, now, events)
            if run.lost >= LONG_GAP:
                self._rate.restart()
                self._stamps.restart()
        if self._info.clocked:
            self._rate.add(now, self._next_index)
            if self._info.stamped and time_s is not None:
                self._stamps.add(time_s, self._next_index)

    def _time_of(self, block: RawBlock, now: float) -> float | None:
        """Return the time to hold the count against; a recording has its own, or none."""
        by_stamps = self._info.stamped or not self._info.clocked
        fit, declared = self._stamps if by_stamps else self._rate, self._info.fs_hz
        measured = fit.measured_fs_hz
        if measured is not None and abs(measured / declared - 1) < MOST_DRIFT:
            self._loss.fs_hz = measured
        if by_stamps:
            return None if block.stamps_s is None else float(block.stamps_s[-1])
        return now

    def _deliver(
        self,
        samples_uv: FloatArray,
        flags: FlagArray,
        lost: int,
        now: float,
        events: tuple[tuple[int, str], ...] = (),
    ) -> None:
        lost += self._gap  # what lay between two segments is told by the first chunk after it
        self._gap = 0
        first = self._next_index + lost
        chunk = Chunk(
            samples_uv.T,
            self._info.fs_hz,
            first,
            now,
            self._info.origin,
            flags.T,
            lost,
            self._segment,
            tuple(Event(first + at, name) for at, name in events),
        )
        self._next_index = chunk.next_index
        self._received += chunk.n_samples
        self._thieves.add(now, chunk.n_samples, lost)
        self.chunks.append(chunk)

    def health(self, now: float) -> LinkHealth:
        """Return how the link has done over all segments, as of `now`."""
        past, loss = self._past, self._loss
        warnings = (
            self._rate.warning(),
            self._rate.burst_warning(),
            self._thieves.warning(self._port),
        )
        # The loss of a segment is counted from nothing, and added to that of the past ones;
        # what was received and what was bad goes on through all of them.
        return LinkHealth(
            received=self._received,
            lost_total=past.lost_total + loss.lost,
            lost_uncertainty=past.lost_uncertainty + loss.uncertainty,
            gaps=past.gaps + loss.gaps,
            duplicates=past.duplicates + loss.duplicates,
            late=past.late + loss.late,
            bad_frames=self._bad_frames,
            bad_counters=past.bad_counters + loss.bad_counters,
            measured_fs_hz=self._rate.measured_fs_hz,
            stamped_fs_hz=self._stamps.measured_fs_hz,
            off_fs_hz=self._rate.off_fs_hz,
            off_stamped_fs_hz=self._stamps.off_fs_hz,
            is_rate_told=self._rate.is_told or not self._info.clocked,
            age_s=None if self.arrived_s is None else now - self.arrived_s,
            burst_ms=self._rate.burst_ms,
            segment=self._segment,
            warnings=tuple(line for line in warnings if line),
        )


def _doubt(gap: int, fs_hz: float) -> int:
    """Return how far off a gap told by the clock alone may be, samples: drift, and 100 ms."""
    return round(CLOCK_ERROR * gap + 0.1 * fs_hz) if gap else 0


def _events_of(block: RawBlock, rows: IntArray) -> tuple[tuple[int, str], ...]:
    """Return the events of `rows`, by their place among them; that of a dropped row is the next."""
    if not block.events:
        return ()
    last = block.n_samples - 1
    placed = ((min(max(row, 0), last), name) for row, name in block.events)
    return tuple(
        (int(np.searchsorted(rows, row)), name)
        for row, name in placed
        if rows[0] <= row <= rows[-1]
    )
