"""`Ended`: a signal that ends the program in order, as Ctrl+C does, with its own exit status.

Nothing that takes time to load is imported: until the signals are taken, a Ctrl+C is Python's.
"""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import NoReturn

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Ctrl+C, a request to end, a terminal that was closed."""


class Ended(KeyboardInterrupt):
    """One of `ENDING` came; whoever holds a record seals it on the way out.

    Parameters
    ----------
    signum
        Its number.
    """

    def __init__(self, signum: int = signal.SIGINT) -> None:
        super().__init__()
        self.status = 128 + signum
        """As shells expect."""


_waiting: list[Ended] = []
"""What came where an exception would be printed and forgotten, as in a slot of Qt."""


def end_soon(signum: int) -> None:
    """Keep a signal for `raise_waiting`."""
    _waiting.append(Ended(signum))


def raise_waiting() -> None:
    """Raise `Ended` if a signal was kept."""
    if _waiting:
        ending = _waiting[0]
        _waiting.clear()
        raise ending


def end_at_once(signum: int, frame: FrameType | None) -> NoReturn:
    """End without a word: nothing is begun yet, or all is sealed."""
    os._exit(128 + signum)


def end_in_order(signum: int, frame: FrameType | None) -> NoReturn:
    """Unwind what runs; a second signal does not cut the sealing short."""
    if signum != signal.SIGINT:
        for each in ENDING[1:]:
            signal.signal(each, signal.SIG_IGN)
    raise Ended(signum)


@contextmanager
def loading() -> Iterator[None]:
    """Let a signal end the program at once while libraries are loaded: nothing is begun yet.

    Qt's own loading drops an exception that is raised in it, or ends in an abort.
    """
    on_ending(end_at_once)
    try:
        yield
    finally:
        on_ending(end_in_order)


def on_ending(handler: object) -> None:
    """Let `handler` take every ending signal; only a main thread can ask for it."""
    import threading

    if threading.current_thread() is threading.main_thread():
        for signum in ENDING:
            # a program started with nohup is not to hear of its terminal
            if signal.getsignal(signum) is not signal.SIG_IGN or signum == signal.SIGINT:
                signal.signal(signum, handler)  # type: ignore[arg-type]
