"""Contact impedance of each electrode, from the ADS1299's lead-off current.

The chip drives 6 nA at an eighth of its data rate through one electrode; what it measures at that
frequency is the current times the electrode and the board's series resistor. The same arithmetic
as OpenBCI's GUI and BrainFlow use (amplitude over 6 nA, less 2.2 kOhm), with a lock-in instead of
a band-pass, so that mains and EMG beside the carrier do not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from emg_signal.chunk import FloatArray

LEAD_OFF_AMPERE = 6e-9
"""ADS1299 datasheet SBAS499, LOFF register: ILEAD_OFF = 00; the Cyton's firmware sets it."""
SERIES_OHM = 2200.0
"""Resistor in each input of the Cyton (OpenBCI's schematics; subtracted by its GUI)."""
CARRIER_SAMPLES = 8
"""31.25 Hz at 250 Hz (LOFF register, FLEAD_OFF = 10)."""
TOLERANCE = 0.20
"""The datasheet gives the current to 20 %: so much is the result uncertain."""


class ElectrodeSide(StrEnum):
    """Which input of the differential pair."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class ContactImpedance:
    """Impedance of one electrode on the skin.

    Parameters
    ----------
    channel
        Channel, counted from 0.
    side
        Input of that channel.
    kohm
        Estimate, kOhm.
    """

    channel: int
    side: ElectrodeSide
    kohm: float

    @property
    def interval_kohm(self) -> tuple[float, float]:
        """Lowest and highest value that the current's tolerance allows, kOhm."""
        return (self.kohm * (1 - TOLERANCE), self.kohm * (1 + TOLERANCE))

    def __str__(self) -> str:
        """Return ``channel 3 positive: 12.4 kOhm ± 20 %``."""
        return f"channel {self.channel + 1} {self.side}: {self.kohm:.3g} kOhm ± {TOLERANCE:.0%}"


def impedance_ohm(samples_uv: FloatArray) -> FloatArray:
    """Return the impedance per channel, ohm, of samples taken while the current flows.

    Parameters
    ----------
    samples_uv
        ``(n_channels, n_samples)`` µV; what exceeds a whole number of carrier periods is left out.

    Raises
    ------
    ValueError
        Less than one period.
    """
    n = samples_uv.shape[1] // CARRIER_SAMPLES * CARRIER_SAMPLES
    if n == 0:
        raise ValueError(f"{samples_uv.shape[1]} samples are less than one carrier period")
    # The mean and the slow drift of the electrode leak into a rectangular window: taper it.
    window = np.hanning(n + 1)[:n]
    carrier = np.exp(-2j * np.pi * np.arange(n) / CARRIER_SAMPLES)
    centred = samples_uv[:, :n] - samples_uv[:, :n].mean(axis=1, keepdims=True)
    amplitude_uv = 2 * np.abs((centred * window) @ carrier) / window.sum()
    ohm: FloatArray = np.maximum(amplitude_uv * 1e-6 / LEAD_OFF_AMPERE - SERIES_OHM, 0.0)
    return ohm
