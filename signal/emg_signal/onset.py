"""Onset and offset of muscle activity, by two published detectors.

`bursts_hodges_bui` is the double threshold of Hodges and Bui 1996 (Electroencephalography and
Clinical Neurophysiology 101:511): the rectified signal, smoothed, must exceed the rest's mean by
some standard deviations, for some time. `bursts_teager_kaiser` does so on the Teager-Kaiser
energy (Li, Zhou and Aruin 2007, Annals of Biomedical Engineering 35:1532; Solnik et al. 2010,
European Journal of Applied Physiology 110:489), which favours what is both strong and fast and
so finds weak bursts in noise.

Both look at a recorded stretch as a whole and are for measuring, not for steering.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import signal

from emg_signal.chunk import BoolArray, FloatArray

DEVIATIONS = 3.0
"""Height of the threshold over the rest's mean, in its standard deviations (Hodges and Bui)."""
DEVIATIONS_TEAGER_KAISER = 15.0
"""The same for the energy, whose spread at rest has a longer tail: found by simulation to give
no burst in 1 s of rest (tests/signal/test_onset.py), engineering judgement."""
SMOOTHING_HZ = 50.0
"""Corner of the smoothing low-pass: the middle of the 10, 50 and 500 Hz compared by both."""
HELD_S = 0.025
"""How long a threshold must be passed: 25 ms, the middle of Hodges and Bui's 10, 25 and 50."""


@dataclass(frozen=True, slots=True)
class Burst:
    """One stretch of activity, seconds from the first sample; `offset_s` is its end."""

    onset_s: float
    offset_s: float


def bursts_hodges_bui(
    filtered_uv: FloatArray, rest_uv: FloatArray, fs_hz: float, *, deviations: float = DEVIATIONS
) -> tuple[Burst, ...]:
    """Return the bursts in one channel.

    Parameters
    ----------
    filtered_uv
        ``(n,)`` band-passed samples, µV.
    rest_uv
        ``(m,)`` band-passed samples at rest, the same channel and band, µV.
    fs_hz
        Sampling rate, Hz.
    deviations
        Height of the threshold in standard deviations of the smoothed rest.
    """
    trace, rest = (_smooth(np.abs(x), fs_hz) for x in (filtered_uv, rest_uv))
    return _bursts(trace, rest, fs_hz, deviations)


def bursts_teager_kaiser(
    filtered_uv: FloatArray,
    rest_uv: FloatArray,
    fs_hz: float,
    *,
    deviations: float = DEVIATIONS_TEAGER_KAISER,
) -> tuple[Burst, ...]:
    """Return the bursts in one channel; parameters as for `bursts_hodges_bui`."""
    trace, rest = (_smooth(np.abs(teager_kaiser_energy(x)), fs_hz) for x in (filtered_uv, rest_uv))
    return _bursts(trace, rest, fs_hz, deviations)


def teager_kaiser_energy(samples_uv: FloatArray) -> FloatArray:
    """Return ``x[i]**2 - x[i-1] * x[i+1]``, µV², along the last axis; 0 at both ends."""
    energy = np.zeros(samples_uv.shape)
    energy[..., 1:-1] = samples_uv[..., 1:-1] ** 2 - samples_uv[..., :-2] * samples_uv[..., 2:]
    return energy


def _smooth(rectified: FloatArray, fs_hz: float) -> FloatArray:
    """Low-pass forward and backward, so that no onset moves."""
    corner_hz = min(SMOOTHING_HZ, 0.4 * fs_hz)
    sos = signal.butter(2, corner_hz, "lowpass", output="sos", fs=fs_hz)
    return np.asarray(signal.sosfiltfilt(sos, rectified))


def _bursts(
    trace: FloatArray, rest: FloatArray, fs_hz: float, deviations: float
) -> tuple[Burst, ...]:
    threshold = rest.mean() + deviations * rest.std()
    held = max(1, round(HELD_S * fs_hz))
    # Short silences first: they are the gaps between action potentials, not the end.
    active = ~_without_short(~(trace > threshold), held)
    edges = _edges(_without_short(active, held))
    return tuple(Burst(float(on / fs_hz), float(off / fs_hz)) for on, off in edges)


def _without_short(mask: BoolArray, held: int) -> BoolArray:
    """Return the mask without its runs of fewer than `held` samples."""
    kept = mask.copy()
    for start, stop in _edges(mask):
        if stop - start < held:
            kept[start:stop] = False
    return kept


def _edges(mask: BoolArray) -> list[tuple[int, int]]:
    """Return (start, stop) of each run of True."""
    steps = np.diff(np.concatenate(([0], mask.astype(np.int8), [0])))
    starts, stops = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return [(int(start), int(stop)) for start, stop in zip(starts, stops, strict=True)]
