"""Why a framed board cannot be used, in words: it refuses, it cannot be, it is none."""

from __future__ import annotations

import string

from emg_device.framed_protocol import FramedRefusal, Hello, PacketType, RefusalCode
from emg_signal.errors import DeviceError, DeviceProtocolError
from emg_signal.phrase import say

IDENTIFY_S = 2.5
"""Bad lines are to be named within 3 s; an Uno's boot loader gives up after about 1 s."""


def unknown_board(port: str, baud: int, seen: bytes, *, echoed: bool) -> DeviceProtocolError:
    """Name what the seen bytes look like, and what to do about it.

    Parameters
    ----------
    port, baud
        Where, and at which speed.
    seen
        The first bytes that came.
    echoed
        Whether they are the host's own.
    """
    if not seen:
        return DeviceProtocolError(
            say(
                "{port} is silent: no byte in {identify_s:g} s.",
                port=port,
                identify_s=IDENTIFY_S,
            ),
            say("Is it the right port, and is the framed firmware on the board?"),
        )
    if echoed:
        return DeviceProtocolError(
            say("{port} sends our own bytes back.", port=port),
            say("RX and TX are joined, or the port belongs to a modem or console: take another."),
        )
    return DeviceProtocolError(
        say(
            "{port} sends {likeness}, no framed board at {baud} baud (first bytes: {seen}).",
            port=port,
            likeness=_likeness(seen),
            baud=baud,
            seen=seen[:8].hex(" "),
        ),
        say("Check baud=…, and which firmware the board has."),
    )


def refused(refusal: FramedRefusal, value: int) -> DeviceError:
    """Return why a board did not do what it was asked."""
    reasons = {
        RefusalCode.STREAMING: say("it streams; stop it first"),
        RefusalCode.RATE: say("its converter does at most {limit} Hz", limit=refusal.limit),
        RefusalCode.CHANNELS: say("it has {limit} channels", limit=refusal.limit),
        RefusalCode.LINK: say(
            "that needs {limit} bit/s, more than its line carries", limit=refusal.limit
        ),
        RefusalCode.COMMAND: say("it does not know this command"),
    }
    reason = reasons.get(RefusalCode(refusal.code)) if 1 <= refusal.code <= 5 else None
    return DeviceError(
        say(
            "The board refuses {command} {value}: {reason}.",
            command=_name_of(refusal.command),
            value=value,
            reason=reason or say("error {code}", code=refusal.code),
        ),
        say("Ask for less."),
    )


def _name_of(command: int) -> str:
    return (
        PacketType(command).name
        if command in set(PacketType)
        else say("command {code}", code=command)
    )


def impossible(hello: Hello, port: str) -> DeviceProtocolError:
    """Return that what a board says of itself cannot be."""
    return DeviceProtocolError(
        say(
            "{board} on {port} describes itself impossibly: {hello}.",
            board=hello.board or say("The board"),
            port=port,
            hello=hello,
        ),
        say("Mend its firmware (docs/firmware.md has the fields)."),
    )


def _likeness(seen: bytes) -> str:
    """Return what some foreign bytes look like."""
    printable = sum(byte in string.printable.encode() for byte in seen) / len(seen)
    if printable > 0.95:  # engineering judgement: random bytes are 39 % printable
        return say("plain text (open it as text:…)")
    return say("bytes without one whole frame")
