"""`Layout`: how the columns of a text table are divided, and where its rows begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from emg_device.recordings.text_table import NUMBER

SEPARATORS: tuple[str | None, ...] = (";", "\t", ",", None)
"""In the order of trust: a comma may be within a number, a blank within a name."""
LOOKED_AT = 200
"""Lines from the beginning among which rows are looked for; longer headers are not met."""
CLOCK = re.compile(
    r"\s*(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}:\d\d:\d\d(?:[.,:]\d+)?(?:Z|[+-]\d\d:?\d\d)?\s*\Z", re.ASCII
)
"""A time of day, with its date or without."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text table.

    Parameters
    ----------
    separator
        Between columns; None for blanks.
    decimal
        Before the decimals, point or comma.
    names
        Names of the columns; empty if the file has none.
    units
        What stands in a row of units below the names; empty if there is none.
    preface
        Lines above the names.
    first
        Row number of the first line of numbers, from 0.
    width
        Fields of a row.
    """

    separator: str | None
    decimal: str
    names: tuple[str, ...]
    units: tuple[str, ...]
    preface: tuple[str, ...]
    first: int
    width: int

    @property
    def has_decimal_commas(self) -> bool:
        """Whether rows hold about twice the fields of their names: decimals after a comma."""
        return self.separator == "," and 0 < len(self.names) < self.width


def layout_of(lines: list[str]) -> Layout | None:
    """Return how the lines of a text table are laid out, or None if they are none."""
    best: tuple[int, Layout] | None = None
    for separator in SEPARATORS:
        found = _with(lines, separator)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return None if best is None else best[1]


def split_of(line: str, separator: str | None) -> list[str]:
    """Return the fields of a line without quotes and blanks around them."""
    return [field.strip().strip('"').strip() for field in line.split(separator)]


def _with(lines: list[str], separator: str | None) -> tuple[int, Layout] | None:
    """Return the layout by one separator and how many rows of the beginning agree with it."""
    head = [(n, line) for n, line in enumerate(lines[:LOOKED_AT]) if line.strip()]
    rows = [(n, split_of(line, separator)) for n, line in head if line[0] not in "#%"]
    for decimal in (".",) if separator == "," else (".", ","):
        numeric = [(n, f) for n, f in rows if _is_row(f, decimal)]
        widths = [len(fields) for _, fields in numeric]
        if len(numeric) < 2:
            continue
        width = max(set(widths), key=widths.count)
        agree = [n for n, fields in numeric if len(fields) == width]
        first = agree[0]
        # A trailing separator is an empty column more.
        names, units, top = _names(rows, first)
        if separator != "," and width < 2 and separator is not None:
            continue
        if not names and any(line.strip() for line in lines[:first] if line[0:1] not in ("#", "%")):
            continue
        if separator is None and names and len(names) != width:
            continue
        preface = tuple(lines[:top])
        layout = Layout(separator, decimal, names, units, preface, first, width)
        return len(agree) * (2 if width > 1 else 1), layout
    return None


def _names(
    rows: list[tuple[int, list[str]]], first: int
) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Return names, units and the row where they begin, of what stands above row `first`."""
    above = [(n, fields) for n, fields in rows if n < first]
    if not above:
        return (), (), first
    at, names = above[-1]
    if len(above) > 1 and len(above[-2][1]) == len(names) and _are_units(names):
        return tuple(above[-2][1]), tuple(names), above[-2][0]
    return tuple(names), (), at


def _are_units(fields: list[str]) -> bool:
    known = {"s", "ms", "us", "µs", "v", "mv", "uv", "µv", "μv", "nv", "volt", "volts", "", "-"}
    return all(field.strip("[]() ").lower() in known for field in fields)


def _is_row(fields: list[str], decimal: str) -> bool:
    """Return whether most fields of a line are numbers or empty, and one at least a number."""
    filled = [field for field in fields if field]
    if decimal != ".":
        filled = [field.replace(decimal, ".") for field in filled]
    told = sum(bool(NUMBER.match(field) or CLOCK.match(field)) for field in filled)
    return told > 0 and told * 2 > len(filled)
