"""Text exports of BIOPAC AcqKnowledge.

First the name of the recording, then the time per sample, the number of channels, name and unit
of each, a line of channel numbers, a line of sample counts, and the rows.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from emg_device.recordings.recording import Recording, check_header, scale_of
from emg_device.recordings.text_table import read_table
from emg_signal.errors import ConfigError, RecordCorruptError
from emg_signal.phrase import say

KIND = "AcqKnowledge text"
RATE = re.compile(
    r"\s*(\d+(?:\.\d*)?)\s*(msec/sample|sec/sample|samples/second|hz)\s*\Z", re.I | re.A
)
CHANNELS = re.compile(r"\s*(\d{1,9})\s+channels\s*\Z", re.IGNORECASE | re.ASCII)
COUNT = re.compile(r"\d{1,15}", re.ASCII)


def is_acqknowledge(lines: list[str]) -> bool:
    """Return True if the first lines are those of an AcqKnowledge export."""
    return len(lines) > 3 and bool(RATE.match(lines[1])) and bool(CHANNELS.match(lines[2]))


def read_acqknowledge(path: Path, lines: list[str]) -> Recording:
    """Read the lines of an AcqKnowledge text export.

    Raises
    ------
    RecordCorruptError
        The header is incomplete, or no row can be read.
    """
    fs_hz, n_channels = _rate(lines[1]), _channels(lines[2])
    check_header(path.name, n_channels, fs_hz, len(lines))
    labels = [line.strip() for line in lines[3 : 3 + 2 * n_channels]]
    rest = 3 + 2 * n_channels
    if len(labels) < 2 * n_channels or len(lines) <= rest + 2:
        raise RecordCorruptError(
            say(
                "{name} ends within its header of {n_channels} channels.",
                name=path.name,
                n_channels=n_channels,
            ),
            say("Export the recording again."),
        )
    separator = "\t" if "\t" in lines[rest] else ","
    declared = _declared(lines[rest + 1], separator)
    table = read_table(
        path,
        lines[rest + 2 :],
        range(n_channels),
        separator=separator,
        first_line=rest + 3,
    )
    units = [_unit(path, label) for label in labels[1::2]]
    scales = np.array([scale_of(unit) if unit else 1.0 for unit in units])
    return Recording(
        kind=KIND,
        samples_uv=table.values * scales,
        fs_hz=fs_hz,
        channel_names=tuple(labels[0::2]),
        units=tuple(unit or "uV" for unit in units),
        board="BIOPAC",
        bad_lines=table.bad_lines,
        notes=table.notes + _missing(declared, len(table.values), fs_hz) + _unitless(labels, units),
    )


def _rate(line: str) -> float:
    match = RATE.match(line)
    value = float(match.group(1)) if match else 0.0
    unit = match.group(2).lower() if match else ""
    if not value:
        return 0.0
    return {"msec/sample": 1e3 / value, "sec/sample": 1 / value}.get(unit, value)


def _channels(line: str) -> int:
    match = CHANNELS.match(line)
    return int(match.group(1)) if match else 0


def _declared(line: str, separator: str) -> int:
    """Return the largest sample count of the header; 0 if it holds none."""
    counts = [field.strip() for field in line.split(separator)]
    return max((int(count) for count in counts if COUNT.fullmatch(count)), default=0)


def _unit(path: Path, label: str) -> str:
    """Return the unit of one channel, or '' if it is no voltage (seconds, degrees)."""
    try:
        scale_of(label)
    except ConfigError:
        return ""
    return label


def _unitless(labels: list[str], units: list[str]) -> tuple[str, ...]:
    odd = [
        f"{number} ({label})"
        for number, (label, unit) in enumerate(zip(labels[1::2], units, strict=True), start=1)
        if not unit
    ]
    if not odd:
        return ()
    named = ", ".join(odd)
    return (
        say("Not in a unit of voltage, taken as it stands: channel {channels}.", channels=named),
    )


def _missing(declared: int, found: int, fs_hz: float) -> tuple[str, ...]:
    """Say what the header promises and the file does not hold."""
    if declared <= found:
        return ()
    return (
        say(
            "The header counts {declared} samples ({declared_s:.0f} s), the file holds {found} "
            "({found_s:.1f} s): {missing} are missing.",
            declared=declared,
            declared_s=declared / fs_hz,
            found=found,
            found_s=found / fs_hz,
            missing=declared - found,
        ),
    )
