"""Tables with a row of column names: a time column gives the rate, the others are channels.

A name may tell its unit, ``Frontalis L [mV]`` or ``zyg (uV)``; without one µV are taken, and said.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from emg_device.recordings.recording import UV_PER_UNIT, Recording, check_header, scale_of
from emg_device.recordings.text_table import NUMBER, read_table
from emg_signal.chunk import FloatArray
from emg_signal.errors import ConfigError, RecordCorruptError
from emg_signal.phrase import say

KIND = "CSV"
SEPARATORS = (",", ";", "\t")
UNIT = re.compile(r"[\[(]\s*([^\])]+?)\s*[\])]\s*\Z|[_ ](nV|uV|µV|mV|V)\Z")
TIME = re.compile(r"\s*(time|t|timestamp|seconds?|lsl_timestamp)\b", re.IGNORECASE)
PER_SECOND = {"s": 1.0, "sec": 1.0, "seconds": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6}
RATE = re.compile(r"\s*[#%].*?(?:fs|rate|frequency)\D*?([\d.]+)\s*hz", re.IGNORECASE)


def separator_of(lines: list[str]) -> str | None:
    """Return what divides the columns of a table with a header, or None if it is none."""
    rows = [line for line in lines[:40] if line.strip() and not line.startswith(("#", "%"))]
    if len(rows) < 3:
        return None
    for separator in SEPARATORS:
        names, first, second = (row.split(separator) for row in rows[:3])
        named = not any(NUMBER.match(name) for name in names if name.strip())
        same = len(names) == len(first) == len(second) > 1
        if named and same and _mostly_numbers(first):
            return separator
    return None


def _mostly_numbers(fields: list[str]) -> bool:
    return sum(bool(NUMBER.match(field)) for field in fields) * 2 > len(fields)


def read_plain_csv(path: Path, lines: list[str], separator: str) -> Recording:
    """Read the lines of a table with a header.

    Raises
    ------
    RecordCorruptError
        Its rate cannot be told, or no row can be read.
    """
    start = next(n for n, line in enumerate(lines) if line.strip() and line[0] not in "#%")
    names = [name.strip().strip('"') for name in lines[start].split(separator)]
    first = lines[start + 1].split(separator)
    numeric = [n for n, field in enumerate(first) if NUMBER.match(field)]
    body = lines[start + 1 :]
    table = read_table(path, body, numeric, separator=separator, first_line=start + 2)
    clock = next((n for n, column in enumerate(numeric) if TIME.match(names[column])), None)
    stamps_s = None if clock is None else _seconds(names[numeric[clock]], table.values[:, clock])
    fs_hz, rate_note = _rate(path, lines[:start], stamps_s)
    channels = [n for n in range(len(numeric)) if n != clock]
    labels = [names[numeric[n]] for n in channels]
    check_header(path.name, len(channels), fs_hz, len(table.values))
    units = [_unit(label) for label in labels]
    unsaid = [label for label, unit in zip(labels, units, strict=True) if not unit]
    note: tuple[str, ...] = ()
    if unsaid:
        named = ", ".join(unsaid)
        note = (say("No unit is declared, µV are taken: {channels}.", channels=named),)
    scales = np.array([scale_of(unit or "uV") for unit in units])
    return Recording(
        kind=KIND,
        samples_uv=table.values[:, channels] * scales,
        fs_hz=fs_hz,
        channel_names=tuple(labels),
        units=tuple(unit or "uV" for unit in units),
        stamps_s=stamps_s,
        bad_lines=table.bad_lines,
        notes=(*table.notes, *rate_note, *note),
    )


def _seconds(name: str, values: FloatArray) -> FloatArray | None:
    """Return time stamps in seconds; None if they do not rise."""
    if np.isnan(values).any() or (np.diff(values) < 0).any():
        return None
    match = re.search(r"[\[(_]\s*(s|sec|seconds|ms|us|µs)\s*[\])]?\s*\Z", name, re.IGNORECASE)
    return values * (PER_SECOND[match.group(1).lower()] if match else 1.0)


def _rate(
    path: Path, remarks: list[str], stamps_s: FloatArray | None
) -> tuple[float, tuple[str, ...]]:
    for remark in remarks:
        if match := RATE.match(remark):
            return float(match.group(1)), ()
    if stamps_s is None or len(stamps_s) < 3 or stamps_s[-1] <= stamps_s[0]:
        raise RecordCorruptError(
            say("{name} does not tell its sampling rate.", name=path.name),
            say("Add a column named time (s), or a first line like: # rate 1000 Hz."),
        )
    # The median is blind to gaps, the mean to jitter: take the mean where they nearly agree.
    median_hz = 1.0 / float(np.median(np.diff(stamps_s)) or np.inf)
    mean_hz = (len(stamps_s) - 1) / float(stamps_s[-1] - stamps_s[0])
    fs_hz = mean_hz if not median_hz or abs(mean_hz / median_hz - 1) < 0.01 else median_hz
    rounded = float(round(fs_hz)) if abs(fs_hz / round(fs_hz or 1) - 1) < 1e-3 else fs_hz
    return rounded, (say("Rate by its time stamps: {fs_hz:.2f} Hz.", fs_hz=fs_hz),)


def _unit(label: str) -> str:
    """Return the unit that a column's name tells, or '' if none of voltage."""
    match = UNIT.search(label)
    unit = next((group for group in match.groups() if group), "") if match else ""
    if unit and unit.lower() not in UV_PER_UNIT:
        raise ConfigError(
            say("{label!r} is not in a unit of voltage.", label=label),
            say("Leave that column out."),
        )
    return unit
