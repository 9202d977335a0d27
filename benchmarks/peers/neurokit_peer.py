"""NeuroKit2 on whole recordings, the nearest that it offers to the task.

It has no streaming form, filters forward and backward, its line filter is a moving average of one
period, and its amplitude is a smoothed Teager-Kaiser energy, not an RMS: other definitions, so
only its band-pass can be compared by number, with our sections run both ways.
"""

from __future__ import annotations

import neurokit2 as nk
import numpy as np
from scipy import signal

from . import Answer, OfflinePeer, Task


def _band_passed(task: Task, lane: np.ndarray) -> np.ndarray:
    return nk.signal_filter(
        lane,
        sampling_rate=task.fs_hz,
        lowcut=task.low_hz,
        highcut=task.high_hz,
        method="butterworth",
        order=4,
    )


def run(task: Task, raw: np.ndarray) -> Answer:
    filtered, amplitude = np.empty(raw.shape), np.empty(raw.shape)
    for channel, lane in enumerate(raw.T):
        filtered[:, channel] = nk.signal_filter(
            _band_passed(task, lane), sampling_rate=task.fs_hz, method="powerline", powerline=50
        )
        amplitude[:, channel] = nk.emg_amplitude(filtered[:, channel])
    return filtered, amplitude


def agreement(task: Task, raw: np.ndarray) -> str:
    """Return its band-pass against our sections run both ways, one channel, µV."""
    lane = np.ascontiguousarray(raw[:, 0])
    difference = np.abs(_band_passed(task, lane) - signal.sosfiltfilt(task.band_sos, lane)).max()
    return f"{difference:.1g} (band-pass, ours run both ways) / other definition"


OFFLINE = [
    OfflinePeer(
        "NeuroKit2 signal_filter×2 + emg_amplitude", run, agreement,
        note="zero-phase; its line filter and amplitude are other definitions",
    ),
]  # fmt: skip
