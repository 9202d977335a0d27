"""`RateFit`: the sampling rate as the host's clock sees it, and how bursty the arrivals are."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import numpy as np

from emg_signal.phrase import say

SPACING_S = 0.1
WINDOW_POINTS = 600
"""One point each 100 ms for a minute: 1 % is told from jitter of 255 ms bursts."""
FIT_EVERY = 10
"""Points between fits: once a second, for a line of 600 points costs 0.1 ms."""
BURST_EVERY = 10
"""Arrivals between looks at the bursts: sorting 200 gaps at each cost a tenth of the reading."""
SETTLED_S = 5.0
"""No rate before so long: bursts of 16 ms would make 0.3 % of it."""
WARN_PERCENT = 1.0
"""Twice what a ceramic resonator is off: a wrong setting rather than drift (engineering
judgement)."""
WRONG_PERCENT = 2.0
"""Off by more it is no drift: four times what a ceramic resonator may be off (engineering
judgement)."""
LATE_S, STARVED_S = 0.3, 1.0
"""By how much samples may be late that come at all: bursts of 255 ms were met. A sender or a host
that gets too little of its processor is slower for a second before it catches up; nothing makes
it faster but what was held back. Engineering judgement."""
EARLY_S = 1.5
"""Span from which a rate is told that no lateness explains: half as fast again at once, half as
fast after 4 s."""
FIT_BLOCK = 10
"""Points of which the least late counts: a late wake bends nothing then."""
WARN_BURST_MS = 100.0
"""What is shown is late by a burst: from here on beside a hand it is seen (engineering judgement:
the window's own share is 100 ms)."""


@dataclass(slots=True)
class RateFit:
    """A straight line through (arrival, samples so far) of the last minute.

    Parameters
    ----------
    fs_hz
        Rate that the board declares, Hz.
    """

    fs_hz: float
    _points: deque[tuple[float, int]] = field(
        default_factory=lambda: deque(maxlen=WINDOW_POINTS), repr=False
    )
    _arrivals: deque[float] = field(default_factory=lambda: deque(maxlen=200), repr=False)
    _cached: tuple[int, float | None] = field(default=(-1, None), repr=False)
    _known: float | None = field(default=None, repr=False)
    _added: int = field(default=0, repr=False)
    _heard: int = field(default=0, repr=False)
    _was_told: bool = field(default=False, repr=False)
    _burst: tuple[int, float | None] = field(default=(0, None), repr=False)

    def add(self, time_s: float, index: int) -> None:
        """Note an arrival.

        Parameters
        ----------
        time_s
            When, by the device's clock, seconds.
        index
            Samples so far, lost ones counted.
        """
        self._arrivals.append(time_s)
        self._heard += 1
        if not self._points or time_s - self._points[-1][0] >= SPACING_S:
            self._points.append((time_s, index))
            self._added += 1

    def restart(self) -> None:
        """Begin anew after a gap, whose length is not to be measured with; keep what is known."""
        self._was_told = self.is_told
        self._points.clear()
        self._known = self.measured_fs_hz
        self._cached = (self._added, None)  # the next fit is made once there are new points

    @property
    def measured_fs_hz(self) -> float | None:
        """Samples per second of the host's clock; None until 5 s were seen."""
        if self._cached[0] < 0 or self._added - self._cached[0] >= FIT_EVERY:
            self._cached = (self._added, self._fit())
        return self._known if self._cached[1] is None else self._cached[1]

    def _fit(self) -> float | None:
        points = np.array(self._points, dtype=np.float64)
        if len(points) < 2 or points[-1, 0] - points[0, 0] < SETTLED_S:
            return None
        blocks = np.array_split(points, max(2, len(points) // FIT_BLOCK))
        least_late = [int(np.argmax(block @ (-self.fs_hz, 1.0))) for block in blocks]
        points = np.array([block[at] for block, at in zip(blocks, least_late, strict=True)])
        # Least squares; centred first, as a monotonic clock may be days from its beginning.
        times, indices = (points - points.mean(axis=0)).T
        return float((times @ indices) / (times @ times))

    @property
    def is_told(self) -> bool:
        """Whether enough was seen to tell a rate that is quite another."""
        points = self._points
        return self._was_told or (len(points) > 2 and points[-1][0] - points[0][0] >= EARLY_S)

    @property
    def off_fs_hz(self) -> float | None:
        """Rate that is off though samples may be late; None while it may be right.

        Both halves of what was seen must be off alike: what is caught up is in one of them.
        """
        points = self._points
        if len(points) < 3 or points[-1][0] - points[0][0] < EARLY_S:
            return None
        first, middle, last = points[0], points[len(points) // 2], points[-1]
        off = [self._off(first, middle), self._off(middle, last)]
        if min(off) <= 0 <= max(off):
            return None
        return (last[1] - first[1]) / (last[0] - first[0])

    def _off(self, first: tuple[float, int], last: tuple[float, int]) -> float:
        """Return how far a stretch is off beyond what lateness explains, Hz; 0 if it is not."""
        span_s = last[0] - first[0]
        off_hz = (last[1] - first[1]) / span_s - self.fs_hz
        late_s = LATE_S if off_hz > 0 else STARVED_S
        explained_hz = self.fs_hz * (WRONG_PERCENT / 100.0 + late_s / span_s)
        return float(np.sign(off_hz) * max(0.0, abs(off_hz) - explained_hz))

    @property
    def burst_ms(self) -> float | None:
        """Time between arrivals, ms: nine in ten are no further apart."""
        if self._heard - self._burst[0] >= BURST_EVERY:
            self._burst = (self._heard, self._burst_of_arrivals())
        return self._burst[1]

    def _burst_of_arrivals(self) -> float:
        # Not the median: a busy host takes a burst in pieces, and most gaps are then those between
        # the pieces. Not the largest: one stall is no burst.
        return float(np.percentile(np.diff(np.array(self._arrivals)), 90.0) * 1e3)

    def burst_warning(self) -> str | None:
        """Return a line if samples come in long bursts."""
        burst_ms = self.burst_ms
        # A slow board's samples are far apart by themselves: a burst is three periods at least.
        if burst_ms is None or burst_ms < max(WARN_BURST_MS, 3e3 / self.fs_hz):
            return None
        return say(
            "Samples come in bursts of {burst_ms:.0f} ms, and what is shown is as late. Set the "
            "latency timer of the port's driver to 1 ms, or plug the dongle in directly.",
            burst_ms=burst_ms,
        )

    def warning(self) -> str | None:
        """Return a line if the measured rate is more than 1 % off the declared one."""
        measured = self.measured_fs_hz
        if measured is None or abs(measured / self.fs_hz - 1) * 100 <= WARN_PERCENT:
            return None
        return say(
            "The board runs at {measured_hz:.1f} Hz by this computer's clock, not at {fs_hz:g} Hz: "
            "check the board's rate setting.",
            measured_hz=measured,
            fs_hz=self.fs_hz,
        )
