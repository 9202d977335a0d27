"""`StoredSession`: reading a session file back, also one whose program died."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from emg_session.audit import audit, first_event
from emg_session.entries import SegmentHeader
from emg_session.record_boundary import opened, part, reading
from emg_session.record_format import FORMAT_VERSION, META, SEAL, SEGMENT
from emg_session.record_rows import (
    StoredBlock,
    StoredEvent,
    blocks_of,
    events_of,
    read_json,
    segments_of,
    standing,
)
from emg_signal.chunk import FloatArray
from emg_signal.phrase import say

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session file, opened for reading.

    Parameters
    ----------
    path
        The file.
    version
        Format of the file.
    meta
        Program version, subject label and the like.
    segments
        Headers by segment number.
    events
        What happened, in order; without what was withdrawn.
    sealed
        Whether the program that wrote it closed it in order.
    records
        Number of all records, the file's own (who, whence, boards) among them.
    """

    path: Path
    version: int
    meta: dict[str, str]
    segments: dict[int, SegmentHeader]
    events: tuple[StoredEvent, ...]
    sealed: bool
    records: int

    @property
    def is_older(self) -> bool:
        """Whether it is of an older kind, in which not everything is protected."""
        return self.version < FORMAT_VERSION

    def blocks(self, segment: int) -> Iterator[StoredBlock]:
        """Yield the samples of one segment in order.

        Raises
        ------
        RecordCorruptError
            A block is damaged.
        """
        with opened(self.path) as (connection, _):
            yield from blocks_of(connection, segment, self.segments[segment])

    def samples_uv(self, segment: int) -> FloatArray:
        """Return all samples of one segment, ``(n_channels, n_samples)`` µV, gaps left out."""
        blocks = [block.samples_uv for block in self.blocks(segment)]
        if not blocks:
            return np.empty((self.segments[segment].n_channels, 0))
        return np.concatenate(blocks, axis=1)

    def newest(self, kind: str, of: type[T]) -> T | None:
        """Return what the newest event of a kind holds; None if there is none.

        Raises
        ------
        RecordCorruptError
            It holds something else.
        """
        event = next((each for each in reversed(self.events) if each.kind == kind), None)
        if event is None:
            return None
        with reading(self.path), part(say("record {n} ({kind})", n=event.sequence, kind=kind)):
            return event.read(of)

    def verify(self) -> None:
        """Raise `AuditBrokenError` or `RecordCorruptError` naming what was altered since."""
        with opened(self.path) as (connection, version):
            audit(self.path, connection, version)


def read_meta(path: Path) -> dict[str, str]:
    """Return program, subject, origin and start of a session file, and nothing else of it.

    Raises
    ------
    RecordCorruptError
        Not a session file, damaged, or made by a newer version.
    AuditBrokenError
        It was altered.
    """
    with opened(path) as (connection, version):
        return _meta(path, connection, version)


def read_session(path: Path) -> StoredSession:
    """Open a session file.

    Raises
    ------
    RecordCorruptError
        Not a session file, damaged, or made by a newer version.
    AuditBrokenError
        Whose and whence it is was altered; what else was, `verify` finds.
    """
    with opened(path) as (connection, version):
        return _session(path, connection, version)


def read_verified(path: Path) -> StoredSession:
    """Open a session file in which nothing was altered.

    Raises
    ------
    AuditBrokenError
        Something was altered; it is named.
    RecordCorruptError
        Something cannot be read; it is named.
    """
    with opened(path) as (connection, version):
        audit(path, connection, version)
        return _session(path, connection, version)


def _session(path: Path, connection: sqlite3.Connection, version: int) -> StoredSession:
    meta = _meta(path, connection, version)
    every = events_of(connection)
    segments = segments_of(connection, version, every)
    events = standing(every)
    told = tuple(event for event in events if event.kind not in (META, SEGMENT))
    sealed = bool(every) and every[-1].kind == SEAL
    return StoredSession(path, version, meta, segments, told, sealed, len(every))


def _meta(path: Path, connection: sqlite3.Connection, version: int) -> dict[str, str]:
    with part(say("whose and whence it is")):
        if version == 1:
            rows = connection.execute("SELECT key, value FROM meta LIMIT 100").fetchall()
            return {str(key): str(value) for key, value in rows}
        found = read_json(first_event(path, connection, version))
        if not all(isinstance(value, str) for value in found.values()):
            raise ValueError("no text")
        return found
