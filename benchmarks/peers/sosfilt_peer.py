"""The package `sosfilt`: scipy's function with compiled variants."""

from __future__ import annotations

import numpy as np
from sosfilt.sosfilt import sosfilt

from . import Answer, Peer, Push, Task
from .scipy_peers import windowed


def make(task: Task) -> Push:
    state = np.zeros((len(task.sos), task.n_channels, 2))
    kept = np.zeros((task.window, task.n_channels))
    sos = np.ascontiguousarray(task.sos[None])

    def push(raw: np.ndarray) -> Answer:
        nonlocal kept, state
        filtered, state = sosfilt(sos, np.ascontiguousarray(raw.T), axis=-1, zi=state)
        filtered = filtered.T
        rms, kept = windowed(task, filtered * filtered, kept)
        return filtered, rms

    return push


PEERS = [Peer("package sosfilt, merged + cumsum", make)]
