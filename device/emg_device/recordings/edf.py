"""EDF, EDF+C, EDF+D and BDF of the same kinds, with signals of several rates.

edfio, which the tests write with, joins the records of EDF+D without a word; here each record is
put where its time says.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from emg_device.info import FILE_INDEX, IntArray
from emg_device.recordings.edf_header import (
    BDF_MARK,
    EDF_MARK,
    EdfHeader,
    EdfSignal,
    read_header,
)
from emg_device.recordings.recording import (
    LONGEST_S,
    UV_PER_UNIT,
    FileChoice,
    Recording,
    check_header,
    scale_of,
)
from emg_signal.chunk import Event, FloatArray
from emg_signal.errors import ConfigError, RecordCorruptError
from emg_signal.phrase import say

ANNOTATION = re.compile(rb"([+-]\d+(?:\.\d*)?)(?:\x15[\d.]*)?\x14([^\x00]*?)\x14?\x00")
MOST_EVENTS = 10_000
MOST_NAMED = 8
"""Signals that a note names; the number is told of all."""


def is_edf(data: bytes) -> bool:
    """Return True if the first bytes are the version field of EDF or BDF."""
    return data.startswith((EDF_MARK, BDF_MARK))


def read_edf(path: Path, data: bytes, choice: FileChoice) -> Recording:
    """Read an EDF(+) or BDF(+) file.

    Without a choice the signals named EMG become channels, else those in volts of the highest
    rate that most of them have; what is left out is named.

    Raises
    ------
    RecordCorruptError
        It is damaged, or no signal is a voltage.
    ConfigError
        A signal is chosen that it does not hold, or several of different rates.
    """
    header = read_header(path.name, data)
    chosen = _chosen(path, header, choice)
    width = header.record_samples * (3 if header.is_bdf else 2)
    whole, rest = divmod(len(data) - header.n_bytes, width)
    if whole < 1:
        raise RecordCorruptError(
            say("{name} ends before its first record.", name=path.name),
            say("Export the file again."),
        )
    wanted = whole if header.n_records < 1 else min(whole, header.n_records)
    check_header(path.name, len(chosen), chosen[0].fs_hz, wanted * chosen[0].n_samples)
    raw = np.frombuffer(data, np.uint8, wanted * width, header.n_bytes).reshape(wanted, width)
    samples_uv = np.stack([_samples_uv(raw, header, signal) for signal in chosen], axis=1)
    onsets_s, texts = _annotations(raw, header)
    index = _index(onsets_s, chosen[0], header)
    events = (*_events(texts, onsets_s, chosen[0], index), *_triggers(raw, header, chosen[0]))
    return Recording(
        kind=header.kind,
        samples_uv=samples_uv,
        fs_hz=chosen[0].fs_hz,
        channel_names=tuple(signal.label for signal in chosen),
        units=tuple(signal.unit for signal in chosen),
        counter=index,
        rule=FILE_INDEX,
        notes=(*_left_out(header, chosen), *_cut_off(header, wanted, rest)),
        events=events[:MOST_EVENTS],
    )


def _chosen(path: Path, header: EdfHeader, choice: FileChoice) -> list[EdfSignal]:
    signals = [s for s in header.signals if not s.is_annotations and not _is_status(s)]
    if choice.channels:
        return _of_one_rate([_named(path, signals, key) for key in choice.channels])
    volts = [s for s in signals if s.unit.lower() in UV_PER_UNIT and s.fs_hz > 0]
    if choice.stream:
        wanted = choice.stream.lower().removesuffix("hz").strip()
        chosen = [s for s in volts if f"{s.fs_hz:g}" == wanted or choice.stream in s.label]
        if not chosen:
            raise ConfigError(
                say("{name} holds no signals {stream!r}.", name=path.name, stream=choice.stream),
                say("Choose a rate, as in --stream 1000, of: {rates}.", rates=_rates(volts)),
            )
        return _of_one_rate(chosen)
    if not volts:
        raise RecordCorruptError(
            say("{name} holds no signal in volts.", name=path.name), say("Is it an EMG file?")
        )
    emg = [s for s in volts if "emg" in f"{s.label} {s.transducer}".lower()] or volts
    rates = [s.fs_hz for s in emg]
    # Of rates that equally many signals have, EMG is at the higher one.
    best_hz = max(set(rates), key=lambda rate: (rates.count(rate), rate))
    return [s for s in emg if s.fs_hz == best_hz]


def _is_status(signal: EdfSignal) -> bool:
    return signal.label.lower() == "status" or signal.unit.lower() == "boolean"


def _named(path: Path, signals: list[EdfSignal], key: str) -> EdfSignal:
    for signal in signals:
        if key in (str(signal.number), signal.label):
            scale_of(signal.unit)
            return signal
    raise ConfigError(
        say("{name} holds no signal {key!r}.", name=path.name, key=key),
        say("It holds: {signals}.", signals=", ".join(f"{s.number} {s.label}" for s in signals)),
    )


def _rates(signals: list[EdfSignal]) -> str:
    return ", ".join(f"{rate:g}" for rate in sorted({signal.fs_hz for signal in signals}))


def _of_one_rate(chosen: list[EdfSignal]) -> list[EdfSignal]:
    chosen = list(dict.fromkeys(chosen))
    if len({signal.fs_hz for signal in chosen}) > 1:
        raise ConfigError(
            say("The chosen signals have several rates: {rates} Hz.", rates=_rates(chosen)),
            say("Choose signals of one rate."),
        )
    return chosen


def _counts(raw: np.ndarray, header: EdfHeader, signal: EdfSignal) -> IntArray:
    """Return the digital values of one signal, ``(n,)``."""
    size = 3 if header.is_bdf else 2
    part = raw[:, signal.start * size : (signal.start + signal.n_samples) * size]
    if not header.is_bdf:
        return np.ascontiguousarray(part).view("<i2").reshape(-1)
    wide = np.zeros((part.size // 3, 4), np.uint8)
    wide[:, 1:] = part.reshape(-1, 3)
    return wide.view("<i4").reshape(-1) >> 8


def _samples_uv(raw: np.ndarray, header: EdfHeader, signal: EdfSignal) -> FloatArray:
    scale = scale_of(signal.unit)
    counts = _counts(raw, header, signal).astype(np.float64)
    counts *= signal.scale * scale
    counts += signal.offset * scale
    return counts


def _annotations(
    raw: np.ndarray, header: EdfHeader
) -> tuple[FloatArray | None, list[tuple[float, str]]]:
    """Return when each record began, seconds, and all annotations with their times."""
    onsets_s: FloatArray | None = None
    texts: list[tuple[float, str]] = []
    size = 3 if header.is_bdf else 2
    for signal in (s for s in header.signals if s.is_annotations):
        part = raw[:, signal.start * size : (signal.start + signal.n_samples) * size]
        firsts = np.full(len(raw), np.nan)
        for record, row in enumerate(part):
            for number, (at, names) in enumerate(ANNOTATION.findall(row.tobytes() + b"\0")):
                if number == 0:
                    firsts[record] = float(at)
                told = [name.decode("utf-8", "replace").strip() for name in names.split(b"\x14")]
                texts.extend((float(at), name) for name in told if name)
        if onsets_s is None:
            onsets_s = firsts
    return onsets_s, texts


def _index(onsets_s: FloatArray | None, signal: EdfSignal, header: EdfHeader) -> IntArray | None:
    """Return the index of each sample by the times of the records; None where they only go on."""
    if onsets_s is None or not header.kind.endswith("+D"):
        return None
    told = np.isfinite(onsets_s)
    if not told.any():
        return None
    regular = np.arange(len(onsets_s)) * header.record_s
    begins = np.where(told, onsets_s, onsets_s[told][0] + regular)
    first = np.round((begins - begins[0]) * signal.fs_hz).astype(np.int64)
    least = np.arange(len(first)) * signal.n_samples
    # A record cannot begin before the one ahead of it ends, nor years after it.
    first = np.maximum.accumulate(np.maximum(first, least) - least) + least
    if first[-1] > LONGEST_S * signal.fs_hz:
        return None
    index: IntArray = (first[:, None] + np.arange(signal.n_samples)).reshape(-1)
    return index


def _events(
    texts: list[tuple[float, str]],
    onsets_s: FloatArray | None,
    signal: EdfSignal,
    index: IntArray | None,
) -> tuple[Event, ...]:
    """Return annotations by the row that their time falls on."""
    begin_s = 0.0
    if onsets_s is not None and np.isfinite(onsets_s[0]):
        begin_s = float(onsets_s[0])
    events = []
    for at_s, name in texts:
        sample = round(min(max(at_s - begin_s, 0.0), LONGEST_S) * signal.fs_hz)
        row = sample if index is None else int(np.searchsorted(index, sample))
        events.append(Event(row, name))
    return tuple(events)


def _triggers(raw: np.ndarray, header: EdfHeader, signal: EdfSignal) -> tuple[Event, ...]:
    """Return the changes of a BDF's status channel, whose lower 16 bits are the trigger."""
    status = next((s for s in header.signals if header.is_bdf and _is_status(s)), None)
    if status is None:
        return ()
    codes = _counts(raw, header, status) & 0xFFFF
    changed = np.flatnonzero((np.diff(codes, prepend=codes[:1]) != 0) & (codes != 0))
    ratio = signal.n_samples / status.n_samples
    return tuple(
        Event(int(row * ratio), f"trigger {int(codes[row])}") for row in changed[:MOST_EVENTS]
    )


def _left_out(header: EdfHeader, chosen: list[EdfSignal]) -> tuple[str, ...]:
    left = [
        f"{s.number} {s.label} ({s.fs_hz:g} Hz, {s.unit or '-'})"
        for s in header.signals
        if s not in chosen and not s.is_annotations and not _is_status(s)
    ]
    if not left:
        return ()
    return (
        say(
            "{n} signals are left out: {signals}. Others can be chosen by channels or stream.",
            n=len(left),
            signals=", ".join([*left[:MOST_NAMED], *(["…"] if len(left) > MOST_NAMED else [])]),
        ),
    )


def _cut_off(header: EdfHeader, records: int, rest: int) -> tuple[str, ...]:
    if header.n_records > records:
        return (
            say(
                "The file is cut off: it declares {declared} records of {record_s:g} s and holds "
                "{found}.",
                declared=header.n_records,
                record_s=header.record_s,
                found=records,
            ),
        )
    if header.n_records < 1 and rest:
        return (say("The file is cut off within its last record, which is left out."),)
    return ()
