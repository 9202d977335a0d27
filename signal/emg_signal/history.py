"""`History`: the last seconds of raw and filtered samples, for judging them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from emg_signal.chunk import Chunk, FloatArray
from emg_signal.pipeline import Processed


class History:
    """Ring of the newest samples of one unbroken stretch; a gap begins a new one.

    Parameters
    ----------
    n_channels
        Number of channels.
    length
        Samples kept.
    """

    def __init__(self, n_channels: int, length: int) -> None:
        self._raw = np.zeros((n_channels, length))
        self._filtered = np.zeros((n_channels, length))
        self._flags = np.zeros((n_channels, length), dtype=np.uint8)
        self._valid = np.zeros(n_channels, dtype=np.bool_)
        self._held = 0
        self._next_index: int | None = None
        self._segment = 0

    def push(self, chunk: Chunk, processed: Processed) -> None:
        """Take in a chunk and what the pipeline made of it."""
        if not chunk.n_samples:
            return
        if chunk.first_index != self._next_index or chunk.segment != self._segment:
            self._held = 0
        self._next_index, self._segment = chunk.next_index, chunk.segment
        for ring, new in (
            (self._raw, chunk.samples_uv),
            (self._filtered, processed.filtered_uv),
            (self._flags, chunk.flags),
        ):
            _append(ring, new)
        self._held = min(self._held + chunk.n_samples, self._raw.shape[1])
        self._valid = processed.valid[:, -1].copy()

    def raw(self, channel: int) -> FloatArray:
        """Return the raw samples kept of a channel, oldest first, µV."""
        return self._raw[channel, self._raw.shape[1] - self._held :]

    def filtered(self, channel: int) -> FloatArray:
        """Return the filtered samples kept of a channel, oldest first, µV."""
        return self._filtered[channel, self._raw.shape[1] - self._held :]

    def flags(self, channel: int) -> int:
        """Return all flags seen on a channel within the length kept."""
        kept = self._flags[channel, self._raw.shape[1] - self._held :]
        return int(np.bitwise_or.reduce(kept, initial=0))

    def newest_valid(self, channel: int) -> bool:
        """Return whether the pipeline vouches for the newest sample of a channel."""
        return bool(self._valid[channel])


def _append(ring: npt.NDArray[Any], new: npt.NDArray[Any]) -> None:
    """Shift a ``(n_channels, length)`` array left and put the new samples at its end."""
    count = min(new.shape[1], ring.shape[1])
    ring[:, :-count] = ring[:, count:]
    ring[:, ring.shape[1] - count :] = new[:, new.shape[1] - count :]
