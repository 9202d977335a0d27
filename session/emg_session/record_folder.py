"""Where this person's computer keeps session files, and how a new one is named.

A name holds the time and random letters, never anything that somebody typed: labels of people
are text inside the file, and no label can lead to another folder.
"""

from __future__ import annotations

import datetime as dt
import secrets
from pathlib import Path

from platformdirs import user_data_path

from emg_signal.errors import StorageFullError
from emg_signal.phrase import say

SUFFIX = ".evenhand"


def default_folder() -> Path:
    """Return the folder of this user's sessions; it may not exist yet."""
    return user_data_path("evenhand") / "sessions"


def new_record(folder: Path, began_utc: str) -> Path:
    """Return a new name in `folder`, making the folder readable by its owner alone.

    Parameters
    ----------
    folder
        Where session files are kept.
    began_utc
        ISO 8601 with offset; gives the name its order in time.

    Raises
    ------
    StorageFullError
        The folder cannot be made.
    """
    try:
        for made in (folder.parent, folder):  # `parents` would take no mode
            made.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StorageFullError(
            say(
                "Cannot make the folder {folder!s}: {error!s}.", folder=folder, error=error.strerror
            ),
            say("Choose another with --record."),
        ) from error
    return folder / record_name(began_utc)


def record_name(began_utc: str) -> str:
    """Return a new name of a file for a record that began at a time of day, ISO 8601."""
    began = dt.datetime.fromisoformat(began_utc).astimezone(dt.UTC)
    return f"{began:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}{SUFFIX}"
