"""Times of a text table as seconds, however they are spelled."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import numpy as np

from emg_device.recordings.recording import LEAST_FS_HZ, MOST_FS_HZ
from emg_signal.chunk import FloatArray

DAY_S = 24 * 3600.0
UNITS_S = (1.0, 1e-3, 1e-6, 1e-9)
CLOCK = re.compile(
    r"(?:(\d{4})-(\d\d)-(\d\d)[ T])?(\d{1,2}):(\d\d):(\d\d)(?:[.,:](\d+))?", re.ASCII
)


def as_seconds(values: FloatArray, unit_s: float | None) -> FloatArray:
    """Return times in seconds.

    Parameters
    ----------
    values
        ``(n,)`` as the file has them.
    unit_s
        Seconds per unit as its name tells; None takes the largest unit at which the rate is one
        that EMG is recorded at.
    """
    if unit_s is not None:
        return values * unit_s
    told = values[np.isfinite(values)]
    if len(told) < 3:
        return values
    lag = min(50, len(told) // 2)
    step = float(np.median(told[lag:] - told[:-lag])) / lag
    for unit in UNITS_S:
        if step > 0 and LEAST_FS_HZ <= 1.0 / (step * unit) <= MOST_FS_HZ:
            return values * unit
    return values


def clock_seconds(texts: Sequence[str]) -> FloatArray:
    """Return times of day as seconds that go on over midnight; NaN where none is written."""
    seconds = np.array([_seconds(text) for text in texts], dtype=np.float64)
    steps = np.diff(seconds, prepend=seconds[:1])
    new_days = np.cumsum(np.where(steps < -DAY_S / 2, 1, 0))
    return seconds + DAY_S * new_days


def _seconds(text: str) -> float:
    match = CLOCK.search(text)
    if match is None:
        return float("nan")
    year, month, day, hour, minute, second, decimals = match.groups()
    days = 0
    if year is not None:
        try:
            days = dt.date(int(year), int(month), int(day)).toordinal()
        except ValueError:  # a date that no calendar has
            return float("nan")
    fraction = float(f"0.{decimals}") if decimals else 0.0
    return days * DAY_S + int(hour) * 3600 + int(minute) * 60 + int(second) + fraction
