"""`Message`: what link and driver have to tell, with the acts that answer it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from emg_session.snapshot import LinkState, Snapshot
from emg_signal.chunk import Origin
from emg_signal.phrase import Phrase
from emg_ui.text.acts import BUTTONS, Act, act_of, remedy_in, with_place
from emg_ui.text.theme import Tone


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to tell.

    Parameters
    ----------
    text
        As the other rooms say it.
    tone
        How grave it is.
    acts
        What can be done about it in the window, the most likely first.
    stays
        Whether it goes by itself alone, once it is no longer true; else a person may put it away.
    """

    text: str
    tone: Tone
    acts: tuple[Act, ...] = ()
    stays: bool = False

    @property
    def key(self) -> str:
        """What it is about: the same while only its numbers change."""
        return self.text.pattern if isinstance(self.text, Phrase) else self.text

    @property
    def words(self) -> str:
        """The message in the reader's language, with where it is answered if not by a button."""
        return with_place(self.text)


def messages_of(snapshot: Snapshot, *, is_over: bool = False) -> Iterator[Message]:
    """Yield what is to be told now, the gravest first.

    Parameters
    ----------
    snapshot
        The newest moment.
    is_over
        Whether the stream has ended for good: nothing brings a lost board back into it.
    """
    yield from _of_link(snapshot, is_over=is_over)
    if snapshot.stopped:
        yield Message(snapshot.stopped, Tone.BAD, stays=True)
    if snapshot.news:
        yield Message(snapshot.news, Tone.NOTE)
    for note in snapshot.notes:
        act = act_of(remedy_in(note))
        yield Message(note, Tone.WARN, () if act not in BUTTONS else (act,))


def _of_link(snapshot: Snapshot, *, is_over: bool) -> Iterator[Message]:
    text = snapshot.link_text
    if snapshot.link is LinkState.LOST and is_over:
        yield Message(text, Tone.BAD, stays=True)
    elif snapshot.link is LinkState.LOST:
        asked = (Act.TAKE_OTHER,) if snapshot.other_board else ()
        yield Message(text, Tone.BAD, (*asked, Act.RECONNECT), stays=True)
    elif snapshot.link is LinkState.ENDED and snapshot.origin is not Origin.PLAYBACK:
        yield Message(text, Tone.BAD, (Act.CHOOSE,), stays=True)
