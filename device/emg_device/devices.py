"""`list_devices`: the ports and boards that are here, with what is wrong with each."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from emg_device.port import holders_of, is_pseudo_terminal
from emg_device.registry import driver_of, known_devices
from emg_signal.errors import DeviceError
from emg_signal.phrase import say

OPENBCI_DONGLE = (0x0403, 0x6015)
"""FTDI FT231X, which the OpenBCI dongle has (and other things have, too)."""
BLUEGIGA_DONGLE = (0x2458, 0x0001)
"""BLED112, the Bluetooth dongle of the Ganglion."""
ARDUINO_VENDORS = (0x2341, 0x2A03, 0x1A86, 0x10C4)
"""Arduino, Arduino.org, and the CH340 and CP210x adapters of their copies (USB ID list)."""


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """One port, or one driver that needs none.

    Parameters
    ----------
    address
        Port, or '' for a driver without one.
    description
        What the system or the driver says it is.
    suggestion
        A spec to try.
    serial
        Serial number of the USB adapter.
    problem
        What stands in the way; '' if nothing is known to.
    remedy
        What to do about it.
    """

    address: str
    description: str
    suggestion: str
    serial: str = ""
    problem: str = ""
    remedy: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return plain values for JSON."""
        return asdict(self)


def list_devices(ports: Sequence[Any] | None = None) -> tuple[FoundDevice, ...]:
    """Return the ports that the system knows, then the drivers that need none.

    Nothing is opened: a port that is opened resets many an Arduino.

    Parameters
    ----------
    ports
        What pyserial's ``comports`` lists; asked for if None.
    """
    if ports is None:
        from serial.tools import list_ports

        ports = list_ports.comports()
    found = [_of_port(port) for port in sorted(ports, key=lambda port: str(port.device))]
    return (*found, *_without_port())


def _of_port(port: Any) -> FoundDevice:
    device = str(port.device)
    problem, remedy = find_problem(device)
    return FoundDevice(
        address=device,
        description=port.description or say("serial port"),
        suggestion=_suggestion(device, (port.vid, port.pid)),
        serial=str(port.serial_number or ""),
        problem=problem,
        remedy=remedy,
    )


def _suggestion(device: str, usb_id: tuple[int | None, int | None]) -> str:
    """Return the spec that most likely fits the USB adapter."""
    if usb_id == OPENBCI_DONGLE:
        return f"cyton:{device}"
    if usb_id == BLUEGIGA_DONGLE:
        return f"ganglion:{device}"
    if usb_id[0] in ARDUINO_VENDORS:
        return say("framed:{port}  or  text:{port}?scale_uv=…", port=device)
    return f"framed:{device}"


def find_problem(device: str) -> tuple[str, str]:
    """Return what is wrong with `device` and what to do about it; both '' if nothing is."""
    path = Path(device)
    if os.name == "posix" and not path.exists():
        return say("gone"), say("Plug it in again.")
    if os.name == "posix" and not os.access(device, os.R_OK | os.W_OK):
        return say("no permission"), permission_remedy(path)
    holders = holders_of(device)
    if holders and not is_pseudo_terminal(device):
        named = ", ".join(holders)
        return say("in use by {holders}", holders=named), say("Close that program.")
    return "", ""


def permission_remedy(path: Path) -> str:
    """Return what gives permission: the port's own group, if it has one, or a udev rule."""
    if sys.platform != "linux":
        return say("Ask the administrator for read and write access.")
    group = ""
    with suppress(OSError, KeyError):
        group = path.group()
    if group and group != "root":
        return say(
            "sudo usermod -aG {group} $USER, then log in again; or add to "
            "/etc/udev/rules.d/60-evenhand.rules: {rule}",
            group=group,
            rule=udev_rule(path),
        )
    return say("Add to /etc/udev/rules.d/60-evenhand.rules: {rule}", rule=udev_rule(path))


def udev_rule(path: Path) -> str:
    """Return the udev rule that lets whoever sits at the computer use the port."""
    kernel = "".join(character for character in path.name if not character.isdigit()) + "[0-9]*"
    return f'KERNEL=="{kernel}", SUBSYSTEM=="tty", TAG+="uaccess"'


def _without_port() -> list[FoundDevice]:
    """Return the other drivers with the example of each, and what they lack."""
    found = []
    for name in known_devices():
        try:
            driver = driver_of(name)
        except DeviceError as error:
            found.append(FoundDevice("", name, name, problem=error.message, remedy=error.remedy))
            continue
        lines = (driver.__doc__ or name).strip().splitlines()
        found.append(FoundDevice("", lines[0].rstrip("."), driver.example))
    return found
