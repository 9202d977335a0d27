"""Where in a TOML file a value stands, so that an error can name the line."""

from __future__ import annotations

import re

_HEADER = re.compile(r"^\s*(\[{1,2})\s*([\w.\-]+)\s*\]{1,2}")
_KEY = re.compile(r"^\s*([\w\-]+)\s*=")

Path = tuple[str | int, ...]


def line_of(text: str, path: Path) -> int:
    """Return the line, from 1, of the value at `path` in TOML `text`.

    Parameters
    ----------
    text
        A TOML document.
    path
        Keys and list positions, as pydantic gives them: ``("muscle", 1, "channels")``. The
        nearest enclosing line that stands in the file is returned when the value itself does not
        (a missing key, a position inside a list); 1 when nothing of it does.
    """
    lines = _lines(text)
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 1


def _lines(text: str) -> dict[Path, int]:
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        key = _KEY.match(line)
        if header is not None:
            here = _table(header.group(2), header.group(1) == "[[", counts)
            found.setdefault(here, number)
            found.setdefault(here[:1], number)
        elif key is not None:
            found.setdefault((*here, key.group(1)), number)
    return found


def _table(name: str, is_list: bool, counts: dict[Path, int]) -> Path:
    """Return the path of a header; parts that are lists stand for their newest item."""
    path: Path = ()
    parts = name.split(".")
    for i, part in enumerate(parts):
        path = (*path, part)
        if is_list and i == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
