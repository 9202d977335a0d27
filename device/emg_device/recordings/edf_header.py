"""`EdfHeader`: the header of an EDF(+) or BDF(+) file (edfplus.info/specs, biosemi.com/faq)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from emg_device.recordings.recording import MOST_FS_HZ
from emg_signal.errors import RecordCorruptError
from emg_signal.phrase import say

EDF_MARK, BDF_MARK = b"0       ", b"\xffBIOSEMI"
FIELDS = (("label", 16), ("transducer", 80), ("unit", 8), ("low", 8), ("high", 8))
DIGITS = (("digital_low", 8), ("digital_high", 8), ("filter", 80), ("n_samples", 8), ("rest", 32))
MOST_SIGNALS = 1024
"""Of a file; more is a damaged header (an amplifier of 512 channels is the largest met)."""


@dataclass(frozen=True, slots=True)
class EdfSignal:
    """One signal of the file.

    Parameters
    ----------
    number
        From 1, annotations not counted.
    label, transducer, unit
        As written; the unit with its µ made one.
    scale, offset
        Physical value = digital × scale + offset.
    n_samples, start
        Samples of it in a record, and where they begin in it.
    fs_hz
        Sampling rate, Hz.
    """

    number: int
    label: str
    transducer: str
    unit: str
    scale: float
    offset: float
    n_samples: int
    start: int
    fs_hz: float

    @property
    def is_annotations(self) -> bool:
        """Whether it holds text and times instead of samples."""
        return self.label in ("EDF Annotations", "BDF Annotations")


@dataclass(frozen=True, slots=True)
class EdfHeader:
    """What stands before the data.

    Parameters
    ----------
    is_bdf
        24 bits a sample, else 16.
    kind
        ``EDF``, ``EDF+C``, ``EDF+D`` and the same of BDF.
    n_bytes
        Length of the header.
    n_records
        Records declared; −1, or 0 from some programs, if unknown.
    record_s
        Length of a record, seconds.
    signals
        In the order of the file.
    """

    is_bdf: bool
    kind: str
    n_bytes: int
    n_records: int
    record_s: float
    signals: tuple[EdfSignal, ...]

    @property
    def record_samples(self) -> int:
        """Samples of all signals in one record."""
        return sum(signal.n_samples for signal in self.signals)


def read_header(name: str, data: bytes) -> EdfHeader:
    """Read the header of `data`.

    Raises
    ------
    RecordCorruptError
        A field is no number, or the file ends within its header.
    """
    is_bdf = data.startswith(BDF_MARK)
    try:
        n_signals = int(_text(data[252:256]))
        n_records, record_s = int(_text(data[236:244])), float(_text(data[244:252]))
        sound = 1 <= n_signals <= MOST_SIGNALS and math.isfinite(record_s) and record_s >= 0
        if not sound or len(data) < 256 * (n_signals + 1):
            raise ValueError("signals")
        signals = _signals(data, n_signals, record_s)
    except ValueError as error:
        raise RecordCorruptError(
            say("The header of {name} is damaged.", name=name), say("Export the file again.")
        ) from error
    plus = _text(data[192:197])[4:5] if _text(data[192:197])[3:4] == "+" else ""
    kind = ("BDF" if is_bdf else "EDF") + (f"+{plus}" if plus else "")
    return EdfHeader(is_bdf, kind, 256 * (n_signals + 1), n_records, record_s, signals)


def _signals(data: bytes, n_signals: int, record_s: float) -> tuple[EdfSignal, ...]:
    columns, at = {}, 256
    for field, width in (*FIELDS, *DIGITS):
        ends = range(at, at + width * (n_signals + 1), width)
        columns[field] = [_text(data[a : a + width]) for a in ends[:-1]]
        at += width * n_signals
    signals, start, number = [], 0, 0
    for n in range(n_signals):
        low, high = float(columns["low"][n]), float(columns["high"][n])
        d_low, d_high = int(columns["digital_low"][n]), int(columns["digital_high"][n])
        n_samples = int(columns["n_samples"][n])
        is_text = columns["label"][n].endswith("Annotations")
        if not 0 < n_samples <= 10 * MOST_FS_HZ * max(record_s, 1.0):
            raise ValueError("samples")
        if not is_text and (d_low == d_high or not math.isfinite(high - low)):
            raise ValueError("range")
        scale = 1.0 if is_text else (high - low) / (d_high - d_low)
        number += not is_text
        signals.append(
            EdfSignal(
                number,
                columns["label"][n],
                columns["transducer"][n],
                columns["unit"][n],
                scale,
                low - d_low * scale,
                n_samples,
                start,
                n_samples / record_s if record_s else 0.0,
            )
        )
        start += n_samples
    return tuple(signals)


def _text(field: bytes) -> str:
    """Return a field; a µ is written in Latin-1 by some programs and in UTF-8 by others."""
    try:
        return field.decode("utf-8").strip(" \0")
    except UnicodeDecodeError:
        return field.decode("latin-1").strip(" \0")
