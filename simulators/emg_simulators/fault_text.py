"""Faults read from text and written as text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_simulators.faults import KINDS, Argument, Fault, FaultKind

_TEXT = re.compile(
    r"^\s*(?P<kind>[a-z]+)(?P<arguments>(?:\s+[^\s@]+)*)\s*"
    r"@\s*(?P<start>\d+(?:\.\d+)?)\s*s\s*(?:\+\s*(?P<duration>\d+(?:\.\d+)?)\s*s)?\s*$"
)
_NUMBER = re.compile(r"^([+-]?\d+(?:\.\d+)?)\s*([A-Za-zµ%]*)$")
_UNITS: Mapping[Argument, Mapping[str, float]] = {
    Argument.FRAMES: {"%": 0.01, "": 1.0},
    Argument.SHARE: {"%": 0.01},
    Argument.RATE: {"%": 0.01},
    Argument.BYTES: {"": 1.0, "B": 1.0},
    Argument.INTERVAL: {"ms": 1e-3, "s": 1.0},
    Argument.CHANNEL: {"": 1.0},
    Argument.VOLTAGE: {"uV": 1.0, "µV": 1.0, "mV": 1e3},
    Argument.OHM: {"ohm": 1.0, "kohm": 1e3},
}


def parse_fault(text: str) -> Fault:
    """Return the fault that `text` describes.

    Raises
    ------
    ConfigError
        A text that is none; says what is expected.
    """
    match = _TEXT.match(text)
    if match is None:
        raise ConfigError(
            say("{text!r} is not a fault.", text=text),
            say('Write it as "unplug@20s" or "drop 1%@10s+5s".'),
        )
    kind = KINDS.get(match["kind"])
    if kind is None:
        raise ConfigError(
            say("No fault {value!r}.", value=match["kind"]),
            say("Known are {names!s}.", names=", ".join(KINDS)),
        )
    if kind.at_once and match["duration"]:
        raise ConfigError(
            say("{name!r} happens at once ({text!r}).", name=kind.name, text=text),
            say("Leave out the duration."),
        )
    return _fault(kind, text, match["arguments"].split(), match["start"], match["duration"])


def parse_faults(texts: Iterable[str]) -> tuple[Fault, ...]:
    """Return the faults of several texts, each holding one or more divided by ``;``."""
    return tuple(parse_fault(part) for text in texts for part in text.split(";") if part.strip())


def _fault(kind: FaultKind, text: str, words: list[str], start: str, duration: str | None) -> Fault:
    if len(words) != len(kind.arguments):
        wanted = " and ".join(kind.arguments) or "nothing"
        raise ConfigError(
            say(
                "{name!r} is followed by {wanted}, not {text!r}.",
                name=kind.name,
                wanted=wanted,
                text=text,
            )
        )
    start_s = float(start)
    end_s = start_s if kind.at_once else start_s + (float(duration) if duration else math.inf)
    amount, is_share, channels = 0.0, False, []
    for word, argument in zip(words, kind.arguments, strict=True):
        value, unit = _value(word, argument, text)
        if argument is Argument.CHANNEL:
            channels.append(round(value) - 1)
        else:
            amount, is_share = value, unit == "%"
    if len(set(channels)) < len(channels):
        raise ConfigError(
            say("{name!r} is between two channels, not {text!r}.", name=kind.name, text=text)
        )
    return Fault(kind, start_s, end_s, amount, is_share, tuple(channels))


def _value(word: str, argument: Argument, text: str) -> tuple[float, str]:
    match = _NUMBER.match(word)
    units = _UNITS[argument]
    if match is None or match[2] not in units:
        raise ConfigError(
            say("{word!r} in {text!r} is not {argument}.", word=word, text=text, argument=argument)
        )
    value, unit = float(match[1]) * units[match[2]], match[2]
    whole = argument in (Argument.CHANNEL, Argument.BYTES) or (
        argument is Argument.FRAMES and unit != "%"
    )
    if whole and value != round(value):
        raise ConfigError(
            say("{word!r} in {text!r} is not {argument}.", word=word, text=text, argument=argument)
        )
    if argument is not Argument.RATE and value < (1 if argument is Argument.CHANNEL else 0):
        raise ConfigError(
            say("{word!r} in {text!r} is not {argument}.", word=word, text=text, argument=argument)
        )
    if argument in (Argument.SHARE, Argument.FRAMES) and unit == "%" and value > 1:
        raise ConfigError(say("{word!r} in {text!r} is more than 100 %.", word=word, text=text))
    if argument is Argument.RATE and value <= -1:
        raise ConfigError(say("{word!r} in {text!r} would stop the clock.", word=word, text=text))
    return value, unit


def format_fault(fault: Fault) -> str:
    """Return the text that `parse_fault` reads as `fault`."""
    channels = iter(fault.channels)
    words = [
        str(next(channels) + 1) if argument is Argument.CHANNEL else _written(fault, argument)
        for argument in fault.kind.arguments
    ]
    text = f"{' '.join([fault.name, *words])}@{fault.start_s:g}s"
    if not fault.kind.at_once and math.isfinite(fault.end_s):
        text += f"+{fault.end_s - fault.start_s:g}s"
    return text


def _written(fault: Fault, argument: Argument) -> str:
    if fault.is_share:
        sign = "+" if argument is Argument.RATE and fault.amount >= 0 else ""
        return f"{sign}{fault.amount * 100:g}%"
    unit = {Argument.INTERVAL: "s", Argument.VOLTAGE: "uV", Argument.OHM: "ohm"}.get(argument, "")
    return f"{fault.amount:g}{unit}"
