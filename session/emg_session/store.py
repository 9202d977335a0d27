"""`SessionFile`: one treatment in one SQLite file, written so that nothing recorded is lost.

Layout (format version 1)::

    segment  one unbroken connection: board, rate, scale, when it began
    raw      consecutive samples of a segment: int32 counts (or float64 µV where the board has
             no counts), sample-major, little-endian, with flags where any is set
    event    calibration, locked measurement, plan versions, suggestions, decisions, link
             events; each carries the hash of the one before (an altered record breaks the chain)
    meta     format, program version, subject label

WAL with ``synchronous=FULL``: a commit survives the death of the program, and what was not
committed is at most what the recorder holds back (half a second).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from emg_signal.chunk import FlagArray, FloatArray
from emg_signal.errors import RecordCorruptError, RecordError, StorageFullError
from emg_signal.phrase import say

APPLICATION_ID = 0x45564E48  # "EVNH"
FORMAT_VERSION = 1
MIN_FREE_BYTES = 500 * 1024 * 1024
"""A session does not start below this: engineering judgement, some 17 hours of 8 x 250 Hz."""

SPACE = say("Free some space or choose another folder.")

GENESIS = "0" * 64

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE segment (
    id INTEGER PRIMARY KEY, began_utc TEXT NOT NULL, fs_hz REAL NOT NULL,
    n_channels INTEGER NOT NULL, uv_per_count REAL, board TEXT NOT NULL) STRICT;
CREATE TABLE raw (
    segment INTEGER NOT NULL REFERENCES segment (id), first_index INTEGER NOT NULL,
    n_samples INTEGER NOT NULL, lost INTEGER NOT NULL, encoding TEXT NOT NULL,
    samples BLOB NOT NULL, flags BLOB, PRIMARY KEY (segment, first_index)) STRICT;
CREATE TABLE event (
    sequence INTEGER PRIMARY KEY, utc TEXT NOT NULL, sample_index INTEGER NOT NULL,
    kind TEXT NOT NULL, body TEXT NOT NULL, idempotency_key TEXT UNIQUE,
    previous_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
"""


def canonical_json(body: Mapping[str, Any]) -> str:
    """Return the one spelling of `body` that is stored and hashed; NaN is refused."""
    return json.dumps(body, sort_keys=True, ensure_ascii=False, allow_nan=False)


def event_hash(previous: str, sequence: int, utc: str, index: int, kind: str, body: str) -> str:
    """Return the SHA-256 that chains an event to the one before it."""
    text = "\x1f".join((previous, str(sequence), utc, str(index), kind, body))
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into ours, naming the file."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise RecordError(
            say("{file!s} refused a record: {error!s}.", file=path, error=error)
        ) from error
    except sqlite3.OperationalError as error:
        raise StorageFullError(
            say("Cannot write {file!s}: {error!s}.", file=path, error=error), SPACE
        ) from error
    except sqlite3.DatabaseError as error:
        raise RecordCorruptError(
            say("{file!s} is damaged: {error!s}.", file=path, error=error)
        ) from error
    except OSError as error:
        raise StorageFullError(
            say("Cannot write {file!s}: {error!s}.", file=path, error=error.strerror),
            say("Choose another file or folder."),
        ) from error


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What is to be put on record.

    Parameters
    ----------
    kind
        What it is, in a word or two.
    body
        Plain values for JSON; no NaN.
    key
        An event with a key that is on record already is dropped: a message sent twice.
    """

    kind: str
    body: Mapping[str, Any]
    key: str | None = None


@dataclass(frozen=True, slots=True)
class SegmentHeader:
    """What a segment was recorded with.

    Parameters
    ----------
    began_utc
        ISO 8601 with offset.
    fs_hz, n_channels
        Rate in Hz and number of channels.
    uv_per_count
        Scale in µV, or None where the source has no counts (samples are kept as float64 µV).
    board
        Everything that the board said of itself.
    """

    began_utc: str
    fs_hz: float
    n_channels: int
    uv_per_count: float | None
    board: Mapping[str, Any]


class SessionFile:
    """Writes one session; used by one thread at a time.

    Raises
    ------
    StorageFullError
        No room, no permission, or less than `min_free_bytes` free at the start.
    RecordError
        The file exists already: a session is never overwritten.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, head: str = GENESIS, events: int = 0
    ) -> None:
        self.path = path
        self._connection = connection
        self._head = head
        self._events = events
        self._scales: dict[int, float | None] = {}

    @classmethod
    def create(
        cls, path: Path, *, meta: Mapping[str, str], min_free_bytes: int = MIN_FREE_BYTES
    ) -> SessionFile:
        """Make a new session file, readable by its owner alone."""
        with storage_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            free = shutil.disk_usage(path.parent).free
        if free < min_free_bytes:
            raise StorageFullError(
                say(
                    "Only {free:.0f} MB are free beside {file!s}; a session needs {needed:.0f} MB.",
                    free=free / 1e6,
                    file=path,
                    needed=min_free_bytes / 1e6,
                ),
                SPACE,
            )
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError as error:
            raise RecordError(
                say("{file!s} exists already and is never overwritten.", file=path),
                say("Choose another name."),
            ) from error
        except OSError as error:
            raise StorageFullError(
                say("Cannot create {file!s}: {error!s}.", file=path, error=error.strerror)
            ) from error
        with storage_errors(path):
            connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={FORMAT_VERSION}")
            connection.executescript(_SCHEMA)
            connection.execute("BEGIN")
            connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
            connection.execute("COMMIT")
        return cls(path, connection)

    def begin_segment(self, number: int, header: SegmentHeader) -> None:
        """Add the header that the raw samples of segment `number` refer to."""
        self._scales[number] = header.uv_per_count
        self._execute(
            "INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?)",
            number,
            header.began_utc,
            header.fs_hz,
            header.n_channels,
            header.uv_per_count,
            canonical_json(header.board),
        )

    def append_raw(
        self, segment: int, first_index: int, samples_uv: FloatArray, flags: FlagArray, lost: int
    ) -> None:
        """Add consecutive samples, ``(n_channels, n_samples)`` µV, without loss of a bit."""
        encoding, blob = encode(samples_uv, self._scales[segment])
        self._execute(
            "INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?, ?)",
            segment,
            first_index,
            samples_uv.shape[1],
            lost,
            encoding,
            blob,
            flags.T.tobytes() if flags.any() else None,
        )

    def append_event(
        self, kind: str, body: Mapping[str, Any], *, utc: str, index: int, key: str | None = None
    ) -> bool:
        """Add an event to the chain; False if one with the same idempotency `key` is there."""
        return self.append_events([NewEvent(kind, body, key)], utc=utc, index=index)

    def append_events(self, events: Sequence[NewEvent], *, utc: str, index: int) -> bool:
        """Add events that belong together; False, and none of them, if a key is there already.

        They stand in one transaction: whatever becomes of the program before `commit`, none of
        them is found without the others.

        Parameters
        ----------
        events
            In their order.
        utc
            Time of day, ISO 8601 with offset.
        index
            Sample that they belong to; -1 for none.

        Raises
        ------
        ValueError
            A body holds NaN or what JSON cannot say; none of them is added.
        RecordError
            They cannot be written; the file is to be abandoned.
        """
        texts = [canonical_json(event.body) for event in events]
        if any(event.key is not None and self._has_key(event.key) for event in events):
            return False
        for event, text in zip(events, texts, strict=True):
            sequence = self._events + 1
            digest = event_hash(self._head, sequence, utc, index, event.kind, text)
            self._execute(
                "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                sequence, utc, index, event.kind, text, event.key, self._head, digest,
            )  # fmt: skip
            self._events, self._head = sequence, digest
        return True

    def commit(self) -> None:
        """Make everything so far survive the death of the program."""
        if self._connection.in_transaction:
            with storage_errors(self.path):
                self._connection.execute("COMMIT")

    def close(self, *, utc: str, index: int) -> None:
        """Seal the chain (count and last hash) and close the file."""
        self.append_event(
            "seal", {"events": self._events, "head": self._head}, utc=utc, index=index
        )
        self.commit()
        self.abandon()

    def abandon(self) -> None:
        """Close the file as it is, without a seal (after a failure to write)."""
        self._connection.close()

    def _has_key(self, key: str) -> bool:
        with storage_errors(self.path):
            found = self._connection.execute(
                "SELECT 1 FROM event WHERE idempotency_key = ?", (key,)
            ).fetchone()
        return found is not None

    def _execute(self, statement: str, *values: object) -> None:
        with storage_errors(self.path):
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN")
            self._connection.execute(statement, values)


def encode(samples_uv: FloatArray, uv_per_count: float | None) -> tuple[str, bytes]:
    """Return encoding (``i4`` or ``f8``) and bytes, sample-major, that give the samples back.

    Counts are used only where they do: a sample off the grid of the scale (a value that stands in
    for NaN, a file in other units) is kept as float64.
    """
    if uv_per_count is not None:
        counts = np.rint(samples_uv / uv_per_count)
        if np.all(np.abs(counts * uv_per_count - samples_uv) <= 1e-6 * uv_per_count) and np.all(
            np.abs(counts) < 2**31
        ):
            return "i4", counts.T.astype("<i4").tobytes()
    return "f8", samples_uv.T.astype("<f8").tobytes()
