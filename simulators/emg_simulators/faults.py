"""`Fault`: something that goes wrong at a stated time, read from one line of text.

``KIND ARGUMENTS @ START [+ DURATION]``, as in ``unplug@20s``, ``drop 1%@10s+5s``,
``drop 256@8s``, ``burst 16ms@5s+10s``, ``rail 3@10s+1s``, ``swap 1 2@15s``,
``mains 500uV@10s``. Without a duration a fault lasts for ever, save those that happen at once.
Channels count from 1, as in every file.

Faults act at three levels: the bytes of the link (`emg_simulators.byte_faults`), the board
itself (its clock and its plug), and the voltage at the electrodes
(`emg_simulators.signal_faults`). What a board cannot do of them is refused
(`emg_simulators.abilities`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType


class Level(StrEnum):
    """Where a fault acts."""

    LINK = "link"
    BOARD = "board"
    SIGNAL = "signal"


class Argument(StrEnum):
    """What a fault needs to be told."""

    FRAMES = "a share in % or a number of frames"
    SHARE = "a share in %"
    BYTES = "a number of bytes"
    INTERVAL = "a time in ms or s"
    RATE = "a change in % with its sign"
    CHANNEL = "a channel, counted from 1"
    VOLTAGE = "a voltage in uV or mV"
    OHM = "a resistance in ohm or kohm"


@dataclass(frozen=True, slots=True)
class FaultKind:
    """What one word of the fault language means.

    Parameters
    ----------
    name, level, arguments
        The word, where it acts, and what follows it.
    at_once
        Happens at its start and has no duration.
    meaning
        In words, for the list that an unknown word gets.
    """

    name: str
    level: Level
    arguments: tuple[Argument, ...]
    meaning: str
    at_once: bool = False


_CH = Argument.CHANNEL

KINDS: Mapping[str, FaultKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            FaultKind("drop", Level.LINK, (Argument.FRAMES,), "frames are lost"),
            FaultKind("duplicate", Level.LINK, (Argument.SHARE,), "frames come twice"),
            FaultKind("reorder", Level.LINK, (Argument.SHARE,), "frames come after the next"),
            FaultKind("flip", Level.LINK, (Argument.SHARE,), "one bit of a frame is inverted"),
            FaultKind("truncate", Level.LINK, (Argument.SHARE,), "a frame loses its end"),
            FaultKind("lose", Level.LINK, (Argument.SHARE,), "a frame loses one byte"),
            FaultKind(
                "garbage", Level.LINK, (Argument.BYTES,), "random bytes between frames", True
            ),
            FaultKind("stall", Level.LINK, (), "bytes are held back and then come at once"),
            FaultKind("silence", Level.LINK, (), "bytes vanish, the line stays up"),
            FaultKind("burst", Level.LINK, (Argument.INTERVAL,), "bytes come in bursts"),
            FaultKind("clock", Level.BOARD, (Argument.RATE,), "the board's clock is off"),
            FaultKind("unplug", Level.BOARD, (), "the line hangs up", True),
            FaultKind("replug", Level.BOARD, (), "the line hangs up and comes back", True),
            FaultKind("other", Level.BOARD, (), "another board comes on the line", True),
            FaultKind("rail", Level.SIGNAL, (_CH,), "a channel is at the converter's end"),
            FaultKind("leadoff", Level.SIGNAL, (_CH,), "an electrode has come off"),
            FaultKind("flat", Level.SIGNAL, (_CH,), "a channel shows nothing at all"),
            FaultKind("bad", Level.SIGNAL, (_CH, Argument.OHM), "an electrode has poor contact"),
            FaultKind("dry", Level.SIGNAL, (_CH,), "the gel dries: contact worsens over minutes"),
            FaultKind("reseat", Level.SIGNAL, (_CH,), "an electrode is placed anew", True),
            FaultKind("bridge", Level.SIGNAL, (_CH, _CH), "gel joins two channels"),
            FaultKind("swap", Level.SIGNAL, (_CH, _CH), "two leads are exchanged"),
            FaultKind("mains", Level.SIGNAL, (Argument.VOLTAGE,), "hum on every channel"),
            FaultKind("motion", Level.SIGNAL, (_CH, Argument.VOLTAGE), "a step by movement", True),
            FaultKind("tap", Level.SIGNAL, (_CH,), "a finger taps an electrode", True),
            FaultKind("sway", Level.SIGNAL, (_CH, Argument.VOLTAGE), "a cable swings"),
            FaultKind("ecg", Level.SIGNAL, (Argument.VOLTAGE,), "the heart shows on every channel"),
            FaultKind("spike", Level.SIGNAL, (Argument.VOLTAGE,), "a stimulator's spike", True),
        )
    }
)
"""Every fault, by its word."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault on the timeline.

    Parameters
    ----------
    kind
        What happens.
    start_s, end_s
        From when to when, seconds of stream time; `end_s` is infinite for a lasting one and
        equals `start_s` for one that happens at once.
    amount
        The number it was given in base units: share (0.01 for 1 %), frames, bytes, seconds, µV or
        ohm; 0 without one.
    is_share
        Whether `amount` is a share.
    channels
        Channels it acts on, counted from 0.
    """

    kind: FaultKind
    start_s: float
    end_s: float
    amount: float = 0.0
    is_share: bool = False
    channels: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The word of its kind."""
        return self.kind.name

    def is_active(self, t_s: float) -> bool:
        """Return whether it lasts at `t_s` seconds."""
        return self.start_s <= t_s < self.end_s

    def since(self, before_s: float, t_s: float) -> bool:
        """Return whether it starts after `before_s` and not after `t_s`, seconds of the stream."""
        return before_s < self.start_s <= t_s

    def not_before(self, t_s: float) -> Fault:
        """Return it moved to `t_s` seconds if it would have begun before, as long as it is."""
        late_s = max(0.0, t_s - self.start_s)
        return replace(self, start_s=self.start_s + late_s, end_s=self.end_s + late_s)

    def ended(self, t_s: float) -> Fault:
        """Return this fault ended at `t_s` seconds if it lasts then, else as it is."""
        return replace(self, end_s=t_s) if self.is_active(t_s) else self
