"""scipy, as scripts use it, and its fastest stock calls."""

from __future__ import annotations

import numpy as np
from scipy import signal

from . import Answer, Peer, Push, Task


def windowed(task: Task, squares: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the moving RMS by a cumulative sum, and the squares to keep."""
    both = np.concatenate((kept, squares))
    sums = np.cumsum(both, axis=0)
    means = (sums[task.window :] - sums[: -task.window]) / task.window
    return np.sqrt(np.maximum(means, 0.0)), both[-task.window :]


def sosfilt_twice(task: Task) -> Push:
    states = [np.zeros((len(sos), 2, task.n_channels)) for sos in (task.band_sos, task.notch_sos)]
    kept = np.zeros((task.window, task.n_channels))

    def push(raw: np.ndarray) -> Answer:
        nonlocal kept
        filtered, states[0] = signal.sosfilt(task.band_sos, raw, axis=0, zi=states[0])
        filtered, states[1] = signal.sosfilt(task.notch_sos, filtered, axis=0, zi=states[1])
        rms, kept = windowed(task, filtered * filtered, kept)
        return filtered, rms

    return push


def sosfilt_merged(task: Task) -> Push:
    state = np.zeros((len(task.sos), 2, task.n_channels))
    kept = np.zeros((task.window, task.n_channels))
    sos = task.sos

    def push(raw: np.ndarray) -> Answer:
        nonlocal kept, state
        filtered, state = signal.sosfilt(sos, raw, axis=0, zi=state)
        rms, kept = windowed(task, filtered * filtered, kept)
        return filtered, rms

    return push


def lfilter_bottleneck(task: Task) -> Push:
    import bottleneck

    coefficients = [signal.sos2tf(sos) for sos in (task.band_sos, task.notch_sos)]
    states = [np.zeros((len(a) - 1, task.n_channels)) for _, a in coefficients]
    kept = np.zeros((task.window - 1, task.n_channels))

    def push(raw: np.ndarray) -> Answer:
        nonlocal kept
        filtered = raw
        for index, (b, a) in enumerate(coefficients):
            filtered, states[index] = signal.lfilter(b, a, filtered, axis=0, zi=states[index])
        both = np.concatenate((kept, filtered * filtered))
        rms = np.sqrt(bottleneck.move_mean(both, task.window, axis=0)[task.window - 1 :])
        kept = both[-(task.window - 1) :]
        return filtered, rms

    return push


PEERS = [
    Peer("scipy sosfilt×2 + cumsum (as scripts use it)", sosfilt_twice),
    Peer("scipy merged sosfilt + cumsum", sosfilt_merged),
]
try:
    import bottleneck  # noqa: F401

    PEERS.append(
        Peer("scipy lfilter(b,a)×2 + bottleneck", lfilter_bottleneck, note="loses digits at 4 kHz")
    )
except ImportError:
    pass
