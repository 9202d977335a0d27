"""`PseudoTerminal`: a serial port made of software, for any program to open by its path."""

from __future__ import annotations

import errno
import os
import select
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from emg_signal.errors import ConfigError, DeviceError
from emg_signal.phrase import say

KEPT_BYTES = 65536
"""What a host's driver keeps of a port that nobody reads (Linux: 64 kB of flip buffers); the
pseudo-terminal itself holds 4095 bytes (measured)."""
MISSING = say("Pseudo-terminals exist on Linux and macOS; elsewhere use virtual:?link=memory.")


class PseudoTerminal:
    """The board's end of a pseudo-terminal.

    Parameters
    ----------
    link
        Where to put a symbolic link to the other end, so that it can be opened by a known name;
        an old link there is replaced, anything else is left alone.

    Raises
    ------
    DeviceError
        This system has no pseudo-terminals.
    ConfigError
        There is a file in the place of the link.
    """

    def __init__(self, link: Path | None = None) -> None:
        if not hasattr(os, "openpty"):
            raise DeviceError(say("This system has no pseudo-terminals."), MISSING)
        self.link = link
        self.overflow = 0
        self._waiting = bytearray()
        self.plugged = False
        self.reopen()

    def reopen(self) -> None:
        """Plug in: a new pseudo-terminal at the same link; nothing if it is plugged in."""
        if self.plugged:
            return
        import tty

        self._board, self._host = os.openpty()
        tty.setraw(self._host)
        os.set_blocking(self._board, False)
        self.path = os.ttyname(self._host)
        self.plugged = True
        if self.link is not None:
            self._place(self.link)

    def _place(self, link: Path) -> None:
        if _is_left_over(link):
            link.unlink()
        try:
            link.symlink_to(self.path)
        except OSError as error:
            self.close()
            raise ConfigError(
                say("Cannot make the link {file!s}: {error!s}.", file=link, error=error.strerror),
                say("Choose another --link."),
            ) from error

    @property
    def name(self) -> str:
        """The path to open."""
        return str(self.link or self.path)

    def read(self, timeout_s: float) -> bytes:
        """Return what the host wrote within `timeout_s` seconds; b'' if nothing."""
        if not self.plugged:
            time.sleep(max(0.0, timeout_s))
            return b""
        self.flush()
        ready, _, _ = select.select([self._board], [], [], max(0.0, timeout_s))
        if not ready:
            return b""
        try:
            return os.read(self._board, 4096)
        except OSError as error:
            if error.errno in (errno.EIO, errno.EAGAIN):
                return b""
            raise

    def write(self, data: bytes) -> None:
        """Send, or keep for later what does not fit; a line that nobody reads loses the rest."""
        if not self.plugged:
            return
        self._waiting += data
        excess = len(self._waiting) - KEPT_BYTES
        if excess > 0:
            self.overflow += excess
            del self._waiting[KEPT_BYTES:]
        self.flush()

    def flush(self) -> None:
        """Send what waits, as far as it fits."""
        with suppress(BlockingIOError):
            while self._waiting:
                del self._waiting[: os.write(self._board, self._waiting)]

    def close(self) -> None:
        """Hang up for good."""
        self.hang_up()

    def hang_up(self) -> None:
        """Unplug: whoever has the port open sees it hang up, and the link is gone."""
        if not self.plugged:
            return
        self.plugged = False
        self._waiting.clear()
        for descriptor in (self._board, self._host):
            with suppress(OSError):
                os.close(descriptor)
        if self.link is not None and self.link.is_symlink():
            with suppress(OSError):
                if str(self.link.readlink()) == self.path:
                    self.link.unlink()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        self.close()


def _is_left_over(link: Path) -> bool:
    """Return whether a link leads to a terminal that is gone, as a board that was killed leaves."""
    if not link.is_symlink() or link.exists():
        return False
    return str(link.readlink()).startswith(("/dev/pts/", "/dev/ttys"))
