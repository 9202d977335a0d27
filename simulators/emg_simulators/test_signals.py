"""Signals with an answer known beforehand, for tests and for trying out a board."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from emg_signal.chunk import FloatArray
from emg_simulators.ads1299 import GAINS, ChannelInput


class SineSource:
    """The same sine at every electrode, twice as large on each channel as on the one before.

    Parameters
    ----------
    n_channels
        Number of channels.
    fs_hz
        Rendering rate, Hz.
    amplitude_uv
        Peak on the first channel, µV.
    f_hz
        Frequency, Hz.
    """

    def __init__(
        self, n_channels: int, fs_hz: float, *, amplitude_uv: float = 10.0, f_hz: float = 20.0
    ) -> None:
        self._gains = amplitude_uv * 2.0 ** np.arange(n_channels)
        self._fs_hz = fs_hz
        self._f_hz = f_hz
        self._next = 0

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return len(self._gains)

    @property
    def fs_hz(self) -> float:
        """Rendering rate, Hz."""
        return self._fs_hz

    def render(self, n_samples: int) -> FloatArray:
        """Return the next `n_samples` as ``(n_channels, n_samples)`` float64, µV."""
        index = np.arange(self._next, self._next + n_samples)
        self._next += n_samples
        wave = np.sin(2 * np.pi * self._f_hz / self._fs_hz * index)
        return np.asarray(self._gains[:, None] * wave, dtype=np.float64)


class IndexCounts:
    """Writes the number of each sample into it, so that a test finds every one again.

    Channel ``c`` of sample ``k`` holds ``(k * 16 + c) mod 2**23`` counts.

    Parameters
    ----------
    n_channels
        Number of channels.
    """

    def __init__(self, n_channels: int) -> None:
        self._n_channels = n_channels
        self._next = 0
        self._gain = 24.0

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return self._n_channels

    def read_counts(self, n_samples: int) -> npt.NDArray[np.int32]:
        """Return the next `n_samples` as ``(n_channels, n_samples)`` counts."""
        index = np.arange(self._next, self._next + n_samples, dtype=np.int64)
        self._next += n_samples
        counts = index[None, :] * 16 + np.arange(self._n_channels)[:, None]
        return (counts % 2**23).astype(np.int32)

    def gain(self, channel: int) -> float:
        """Return the gain of `channel`; all share one here."""
        return self._gain

    def set_gain(self, channel: int, gain: int) -> None:
        """Take a gain of the chip; raises `ValueError` for another."""
        if gain not in GAINS:
            raise ValueError(f"no gain {gain}")
        self._gain = float(gain)

    def set_input(self, channel: int, connection: ChannelInput) -> None:
        """Do nothing: the numbers are there whatever is connected."""

    def set_lead_off(self, channel: int, impedance_ohm: float | None) -> None:
        """Do nothing: there is no electrode, of `impedance_ohm` Ohm or any."""
