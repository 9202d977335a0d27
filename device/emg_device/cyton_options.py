"""What a Cyton may be asked for in a spec, and how its answers are read."""

from __future__ import annotations

import re
from enum import StrEnum

from emg_device.serial_probe import readable
from emg_device.spec import DeviceSpec
from emg_signal.errors import ConfigError, DeviceNotFoundError, DeviceProtocolError
from emg_signal.phrase import say

GAINS = (1, 2, 4, 6, 8, 12, 24)
"""Codes 0 to 6 of CHnSET bits 6 to 4 (ADS1299 datasheet SBAS499)."""


class Reference(StrEnum):
    """What each channel is measured against."""

    PAIRS = "pairs"
    """Its own second electrode, as EMG is (OpenBCI's EMG setup: SRB2 off)."""
    COMMON = "common"
    """One reference for all at SRB2, the board's own default."""


def gain_of(spec: DeviceSpec) -> int | None:
    """Return option ``gain``; raise `ConfigError` for one that the ADS1299 does not have."""
    if "gain" not in spec.options:
        return None
    gain = spec.number("gain", 24)
    if gain not in GAINS:
        raise ConfigError(
            say("The ADS1299 has no gain {gain:g}.", gain=gain),
            say("It has {gains}.", gains=", ".join(map(str, GAINS))),
        )
    return int(gain)


def reference_of(spec: DeviceSpec) -> Reference:
    """Return option ``reference``; raise `ConfigError` for an unknown one."""
    text = spec.options.get("reference", Reference.PAIRS)
    if text not in list(Reference):
        raise ConfigError(
            say("There is no reference '{reference}'.", reference=text),
            say("Write reference=pairs, or reference=common for one reference at SRB2."),
        )
    return Reference(text)


def channel_registers(listing: str) -> list[int]:
    """Return CHnSET of each channel in order, from the board's answer to ``?``."""
    found = re.findall(r"CH\dSET, *(?:0x)?[0-9A-Fa-f]{2}, *(?:0x)?([0-9A-Fa-f]{2})", listing)
    return [int(value, 16) for value in found]


def one_line(greeting: str) -> str:
    """Return a board's greeting without its end mark, as one line."""
    return " ".join(greeting.replace("$$$", "").split())


def not_a_cyton(port: str, seen: bytes) -> DeviceNotFoundError | DeviceProtocolError:
    """Return what answered on a port instead of a Cyton."""
    if b"Failure" in seen:
        return DeviceNotFoundError(
            say("The dongle on {port} answers, but no Cyton answers the dongle.", port=port),
            say("Switch the board to PC, check its battery, and that both are on one channel."),
        )
    if not seen:
        return DeviceNotFoundError(
            say("Nothing answers on {port}.", port=port),
            say("Check that the dongle's switch is at GPIO 6, and that it is the right port."),
        )
    return DeviceProtocolError(
        say(
            "Something answers on {port}, but it is no OpenBCI Cyton: {seen}.",
            port=port,
            seen=readable(seen),
        ),
        say("Choose another port, or the driver of that board."),
    )
