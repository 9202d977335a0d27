"""Text recordings of the OpenBCI GUI, of every version since 2014.

Up to version 4 there is no row of column names: sample index, EXG channels, 3 accelerations or
none, then the time of day, and Unix milliseconds in the later ones. The first do not tell the
number of channels either. Versions 5 and 6 name their columns. EXG values are µV in all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from emg_device.info import IntArray, marker_events
from emg_device.recordings.file_times import clock_seconds
from emg_device.recordings.recording import Recording, check_header, counter_rule_of
from emg_device.recordings.text_table import read_table
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv
from emg_signal.chunk import Event, FloatArray
from emg_signal.errors import RecordCorruptError
from emg_signal.phrase import say

MARK = "%OpenBCI"
KIND = "OpenBCI GUI text"


@dataclass(frozen=True, slots=True)
class _Header:
    n_channels: int
    fs_hz: float
    board: str
    columns: tuple[str, ...]
    n_lines: int


def read_openbci_text(path: Path, lines: list[str]) -> Recording:
    """Read the lines of an OpenBCI GUI recording.

    Raises
    ------
    RecordCorruptError
        Its header lacks channels or rate, or no row can be read.
    """
    header = _read_header(path, lines)
    check_header(path.name, header.n_channels, header.fs_hz, len(lines))
    body = lines[header.n_lines :]
    stamp, marker = _stamp_column(header, body), _marker_column(header)
    extra = [column for column in (marker, stamp) if column is not None]
    wanted = [*range(header.n_channels + 1), *extra]
    table = read_table(path, body, wanted, first_line=header.n_lines + 1)
    samples_uv = np.ascontiguousarray(table.values[:, 1 : header.n_channels + 1])
    counter = np.nan_to_num(table.values[:, 0], nan=-1.0).astype(np.int64)
    rule = counter_rule_of(counter)
    return Recording(
        kind=KIND,
        samples_uv=samples_uv,
        fs_hz=header.fs_hz,
        channel_names=_names(header),
        units=("uV",) * header.n_channels,
        board=header.board,
        counter=counter if rule else None,
        rule=rule,
        stamps_s=_of_day(body, table.lines) if stamp is None else _seconds(table.values[:, -1]),
        rails_uv=_rails(header, samples_uv),
        bad_lines=table.bad_lines,
        notes=table.notes,
        events=()
        if marker is None
        else tuple(Event(*each) for each in marker_events(table.values[:, header.n_channels + 1])),
    )


def _read_header(path: Path, lines: list[str]) -> _Header:
    head = [line for line in lines[:40] if line.startswith("%")]
    text = "\n".join(head)
    channels = re.search(r"Number of channels\s*=\s*(\d{1,9})", text, re.ASCII)
    rate = re.search(r"Sample Rate\s*=\s*(\d+(?:\.\d*)?)", text, re.ASCII)
    n_channels = int(channels.group(1)) if channels else 0
    if not channels and rate:
        n_channels = _channels_of(lines[len(head) :], float(rate.group(1)))
    if not n_channels or not rate:
        raise RecordCorruptError(
            say(
                "{name} begins as an OpenBCI GUI recording but its header is incomplete.",
                name=path.name,
            ),
            say("Its first lines must tell the number of channels and the sample rate."),
        )
    board = re.search(r"Board\s*=\s*(?:\S+\$)?(?:Board)?(\S+)", text)
    n_lines = len(head)
    columns: tuple[str, ...] = ()
    if len(lines) > n_lines and "Sample Index" in lines[n_lines]:
        columns = tuple(name.strip() for name in lines[n_lines].split(","))
        n_lines += 1
    return _Header(
        n_channels,
        float(rate.group(1)),
        board.group(1) if board else "",
        columns,
        n_lines,
    )


def _channels_of(rows: list[str], fs_hz: float) -> int:
    """Return the channels of a file that does not tell them: by rate and width of its rows.

    A Ganglion runs at 200 Hz with 4, a Cyton has 8, and 16 with a Daisy.
    """
    widths = [row.count(",") + 1 for row in rows[:50] if row.strip()]
    width = max(set(widths), key=widths.count) if widths else 0
    likely = 4 if round(fs_hz) == 200 else 16 if width >= 17 else 8
    return likely if width > likely else 0


def _stamp_column(header: _Header, rows: list[str]) -> int | None:
    """Return the column of Unix time: named, or the last of an unnamed row if it is so large."""
    if header.columns:
        return header.columns.index("Timestamp") if "Timestamp" in header.columns else None
    row = next((row for row in rows if row.strip()), "").split(",")
    last = row[-1].strip()
    is_unix = last.isascii() and last.isdigit() and len(last) == 13
    return len(row) - 1 if is_unix and len(row) > header.n_channels + 1 else None


def _marker_column(header: _Header) -> int | None:
    return next((n for n, name in enumerate(header.columns) if name.startswith("Marker")), None)


def _of_day(rows: list[str], lines: IntArray) -> FloatArray | None:
    """Return the times of day that end the rows of older files; None if none or all one."""
    found = [rows[line].rpartition(",")[2] for line in lines[:1]]
    if not found or ":" not in found[0]:
        return None
    stamps_s = clock_seconds([rows[line].rpartition(",")[2] for line in lines])
    return stamps_s if np.isfinite(stamps_s).all() and np.ptp(stamps_s) > 0 else None


def _seconds(stamps: FloatArray) -> FloatArray | None:
    """Return Unix seconds; some versions write milliseconds. None where it is not filled in."""
    if not np.isfinite(stamps).all() or (stamps <= 0).any():
        return None
    return stamps / 1e3 if stamps[0] > 1e11 else stamps  # in seconds, 1e11 is the year 5138


def _names(header: _Header) -> tuple[str, ...]:
    """Name the channels from 1, as boards and montages do (the file counts from 0)."""
    return tuple(f"EXG {number}" for number in range(1, header.n_channels + 1))


def _rails(header: _Header, samples_uv: FloatArray) -> tuple[float, float] | None:
    """Return the Cyton's rails at gain 24 if the data stay within them.

    The file does not tell the gain. A lower one would have wider rails, and then a value at
    these is taken for railed though it is not: the safe side.
    """
    low, high = rails_uv(CYTON_REFERENCE_V, CYTON_BITS, 24)
    largest = np.max(np.abs(samples_uv), initial=0.0, where=np.isfinite(samples_uv))
    inside = largest <= -low + 0.01  # the file has two decimals
    if not inside or not ("Cyton" in header.board or header.n_channels in (8, 16)):
        return None
    return (low + 0.01, high - 0.01)
