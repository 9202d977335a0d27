"""`LinkState`: what the link to the board is doing, as a person needs to know it."""

from __future__ import annotations

from enum import StrEnum

from emg_device.info import DeviceState
from emg_signal.errors import DeviceLostError, EmgError
from emg_signal.phrase import say


class LinkState(StrEnum):
    """What the link to the board is doing."""

    CONNECTING = "connecting"
    CONTACT = "contact check"
    """Contact is measured, which takes the place of the signal."""
    LIVE = "live"
    STALE = "stale"
    """No samples for 400 ms: the numbers are old."""
    LOST = "lost"
    """No samples for 0.9 s, or a hang-up: there are no numbers."""
    ENDED = "ended"
    """The recording is at its end, or the session was stopped."""
    NO_BOARD = "no board"
    """The visit was begun without one: there never are numbers."""


_OF_DEVICE = {
    DeviceState.STREAMING: LinkState.LIVE,
    DeviceState.STALE: LinkState.STALE,
    DeviceState.LOST: LinkState.LOST,
    DeviceState.ENDED: LinkState.ENDED,
    DeviceState.CLOSED: LinkState.ENDED,
    DeviceState.OPEN: LinkState.CONNECTING,
}

_TEXT = {
    LinkState.CONNECTING: say("Connecting to the board."),
    LinkState.CONTACT: say("Contact is being measured; EMG is not read meanwhile."),
    LinkState.LIVE: "",
    LinkState.STALE: say("Nothing came for 0.4 s; the numbers are held back."),
    LinkState.LOST: say("The board is lost. Check its power, its battery and the dongle."),
    LinkState.ENDED: say("The stream has ended."),
    LinkState.NO_BOARD: say("There is no board in this visit: nothing is measured."),
}


def link_state(state: DeviceState, error: EmgError | None) -> LinkState:
    """Return the link's state, given the device's and why the session ended (if it did)."""
    if error is not None:
        return LinkState.LOST if isinstance(error, DeviceLostError) else LinkState.ENDED
    return _OF_DEVICE[state]


def link_text(link: LinkState, error: EmgError | None) -> str:
    """Return one line for a person; empty while all is well."""
    return str(error) if error is not None else _TEXT[link]
