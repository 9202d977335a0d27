"""`Deeds`: what a person did that is being written, and is shown as done once it is on disk.

Nobody waits for a disk that hangs: a deed is done, or is said not to be, within `WRITTEN_S`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from emg_session.promise import Promise
from emg_session.recorder import no_answer
from emg_signal.errors import RecordError, StorageFullError
from emg_signal.phrase import say

WRITTEN_S = 0.8
"""Longest that a deed may take to reach the disk: whoever looks ten times a second, and misses one
look, tells within 1.0 s that it did not."""

SHORTLY_S = 0.1
"""Longest wait of the one who acts. A commit takes some milliseconds; the window stands no longer
than a frame or two where it does not (engineering judgement)."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a person did.

    Parameters
    ----------
    name
        What it is called if it could not be recorded.
    promise
        Whether it is on disk.
    done
        Shows it as done.
    point_id
        Point that was ticked or whose tick is taken back; empty for a decision.
    """

    name: str
    promise: Promise
    done: Callable[[], None]
    point_id: str = ""


class Deeds:
    """Deeds that wait for the disk, in their order; used under the lock of the treatment."""

    def __init__(self) -> None:
        self._waiting: list[Deed] = []
        self.failure: RecordError | None = None
        """Why the newest deed that is known of was not recorded; None if it was."""

    def __contains__(self, deed: Deed) -> bool:
        """Whether it waits."""
        return deed in self._waiting

    @property
    def points(self) -> frozenset[str]:
        """Points whose tick is being written, or being taken back."""
        return frozenset(deed.point_id for deed in self._waiting if deed.point_id)

    @property
    def decision(self) -> Deed | None:
        """The decision that is being written."""
        return next((deed for deed in self._waiting if not deed.point_id), None)

    @property
    def first(self) -> Deed | None:
        """The one that waits longest."""
        return self._waiting[0] if self._waiting else None

    def add(self, deed: Deed) -> None:
        """Wait for one more."""
        self._waiting.append(deed)

    def settle(self) -> bool:
        """Show as done what is on disk, give up what takes too long; whether anything changed."""
        changed = False
        while self._waiting and self._is_known(self._waiting[0].promise):
            deed = self._waiting.pop(0)
            self.failure = failure_of(deed)
            if self.failure is None:
                deed.done()
            changed = True
        return changed

    @staticmethod
    def _is_known(promise: Promise) -> bool:
        if not promise.is_settled and promise.age_s >= WRITTEN_S:
            promise.kept(0)
        return promise.is_settled or promise.is_given_up


def failure_of(deed: Deed) -> RecordError | None:
    """Return why a deed is not on record; None if it is, or may still be."""
    if deed.promise.is_given_up:
        why: RecordError = StorageFullError(
            no_answer(WRITTEN_S), say("Choose another place for the record.")
        )
    elif deed.promise.failure is not None:
        why = deed.promise.failure
    else:
        return None
    return RecordError(
        say("NOT on record: {what}. {why}", what=deed.name, why=why.message), why.remedy
    )
