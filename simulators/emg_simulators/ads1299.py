"""`Ads1299Converter`: from electrode voltage to the counts that a Cyton's chip delivers.

The ADS1299 is a delta-sigma converter: a third-order sinc filter decimates its 1.024 MHz
modulator to the data rate (datasheet SBAS499, "Digital Decimation Filter"). Here the same filter
decimates the rendering rate, so a board at 250 Hz loses everything above its 65 Hz as the real
one does, instead of aliasing it or pretending a brick wall.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import numpy.typing as npt

from emg_signal.chunk import FloatArray
from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_simulators.source import ElectrodeSource

CountArray = npt.NDArray[np.int32]

REFERENCE_UV = 4.5e6
"""Reference voltage of the Cyton, µV (S80)."""
MAX_COUNT = 2**23 - 1
MIN_COUNT = -(2**23)
GAINS = (1, 2, 4, 6, 8, 12, 24)
"""Gains that the chip has (datasheet SBAS499, CHnSET)."""

LEAD_OFF_AMPERE = 6e-9
"""Peak of the chip's lead-off current (datasheet SBAS499, LOFF register, ILEAD_OFF = 00)."""
LEAD_OFF_HZ = 31.25
"""So often it alternates, whatever the data rate: the chip's clock of 2.048 MHz over 2^16
(datasheet SBAS499, LOFF register, FLEAD_OFF = 10)."""
SERIES_OHM = 2200.0
"""Protection resistor of each Cyton input, in series with the electrode (BrainFlow and the
OpenBCI GUI subtract it)."""


class ChannelInput(StrEnum):
    """What the chip's multiplexer connects to a channel."""

    NORMAL = "normal"
    SHORTED = "shorted"
    OFF = "off"


def uv_per_count(gain: float) -> float:
    """Return µV per count at `gain`; 0.022351744455307063 at 24 (S80)."""
    return REFERENCE_UV / MAX_COUNT / gain


def sinc3_taps(oversampling: int) -> FloatArray:
    """Return the impulse response, ``(3 * oversampling - 2,)``, of the sinc3; its sum is 1."""
    box = np.full(oversampling, 1.0 / oversampling)
    return np.convolve(np.convolve(box, box), box)


def sinc3_response(f_hz: npt.ArrayLike, fs_hz: float, render_hz: float) -> FloatArray:
    """Return the amplitude response of the sinc3 at electrode frequencies `f_hz`.

    Parameters
    ----------
    f_hz
        Frequencies at the electrode, Hz, 0 to half of `render_hz`.
    fs_hz, render_hz
        Data rate and rendering rate, Hz.
    """
    oversampling = round(render_hz / fs_hz)
    half_angle = np.pi * np.asarray(f_hz, dtype=np.float64) / render_hz
    bottom = oversampling * np.sin(half_angle)
    ratio = np.ones_like(bottom)
    np.divide(np.sin(oversampling * half_angle), bottom, out=ratio, where=bottom != 0)
    return np.asarray(np.abs(ratio) ** 3)


class Ads1299Converter:
    """Decimates a source through a sinc3 and quantises it to 24-bit counts.

    Output sample ``k`` is ``sum(taps * x[k*R : k*R + 3*R - 2])`` of the rendered samples ``x``
    with ``R`` the oversampling: the "valid" part of a convolution, taken every ``R`` samples.
    The filter is therefore settled at the first sample, as the chip's is when it first reports
    ready, and sample ``k`` describes the electrode at ``k / fs + (3*R - 3) / 2 / render_hz``.

    Parameters
    ----------
    source
        Voltage at the electrodes; its rate must be a whole multiple of `fs_hz`.
    fs_hz
        Data rate, Hz.
    gain
        Gain of all channels at first.

    Raises
    ------
    ConfigError
        A rate that is no whole multiple, or a gain that the chip does not have.
    """

    def __init__(self, source: ElectrodeSource, *, fs_hz: float, gain: int = 24) -> None:
        oversampling = round(source.fs_hz / fs_hz)
        if oversampling < 2 or abs(source.fs_hz / fs_hz - oversampling) > 1e-9:
            raise ConfigError(
                say(
                    "The source renders at {fs_hz:g} Hz, which is no multiple of {board_hz:g} Hz.",
                    fs_hz=source.fs_hz,
                    board_hz=fs_hz,
                ),
                say("Use emg_simulators.source.rendering_rate_hz."),
            )
        self.source = source
        self.fs_hz = fs_hz
        self.oversampling = oversampling
        self._taps = sinc3_taps(oversampling)
        self._history: FloatArray | None = None
        n = source.n_channels
        self._gain = np.full(n, 24.0)
        self._input = [ChannelInput.NORMAL] * n
        self._lead_off_uv = np.zeros(n)
        self._n_read = 0
        for channel in range(n):
            self.set_gain(channel, gain)

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return self.source.n_channels

    @property
    def n_read(self) -> int:
        """Samples delivered so far; the index of the next one."""
        return self._n_read

    def gain(self, channel: int) -> float:
        """Return the gain of `channel`, counted from 0."""
        return float(self._gain[channel])

    def set_gain(self, channel: int, gain: int) -> None:
        """Set the gain of `channel` (from 0); raises `ConfigError` for one the chip lacks."""
        if gain not in GAINS:
            raise ConfigError(
                say("The ADS1299 has no gain {gain}.", gain=gain),
                say("It has {gains}.", gains=GAINS),
            )
        self._gain[channel] = gain

    def set_input(self, channel: int, connection: ChannelInput) -> None:
        """Connect `channel` (from 0) to its electrodes, short its inputs, or switch it off."""
        self._input[channel] = connection

    def set_lead_off(self, channel: int, impedance_ohm: float | None) -> None:
        """Drive the lead-off current through `impedance_ohm` Ohm on `channel`; None stops it."""
        ampere = 0.0 if impedance_ohm is None else LEAD_OFF_AMPERE * (impedance_ohm + SERIES_OHM)
        self._lead_off_uv[channel] = ampere * 1e6

    def read_uv(self, n_samples: int) -> FloatArray:
        """Return the next `n_samples` before quantising, ``(n_channels, n_samples)`` µV."""
        filtered = self._decimate(n_samples)
        index = np.arange(self._n_read, self._n_read + n_samples)
        carrier = np.sin(2 * np.pi * np.mod(index * LEAD_OFF_HZ / self.fs_hz, 1.0))
        filtered += self._lead_off_uv[:, None] * carrier
        for channel, connection in enumerate(self._input):
            if connection is not ChannelInput.NORMAL:
                filtered[channel] = 0.0
        self._n_read += n_samples
        return filtered

    def read_counts(self, n_samples: int) -> CountArray:
        """Return the next `n_samples` as int32 counts, ``(n_channels, n_samples)``, saturated."""
        scale = REFERENCE_UV / MAX_COUNT / self._gain[:, None]
        counts = np.rint(self.read_uv(n_samples) / scale)
        return np.clip(counts, MIN_COUNT, MAX_COUNT).astype(np.int32)

    def _decimate(self, n_samples: int) -> FloatArray:
        ratio, taps = self.oversampling, self._taps
        if self._history is None:
            self._history = self.source.render(len(taps) - ratio)
        window = np.concatenate([self._history, self.source.render(n_samples * ratio)], axis=1)
        self._history = window[:, n_samples * ratio :].copy()
        # Tap by tap and not as a matrix product: the order of the sums must not depend on how
        # many samples are asked for at once, nor on the threads of a BLAS.
        filtered = np.zeros((self.n_channels, n_samples))
        for lag, weight in enumerate(taps):
            filtered += weight * window[:, lag : lag + n_samples * ratio : ratio]
        return filtered
