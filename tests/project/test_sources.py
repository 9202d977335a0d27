"""Every source that is cited is a row of the one list; no paper outside the repository is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

LIST = "dosing/emg_dosing/data/sources.toml"
CITED = re.compile(r"(?<![\w./-])S[1-9]\d{0,2}(?![\w-])")
RULES = re.compile(r"noqa|ruff:|^\"\w+/\*\*\" = ")
"""Lines on which S101 and the like are ruff's."""
MADE_UP = {"S777", "S999"}
"""Unknown on purpose: tests damage a table with them."""
ELSEWHERE = re.compile(
    r"(?:clinical|imaging|records|performance)-facts|field[- ](?:notes|faults)|\bdesign\.md"
    r"|(?:code|window)-review|reliability(?:-findings)?\.md|\.\./shared",
    re.IGNORECASE,
)


def lines(root: Path, files: list[Path]) -> list[tuple[str, str]]:
    """Return where and what, line by line, of every file but this one."""
    return [
        (f"{path.relative_to(root)}:{number}", line)
        for path in files
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
    ]


def test_every_cited_source_is_a_row(project_root: Path, our_files: list[Path]) -> None:
    rows = tomllib.loads((project_root / LIST).read_text("utf-8"))["source"]
    known = {row["id"] for row in rows} | MADE_UP
    unknown = [
        f"{where}: {cited}"
        for where, line in lines(project_root, our_files)
        if not RULES.search(line)
        for cited in CITED.findall(line)
        if cited not in known
    ]
    assert not unknown, f"add a row to {LIST}: {unknown}"


def test_no_paper_outside_the_repository_is_cited(
    project_root: Path, our_files: list[Path]
) -> None:
    found = [where for where, line in lines(project_root, our_files) if ELSEWHERE.search(line)]
    assert not found, f"cite the primary source by its S-number: {found}"
