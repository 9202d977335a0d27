"""`MovingRms`: the root mean square of the last W samples, at every sample, exact for ever.

The window's sum is taken as *the rest of the last lap* plus *this lap so far*, a lap being W
samples. Both are sums of squares alone, so nothing is ever subtracted: a running sum that takes
old squares away keeps 2.8e-4 of an artefact for ever (docs/performance.md), this one keeps
nothing, and its relative error is at most that of adding W numbers. Each lap begins a new sum.
"""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import BoolArray, FloatArray


class MovingRms:
    """Causal moving RMS of ``(n_samples, n_channels)`` float64, sample by sample.

    Parameters
    ----------
    window
        Samples in the window, at least 1. Samples before the first count as zero.
    n_channels
        Number of channels.
    """

    def __init__(self, window: int, n_channels: int) -> None:
        if window < 1 or n_channels < 1:
            raise ValueError(f"window={window}, n_channels={n_channels}")
        self.window = window
        self._at = 0
        # Row j of `_rest`: the last lap's squares from j on; row j of `_sofar`: this lap's up to j.
        self._rest = np.zeros((window + 1, n_channels))
        self._sofar = np.zeros((window + 1, n_channels))
        self._squares = np.zeros((window, n_channels))

    def push(self, samples: FloatArray) -> FloatArray:
        """Return the RMS at each sample, ``(n_samples, n_channels)``, in the samples' unit."""
        rms = np.empty(samples.shape)
        done = 0
        while done < len(samples):
            count = min(len(samples) - done, self.window - self._at)
            self._advance(samples[done : done + count], rms[done : done + count])
            done += count
        return rms

    def _advance(self, samples: FloatArray, rms: FloatArray) -> None:
        at, end = self._at, self._at + len(samples)
        np.multiply(samples, samples, out=self._squares[at:end])
        sums = self._sofar[at : end + 1]
        sums[1:] = self._squares[at:end]
        np.add.accumulate(sums, axis=0, out=sums)
        np.add(sums[1:], self._rest[at + 1 : end + 1], out=rms)
        rms *= 1.0 / self.window
        np.sqrt(rms, out=rms)
        self._at = end
        if end == self.window:
            self._begin_lap()

    def _begin_lap(self) -> None:
        np.add.accumulate(self._squares[::-1], axis=0, out=self._rest[-2::-1])
        self._at = 0

    def restart(self) -> None:
        """Forget everything."""
        self._at = 0
        for array in (self._rest, self._sofar, self._squares):
            array[:] = 0.0

    def reset(self, channels: BoolArray) -> None:
        """Forget the channels marked in ``(n_channels,)``: their samples up to now are zero."""
        for array in (self._rest, self._sofar, self._squares):
            array[:, channels] = 0.0
