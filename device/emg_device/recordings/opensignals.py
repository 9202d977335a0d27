"""Text recordings of OpenSignals (PLUX): a header in JSON, then counts in columns.

Counts become volts by the sensor's transfer function, (count / 2^n − 1/2) · VCC / gain, of the
EMG sensor's data sheets: biosignalsplux 3 V and 1000, BITalino (r)evolution 3.3 V and 1009, the
first BITalino 3.3 V and 1000.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from emg_device.info import CounterRule
from emg_device.recordings.recording import FileChoice, Recording, check_header
from emg_device.recordings.text_table import read_table
from emg_signal.chunk import Event, FloatArray
from emg_signal.errors import RecordCorruptError
from emg_signal.phrase import say

KIND = "OpenSignals text"
MARK = "# OpenSignals"
SENSORS = {"bitalino_rev": (3.3, 1009.0), "bitalino": (3.3, 1000.0)}
PLUX = (3.0, 1000.0)
"""Supply in volts and gain of the EMG sensor, by the device's name in the header."""
UV_PER_V = 1e6
HEADER_FAULTS = (StopIteration, LookupError, ValueError, TypeError, AttributeError, RecursionError)
"""What a header of another shape than OpenSignals writes meets."""


def is_opensignals(lines: list[str]) -> bool:
    """Return True if the first line is that of OpenSignals."""
    return bool(lines) and lines[0].startswith(MARK)


def read_opensignals(path: Path, lines: list[str], choice: FileChoice) -> Recording:
    """Read the lines of an OpenSignals file; the EMG sensors become channels.

    Raises
    ------
    RecordCorruptError
        Its header cannot be read, or no row can be.
    """
    try:
        end = next(n for n, line in enumerate(lines[:200]) if "EndOfHeader" in line)
        text = next(line[1:] for line in lines[:end] if line[1:].strip().startswith("{"))
        device = next(iter(json.loads(text).values()))
        columns = [str(name) for name in device["column"]]
        fs_hz = float(device["sampling rate"])
        labels = [str(name) for name in device["label"]]
        sensors = [str(name) for name in device.get("sensor", labels)]
        bits = [int(n) for n in device["resolution"]]
        at = [columns.index(label) for label in labels]
        if not at or len(bits) < len(at):
            raise ValueError("resolution")
    except HEADER_FAULTS as error:
        raise RecordCorruptError(
            say("The header of {name} is damaged.", name=path.name),
            say("Export it from OpenSignals again, as text."),
        ) from error
    emg = [n for n, sensor in enumerate(sensors[: len(at)]) if "EMG" in sensor.upper()]
    chosen = emg if emg and not choice.channels else list(range(len(at)))
    check_header(path.name, len(chosen), fs_hz, len(lines))
    has_counter = columns[0].lower() == "nseq" and bool(bits)
    marks = [n for n, name in enumerate(columns) if name in ("I1", "I2", "DI", "D1")][:1]
    wanted = [*([0] if has_counter else []), *(at[n] for n in chosen), *marks]
    table = read_table(path, lines[end + 1 :], wanted, separator="\t", first_line=end + 2)
    first = int(has_counter)
    counts = table.values[:, first : first + len(chosen)]
    depths = [bits[n - len(at)] for n in chosen]  # those of the labels come last
    names = [f"{labels[n]} {sensors[n]}" if n < len(sensors) else labels[n] for n in chosen]
    left = [f"{labels[n]} {sensors[n]}" for n in range(len(at)) if n not in chosen]
    return Recording(
        kind=KIND,
        samples_uv=np.ascontiguousarray(_microvolts(counts, device, depths)),
        fs_hz=fs_hz,
        channel_names=tuple(names),
        units=("uV",) * len(chosen),
        board=str(device.get("device", "")),
        counter=np.nan_to_num(table.values[:, 0], nan=-1).astype(np.int64) if has_counter else None,
        rule=_rule(table.values[:, 0]) if has_counter else None,
        bad_lines=table.bad_lines,
        notes=(
            *table.notes,
            *((say("Not EMG and left out: {columns}.", columns=", ".join(left)),) if left else ()),
        ),
        events=_events(table.values[:, -1], columns[marks[0]]) if marks else (),
    )


def _microvolts(counts: FloatArray, device: dict[str, Any], bits: list[int]) -> FloatArray:
    """Return µV of raw counts; a converted file holds mV already, which no counts are."""
    told = counts[np.isfinite(counts)]
    if told.size and (told != np.round(told)).any():
        return counts * 1e3
    supply_v, gain = SENSORS.get(str(device.get("device", "")).lower(), PLUX)
    full = np.array([2.0 ** min(max(n, 1), 32) for n in bits])
    volts: FloatArray = (counts / full - 0.5) * supply_v / gain
    return volts * UV_PER_V


def _rule(counter: FloatArray) -> CounterRule | None:
    """Return how nSeq counts: on BITalino 0 to 15, else on and on."""
    top = float(np.nanmax(counter, initial=0.0))
    steps = np.diff(counter)
    if not np.isfinite(counter).all() or len(counter) < 3 or top >= 2**48:
        return None
    if (steps > 0).all():
        return CounterRule(2**48, 1) if (steps == 1).mean() > 0.5 else None
    modulus = 2 ** int(np.ceil(np.log2(top + 1))) if top >= 1 else 0
    rises = modulus > 1 and ((steps % modulus) == 1).mean() > 0.5
    return CounterRule(modulus, 1) if rises else None


def _events(values: FloatArray, name: str) -> tuple[Event, ...]:
    """Return the rises of a digital input."""
    rises = np.flatnonzero(np.diff(np.nan_to_num(values), prepend=values[:1]) > 0)
    return tuple(Event(int(row), name) for row in rises[:10_000])
