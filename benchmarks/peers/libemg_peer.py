"""LibEMG: its filter and feature modules, on the whole buffer each tick as its streamers do.

Only these two modules are wanted; whatever they would import for games, streamers and learning
and is not installed is replaced by an empty stand-in.
"""

from __future__ import annotations

import importlib
import sys
import types
from unittest.mock import MagicMock

import numpy as np

from . import Answer, Peer, Push, Task

BUFFER_S = 2.5


def _imported(name: str) -> types.ModuleType:
    """Import a module of libemg past what it would import and is not here."""
    for _ in range(60):
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError as missing:
            if not missing.name or missing.name.startswith("libemg"):
                raise
            sys.modules[missing.name] = MagicMock(__path__=[], __spec__=None)
    raise ImportError("libemg asks for more than sixty other packages")


Filter = _imported("libemg.filtering").Filter
FeatureExtractor = _imported("libemg.feature_extractor").FeatureExtractor


def make(task: Task) -> Push:
    length = round(BUFFER_S * task.fs_hz)
    chain = Filter(task.fs_hz)
    chain.install_filters({"name": "bandpass", "cutoff": [task.low_hz, task.high_hz], "order": 4})
    chain.install_filters({"name": "notch", "cutoff": 50, "bandwidth": 5.0 / 3.0})
    extractor = FeatureExtractor()
    buffer = np.zeros((length, task.n_channels))

    def push(raw: np.ndarray) -> Answer:
        nonlocal buffer
        buffer = np.vstack((buffer, raw))[-length:]
        filtered = chain.filter(buffer.copy())
        window = filtered[-task.window :].T[None, :, :]
        rms = extractor.extract_features(["RMS"], window)["RMS"]
        return filtered[-len(raw) :], np.asarray(rms)

    return push


PEERS = [
    Peer("LibEMG filter + RMS", make, same_work=False,
         note="zero-phase over its 2.5 s buffer each tick, one RMS per chunk"),
]  # fmt: skip
