"""`SurfaceSpectrum`: the shape of the surface EMG's power spectrum, and noise that has it.

Power density of Shwedyk, Balasubramanian and Scott 1977 (IEEE Trans Biomed Eng 24:417), in the
form that Stulen and De Luca 1981 (IEEE Trans Biomed Eng 28:515) made common::

    P(f) = k fh^4 f^2 / ((f^2 + fl^2) (f^2 + fh^2)^2)

It is rational, so a filter with one zero at 0 Hz and poles at fl, fh, fh turns white noise into
exactly this spectrum. The pairs low, middle and high are engineering judgement.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import scipy  # its parts load when first named: scipy.signal takes a second

from emg_signal.chunk import FloatArray

Transfer = Callable[[FloatArray], FloatArray]
"""Amplitude response of a measuring chain over electrode frequencies in Hz."""

SHAPES = {"low": (30.0, 60.0), "middle": (60.0, 120.0), "high": (80.0, 200.0)}
"""(fl, fh) in Hz, chosen to span what faces may show (engineering judgement)."""

_N_FREQUENCIES = 1 << 14


@dataclass(frozen=True)
class SurfaceSpectrum:
    """Spectrum of one muscle as its electrodes see it.

    Parameters
    ----------
    fl_hz, fh_hz
        The two corner frequencies of the model, Hz.
    render_hz
        Rate of the samples that are made with it, Hz.
    """

    fl_hz: float
    fh_hz: float
    render_hz: float

    @cached_property
    def coefficients(self) -> tuple[FloatArray, FloatArray]:
        """Numerator and denominator of the filter that gives unit RMS from unit white noise."""
        low, high = 2 * np.pi * self.fl_hz, 2 * np.pi * self.fh_hz
        zeros, poles, _ = scipy.signal.bilinear_zpk(
            [0.0], [-low, -high, -high], 1.0, self.render_hz
        )
        b, a = scipy.signal.zpk2tf(zeros, poles, 1.0)
        _, response = scipy.signal.freqz(b, a, worN=_frequencies(self.render_hz), fs=self.render_hz)
        power = np.mean(np.abs(response) ** 2)
        return np.asarray(b / np.sqrt(power)), np.asarray(a)

    @property
    def settling_samples(self) -> int:
        """Samples after which the filter has forgotten its start (20 of its time constants)."""
        return int(20 * self.render_hz / (2 * np.pi * min(self.fl_hz, self.fh_hz)))

    def density(self, f_hz: FloatArray) -> FloatArray:
        """Return the one-sided power density, 1/Hz, of the unit-RMS noise at `f_hz`.

        Parameters
        ----------
        f_hz
            Any shape, Hz.
        """
        _, response = scipy.signal.freqz(*self.coefficients, worN=f_hz, fs=self.render_hz)
        power = np.abs(np.asarray(response)).astype(np.float64) ** 2
        density: FloatArray = 2 * power / self.render_hz
        return density

    def rms_through(self, transfer: Transfer) -> float:
        """Return the expected RMS of the unit-RMS noise behind `transfer` (dimensionless)."""
        return float(np.sqrt(_mean_through(self, transfer)))


@lru_cache(maxsize=64)  # a debrief asks for the same few muscles behind the same board
def _mean_through(spectrum: SurfaceSpectrum, transfer: Transfer) -> float:
    f_hz = _frequencies(spectrum.render_hz)
    power = spectrum.density(f_hz) * np.abs(transfer(f_hz)) ** 2
    return float(np.mean(power) * spectrum.render_hz / 2)


def _frequencies(render_hz: float) -> FloatArray:
    # Midpoints, so that the mean over them is the integral by the midpoint rule.
    step = render_hz / 2 / _N_FREQUENCIES
    midpoints: FloatArray = (np.arange(_N_FREQUENCIES, dtype=np.float64) + 0.5) * step
    return midpoints


def correlation(one: SurfaceSpectrum, other: SurfaceSpectrum) -> float:
    """Return the correlation of two noises that are shaped from the same white one."""
    f_hz = _frequencies(one.render_hz)
    _, first = scipy.signal.freqz(*one.coefficients, worN=f_hz, fs=one.render_hz)
    _, second = scipy.signal.freqz(*other.coefficients, worN=f_hz, fs=other.render_hz)
    return float(np.mean((first * np.conj(second)).real))


class ShapingFilter:
    """Turns rows of white noise into noise of one `SurfaceSpectrum`, from call to call.

    Parameters
    ----------
    spectrum
        Shape of the noise.
    n_rows
        Rows that are filtered side by side.
    """

    def __init__(self, spectrum: SurfaceSpectrum, n_rows: int) -> None:
        self._b, self._a = spectrum.coefficients
        self._state = np.zeros((n_rows, max(len(self._a), len(self._b)) - 1))

    def next(self, white: FloatArray) -> FloatArray:
        """Return the shaped ``(n_rows, n_samples)`` of the next `white` ones.

        Parameters
        ----------
        white
            ``(n_rows, n_samples)`` of white noise, unit variance.
        """
        noise, self._state = scipy.signal.lfilter(self._b, self._a, white, axis=1, zi=self._state)
        return np.asarray(noise)
