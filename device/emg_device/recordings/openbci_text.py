"""Text recordings of the OpenBCI GUI, versions 4 to 6.

Version 4 has no row of column names: sample index, EXG channels, 3 accelerations, then the time
of day. Versions 5 and 6 name their columns. EXG values are µV in all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from emg_device.recordings.recording import Recording, check_header, counter_rule_of
from emg_device.recordings.text_table import read_table
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv
from emg_signal.chunk import FloatArray
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
    stamp = _stamp_column(header)
    wanted = [*range(header.n_channels + 1), *([] if stamp is None else [stamp])]
    table = read_table(path, lines[header.n_lines :], wanted, first_line=header.n_lines + 1)
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
        stamps_s=None if stamp is None else _seconds(table.values[:, -1]),
        rails_uv=_rails(header, samples_uv),
        bad_lines=table.bad_lines,
        notes=table.notes,
    )


def _read_header(path: Path, lines: list[str]) -> _Header:
    head = [line for line in lines[:40] if line.startswith("%")]
    text = "\n".join(head)
    channels = re.search(r"Number of channels\s*=\s*(\d+)", text)
    rate = re.search(r"Sample Rate\s*=\s*([\d.]+)", text)
    if not channels or not rate:
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
        int(channels.group(1)),
        float(rate.group(1)),
        board.group(1) if board else "",
        columns,
        n_lines,
    )


def _stamp_column(header: _Header) -> int | None:
    """Return the column of Unix time; version 4 has the time of day, which may jump: none."""
    return header.columns.index("Timestamp") if "Timestamp" in header.columns else None


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
    inside = np.nanmax(np.abs(samples_uv)) <= -low + 0.01  # the file has two decimals
    if not inside or not ("Cyton" in header.board or header.n_channels in (8, 16)):
        return None
    return (low + 0.01, high - 0.01)
