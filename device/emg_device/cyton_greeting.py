"""`cyton_greeting`: what a Cyton on a port says of itself."""

from __future__ import annotations

import time
from collections.abc import Callable

from emg_device.cyton_options import not_a_cyton
from emg_device.serial_probe import ask, open_port

BAUD = 115200
ANSWER_S = 2.5
"""The board resets in about 0.6 s before it answers; an error is due within 3 s."""


def cyton_greeting(port: str, *, clock: Callable[[], float] = time.monotonic) -> str:
    """Return the greeting; raise within 3 s what stands in its way.

    BrainFlow waits 6 s for a silent board and does not tell it from a wrong one.

    Parameters
    ----------
    port
        The dongle's serial port.
    clock
        Monotonic seconds.

    Raises
    ------
    DeviceError
        It does not open, nothing answers, or something else does.
    """
    with open_port(port, BAUD) as line:
        # It may still stream to a program that crashed, and would bury its greeting.
        ask(line, b"s", until=b"$$$", timeout_s=0.05, clock=clock)
        line.reset_input_buffer()
        seen = ask(line, b"v", until=b"$$$", timeout_s=ANSWER_S, clock=clock)
    if b"OpenBCI" in seen and b"$$$" in seen:
        return seen[seen.index(b"OpenBCI") :].decode("ascii", errors="replace")
    raise not_a_cyton(port, seen)
