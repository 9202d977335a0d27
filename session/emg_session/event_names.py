"""`NamedMark`: a named event on record, and what a person may call one."""

from __future__ import annotations

from dataclasses import dataclass

from emg_session.record_boundary import part, reading
from emg_session.stored import StoredSession
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_signal.text_file import hidden_sign

KIND = "event"
LONGEST_EVENT = 80
"""Letters: one line of a report."""


@dataclass(frozen=True, slots=True)
class NamedMark:
    """A named event.

    Parameters
    ----------
    name
        What it was called.
    index
        Sample that it belongs to.
    source
        ``key``, ``pedal``, or ``board`` for what a board, a stream or a file marked.
    """

    name: str
    index: int
    source: str


def marks_of(session: StoredSession) -> tuple[tuple[str, NamedMark], ...]:
    """Return what was marked in a session, each with the time (UTC) when it went on record.

    Raises
    ------
    RecordCorruptError
        One of them is damaged.
    """
    found = []
    for event in session.events:
        if event.kind == KIND:
            with (
                reading(session.path),
                part(say("record {n} ({kind})", n=event.sequence, kind=KIND)),
            ):
                found.append((event.utc, event.read(NamedMark)))
    return tuple(found)


def event_name(text: str) -> str:
    """Return the name as it is kept, without blanks around and doubled within.

    Raises
    ------
    ConfigError
        It is empty or too long, or holds a sign that cannot be seen.
    """
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_EVENT:
        raise ConfigError(
            say("An event needs a name of 1 to {most} letters.", most=LONGEST_EVENT),
            say("Type a shorter one, as smile."),
        )
    hidden = hidden_sign(name)
    if hidden is not None:
        raise ConfigError(
            say("A name with the unseen sign U+{number:04X} is refused.", number=ord(hidden)),
            say("Write letters and digits in one line."),
        )
    return name
