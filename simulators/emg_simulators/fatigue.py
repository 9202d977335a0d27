"""`Fatigue`: how tired each muscle is, from what it has done so far."""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import FloatArray
from emg_simulators.crosstalk import MuscleSide
from emg_simulators.people import PersonPart

RECOVERY = 0.3
"""Rate of recovery beside that of tiring at full effort (engineering judgement)."""

FAST_TIRING = {"masseter": 2.0}
"""The masseter tires fast; frontalis, corrugator and orbicularis oris do so slowly (J Appl Physiol
54:51, 1983, doi 10.1152/jappl.1983.54.1.51; the factor is engineering judgement)."""


class Fatigue:
    """Fatigue between 0 (fresh) and 1 of each muscle; efforts count with their square.

    Parameters
    ----------
    person
        Its time constant; no fatigue when its spectrum does not fall.
    places
        Muscles and sides, in the order of the values.
    """

    def __init__(self, person: PersonPart, places: list[MuscleSide]) -> None:
        factors = np.array([FAST_TIRING.get(name, 1.0) for name, _ in places])
        self._rate_hz = factors / person.fatigue_s if person.fatigue_percent else 0 * factors
        self._level = np.zeros(len(places))

    def after(self, efforts: FloatArray, seconds: float) -> FloatArray:
        """Return the level, ``(n_muscles,)``, after a time of effort.

        Parameters
        ----------
        efforts
            ``(n_muscles,)``, mean effort over the time, 0 to 1.
        seconds
            How long it lasted.
        """
        gain = efforts**2 * (1.0 - self._level) - RECOVERY * self._level
        self._level = np.clip(self._level + seconds * self._rate_hz * gain, 0.0, 1.0)
        return self._level
