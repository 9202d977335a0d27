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
