"""An XDF file, written after the specification of the format."""

from __future__ import annotations

import struct

import numpy as np


def xdf_chunk(tag: int, content: bytes) -> bytes:
    body = struct.pack("<H", tag) + content
    return b"\x04" + struct.pack("<I", len(body)) + body


def xdf_file(samples: np.ndarray, fs_hz: float) -> bytes:
    """Return an XDF 1.0 file, written after the format's specification (sccn/xdf, wiki)."""
    names = "".join(
        f"<channel><label>EMG{n}</label><unit>microvolts</unit></channel>"
        for n in range(samples.shape[1])
    )
    header = (
        f"<?xml version='1.0'?><info><name>Amp</name><type>EMG</type>"
        f"<channel_count>{samples.shape[1]}</channel_count><nominal_srate>{fs_hz}</nominal_srate>"
        f"<channel_format>double64</channel_format><desc><channels>{names}</channels></desc></info>"
    )
    stream = struct.pack("<I", 1)
    rows = b"".join(
        (b"\x08" + struct.pack("<d", 100.0) if n == 0 else b"\x00") + row.astype("<f8").tobytes()
        for n, row in enumerate(samples)
    )
    footer = "<?xml version='1.0'?><info><first_timestamp>100</first_timestamp></info>"
    return (
        b"XDF:"
        + xdf_chunk(1, b"<?xml version='1.0'?><info><version>1.0</version></info>")
        + xdf_chunk(2, stream + header.encode())
        + xdf_chunk(3, stream + b"\x04" + struct.pack("<I", len(samples)) + rows)
        + xdf_chunk(6, stream + footer.encode())
    )


def xdf_stream(
    number: int,
    name: str,
    kind: str,
    samples: np.ndarray,
    fs_hz: float,
    *,
    stamps_s: np.ndarray | None = None,
    unit: str = "microvolts",
    chunk: int = 500,
) -> bytes:
    """Return header, samples and footer of one stream; each sample has its stamp, if any do."""
    n = samples.shape[1]
    labels = "".join(
        f"<channel><label>{name}{c + 1}</label><unit>{unit}</unit></channel>" for c in range(n)
    )
    head = (
        f"<?xml version='1.0'?><info><name>{name}</name><type>{kind}</type>"
        f"<channel_count>{n}</channel_count><nominal_srate>{fs_hz}</nominal_srate>"
        f"<channel_format>float32</channel_format><source_id>{name}</source_id>"
        f"<desc><channels>{labels}</channels></desc></info>"
    )
    stream = struct.pack("<I", number)
    times = np.arange(len(samples)) / fs_hz + 100.0 if stamps_s is None else stamps_s
    out = xdf_chunk(2, stream + head.encode())
    for first in range(0, len(samples), chunk):
        part = range(first, min(first + chunk, len(samples)))
        rows = b"".join(
            b"\x08" + struct.pack("<d", times[n]) + samples[n].astype("<f4").tobytes() for n in part
        )
        out += xdf_chunk(3, stream + b"\x04" + struct.pack("<I", len(part)) + rows)
    return out


def xdf_markers(number: int, marks: list[tuple[float, str]]) -> bytes:
    """Return a stream of text markers."""
    head = (
        "<?xml version='1.0'?><info><name>Marks</name><type>Markers</type>"
        "<channel_count>1</channel_count><nominal_srate>0</nominal_srate>"
        "<channel_format>string</channel_format></info>"
    )
    stream = struct.pack("<I", number)
    rows = b"".join(
        b"\x08" + struct.pack("<d", at) + b"\x01" + bytes([len(text)]) + text.encode()
        for at, text in marks
    )
    return xdf_chunk(2, stream + head.encode()) + xdf_chunk(
        3, stream + b"\x04" + struct.pack("<I", len(marks)) + rows
    )


def xdf_of(*streams: bytes) -> bytes:
    """Return a file of these streams."""
    version = b"<?xml version='1.0'?><info><version>1.0</version></info>"
    return b"XDF:" + xdf_chunk(1, version) + b"".join(streams)
