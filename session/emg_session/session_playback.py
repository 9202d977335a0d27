"""`SessionPlayback`: a stored session as a board, with the gaps that it had."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from emg_device.info import CounterRule
from emg_device.playback import PlaybackDevice
from emg_device.recordings.recording import Recording
from emg_session.record_boundary import part, reading
from emg_session.record_rows import StoredBlock
from emg_session.stored import StoredSession, read_session
from emg_session.stream_settings import StreamSettings
from emg_signal.errors import RecordCorruptError
from emg_signal.montage import Montage
from emg_signal.phrase import say

INDEX_RULE = CounterRule(2**48)
"""The sample index is the counter, and never wraps within a session."""


class SessionPlayback(PlaybackDevice):
    """The longest unbroken connection of a session file, played.

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
    """Return the longest segment of a session as a `Recording`.

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
    blocks = {number: list(session.blocks(number)) for number in session.segments}
    lengths = {n: sum(b.samples_uv.shape[1] for b in each) for n, each in blocks.items()}
    longest = max(lengths, key=lambda n: lengths[n], default=None)
    if longest is None or not lengths[longest]:
        raise RecordCorruptError(
            say("{file} holds no samples.", file=session.path), say("Play another session.")
        )
    with reading(session.path), part(say("connection {n}", n=longest)):
        return _recording(session, longest, blocks[longest])


def _recording(session: StoredSession, longest: int, chosen: list[StoredBlock]) -> Recording:
    header = session.segments[longest]
    indices = [np.arange(b.samples_uv.shape[1], dtype=np.int64) + b.first_index for b in chosen]
    names = tuple(header.board.get("channel_names", ()))
    rails = header.board.get("rails_uv")
    return Recording(
        kind="Evenhand session",
        samples_uv=np.concatenate([b.samples_uv.T for b in chosen]),
        fs_hz=header.fs_hz,
        channel_names=names,
        units=("uV",) * header.n_channels,
        board=str(header.board.get("board", "")),
        counter=np.concatenate(indices),
        rule=INDEX_RULE,
        rails_uv=None if rails is None else (float(rails[0]), float(rails[1])),
        notes=_notes(session, longest),
    )


def _notes(session: StoredSession, played: int) -> tuple[str, ...]:
    notes = []
    if session.meta.get("origin") == "simulated":
        notes.append(say("This session was recorded from a simulated patient."))
    if len(session.segments) > 1:
        notes.append(
            say(
                "Only the longest of {n} connections is played (number {played}).",
                n=len(session.segments),
                played=played + 1,
            )
        )
    if session.is_older:
        notes.append(
            say("The session is of an older kind: of its board and samples nothing can be proven.")
        )
    if not session.sealed:
        notes.append(
            say("The session was not closed in order; what was recorded until then is here.")
        )
    return tuple(notes)
