"""`Comeback`: a lost board is looked for until it is back, or a person takes another one.

Its own board goes on by itself, as hands in gloves need it; another one is asked about, since the
leads may sit elsewhere. Runs in the acquisition thread, which alone touches the board.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from emg_device.base import Device
from emg_device.info import DeviceInfo
from emg_device.other_board import OtherBoardError
from emg_signal.errors import DeviceLostError, DeviceNotFoundError, EmgError
from emg_signal.phrase import Phrase, say

RETRY_S = 1.0
"""Time between two looks at the port: a person who plugs in looks up a second later."""
OTHER_RETRY_S = 5.0
"""As long while another board answers: opening it anew each second would disturb it."""

WAITING = say("It goes on by itself once the same board is back.")
NOT_THERE = (DeviceNotFoundError, DeviceLostError)
"""What says no more than that the board is still away."""


class Comeback:
    """Looks for a lost board.

    Parameters
    ----------
    device
        The board.
    refusal
        Returns why another board cannot go on with the visit; empty if it could.
    told
        Called when `text` or `other` has changed.
    """

    def __init__(
        self, device: Device, refusal: Callable[[DeviceInfo], str], told: Callable[[], None]
    ) -> None:
        self._device, self._refusal, self._told = device, refusal, told
        self._wake, self._over = threading.Event(), threading.Event()
        self._accepted: tuple[str, str] | None = None
        self.other: DeviceInfo | None = None
        """Another board that answers and could be taken; None while there is no such question."""
        self.text: str = ""
        """What a person should know besides that the board is away."""

    # -- from any thread ------------------------------------------------------------------------

    @property
    def is_asked(self) -> bool:
        """Whether a person wants it to be tried at once."""
        return self._wake.is_set()

    def try_now(self) -> None:
        """Try at once, and do not wait for the next look."""
        self._wake.set()

    def take_other(self) -> None:
        """Go on with the other board that answers; nothing if none does."""
        other = self.other
        if other is not None:
            self._accepted = other.identity
            self._wake.set()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self._wake.set()

    # -- in the acquisition thread ----------------------------------------------------------------

    def wait(self) -> DeviceInfo | None:
        """Return the board once it streams again; None if nobody waits any more."""
        while not self._over.is_set():
            self._wake.clear()
            info = self._try()
            if info is not None:
                return info
            self._wake.wait(RETRY_S if self.other is None else OTHER_RETRY_S)
        return None

    def _try(self) -> DeviceInfo | None:
        try:
            info = self._device.reconnect(accept=self._accepted)
        except OtherBoardError as error:
            self._meet(error)
        except NOT_THERE:
            self._tell(None, "")
        except EmgError as error:
            self._tell(None, str(error))
        else:
            self._accepted = None
            self._wake.clear()
            self._tell(None, "")
            return info
        return None

    def _meet(self, error: OtherBoardError) -> None:
        why = self._refusal(error.after)
        if why:
            self._tell(None, say("{error} {why}", error=error.message, why=why))
        else:
            self._tell(error.after, error.message)

    def _tell(self, other: DeviceInfo | None, text: str) -> None:
        changed = (other, text) != (self.other, self.text)
        self.other, self.text = other, text
        if changed:
            self._told()


def waiting_text(lost: EmgError, comeback: Comeback) -> Phrase:
    """Return what is said while a board is away."""
    if comeback.other is not None:
        return say("{error} Go on with it, or plug the first one in again.", error=comeback.text)
    if comeback.text:
        return say("{lost} {trouble}", lost=lost.message, trouble=comeback.text)
    return say("{lost} {waiting}", lost=str(lost), waiting=WAITING)
