"""`Volleys`: the involuntary bursts of a hemifacial spasm."""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import FloatArray
from emg_simulators.people import Spasm
from emg_simulators.randomness import random_stream

CLONIC_HZ = 8.0
"""Twitches a second within a volley (engineering judgement)."""
VOLLEY_S = (0.2, 1.5)
"""Shortest and longest volley, seconds (engineering judgement)."""


class Volleys:
    """Volleys that strike all muscles of a spasm at the same moments.

    Parameters
    ----------
    spasms
        One entry for each muscle; None for those that do not cramp.
    seed
        Seed of the moments.
    """

    def __init__(self, spasms: list[Spasm | None], seed: int) -> None:
        self._efforts = np.array([0.0 if spasm is None else spasm.effort for spasm in spasms])
        rates = [spasm.bursts_hz for spasm in spasms if spasm is not None]
        self._pause_s = 1.0 / rates[0] if rates else 0.0
        self._stream = random_stream(seed, "spasm")
        self._start_s, self._end_s = self._next_after(0.0)

    def onto(self, efforts: FloatArray, times_s: FloatArray) -> None:
        """Raise efforts where a volley strikes.

        Parameters
        ----------
        efforts
            ``(n_muscles, n_times)``, 0 to 1, changed in place.
        times_s
            ``(n_times,)``, stream time, seconds, later than those before.
        """
        if not self._pause_s:
            return
        while self._end_s < times_s[0]:
            self._start_s, self._end_s = self._next_after(self._end_s)
        inside = (times_s >= self._start_s) & (times_s < self._end_s)
        if inside.any():
            twitch = 0.5 - 0.5 * np.cos(2 * np.pi * CLONIC_HZ * (times_s - self._start_s))
            struck = self._efforts[:, None] * (inside * twitch)
            np.maximum(efforts, struck, out=efforts)

    def _next_after(self, t_s: float) -> tuple[float, float]:
        start_s = t_s + float(self._stream.exponential(self._pause_s or 1.0))
        return start_s, start_s + float(self._stream.uniform(*VOLLEY_S))
