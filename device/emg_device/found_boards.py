"""`find_boards`: the boards that answer for themselves on the ports of this computer.

A Cyton and a framed board say who they are. A board that only prints numbers does not say its
scale, and a Ganglion has no port: those are named by a person.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from emg_device.cyton_greeting import cyton_greeting
from emg_device.framed import DEFAULT_BAUD
from emg_device.framed_link import FramedLink
from emg_device.port import usb_serial_of
from emg_signal.errors import DeviceError

AT_ONCE = 8
"""Ports that are asked at the same time: each waits up to 5 s for an answer."""


@dataclass(frozen=True, slots=True)
class FoundBoard:
    """A board that answered.

    Parameters
    ----------
    spec
        How it is opened (``cyton:/dev/ttyUSB0``).
    board
        What it is.
    serial
        Serial number of its USB adapter; empty where it has none.
    """

    spec: str
    board: str
    serial: str = ""


def usb_ports() -> tuple[str, ...]:
    """Return the serial ports on USB: nothing else is opened without being named."""
    from serial.tools import list_ports

    return tuple(sorted(str(port.device) for port in list_ports.comports() if port.vid is not None))


def find_boards(
    ports: Sequence[str], *, clock: Callable[[], float] = time.monotonic
) -> tuple[FoundBoard, ...]:
    """Ask on every port who is there, and return what answers, in the order of the ports.

    Parameters
    ----------
    ports
        Paths or Windows names. To be opened resets many an Arduino.
    clock
        Monotonic seconds.
    """
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="asking") as pool:
        found = pool.map(lambda port: _asked(port, clock), ports)
    return tuple(board for board in found if board is not None)


def _asked(port: str, clock: Callable[[], float]) -> FoundBoard | None:
    serial = usb_serial_of(port)
    with suppress(DeviceError):
        # "On Daisy ADS1299 Device ID" stands in the greeting of a board that carries one.
        if "Daisy" in cyton_greeting(port, clock=clock):
            return FoundBoard(f"daisy:{port}", "OpenBCI Cyton + Daisy", serial)
        return FoundBoard(f"cyton:{port}", "OpenBCI Cyton", serial)
    with suppress(DeviceError):
        link = FramedLink(port, DEFAULT_BAUD, clock=clock)
        try:
            return FoundBoard(f"framed:{port}", link.identify().board, serial)
        finally:
            link.close()
    return None
