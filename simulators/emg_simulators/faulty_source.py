"""`FaultySource`: a recording or a test signal at the electrodes, with faults put onto it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from emg_signal.chunk import FloatArray
from emg_simulators.faults import Fault
from emg_simulators.signal_faults import SignalFaults
from emg_simulators.source import ElectrodeSource

CONTACT_OHM = 10_000.0
"""Contact impedance of what does not hold its own (engineering judgement: a clean electrode)."""
MAINS_HZ = 50.0


class FaultySource:
    """A source with faults; gains and contact are the source's own.

    Parameters
    ----------
    source
        What is at the electrodes.
    faults
        Faults of any level; those that do not act on the signal are left to others.
    seed
        Seed of their chances.
    """

    def __init__(
        self, source: ElectrodeSource, faults: Iterable[Fault] = (), seed: int = 0
    ) -> None:
        self._source = source
        self._faults = SignalFaults(faults, source.n_channels, seed)
        self._rendered = 0

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return self._source.n_channels

    @property
    def fs_hz(self) -> float:
        """Rendering rate, Hz."""
        return self._source.fs_hz

    @property
    def time_s(self) -> float:
        """Stream time of the next sample that `render` returns, seconds."""
        return self._rendered / self.fs_hz

    @property
    def impedance_ohm(self) -> FloatArray:
        """Contact impedance of each channel's electrodes now, ``(n_channels,)`` ohm."""
        return self._faults.impedance_ohm(np.full(self.n_channels, CONTACT_OHM), self.time_s)

    def add_fault(self, fault: Fault) -> None:
        """Put one more fault on the timeline."""
        self._faults.add(fault)

    def end_faults(self) -> None:
        """Let every signal fault that acts now end now."""
        self._faults.end(self.time_s)

    def render(self, n_samples: int) -> FloatArray:
        """Return the next `n_samples`, ``(n_channels, n_samples)`` µV at the electrodes."""
        times_s = np.arange(self._rendered, self._rendered + n_samples) / self.fs_hz
        self._rendered += n_samples
        uv = self._source.render(n_samples)
        if n_samples == 0:
            return uv
        return self._faults.onto(uv, times_s, np.sin(2 * np.pi * MAINS_HZ * times_s))
