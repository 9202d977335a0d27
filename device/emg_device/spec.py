"""How a person names a device: ``NAME[:ADDRESS][?key=value&…]``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import unquote

from emg_signal.errors import ConfigError


@dataclass(frozen=True, slots=True)
class DeviceSpec:
    """What a person asked for: ``cyton:/dev/ttyUSB0?gain=24``.

    Parameters
    ----------
    name
        Name of the driver (``cyton``).
    address
        Port, file, board id or stream name; empty if none was given.
    options
        The part behind the question mark.
    """

    name: str
    address: str = ""
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        """Return the text that `parse_spec` reads back."""
        address = f":{self.address}" if self.address else ""
        options = "&".join(f"{key}={value}" for key, value in self.options.items())
        return f"{self.name}{address}{'?' if options else ''}{options}"

    def refuse_unknown(self, *known: str) -> None:
        """Raise `ConfigError` naming the first option that the driver does not know."""
        for key in self.options:
            if key not in known:
                raise ConfigError(
                    f"Device {self.name!r} has no option {key!r}.",
                    f"It takes: {', '.join(known) or 'none'}.",
                )

    def number(self, key: str, default: float) -> float:
        """Return option `key` as a finite plain decimal number, or `default`.

        Raises
        ------
        ConfigError
            It is not written as a plain decimal number.
        """
        text = self.options.get(key)
        if text is None:
            return default
        digits = text.removeprefix("-").replace(".", "", 1)
        if not (digits.isascii() and digits.isdigit()):
            raise ConfigError(
                f"Option {key}={text!r} of device {self.name!r} is not a number.",
                f"Write it with digits and a decimal point, for example {key}=250.",
            )
        return float(text)


def parse_spec(text: str) -> DeviceSpec:
    """Read ``NAME[:ADDRESS][?key=value&…]``; values may be percent-encoded.

    Raises
    ------
    ConfigError
        No name, or an option without a value.
    """
    head, _, tail = text.strip().partition("?")
    name, _, address = head.partition(":")
    if not name:
        raise ConfigError(f"Device {text!r} has no name.", "Write NAME:ADDRESS, as in virtual.")
    options: dict[str, str] = {}
    for part in filter(None, tail.split("&")):
        key, equals, value = part.partition("=")
        if not (key and equals):
            raise ConfigError(f"Option {part!r} in {text!r} has no value.", "Write key=value.")
        options[key] = unquote(value)
    return DeviceSpec(name, address, MappingProxyType(options))
