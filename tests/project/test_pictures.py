"""Every picture is shown by a page, and every page's pictures are there."""

from __future__ import annotations

import re
from pathlib import Path

PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+\.(?:png|svg|webp))\)")


def shown(root: Path) -> set[Path]:
    pages = [*root.glob("*.md"), *root.glob("*/README.md"), *(root / "docs").rglob("*.md")]
    return {
        (page.parent / name).resolve()
        for page in pages
        for name in PICTURE.findall(page.read_text(encoding="utf-8"))
    }


def test_every_picture_is_shown_by_a_page_and_none_is_missing(project_root: Path) -> None:
    assert shown(project_root) == set((project_root / "docs" / "images").iterdir())
