"""`Abilities`: what a virtual board can do wrong; all else is refused where it is written.

A fault that nobody does would teach that nothing is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_simulators.fault_text import format_fault
from emg_simulators.faults import KINDS, Fault, Level

NO_ELECTRODES: Mapping[str, str] = {
    kind.name: say("it sends the number of each sample and has no electrodes")
    for kind in KINDS.values()
    if kind.level is Level.SIGNAL
}
FIXED_CONTACT: Mapping[str, str] = dict.fromkeys(
    ("bad", "dry", "reseat"), say("the contact of a recording or a test signal is its own")
)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What can go wrong with one board.

    Parameters
    ----------
    board
        For people, as ``the Cyton``.
    n_channels
        Its channels.
    cannot
        Words of the faults that it cannot do, and why.
    """

    board: str
    n_channels: int
    cannot: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def less(self, cannot: Mapping[str, str]) -> Abilities:
        """Return these without some more."""
        return replace(self, cannot={**self.cannot, **cannot})

    def require(self, faults: Iterable[Fault]) -> tuple[Fault, ...]:
        """Return `faults`; raise `ConfigError` for the first that the board cannot do."""
        faults = tuple(faults)
        for fault in faults:
            if fault.name in self.cannot:
                self._refuse(fault, self.cannot[fault.name])
            if max(fault.channels, default=0) >= self.n_channels:
                self._refuse(fault, say("it has channels 1 to {last}", last=self.n_channels))
        return faults

    def _refuse(self, fault: Fault, why: str) -> None:
        able = ", ".join(name for name in KINDS if name not in self.cannot)
        raise ConfigError(
            say(
                "{board} cannot do {fault!r}: {why}.",
                board=self.board,
                fault=format_fault(fault),
                why=why,
            ),
            say("It can do {able!s}, on channels 1 to {last}.", able=able, last=self.n_channels),
        )
