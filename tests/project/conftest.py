"""What the tests of the project as a whole read: every text file that is ours."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDERS = (
    "device", "signal", "dosing", "session", "simulators", "ui",
    "firmware_stubs", "tests", "benchmarks", "tools", "docs", ".github",
)  # fmt: skip
TEXT = {
    ".py", ".md", ".toml", ".ts", ".c", ".h", ".ino", ".sh", ".yml", ".yaml",
    ".json", ".cff", ".txt", ".svg", ".properties", "",
}  # fmt: skip


@pytest.fixture(scope="session")
def our_files(request: pytest.FixtureRequest) -> list[Path]:
    """Return the project's own text files, without what set-up and tests make."""
    root = request.config.rootpath
    found = [path for path in root.iterdir() if path.name != ".git"]
    for folder in FOLDERS:
        found += (root / folder).rglob("*")
    texts = [path for path in found if path.is_file() and path.suffix in TEXT]
    return sorted(path for path in texts if "__pycache__" not in path.parts)
