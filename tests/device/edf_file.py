"""EDF and BDF files byte by byte, also such as edfio does not write: EDF+D, a µ in Latin-1."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Signal = tuple[str, bytes, np.ndarray]
"""Label, dimension, and ``(n_records, n_samples)`` counts; 1 count is 1 unit."""


def edf_file(
    signals: Sequence[Signal],
    *,
    record_s: float = 1.0,
    onsets_s: Sequence[float] | None = None,
    notes: dict[int, Sequence[tuple[float, str]]] | None = None,
    plus: str = "",
    n_records: int | None = None,
    is_bdf: bool = False,
) -> bytes:
    """Return a file; with `onsets_s` each record has its time, and `notes` by record."""
    records = len(signals[0][2])
    texts = _texts(onsets_s or [], notes or {})
    label = b"BDF Annotations" if is_bdf else b"EDF Annotations"
    size, limit = (3, 8_388_607) if is_bdf else (2, 32_767)
    fields = [(name.encode(), unit, counts.shape[1]) for name, unit, counts in signals]
    if texts:
        fields.append((label, b"", -(-max(map(len, texts)) // size)))
    head = (b"\xffBIOSEMI" if is_bdf else b"0".ljust(8)) + b"X".ljust(160) + b"01.01.2600.00.00"
    head += b"%-8d" % (256 * (len(fields) + 1))
    head += (("BDF" if is_bdf else "EDF") + plus if plus else "").encode().ljust(44)
    head += b"%-8d" % (records if n_records is None else n_records)
    head += f"{record_s:g}".encode().ljust(8) + b"%-4d" % len(fields)
    head += b"".join(name.ljust(16) for name, _, _ in fields) + b"".ljust(80 * len(fields))
    head += b"".join(unit.ljust(8) for _, unit, _ in fields)
    for value in (-limit - 1, limit) * 2:
        head += (b"%-8d" % value) * len(fields)
    head += b"".ljust(80 * len(fields)) + b"".join(b"%-8d" % n for _, _, n in fields)
    head += b"".ljust(32 * len(fields))
    body = b""
    for record in range(records):
        body += b"".join(_counts(counts[record], size) for _, _, counts in signals)
        if texts:
            body += texts[record].ljust(fields[-1][2] * size, b"\0")
    return head + body


def _texts(onsets_s: Sequence[float], notes: dict[int, Sequence[tuple[float, str]]]) -> list[bytes]:
    return [
        b"+%g\x14\x14\0" % onset
        + b"".join(f"+{at:g}\x14{text}\x14\0".encode() for at, text in notes.get(n, ()))
        for n, onset in enumerate(onsets_s)
    ]


def _counts(values: np.ndarray, size: int) -> bytes:
    wide = values.astype("<i4").view(np.uint8).reshape(-1, 4)
    return wide[:, :size].tobytes()
