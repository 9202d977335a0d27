"""`create_private`: a new file for its owner alone, as whatever may hold a person's label."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

OWNER_ALONE = 0o600


def create_private(path: Path) -> BinaryIO:
    """Create `path` and open it for writing; never over another file.

    Raises
    ------
    FileExistsError
        There is a file, or a link, of that name.
    OSError
        It cannot be made.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ALONE)
    return os.fdopen(descriptor, "wb")
