"""`Promise`: whether events that somebody waits for are on disk; and who puts events there."""

from __future__ import annotations

import threading
import time
from typing import Protocol

from emg_session.entries import NewEvent
from emg_signal.errors import RecordError


class Promise:
    """Whether events are on disk; made by the caller, kept by the recorder.

    Parameters
    ----------
    events
        What is to be on disk.
    index
        Sample that they belong to; -1 for none.
    failure
        Why they never will be, where that is known from the start.
    """

    def __init__(
        self, events: tuple[NewEvent, ...], index: int = -1, failure: RecordError | None = None
    ) -> None:
        self.events, self.index = events, index
        self.first, self.last = 1, 0
        """Numbers of the records that they became; none yet."""
        self.is_written = False
        self.failure: RecordError | None = None
        self._made_s = time.monotonic()
        self._lock = threading.Lock()
        self._settled = threading.Event()
        self._is_given_up = False
        if failure is not None:
            self.settle(failure)

    @classmethod
    def without_record(cls, events: tuple[NewEvent, ...]) -> Promise:
        """Return one that is kept at once, where nothing is to be recorded."""
        promise = cls(events)
        promise.settle(None)
        return promise

    def settle(self, failure: RecordError | None) -> bool:
        """Say that they are on disk, or why not; False if nobody waits any more."""
        with self._lock:
            self.failure = failure
            self._settled.set()
            return not self._is_given_up

    @property
    def is_settled(self) -> bool:
        """Whether it is known if they are on disk."""
        return self._settled.is_set()

    @property
    def is_given_up(self) -> bool:
        """Whether the caller was told that they are not on disk."""
        with self._lock:
            return self._is_given_up

    @property
    def holds(self) -> bool:
        """Whether they are on disk, and nobody was told that they are not."""
        with self._lock:
            return self._settled.is_set() and self.failure is None and not self._is_given_up

    @property
    def age_s(self) -> float:
        """Seconds since it was made."""
        return time.monotonic() - self._made_s

    def wait(self, within_s: float) -> bool:
        """Wait until it is known; False if it is not in time, and it may still come.

        Parameters
        ----------
        within_s
            Longest wait, seconds.
        """
        return self._settled.wait(within_s)

    def kept(self, within_s: float) -> bool:
        """Wait for the disk; False if it does not answer in time, and then they never hold.

        Parameters
        ----------
        within_s
            Longest wait, seconds.
        """
        self._settled.wait(within_s)
        with self._lock:
            self._is_given_up = not self._settled.is_set()
            return not self._is_given_up


class Record(Protocol):
    """Puts events that belong together on the session's record: all of them or none."""

    def __call__(self, *events: NewEvent) -> object:
        """Record them, in their order."""


class Promising(Protocol):
    """Does so too, and promises to say whether they are on disk."""

    def __call__(self, *events: NewEvent) -> Promise:
        """Record them, in their order."""


def kept_at_once(record: Record) -> Promising:
    """Return a promise for every event, where `record` keeps it at once."""

    def promise(*events: NewEvent) -> Promise:
        record(*events)
        return Promise.without_record(events)

    return promise
