"""`SessionFile`: one treatment in one SQLite file, written so that nothing recorded is lost.

What stands in it is said in `record_format`, what holds it together in `chain`. A file is made
whole under another name and takes its own only then. WAL with ``synchronous=FULL``: a commit
survives the death of the program and of the machine, and what was not committed is at most what
the recorder holds back (half a second). Once sealed, a file has no log beside it.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from emg_device.recordings.recording import check_header
from emg_session.chain import Tip, block_hash, canonical_json, event_hash, without_surrogates
from emg_session.entries import NewEvent, SegmentHeader
from emg_session.making import MIN_FREE_BYTES, make_file
from emg_session.record_format import FORMAT_VERSION, READ_TIP, SEAL, SEGMENT, WITHDRAWN
from emg_session.storage import connect, identity, log_of, storage_errors
from emg_signal.chunk import FlagArray, FloatArray
from emg_signal.errors import RecordError
from emg_signal.phrase import say

CHECKPOINT_S = 10.0
"""So often the log is merged, so that a copy of the file without it lacks little."""


class SessionFile:
    """Writes one session; used by one thread at a time.

    Parameters
    ----------
    path
        The file.
    connection
        Open, to be closed here.
    version
        Format of the file.
    tip
        How far it got.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        version: int = FORMAT_VERSION,
        tip: Tip | None = None,
    ) -> None:
        self.path = path
        self._connection = connection
        self._version = version
        self._tip = tip or Tip()
        self._scales: dict[int, float | None] = {}
        self._checkpoint_s = time.monotonic()
        self._places: dict[Path, tuple[int, int]] = {}
        self._remember(path)

    @classmethod
    def create(
        cls, path: Path, *, meta: Mapping[str, str], min_free_bytes: int = MIN_FREE_BYTES
    ) -> SessionFile:
        """Make a new session file, readable by its owner alone.

        Parameters
        ----------
        path
            Its name; a file that is killed while it is made leaves nothing of that name.
        meta
            Program, label of the person, origin, when it began.
        min_free_bytes
            Least room for a start.

        Raises
        ------
        StorageFullError
            No room, no permission, or less than `min_free_bytes` free.
        RecordError
            The file exists already (a session is never overwritten), or `meta` holds what is no
            character.
        """
        make_file(path, meta, min_free_bytes)
        with storage_errors(path):
            connection = connect(path)
            connection.execute("PRAGMA journal_mode=WAL")
            tip = Tip(*connection.execute(READ_TIP).fetchone())
        return cls(path, connection, tip=tip)

    def begin_segment(self, number: int, header: SegmentHeader) -> None:
        """Add the header that the raw samples of segment `number` refer to.

        Raises
        ------
        RecordCorruptError
            More channels or samples a second than can be read back.
        """
        check_header(self.path.name, header.n_channels, header.fs_hz)
        self._scales[number] = header.uv_per_count
        body = {"number": number, **asdict(header)}
        self.append_event(SEGMENT, body, utc=header.began_utc, index=-1)

    def append_raw(
        self, segment: int, first_index: int, samples_uv: FloatArray, flags: FlagArray, lost: int
    ) -> None:
        """Add consecutive samples, without loss of a bit.

        Parameters
        ----------
        segment
            Number that `begin_segment` was given.
        first_index
            Index of the first sample in the stream.
        samples_uv
            ``(n_channels, n_samples)``, µV.
        flags
            Of the same shape, `SampleFlag`.
        lost
            Samples missing directly before.

        Raises
        ------
        ValueError
            A sample that is NaN or infinite.
        """
        encoding, blob = encode(samples_uv, self._scales[segment])
        marks = flags.T.tobytes() if flags.any() else None
        sequence, tip = self._tip.blocks + 1, self._tip
        row = (sequence, segment, first_index, samples_uv.shape[1], lost, encoding, blob, marks)
        digest = block_hash(tip.block_hash, *row)
        self._execute("INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row, digest)
        self._tip = tip.with_block(digest)

    def append_event(
        self, kind: str, body: Mapping[str, Any], *, utc: str, index: int, key: str | None = None
    ) -> bool:
        """Add an event to the chain; False if one with the same idempotency `key` is there.

        Parameters
        ----------
        kind, body, key
            As in `NewEvent`.
        utc, index
            As for `append_events`.
        """
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
        # All texts before any record: one that JSON cannot say must leave none of them behind.
        texts = [canonical_json(event.body) for event in events]
        keys = [None if each.key is None else without_surrogates(each.key) for each in events]
        if any(key is not None and self._has_key(key) for key in keys):
            return False
        for event, text, key in zip(events, texts, keys, strict=True):
            self._insert(event.utc or utc, index, event.kind, text, key)
        return True

    def withdraw(self, first: int, last: int, *, utc: str, index: int) -> None:
        """Say of some events that they do not hold.

        Parameters
        ----------
        first, last
            Numbers of the events, from 1, both included.
        utc, index
            As for `append_events`.
        """
        self.append_event(WITHDRAWN, {"from": first, "to": last}, utc=utc, index=index)

    @property
    def events(self) -> int:
        """Number of events so far."""
        return self._tip.events

    def commit(self) -> None:
        """Make everything so far survive the death of the program and of the machine."""
        if not self._connection.in_transaction:
            return
        with storage_errors(self.path):
            if self._version > 1:
                tip = self._tip
                self._connection.execute(
                    "UPDATE tip SET events = ?, event_hash = ?, blocks = ?, block_hash = ?",
                    (tip.events, tip.event_hash, tip.blocks, tip.block_hash),
                )
            self._connection.execute("COMMIT")
            if time.monotonic() - self._checkpoint_s >= CHECKPOINT_S:
                self._checkpoint_s = time.monotonic()
                # Passive: it merges what it can and waits for no program that reads the file.
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        self._remember(log_of(self.path))

    def require_in_place(self) -> None:
        """Raise `RecordError` if the file or its log is no longer where it was.

        What is written to a file that was removed or renamed is lost with the program.
        """
        for path, known in self._places.items():
            if identity(path) != known:
                raise RecordError(
                    say(
                        "{file!s} is no longer there: it was removed or renamed, or its medium "
                        "was taken out.",
                        file=path,
                    ),
                    say("Choose another place for the record."),
                )

    def close(self, *, utc: str, index: int) -> None:
        """Seal the chain (how far it got) and close the file, with nothing left beside it."""
        tip = self._tip
        body: dict[str, Any] = {"events": tip.events, "head": tip.event_hash}
        if self._version > 1:
            body |= {"blocks": tip.blocks, "block_head": tip.block_hash}
        self.append_event(SEAL, body, utc=utc, index=index)
        self.commit()
        self.require_in_place()
        with storage_errors(self.path):
            self._merge_log()
        self.abandon()

    def abandon(self) -> None:
        """Close the file as it is, without a seal (after a failure to write)."""
        self._connection.close()

    def _merge_log(self) -> None:
        """Make the file whole without its log; while somebody reads it, the log stays."""
        try:
            self._connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname not in ("SQLITE_BUSY", "SQLITE_LOCKED"):
                raise

    def _remember(self, path: Path) -> None:
        if path not in self._places and (known := identity(path)) is not None:
            self._places[path] = known

    def _insert(self, utc: str, index: int, kind: str, text: str, key: str | None) -> None:
        sequence, head = self._tip.events + 1, self._tip.event_hash
        digest = event_hash(self._version, head, sequence, utc, index, kind, text, key)
        self._execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            sequence, utc, index, kind, text, key, head, digest,
        )  # fmt: skip
        self._tip = self._tip.with_event(digest)

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

    Parameters
    ----------
    samples_uv
        ``(n_channels, n_samples)``, µV.
    uv_per_count
        Scale of the board, µV per count; None where it has no counts.

    Raises
    ------
    ValueError
        A sample that is NaN or infinite.
    """
    if not np.isfinite(samples_uv).all():
        raise ValueError("a sample is not finite")
    if uv_per_count is not None:
        counts = np.rint(samples_uv / uv_per_count)
        # Beyond 31 bits a count would come back as another one, without an error.
        if np.all(np.abs(counts * uv_per_count - samples_uv) <= 1e-6 * uv_per_count) and np.all(
            np.abs(counts) < 2**31
        ):
            return "i4", counts.T.astype("<i4").tobytes()
    return "f8", samples_uv.T.astype("<f8").tobytes()
