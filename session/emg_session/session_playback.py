"""`SessionPlayback`: a stored session as a board, with the gaps that it had."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import numpy.typing as npt

from emg_device.info import FILE_INDEX
from emg_device.playback import PlaybackDevice
from emg_device.recordings.recording import Recording
from emg_session.event_names import marks_of
from emg_session.record_boundary import part, reading
from emg_session.record_rows import StoredBlock
from emg_session.stored import StoredSession, read_session
from emg_session.stream_settings import StreamSettings
from emg_signal.chunk import Event
from emg_signal.errors import RecordCorruptError
from emg_signal.montage import Montage
from emg_signal.phrase import say


class SessionPlayback(PlaybackDevice):
    """All connections of a session file, played in order with the gaps between them.

    Raises (on open)
    ----------------
    RecordCorruptError
        Not a session file, damaged, or without samples.
    """

    example: ClassVar[str] = "session:visit.evenhand?speed=1"

    def _read(self) -> Recording:
        return recording_of(read_session(self.path))

    @property
    def montage(self) -> Montage | None:
        """The montage that the session was recorded with; None if the file does not say."""
        settings = read_session(self.path).newest("settings", StreamSettings)
        return None if settings is None else settings.montage


def recording_of(session: StoredSession) -> Recording:
    """Return the segments of a session, as far as they are of one kind, as a `Recording`.

    Raises
    ------
    RecordCorruptError
        There is no sample in it.
    """
    if not session.segments:
        raise RecordCorruptError(
            say("{file} holds no samples: it was a visit without a board.", file=session.path),
            say("What was planned and given in it is listed by: evenhand session list"),
        )
    blocks = {number: list(session.blocks(number)) for number in sorted(session.segments)}
    lengths = {n: sum(b.samples_uv.shape[1] for b in each) for n, each in blocks.items()}
    longest = max(lengths, key=lambda n: lengths[n])
    if not lengths[longest]:
        raise RecordCorruptError(
            say("{file} holds no samples.", file=session.path), say("Play another session.")
        )
    alike = [n for n in blocks if lengths[n] and _is_alike(session, n, longest)]
    with reading(session.path), part(say("connection {n}", n=longest)):
        return _recording(session, alike, [blocks[n] for n in alike])


def _is_alike(session: StoredSession, one: int, other: int) -> bool:
    """Return whether two segments fit into one stream: the same rate and channels."""
    first, second = session.segments[one], session.segments[other]
    return (first.fs_hz, first.n_channels) == (second.fs_hz, second.n_channels)


def _recording(
    session: StoredSession, played: list[int], chosen: list[list[StoredBlock]]
) -> Recording:
    header = session.segments[played[0]]
    names = tuple(header.board.get("channel_names", ()))
    rails = header.board.get("rails_uv")
    counter = _counter(chosen)
    return Recording(
        kind="Evenhand session",
        samples_uv=np.concatenate([b.samples_uv.T for blocks in chosen for b in blocks]),
        fs_hz=header.fs_hz,
        channel_names=names,
        units=("uV",) * header.n_channels,
        board=str(header.board.get("board", "")),
        counter=counter,
        rule=FILE_INDEX,
        rails_uv=None if rails is None else (float(rails[0]), float(rails[1])),
        notes=_notes(session, played),
        events=_events(session, chosen, counter),
    )


def _counter(chosen: list[list[StoredBlock]]) -> npt.NDArray[np.int64]:
    """Return the index of every sample, with what was lost within and between segments left out.

    A pause by intention (contact was measured) is no loss and leaves no gap in the index: one
    sample is left out for it, so that filters begin anew as they did then.
    """
    indices, shift, end = [], 0, -1
    for blocks in chosen:
        shift += blocks[0].first_index + shift == end
        for block in blocks:
            first = block.first_index + shift
            end = first + block.samples_uv.shape[1]
            indices.append(np.arange(first, end, dtype=np.int64))
    return np.concatenate(indices)


def _events(
    session: StoredSession, chosen: list[list[StoredBlock]], counter: npt.NDArray[np.int64]
) -> tuple[Event, ...]:
    """Return what was marked, at the sample that it belongs to as it is played now."""
    marks = [mark for _, mark in marks_of(session)]
    recorded = np.concatenate(
        [
            np.arange(block.first_index, block.first_index + block.samples_uv.shape[1])
            for blocks in chosen
            for block in blocks
        ]
    )
    rows = np.searchsorted(recorded, [mark.index for mark in marks])
    return tuple(
        Event(int(counter[min(int(row), len(counter) - 1)]), mark.name)
        for row, mark in zip(rows, marks, strict=True)
    )


def _notes(session: StoredSession, played: list[int]) -> tuple[str, ...]:
    notes = []
    if session.meta.get("origin") == "simulated":
        notes.append(say("This session was recorded from a simulated patient."))
    if len(played) > 1:
        notes.append(
            say(
                "{n} connections are played one after the other, with a gap for each loss.",
                n=len(played),
            )
        )
    n = len(session.segments)
    if left := n - len(played):
        text = say(
            "Of {n} connections {left} are left out: empty, or of another rate or other channels.",
            n=n,
            left=left,
        )
        notes.append(text)
    if session.is_older:
        notes.append(
            say("The session is of an older kind: of its board and samples nothing can be proven.")
        )
    if not session.sealed:
        notes.append(
            say("The session was not closed in order; what was recorded until then is here.")
        )
    return tuple(notes)
