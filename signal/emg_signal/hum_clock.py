"""`HumClock`: phase and frequency of the mains, on the board's own clock."""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import ComplexArray, FloatArray
from emg_signal.mains import SEARCHED_HZ

UNSURE_HZ = 0.5
"""Standard deviation of the frequency before anything was seen: grids, clocks and generators."""
WANDER_HZ = 0.001
"""Standard deviation of what the frequency wanders in a second: what a drift of 0.05 Hz a minute
makes of it."""
SURE_HZ = 0.01
"""Standard deviation of the frequency from which it is known: within a second, two lines that fold
on to each other then turn as they should to 0.3 rad. Engineering judgement."""
UNAMBIGUOUS_RAD = 1.0
"""Standard deviation of a line's phase up to which it speaks for the frequency: beyond, it may
have gone round. Engineering judgement."""


class HumClock:
    """A Kalman filter of two states, phase and frequency.

    Parameters
    ----------
    nominal_hz
        Where it begins, Hz; it is held within 1 Hz of it.
    """

    def __init__(self, nominal_hz: float) -> None:
        self._nominal_hz = nominal_hz
        self.frequency_hz = nominal_hz
        self.phase = 0.0
        """Of the fundamental at the coming block's first sample, radians."""
        # Of phase (rad) and angular frequency (rad/s); the phase begins where the clock does.
        self._covariance = np.diag((0.0, (2.0 * np.pi * UNSURE_HZ) ** 2))

    @property
    def is_sure(self) -> bool:
        """Whether the frequency is known."""
        return float(self._covariance[1, 1]) < (2.0 * np.pi * SURE_HZ) ** 2

    def advance(self, span_s: float) -> None:
        """Go on by a time in seconds."""
        turn = 2.0 * np.pi * self.frequency_hz * span_s
        self.phase = float((self.phase + turn) % (2.0 * np.pi))
        step = np.array(((1.0, span_s), (0.0, 1.0)))
        self._covariance = step @ self._covariance @ step.T
        self._covariance[1, 1] += (2.0 * np.pi * WANDER_HZ) ** 2 * span_s

    def correct(
        self, seen: ComplexArray, known: ComplexArray, noise: FloatArray, orders: FloatArray
    ) -> float:
        """Compare a block with what was expected; return by how much the phase was moved, rad.

        Parameters
        ----------
        seen, known
            ``(n_lines, n_channels)`` complex amplitudes of the block and those expected, µV;
            expected 0 where nothing is known yet.
        noise
            Their variance from noise, µV².
        orders
            ``(n_lines,)`` multiples of the fundamental.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            shares = np.where(noise > 0, 1.0 / noise, 0.0)
        turned = np.angle(np.sum(known.conj() * seen * shares, axis=1))
        information = np.square(orders) * 2.0 * np.sum(np.square(np.abs(known)) * shares, axis=1)
        unsure = orders * np.sqrt(self._covariance[0, 0])
        told = information > 0
        if not told.any():
            return 0.0
        lowest = np.flatnonzero(told)[0]
        told &= (unsure < UNAMBIGUOUS_RAD) | (np.arange(len(orders)) == lowest)
        total = float(information[told].sum())
        phase = float(np.sum(information[told] * turned[told] / orders[told])) / total
        return self._move(phase, 1.0 / total)

    def _move(self, phase: float, variance: float) -> float:
        before = self._covariance
        gain = before[:, 0] / (before[0, 0] + variance)
        self._covariance = before - np.outer(gain, before[0])
        moved_hz = self.frequency_hz + float(gain[1]) * phase / (2.0 * np.pi)
        lowest, highest = self._nominal_hz - SEARCHED_HZ, self._nominal_hz + SEARCHED_HZ
        self.frequency_hz = min(max(moved_hz, lowest), highest)
        turned = float(gain[0]) * phase
        self.phase += turned
        return turned
