"""What every writer of a session file needs: its connection, its log, and errors that name it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from emg_signal.errors import RecordCorruptError, RecordError, StorageFullError
from emg_signal.phrase import say

SPACE = say("Free some space or choose another folder.")


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into ours, naming the file."""
    try:
        yield
    # The first two are DatabaseErrors themselves, so that the order is part of the meaning.
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


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection whose commits survive the death of the machine."""
    # Transactions begin and end where we say so (`isolation_level`), and the thread that writes
    # is not the one that opened the file.
    connection = sqlite3.connect(path, timeout=1.0, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def log_of(path: Path) -> Path:
    """Return the name of SQLite's log beside a file."""
    return path.with_name(f"{path.name}-wal")


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another of its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
