"""`Ended`: a signal that ends the program in order, as Ctrl+C does, with its own exit status.

Nothing that takes time to load is imported: until the signals are taken, a Ctrl+C is Python's.
"""

from __future__ import annotations

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
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


def end_in_order(signum: int, frame: FrameType | None) -> None:
    """Unwind what runs; a second signal does not cut the sealing short."""
    if _is_loading(frame):
        _come_again(signum)
        return
    if signum != signal.SIGINT:
        for each in ENDING[1:]:
            signal.signal(each, signal.SIG_IGN)
    raise Ended(signum)


def _is_loading(frame: FrameType | None) -> bool:
    """Whether a library is being loaded: Qt and pydantic drop or rename what is raised in it."""
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module == "emg_ui.command_line":
            return False  # what called `main` may have been loading it
        if module.startswith("pydantic.") or "<frozen importlib" in frame.f_code.co_filename:
            return True
        frame = frame.f_back
    return False


def _come_again(signum: int, after_s: float = 0.01) -> None:
    """Raise the signal once more, when a little of the loading is done."""
    import threading

    def send() -> None:
        if hasattr(signal, "pthread_kill"):  # to the main thread, whose sleep must end
            signal.pthread_kill(threading.main_thread().ident or 0, signum)
        else:
            signal.raise_signal(signum)

    again = threading.Timer(after_s, send)
    again.daemon = True
    again.start()


def on_ending(handler: object) -> None:
    """Let `handler` take every ending signal; only a main thread can ask for it."""
    import threading

    if threading.current_thread() is threading.main_thread():
        for signum in ENDING:
            # a program started with nohup is not to hear of its terminal
            if signal.getsignal(signum) is not signal.SIG_IGN or signum == signal.SIGINT:
                signal.signal(signum, handler)  # type: ignore[arg-type]
