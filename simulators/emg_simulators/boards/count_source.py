"""What fills a simulated board's packets."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

from emg_simulators.ads1299 import ChannelInput


class CountSource(Protocol):
    """What fills the packets: `emg_simulators.ads1299.Ads1299Converter` or a test's own."""

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        ...

    def read_counts(self, n_samples: int) -> npt.NDArray[np.int32]:
        """Return the next `n_samples` as ``(n_channels, n_samples)`` counts."""
        ...

    def set_gain(self, channel: int, gain: int) -> None:
        """Set the gain of `channel`, from 0."""
        ...

    def gain(self, channel: int) -> float:
        """Return the gain of `channel`, from 0."""
        ...

    def set_input(self, channel: int, connection: ChannelInput) -> None:
        """Connect, short or switch off `channel`, from 0."""
        ...

    def set_lead_off(self, channel: int, impedance_ohm: float | None) -> None:
        """Drive the lead-off current through an electrode of `impedance_ohm` Ohm; None stops it."""
        ...
