"""The streaming kernel: band-pass, notch and moving RMS of a block of samples.

`Kernel` is the one signature; a compiled kernel may take `BlockKernel`'s place later.

`BlockKernel` runs the cascade as one linear map per block: with the cascade's states ``z``, the
offset ``o`` and the block's samples ``x``, ``[z'; o; y] = M [z; o; x]``. The columns of M are
scipy's own answers to unit states and unit samples, so the result is the cascade's but for
rounding (at most 1e-9 µV, docs/performance.md), and the states are scipy's, so that `sosfilt`
can take over where it is faster. A product costs one call where `sosfilt` costs some thirty.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Protocol

import numpy as np
import scipy

from emg_signal.chunk import BoolArray, FloatArray, IndexArray
from emg_signal.moving_rms import MovingRms

_FEW_CHANNELS = 8
_LONG_BLOCKS = (128, 64)
_BLOCK = 32
"""Blocks of any length up to the last, and with few channels (where the number of calls counts
more than the multiplications) of these longer ones; no others, so that the maps stay small."""
_SOSFILT_CHANNELS, _SOSFILT_SAMPLES = 8, 2048
"""At most so many channels and at least so many samples are left to scipy's `sosfilt`, uncut:
it hands back an array of its own, and copying parts of it together costs more than the cache
saves."""
_CACHED = 1 << 15
"""Numbers that go through filter and RMS at once in long pushes: 256 KiB, so that the second
finds in the cache what the first wrote. All of these were measured, benchmarks/signal_kernel.py."""


class Kernel(Protocol):
    """What turns raw samples into filtered samples and their moving RMS.

    Sample-major: ``(n_samples, n_channels)`` float64, as samples come off the wire. The input
    is finite; the outputs are the caller's own, never written again.
    """

    def restart(self, raw_uv: FloatArray) -> None:
        """Forget everything and start as if at `raw_uv` for ever.

        Parameters
        ----------
        raw_uv
            ``(n_channels,)`` raw sample of each channel, µV.
        """
        ...

    def push(
        self, raw_uv: FloatArray, restarts: BoolArray | None = None
    ) -> tuple[FloatArray, FloatArray]:
        """Return filtered samples and their RMS, µV, each shaped as `raw_uv`.

        A channel starts anew, as if at that sample's value for ever, where `restarts` (shaped
        as `raw_uv`) is True; all other channels stay bit for bit what they would have been.

        Parameters
        ----------
        raw_uv
            ``(n_samples, n_channels)`` raw samples, µV, all finite.
        restarts
            Shaped as `raw_uv`; True where a channel starts anew. None for nowhere.
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
        # scipy's two states per section, and in the last row the offset that is taken off.
        self._n_states = 2 * len(self._sos) + 1
        self._state = np.zeros((self._n_states, n_channels))
        self._rms = MovingRms(window, n_channels)
        self._blocks = (*(_LONG_BLOCKS if n_channels <= _FEW_CHANNELS else ()), _BLOCK)
        self._maps: dict[int, FloatArray] = {}

    def restart(self, raw_uv: FloatArray) -> None:
        """Forget everything and start as if at `raw_uv` for ever.

        Parameters
        ----------
        raw_uv
            ``(n_channels,)`` raw sample of each channel, µV.
        """
        self._state = np.zeros_like(self._state)
        self._state[-1] = raw_uv
        self._rms.restart()

    def push(
        self, raw_uv: FloatArray, restarts: BoolArray | None = None
    ) -> tuple[FloatArray, FloatArray]:
        """Return filtered samples and their RMS, µV; see `Kernel.push`.

        Parameters
        ----------
        raw_uv, restarts
            As for `Kernel.push`: ``(n_samples, n_channels)``, µV, and a mask of that shape.
        """
        if restarts is not None and restarts.any():
            return self._push_restarting(raw_uv, restarts)
        n, n_channels = raw_uv.shape
        whole = n <= 2 * _BLOCK or n_channels <= _SOSFILT_CHANNELS or n * n_channels <= _CACHED
        if whole:
            filtered = self.filter(raw_uv)
            return filtered, self._rms.push(filtered)
        filtered, rms = np.empty((n, n_channels)), np.empty((n, n_channels))
        step = max(_BLOCK, _CACHED // n_channels)
        for start in range(0, n, step):
            part = slice(start, start + step)
            filtered[part] = self.filter(raw_uv[part])
            rms[part] = self._rms.push(filtered[part])
        return filtered, rms

    def filter(self, raw_uv: FloatArray) -> FloatArray:
        """Return filtered samples alone, µV, shaped as `raw_uv`; the RMS learns nothing of them.

        Parameters
        ----------
        raw_uv
            ``(n_samples, n_channels)`` raw samples, µV, all finite.
        """
        n, n_channels = raw_uv.shape
        if n <= _BLOCK:
            return self._filter_block(raw_uv)
        if n >= _SOSFILT_SAMPLES and n_channels <= _SOSFILT_CHANNELS:
            return self._filter_by_scipy(raw_uv)
        filtered = np.empty((n, n_channels))
        done = 0
        while done < n:
            left = n - done
            size = next((size for size in self._blocks if size <= left), left)
            filtered[done : done + size] = self._filter_block(raw_uv[done : done + size])
            done += size
        return filtered

    def _filter_block(self, raw_uv: FloatArray) -> FloatArray:
        n = len(raw_uv)
        # One matrix takes state and samples to samples and state: a product in place of a loop.
        block_map = self._maps.get(n)
        if block_map is None:
            block_map = self._maps[n] = block_map_of(self._sos, n)
        both = block_map @ np.concatenate((self._state, raw_uv))
        self._state = both[: self._n_states]
        return both[self._n_states :]

    def _filter_by_scipy(self, raw_uv: FloatArray) -> FloatArray:
        offset, state = self._state[-1:], self._state[:-1].reshape(len(self._sos), 2, -1)
        filtered, state = scipy.signal.sosfilt(self._sos, raw_uv - offset, axis=0, zi=state)
        self._state = np.concatenate((state.reshape(self._n_states - 1, -1), offset))
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
        self._rms.put(channels, apart._rms)
        return filtered, rms

    def _apart(self, channels: IndexArray) -> BlockKernel:
        """Return a kernel of some channels alone, in their present state."""
        apart = BlockKernel(self._sos, len(channels), self._window)
        apart._state = self._state[:, channels]
        apart._rms = self._rms.take(channels)
        return apart

    def _reset(self, channels: BoolArray, raw_uv: FloatArray) -> None:
        self._state = np.where(channels, 0.0, self._state)
        self._state[-1] = np.where(channels, raw_uv, self._state[-1])
        self._rms.reset(channels)


def block_map_of(sos: FloatArray, n_samples: int) -> FloatArray:
    """Return the map from ``[states; offset; samples]`` to ``[states; offset; filtered]``.

    Parameters
    ----------
    sos
        ``(n_sections, 6)`` second-order sections.
    n_samples
        Length of the block.

    Returns
    -------
    numpy.ndarray
        Square, ``2 * n_sections + 1 + n_samples`` a side.
    """
    n_states = 2 * len(sos)
    unit_samples = np.eye(n_samples, n_states + n_samples, n_states)
    unit_states = np.eye(n_states, n_states + n_samples).reshape(len(sos), 2, -1)
    filtered, states = scipy.signal.sosfilt(sos, unit_samples, axis=0, zi=unit_states)
    of_samples = np.concatenate((states.reshape(n_states, -1), filtered))
    of_offset = -of_samples[:, n_states:].sum(axis=1)
    block_map = np.insert(of_samples, n_states, of_offset, axis=1)
    return np.insert(block_map, n_states, np.eye(1, block_map.shape[1], n_states), axis=0)
