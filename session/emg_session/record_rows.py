"""Rows of a session file as values: each is checked against its limits before it is used."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from emg_device.recordings.recording import LONGEST_S, MOST_CHANNELS, MOST_FS_HZ
from emg_session.entries import SegmentHeader
from emg_session.record_boundary import fit, part
from emg_session.record_format import SEGMENT, WITHDRAWN
from emg_signal.chunk import FlagArray, FloatArray
from emg_signal.document import from_document
from emg_signal.phrase import say

T = TypeVar("T")

MOST_EVENTS = 1_000_000
MOST_TEXT_BYTES = 256 * 1024 * 1024
"""Of all events; a visit of hours has some hundred kB."""
FARTHEST = 2**48
"""Largest sample index: it is played back as a counter of 48 bits."""
DEEPEST = 40
"""Levels of a body; ours have eight."""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One record of the chain."""

    sequence: int
    utc: str
    index: int
    kind: str
    body: dict[str, Any]

    def read(self, kind: type[T]) -> T:
        """Return what the body holds as a value of its type.

        Raises
        ------
        ValueError
            It holds something else.
        """
        return from_document(kind, self.body)


@dataclass(frozen=True, slots=True, eq=False)
class StoredBlock:
    """Consecutive samples as they were recorded: µV ``(n_channels, n_samples)``."""

    first_index: int
    lost: int
    samples_uv: FloatArray
    flags: FlagArray


def read_json(text: str) -> dict[str, Any]:
    """Return a JSON object of a sensible depth in which every number is finite.

    Raises
    ------
    ValueError, RecursionError
        It is something else.
    """
    value = json.loads(text, parse_float=_finite, parse_constant=_finite)
    if not isinstance(value, dict):
        raise ValueError("no JSON object")
    # Level by level, not by recursion: a file made to be deep must not end the program here.
    level: list[Any] = [value]
    for _ in range(DEEPEST):
        level = [child for each in level for child in _children(each)]
        if not level:
            break
    else:
        raise ValueError("nested too deeply")
    if "\\u" in text:
        json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair cannot be shown
    return value


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:20]} is not finite")
    return number


def _children(value: dict[str, Any] | list[Any]) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value
    return [each for each in inner if isinstance(each, (dict, list))]


def events_of(connection: sqlite3.Connection) -> tuple[StoredEvent, ...]:
    """Return all events in order."""
    with part(say("its records")):
        # Asked before anything is fetched: a file made to be large must not fill the memory.
        count, size = connection.execute(
            "SELECT count(*), total(length(body)) FROM event"
        ).fetchone()
        if count > MOST_EVENTS or size > MOST_TEXT_BYTES:
            raise ValueError(f"{count} records, {size:g} letters")
        rows = connection.execute(
            "SELECT sequence, utc, sample_index, kind, body FROM event ORDER BY sequence"
        ).fetchall()
    return tuple(_event(*row) for row in rows)


def _event(sequence: int, utc: str, index: int, kind: str, body: str) -> StoredEvent:
    with part(say("record {n} ({kind})", n=sequence, kind=fit(kind))):
        return StoredEvent(sequence, utc, index, kind, read_json(body))


def standing(events: tuple[StoredEvent, ...]) -> tuple[StoredEvent, ...]:
    """Return the events that hold, without those that were withdrawn."""
    gone: set[int] = set()
    for event in events:
        if event.kind == WITHDRAWN:
            with part(say("record {n} ({kind})", n=event.sequence, kind=event.kind)):
                first, last = int(event.body["from"]), int(event.body["to"])
                gone |= set(range(max(first, 1), min(last + 1, event.sequence)))
    return tuple(event for event in events if event.sequence not in gone)


def segments_of(
    connection: sqlite3.Connection, version: int, events: tuple[StoredEvent, ...]
) -> dict[int, SegmentHeader]:
    """Return the headers by segment number."""
    if version > 1:
        found = [
            (e.body.get("number"), *(e.body.get(key) for key in _HEADER), e.body.get("board"))
            for e in events
            if e.kind == SEGMENT
        ]
    else:
        with part(say("its connections")):
            rows = connection.execute(
                "SELECT id, began_utc, fs_hz, n_channels, uv_per_count, board FROM segment "
                "LIMIT 1000"
            ).fetchall()
            found = [(*row[:-1], read_json(row[-1])) for row in rows]
    return dict(_segment(*row) for row in found)


_HEADER = ("began_utc", "fs_hz", "n_channels", "uv_per_count")


def _segment(
    number: object, began: object, fs_hz: object, n: object, scale: object, board: object
) -> tuple[int, SegmentHeader]:
    with part(say("connection {n}", n=fit(number))):
        match number, began, fs_hz, n, board:
            case int(), str(), (float() | int()), int(), dict():
                if not (1 <= n <= MOST_CHANNELS and 0 < fs_hz <= MOST_FS_HZ):
                    raise ValueError(f"{n} channels at {fs_hz:g} Hz")
                _check_board(n, board)
                return number, SegmentHeader(began, float(fs_hz), n, _scale(scale), board)
        raise ValueError("its header")


def _scale(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, (int, float)) and 0 < value < math.inf:
        return float(value)
    raise ValueError(f"a scale of {value!r} µV")


def _check_board(n_channels: int, board: dict[str, Any]) -> None:
    names = board.get("channel_names", [""] * n_channels)
    rails = board.get("rails_uv")
    sound = isinstance(names, list) and all(isinstance(name, str) for name in names)
    if not sound or len(names) != n_channels or not isinstance(board.get("board", ""), str):
        raise ValueError("names")
    if rails is not None:
        low, high = (float(end) for end in rails)
        if not low < high:
            raise ValueError("rails")


def blocks_of(
    connection: sqlite3.Connection, number: int, header: SegmentHeader
) -> Iterator[StoredBlock]:
    """Yield the blocks of one segment in order, each after the one before it."""
    rows = connection.execute(
        "SELECT first_index, lost, n_samples, encoding, samples, flags FROM raw "
        "WHERE segment = ? ORDER BY first_index",
        (number,),
    )
    next_index, total = 0, 0
    while True:
        with part(say("the samples from {first} on of connection {n}", first=next_index, n=number)):
            row = rows.fetchone()
            if row is None:
                return
            block = _block(header, *row)
            total += block.samples_uv.shape[1]
            if not next_index <= block.first_index <= FARTHEST or total > LONGEST_S * header.fs_hz:
                raise ValueError("out of order, or too many")
            next_index = block.first_index + block.samples_uv.shape[1]
        yield block  # outside of `part`: an error of whoever uses it is none of the file


def _block(
    header: SegmentHeader,
    first_index: int,
    lost: int,
    n_samples: int,
    encoding: str,
    samples: bytes,
    flags: bytes | None,
) -> StoredBlock:
    if first_index < 0 or lost < 0 or n_samples < 1:
        raise ValueError(f"{n_samples} samples, {lost} lost")
    size = n_samples * header.n_channels
    shape = (n_samples, header.n_channels)
    if len(samples) != size * {"i4": 4, "f8": 8}[encoding]:
        raise ValueError(f"{len(samples)} bytes")
    if encoding == "i4":
        if header.uv_per_count is None:
            raise ValueError("counts without a scale")
        uv = np.frombuffer(samples, dtype="<i4").reshape(shape) * header.uv_per_count
    else:
        uv = np.frombuffer(samples, dtype="<f8").reshape(shape)
    if not np.isfinite(uv).all():
        raise ValueError("a sample is not finite")
    return StoredBlock(first_index, lost, uv.T, _flags(flags, shape))


def _flags(flags: bytes | None, shape: tuple[int, int]) -> FlagArray:
    if flags is None:
        return np.zeros(shape[::-1], dtype=np.uint8)
    return np.frombuffer(flags, dtype=np.uint8).reshape(shape).T
