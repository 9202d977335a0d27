"""docs/faults.md: every test that is named there exists, and no row goes without a word."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)(?:\[[^`]*\])?`")
SAYS_SO = ("Not mended", "without a test of its own", "Held by hand alone")


@pytest.fixture
def page(project_root: Path) -> str:
    return (project_root / "docs/faults.md").read_text(encoding="utf-8")


def names_in(path: Path) -> set[str]:
    """Return the names of a file's tests."""
    if not path.is_file():
        return set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def missing(page: str, root: Path) -> list[str]:
    known = {path: names_in(root / path) for path, _ in NAMED.findall(page)}
    return [f"{path}::{name}" for path, name in NAMED.findall(page) if name not in known[path]]


def silent(page: str) -> list[str]:
    """Return the rows with neither a test nor a word why not."""
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    held = [row for row in rows if not row.endswith("| held by |")]
    return [r for r in held if not NAMED.search(r) and not any(word in r for word in SAYS_SO)]


def test_every_test_that_is_named_exists(page: str, project_root: Path) -> None:
    assert len(NAMED.findall(page)) == page.count("::test_") > 100
    assert missing(page, project_root) == []


def test_no_fault_goes_without_a_test_or_a_word(page: str) -> None:
    assert silent(page) == []


def test_the_check_sees_a_test_that_is_gone_and_a_row_without_one(project_root: Path) -> None:
    here = "tests/project/test_faults_page.py"
    page = f"| a | `{here}::test_gone[1]` |\n| b | `{here}::test_every_test_that_is_named_exists` |"
    assert missing(page, project_root) == [f"{here}::test_gone"]
    assert silent("| what | held by |\n| a | |\n| b | Not mended |") == ["| a | |"]
