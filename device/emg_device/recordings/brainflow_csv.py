"""Files of BrainFlow's file streamer: all rows of a board, tab-separated, without a header.

The file does not say which board it is from. The number of columns tells most of them; where two
boards share it, the person has to say.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from emg_device.info import marker_events
from emg_device.recordings.recording import Recording, counter_rule_of
from emg_device.recordings.text_table import NUMBER, read_table
from emg_signal.chunk import Event
from emg_signal.errors import RecordCorruptError
from emg_signal.phrase import say

KIND = "BrainFlow file"
LAYOUTS: dict[int, tuple[str, tuple[int, ...], float, int, int]] = {
    24: ("Cyton", tuple(range(1, 9)), 250.0, 0, 22),
    32: ("Cyton with Daisy", tuple(range(1, 17)), 125.0, 0, 30),
    15: ("Ganglion", tuple(range(1, 5)), 200.0, 0, 13),
}
"""Board, EMG columns, rate, counter and time stamp by number of columns, as BrainFlow's board
descriptions have them; the markers follow the time stamp. The synthetic board has 32 too: its
rate, measured by the time stamps, tells it from the Daisy; 24 at 1000 Hz is the Cyton on the WiFi
shield."""


def is_brainflow(lines: list[str]) -> bool:
    """Return True if the first lines are rows of a known board."""
    rows = [line.split("\t") for line in lines[:5] if line.strip()]
    return bool(rows) and all(
        len(row) in LAYOUTS and all(NUMBER.match(field) for field in row) for row in rows
    )


def read_brainflow(path: Path, lines: list[str]) -> Recording:
    """Read the lines of a BrainFlow file.

    Raises
    ------
    RecordCorruptError
        No row can be read.
    """
    width = len(lines[0].split("\t"))
    board, columns, fs_hz, counter_column, stamp_column = LAYOUTS[width]
    wanted = [counter_column, *columns, stamp_column + 1, stamp_column]
    table = read_table(path, lines, wanted, separator="\t")
    stamps_s = table.values[:, -1]
    measured_hz = _measured(stamps_s)
    if measured_hz > 1.5 * fs_hz:
        board, fs_hz = ("CytonWifi", 1000.0) if width == 24 else ("Synthetic", 250.0)
    counter = np.nan_to_num(table.values[:, 0], nan=-1).astype(np.int64)
    rule = counter_rule_of(counter)
    if not np.isfinite(table.values[:, 1:-2]).any():
        raise RecordCorruptError(
            say("{name} holds no samples.", name=path.name), say("Is it a BrainFlow file?")
        )
    taken = say(
        "By its {width} columns this is a {board} at {fs_hz:g} Hz.",
        width=width,
        board=board,
        fs_hz=fs_hz,
    )
    notes = (*table.notes, taken)
    return Recording(
        kind=KIND,
        samples_uv=np.ascontiguousarray(table.values[:, 1:-2]),
        fs_hz=fs_hz,
        channel_names=tuple(f"EXG {number}" for number in range(1, len(columns) + 1)),
        units=("uV",) * len(columns),
        board=board,
        counter=counter if rule else None,
        rule=rule,
        stamps_s=stamps_s if bool((stamps_s > 0).all()) else None,
        bad_lines=table.bad_lines,
        notes=notes,
        events=tuple(Event(*each) for each in marker_events(table.values[:, -2])),
    )


def _measured(stamps_s: np.ndarray) -> float:
    """Return samples per second by the file's time stamps; 0 if they do not tell."""
    span_s = float(stamps_s[-1] - stamps_s[0])
    return (len(stamps_s) - 1) / span_s if span_s > 0 else 0.0
