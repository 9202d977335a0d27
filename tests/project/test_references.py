"""What a page or a comment points to is there."""

from __future__ import annotations

import re
from pathlib import Path

TEST = re.compile(r"\btests/[\w/]+\.(?:py|sh)\b")


def test_every_test_that_a_page_names_is_there(project_root: Path, our_files: list[Path]) -> None:
    missing = [
        f"{path.relative_to(project_root)}: {name}"
        for path in our_files
        if path.suffix in {".md", ".yml"}
        for name in TEST.findall(path.read_text("utf-8"))
        if not (project_root / name).is_file()
    ]
    assert not missing, missing


def test_the_readme_lists_every_page(project_root: Path) -> None:
    readme = (project_root / "README.md").read_text("utf-8")
    pages = [f"docs/{path.name}" for path in (project_root / "docs").glob("*.md")]
    assert [page for page in pages if f"({page})" not in readme] == []


def test_the_version_stands_in_one_place(project_root: Path) -> None:
    citation = (project_root / "CITATION.cff").read_text("utf-8")
    assert not re.search(r"^version:", citation, re.MULTILINE), "pyproject.toml has the version"
