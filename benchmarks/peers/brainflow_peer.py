"""BrainFlow as its example uses it: a whole window filtered anew at each tick."""

from __future__ import annotations

import numpy as np
from brainflow.data_filter import AggOperations, DataFilter, FilterTypes

from . import Answer, Peer, Push, Task


def maker(seconds: float):
    def make(task: Task) -> Push:
        length = round(seconds * task.fs_hz)
        buffer = np.zeros((task.n_channels, length))
        rate = int(task.fs_hz)

        def push(raw: np.ndarray) -> Answer:
            count = min(len(raw), length)
            buffer[:, :-count] = buffer[:, count:]
            buffer[:, length - count :] = raw[len(raw) - count :].T
            work = buffer.copy()
            filtered = np.empty((count, task.n_channels))
            rms = np.empty((count, task.n_channels))
            for channel, lane in enumerate(work):
                DataFilter.perform_bandpass(
                    lane,
                    rate,
                    task.low_hz,
                    task.high_hz,
                    4,
                    FilterTypes.BUTTERWORTH.value,
                    0.0,
                )
                DataFilter.perform_bandstop(
                    lane, rate, 50.0 - 5.0 / 6.0, 50.0 + 5.0 / 6.0, 1,
                    FilterTypes.BUTTERWORTH.value, 0.0,
                )  # fmt: skip
                filtered[:, channel] = lane[-count:]
                lane *= lane
                DataFilter.perform_rolling_filter(lane, task.window, AggOperations.MEAN.value)
                rms[:, channel] = np.sqrt(np.maximum(lane[-count:], 0.0))
            return filtered, rms

        return push

    return make


PEERS = [
    Peer("BrainFlow's example, 4 s window each tick", maker(4.0), same_work=False,
         note="stateless: refilters its window; its band-stop is not an iirnotch"),
    Peer("BrainFlow, 1.2 s window each tick", maker(1.2), same_work=False,
         note="as above, the shortest window with a settled notch"),
]  # fmt: skip
