"""`settled`: a recording with one rate, and an index that counts what is missing.

Counter and time stamps of a file are weighed once, over the whole of it; playback and everything
behind it goes by the index. What was found is said.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from emg_device.info import FILE_INDEX, IntArray
from emg_device.recordings.file_clock import OFF_RATE, ClockReading, settled_clock
from emg_device.recordings.file_counter import counted
from emg_device.recordings.recording import (
    LEAST_FS_HZ,
    LONGEST_S,
    MOST_FS_HZ,
    RateUnknownError,
    Recording,
    check_header,
)
from emg_signal.chunk import Event, FloatArray
from emg_signal.errors import RecordCorruptError
from emg_signal.phrase import say

ROUND_RATE = 1e-3
"""A rate so near to a whole number is that number: crystals and resonators keep it."""
MOST_UV = 1e9
"""A thousand volts: no electrode gives more, and a filter that gets it is lost for ever."""
SHORTEST = 3
"""Stamps of fewer rows tell nothing."""


def settled(path: Path, recording: Recording, rate_hz: float | None = None) -> Recording:
    """Return `recording` with its rate and index settled, and without rows that are none.

    Parameters
    ----------
    path
        For messages.
    recording
        As its reader has it.
    rate_hz
        What a person states, Hz; None goes by the file.

    Raises
    ------
    RateUnknownError
        Neither header nor stamps tell the rate.
    RecordCorruptError
        It holds no value at all.
    """
    recording, notes = _without_repeats(_possible(recording))
    index, clock = _index_of(recording, rate_hz)
    fs_hz, rate_notes = _rate(path, recording, clock, rate_hz)
    check_header(path.name, recording.n_channels, fs_hz, recording.n_samples)
    filled = np.flatnonzero(np.isfinite(recording.samples_uv).any(axis=1))
    if not filled.size:
        raise RecordCorruptError(
            say("{name} holds no samples.", name=path.name), say("Is it an EMG file?")
        )
    events = _placed(recording.events, index)
    index, recording = index[filled], _of_rows(recording, filled)
    notes = (*notes, *clock.notes, *rate_notes, *_empty(recording), *_gaps(index, fs_hz))
    return replace(
        recording,
        fs_hz=fs_hz,
        counter=index,
        rule=FILE_INDEX,
        notes=(*recording.notes, *notes),
        events=events,
    )


def _of_rows(recording: Recording, rows: IntArray) -> Recording:
    """Return the part of a recording that the numbers `rows` name."""
    counter, stamps_s = recording.counter, recording.stamps_s
    if len(rows) == recording.n_samples:
        return recording
    return replace(
        recording,
        samples_uv=recording.samples_uv[rows],
        counter=None if counter is None else counter[rows],
        stamps_s=None if stamps_s is None else stamps_s[rows],
    )


def _possible(recording: Recording) -> Recording:
    """Return it without values that no electrode gives; each is one channel's loss."""
    absurd = ~(np.abs(recording.samples_uv) <= MOST_UV) & ~np.isnan(recording.samples_uv)
    if not absurd.any():
        return recording
    note = say("{n} values are no voltage of an electrode, and are left out.", n=int(absurd.sum()))
    samples_uv = np.where(absurd, np.nan, recording.samples_uv)
    return replace(recording, samples_uv=samples_uv, notes=(*recording.notes, note))


def _without_repeats(recording: Recording) -> tuple[Recording, tuple[str, ...]]:
    """Return it without rows that stand in it twice, and with the wire's counter made an index."""
    n, repeated = recording.n_samples, 0
    kept = np.arange(n)
    counter, rule = recording.counter, recording.rule
    if counter is not None and rule is not None and not rule.is_exact and n:
        found = counted(counter, rule, recording.samples_uv)
        if not found.index.size or found.index[-1] > LONGEST_S * (recording.fs_hz or MOST_FS_HZ):
            note = say("Its counter leaps further than a recording can be long: it is not used.")
            return replace(recording, counter=None, rule=None), (note,)
        kept, repeated = found.rows, found.repeated
        index = np.empty(n, dtype=np.int64)
        index[kept] = found.index
        recording = replace(recording, counter=index)
    elif counter is None and recording.stamps_s is not None:
        kept = _first_of_each(recording.stamps_s, recording.samples_uv)
        repeated = n - kept.size
    if not repeated:
        return recording, ()
    events = tuple(
        Event(int(np.searchsorted(kept, event.index)), event.name) for event in recording.events
    )
    note = say("{n} rows stand in it twice and are taken once.", n=repeated)
    return replace(_of_rows(recording, kept), events=events), (note,)


def _first_of_each(stamps_s: FloatArray, samples_uv: FloatArray) -> IntArray:
    """Return the rows whose time and values did not stand in the file before.

    Only where times are nearly all different: a burst shares one, and a resting channel its value.
    """
    order = np.argsort(stamps_s, kind="stable")
    same = np.diff(stamps_s[order]) == 0
    if not same.any() or same.mean() > 0.5:
        return np.arange(len(stamps_s))
    first, again = order[:-1][same], order[1:][same]
    equal = (samples_uv[first] == samples_uv[again]).all(axis=1)
    moves = (samples_uv != samples_uv[0]).any()
    twice = again[equal]
    # A few equal neighbours in a coarse clock are chance; every pair equal is a repetition.
    if not equal.all() or not moves:
        return np.arange(len(stamps_s))
    return np.setdiff1d(np.arange(len(stamps_s)), twice)


def _index_of(recording: Recording, rate_hz: float | None) -> tuple[IntArray, ClockReading]:
    """Return the number of each row, and what the stamps say."""
    n, rule = recording.n_samples, recording.rule
    counter = recording.counter if rule is not None else None
    base = np.arange(n) if counter is None else counter
    nothing = ClockReading(0.0, 1.0, base)
    stamps_s = recording.stamps_s
    if stamps_s is None or n < SHORTEST or (rule is not None and rule.is_exact):
        return base, nothing
    told = np.isfinite(stamps_s)
    if told.sum() * 2 <= n or not np.ptp(stamps_s[told]):
        return base, nothing
    if not told.all():
        stamps_s = np.interp(np.arange(n), np.flatnonzero(told), stamps_s[told])
    period = 1 if counter is None or rule is None else rule.period
    clock = settled_clock(stamps_s, base, period)
    if rate_hz is not None and abs(clock.fs_hz / rate_hz - 1) > OFF_RATE:
        # Whoever states another rate says that these are no times: they tell no gap either.
        return base, replace(clock, index=base, notes=())
    return clock.index, clock


def _rate(
    path: Path, recording: Recording, clock: ClockReading, asked_hz: float | None
) -> tuple[float, tuple[str, ...]]:
    """Return the rate to go by, and what is to be said of it."""
    declared_hz, found_hz = recording.fs_hz, clock.fs_hz
    rounded = float(round(found_hz))
    nice_hz = rounded if rounded and abs(found_hz / rounded - 1) < ROUND_RATE else found_hz
    if asked_hz is not None:
        other_hz = declared_hz or found_hz
        differs = other_hz and abs(asked_hz / other_hz - 1) > OFF_RATE
        told = say(
            "{asked_hz:g} Hz, as asked; by the file it is {other_hz:.6g}.",
            asked_hz=asked_hz,
            other_hz=other_hz,
        )
        return asked_hz, (told,) if differs else ()
    if not declared_hz and found_hz < LEAST_FS_HZ:
        raise _no_rate(path, found_hz)
    if not declared_hz:
        return nice_hz, (say("Rate by its time stamps: {fs_hz:.2f} Hz.", fs_hz=found_hz),)
    off = abs(found_hz / declared_hz - 1) if found_hz else 0.0
    if off <= max(OFF_RATE, 2 * clock.doubt):
        return declared_hz, ()
    return nice_hz, (
        say(
            "Its time stamps run at {found_hz:.2f} Hz, not at the {declared_hz:g} Hz that it "
            "declares: the stamps' rate is taken.",
            found_hz=found_hz,
            declared_hz=declared_hz,
        ),
    )


def _no_rate(path: Path, found_hz: float) -> RateUnknownError:
    if found_hz:
        return RateUnknownError(
            say(
                "By its times {name} holds {found_hz:.3g} samples a second: too few for EMG.",
                name=path.name,
                found_hz=found_hz,
            ),
            say("If they are no times, say the rate: --rate 1000."),
        )
    return RateUnknownError(
        say("{name} does not tell its sampling rate.", name=path.name),
        say("Say it: --rate 1000. Or add a column named time (s)."),
    )


def _placed(events: tuple[Event, ...], index: IntArray) -> tuple[Event, ...]:
    """Return events by the index of their row, in order."""
    last = len(index) - 1
    placed = (Event(int(index[min(max(e.index, 0), last)]), e.name) for e in events)
    return tuple(sorted(placed, key=lambda event: event.index))


def _empty(recording: Recording) -> tuple[str, ...]:
    """Name the channels that hold no value at all."""
    names = [
        name
        for channel, name in enumerate(recording.channel_names)
        if not np.isfinite(recording.samples_uv[:, channel]).any()
    ]
    if not names:
        return ()
    return (say("Without a single value, not to be used: {channels}.", channels=", ".join(names)),)


def _gaps(index: IntArray, fs_hz: float) -> tuple[str, ...]:
    """Say what is missing."""
    gaps = np.diff(index) - 1
    n = int((gaps > 0).sum())
    if not n:
        return ()
    first = int(np.flatnonzero(gaps > 0)[0])
    return (
        say(
            "{lost} samples are missing in {n} gaps (first of {first} at {at_s:.2f} s).",
            lost=int(gaps.sum()),
            n=n,
            first=int(gaps[first]),
            at_s=float(index[first] - index[0] + 1) / fs_hz,
        ),
    )
