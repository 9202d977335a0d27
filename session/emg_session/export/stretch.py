"""`Stretch`: one segment of a session as an unbroken table, as exports write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from emg_session.entries import SegmentHeader
from emg_session.event_names import marks_of
from emg_session.record_rows import StoredBlock
from emg_session.stored import StoredSession
from emg_session.stream_settings import StreamSettings
from emg_signal.chunk import FloatArray

MOST_VALUES = 32_000_000
"""Samples x channels of one file: an hour of 8 at 1 kHz, as an encoder holds it three times."""
ACTS = ("measurement", "decision", "given")
"""Kinds of records that become events beside the marks, by kind alone: nobody is named."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened: seconds from the stretch's first sample, and for how long."""

    onset_s: float
    duration_s: float
    sample: int
    name: str
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Samples of one segment, or of a part of a long one.

    Parameters
    ----------
    run
        Counts the exported stretches from 1.
    header
        Of the segment.
    begins_s
        From the segment's begin to the first sample, seconds.
    labels
        One for each channel, at most 16 ASCII letters.
    muscles
        What each channel measures, in words.
    samples_uv
        ``(n_channels, n_samples)`` µV; samples that were lost are left out.
    index
        ``(n_samples,)``, samples from the stretch's first one; a loss is a step over 1.
    happenings
        In order of time.
    """

    run: int
    header: SegmentHeader
    begins_s: float
    labels: tuple[str, ...]
    muscles: tuple[str, ...]
    samples_uv: FloatArray
    index: np.ndarray
    happenings: tuple[Happening, ...]

    @property
    def gaps(self) -> tuple[Happening, ...]:
        """Where samples were lost."""
        last = np.flatnonzero(np.diff(self.index) > 1)
        fs_hz = self.header.fs_hz
        return tuple(
            Happening(
                float(self.index[i] + 1) / fs_hz,
                float(self.index[i + 1] - self.index[i] - 1) / fs_hz,
                int(self.index[i] + 1),
                "BAD_gap",
                "lost",
            )
            for i in last
        )

    def filled_uv(self) -> FloatArray:
        """Return the samples with each gap filled by its last value, ``(n_channels, n)`` µV."""
        lengths = np.diff(self.index, append=self.index[-1] + 1)
        return np.repeat(self.samples_uv, lengths, axis=1)


def stretches(session: StoredSession, most_values: int = MOST_VALUES) -> Iterator[Stretch]:
    """Yield every segment that holds samples, in parts of at most `most_values`."""
    run = 0
    for number in sorted(session.segments):
        header, begin = session.segments[number], None
        for part in _parts(list(session.blocks(number)), most_values // header.n_channels):
            run += 1
            begin = part[0].first_index if begin is None else begin
            yield _stretch(session, header, run, part, begin)


def _parts(blocks: list[StoredBlock], most: int) -> Iterator[list[StoredBlock]]:
    """Yield blocks in order, together at most `most` samples with their gaps."""
    part: list[StoredBlock] = []
    for block in blocks:
        end = block.first_index + block.samples_uv.shape[1]
        if part and end - part[0].first_index > most:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _stretch(
    session: StoredSession, header: SegmentHeader, run: int, part: list[StoredBlock], begin: int
) -> Stretch:
    first = part[0].first_index
    index = np.concatenate(
        [np.arange(b.first_index, b.first_index + b.samples_uv.shape[1]) for b in part]
    )
    labels, muscles = _names(session, header)
    return Stretch(
        run,
        header,
        (first - begin) / header.fs_hz,
        labels,
        muscles,
        np.concatenate([b.samples_uv for b in part], axis=1),
        index - first,
        tuple(_happenings(session, header.fs_hz, first, int(index[-1]))),
    )


def _names(
    session: StoredSession, header: SegmentHeader
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a label and a muscle in words for each channel."""
    labels = [f"EMG {n}" for n in range(1, header.n_channels + 1)]
    muscles = [""] * header.n_channels
    settings = session.newest("settings", StreamSettings)
    if settings is not None and settings.montage.assigned:
        for site in settings.montage.sites:
            if site.channel < header.n_channels:
                short = f"EMG{site.channel + 1} {site.muscle}"[:14]
                labels[site.channel] = f"{short} {site.side[0].upper()}"
                muscles[site.channel] = f"{site.side} {site.muscle.replace('_', ' ')}"
    return tuple(labels), tuple(muscles)


def _happenings(session: StoredSession, fs_hz: float, first: int, last: int) -> Iterator[Happening]:
    """Yield marks and acts of a stretch, in order of their samples."""
    found = [(mark.index, mark.name, mark.source) for _, mark in marks_of(session)]
    found += [(event.index, event.kind, "record") for event in session.events if event.kind in ACTS]
    for index, name, source in sorted(found):
        if first <= index <= last:
            yield Happening((index - first) / fs_hz, 0.0, index - first, name, source)
