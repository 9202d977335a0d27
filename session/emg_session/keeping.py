"""Keeping sessions: a whole copy elsewhere, also of one that is recorded still, and a late seal."""

from __future__ import annotations

import os
import secrets
from contextlib import closing
from pathlib import Path

from emg_session.private_file import create_private
from emg_session.record_boundary import opened
from emg_session.reopening import reopen_session
from emg_session.storage import connect, storage_errors
from emg_session.stored import read_session, read_verified
from emg_signal.errors import RecordError
from emg_signal.phrase import say


def copy_session(path: Path, folder: Path) -> Path:
    """Copy a session into a folder and return the copy.

    The copy holds one moment of a session that is recorded still, needs no log beside it, was
    verified, and is on the disk, before it takes its name.

    Parameters
    ----------
    path
        Session file.
    folder
        Where to; made if it is not there.

    Raises
    ------
    RecordError
        It is no session, damaged or altered; a file of its name is there; or the folder takes
        nothing.
    """
    target = folder / path.name
    with storage_errors(target):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if target.exists():
        raise RecordError(
            say("{name} is there already.", name=target), say("Choose another folder.")
        )
    part = folder / f".{secrets.token_hex(8)}.part"
    try:
        with storage_errors(target):
            create_private(part).close()
            with opened(path) as (source, _), closing(connect(part)) as copy:
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE").fetchone()
        read_verified(part)
        with storage_errors(target):
            _sync(part)
            part.rename(target)
            _sync(folder)
    finally:
        part.unlink(missing_ok=True)
    return target


def recover_session(path: Path, *, utc: str) -> bool:
    """Seal a session whose program died; False if it is sealed already.

    What it lost, at most what was not committed, is lost; that it was sealed late is on record.

    Parameters
    ----------
    path
        Session file; its log beside it, if there is one, goes into it.
    utc
        Now, ISO 8601 with offset.

    Raises
    ------
    RecordError
        Another program has it open, or it is no session, damaged or altered.
    """
    if read_session(path).sealed:
        return False
    file = reopen_session(path, utc=utc)
    try:
        file.close(utc=utc, index=-1)
    except BaseException:
        file.abandon()
        raise
    return True


def _sync(path: Path) -> None:
    """Let what is written outlive the machine; a folder cannot be opened on Windows."""
    flags = os.O_RDWR if path.is_file() else os.O_RDONLY
    try:
        descriptor = os.open(path, flags)
    except PermissionError:
        if os.name == "nt":
            return
        raise
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
