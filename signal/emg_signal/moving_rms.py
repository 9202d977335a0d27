"""`MovingRms`: the root mean square of the last W samples, at every sample, exact for ever.

The window's sum is taken as *the rest of the last lap* plus *this lap so far*, a lap being W
samples. Both are sums of squares alone, so nothing is ever subtracted: a running sum that takes
old squares away keeps 2.8e-4 of an artefact for ever (docs/performance.md), this one keeps
nothing, and its relative error is at most that of adding W numbers. Each lap begins a new sum.

Prefix sums are taken as a product with a triangle of ones: NumPy's `accumulate` walks each
channel through memory with a stride and is several times slower on many channels.
"""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import BoolArray, FloatArray, IndexArray

_FEW_CHANNELS = 8
"""Up to so many channels the stride hurts less than the triangle's needless multiplications."""
_PIECE = 32
"""Samples per product. All of these were measured, benchmarks/signal_kernel.py."""


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
        self._few = n_channels <= _FEW_CHANNELS
        self._at = 0
        self._squares = np.zeros((window, n_channels))
        # Row j: mean square share of the last lap's samples from j on; the last row stays zero.
        self._rest = np.zeros((window + 1, n_channels))
        self._sofar = np.zeros((1, n_channels))
        # The first column carries the sum before the piece; the 1 / W of the mean is in the ones.
        ones = np.tri(min(window, _PIECE)) / window
        self._sum_up = np.hstack([np.ones((len(ones), 1)), ones])
        self._sum_down = np.hstack([ones.T, np.ones((len(ones), 1))])

    def push(self, samples: FloatArray) -> FloatArray:
        """Return the RMS at each sample, ``(n_samples, n_channels)``, in the samples' unit."""
        n = len(samples)
        if n <= _PIECE and n <= self.window - self._at:
            return self._piece(samples)
        rms = np.empty(samples.shape)
        done = 0
        while done < n:
            if self._few and self._at == 0 and n - done >= self.window:
                count = n - done - (n - done) % self.window
                self._laps(samples[done : done + count], rms[done : done + count])
            else:
                most = n if self._few else _PIECE
                count = min(n - done, self.window - self._at, most)
                rms[done : done + count] = self._piece(samples[done : done + count])
            done += count
        return rms

    def _piece(self, samples: FloatArray) -> FloatArray:
        count = len(samples)
        at, end = self._at, self._at + count
        squares = np.multiply(samples, samples, out=self._squares[at:end])
        if count <= _PIECE:
            sums = self._sum_up[:count, : count + 1] @ np.concatenate((self._sofar, squares))
        else:
            sums = np.add.accumulate(squares / self.window, axis=0)
            sums += self._sofar
        rms: FloatArray = np.add(sums, self._rest[at + 1 : end + 1])
        np.sqrt(rms, out=rms)
        if end == self.window:
            self._begin_lap()
        else:
            self._at, self._sofar = end, sums[-1:]
        return rms

    def _begin_lap(self) -> None:
        self._at, self._sofar = 0, np.zeros_like(self._sofar)
        if self._few:
            shares = self._squares[::-1] / self.window
            self._rest[-2::-1] = np.add.accumulate(shares, axis=0)
            return
        for end in range(self.window, 0, -_PIECE):
            start = max(0, end - _PIECE)
            below = np.concatenate((self._squares[start:end], self._rest[end : end + 1]))
            down = self._sum_down[start - end :, start - end - 1 :]
            np.matmul(down, below, out=self._rest[start:end])

    def _laps(self, samples: FloatArray, rms: FloatArray) -> None:
        """Take whole laps of few channels at once."""
        shares = np.square(samples).reshape(-1, self.window, samples.shape[1])
        self._squares[:] = shares[-1]
        shares /= self.window
        sums = rms.reshape(shares.shape)
        np.add.accumulate(shares, axis=1, out=sums)
        rests = np.add.accumulate(shares[:, ::-1], axis=1)[:, ::-1]
        sums[0] += self._rest[1:]
        sums[1:, :-1] += rests[:-1, 1:]
        np.sqrt(sums, out=sums)
        self._rest[:-1] = rests[-1]

    def restart(self) -> None:
        """Forget everything."""
        self._at = 0
        self._sofar = np.zeros_like(self._sofar)
        self._rest[:] = 0.0
        self._squares[:] = 0.0

    def reset(self, channels: BoolArray) -> None:
        """Forget the channels marked in ``(n_channels,)``: their samples up to now are zero."""
        self._sofar = np.where(channels, 0.0, self._sofar)
        self._rest[:, channels] = 0.0
        self._squares[:, channels] = 0.0

    def take(self, channels: IndexArray) -> MovingRms:
        """Return a copy for some channels alone, in their present state."""
        taken = MovingRms(self.window, len(channels))
        taken._at = self._at
        taken._squares = self._squares[:, channels]
        taken._rest = self._rest[:, channels]
        taken._sofar = self._sofar[:, channels]
        return taken

    def put(self, channels: IndexArray, taken: MovingRms) -> None:
        """Put back what `take` gave, after as many samples have gone through both."""
        self._squares[:, channels] = taken._squares
        self._rest[:, channels] = taken._rest
        self._sofar = self._sofar.copy()
        self._sofar[:, channels] = taken._sofar
