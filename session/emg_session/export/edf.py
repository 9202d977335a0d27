"""A stretch as BDF+ (24 bit, every count) or EDF+ (16 bit), written and read back by edfio."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from emg_session.export.stretch import Stretch
from emg_signal.chunk import FloatArray
from emg_signal.errors import RecordError
from emg_signal.phrase import say

RECORD_S = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0)
"""Seconds of a data record, the shortest that holds whole samples: its end is padded."""
HEADER_WIDTH = 8
"""Letters of a number in the header."""
WIDEST = 9_999_999
"""Largest number of a range: seven digits and the sign."""
LEAST_UV = 1e-3
"""Of a channel without signal: a range of 0 is none."""
SEARCHED = 20_000
"""Counts at the end of 24 bits that are tried, 0.2 % of them."""
NEAR = 0.01
"""Counts that the range's end may be off as the header tells it: the scale by 1.2e-9 at most."""
MOST_24, MOST_16 = 2**23 - 1, 2**15 - 1


class _Range(NamedTuple):
    """Whole numbers from -`digital` to `digital` stand for -`physical` to `physical` `unit`s."""

    digital: int
    physical: float
    unit: float

    @property
    def uv(self) -> float:
        return self.physical * self.unit


def write_edf(path: Path, stretch: Stretch, *, bits: int) -> None:
    """Write BDF+ (24 bits) or EDF+ (16), and read it back.

    Raises
    ------
    RecordError
        A rate that no data record holds, or what is read back is not what was written.
    """
    import edfio

    kind, signal = (edfio.Bdf, edfio.BdfSignal) if bits == 24 else (edfio.Edf, edfio.EdfSignal)
    most = MOST_24 if bits == 24 else MOST_16
    record_s = _record_s(stretch.header.fs_hz)
    digital, ranges = _digital(stretch, most)
    padded = _padded(digital, round(record_s * stretch.header.fs_hz))
    begins = _begins(stretch)
    signals: list[Any] = [  # edfio has a type for each width
        signal.from_digital(
            padded[i].astype(np.int32 if bits == 24 else np.int16),
            stretch.header.fs_hz,
            label=stretch.labels[i],
            transducer_type=_ascii(f"surface electrodes {stretch.muscles[i]}".strip(), 80),
            physical_dimension="uV" if each.unit == 1 else "mV",
            physical_range=(-each.physical, each.physical),
            digital_range=(-each.digital, each.digital),
            prefiltering="none: as the board sent it",
        )
        for i, each in enumerate(ranges)
    ]
    file = kind(
        signals,
        recording=edfio.Recording(
            startdate=begins.date(),
            equipment_code=_ascii(str(stretch.header.board.get("board", "X")), 40),
        ),
        starttime=begins.time().replace(microsecond=0, tzinfo=None),
        data_record_duration=record_s,
        annotations=[
            edfio.EdfAnnotation(onset_s, duration_s or None, text)
            for onset_s, duration_s, text in _annotations(stretch, begins)
        ],
    )
    file.write(path)
    _compare(path, edfio.read_bdf(path) if bits == 24 else edfio.read_edf(path), padded, file)


def _record_s(fs_hz: float) -> float:
    for record_s in RECORD_S:
        if abs(fs_hz * record_s - round(fs_hz * record_s)) < 1e-6:
            return record_s
    raise RecordError(
        say("EDF and BDF cannot hold {fs_hz:g} samples per second.", fs_hz=fs_hz),
        say("Export as CSV."),
    )


def _digital(stretch: Stretch, most: int) -> tuple[FloatArray, list[_Range]]:
    """Return whole numbers, ``(n_channels, n)``, and the range of each channel.

    Counts of a board stay counts. A negative rail has one more than a range that is even about 0:
    it is one off.
    """
    filled = stretch.filled_uv()
    scale = stretch.header.uv_per_count
    if scale is not None and most == MOST_24:
        found = _range_of_counts(scale)
        return np.clip(np.rint(filled / scale), -found.digital, found.digital), [found] * len(
            filled
        )
    peaks = np.max(np.abs(filled), axis=1, initial=LEAST_UV).astype(np.float64)
    ranges = []
    for peak in peaks:
        limits, unit = _fit(np.full(1, peak * (1 + 1e-6)), np.ceil)
        ranges.append(_Range(most, float(limits[0]), unit))
    steps = np.array([each.uv / most for each in ranges])[:, None]
    return np.rint(filled / steps), ranges


def _range_of_counts(scale: float) -> _Range:
    """Return the largest range whose µV, as the header tells them, are its counts' own.

    Eight letters hold few of all numbers: the counts at the range's end are searched for ones.
    """
    digital = MOST_24 - np.arange(SEARCHED)
    limits, unit = _fit((digital * scale).astype(np.float64), np.rint)
    wrong = np.abs(limits * unit / scale - digital)
    # The first that is near enough: what lies beyond it, at the rails, is clipped.
    best = int(np.argmax(wrong < NEAR)) if wrong.min() < NEAR else int(np.argmin(wrong))
    return _Range(int(digital[best]), float(limits[best]), unit)


def _fit(uv: FloatArray, rounding: Callable[[FloatArray], FloatArray]) -> tuple[FloatArray, float]:
    """Return numbers that the header holds, and their unit in µV: 1, or 1,000 for many volts."""
    unit = 1.0 if uv.max() < WIDEST else 1e3
    if uv.max() >= WIDEST * unit:
        raise RecordError(
            say("EDF and BDF cannot hold {uv:g} µV.", uv=float(uv.max())), say("Export as CSV.")
        )
    # One letter is the sign's, and one the point's.
    decimals = max(0, HEADER_WIDTH - 2 - len(str(int(uv.max() / unit))))
    step = 10.0**-decimals
    return np.round(rounding(uv / unit / step) * step, decimals), unit


def _padded(digital: FloatArray, samples: int) -> FloatArray:
    rest = -digital.shape[1] % samples
    return np.pad(digital, ((0, 0), (0, rest)), mode="edge")


def _begins(stretch: Stretch) -> datetime:
    """Return when the first sample was taken, by the record."""
    begun = datetime.fromisoformat(stretch.header.began_utc)
    return begun + timedelta(seconds=stretch.begins_s)


def _annotations(stretch: Stretch, begins: datetime) -> list[tuple[float, float, str]]:
    """Return onset, duration and text: the true start and end, gaps, and what happened."""
    n = int(stretch.index[-1]) + 1
    found = [
        # pyedflib refuses a header's start with a fraction: it stands here.
        (0.0, 0.0, f"recording begins {begins.isoformat()}"),
        *((h.onset_s, h.duration_s, h.name) for h in (*stretch.gaps, *stretch.happenings)),
        (n / stretch.header.fs_hz, 0.0, "end of recording"),
    ]
    return sorted(found)


def _ascii(text: str, most: int) -> str:
    plain = "".join(c if c.isascii() and c.isprintable() else "?" for c in text)
    return plain.replace(" ", "_")[:most] if most == 40 else plain[:most]


def _compare(path: Path, read: object, digital: FloatArray, written: object) -> None:
    signals = getattr(read, "signals", ())
    same = len(signals) == len(digital) and all(
        np.array_equal(signal.digital, values)
        for signal, values in zip(signals, digital, strict=True)
    )
    # getattr: edfio's types of BDF and EDF share no base with these
    if not same or getattr(read, "annotations", ()) != getattr(written, "annotations", None):
        raise RecordError(
            say("{name} was not read back as it was written.", name=path.name),
            say("Export to another folder or disk."),
        )
