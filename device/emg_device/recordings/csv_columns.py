"""`Column`: what a column of a text table is: time, counter, marker, channel, something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from emg_device.recordings.recording import UV_PER_UNIT
from emg_signal.chunk import FloatArray

TIMES = ("time", "zeit", "tiempo", "temps", "tempo", "tijd", "czas", "millis", "micros", "elapsed")
"""A word that begins so names a time: English, German, Spanish, French, Italian, Dutch, Polish."""
TIME_WORDS = frozenset({"t", "s", "sec", "secs", "seconds", "ms", "us", "epoch", "datetime", "uhr"})
COUNT_WORDS = frozenset(
    {"index", "sample", "samples", "counter", "count", "frame", "packet", "seq", "nseq", "idx"}
    | {"n", "i", "nr", "no", "row", "id"}
)
MARKER_WORDS = frozenset(
    {"marker", "markers", "event", "events", "trigger", "triggers", "annotation", "annotations"}
    | {"label", "labels", "stim", "comment", "note"}
)
OTHER_WORDS = frozenset(
    {"acc", "accel", "acceleration", "accelerometer", "gyro", "gyroscope", "mag", "magnetometer"}
    | {"temp", "temperature", "battery", "status", "force", "angle", "analog", "digital", "other"}
)
SECONDS = {
    "s": 1.0, "sec": 1.0, "secs": 1.0, "second": 1.0, "seconds": 1.0, "sekunden": 1.0,
    "segundos": 1.0, "ms": 1e-3, "msec": 1e-3, "millis": 1e-3, "milliseconds": 1e-3,
    "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "usec": 1e-6, "micros": 1e-6, "microseconds": 1e-6,
    "ns": 1e-9, "nanos": 1e-9, "nanoseconds": 1e-9,
}  # fmt: skip
"""Seconds per unit of a time column, by the word that names it."""
UNIT = re.compile(r"[\[(]\s*([^\])]+?)\s*[\])]\s*\Z|[_ ](nV|uV|µV|μV|mV|V)\Z")
RAMP = 0.9
"""Share of steps that are alike in a counter; what is missing breaks some."""


class Role(StrEnum):
    """What a column is."""

    TIME = "time"
    COUNTER = "counter"
    MARKER = "marker"
    CHANNEL = "channel"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Parameters
    ----------
    number
        From 0.
    name, unit
        As the file has them; the unit empty if none of voltage is told.
    role
        What it is.
    """

    number: int
    name: str
    unit: str
    role: Role


def column_of(number: int, name: str, below: str, *, is_numeric: bool) -> Column:
    """Return what the name of a column tells.

    Parameters
    ----------
    number
        From 0.
    name, below
        As the file has them: the name, and the field in a row of units beneath it.
    is_numeric
        Whether its first field is a number.
    """
    words = re.findall(r"[a-zµμ]+", name.lower())
    unit = _unit_of(name) or below.strip("[]() ")
    if any(word.startswith(TIMES) for word in words) or (words and words[0] in TIME_WORDS):
        role = Role.TIME
    elif MARKER_WORDS & set(words):
        role = Role.MARKER
    elif not is_numeric or OTHER_WORDS & set(words) or (unit and unit.lower() not in UV_PER_UNIT):
        role = Role.OTHER
    elif words and words[0] in COUNT_WORDS:
        role = Role.COUNTER
    else:
        role = Role.CHANNEL
    return Column(number, name, unit if role is Role.CHANNEL else "", role)


def _unit_of(name: str) -> str:
    match = UNIT.search(name)
    return next((group for group in match.groups() if group), "") if match else ""


def counter_step(values: FloatArray) -> int:
    """Return the step of a column that counts up, with a wrap or without; 0 if it does not.

    Parameters
    ----------
    values
        ``(n,)`` as the file has them.
    """
    if len(values) < 8 or not np.isfinite(values).all() or (values != np.round(values)).any():
        return 0
    steps, counts = np.unique(np.diff(values), return_counts=True)
    step = int(steps[counts.argmax()])
    return step if step > 0 and counts.max() > RAMP * (len(values) - 1) else 0


def seconds_per_unit(name: str, below: str) -> float | None:
    """Return seconds per unit of a time column by its words; None if they do not tell."""
    for word in reversed(re.findall(r"[a-zµμ]+", f"{name} {below}".lower())):
        if word in SECONDS:
            return SECONDS[word]
        for known in ("millis", "micros", "nanos"):
            if word.startswith(known):
                return SECONDS[known]
    return None
