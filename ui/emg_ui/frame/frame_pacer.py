"""`FramePacer`: says when a frame is due: as samples come, some eighty times a second at most.

A timer that runs beside the board draws late (a frame's time in the worst case, and its phase is
anybody's guess) and wakes the processor for nothing. So the acquisition thread posts a message
with the samples after which a frame is due, and none before the last one was drawn: a window that
falls behind gets one message, not a queue of them. A slow timer stays for what nobody posts.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from emg_session.columns import ColumnRing

FRAME_S = 1.0 / 80.0
"""Time between frames that is aimed at, seconds: with every third packet of 4 ms. With every
fourth, a frame of a 60 Hz display, pixels of a 1 kHz board were 10 to 11 ms old in the median.
Never before half of it has passed, however packets come."""

PACE_SHARE = 0.125
"""Weight of the newest time between chunks in their mean: some eight of them make it, so that one
that is late does not put off a frame."""

LATEST_MS = 20
"""Samples that came in a burst, with none after them, wait no longer than this for a frame."""

IDLE_MS = 100
"""Time between looks while nothing comes or no lane is seen: that of the numbers."""


class FramePacer(QObject):
    """Emits `due` when there is something to draw.

    Parameters
    ----------
    parent
        Owner, in the thread that draws.
    clock
        Seconds, monotonic.
    """

    due = Signal()
    """It is time to look for new samples; whoever draws answers with `drawn` or `rest`."""

    _came = Signal()

    def __init__(self, parent: QObject, *, clock: Callable[[], float] = perf_counter) -> None:
        super().__init__(parent)
        self._clock = clock
        self._ring: ColumnRing | None = None
        self._waits = False
        self._drawn_s = self._pushed_s = clock()
        self._pace_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.due)
        self._came.connect(self.due)

    def follow(self, ring: ColumnRing | None) -> None:
        """Pace by what is pushed into `ring` from now on; without one, numbers alone change."""
        self._let_go()
        self._ring = ring
        if ring is not None:
            ring.listener = self._pushed
        self._timer.start(IDLE_MS)
        self._waits = True

    def stop(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self._let_go()

    def drawn(self, *, something: bool) -> None:
        """Wait for samples again, after a frame or after finding nothing to draw."""
        if self._ring is None:  # stopped while a message was on its way
            return
        self._drawn_s = self._clock()
        self._timer.start(LATEST_MS if something else IDLE_MS)
        self._waits = True

    def rest(self) -> None:
        """Wait for no samples: no lane is seen now."""
        if self._ring is None:
            return
        self._timer.start(IDLE_MS)
        self._waits = False

    def _let_go(self) -> None:
        self._waits = False
        if self._ring is not None:
            self._ring.listener = None
            self._ring = None

    def _pushed(self) -> None:
        """Post a message if a frame is due; runs in the acquisition thread."""
        now_s = self._clock()
        self._pace_s += PACE_SHARE * (now_s - self._pushed_s - self._pace_s)
        self._pushed_s = now_s
        since_s = now_s - self._drawn_s
        # With the samples that come nearest to it: the next would be further off.
        is_nearest = since_s + self._pace_s / 2 > FRAME_S
        if self._waits and is_nearest and since_s > FRAME_S / 2:
            self._waits = False
            self._came.emit()
