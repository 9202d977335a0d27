"""`ask`: what answers on a serial port, before a vendor's driver waits for it in silence."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress

import serial

from emg_signal.errors import DeviceBusyError, DeviceError, DeviceLostError, DeviceNotFoundError
from emg_signal.phrase import say

log = logging.getLogger(__name__)


def open_port(port: str, baud: int) -> serial.Serial:
    """Open `port` at `baud` without waiting, in low-latency mode where there is one.

    On Linux an FTDI chip holds bytes back for 16 ms unless it is told not to; on Windows and
    macOS BrainFlow and the vendor's driver do so.

    Raises
    ------
    DeviceNotFoundError, DeviceBusyError
        It cannot be opened.
    """
    try:
        line = serial.Serial(port, baud, timeout=0, write_timeout=1.0)
    except (serial.SerialException, OSError, ValueError) as error:
        raise _cannot_open(port, error) from error
    with suppress(OSError, ValueError, AttributeError, NotImplementedError):
        line.set_low_latency_mode(True)
    return line


def _cannot_open(port: str, error: Exception) -> DeviceError:
    if "busy" in str(error).lower() or "denied" in str(error).lower():
        return DeviceBusyError(
            say("{port} is in use.", port=port), say("Close the program that has it open.")
        )
    return DeviceNotFoundError(
        say("{port} cannot be opened ({error}).", port=port, error=error),
        say("List the ports with `evenhand devices`."),
    )


def ask(
    line: serial.Serial,
    question: bytes,
    *,
    until: bytes,
    timeout_s: float,
    clock: Callable[[], float] = time.monotonic,
) -> bytes:
    """Write `question` and return what comes until `until` or the time is over.

    Parameters
    ----------
    line
        An open port that does not wait.
    question
        What is written.
    until
        Ends the answer; what came with it is returned too.
    timeout_s
        Longest wait, seconds.
    clock
        Monotonic seconds.

    Raises
    ------
    DeviceLostError
        The port vanished meanwhile.
    """
    seen = b""
    deadline = clock() + timeout_s
    try:
        line.write(question)
        while until not in seen and clock() < deadline:
            arrived = line.read(4096)
            if arrived:
                seen += arrived
            else:
                time.sleep(0.005)
    except (serial.SerialException, OSError) as error:
        raise DeviceLostError(
            say("{port} vanished while it was asked what it is.", port=line.port),
            say("Plug the board in again."),
        ) from error
    log.debug("%s asked %r, answered %s", line.port, question, seen.hex(" "))
    return seen


def readable(seen: bytes, longest: int = 24) -> str:
    """Return the first bytes of an answer for an error message, text or hex."""
    part = seen[:longest]
    text = part.decode("ascii", errors="replace")
    shown = repr(text) if text.isprintable() and text.isascii() else part.hex(" ")
    return shown + (" …" if len(seen) > longest else "")
