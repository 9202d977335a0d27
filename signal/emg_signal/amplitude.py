"""RMS amplitude of a contraction, and how much it varies."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from emg_signal.chunk import FloatArray

MIDDLE_S = 1.0
"""Part of each contraction that is used: quasi-stationary for 0.5-1.0 s (CEDE matrix)."""
REST_BLOCK_S = 0.25
"""A rest is judged by the median of such blocks: a blink is over within one or two of them, and
sixteen come a minute; engineering judgement."""


def middle(samples_uv: FloatArray, fs_hz: float) -> FloatArray:
    """Return the middle 1.0 s along the last axis; shorter input comes back whole.

    Parameters
    ----------
    samples_uv
        ``(..., n_samples)``, µV.
    fs_hz
        Sampling rate, Hz.
    """
    wanted = round(MIDDLE_S * fs_hz)
    start = max(0, (samples_uv.shape[-1] - wanted) // 2)
    return samples_uv[..., start : start + wanted]


def rms(samples_uv: FloatArray) -> float:
    """Return the root mean square of all samples, µV.

    Parameters
    ----------
    samples_uv
        Samples of any shape, µV; a NaN among them makes the result NaN.
    """
    return float(np.sqrt(np.mean(np.square(samples_uv))))


def resting_rms(samples_uv: FloatArray, fs_hz: float) -> float:
    """Return the root mean square of a rest, blinks in it left out, µV.

    Parameters
    ----------
    samples_uv
        ``(n_samples,)``, µV; a NaN among them makes the result NaN.
    fs_hz
        Sampling rate, Hz.
    """
    n = max(1, round(REST_BLOCK_S * fs_hz))
    count = samples_uv.size // n
    if count < 2 or not np.isfinite(samples_uv).all():
        return rms(samples_uv)
    powers = np.mean(np.square(samples_uv[: count * n].reshape(count, n)), axis=1)
    return float(np.sqrt(np.median(powers)))


def variation_percent(values: Sequence[float] | FloatArray) -> float:
    """Return the coefficient of variation (n - 1), %.

    Parameters
    ----------
    values
        At least two, ``(n,)``, in any unit that has a true zero.
    """
    return float(100.0 * np.std(values, ddof=1) / np.mean(values))
