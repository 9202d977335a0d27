"""The map's walks name files that are there, none twice in one walk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WALKS = ("byte → pixel", "plan → suggestion", "decision → record", "fault → wire", "text → German")
FILE = re.compile(r"`([\w/]+/[\w/]+\.(?:py|ts|qm))`")


@pytest.mark.parametrize("walk", WALKS)
def test_a_walk_names_files_that_are_there_and_none_twice(project_root: Path, walk: str) -> None:
    page = (project_root / "docs" / "architecture.md").read_text(encoding="utf-8")
    _, _, after = page.partition(f"### {walk}\n")
    named = FILE.findall(after.partition("\n#")[0])
    assert len(named) >= 4
    assert [name for name in named if not (project_root / name).is_file()] == []
    assert sorted(set(named)) == sorted(named)
