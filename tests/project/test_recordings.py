"""The recordings that tests read are, byte for byte, those that docs/recordings.md names."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

ROW = re.compile(r"^\| `([\w.]+)` \| `([0-9a-f]{64})` \|", re.MULTILINE)


def test_the_recordings_are_those_of_the_page(project_root: Path, shared_data: Path) -> None:
    named = dict(ROW.findall((project_root / "docs/recordings.md").read_text("utf-8")))
    assert len(named) == 2
    for name, digest in named.items():
        assert hashlib.sha256((shared_data / name).read_bytes()).hexdigest() == digest, name
