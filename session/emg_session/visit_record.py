"""`VisitRecord`: what a visit puts on record, in one file or, where that fails, in the next one.

All that holds is remembered, so that another file can be begun at any moment that says the whole.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from emg_device.info import DeviceInfo
from emg_session.deeds import WRITTEN_S
from emg_session.entries import NewEvent
from emg_session.promise import Promise
from emg_session.record_format import CONTINUED, CONTINUES, REOPENED, SEAL, WITHDRAWN
from emg_session.record_rows import StoredEvent
from emg_session.recorder import CLOSING_S, fault
from emg_session.session_record import SessionRecord
from emg_signal.chunk import Chunk
from emg_signal.errors import EmgError, RecordError
from emg_signal.phrase import say

OF_THE_FILE = (SEAL, REOPENED, WITHDRAWN, CONTINUED, CONTINUES)
"""Kinds of events that say something of a file and nothing of the visit."""

ON_THE_WAY = RecordError(say("The record goes to another place …"))
"""While a new file is being made nothing can be done."""

Make = Callable[[Path, str], SessionRecord]
"""Makes a new file that goes on for the one of a name."""


class VisitRecord:
    """What a visit puts on record.

    Parameters
    ----------
    make
        Makes the next file, given the name of the one that it goes on for.
    utc_now
        Time of day, ISO 8601.
    """

    def __init__(self, make: Make, utc_now: Callable[[], str]) -> None:
        self._make, self._utc_now = make, utc_now
        self._now: SessionRecord | None = None
        self._told: list[tuple[str, Promise]] = []
        self._awaited: set[Promise] = set()
        self._board: tuple[DeviceInfo, int] | None = None
        self._lock = threading.Lock()
        self._mover: threading.Thread | None = None
        self._is_moving = False
        self.move_failure: EmgError | None = None
        """Why the place that was chosen last cannot be used; None if it can."""

    def begin(self, record: SessionRecord, earlier: Iterable[StoredEvent] = ()) -> None:
        """Record into a file from now on; `earlier` are the events that it holds already."""
        for event in earlier:
            if event.kind not in OF_THE_FILE:
                told = Promise.without_record((NewEvent(event.kind, event.body),))
                self._told.append((event.utc, told))
        self._now = record

    # -- what goes on record --------------------------------------------------------------------

    def board(self, info: DeviceInfo, segment: int = 0) -> None:
        """Record the board of the first segment."""
        self._board = info, segment
        if self._now is not None:
            self._now.board(info, segment)

    def chunk(self, chunk: Chunk, info: DeviceInfo) -> None:
        """Record a chunk."""
        self._board = info, chunk.segment
        if self._now is not None:
            self._now.chunk(chunk, info)

    def events(self, *events: NewEvent, index: int) -> None:
        """Record events that belong together, at a sample: all of them or none."""
        if self._now is not None:
            with self._lock:
                self._told.append((self._utc_now(), self._now.events(*events, index=index)))

    def promise(self, *events: NewEvent, index: int) -> Promise:
        """Record events that count only once they are on disk."""
        if self._now is None:
            return Promise.without_record(events)
        if self._is_moving:
            return Promise(events, index, ON_THE_WAY)
        with self._lock:
            promise = self._now.promise(*events, index=index)
            self._told.append((self._utc_now(), promise))
            self._awaited.add(promise)
            return promise

    # -- how it is ------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The file; None where nothing is recorded."""
        return None if self._now is None else self._now.path

    @property
    def recorded_s(self) -> float:
        """Seconds of signal that are safe on disk, in this file."""
        return 0.0 if self._now is None else self._now.recorded_s

    @property
    def failure(self) -> RecordError | None:
        """Why nothing is recorded any more; None while it is, or where nothing is to be."""
        return None if self._now is None else self._now.failure

    @property
    def trouble(self) -> EmgError | None:
        """Why nothing more can be done on this record; None while all is well."""
        found = None if self._now is None else self._now.trouble
        if found is None:
            return None
        if self._is_moving:
            return ON_THE_WAY
        return self.move_failure or found

    @property
    def text(self) -> str:
        """One line if there is trouble; else empty."""
        return "" if self.trouble is None else str(self.trouble)

    def close(self) -> None:
        """Write what is left and seal the file; may be called twice."""
        if self._mover is not None:
            self._mover.join(CLOSING_S)
        if self._now is not None:
            self._now.close()

    # -- another place --------------------------------------------------------------------------

    def move(self, path: Path) -> None:
        """Go on in a new file that says the whole; nobody waits for the disk meanwhile.

        Parameters
        ----------
        path
            File to make; it must not exist.
        """
        if self._now is None or self._is_moving:
            return
        self.move_failure, self._is_moving = None, True
        self._mover = threading.Thread(target=self._move, args=(path, self._now), daemon=True)
        self._mover.name = "moving the record"
        self._mover.start()

    def _move(self, path: Path, before: SessionRecord) -> None:
        try:
            record = self._make(path, before.path.name)
            self._go_on_in(record, before)
        except EmgError as error:
            self.move_failure = error
        except Exception as error:  # whatever it is: a person is told
            self.move_failure = fault(error)
        self._is_moving = False
        if self.move_failure is None:
            before.events(NewEvent(CONTINUED, {"file": path.name}))
            before.close()

    def _go_on_in(self, record: SessionRecord, before: SessionRecord) -> None:
        for promise in self._awaited:
            promise.kept(
                max(0.0, WRITTEN_S - promise.age_s)
            )  # what is on its way is done now, or never
        with self._lock:
            if self._board is not None:
                record.board(*self._board)
            record.events(*self._all_that_holds(before))
            self._now = record

    def _all_that_holds(self, before: SessionRecord) -> list[NewEvent]:
        told = [NewEvent(CONTINUES, {"file": before.path.name})]
        for utc, promise in self._told:
            if promise.holds or promise not in self._awaited:
                told += [replace(event, utc=event.utc or utc) for event in promise.events]
        return told
