"""The one boundary through which session files are read.

A file comes from anywhere: a stick, a mail, a damaged disk. Within `opened` it is a database of
ours with the tables of its format and nothing else, no value longer than `MOST_BYTES`; whatever
goes wrong all the same while it is read is one `RecordCorruptError` that names what is damaged.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from emg_session.record_format import APPLICATION_ID, FORMAT_VERSION, TABLES
from emg_session.storage import log_of
from emg_signal.errors import EmgError, RecordCorruptError, RecordError
from emg_signal.phrase import Phrase, say
from emg_signal.text_file import read_bytes

MOST_BYTES = 64 * 1024 * 1024
"""Longest value: half a second of 64 channels at 20 kHz are 5 MB."""


class _DamageError(Exception):
    """Something went wrong while a part of a file was read."""

    def __init__(self, part: Phrase, why: str) -> None:
        super().__init__(part, why)
        self.part, self.why = part, why


@contextmanager
def part(name: Phrase) -> Iterator[None]:
    """Name what is read within, should it turn out to be damaged."""
    try:
        yield
    except (EmgError, _DamageError):
        raise
    except Exception as error:
        raise _DamageError(name, _words(error)) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong within into `RecordError`s that name the file.

    Raises
    ------
    RecordCorruptError
        It is damaged.
    RecordError
        It cannot be read now: no permission, or another program holds it.
    """
    try:
        yield
    except EmgError:
        raise
    except OSError as error:
        raise RecordError(
            say("Cannot read {file!s}: {error!s}.", file=path, error=error.strerror or error)
        ) from error
    except _DamageError as error:
        raise _corrupt(path, error.part, error.why) from error
    except Exception as error:
        if getattr(error, "sqlite_errorname", "") in ("SQLITE_BUSY", "SQLITE_LOCKED"):
            raise RecordError(
                say("{file} is open in another window.", file=path.name),
                say("Close that one first."),
            ) from error
        raise _corrupt(path, say("the file"), _words(error)) from error


@contextmanager
def opened(path: Path) -> Iterator[tuple[sqlite3.Connection, int]]:
    """Yield a connection that cannot write, and the format of the file.

    All that is read within is of one moment: a commit in between is not seen by halves.

    Raises
    ------
    RecordCorruptError
        Not a session file, damaged, or made by a newer version.
    RecordError
        It cannot be read now.
    """
    with reading(path), closing(_connect(path)) as connection:
        connection.execute("BEGIN")  # one moment of a file that its owner goes on writing
        version = _version_of(path, connection)
        with part(say("its tables")):
            _check_tables(connection, version)
        yield connection, version


def _connect(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise RecordCorruptError(
            say("There is no file {file!s}.", file=path), say("Check the name.")
        )
    if read_bytes(path, 16) != b"SQLite format 3\0":
        raise RecordCorruptError(say("{file!s} is not an Evenhand session.", file=path))
    uri = path.resolve().as_uri()
    try:
        return _limited(f"{uri}?mode=ro")
    except sqlite3.OperationalError:
        if log_of(path).exists():
            raise
        # A file in WAL mode needs its log's index beside it, which a read-only medium cannot take.
        return _limited(f"{uri}?mode=ro&immutable=1")


def _limited(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=1.0, isolation_level=None)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
        for pragma in ("query_only=1", "trusted_schema=0", "cell_size_check=1"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA user_version").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _version_of(path: Path, connection: sqlite3.Connection) -> int:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID:
        raise RecordCorruptError(
            say("{file!s} is a database, but not an Evenhand session.", file=path)
        )
    if version > FORMAT_VERSION:
        raise RecordCorruptError(
            say(
                "{file!s} was made by a newer Evenhand (format {version}, this one reads {known}).",
                file=path,
                version=version,
                known=FORMAT_VERSION,
            ),
            say("Update Evenhand."),
        )
    if version not in TABLES:
        raise _corrupt(path, say("its format"), str(version))
    return version


def _check_tables(connection: sqlite3.Connection, version: int) -> None:
    """Raise `ValueError` unless the file holds the tables of its format, to the letter."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master LIMIT 20").fetchall()
    found = {(kind, name, _spelled(sql)) for kind, name, sql in rows if sql is not None}
    wanted = {("table", name, _spelled(sql)) for name, sql in TABLES[version].items()}
    if found != wanted:
        raise ValueError(", ".join(sorted({fit(name) for _, name, _ in found ^ wanted})))


def _spelled(sql: str) -> str:
    return " ".join(sql.split())


def fit(value: object, most: int = 40) -> str:
    """Return what a file holds so that it can be shown: printable, on one line, not too long."""
    text = " ".join(str(value).split())[:most]
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _words(error: Exception) -> str:
    return fit(error, 200) or type(error).__name__


def _corrupt(path: Path, name: Phrase, why: str) -> RecordCorruptError:
    return RecordCorruptError(
        say("{file!s} is damaged: {part} ({why}).", file=path, part=name, why=why),
        say("Restore it from a copy."),
    )
