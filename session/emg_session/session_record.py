"""`SessionRecord`: what one live session writes into its file, and how far it got."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from emg_device.info import DeviceInfo
from emg_session.recorder import BEHIND_S, Recorder
from emg_session.store import NewEvent, SegmentHeader, SessionFile
from emg_signal.chunk import Chunk, Origin
from emg_signal.errors import RecordError
from emg_signal.phrase import say


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
        self._recorder = Recorder(file, utc_now)

    @classmethod
    def create(
        cls, path: Path, *, subject: str, origin: Origin, utc_now: Callable[[], str]
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
        return cls(SessionFile.create(path, meta=meta), utc_now)

    def board(self, info: DeviceInfo) -> None:
        """Record the board of the first segment."""
        self._recorder.segment(0, self._header(info))

    @property
    def recorded_s(self) -> float:
        """Seconds of signal that are safe on disk."""
        return self._recorder.recorded_s

    @property
    def text(self) -> str:
        """One line if recording stopped by itself, or is late; else empty."""
        failure, behind_s = self._recorder.failure, self._recorder.behind_s
        if failure is not None:
            return say(
                "Recording stopped. {what} {remedy}", what=failure.message, remedy=failure.remedy
            )
        if behind_s > BEHIND_S:
            return say(
                "The record is {behind_s:.1f} s behind: the disk answers too slowly. "
                "Choose another place for it.",
                behind_s=behind_s,
            )
        return ""

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

    def events(self, *events: NewEvent, index: int) -> None:
        """Record events that belong together, at a sample: all of them or none."""
        self._recorder.events(*events, index=index)

    def settle(self, *events: NewEvent, index: int) -> None:
        """Record events and return once they are on disk.

        Raises
        ------
        RecordError
            They are not, and never will be: what they say must not be shown as done.
        """
        self._recorder.settle(*events, index=index)

    def close(self) -> None:
        """Write what is left and seal the file; may be called twice."""
        self._recorder.close()

    def _header(self, info: DeviceInfo) -> SegmentHeader:
        board = {key: value for key, value in asdict(info).items() if value is not None}
        return SegmentHeader(self._utc_now(), info.fs_hz, info.n_channels, info.uv_per_count, board)
