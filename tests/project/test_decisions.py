"""Decision records have one form, one number each, and one index."""

from __future__ import annotations

import re
from pathlib import Path

HEAD = re.compile(r"# (\d{4}): (.+)\n\nAccepted, \d{4}-\d{2}-\d{2}\.\n\n## Question\n")
SECTIONS = ["Question", "Decision", "Why", "Price"]


def records(root: Path) -> list[Path]:
    return sorted(path for path in (root / "docs/adr").glob("*.md") if path.name != "README.md")


def test_every_record_has_the_one_form(project_root: Path) -> None:
    for path in records(project_root):
        text = path.read_text("utf-8")
        head = HEAD.match(text)
        assert head, f"{path.name}: begin as docs/adr/README.md shows"
        assert path.name.startswith(f"{head[1]}-"), path.name
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS, path.name


def test_no_number_stands_twice(project_root: Path) -> None:
    numbers = [path.name[:4] for path in records(project_root)]
    assert sorted(set(numbers)) == numbers


def test_the_index_lists_every_record_by_its_title(project_root: Path) -> None:
    index = (project_root / "docs/adr/README.md").read_text("utf-8").splitlines()
    lines = []
    for path in records(project_root):
        number, title = path.read_text("utf-8").splitlines()[0].removeprefix("# ").split(": ", 1)
        lines.append(f"- [{number}]({path.name}): {title}")
    assert [line for line in index if line.startswith("- [")] == lines


def test_every_record_that_is_named_is_there(project_root: Path, our_files: list[Path]) -> None:
    numbers = {path.name[:4] for path in records(project_root)}
    texts = (path.read_text("utf-8") for path in our_files)
    named = {number for text in texts for number in re.findall(r"docs/adr/(\d{4})", text)}
    assert named <= numbers, sorted(named - numbers)
