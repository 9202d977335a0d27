"""The virtual patient does what the screen asks, so that a measurement can be tried on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, runtime_checkable

from emg_device.base import Device
from emg_session.protocol import CueKind
from emg_session.protocol import Protocol as CueProtocol
from emg_simulators.wishes import Asked


@runtime_checkable
class AskableDevice(Protocol):
    """A virtual board whose patient can be asked for something."""

    def ask(self, asked: Iterable[Asked]) -> None:
        """Ask for all of `asked`, and for nothing else."""


def asked_of(protocol: CueProtocol | None) -> tuple[Asked, ...]:
    """Return what the cues of a protocol ask of a person; nothing of one that was given up."""
    return tuple(
        Asked(
            cue.start_s,
            cue.end_s - cue.start_s,
            cue.muscles,
            None if cue.site is None else cue.site.channel,
        )
        for cue in (protocol.cues if protocol is not None else ())
        if cue.kind is not CueKind.REST
    )


def follower_of(device: Device) -> Callable[[CueProtocol | None], None]:
    """Return what lets the patient behind `device` follow a protocol; nothing for a person."""

    def follow(protocol: CueProtocol | None) -> None:
        if isinstance(device, AskableDevice):
            device.ask(asked_of(protocol))

    return follow
