"""`home_path`: a path as a person types it, with ``~`` for their own folder."""

from __future__ import annotations

import os.path
from pathlib import Path


def home_path(text: str) -> Path:
    """Return the path; the home of a user who is not here stays as typed, and leads nowhere.

    `Path.expanduser` would raise RuntimeError for it.
    """
    return Path(os.path.expanduser(text))  # noqa: PTH111 - see above
