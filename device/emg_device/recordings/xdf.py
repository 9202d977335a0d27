"""XDF (LabRecorder): the EMG among its streams, and its markers as events; read by pyxdf."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pyxdf

from emg_device.recordings.recording import (
    FileChoice,
    Recording,
    StreamUnknownError,
    check_header,
    scale_of,
)
from emg_device.recordings.xdf_chunks import sound_part
from emg_signal.chunk import Event, FloatArray
from emg_signal.errors import ConfigError, RecordCorruptError
from emg_signal.phrase import say

KIND = "XDF"
MARK = b"XDF:"
OVERLAP_S = 1.0
"""Two stretches of one stream that overlap by no more are one stream that came back."""


def is_xdf(data: bytes) -> bool:
    """Return True if the first bytes are those of XDF."""
    return data.startswith(MARK)


def read_xdf(path: Path, data: bytes, choice: FileChoice) -> Recording:
    """Read the EMG of an XDF file, or the stream that is chosen.

    Raises
    ------
    RecordCorruptError
        pyxdf cannot read it, or it holds no sampled stream.
    StreamUnknownError
        Several streams may be meant.
    ConfigError
        The chosen stream is not in it.
    """
    part = sound_part(data)
    streams = _loaded(path, bytes(part.data))
    sampled = _joined([stream for stream in streams if _is_sampled(stream)])
    if not sampled:
        raise RecordCorruptError(
            say("{name} holds no sampled signal.", name=path.name), say("Only markers?")
        )
    one = _chosen(path, sampled, choice.stream)
    left = [_title(stream) for stream in sampled if stream is not one]
    notes = []
    if part.bad:
        notes.append(say("{n} damaged parts of the file are left out.", n=part.bad))
    if left:
        notes.append(
            say("Other streams of the file, left out: {streams}.", streams=", ".join(left))
        )
    return _recording(path, one, _markers(streams), notes, part.bad)


def _loaded(path: Path, data: bytes) -> list[Any]:
    """Return the streams as pyxdf reads them; what it logs and warns of is not for a terminal."""
    log = logging.getLogger("pyxdf.pyxdf")
    before, log.disabled = log.disabled, True
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            streams, _ = pyxdf.load_xdf(BytesIO(data), dejitter_timestamps=False)
    except Exception as error:  # pyxdf raises what its parsing meets
        reason = " ".join(str(error).split()) or type(error).__name__
        raise RecordCorruptError(
            say("{name} is a damaged XDF file: {error}.", name=path.name, error=reason[:120])
        ) from error
    finally:
        log.disabled = before
    return list(streams)


def _word(stream: Any, key: str) -> str:
    return str((stream["info"].get(key) or [""])[0] or "").strip()


def _rate(stream: Any) -> float:
    try:
        return float(_word(stream, "nominal_srate"))
    except ValueError:
        return 0.0


def _is_sampled(stream: Any) -> bool:
    values = stream["time_series"]
    return _rate(stream) > 0 and isinstance(values, np.ndarray) and values.size > 0


def _joined(streams: list[Any]) -> list[Any]:
    """Return streams, with the stretches of one that was begun anew put behind each other."""
    whole: list[Any] = []
    for stream in sorted(streams, key=lambda one: float(one["time_stamps"][0])):
        same = next((one for one in whole if _is_same(one, stream)), None)
        if same is None:
            whole.append(stream)
            continue
        for key in ("time_series", "time_stamps"):
            same[key] = np.concatenate((same[key], stream[key]))
        same["stretches"] = same.get("stretches", 1) + 1
    return whole


def _is_same(one: Any, other: Any) -> bool:
    keys = ("name", "type", "channel_count", "nominal_srate", "source_id", "channel_format")
    begins, ended = float(other["time_stamps"][0]), float(one["time_stamps"][-1])
    return all(_word(one, key) == _word(other, key) for key in keys) and (
        begins > ended - OVERLAP_S or float(other["time_stamps"][-1]) < ended
    )


def _title(stream: Any) -> str:
    shape = stream["time_series"].shape
    return f"{_word(stream, 'name')} ({_word(stream, 'type')}, {shape[1]} x {_rate(stream):g} Hz)"


def _fitness(stream: Any) -> int:
    """Return how likely a stream is EMG: by its words, else by its unit."""
    words = f"{_word(stream, 'type')} {_word(stream, 'name')}".lower()
    if "emg" in words:
        return 3
    if "exg" in words or "biosig" in words:
        return 2
    return 1 if any(_is_voltage(unit) for unit in _units(stream)) else 0


def _chosen(path: Path, sampled: list[Any], wanted: str) -> Any:
    if wanted:
        numbers = {str(n): stream for n, stream in enumerate(sampled, start=1)}
        named = [s for s in sampled if wanted in (_word(s, "name"), _word(s, "source_id"))]
        found = [numbers[wanted]] if wanted in numbers and not named else named
        if not found:
            raise ConfigError(
                say("{name} holds no stream {stream!r}.", name=path.name, stream=wanted),
                say("It holds: {streams}.", streams=", ".join(map(_title, sampled))),
            )
        return found[0]
    best = max(map(_fitness, sampled))
    likely = [stream for stream in sampled if _fitness(stream) == best]
    if len(likely) > 1:
        raise StreamUnknownError(path.name, [_word(stream, "name") for stream in likely])
    return likely[0]


def _markers(streams: list[Any]) -> list[tuple[float, str]]:
    """Return times and words of all streams of text, and of irregular ones of one number."""
    marks = []
    for stream in streams:
        values = stream["time_series"]
        is_text = isinstance(values, list)
        if _rate(stream) > 0 or (not is_text and (values.ndim != 2 or values.shape[1] != 1)):
            continue
        for at_s, row in zip(stream["time_stamps"], values, strict=False):
            name = ", ".join(map(str, row)) if is_text else f"{float(row[0]):g}"
            if name.strip() and np.isfinite(at_s):
                marks.append((float(at_s), name.strip()))
    return marks


def _recording(
    path: Path, stream: Any, marks: list[tuple[float, str]], notes: Sequence[str], bad: int
) -> Recording:
    fs_hz = _rate(stream)
    samples = np.asarray(stream["time_series"], dtype=np.float64)
    check_header(path.name, samples.shape[1], fs_hz, len(samples))
    units = _units(stream)
    taken = tuple(unit if _is_voltage(unit) else "uV" for unit in units)
    stamps_s = np.asarray(stream["time_stamps"], dtype=np.float64)
    parts = stream.get("stretches", 1)
    joined = (say("The stream stands in the file in {n} parts.", n=parts),) if parts > 1 else ()
    scales = np.array([scale_of(unit) for unit in taken])
    return Recording(
        kind=KIND,
        samples_uv=np.ascontiguousarray(samples * scales),
        fs_hz=fs_hz,
        channel_names=_names(stream, samples.shape[1]),
        units=taken,
        board=_word(stream, "name"),
        stamps_s=stamps_s,
        bad_lines=bad,
        notes=(*notes, *joined, *_unit_notes(units)),
        events=_events(marks, stamps_s),
    )


def _events(marks: list[tuple[float, str]], stamps_s: FloatArray) -> tuple[Event, ...]:
    """Return the markers by the row that came next; those far outside are not of this stream."""
    rows = np.searchsorted(stamps_s, [at_s for at_s, _ in marks])
    return tuple(Event(int(row), name) for row, (_, name) in zip(rows, marks, strict=True))


def _is_voltage(unit: str) -> bool:
    try:
        scale_of(unit)
    except ConfigError:
        return False
    return True


def _channels(stream: Any) -> list[Any]:
    try:
        channels = stream["info"]["desc"][0]["channels"][0]["channel"]
    except (KeyError, IndexError, TypeError):
        return []
    return [channel if isinstance(channel, dict) else {} for channel in channels]


def _units(stream: Any) -> list[str]:
    """Return the declared unit of each channel, '' where none is."""
    channels, n = _channels(stream), int(stream["time_series"].shape[1])
    told = [str((channel.get("unit") or [""])[0] or "").strip() for channel in channels[:n]]
    return told + [""] * (n - len(told))


def _names(stream: Any, n: int) -> tuple[str, ...]:
    channels = _channels(stream)[:n]
    told = [str((channel.get("label") or [""])[0] or "").strip() for channel in channels]
    told += [""] * (n - len(told))
    return tuple(name or f"channel {number}" for number, name in enumerate(told, start=1))


def _unit_notes(units: list[str]) -> tuple[str, ...]:
    odd = sorted({unit for unit in units if unit and not _is_voltage(unit)})
    notes = []
    if odd:
        notes.append(
            say(
                "Declared in {units}, which is no voltage: taken as µV as it stands. Say what it "
                "is: --unit 1=mV.",
                units=", ".join(odd),
            )
        )
    if not all(units):
        notes.append(say("No unit is declared, µV are taken."))
    return tuple(notes)
