"""Going on with a session file that was closed, or whose program died."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from emg_session.store import GENESIS, SessionFile, storage_errors
from emg_session.stored import read_session
from emg_signal.errors import RecordError
from emg_signal.phrase import say


def reopen_session(path: Path, *, utc: str) -> SessionFile:
    """Return a session file to append to; that it was opened again is on record.

    The chain goes on after its seal, and a new seal will end it.

    Raises
    ------
    RecordError
        Another program has it open.
    RecordCorruptError, AuditBrokenError
        It is no session, damaged, or its records were altered.
    """
    read_session(path).verify()
    with storage_errors(path):
        connection = sqlite3.connect(
            path, timeout=1.0, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA synchronous=FULL")
    try:
        _require_alone(connection, path)
        newest = connection.execute(
            "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
        events, head = newest or (0, GENESIS)
        file = SessionFile(path, connection, head=head, events=events)
        file.append_event("reopened", {"events": events, "head": head}, utc=utc, index=-1)
        file.commit()
    except BaseException:
        connection.close()
        raise
    return file


def _require_alone(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `RecordError` while another connection has the file open: chains must not mix."""
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA locking_mode=NORMAL")
        connection.execute("SELECT count(*) FROM meta").fetchone()  # lets go of the lock
    except sqlite3.OperationalError as error:
        raise RecordError(
            say("{file} is open in another window.", file=path.name), say("Close that one first.")
        ) from error
