"""`Mark`: the state of a site or a link as shape, word and colour at once."""

from __future__ import annotations

from dataclasses import dataclass

from emg_session.snapshot import LinkState
from emg_signal.chunk import Origin
from emg_signal.phrase import say
from emg_signal.quality import Quality
from emg_ui.text.language import shown
from emg_ui.text.theme import Tone


@dataclass(frozen=True, slots=True)
class Mark:
    """How one state is shown.

    Parameters
    ----------
    shape
        One character that every font of the window's list holds; no two tones share one.
    said
        The state in words, as they stand in the code.
    tone
        Colour.
    """

    shape: str
    said: str
    tone: Tone

    @property
    def word(self) -> str:
        """The state in the reader's words."""
        return shown(self.said)


_GOOD = "●"
_NOTE = "◇"
_WARN = "▲"
_BAD = "■"

QUALITY_MARKS: dict[Quality, Mark] = {
    Quality.GOOD: Mark(_GOOD, say("good"), Tone.GOOD),
    Quality.UNCALIBRATED: Mark(_NOTE, say("uncalibrated"), Tone.NOTE),
    Quality.OLD_REFERENCE: Mark(_NOTE, say("old reference"), Tone.NOTE),
    Quality.UNPROVEN: Mark(_NOTE, say("unproven"), Tone.NOTE),
    Quality.BLINK: Mark(_NOTE, say("blink"), Tone.NOTE),
    Quality.COMMON_REFERENCE: Mark(_WARN, say("common reference"), Tone.WARN),
    Quality.NOISY: Mark(_WARN, say("noisy"), Tone.WARN),
    Quality.MAINS: Mark(_WARN, say("mains"), Tone.WARN),
    Quality.GAP: Mark(_WARN, say("settling"), Tone.WARN),
    Quality.WAITING: Mark(_NOTE, say("waiting"), Tone.NOTE),
    Quality.STALE: Mark(_BAD, say("stale"), Tone.BAD),
    Quality.CLIPPED: Mark(_BAD, say("clipped"), Tone.BAD),
    Quality.BRIDGED: Mark(_BAD, say("bridged"), Tone.BAD),
    Quality.LEAD_OFF: Mark(_BAD, say("lead off"), Tone.BAD),
    Quality.ENVELOPE: Mark(_BAD, say("envelope"), Tone.BAD),
    Quality.FLAT: Mark(_BAD, say("flat"), Tone.BAD),
    Quality.WRONG_RATE: Mark(_BAD, say("wrong rate"), Tone.BAD),
    Quality.RAILED: Mark(_BAD, say("railed"), Tone.BAD),
}

LINK_MARKS: dict[LinkState, Mark] = {
    LinkState.CONNECTING: Mark(_NOTE, say("connecting"), Tone.NOTE),
    LinkState.CONTACT: Mark(_NOTE, say("contact check"), Tone.NOTE),
    LinkState.LIVE: Mark(_GOOD, say("live"), Tone.GOOD),
    LinkState.STALE: Mark(_WARN, say("stale"), Tone.WARN),
    LinkState.LOST: Mark(_BAD, say("lost"), Tone.BAD),
    LinkState.ENDED: Mark(_NOTE, say("ended"), Tone.NOTE),
    LinkState.NO_BOARD: Mark(_NOTE, say("no board"), Tone.NOTE),
}

ORIGIN_WORDS = {
    Origin.LIVE: "",
    Origin.SIMULATED: say("SIMULATED"),
    Origin.PLAYBACK: say("PLAYBACK"),
}


def mark_of(state: Quality | LinkState) -> Mark:
    """Return how `state` is shown; a state added elsewhere shows as a warning under its name."""
    known = QUALITY_MARKS.get(state) if isinstance(state, Quality) else LINK_MARKS.get(state)
    return known or Mark(_WARN, str(state), Tone.WARN)
