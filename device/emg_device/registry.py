"""Which drivers there are, and how to get the one that a `DeviceSpec` names.

Drivers are found by the entry point group ``evenhand.devices`` and imported only when asked
for, so that a missing vendor library breaks its own driver alone. A package outside this
project adds a board by declaring an entry point of that group (docs/devices.md).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from emg_device.base import Device
from emg_device.spec import DeviceSpec, parse_spec
from emg_signal.errors import DeviceError, DeviceNotFoundError
from emg_signal.phrase import say

GROUP = "evenhand.devices"

__all__ = ["GROUP", "DeviceSpec", "driver_of", "known_devices", "open_device", "parse_spec"]


def known_devices() -> dict[str, EntryPoint]:
    """Return the drivers that are installed, by name, sorted; nothing is imported."""
    found = {point.name: point for point in entry_points(group=GROUP)}
    return dict(sorted(found.items()))


def driver_of(name: str, known: Mapping[str, EntryPoint] | None = None) -> type[Device]:
    """Import and return the driver called `name`.

    Parameters
    ----------
    name
        As in a spec.
    known
        Where to look; the installed ones if None.

    Raises
    ------
    DeviceNotFoundError
        No such driver, or the library that it needs is not installed.
    """
    known = known_devices() if known is None else known
    if name not in known:
        raise DeviceNotFoundError(
            say("There is no device {name!r}.", name=name),
            say("Known ones: {known}.", known=", ".join(known)),
        )
    try:
        driver = known[name].load()
    except ImportError as error:
        raise DeviceNotFoundError(
            say(
                "Device {name!r} needs a library that is missing ({error}).", name=name, error=error
            ),
            say("Install it, or the extra of that name: pip install 'evenhand[lsl]' for LSL."),
        ) from error
    except AttributeError as error:
        raise DeviceError(
            say(
                "The entry point of device {name!r} leads nowhere: {error}.", name=name, error=error
            ),
            say("Install the package again that declares it."),
        ) from error
    if not (isinstance(driver, type) and issubclass(driver, Device)):
        raise DeviceError(
            say(
                "Device {name!r} is no driver: {target} is not a subclass of Device.",
                name=name,
                target=known[name].value,
            ),
            say("Ask its author to mend the entry point."),
        )
    return driver


def open_device(
    spec: str | DeviceSpec, *, clock: Callable[[], float] = time.monotonic, **kw: Any
) -> Device:
    """Return the device that `spec` names, constructed but not opened.

    Parameters
    ----------
    spec
        Text for `parse_spec`, or its result.
    clock
        Monotonic seconds, handed to the driver.
    kw
        Further arguments of that driver's ``from_spec``.

    Raises
    ------
    ConfigError, DeviceNotFoundError
        The text cannot be read, an option is unknown, or there is no such driver.
    """
    parsed = parse_spec(spec) if isinstance(spec, str) else spec
    return driver_of(parsed.name).from_spec(parsed, clock=clock, **kw)
