"""`Recorder`: the thread that writes a session file, so that a slow disk never stops the stream."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from emg_session.store import NewEvent, SegmentHeader, SessionFile
from emg_signal.chunk import Chunk
from emg_signal.errors import RecordError

COMMIT_EVERY_S = 0.5
"""Most that the death of the program may cost (reliability: at most 1.0 s of raw samples)."""


@dataclass(frozen=True, slots=True)
class _Events:
    events: tuple[NewEvent, ...]
    index: int


@dataclass(frozen=True, slots=True)
class _Segment:
    number: int
    header: SegmentHeader


class Recorder:
    """Writes chunks and events in the order given; never blocks the caller.

    After a failure to write (full disk, folder gone) it closes the file as it is, keeps the
    reason in `failure` and drops what comes after: the live view goes on.

    Parameters
    ----------
    file
        Open session file; the recorder owns it from now on.
    utc_now
        Returns the time of day, ISO 8601 with offset.
    """

    def __init__(self, file: SessionFile, utc_now: Callable[[], str]) -> None:
        self._file = file
        self._utc_now = utc_now
        self._queue: queue.SimpleQueue[Chunk | _Events | _Segment | None] = queue.SimpleQueue()
        self._pending: list[Chunk] = []
        self._samples = 0
        self._last_index = -1
        self._fs_hz = 0.0
        self.failure: RecordError | None = None
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    @property
    def recorded_s(self) -> float:
        """Seconds of signal that are safe on disk."""
        return self._samples / self._fs_hz if self._fs_hz else 0.0

    def segment(self, number: int, header: SegmentHeader) -> None:
        """Begin a segment; its chunks follow."""
        self._queue.put(_Segment(number, header))

    def chunk(self, chunk: Chunk) -> None:
        """Record a chunk."""
        self._queue.put(chunk)

    def events(self, *events: NewEvent, index: int) -> None:
        """Record events that belong together, in one commit: all of them or none."""
        self._queue.put(_Events(events, index))

    def close(self) -> None:
        """Write what is left, seal the file and end the thread; may be called twice."""
        if self._thread.is_alive():
            self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        is_over = False
        try:
            while not is_over:
                is_over = not self._step()
            self._file.close(utc=self._utc_now(), index=self._last_index)
        except RecordError as error:
            self.failure = error
            self._file.abandon()
            # Where the seal itself failed the last message was read: nobody sends another.
            while not is_over and self._queue.get() is not None:
                pass

    def _step(self) -> bool:
        """Write one batch; False when the session is over."""
        try:
            item = self._queue.get(timeout=COMMIT_EVERY_S)
        except queue.Empty:
            self._flush()
            return True
        if isinstance(item, Chunk):
            self._hold(item)
            return True
        self._flush()
        match item:
            case None:
                return False
            case _Segment(number, header):
                self._fs_hz = header.fs_hz
                self._file.begin_segment(number, header)
            case _Events(events, index):
                self._file.append_events(events, utc=self._utc_now(), index=index)
        self._file.commit()
        return True

    def _hold(self, chunk: Chunk) -> None:
        """Gather unbroken chunks until they make half a second."""
        broken = chunk.lost > 0 or (self._pending and chunk.segment != self._pending[-1].segment)
        if broken:
            self._flush()
        self._pending.append(chunk)
        if sum(c.n_samples for c in self._pending) >= COMMIT_EVERY_S * chunk.fs_hz:
            self._flush()

    def _flush(self) -> None:
        if not self._pending:
            return
        first, last = self._pending[0], self._pending[-1]
        samples_uv = np.concatenate([c.samples_uv for c in self._pending], axis=1)
        flags = np.concatenate([c.flags for c in self._pending], axis=1)
        self._file.append_raw(first.segment, first.first_index, samples_uv, flags, first.lost)
        self._file.commit()
        self._samples += samples_uv.shape[1]
        self._last_index = last.next_index - 1
        self._pending.clear()
