"""The streaming kernel: band-pass, notch and moving RMS of a block of samples.

`Kernel` is the one signature; a compiled kernel may take its place later.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from scipy import signal

from emg_signal.chunk import BoolArray, FloatArray
from emg_signal.moving_rms import MovingRms


class Kernel(Protocol):
    """What turns raw samples into filtered samples and their moving RMS.

    Sample-major: ``(n_samples, n_channels)`` float64, as samples come off the wire. The input
    is finite; the outputs are the caller's own, never written again.
    """

    def push(self, raw_uv: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return filtered samples and their RMS, µV, each shaped as `raw_uv`."""
        ...

    def restart(self, raw_uv: FloatArray) -> None:
        """Forget everything and start as if at ``(n_channels,)`` `raw_uv` for ever."""
        ...

    def reset(self, channels: BoolArray, raw_uv: FloatArray) -> None:
        """Do so for the channels marked in ``(n_channels,)`` alone."""
        ...


class SosKernel:
    """scipy's `sosfilt` and `MovingRms`.

    Parameters
    ----------
    sos
        ``(n_sections, 6)`` second-order sections.
    n_channels
        Number of channels.
    window
        Samples in the RMS window.
    """

    def __init__(self, sos: FloatArray, n_channels: int, window: int) -> None:
        self._sos = np.array(sos)  # scipy 1.17 refuses read-only sections
        self._rest_state = signal.sosfilt_zi(self._sos)
        self._state = np.zeros((len(self._sos), 2, n_channels))
        self._rms = MovingRms(window, n_channels)

    def push(self, raw_uv: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return filtered samples and their RMS, µV, each ``(n_samples, n_channels)``."""
        filtered, self._state = signal.sosfilt(self._sos, raw_uv, axis=0, zi=self._state)
        return filtered, self._rms.push(filtered)

    def restart(self, raw_uv: FloatArray) -> None:
        """Forget everything and start as if at ``(n_channels,)`` `raw_uv` for ever."""
        self._state = self._rest_state[:, :, None] * raw_uv
        self._rms.restart()

    def reset(self, channels: BoolArray, raw_uv: FloatArray) -> None:
        """Do so for the channels marked in ``(n_channels,)`` alone."""
        self._state[:, :, channels] = self._rest_state[:, :, None] * raw_uv[channels]
        self._rms.reset(channels)
