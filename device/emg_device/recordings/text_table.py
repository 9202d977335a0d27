"""`read_table`: rows of numbers from text, with what could not be read said and left out."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from emg_device.info import IntArray
from emg_signal.chunk import FloatArray
from emg_signal.errors import RecordCorruptError
from emg_signal.phrase import say

NUMBER = re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*\Z|\s*(?i:nan)\s*\Z", re.ASCII)
"""What a number may look like: `float` would take "1_000", "inf" and Arabic digits too."""
PLAIN = re.compile(r"[0-9+.eE\s-]*")
"""Of these characters alone `float` makes what `NUMBER` matches; one match is faster than ten."""
MOST_BAD = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class NumberTable:
    """Columns of numbers.

    Parameters
    ----------
    values
        ``(n_rows, n_columns)`` float64 of the columns that were asked for.
    bad_lines
        Lines that could not be read.
    notes
        The first of them, and whether the file was cut off in its last line.
    lines
        ``(n_rows,)`` int64, which of the lines each row was, from 0.
    """

    values: FloatArray
    bad_lines: int
    notes: tuple[str, ...]
    lines: IntArray


def read_table(
    path: Path,
    lines: Sequence[str],
    columns: Sequence[int],
    *,
    separator: str | None = ",",
    first_line: int = 1,
    width: int | None = None,
    decimal: str = ".",
) -> NumberTable:
    """Read `columns` of each line.

    Parameters
    ----------
    path
        For messages.
    lines
        Text lines without header.
    columns
        Which columns, from 0.
    separator
        Between columns; None for blanks.
    first_line
        Number of the first line in its file, for messages.
    width
        Fields that a line has; another number makes a bad line. None takes any that suffices.
    decimal
        Before the decimals: a comma in European files.

    Raises
    ------
    RecordCorruptError
        No line, or less than half of them, can be read.
    """
    numbers = array("d")  # a list of lists would take four times the memory
    n_rows = 0
    bad: list[int] = []
    read = array("q")
    last = max(columns)
    for number, line in enumerate(lines, start=first_line):
        if not line.strip():
            continue
        if decimal != ".":
            line = line.replace(decimal, ".")
        fields = line.split(separator, last + 1 if width is None else -1)
        is_whole = width is None or len(fields) == width or not any(fields[width:])
        row = _row(fields, columns) if is_whole else None
        if row is None:
            bad.append(number)
        else:
            numbers.extend(row)
            read.append(number - first_line)
            n_rows += 1
    if not n_rows or len(bad) > MOST_BAD * (n_rows + len(bad)):
        raise RecordCorruptError(
            say(
                "{name}: {bad} of {n_rows} lines hold no numbers (first: line {first}).",
                name=path.name,
                bad=len(bad),
                n_rows=n_rows + len(bad),
                first=bad[0] if bad else first_line,
            ),
            say("It is damaged, or no recording."),
        )
    values = np.array(numbers, dtype=np.float64).reshape(n_rows, len(columns))
    notes = _notes(bad, first_line + len(lines) - 1)
    return NumberTable(values, len(bad), notes, np.array(read, dtype=np.int64))


def _row(fields: list[str], columns: Sequence[int]) -> list[float] | None:
    """Return the numbers of one line, NaN for an empty field; None if one is missing or no number.

    An empty field is one channel's loss, not that of the line.
    """
    try:
        wanted = [fields[column] for column in columns]
    except IndexError:
        return None
    if not all(map(str.strip, wanted)):
        wanted = [field if field.strip() else "nan" for field in wanted]
    if not PLAIN.fullmatch("".join(wanted)) and not all(map(NUMBER.match, wanted)):
        return None
    try:
        return [float(field) for field in wanted]
    except ValueError:
        return None


def _notes(bad: list[int], last_line: int) -> tuple[str, ...]:
    if not bad:
        return ()
    notes = []
    inner = [number for number in bad if number != last_line]
    if inner:
        notes.append(
            say(
                "{bad} lines could not be read and are left out (first: {first}).",
                bad=len(inner),
                first=inner[0],
            )
        )
    if last_line in bad:
        notes.append(say("The file is cut off in line {line}, which is left out.", line=last_line))
    return tuple(notes)
