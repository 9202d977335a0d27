"""`BoardFaults`: what goes wrong with the board itself: its plug and its clock."""

from __future__ import annotations

from collections.abc import Iterable

from emg_simulators.faults import Fault, Level


class BoardFaults:
    """The board faults of a timeline; a virtual board asks it while it streams.

    Parameters
    ----------
    faults
        Faults of any level; those of other levels are left to others.
    """

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._faults = [fault for fault in faults if fault.kind.level is Level.BOARD]

    def add(self, fault: Fault) -> None:
        """Put one more fault on the timeline; others than a board's are ignored."""
        if fault.kind.level is Level.BOARD:
            self._faults.append(fault)

    def end(self, t_s: float) -> None:
        """Let every fault that lasts at `t_s` seconds end then; what is unplugged stays so."""
        self._faults = [fault.ended(t_s) for fault in self._faults]

    def plug_events(self, before_s: float, t_s: float) -> list[str]:
        """Return ``unplug``, ``replug`` and ``other`` due after `before_s` until `t_s`, in order.

        Parameters
        ----------
        before_s, t_s
            Seconds of the board's own time; begin with a negative `before_s`.
        """
        due = [
            fault
            for fault in self._faults
            if fault.name in ("unplug", "replug", "other") and fault.since(before_s, t_s)
        ]
        return [fault.name for fault in sorted(due, key=lambda fault: fault.start_s)]

    def clock_factor(self, t_s: float) -> float:
        """Return the board's true rate over its declared one: 1.02 for ``clock +2%``."""
        factor = 1.0
        for fault in self._faults:
            if fault.name == "clock" and fault.is_active(t_s):
                factor *= 1.0 + fault.amount
        return factor
