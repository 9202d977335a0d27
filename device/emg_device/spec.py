"""How a person names a device: ``NAME[:ADDRESS][?key=value&…]``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import unquote

from emg_signal.errors import ConfigError
from emg_signal.phrase import say

BAUDS = (1, 10_000_000)
RATES_HZ = (1.0, 20_000.0)
"""What a person may ask of a line and of a board: beyond lies a slip of the finger (engineering
judgement)."""


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
                    say("Device {name!r} has no option {key!r}.", name=self.name, key=key),
                    say("It takes: {options}.", options=", ".join(known) or say("none")),
                )

    def number(
        self, key: str, default: float, *, low: float = -math.inf, high: float = math.inf
    ) -> float:
        """Return option `key` as a finite plain decimal number, or `default`.

        Parameters
        ----------
        key, default
            Name of the option, and what it is if it is not given.
        low, high
            Least and largest value that is taken.

        Raises
        ------
        ConfigError
            It is not written as a plain decimal number, or out of range.
        """
        text = self.options.get(key)
        if text is None:
            return default
        digits = text.removeprefix("-").replace(".", "", 1)
        if not (digits.isascii() and digits.isdigit() and math.isfinite(float(text))):
            raise ConfigError(
                say(
                    "Option {key}={text!r} of device {name!r} is not a number.",
                    key=key,
                    text=text,
                    name=self.name,
                ),
                say(
                    "Write it with digits and a decimal point, for example {key}={example:g}.",
                    key=key,
                    example=default or 250,
                ),
            )
        if not low <= float(text) <= high:
            raise self._out_of_range(key, low, high)
        return float(text)

    def whole(self, key: str, low: int, high: int) -> int | None:
        """Return option `key` as a whole number from `low` to `high`; None if it is not given.

        Raises
        ------
        ConfigError
            It is another number, or none.
        """
        if key not in self.options:
            return None
        value = self.number(key, low)
        if not (low <= value <= high and value == int(value)):
            raise self._out_of_range(key, low, high, whole=True)
        return int(value)

    def _out_of_range(
        self, key: str, low: float, high: float, *, whole: bool = False
    ) -> ConfigError:
        message = say(
            "Option {key}={value} of device {name!r} is out of range.",
            key=key,
            value=self.options[key],
            name=self.name,
        )
        if whole:
            remedy = say("Write a whole number from {low:.0f} to {high:.0f}.", low=low, high=high)
        elif math.isinf(high):
            remedy = say("Write a number from {low:g} on.", low=low)
        else:
            remedy = say("Write a number from {low:g} to {high:g}.", low=low, high=high)
        return ConfigError(message, remedy)


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
        raise ConfigError(
            say("Device {text!r} has no name.", text=text),
            say("Write NAME:ADDRESS, as in virtual."),
        )
    return DeviceSpec(name, address, MappingProxyType(_options_of(tail, text)))


def _options_of(tail: str, text: str) -> dict[str, str]:
    options: dict[str, str] = {}
    for part in filter(None, tail.split("&")):
        key, equals, value = part.partition("=")
        if not (key and equals):
            raise ConfigError(
                say("Option {part!r} in {text!r} has no value.", part=part, text=text),
                say("Write key=value."),
            )
        if key in options:
            raise ConfigError(
                say("Option {key} stands twice in {text!r}.", key=key, text=text),
                say("Write it once."),
            )
        options[key] = unquote(value)
    return options
