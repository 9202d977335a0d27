"""`StoredSession`: reading a session file back, also one whose program died."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from emg_session.store import (
    APPLICATION_ID,
    FORMAT_VERSION,
    GENESIS,
    SegmentHeader,
    event_hash,
)
from emg_signal.chunk import FlagArray, FloatArray
from emg_signal.document import from_document
from emg_signal.errors import AuditBrokenError, RecordCorruptError
from emg_signal.phrase import say

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One record of the chain."""

    sequence: int
    utc: str
    index: int
    kind: str
    body: dict[str, Any]

    def read(self, kind: type[T]) -> T:
        """Return what the body holds as a value of its type.

        Raises
        ------
        ValueError
            It holds something else.
        """
        return from_document(kind, self.body)


@dataclass(frozen=True, slots=True, eq=False)
class StoredBlock:
    """Consecutive samples as they were recorded: µV ``(n_channels, n_samples)``."""

    first_index: int
    lost: int
    samples_uv: FloatArray
    flags: FlagArray


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session file, opened for reading.

    Parameters
    ----------
    path
        The file.
    meta
        Program version, subject label and the like.
    segments
        Headers by segment number.
    events
        The chain in order.
    sealed
        Whether the program that wrote it closed it in order.
    """

    path: Path
    meta: dict[str, str]
    segments: dict[int, SegmentHeader]
    events: tuple[StoredEvent, ...]
    sealed: bool

    def blocks(self, segment: int) -> Iterator[StoredBlock]:
        """Yield the samples of one segment in order."""
        header = self.segments[segment]
        with closing(_open(self.path)) as connection:
            rows = connection.execute(
                "SELECT first_index, lost, encoding, samples, flags FROM raw "
                "WHERE segment = ? ORDER BY first_index",
                (segment,),
            )
            for first_index, lost, encoding, samples, flags in rows:
                uv = _decode(samples, encoding, header)
                yield StoredBlock(first_index, lost, uv, _decode_flags(flags, uv))

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
        try:
            return None if event is None else event.read(of)
        except ValueError as error:
            raise RecordCorruptError(
                say("{file!s} holds what no visit holds: {error!s}.", file=self.path, error=error)
            ) from error

    def verify(self) -> None:
        """Raise `AuditBrokenError` naming the first event that was altered, cut or inserted."""
        head = GENESIS
        with closing(_open(self.path)) as connection:
            rows = connection.execute(
                "SELECT sequence, utc, sample_index, kind, body, previous_hash, hash "
                "FROM event ORDER BY sequence"
            ).fetchall()
        for expected, (sequence, utc, index, kind, body, previous, digest) in enumerate(rows, 1):
            chained = event_hash(head, sequence, utc, index, kind, body)
            if sequence != expected or previous != head or digest != chained:
                raise AuditBrokenError(
                    say(
                        "{file!s}: record {n} of {total} was altered.",
                        file=self.path,
                        n=expected,
                        total=len(rows),
                    ),
                    say("Do not rely on this file; restore it from a copy."),
                )
            head = digest


def read_meta(path: Path) -> dict[str, str]:
    """Return program, subject, origin and start of a session file, and nothing else of it.

    Raises
    ------
    RecordCorruptError
        Not a session file, damaged, or made by a newer version.
    """
    try:
        with closing(_open(path)) as connection:
            return dict(connection.execute("SELECT key, value FROM meta").fetchall())
    except sqlite3.DatabaseError as error:
        raise RecordCorruptError(
            say("{file!s} is damaged: {error!s}.", file=path, error=error)
        ) from error


def read_session(path: Path) -> StoredSession:
    """Open a session file.

    Raises
    ------
    RecordCorruptError
        Not a session file, damaged, or made by a newer version.
    """
    try:
        with closing(_open(path)) as connection:
            meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
            segments = {
                number: SegmentHeader(began, fs_hz, n_channels, scale, json.loads(board))
                for number, began, fs_hz, n_channels, scale, board in connection.execute(
                    "SELECT id, began_utc, fs_hz, n_channels, uv_per_count, board FROM segment"
                )
            }
            events = tuple(
                StoredEvent(sequence, utc, index, kind, json.loads(body))
                for sequence, utc, index, kind, body in connection.execute(
                    "SELECT sequence, utc, sample_index, kind, body FROM event ORDER BY sequence"
                )
            )
    except (sqlite3.DatabaseError, ValueError) as error:
        raise RecordCorruptError(
            say("{file!s} is damaged: {error!s}.", file=path, error=error)
        ) from error
    sealed = bool(events) and events[-1].kind == "seal"
    return StoredSession(path, meta, segments, events, sealed)


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise RecordCorruptError(
            say("There is no file {file!s}.", file=path), say("Check the name.")
        )
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)
    try:
        connection.execute("PRAGMA query_only=1")
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        connection.close()
        raise RecordCorruptError(
            say(
                "{file!s} is not an Evenhand session, or damaged ({error!s}).",
                file=path,
                error=error,
            )
        ) from error
    if application != APPLICATION_ID:
        connection.close()
        raise RecordCorruptError(
            say("{file!s} is a database, but not an Evenhand session.", file=path)
        )
    if version > FORMAT_VERSION:
        connection.close()
        raise RecordCorruptError(
            say(
                "{file!s} was made by a newer Evenhand (format {version}, this one reads {known}).",
                file=path,
                version=version,
                known=FORMAT_VERSION,
            ),
            say("Update Evenhand."),
        )
    return connection


def _decode(samples: bytes, encoding: str, header: SegmentHeader) -> FloatArray:
    shape = (-1, header.n_channels)
    if encoding == "i4" and header.uv_per_count is not None:
        counts = np.frombuffer(samples, dtype="<i4").reshape(shape)
        return (counts * header.uv_per_count).T
    return np.frombuffer(samples, dtype="<f8").reshape(shape).T


def _decode_flags(flags: bytes | None, samples_uv: FloatArray) -> FlagArray:
    if flags is None:
        return np.zeros(samples_uv.shape, dtype=np.uint8)
    return np.frombuffer(flags, dtype=np.uint8).reshape(samples_uv.shape[::-1]).T
