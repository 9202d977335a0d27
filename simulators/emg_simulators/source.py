"""`ElectrodeSource`: whatever gives the voltage at the electrodes to a virtual board.

A patient, a played recording or a test's own sine all look alike from here, so every virtual
board serves each of them.
"""

from __future__ import annotations

import math
from typing import Protocol, runtime_checkable

from emg_signal.chunk import FloatArray

MIN_RENDER_HZ = 4000.0
"""Eight times the 500 Hz that surface EMG reaches (CEDE; S66 and S71), so
that what lies above a board's own rate is really there to be filtered away."""

MIN_OVERSAMPLING = 8
"""At 8 the discrete sinc3's -3 dB point lies within 1 % of the continuous one's
(checked in tests/simulators/test_ads1299.py)."""


@runtime_checkable
class ElectrodeSource(Protocol):
    """Voltage between the two electrodes of each channel, before any amplifier."""

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        ...

    @property
    def fs_hz(self) -> float:
        """Rendering rate, Hz; a whole multiple of the board's sampling rate."""
        ...

    def render(self, n_samples: int) -> FloatArray:
        """Return the next `n_samples` as ``(n_channels, n_samples)`` float64, µV.

        However the calls are split, the same samples follow each other.
        """
        ...


def rendering_rate_hz(fs_hz: float) -> float:
    """Return the rate, Hz, at which to render for a board that samples at `fs_hz`."""
    oversampling = max(MIN_OVERSAMPLING, math.ceil(MIN_RENDER_HZ / fs_hz))
    return fs_hz * oversampling
