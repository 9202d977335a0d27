"""What is handed to a session's file: events, and segments' headers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What is to be put on record.

    Parameters
    ----------
    kind
        What it is, in a word or two.
    body
        Plain values for JSON; no NaN.
    key
        An event with a key that is on record already is dropped: a message sent twice.
    utc
        When it happened, where that was before it is put on record; None for now.
    """

    kind: str
    body: Mapping[str, Any]
    key: str | None = None
    utc: str | None = None


@dataclass(frozen=True, slots=True)
class SegmentHeader:
    """What a segment was recorded with.

    Parameters
    ----------
    began_utc
        ISO 8601 with offset.
    fs_hz, n_channels
        Rate in Hz and number of channels.
    uv_per_count
        Scale in µV, or None where the source has no counts (samples are kept as float64 µV).
    board
        Everything that the board said of itself.
    """

    began_utc: str
    fs_hz: float
    n_channels: int
    uv_per_count: float | None
    board: Mapping[str, Any]
