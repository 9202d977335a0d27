"""`Blinks`: the lid's own muscle, and the eye's voltage that its neighbours' electrodes see.

Sixteen a minute on real facial recordings. A lid closes and opens within a fifth of a second;
the cornea is positive, and the lid that slides over it moves the voltage around the eye by some
100 µV (general knowledge of eye movement in EEG). How much of it a pair of electrodes over each
muscle sees is engineering judgement by distance on the face.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from emg_signal.chunk import FloatArray
from emg_simulators.randomness import random_stream

BLINK_S = 0.2
"""From open to open, seconds (general knowledge)."""
EFFORT = 0.25
"""Of the lid's own muscle, at most (engineering judgement)."""
EYE_UV: Mapping[str, float] = MappingProxyType(
    {
        "orbicularis_oculi": 100.0,
        "corrugator": 60.0,
        "procerus": 50.0,
        "frontalis": 40.0,
        "frontalis_lateral": 40.0,
        "nasalis": 20.0,
        "zygomaticus": 10.0,
        "temporalis": 10.0,
    }
)
"""Peak of the eye's voltage at a pair over each muscle, µV."""
STEADINESS = 4.0
"""Shape of the gamma distribution of the pauses: irregular, seldom twice at once (engineering
judgement)."""


class Blinks:
    """Both lids at irregular moments; a function of time and seed alone.

    Parameters
    ----------
    per_min
        Mean number a minute; 0 for none.
    seed
        Seed of the moments.
    """

    def __init__(self, per_min: float, seed: int) -> None:
        self._pause_s = max(0.0, 60.0 / per_min - BLINK_S) if per_min else 0.0
        self._stream = random_stream(seed, "blinks")
        self._start_s = self._next_after(0.0)

    def at(self, times_s: FloatArray) -> FloatArray:
        """Return how far the lids are closed, 0 to 1, ``(n_times,)``; ask in order of time.

        Parameters
        ----------
        times_s
            ``(n_times,)``, stream time, seconds.
        """
        if not self._pause_s:
            return np.zeros_like(times_s)
        while self._start_s + BLINK_S < times_s[0]:
            self._start_s = self._next_after(self._start_s + BLINK_S)
        phase = np.clip((times_s - self._start_s) / BLINK_S, 0.0, 1.0)
        return np.asarray(np.sin(np.pi * phase) ** 2)

    def _next_after(self, t_s: float) -> float:
        if not self._pause_s:
            return t_s
        return t_s + float(self._stream.gamma(STEADINESS, self._pause_s / STEADINESS))
