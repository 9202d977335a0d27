"""`TextFormat`: how a sketch prints its samples, told from the lines themselves.

One line per sample: numbers divided by comma, semicolon, tab or spaces, perhaps with names before
them (``emg:512``), a header, or a time stamp in the first column. What cannot be told apart is
refused, not guessed: ``0,05`` may be one number in Europe, or the numbers 0 and 05.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.errors import DeviceProtocolError
from emg_signal.phrase import say

SEPARATORS = {"tab": "\t", "semicolon": ";", "comma": ",", "space": " "}
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\Z", re.ASCII)
PLAIN = re.compile(r"[0-9+.eE,;\s-]*")
DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+\Z", re.ASCII)
LABEL = re.compile(r"^[^\W\d][\w .()/%-]*:\s*", re.ASCII)
LEAST_STAMPS = 20
"""Rising by nearly the same amount so many times in a row is a clock, not a muscle."""


@dataclass(frozen=True, slots=True)
class TextFormat:
    """How one board prints.

    Parameters
    ----------
    separator
        Between numbers.
    decimal_comma
        True if a comma is a decimal point.
    n_columns
        Numbers per line.
    has_time
        True if the first column is a time stamp.
    names
        Names of the columns, from a header or labels; empty if there are none.
    """

    separator: str
    decimal_comma: bool
    n_columns: int
    has_time: bool = False
    names: tuple[str, ...] = ()

    def parse(self, line: str) -> list[float] | None:
        """Return the numbers of `line`, or None if it is not such a line."""
        if not self.decimal_comma and PLAIN.fullmatch(line):
            return self._parse_plain(line)
        fields = split_line(line, self.separator)
        if len(fields) != self.n_columns:
            return None
        if self.decimal_comma:
            fields = [field.replace(",", ".") for field in fields]
        if not all(NUMBER.match(field) for field in fields):
            return None
        return [float(field) for field in fields]

    def _parse_plain(self, line: str) -> list[float] | None:
        """Return the numbers of a line that holds nothing but digits, signs and separators.

        There `float` accepts what `NUMBER` does, and is many times faster.
        """
        text = line.strip().rstrip(self.separator)
        fields = text.split() if self.separator == " " else text.split(self.separator)
        if len(fields) != self.n_columns:
            return None
        try:
            return [float(field) for field in fields]
        except ValueError:
            return None


def split_line(line: str, separator: str) -> list[str]:
    """Return the fields of `line` without labels and spaces."""
    parts = line.split() if separator == " " else line.split(separator)
    while parts and not parts[-1].strip():  # many sketches end each line with a separator
        parts.pop()
    return [LABEL.sub("", part.strip()) for part in parts]


def find_format(
    lines: Sequence[str],
    *,
    separator: str | None = None,
    decimal_comma: bool | None = None,
    has_time: bool | None = None,
) -> TextFormat:
    """Return the format of `lines`, the first whole ones that a board printed.

    Parameters
    ----------
    lines
        At least a few lines; the first may be cut or a header.
    separator, decimal_comma, has_time
        What a person said; None to find out.

    Raises
    ------
    DeviceProtocolError
        They hold no columns of numbers, or a comma that may mean two things.
    """
    separator = separator or _separator(lines)
    if decimal_comma is None:
        decimal_comma = _decimal_comma(lines, separator)
    widths = Counter(len(split_line(line, separator)) for line in lines[1:] if line.strip())
    width = widths.most_common(1)[0][0] if widths else 0
    form = TextFormat(separator, decimal_comma, width)
    rows = [row for row in map(form.parse, lines) if row is not None]
    if not width or len(rows) * 2 < len(lines):
        raise DeviceProtocolError(
            say(
                "The board prints no columns of numbers: {lines!r}.",
                lines=lines[len(lines) // 2][:40],
            ),
            say("Check the baud rate, or use the driver that the board needs."),
        )
    if has_time is None:
        has_time = width > 1 and is_clock(np.array(rows)[:, 0])
    return TextFormat(separator, decimal_comma, width, has_time, _names(lines, form))


def _separator(lines: Sequence[str]) -> str:
    """Return the first separator that most lines hold; a lone column has none."""
    for separator in SEPARATORS.values():
        held = sum(separator in line.strip() for line in lines)
        if held * 2 > len(lines):
            return separator
    return " "


def _decimal_comma(lines: Sequence[str], separator: str) -> bool:
    """Return whether commas are decimal points; refuse what cannot be told."""
    fields = [field for line in lines for field in split_line(line, separator)]
    if separator != ",":
        return any(DECIMAL_COMMA.match(field) for field in fields)
    if any("." in field for field in fields):
        return False
    # Nobody prints the number 5 as 05: it is what a decimal comma leaves of 0,05.
    if any(re.match(r"0\d+\Z", field) for field in fields):
        raise DeviceProtocolError(
            say(
                "The comma in {lines!r} may be a decimal comma or divide two numbers.",
                lines=lines[-1].strip(),
            ),
            say("Say which: ?decimal=comma or ?separator=comma."),
        )
    return False


def is_clock(column: FloatArray) -> bool:
    """Return True if `column` rises evenly, as a time stamp does.

    Parameters
    ----------
    column
        ``(n,)`` numbers of one column, in the order of the lines.
    """
    steps = np.diff(column)
    if steps.size < LEAST_STAMPS or not (steps > 0).all():
        return False
    return bool(steps.max() <= 4 * np.median(steps))


def _names(lines: Sequence[str], form: TextFormat) -> tuple[str, ...]:
    """Return names from labels in the lines or from a header among the first three."""
    labelled = lines[-1].strip()
    parts = labelled.split() if form.separator == " " else labelled.split(form.separator)
    labels = [LABEL.match(part.strip()) for part in parts]
    if all(labels) and len(labels) == form.n_columns:
        return tuple(label.group().strip(" :") for label in labels if label)
    for line in lines[:3]:
        fields = split_line(line, form.separator)
        if len(fields) == form.n_columns and not any(NUMBER.match(field) for field in fields):
            return tuple(fields)
    return ()
