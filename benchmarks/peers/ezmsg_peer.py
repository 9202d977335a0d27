"""ezmsg-sigproc: its transformers called directly, the message built outside the timing's care.

The window is its FIR path with a boxcar, which is an exact moving mean of the squares.
"""

from __future__ import annotations

import numpy as np
from ezmsg.sigproc.filter import FilterSettings, FilterTransformer
from ezmsg.util.messages.axisarray import AxisArray

from . import Answer, Peer, Push, Task


def make(task: Task) -> Push:
    chain = [
        FilterTransformer(FilterSettings(axis="time", coef_type="sos", coefs=sos))
        for sos in (task.band_sos, task.notch_sos)
    ]
    boxcar = (np.ones(task.window) / task.window, np.array([1.0]))
    mean = FilterTransformer(FilterSettings(axis="time", coef_type="ba", coefs=boxcar))

    def message(data: np.ndarray) -> AxisArray:
        return AxisArray(
            data, dims=["time", "ch"], axes={"time": AxisArray.TimeAxis(fs=task.fs_hz)}, key="k"
        )

    def push(raw: np.ndarray) -> Answer:
        step = message(raw)
        for transformer in chain:
            step = transformer(step)
        filtered = step.data
        means = mean(message(filtered * filtered)).data
        return filtered, np.sqrt(np.maximum(means, 0.0))

    return push


PEERS = [Peer("ezmsg-sigproc (boxcar FIR)", make, note="primed by its first sample")]
