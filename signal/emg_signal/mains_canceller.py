"""Mains hum taken out without a notch.

A notch takes the EMG around the mains frequency with the hum, and passes hum that drifts away
from it. `MainsCanceller` follows the hum instead: its amplitude and phase on each channel, slowly,
and its frequency on all channels together. It takes less EMG and follows drift, but needs some
seconds to lock, so that the notch stays the default (compared in docs/signal.md).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from emg_signal.chunk import FloatArray
from emg_signal.errors import FilterDesignError
from emg_signal.mains import SEARCHED_HZ
from emg_signal.phrase import say

ComplexArray = npt.NDArray[np.complex128]
LOCK_S = 1.0
"""Time constant of amplitude and phase: a width of 1 / (pi LOCK_S) = 0.3 Hz. Of 0.5, 1 and 2 s
the one with the least error over drifts of 0 to 0.5 Hz and hum of 100 µV to 1 mV."""
FREQUENCY_GAIN = 0.05
"""Share of the phase error per block that goes into the frequency; engineering judgement, well
below the gain at which phase and frequency begin to ring."""
BLOCK_S = 0.02
"""Time between corrections: one period of 50 Hz."""


class MainsCanceller:
    """Subtracts hum that it has learnt; streaming, the same for every chunking.

    Sample-major, as the kernel. Corrections are made at fixed sample indices, from the block
    just finished, so that it adds no delay.

    Parameters
    ----------
    fs_hz
        Sampling rate, Hz.
    n_channels
        Number of channels.
    mains_hz
        Nominal frequency, Hz.
    harmonics
        Multiples that are cancelled, each below half the rate.

    Raises
    ------
    FilterDesignError
        A harmonic that the rate cannot carry.
    """

    def __init__(
        self, fs_hz: float, n_channels: int, mains_hz: float = 50.0, harmonics: int = 1
    ) -> None:
        if harmonics < 1 or harmonics * (mains_hz + SEARCHED_HZ) >= fs_hz / 2:
            raise FilterDesignError(
                say(
                    "{fs_hz:g} samples/s cannot carry harmonic {harmonics} of {mains_hz:g} Hz.",
                    fs_hz=fs_hz,
                    harmonics=harmonics,
                    mains_hz=mains_hz,
                ),
                say("Ask for fewer harmonics or use a faster board."),
            )
        self._nominal_hz, self._fs_hz = mains_hz, fs_hz
        self.frequency_hz = mains_hz
        self._orders = np.arange(1, harmonics + 1)[:, None]
        self._block = max(1, round(BLOCK_S * fs_hz))
        self._step = 1.0 - np.exp(-self._block / (LOCK_S * fs_hz))
        self._phase = 0.0
        self._weights: ComplexArray = np.zeros((harmonics, n_channels), dtype=np.complex128)
        self._error = np.zeros((self._block, n_channels))
        self._at = 0

    def push(self, raw_uv: FloatArray) -> FloatArray:
        """Return the samples without the hum, µV, shaped as `raw_uv`.

        Parameters
        ----------
        raw_uv
            ``(n_samples, n_channels)`` samples, µV, all finite; they go on where the last ones
            ended.
        """
        clean = np.empty(raw_uv.shape)
        done = 0
        while done < len(raw_uv):
            count = min(len(raw_uv) - done, self._block - self._at)
            clean[done : done + count] = self._advance(raw_uv[done : done + count])
            done += count
        return clean

    def _advance(self, raw_uv: FloatArray) -> FloatArray:
        end = self._at + len(raw_uv)
        waves = self._waves(self._at, end)
        clean: FloatArray = raw_uv - (waves.T @ self._weights).real
        self._error[self._at : end] = clean
        self._at = end
        if end == self._block:
            self._correct()
        return clean

    def _waves(self, start: int, stop: int) -> ComplexArray:
        """Return ``(harmonics, stop - start)`` unit phasors within the present block."""
        turn = 2.0 * np.pi * self.frequency_hz / self._fs_hz
        phases = self._phase + turn * np.arange(start, stop)
        waves: ComplexArray = np.exp(1j * self._orders * phases)
        return waves

    def _correct(self) -> None:
        """Move weights and frequency towards the block's error, and begin the next block."""
        error = self._error - self._error.mean(axis=0)
        seen = 2.0 / self._block * (self._waves(0, self._block).conj() @ error)
        before = self._weights[0]
        self._weights = self._weights + self._step * seen
        turned = np.vdot(before, self._weights[0])
        if abs(turned) > 0:
            drift_hz = np.angle(turned) / (2.0 * np.pi) * self._fs_hz / self._block
            moved = self.frequency_hz + FREQUENCY_GAIN * float(drift_hz)
            lowest, highest = self._nominal_hz - SEARCHED_HZ, self._nominal_hz + SEARCHED_HZ
            self._turn_block()
            self.frequency_hz = min(max(moved, lowest), highest)
        else:
            self._turn_block()
        self._at = 0

    def _turn_block(self) -> None:
        turn = 2.0 * np.pi * self.frequency_hz / self._fs_hz * self._block
        self._phase = (self._phase + turn) % (2.0 * np.pi)
