"""`Mark`: the state of a site or a link as shape, word and colour at once."""

from __future__ import annotations

from dataclasses import dataclass

from emg_session.snapshot import LinkState
from emg_signal.quality import Quality
from emg_ui.theme import Tone


@dataclass(frozen=True, slots=True)
class Mark:
    """How one state is shown.

    Parameters
    ----------
    shape
        One character that every font of the window's list holds; no two tones share one.
    word
        The state in words.
    tone
        Colour.
    """

    shape: str
    word: str
    tone: Tone


_GOOD = "●"
_NOTE = "◇"
_WARN = "▲"
_BAD = "■"

QUALITY_MARKS: dict[Quality, Mark] = {
    Quality.GOOD: Mark(_GOOD, "good", Tone.GOOD),
    Quality.UNCALIBRATED: Mark(_NOTE, "uncalibrated", Tone.NOTE),
    Quality.OLD_REFERENCE: Mark(_NOTE, "old reference", Tone.NOTE),
    Quality.UNPROVEN: Mark(_NOTE, "unproven", Tone.NOTE),
    Quality.NOISY: Mark(_WARN, "noisy", Tone.WARN),
    Quality.MAINS: Mark(_WARN, "mains", Tone.WARN),
    Quality.GAP: Mark(_WARN, "settling", Tone.WARN),
    Quality.STALE: Mark(_BAD, "stale", Tone.BAD),
    Quality.CLIPPED: Mark(_BAD, "clipped", Tone.BAD),
    Quality.BRIDGED: Mark(_BAD, "bridged", Tone.BAD),
    Quality.LEAD_OFF: Mark(_BAD, "lead off", Tone.BAD),
    Quality.FLAT: Mark(_BAD, "flat", Tone.BAD),
    Quality.RAILED: Mark(_BAD, "railed", Tone.BAD),
}

LINK_MARKS: dict[LinkState, Mark] = {
    LinkState.CONNECTING: Mark(_NOTE, "connecting", Tone.NOTE),
    LinkState.LIVE: Mark(_GOOD, "live", Tone.GOOD),
    LinkState.STALE: Mark(_WARN, "stale", Tone.WARN),
    LinkState.LOST: Mark(_BAD, "lost", Tone.BAD),
    LinkState.ENDED: Mark(_NOTE, "ended", Tone.NOTE),
}


def mark_of(state: Quality | LinkState) -> Mark:
    """Return how `state` is shown; a state added elsewhere shows as a warning under its name."""
    known = QUALITY_MARKS.get(state) if isinstance(state, Quality) else LINK_MARKS.get(state)
    return known or Mark(_WARN, str(state), Tone.WARN)
