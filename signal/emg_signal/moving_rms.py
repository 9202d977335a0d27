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
"""Samples per product."""
_SHORT_WINDOW = 64
"""Longest window of which, on many channels, whole laps are taken in one product."""
_CACHED = 1 << 16
"""Numbers worked on at once: 512 KiB, half a second-level cache. All of these were measured,
benchmarks/signal_kernel.py."""


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
        self._share = 1.0 / window
        self._at = 0
        self._squares = np.zeros((window, n_channels))
        # Row j: mean square share of the last lap's samples from j on; the last row stays zero.
        self._rest = np.zeros((window + 1, n_channels))
        self._sofar = np.zeros((1, n_channels))
        # The first column carries the sum before the piece; the 1 / W of the mean is in the ones.
        ones = np.tri(min(window, _PIECE)) * self._share
        self._sum_up = np.hstack([np.ones((len(ones), 1)), ones])
        self._ones = np.tri(window if window <= _SHORT_WINDOW else 1)
        self._sum_down = np.hstack([ones.T, np.ones((len(ones), 1))])

    def push(self, samples: FloatArray) -> FloatArray:
        """Return the RMS at each sample, shaped as `samples` and in their unit.

        Parameters
        ----------
        samples
            ``(n_samples, n_channels)`` in any unit, all finite.
        """
        n = len(samples)
        if n <= _PIECE and n <= self.window - self._at:
            return self._piece(samples)
        rms = np.empty(samples.shape)
        takes_laps = self._few or self.window <= _SHORT_WINDOW
        most = self.window * max(2, _CACHED // (self.window * samples.shape[1]))
        done = 0
        while done < n:
            left = n - done
            if takes_laps and left >= 2 * self.window:
                count = min(left, most)
                self._laps(samples[done : done + count], rms[done : done + count])
            else:
                count = min(left, self.window - self._at, left if self._few else _PIECE)
                rms[done : done + count] = self._piece(samples[done : done + count])
            done += count
        return rms

    def _piece(self, samples: FloatArray) -> FloatArray:
        count = len(samples)
        at, end = self._at, self._at + count
        squares = np.multiply(samples, samples, out=self._squares[at:end])
        if count == 1:
            sums = self._sofar + squares * self._share
        elif count <= _PIECE:
            sums = self._sum_up[:count, : count + 1] @ np.concatenate((self._sofar, squares))
        else:
            sums = _accumulated(squares * self._share)
            sums += self._sofar
        rms: FloatArray = np.add(sums, self._rest[at + 1 : end + 1])
        np.sqrt(rms, out=rms)
        if end == self.window:
            self._begin_lap()
        else:
            self._at, self._sofar = end, sums[-1:]
        return rms

    def _begin_lap(self) -> None:
        self._at, self._sofar = 0, self._zero()
        if self._few:
            shares = self._squares[::-1] * self._share
            self._rest[-2::-1] = _accumulated(shares)
            return
        for end in range(self.window, 0, -_PIECE):
            start = max(0, end - _PIECE)
            below = np.concatenate((self._squares[start:end], self._rest[end : end + 1]))
            down = self._sum_down[start - end :, start - end - 1 :]
            np.matmul(down, below, out=self._rest[start:end])

    def _laps(self, samples: FloatArray, rms: FloatArray) -> None:
        """Take several laps at once; the first begins with the first of `samples`."""
        (n, n_channels), window = samples.shape, self.window
        laps, over = divmod(n, window)
        squares = np.empty(((laps + 2) * window, n_channels))
        squares[: window - self._at] = self._squares[self._at :]
        squares[window - self._at : window] = self._squares[: self._at]
        np.multiply(samples, samples, out=squares[window : window + n])
        squares[window + n :] = 0.0  # what is not known yet adds nothing to a sum from the front
        stack = squares.reshape(laps + 2, window, n_channels)
        rests, sums = self._rests(stack[:-1]), self._sums(stack[1:])
        self._squares[:] = stack[laps]
        self._squares[:over] = stack[laps + 1, :over]
        np.multiply(rests[laps], self._share, out=self._rest[:-1])
        self._at, self._sofar = over, self._zero()
        if over:
            np.multiply(sums[laps, over - 1], self._share, out=self._sofar[0])
        sums[:, :-1] += rests[:, 1:]
        np.multiply(sums.reshape(-1, n_channels)[:n], self._share, out=rms)
        np.sqrt(rms, out=rms)

    def _sums(self, stack: FloatArray) -> FloatArray:
        """Return ``(n_laps, window, n_channels)`` summed up along each lap."""
        return _accumulated(stack) if self._few else self._ones @ stack

    def _rests(self, stack: FloatArray) -> FloatArray:
        """Return it summed up from each lap's end."""
        if self._few:
            return self._sums(stack[:, ::-1])[:, ::-1]
        return self._ones.T @ stack

    def _zero(self) -> FloatArray:
        return np.zeros_like(self._sofar)

    def restart(self) -> None:
        """Forget everything."""
        self._at = 0
        self._sofar = self._zero()
        self._rest[:] = 0.0
        self._squares[:] = 0.0

    def reset(self, channels: BoolArray) -> None:
        """Forget some channels: their samples up to now are zero.

        Parameters
        ----------
        channels
            ``(n_channels,)``; True for those to forget.
        """
        self._sofar = np.where(channels, 0.0, self._sofar)
        self._rest[:, channels] = 0.0
        self._squares[:, channels] = 0.0

    def take(self, channels: IndexArray) -> MovingRms:
        """Return a copy for some channels alone, in their present state.

        Parameters
        ----------
        channels
            ``(n_taken,)`` numbers of the channels, from 0.
        """
        taken = MovingRms(self.window, len(channels))
        taken._at = self._at
        taken._squares = self._squares[:, channels]
        taken._rest = self._rest[:, channels]
        taken._sofar = self._sofar[:, channels]
        return taken

    def put(self, channels: IndexArray, taken: MovingRms) -> None:
        """Put back what `take` gave, after as many samples have gone through both.

        The laps of the two may have come apart, since they depend on how samples were cut.

        Parameters
        ----------
        channels
            ``(n_taken,)`` numbers that `take` was given.
        taken
            What it returned.
        """
        squares = np.roll(taken._squares, self._at - taken._at, axis=0)
        self._squares[:, channels] = squares
        shares = squares * self._share
        rest = np.add.accumulate(shares[self._at :][::-1], axis=0)
        self._rest[self._at : -1, channels] = rest[::-1]
        self._sofar = self._sofar.copy()
        self._sofar[:, channels] = shares[: self._at].sum(axis=0)


def _accumulated(stack: FloatArray) -> FloatArray:
    """Return ``(..., n_samples, n_channels)`` summed up along the samples.

    Two channels are added as one complex number, which is the same sums in half the steps.
    """
    if stack.shape[-1] % 2 or stack.strides[-1] != stack.itemsize:
        return np.add.accumulate(stack, axis=-2)
    both = np.add.accumulate(stack.view(np.complex128), axis=-2)
    return both.view(np.float64)
