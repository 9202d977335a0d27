"""The streaming kernel: band-pass, notch and moving RMS of a block of samples.

`Kernel` is the one signature; a compiled kernel may take `BlockKernel`'s place later.

`BlockKernel` runs the cascade as one linear map per block: with the cascade's states ``z`` above
the block's samples ``x``, ``[z'; y] = M [z; x]``. The columns of M are scipy's own answers to
unit states and unit samples, so the result is the cascade's but for rounding (at most 1e-9 µV,
docs/performance.md), and the states are scipy's, so that `sosfilt` can take over where it is
faster. A product costs one call where `sosfilt` costs some thirty.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Protocol

import numpy as np
from scipy import signal

from emg_signal.chunk import BoolArray, FloatArray, IndexArray
from emg_signal.moving_rms import MovingRms

_FEW_CHANNELS = 8
_BLOCK_OF_FEW, _BLOCK_OF_MANY = 64, 32
"""Most samples per product: with few channels calls count, with many multiplications do."""
_SOSFILT_CHANNELS, _SOSFILT_SAMPLES = 2, 1024
"""At most so many channels and at least so many samples are left to scipy's `sosfilt`. All of
these were measured, benchmarks/signal_kernel.py."""


class Kernel(Protocol):
    """What turns raw samples into filtered samples and their moving RMS.

    Sample-major: ``(n_samples, n_channels)`` float64, as samples come off the wire. The input
    is finite; the outputs are the caller's own, never written again.
    """

    def restart(self, raw_uv: FloatArray) -> None:
        """Forget everything and start as if at ``(n_channels,)`` `raw_uv` for ever."""
        ...

    def push(
        self, raw_uv: FloatArray, restarts: BoolArray | None = None
    ) -> tuple[FloatArray, FloatArray]:
        """Return filtered samples and their RMS, µV, each shaped as `raw_uv`.

        A channel starts anew, as if at that sample's value for ever, where `restarts` (shaped
        as `raw_uv`) is True; all other channels stay bit for bit what they would have been.
        """
        ...


class BlockKernel:
    """The kernel in NumPy: block state space, and `sosfilt` where that is faster.

    Parameters
    ----------
    sos
        ``(n_sections, 6)`` second-order sections in scipy's order, without gain at 0 Hz: a
        channel's first sample is taken off all that follow, which then changes nothing but
        the rounding (an electrode's offset is a thousand times the EMG).
    n_channels
        Number of channels.
    window
        Samples in the RMS window.
    """

    def __init__(self, sos: FloatArray, n_channels: int, window: int) -> None:
        self._sos = np.array(sos)  # scipy 1.17 refuses read-only sections
        self._window = window
        self._n_states = 2 * len(self._sos)
        self._state = np.zeros((self._n_states, n_channels))
        self._offset = np.zeros(n_channels)
        self._rms = MovingRms(window, n_channels)
        self._block = _BLOCK_OF_FEW if n_channels <= _FEW_CHANNELS else _BLOCK_OF_MANY
        self._maps: dict[int, FloatArray] = {}

    def restart(self, raw_uv: FloatArray) -> None:
        """Forget everything and start as if at ``(n_channels,)`` `raw_uv` for ever."""
        self._state = np.zeros_like(self._state)
        self._offset = np.array(raw_uv, dtype=float)
        self._rms.restart()

    def push(
        self, raw_uv: FloatArray, restarts: BoolArray | None = None
    ) -> tuple[FloatArray, FloatArray]:
        """Return filtered samples and their RMS, µV; see `Kernel.push`."""
        if restarts is not None and restarts.any():
            return self._push_restarting(raw_uv, restarts)
        filtered = self.filter(raw_uv)
        return filtered, self._rms.push(filtered)

    def filter(self, raw_uv: FloatArray) -> FloatArray:
        """Return filtered samples alone, µV, ``(n_samples, n_channels)``."""
        n, n_channels = raw_uv.shape
        if n <= self._block:
            return self._filter_block(raw_uv)
        if n >= _SOSFILT_SAMPLES and n_channels <= _SOSFILT_CHANNELS:
            return self._filter_by_scipy(raw_uv)
        filtered = np.empty((n, n_channels))
        for start in range(0, n, self._block):
            part = raw_uv[start : start + self._block]
            filtered[start : start + len(part)] = self._filter_block(part)
        return filtered

    def _filter_block(self, raw_uv: FloatArray) -> FloatArray:
        n, n_channels = raw_uv.shape
        block_map = self._maps.get(n)
        if block_map is None:
            block_map = self._maps[n] = block_map_of(self._sos, n)
        both = np.empty((self._n_states + n, n_channels))
        both[: self._n_states] = self._state
        np.subtract(raw_uv, self._offset, out=both[self._n_states :])
        both = block_map @ both
        self._state = both[: self._n_states]
        return both[self._n_states :]

    def _filter_by_scipy(self, raw_uv: FloatArray) -> FloatArray:
        state = self._state.reshape(len(self._sos), 2, -1)
        filtered, state = signal.sosfilt(self._sos, raw_uv - self._offset, axis=0, zi=state)
        self._state = state.reshape(self._n_states, -1)
        return filtered

    def _push_restarting(
        self, raw_uv: FloatArray, restarts: BoolArray
    ) -> tuple[FloatArray, FloatArray]:
        """Run all channels uncut, and those that start anew a second time, cut where they do.

        Cutting all of them would change the others' rounding.
        """
        channels = np.flatnonzero(restarts.any(axis=0))
        apart = self._apart(channels)
        filtered, rms = self.push(raw_uv)
        cuts = [0, *np.flatnonzero(restarts.any(axis=1)).tolist(), len(raw_uv)]
        for start, stop in pairwise(cuts):
            part = raw_uv[start:stop, channels]
            if len(part):
                apart._reset(restarts[start, channels], part[0])
                filtered[start:stop, channels], rms[start:stop, channels] = apart.push(part)
        self._state[:, channels] = apart._state
        self._offset[channels] = apart._offset
        self._rms.put(channels, apart._rms)
        return filtered, rms

    def _apart(self, channels: IndexArray) -> BlockKernel:
        """Return a kernel of some channels alone, in their present state."""
        apart = BlockKernel(self._sos, len(channels), self._window)
        apart._state = self._state[:, channels]
        apart._offset = self._offset[channels]
        apart._rms = self._rms.take(channels)
        return apart

    def _reset(self, channels: BoolArray, raw_uv: FloatArray) -> None:
        self._state = np.where(channels, 0.0, self._state)
        self._offset = np.where(channels, raw_uv, self._offset)
        self._rms.reset(channels)


def block_map_of(sos: FloatArray, n_samples: int) -> FloatArray:
    """Return the map from ``[states; samples]`` to ``[states; filtered]`` of one block.

    Parameters
    ----------
    sos
        ``(n_sections, 6)`` second-order sections.
    n_samples
        Length of the block.

    Returns
    -------
    numpy.ndarray
        Square, ``2 * n_sections + n_samples`` a side.
    """
    n_states = 2 * len(sos)
    unit_samples = np.eye(n_samples, n_states + n_samples, n_states)
    unit_states = np.eye(n_states, n_states + n_samples).reshape(len(sos), 2, -1)
    filtered, states = signal.sosfilt(sos, unit_samples, axis=0, zi=unit_states)
    return np.concatenate((states.reshape(n_states, -1), filtered))
