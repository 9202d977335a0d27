"""A heart found in a lane."""

from __future__ import annotations

import numpy as np
import scipy

from emg_signal.amplitude import variation_percent
from emg_signal.chunk import FloatArray
from emg_signal.phrase import say
from emg_signal.quality_report import Quality, QualityReport

ECG_INTERVAL_S = (0.4, 1.5)
"""Beats at 40 to 150 per minute."""
ECG_REGULAR = 0.15
"""Largest coefficient of variation of the intervals; breathing varies them by some 5 %.
Engineering judgement."""
ECG_ALIKE = 0.3
"""Largest coefficient of variation of the heights of beats. Engineering judgement."""
ECG_HEIGHT = 4.0
"""Height of a beat over the median of the rectified, smoothed signal. Engineering judgement."""
BEAT_HZ = (8.0, 28.0)
"""Where most of a QRS of 40 to 100 ms lies, and little of EMG, hum, drift and the pulse itself."""
ECG_BEATS = 4
"""As many as 5 s of the slowest heart hold at best: three intervals of 1.5 s."""


def heartbeat(raw_uv: FloatArray, fs_hz: float) -> QualityReport | None:
    """Return ECG if five seconds hold regular beats.

    Parameters
    ----------
    raw_uv
        ``(n_samples,)`` raw samples of one lane, the newest five seconds, µV, all finite.
    fs_hz
        Sampling rate, Hz.
    """
    beats_uv = _of_beats(raw_uv, fs_hz)
    smoothed = np.convolve(np.abs(beats_uv), np.ones(round(0.04 * fs_hz)), "same")
    height = ECG_HEIGHT * float(np.median(smoothed))
    # Peaks may come twice as fast as any heart: bursts are to be seen, and refused, as too close.
    peaks, found = scipy.signal.find_peaks(smoothed, height=max(height, 1e-9), distance=fs_hz / 5)
    if len(peaks) < ECG_BEATS:
        return None
    # Both ends of the span count: beats that began late, or ended early, are no heart.
    times = np.concatenate(([0], peaks, [len(smoothed)])) / fs_hz
    intervals = np.diff(peaks) / fs_hz
    shortest, longest = ECG_INTERVAL_S
    # Bursts of a contraction come closer together, differ in height, and end.
    if intervals.min() < shortest or np.diff(times).max() > longest:
        return None
    if variation_percent(intervals) > 100.0 * ECG_REGULAR:
        return None
    if variation_percent(found["peak_heights"]) > 100.0 * ECG_ALIKE:
        return None
    return QualityReport(
        Quality.ECG,
        say(
            "Beats arrive {beats:.0f} times a minute: the heart.",
            beats=60.0 / float(np.mean(intervals)),
        ),
        say("Put both contacts of the electrode closer together; measure between beats."),
    )


def _of_beats(raw_uv: FloatArray, fs_hz: float) -> FloatArray:
    """Return what lies where a beat's power is, at the same rate; both ends are faded."""
    n = len(raw_uv)
    level = scipy.signal.detrend(raw_uv) * scipy.signal.windows.tukey(n, 0.1)
    frequencies = np.fft.rfftfreq(n, 1.0 / fs_hz)
    low, high = BEAT_HZ
    spectrum = np.fft.rfft(level)
    spectrum[(frequencies < low) | (frequencies > high)] = 0.0
    beats: FloatArray = np.fft.irfft(spectrum, n)
    return beats
