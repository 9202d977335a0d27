"""Contact impedance of each electrode, and how a lead-off current tells it.

The ADS1299 drives 6 nA at 31.25 Hz through one electrode; what it measures at that frequency is
the current times the electrode and the board's series resistor. The same arithmetic as OpenBCI's
GUI and BrainFlow use (amplitude over 6 nA, less 2.2 kOhm), with a lock-in instead of a band-pass,
so that mains and EMG beside the carrier do not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.phrase import say

LEAD_OFF_AMPERE = 6e-9
"""ADS1299 datasheet SBAS499, LOFF register: ILEAD_OFF = 00; the Cyton's firmware sets it."""
SERIES_OHM = 2200.0
"""Resistor in each input of the Cyton (OpenBCI's schematics; subtracted by its GUI)."""
CARRIER_HZ = 31.25
"""LOFF register, FLEAD_OFF = 10, with the Cyton's clock of 2.048 MHz."""
TOLERANCE = 0.20
"""The datasheet gives the current to 20 %: so much is the result uncertain."""
MOST_KOHM = 1200.0
"""Contact is told up to 1 MOhm and its tolerance; beyond, an electrode is off or its lead broken,
and no figure is worth showing (engineering judgement)."""


class ElectrodeSide(StrEnum):
    """Which input of the differential pair."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Electrode:
    """One electrode on the skin.

    Parameters
    ----------
    channel
        Channel, counted from 0.
    side
        Input of that channel.
    """

    channel: int
    side: ElectrodeSide = ElectrodeSide.POSITIVE

    def __str__(self) -> str:
        """Return ``channel 3 positive``."""
        if self.side is ElectrodeSide.POSITIVE:
            return say("channel {number} positive", number=self.channel + 1)
        return say("channel {number} negative", number=self.channel + 1)


@dataclass(frozen=True, slots=True)
class ContactImpedance:
    """Impedance of one electrode on the skin.

    Parameters
    ----------
    electrode
        Which one.
    kohm
        Estimate, kOhm; if `above`, what it is more than.
    above
        True if it is too large to be told (no contact, or a broken lead).
    tolerance
        Relative uncertainty of the estimate; None if the board's maker states none.
    """

    electrode: Electrode
    kohm: float
    above: bool = False
    tolerance: float | None = TOLERANCE

    @classmethod
    def limited(
        cls, electrode: Electrode, kohm: float, tolerance: float | None = TOLERANCE
    ) -> ContactImpedance:
        """Return `kohm` as the impedance of `electrode`, or "above" if it is out of range.

        Parameters
        ----------
        electrode
            Which one.
        kohm
            Estimate, kOhm.
        tolerance
            Relative uncertainty; None if the board's maker states none.
        """
        if kohm <= MOST_KOHM:
            return cls(electrode, kohm, tolerance=tolerance)
        return cls(electrode, MOST_KOHM, above=True, tolerance=tolerance)

    @property
    def channel(self) -> int:
        """Channel, counted from 0."""
        return self.electrode.channel

    @property
    def side(self) -> ElectrodeSide:
        """Input of that channel."""
        return self.electrode.side

    @property
    def value_text(self) -> str:
        """``12.4 kOhm ± 20 %``, ``above 1200 kOhm`` or ``12 kOhm``: what a screen shows."""
        if self.above:
            return say("above {kohm:g} kOhm", kohm=self.kohm)
        if self.tolerance is None:
            return say("{kohm:.3g} kOhm", kohm=self.kohm)
        percent = self.tolerance * 100
        return say("{kohm:.3g} kOhm ± {percent:.0f} %", kohm=self.kohm, percent=percent)

    def __str__(self) -> str:
        """Return ``channel 3 positive: 12.4 kOhm ± 20 %``."""
        return say(
            "{electrode}: {impedance}",
            electrode=str(self.electrode),
            impedance=self.value_text,
        )


def impedance_ohm(samples_uv: FloatArray, fs_hz: float, *, response: float = 1.0) -> FloatArray:
    """Return the impedance per channel, ohm, of samples taken while the current flows.

    Parameters
    ----------
    samples_uv
        ``(n_channels, n_samples)`` µV; what exceeds a whole number of carrier periods is left out.
    fs_hz
        Sampling rate, Hz; a multiple of the carrier's 31.25.
    response
        What the board's own averaging leaves of the carrier, 0 to 1.

    Raises
    ------
    ValueError
        Less than one period.
    """
    period = round(fs_hz / CARRIER_HZ)
    n = samples_uv.shape[1] // period * period
    if n == 0:
        raise ValueError(f"{samples_uv.shape[1]} samples are less than one carrier period")
    # The mean and the slow drift of the electrode leak into a rectangular window: taper it.
    window = np.hanning(n + 1)[:n]
    carrier = np.exp(-2j * np.pi * np.arange(n) / period)
    centred = samples_uv[:, :n] - samples_uv[:, :n].mean(axis=1, keepdims=True)
    amplitude_uv = 2 * np.abs((centred * window) @ carrier) / window.sum() / response
    ohm: FloatArray = np.maximum(amplitude_uv * 1e-6 / LEAD_OFF_AMPERE - SERIES_OHM, 0.0)
    return ohm
