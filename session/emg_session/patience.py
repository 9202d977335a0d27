"""`promptly`: what waits for a disk, and no longer than a person should.

A call that hangs in the system cannot be ended. It is left to a thread of its own, and whoever
asked is told that the disk does not answer.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from emg_session.deeds import WRITTEN_S
from emg_session.record_folder import SUFFIX
from emg_session.recorder import no_answer
from emg_session.storage import storage_errors
from emg_signal.errors import StorageFullError
from emg_signal.phrase import say

T = TypeVar("T")


def promptly(work: Callable[[], T], place: Path) -> T:
    """Return what `work` returns; it goes on alone if that takes longer than `WRITTEN_S`.

    Parameters
    ----------
    work
        Waits for the disk, and changes nothing that anybody else relies on.
    place
        File or folder on that disk.

    Raises
    ------
    StorageFullError
        The disk did not answer in time; else what `work` raises.
    """
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # whoever waits raises it
            done.set_exception(error)

    threading.Thread(target=run, name="waiting for a disk", daemon=True).start()
    try:
        return done.result(WRITTEN_S)
    except TimeoutError:
        if done.done():
            raise  # the system's own
        raise StorageFullError(
            say("{file!s}: {what}", file=place, what=no_answer(WRITTEN_S)),
            say("Choose another place for the record."),
        ) from None


def require_answer(folder: Path) -> None:
    """Make sure that a folder is there and takes what is written, within `WRITTEN_S`.

    Raises
    ------
    StorageFullError
        It does not, or not in time.
    """
    with storage_errors(folder):
        promptly(lambda: _try(folder), folder)


def _try(folder: Path) -> None:
    for made in (folder.parent, folder):  # `parents` would take no mode
        made.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f".{secrets.token_hex(8)}{SUFFIX}.part"
    file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        os.fsync(file)
    finally:
        os.close(file)
        path.unlink(missing_ok=True)
