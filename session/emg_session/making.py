"""Making a session file: whole, in one transaction, under a name that nobody looks for.

A program that is killed meanwhile leaves no file of the wanted name.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from emg_session.chain import GENESIS, canonical_json, event_hash, without_surrogates
from emg_session.record_format import APPLICATION_ID, FORMAT_VERSION, META, TABLES
from emg_session.storage import SPACE, connect, storage_errors
from emg_signal.errors import RecordError, StorageFullError
from emg_signal.phrase import say

MIN_FREE_BYTES = 500 * 1024 * 1024
"""A session does not start below this: engineering judgement, some 17 hours of 8 x 250 Hz."""


def make_file(path: Path, meta: Mapping[str, str], min_free_bytes: int) -> None:
    """Make a session file with its first event; see `SessionFile.create`.

    Raises
    ------
    StorageFullError
        No room, no permission, or less than `min_free_bytes` free.
    RecordError
        The file exists already, or `meta` holds what is no character.
    """
    _require_text(path, meta)
    with storage_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        free_bytes = shutil.disk_usage(path.parent).free
        _require_new(path)
    _require_room(path, free_bytes, min_free_bytes)
    making = path.with_name(f".{secrets.token_hex(8)}.part")
    with storage_errors(path):
        try:
            _make(making, meta)
            _publish(making, path)
        finally:
            making.unlink(missing_ok=True)


def _require_text(path: Path, meta: Mapping[str, str]) -> None:
    for key, value in meta.items():
        if without_surrogates(value) != value:
            raise RecordError(
                say("{file!s}: {key} holds what is no character.", file=path, key=key),
                say("Type it anew."),
            )


def _require_new(path: Path) -> None:
    if os.path.lexists(path):
        raise RecordError(
            say("{file!s} exists already and is never overwritten.", file=path),
            say("Choose another name."),
        )


def _require_room(path: Path, free_bytes: int, needed_bytes: int) -> None:
    if free_bytes < needed_bytes:
        raise StorageFullError(
            say(
                "Only {free:.0f} MB are free beside {file!s}; a session needs {needed:.0f} MB.",
                free=free_bytes / 1e6,
                file=path,
                needed=needed_bytes / 1e6,
            ),
            SPACE,
        )


def _make(path: Path, meta: Mapping[str, str]) -> None:
    """Write a whole file with its first event, in one transaction."""
    utc, body = meta.get("began_utc", ""), canonical_json(meta)
    digest = event_hash(FORMAT_VERSION, GENESIS, 1, utc, -1, META, body, None)
    # Before SQLite makes it, which would leave it readable to others.
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=MEMORY")  # a part of a file has no name to find
        connection.execute("BEGIN")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={FORMAT_VERSION}")
        for statement in TABLES[FORMAT_VERSION].values():
            connection.execute(statement)
        connection.execute(
            "INSERT INTO event VALUES (1, ?, -1, ?, ?, NULL, ?, ?)",
            (utc, META, body, GENESIS, digest),
        )
        connection.execute("INSERT INTO tip VALUES (0, 1, ?, 0, ?)", (digest, GENESIS))
        connection.execute("COMMIT")


def _publish(made: Path, path: Path) -> None:
    """Give a file its name, and never that of another."""
    try:
        # Not a rename, which would replace a file that came there meanwhile.
        os.link(made, path)
    except FileExistsError:
        _require_new(path)
    except OSError:  # a file system without links, as on a stick
        _require_new(path)
        made.rename(path)
    if os.name == "posix":
        # The new name is an entry of the folder: until that is on disk, a crash may lose it.
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
