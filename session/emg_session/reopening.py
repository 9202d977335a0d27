"""Going on with a session file that was closed, or whose program died."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from emg_session.chain import Tip
from emg_session.record_boundary import opened
from emg_session.record_format import READ_TIP, REOPENED
from emg_session.storage import connect, storage_errors
from emg_session.store import SessionFile
from emg_session.stored import read_verified
from emg_signal.errors import RecordError
from emg_signal.phrase import say


def reopen_session(path: Path, *, utc: str) -> SessionFile:
    """Return a session file to append to; that it was opened again is on record.

    The chain goes on after its seal, and a new seal will end it. A file of an older format stays
    one: no hash is ever made anew.

    Raises
    ------
    RecordError
        Another program has it open.
    RecordCorruptError, AuditBrokenError
        It is no session, damaged, or its records were altered.
    """
    with opened(path):
        pass  # a session at all, before a lock is asked for
    with storage_errors(path):
        connection = connect(path)
    try:
        _require_alone(connection, path)
        session = read_verified(path)
        with storage_errors(path):
            connection.execute("PRAGMA journal_mode=WAL")
            tip = _tip_of(connection, session.version)
        file = SessionFile(path, connection, version=session.version, tip=tip)
        body = {"events": tip.events, "head": tip.event_hash}
        file.append_event(REOPENED, body, utc=utc, index=-1)
        file.commit()
    except BaseException:
        connection.close()
        raise
    return file


def _tip_of(connection: sqlite3.Connection, version: int) -> Tip:
    if version > 1:
        return Tip(*connection.execute(READ_TIP).fetchone())
    newest = connection.execute(
        "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1"
    ).fetchone()
    return Tip() if newest is None else Tip(*newest)


def _require_alone(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `RecordError` while another connection has the file open: chains must not mix."""
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA locking_mode=NORMAL")
        connection.execute("SELECT count(*) FROM event").fetchone()  # lets go of the lock
    except sqlite3.OperationalError as error:
        raise RecordError(
            say("{file} is open in another window.", file=path.name), say("Close that one first.")
        ) from error
