"""`sound_part`: the chunks of an XDF file that hold what they declare (sccn/xdf, wiki).

pyxdf believes a chunk's own count of samples and takes memory for it; here each is held against
the length of its chunk first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

HEADER, SAMPLES, CLOCK, FOOTER = 2, 3, 4, 6
BYTES_OF = {"int8": 1, "int16": 2, "int32": 4, "int64": 8, "float32": 4, "double64": 8}
BOUNDARY = bytes.fromhex("43A546DCCBF5410FB30ED5467383CBE4")
"""Content of a boundary chunk (the format's specification)."""
MOST_CHANNELS = 1024
FIELD = r"<{0}>\s*([^<]*?)\s*</{0}>"
NUMBERS = ("channel_count", "nominal_srate")


@dataclass(slots=True)
class SoundPart:
    """What can be read of the file.

    Parameters
    ----------
    data
        The file of sound chunks alone.
    bad
        Chunks that were left out.
    """

    data: bytearray = field(default_factory=lambda: bytearray(b"XDF:"))
    bad: int = 0


def sound_part(data: bytes) -> SoundPart:
    """Return the sound chunks of an XDF file, in order."""
    part, at = SoundPart(), 4
    sizes: dict[int, int] = {}
    while at < len(data):
        length, begin = _length(data, at)
        end = begin + length
        if length < 2 or end > len(data):
            part.bad += 1
            at = _after_boundary(data, at + 1)
            continue
        if _is_sound(data, begin, end, sizes):
            part.data += data[at:end]
        else:
            part.bad += 1
        at = end
    return part


def _length(data: bytes, at: int) -> tuple[int, int]:
    """Return the length of the chunk at `at` and where its content begins; −1 if it has none."""
    size = data[at]
    if size not in (1, 4, 8) or at + 1 + size > len(data):
        return -1, at + 1
    return int.from_bytes(data[at + 1 : at + 1 + size], "little"), at + 1 + size


def _after_boundary(data: bytes, at: int) -> int:
    """Return where the chunk after the next boundary begins, or the end."""
    found = data.find(BOUNDARY, at)
    return len(data) if found < 0 else found + len(BOUNDARY)


def _is_sound(data: bytes, begin: int, end: int, sizes: dict[int, int]) -> bool:
    tag = int.from_bytes(data[begin : begin + 2], "little")
    if tag not in (HEADER, SAMPLES, CLOCK, FOOTER):
        return tag in (1, 5)
    if end - begin < 6:
        return False
    stream = int.from_bytes(data[begin + 2 : begin + 6], "little")
    if tag == HEADER:
        size = _sample_bytes(data[begin + 6 : end])
        if size is None or stream in sizes:
            return False
        sizes[stream] = size
        return True
    if stream not in sizes:
        return False
    if tag == CLOCK:
        return end - begin == 22
    return tag == FOOTER or _holds(data, begin + 6, end, sizes[stream])


def _sample_bytes(header: bytes) -> int | None:
    """Return the bytes of one sample, minus the channels of text; None if that cannot be."""
    text = header.decode("utf-8", "replace")
    found = {
        name: re.search(FIELD.format(name), text) for name in (*NUMBERS, "channel_format", "name")
    }
    try:
        n_channels = int(found["channel_count"].group(1))  # type: ignore[union-attr]
        rate = float(found["nominal_srate"].group(1))  # type: ignore[union-attr]
        kind = found["channel_format"].group(1)  # type: ignore[union-attr]
    except (AttributeError, ValueError):
        return None
    if not (0 < n_channels <= MOST_CHANNELS and 0 <= rate < 1e6) or found["name"] is None:
        return None
    if kind == "string":
        return -n_channels
    return n_channels * BYTES_OF[kind] if kind in BYTES_OF else None


def _holds(data: bytes, at: int, end: int, sample: int) -> bool:
    """Return whether the samples of a chunk fill it exactly (text: at most)."""
    if at >= end or data[at] not in (1, 4, 8) or at + 1 + data[at] > end:
        return False
    count = int.from_bytes(data[at + 1 : at + 1 + data[at]], "little")
    at += 1 + data[at]
    if sample < 0:  # each text has a length of two bytes at least
        return count * (1 - 2 * sample) <= end - at
    if count * (1 + sample) > end - at:
        return False
    for _ in range(count):
        if at >= end or data[at] not in (0, 8):
            return False
        at += 1 + data[at] + sample
    return at == end
