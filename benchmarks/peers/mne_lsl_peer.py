"""mne-lsl: its real acquisition step with a stub inlet, a buffer of 5 s, and one RMS per chunk."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import numpy as np
from mne_lsl.stream import StreamLSL
from scipy import signal

from . import Answer, Peer, Push, Task

BUFFER_S = 5.0


def make(task: Task) -> Push:
    n_buffer = round(BUFFER_S * task.fs_hz)
    everything = np.arange(task.n_channels)
    pulled: list[np.ndarray] = []
    filters = [
        {"sos": sos, "zi": None, "zi_unit": signal.sosfilt_zi(sos)[..., np.newaxis],
         "picks": everything}
        for sos in (task.band_sos, task.notch_sos)
    ]  # fmt: skip
    stream = SimpleNamespace(
        _inlet=SimpleNamespace(
            n_channels=task.n_channels,
            pull_chunk=lambda timeout, max_samples: (
                pulled[0],
                np.arange(len(pulled[0]), dtype=float),
            ),
        ),
        n_buffer=n_buffer,
        dtype=np.float64,
        _stype="emg",
        _info={"custom_ref_applied": 0},
        _picks_inlet=everything,
        _added_channels=[],
        _filters=filters,
        _callbacks=[],
        _lock=threading.Lock(),
        _buffer=np.zeros((n_buffer, task.n_channels)),
        _timestamps=np.zeros(n_buffer),
        _n_new_samples=0,
        _submit_acquisition_job=lambda: None,
    )

    def push(raw: np.ndarray) -> Answer:
        pulled[:] = [raw]
        stream._n_new_samples = 0
        StreamLSL._acquire(stream)
        newest = stream._buffer[-task.window :]
        rms = np.sqrt(np.mean(newest * newest, axis=0))
        return stream._buffer[-len(raw) :], rms[None, :]

    return push


PEERS = [Peer("mne-lsl acquisition step", make, same_work=False, note="one RMS per chunk")]
