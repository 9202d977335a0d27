"""`MemoryLine`: what joins a virtual board to a host in the same process."""

from __future__ import annotations

import time
from collections.abc import Callable


class MemoryLine:
    """Both ends of a line in memory.

    Parameters
    ----------
    sleep
        Waits for so many seconds.
    """

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        self._sleep = sleep
        self._to_board = bytearray()
        self._to_host = bytearray()
        self._plugged = True
        self.joined = False
        """Whether the host has the line open: what comes back after it hung up is opened anew."""

    # -- the host's end -----------------------------------------------------------------------

    def join(self) -> bool:
        """Open the host's end; return whether anything is plugged in."""
        self._to_board.clear()
        self._to_host.clear()
        self.joined = self._plugged
        return self.joined

    def send(self, data: bytes) -> None:
        """Write to the board."""
        self._to_board += data

    def take(self) -> bytes:
        """Return what the board wrote since the last call."""
        data = bytes(self._to_host)
        self._to_host.clear()
        return data

    # -- the board's end ----------------------------------------------------------------------

    def read(self, timeout_s: float) -> bytes:
        """Return what the host wrote; wait `timeout_s` seconds if that is nothing."""
        if not self._to_board and timeout_s > 0:
            self._sleep(timeout_s)
        data = bytes(self._to_board)
        self._to_board.clear()
        return data if self.joined else b""

    def write(self, data: bytes) -> None:
        """Send; nothing arrives where nobody has the line open."""
        if self.joined:
            self._to_host += data

    def hang_up(self) -> None:
        """Unplug: what is under way is lost."""
        self._plugged = self.joined = False

    def reopen(self) -> None:
        """Plug in again."""
        self._plugged = True
