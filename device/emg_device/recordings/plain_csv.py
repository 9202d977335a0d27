"""Text tables: a time column, a remark or a person gives the rate, the others are channels.

A name may tell its unit, ``Frontalis L [mV]`` or ``zyg (uV)``; without one µV are taken, and said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from emg_device.info import CounterRule, IntArray
from emg_device.recordings.csv_columns import (
    Column,
    Role,
    column_of,
    counter_step,
    seconds_per_unit,
)
from emg_device.recordings.csv_layout import CLOCK, Layout, split_of
from emg_device.recordings.file_times import as_seconds, clock_seconds
from emg_device.recordings.recording import Recording, check_header, scale_of
from emg_device.recordings.text_table import NUMBER, NumberTable, read_table
from emg_signal.chunk import Event, FloatArray
from emg_signal.errors import RecordCorruptError
from emg_signal.phrase import say

KIND = "CSV"
RATE = re.compile(
    r"(?:\bfs\b|\bsf\b|rate|frequency|frequenz|frecuencia|fr.quence|freq\b|hz\b)[^\d\n]*?"
    r"(\d+(?:\.\d+)?)\s*(k?)(?:hz|sps|\b)",
    re.IGNORECASE,
)
MARK = re.compile(r"\s*0*(?:\.0*)?\s*\Z|\s*(?:nan|none|null|-)?\s*\Z", re.IGNORECASE)
"""Fields of a marker column that mark nothing."""
MOST_COUNT = 2**48
"""No counter of samples goes further; more is a damaged field."""
RISES = 0.9
"""Share of steps that may not fall in a column of times."""


def read_plain_csv(path: Path, lines: list[str], layout: Layout) -> Recording:
    """Read the lines of a text table.

    Raises
    ------
    RecordCorruptError
        No row can be read, none of its columns is a channel, or decimal commas stand in a file
        that is divided by commas.
    """
    _require_points(path, layout)
    body = [line.replace('"', "") for line in lines[layout.first :]]
    columns = _columns(layout, body)
    numeric = [c for c in columns if c.role is not Role.MARKER and _is_number(c, layout, body)]
    if not numeric:
        raise RecordCorruptError(say("{name} holds no channel.", name=path.name))
    table = read_table(
        path,
        body,
        [column.number for column in numeric],
        separator=layout.separator,
        first_line=layout.first + 1,
        width=layout.width,
        decimal=layout.decimal,
    )
    stamps_s, clock = _stamps(layout, columns, numeric, table, body)
    counter, rule, ramps = _counter(numeric, table)
    channels = [c for c in numeric if c.role is Role.CHANNEL and c.number not in ramps]
    check_header(path.name, len(channels), 1.0)
    at = [numeric.index(column) for column in channels]
    scales = np.array([scale_of(column.unit or "uV") for column in channels])
    return Recording(
        kind=KIND,
        samples_uv=np.ascontiguousarray(table.values[:, at] * scales),
        fs_hz=_declared(layout.preface),
        channel_names=tuple(column.name for column in channels),
        units=tuple(column.unit or "uV" for column in channels),
        counter=counter,
        rule=rule,
        stamps_s=stamps_s,
        bad_lines=table.bad_lines,
        notes=(*table.notes, *_notes(columns, channels, clock)),
        events=_events(columns, layout, body, table),
    )


def _require_points(path: Path, layout: Layout) -> None:
    if layout.has_decimal_commas:
        raise RecordCorruptError(
            say(
                "{name} has {names} names and {width} fields a row: a comma seems to stand before "
                "the decimals as well as between the columns.",
                name=path.name,
                names=len(layout.names),
                width=layout.width,
            ),
            say("Export it with decimal points, or with a semicolon between the columns."),
        )


def _columns(layout: Layout, body: Sequence[str]) -> list[Column]:
    first = split_of(body[0], layout.separator)
    names = layout.names or tuple(f"channel {n + 1}" for n in range(layout.width))
    columns = []
    for number, name in enumerate(names[: layout.width]):
        below = layout.units[number] if number < len(layout.units) else ""
        field = first[number] if number < len(first) else ""
        is_numeric = not field or bool(NUMBER.match(field.replace(layout.decimal, ".")))
        columns.append(column_of(number, name, below, is_numeric=is_numeric))
    return columns


def _is_number(column: Column, layout: Layout, body: Sequence[str]) -> bool:
    field = split_of(body[0], layout.separator)[column.number : column.number + 1]
    return not field or not field[0] or bool(NUMBER.match(field[0].replace(layout.decimal, ".")))


def _stamps(
    layout: Layout,
    columns: list[Column],
    numeric: list[Column],
    table: NumberTable,
    body: Sequence[str],
) -> tuple[FloatArray | None, Column | None]:
    """Return the times of the rows and the column that they are from."""
    for column in (c for c in columns if c.role is Role.TIME):
        below = layout.units[column.number] if column.number < len(layout.units) else ""
        if column in numeric:
            values = table.values[:, numeric.index(column)]
            stamps_s = as_seconds(values, seconds_per_unit(column.name, below))
        elif CLOCK.match(split_of(body[0], layout.separator)[column.number]):
            rows = [split_of(body[row], layout.separator) for row in table.lines]
            stamps_s = clock_seconds([row[column.number] for row in rows])
        else:
            continue
        if _is_time(stamps_s):
            return stamps_s, column
    return None, None


def _is_time(stamps_s: FloatArray) -> bool:
    told = stamps_s[np.isfinite(stamps_s)]
    return len(told) * 2 > len(stamps_s) > 1 and bool((np.diff(told) >= 0).mean() > RISES)


def _counter(
    numeric: list[Column], table: NumberTable
) -> tuple[IntArray | None, CounterRule | None, set[int]]:
    """Return the counter of the rows, how it counts, and which columns are counters."""
    counter, rule, ramps = None, None, set()
    for at, column in enumerate(numeric):
        if column.role is Role.TIME:
            continue
        values = table.values[:, at]
        step = counter_step(values)
        is_unnamed = column.role is Role.CHANNEL and column.unit
        if not step or is_unnamed:
            continue
        ramps.add(column.number)
        low, high = float(values.min()), float(values.max())
        if not high - low < MOST_COUNT:
            continue
        wraps = bool((np.diff(values) < 0).any())
        modulus = int(high - low) + step if wraps else MOST_COUNT
        if counter is None and modulus > step and modulus % step == 0:
            counter, rule = (values - low).astype(np.int64), CounterRule(modulus, step)
    return counter, rule, ramps


def _declared(preface: Sequence[str]) -> float:
    """Return the rate that a line above the table tells, Hz; 0 if none does."""
    for line in preface:
        match = RATE.search(line)
        if match is not None and float(match.group(1)) > 0:
            return float(match.group(1)) * (1e3 if match.group(2) else 1.0)
    return 0.0


def _events(
    columns: list[Column], layout: Layout, body: Sequence[str], table: NumberTable
) -> tuple[Event, ...]:
    """Return where a marker column changes to something."""
    events = []
    for column in (c for c in columns if c.role is Role.MARKER):
        before = ""
        for row, line in enumerate(table.lines):
            fields = split_of(body[line], layout.separator)
            mark = fields[column.number] if column.number < len(fields) else ""
            if mark != before and not MARK.match(mark):
                events.append(Event(row, mark))
            before = mark
    return tuple(events)


def _notes(columns: list[Column], channels: list[Column], clock: Column | None) -> tuple[str, ...]:
    """Say which columns are no channels, and where µV were taken."""
    used = {column.number for column in channels}
    left = [
        column.name
        for column in columns
        if column.number not in used and column is not clock and column.role is not Role.MARKER
    ]
    unsaid = [column.name for column in channels if not column.unit]
    notes = []
    if left:
        notes.append(say("Not taken for EMG and left out: {columns}.", columns=", ".join(left)))
    if unsaid:
        named = ", ".join(unsaid)
        notes.append(say("No unit is declared, µV are taken: {channels}.", channels=named))
    return tuple(notes)
