"""`Recorder`: the thread that writes a session file, so that a slow disk never stops the stream."""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from emg_session.entries import NewEvent, SegmentHeader
from emg_session.promise import Promise
from emg_session.store import SessionFile
from emg_signal.chunk import Chunk
from emg_signal.errors import RecordError, StorageFullError
from emg_signal.phrase import Phrase, say

COMMIT_EVERY_S = 0.5
"""Most that the death of the program may cost (reliability: at most 1.0 s of raw samples)."""
LOOK_EVERY_S = 0.25
"""So often it is looked whether the file is still there: it is told within 1.0 s."""
BEHIND_S = 1.0
"""Age of what is not on disk yet from which on a person is told."""
GIVE_UP_S = 30.0
"""Silence of the disk after which the record is given up, before memory fills. Engineering
judgement: longer than a worn card or a network folder pauses."""
CLOSING_S = 5.0
"""Longest wait for the disk when the record is closed."""


@dataclass(frozen=True, slots=True)
class _Segment:
    number: int
    header: SegmentHeader


class Recorder:
    """Writes chunks and events in the order given; never blocks the caller.

    After a failure (full disk, folder gone, a fault of the program) it closes the file as it is,
    keeps the reason in `failure` and drops what comes after: the live view goes on.

    Parameters
    ----------
    file
        Open session file; the recorder owns it from now on.
    utc_now
        Returns the time of day, ISO 8601 with offset.
    clock
        Monotonic seconds.
    """

    def __init__(
        self,
        file: SessionFile,
        utc_now: Callable[[], str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file = file
        self._utc_now, self._clock = utc_now, clock
        self._queue: queue.SimpleQueue[Chunk | Promise | _Segment | None] = queue.SimpleQueue()
        self._given_s: deque[float] = deque()
        """When each item was given that is not on disk yet, oldest first."""
        self._taken = 0
        self._pending: list[Chunk] = []
        self._promises: list[Promise] = []
        self._kept_s = self._written_s = 0.0
        self._last_index = -1
        self._looked_s = clock()
        self._is_closed = self._is_over = False
        self.failure: RecordError | None = None
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    @property
    def recorded_s(self) -> float:
        """Seconds of signal that are safe on disk."""
        return self._kept_s

    @property
    def behind_s(self) -> float:
        """Age of the oldest that is not on disk yet, seconds; half a second is held back."""
        try:
            return 0.0 if self.failure is not None else self._clock() - self._given_s[0]
        except IndexError:
            return 0.0

    def segment(self, number: int, header: SegmentHeader) -> None:
        """Begin a segment; its chunks follow."""
        self._put(_Segment(number, header))

    def chunk(self, chunk: Chunk) -> None:
        """Record a chunk."""
        self._put(chunk)

    def events(self, *events: NewEvent, index: int) -> Promise:
        """Record events that belong together, in one commit: all of them or none."""
        promise = Promise(events, index)
        self._put(promise)
        return promise

    def close(self) -> None:
        """Write what is left, seal the file and end the thread; may be called twice.

        A disk that does not answer for `CLOSING_S` is not waited for any longer.
        """
        if not self._is_closed:
            self._is_closed = True
            self._queue.put(None)
        self._thread.join(CLOSING_S)
        if self._thread.is_alive() and self.failure is None:
            self.failure = StorageFullError(
                no_answer(self.behind_s), say("The end of this visit may be missing in the file.")
            )

    def _put(self, item: Chunk | Promise | _Segment) -> None:
        if self.behind_s > GIVE_UP_S:
            self.failure = StorageFullError(
                no_answer(self.behind_s), say("Choose another place for the record.")
            )
        if self.failure is None and not self._is_closed:
            self._given_s.append(self._clock())
            self._queue.put(item)
        elif isinstance(item, Promise):
            item.settle(self.failure or RecordError(say("The record is closed.")))

    # -- the recorder's thread ------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while self._batch():
                pass
            self._file.close(utc=self._utc_now(), index=self._last_index)
        except Exception as error:  # whatever it is: nothing is recorded from here on
            self._fail(error)

    def _batch(self) -> bool:
        """Write all that waits with one commit, however slow the disk; False at the end."""
        items = self._waiting()
        self._is_over = None in items
        self._taken += sum(item is not None for item in items)
        self._promises = [item for item in items if isinstance(item, Promise)]
        try:
            for item in items:
                self._write(item)
            if not items:
                self._write_samples()
        except RecordError:
            raise
        except Exception:
            self._commit()  # what came before it is sound
            raise
        self._commit()
        if self.failure is not None:
            raise self.failure
        if self._clock() - self._looked_s >= LOOK_EVERY_S:
            self._looked_s = self._clock()
            self._file.require_in_place()
        return not self._is_over

    def _waiting(self) -> list[Chunk | Promise | _Segment | None]:
        try:
            first = self._queue.get(timeout=LOOK_EVERY_S)
        except queue.Empty:
            return []
        return [first, *(self._queue.get() for _ in range(self._queue.qsize()))]

    def _write(self, item: Chunk | Promise | _Segment | None) -> None:
        if isinstance(item, Chunk):
            self._hold(item)
            return
        self._write_samples()
        if isinstance(item, _Segment):
            self._file.begin_segment(item.number, item.header)
        elif item is not None:
            self._write_events(item)

    def _write_events(self, promise: Promise) -> None:
        """Write what somebody may wait for; what was given up meanwhile is not written."""
        if promise.is_given_up:
            self._give_up()
            return
        promise.first = self._file.events + 1
        self._file.append_events(promise.events, utc=self._utc_now(), index=promise.index)
        promise.last = self._file.events
        promise.is_written = True

    def _hold(self, chunk: Chunk) -> None:
        """Gather unbroken chunks until they make half a second."""
        broken = chunk.lost > 0 or (self._pending and chunk.segment != self._pending[-1].segment)
        if broken:
            self._write_samples()
        self._pending.append(chunk)
        if sum(c.n_samples for c in self._pending) >= COMMIT_EVERY_S * chunk.fs_hz:
            self._write_samples()

    def _write_samples(self) -> None:
        if not self._pending:
            return
        first, last = self._pending[0], self._pending[-1]
        samples_uv = np.concatenate([c.samples_uv for c in self._pending], axis=1)
        flags = np.concatenate([c.flags for c in self._pending], axis=1)
        self._file.append_raw(first.segment, first.first_index, samples_uv, flags, first.lost)
        self._written_s += samples_uv.shape[1] / first.fs_hz  # each segment has its own rate
        self._last_index = last.next_index - 1
        self._pending.clear()

    def _commit(self) -> None:
        """Make what is written safe, and tell those who wait for it."""
        self._file.commit()
        if self._promises:
            self._file.require_in_place()
        self._kept_s = self._written_s
        while self._taken > len(self._pending):
            self._given_s.popleft()
            self._taken -= 1
        written = [each for each in self._promises if each.is_written]
        self._promises = [each for each in self._promises if not each.is_written]
        # All of them first: to withdraw one may take as long as it took to write it.
        self._withdraw([promise for promise in written if not promise.settle(None)])

    def _withdraw(self, unwanted: list[Promise]) -> None:
        """Say of events that somebody was told are not on disk that they do not hold."""
        for promise in unwanted:
            if promise.last >= promise.first:
                first, last, index = promise.first, promise.last, promise.index
                self._file.withdraw(first, last, utc=self._utc_now(), index=index)
        self._file.commit()
        if unwanted:
            self._give_up()

    def _give_up(self) -> None:
        """Take no more once a person was told that something is not on record."""
        if self.failure is None:
            self.failure = StorageFullError(
                no_answer(BEHIND_S), say("Choose another place for the record.")
            )

    def _fail(self, error: Exception) -> None:
        """Keep why nothing is recorded any more, and tell everyone who waits or comes."""
        if self.failure is None:
            self.failure = error if isinstance(error, RecordError) else fault(error)
        self._file.abandon()
        for promise in self._promises:
            promise.settle(self.failure)
        while not self._is_over:
            item = self._queue.get()
            self._is_over = item is None
            if isinstance(item, Promise):
                item.settle(self.failure)


def no_answer(seconds: float) -> Phrase:
    """Return that the disk does not answer."""
    return say("The disk did not answer for {seconds:.1f} s.", seconds=seconds)


def fault(error: Exception) -> RecordError:
    """Return a fault of the program as an error that a person can be told."""
    return RecordError(
        say("A fault of the program: {error!s}.", error=repr(error)),
        say("Report it; end this visit and begin another."),
    )
