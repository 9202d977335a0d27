"""`SessionRecord`: what one live session writes into its file, and how far it got."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from emg_device.info import DeviceInfo
from emg_session.entries import NewEvent, SegmentHeader
from emg_session.promise import Promise
from emg_session.record_format import CONTINUES
from emg_session.recorder import BEHIND_S, Recorder
from emg_session.store import SessionFile
from emg_signal.chunk import Chunk, Origin
from emg_signal.errors import RecordError
from emg_signal.phrase import say

LATE_S = 0.2
"""A record that is late at two looks so far apart is slow; at one look alone, the whole program may
have stood still (engineering judgement)."""


class SessionRecord:
    """A session file and the thread that fills it.

    Parameters
    ----------
    file
        New or reopened; it is closed here.
    utc_now
        Time of day, ISO 8601.
    """

    def __init__(self, file: SessionFile, utc_now: Callable[[], str]) -> None:
        self._utc_now = utc_now
        self._segment = 0
        self._was_late: RecordError | None = None
        self._late_since_s: float | None = None
        self.path = file.path
        self._recorder = Recorder(file, utc_now)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        subject: str,
        origin: Origin,
        utc_now: Callable[[], str],
        continues: str = "",
    ) -> SessionRecord:
        """Begin a new file.

        Parameters
        ----------
        path
            File to create; it must not exist.
        subject
            Label of the person.
        origin
            Whether a person, a recording or a simulation is treated.
        utc_now
            Time of day, ISO 8601.
        continues
            Name of the file that this one goes on for, all of which it holds; empty for none.

        Raises
        ------
        RecordError, StorageFullError
            The file exists or cannot be made.
        """
        meta = {
            "program": f"evenhand {version('evenhand')}",
            "subject": subject,
            "origin": str(origin),
            "began_utc": utc_now(),
        }
        if continues:
            meta[CONTINUES] = continues
        return cls(SessionFile.create(path, meta=meta), utc_now)

    def board(self, info: DeviceInfo, segment: int = 0) -> None:
        """Record the board of the segment that comes first here."""
        self._segment = segment
        self._recorder.segment(segment, self._header(info))

    @property
    def recorded_s(self) -> float:
        """Seconds of signal that are safe on disk."""
        return self._recorder.recorded_s

    @property
    def trouble(self) -> RecordError | None:
        """Why nothing more can be done on this record: it failed, is late, or was for `LATE_S`.

        One that was late for so long is relied on no more until a person chose another place.
        """
        failure, behind_s = self._recorder.failure, self._recorder.behind_s
        if failure is not None:
            return RecordError(
                say("Recording stopped. {what}", what=failure.message), failure.remedy
            )
        if behind_s <= BEHIND_S:
            self._late_since_s = None
            return self._was_late
        late = RecordError(
            say(
                "The record is {behind_s:.1f} s behind: the disk answers too slowly.",
                behind_s=behind_s,
            ),
            say("Choose another place for it."),
        )
        now_s = time.monotonic()
        if self._late_since_s is None:
            self._late_since_s = now_s
        elif now_s - self._late_since_s >= LATE_S:
            self._was_late = late
        return late

    @property
    def failure(self) -> RecordError | None:
        """Why nothing is recorded any more; None while it is."""
        return self._recorder.failure

    def chunk(self, chunk: Chunk, info: DeviceInfo) -> None:
        """Record a chunk; a new segment gets the header of the board that began it."""
        if chunk.segment != self._segment:
            self._recorder.segment(chunk.segment, self._header(info))
            self._segment = chunk.segment
        self._recorder.chunk(chunk)

    def promise(self, *events: NewEvent, index: int = -1) -> Promise:
        """Record events that belong together, at a sample; say whether they are on disk.

        While there is `trouble` they are not even tried.
        """
        if self.trouble is not None:
            return Promise(events, index, self.trouble)
        return self._recorder.events(*events, index=index)

    def events(self, *events: NewEvent, index: int = -1) -> Promise:
        """Record events that nobody waits for, as long as anything is recorded."""
        return self._recorder.events(*events, index=index)

    def close(self) -> None:
        """Write what is left and seal the file; may be called twice."""
        self._recorder.close()

    def _header(self, info: DeviceInfo) -> SegmentHeader:
        board = {key: value for key, value in asdict(info).items() if value is not None}
        return SegmentHeader(self._utc_now(), info.fs_hz, info.n_channels, info.uv_per_count, board)
