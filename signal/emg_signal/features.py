"""Features of filtered EMG: amplitude, length, spectrum and fatigue, each defined and sourced.

All take samples along the last axis and answer with that axis gone. None knows a clock or a
filter: what they measure is true for the band that the samples went through, and is to be
labelled with it.

Sources: Phinyomark, Phukpattaraburi and Limsakul 2012 (Expert Systems with Applications 39:7420)
for the definitions in common use; ISEK standards for reporting EMG data (Merletti 1999) for the
average rectified value and the names of the units; De Luca 1997 (J. Applied Biomechanics 13:135)
for median frequency as the measure of fatigue.
"""

from __future__ import annotations

import numpy as np
from scipy import integrate

from emg_signal.chunk import FloatArray
from emg_signal.errors import FilterDesignError

FATIGUE_EPOCH_S = 1.0
"""Epoch of each median frequency: quasi-stationary for 0.5-1.0 s (CEDE matrix)."""


def root_mean_square(filtered_uv: FloatArray) -> FloatArray:
    """Return the root mean square, µV: ``sqrt(mean(x**2))``."""
    return np.asarray(np.sqrt(np.mean(np.square(filtered_uv), axis=-1)))


def average_rectified_value(filtered_uv: FloatArray) -> FloatArray:
    """Return the average rectified value, µV: ``mean(|x|)`` (also mean absolute value)."""
    return np.asarray(np.mean(np.abs(filtered_uv), axis=-1))


def peak_to_peak(filtered_uv: FloatArray) -> FloatArray:
    """Return the peak-to-peak amplitude, µV: largest less smallest sample."""
    return np.asarray(np.ptp(filtered_uv, axis=-1))


def integrated_emg(filtered_uv: FloatArray, fs_hz: float) -> FloatArray:
    """Return the integral of the rectified signal over time, µV·s (``sum(|x|) / fs``).

    The sum alone, which some call integrated EMG, depends on the sampling rate.
    """
    return np.asarray(np.sum(np.abs(filtered_uv), axis=-1) / fs_hz)


def waveform_length(filtered_uv: FloatArray) -> FloatArray:
    """Return the waveform length, µV: ``sum(|x[i+1] - x[i]|)``. Grows with the rate."""
    return np.asarray(np.sum(np.abs(np.diff(filtered_uv, axis=-1)), axis=-1))


def zero_crossings(
    filtered_uv: FloatArray, fs_hz: float, *, threshold_uv: float = 0.0
) -> FloatArray:
    """Return the rate of zero crossings, 1/s.

    A crossing is a change of sign between neighbours that differ by at least `threshold_uv`
    (Hudgins 1993), which keeps noise around zero from counting; an exact zero belongs to the
    positive side. Divided by the span of the neighbours, ``(n - 1) / fs``.
    """
    positive = filtered_uv >= 0.0
    steps = np.abs(np.diff(filtered_uv, axis=-1))
    crossed = (positive[..., 1:] != positive[..., :-1]) & (steps >= threshold_uv)
    span_s = (filtered_uv.shape[-1] - 1) / fs_hz
    return np.asarray(np.sum(crossed, axis=-1) / span_s)


def power_spectrum(filtered_uv: FloatArray, fs_hz: float) -> tuple[FloatArray, FloatArray]:
    """Return frequencies, Hz, and power density, µV²/Hz: one Hann-windowed periodogram.

    The mean is taken off first. Integrated over frequency it gives the variance.

    Raises
    ------
    FilterDesignError
        Fewer than 8 samples: no spectrum worth the name.
    """
    n = filtered_uv.shape[-1]
    if n < 8:
        raise FilterDesignError(f"{n} samples have no spectrum.", "Give at least 8.")
    window = np.hanning(n + 1)[:-1]  # periodic, so that its sum of squares is exactly 3 n / 8
    centred = filtered_uv - np.mean(filtered_uv, axis=-1, keepdims=True)
    spectrum = np.fft.rfft(centred * window, axis=-1)
    density = np.square(np.abs(spectrum)) / (fs_hz * np.sum(window**2))
    density[..., 1 : (n + 1) // 2] *= 2.0  # one-sided; neither 0 Hz nor the Nyquist frequency
    frequencies = np.asarray(np.fft.rfftfreq(n, 1.0 / fs_hz), dtype=np.float64)
    return frequencies, density


def median_frequency(filtered_uv: FloatArray, fs_hz: float) -> FloatArray:
    """Return the frequency that halves the power, Hz, interpolated within its bin."""
    frequencies, density = power_spectrum(filtered_uv, fs_hz)
    power = integrate.cumulative_trapezoid(density, frequencies, axis=-1, initial=0)
    flat = power.reshape(-1, power.shape[-1])
    halves = [np.interp(0.5 * row[-1], row, frequencies) for row in flat]
    return np.asarray(halves).reshape(power.shape[:-1])


def mean_frequency(filtered_uv: FloatArray, fs_hz: float) -> FloatArray:
    """Return the power-weighted mean frequency, Hz: ``sum(f P) / sum(P)``; NaN for silence."""
    frequencies, density = power_spectrum(filtered_uv, fs_hz)
    total = np.sum(density, axis=-1)
    weighted = np.sum(frequencies * density, axis=-1)
    unknown = np.full(np.shape(total), np.nan)
    return np.asarray(np.divide(weighted, total, out=unknown, where=total > 0))


def fatigue_slope(filtered_uv: FloatArray, fs_hz: float) -> FloatArray:
    """Return the slope of the median frequency over a sustained contraction, % per minute.

    The line through the median frequencies of consecutive 1.0 s epochs, over its value at the
    start; negative in fatigue (De Luca 1997). A rest of less than an epoch is left out. At a
    true band of 20-65 Hz there is little spectrum left to shift: use it from 1000 samples/s on.

    Raises
    ------
    FilterDesignError
        Fewer than 5 epochs: a line through less says nothing (engineering judgement).
    """
    length = round(FATIGUE_EPOCH_S * fs_hz)
    n_epochs = filtered_uv.shape[-1] // length
    if n_epochs < 5:
        raise FilterDesignError(
            f"{n_epochs} s are too short for a fatigue slope.", "Hold for at least 5 s."
        )
    epochs = filtered_uv[..., : n_epochs * length].reshape(*filtered_uv.shape[:-1], n_epochs, -1)
    medians = median_frequency(epochs, fs_hz)
    minutes = np.arange(n_epochs) * FATIGUE_EPOCH_S / 60.0
    centred = minutes - minutes.mean()
    slope = (medians * centred).sum(axis=-1) / np.square(centred).sum()
    start = medians.mean(axis=-1) - slope * minutes.mean()
    return np.asarray(100.0 * slope / start)
