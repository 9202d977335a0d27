"""`event_name`: what a person, a board or a file may call an event."""

from __future__ import annotations

from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_signal.text_file import hidden_sign

LONGEST_EVENT = 80
"""Letters: one line of a report."""


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
