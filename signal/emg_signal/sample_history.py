"""`SampleHistory`: the last seconds of raw and filtered samples, for judging them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from emg_signal.chunk import Chunk, FloatArray
from emg_signal.pipeline import Processed


class Tail:
    """The newest columns of a ``(n_channels, ...)`` stream, always in one piece.

    Parameters
    ----------
    n_channels
        Rows.
    length
        Columns kept.
    dtype
        Type of the numbers.
    """

    def __init__(self, n_channels: int, length: int, dtype: npt.DTypeLike = np.float64) -> None:
        self.length = length
        # Twice the length: what is kept is moved to the front once per length, not per push.
        self._columns = np.zeros((n_channels, 2 * length), dtype=dtype)
        self._end = 0

    def push(self, new: npt.NDArray[Any]) -> None:
        """Append columns.

        Parameters
        ----------
        new
            ``(n_channels, n)``, oldest first; of more than are kept, the newest.
        """
        new = new[:, -self.length :]
        count = new.shape[1]
        if self._end + count > self._columns.shape[1]:
            kept = min(self._end, self.length)
            self._columns[:, :kept] = self._columns[:, self._end - kept : self._end]
            self._end = kept
        self._columns[:, self._end : self._end + count] = new
        self._end += count

    def newest(self, count: int | None = None) -> npt.NDArray[Any]:
        """Return the newest columns, oldest first, at most `count` of them."""
        wanted = self.length if count is None else min(count, self.length)
        return self._columns[:, max(0, self._end - wanted) : self._end]

    def clear(self) -> None:
        """Forget all columns."""
        self._end = 0


class SampleHistory:
    """What is kept of one unbroken stretch; a gap begins a new one.

    Parameters
    ----------
    n_channels
        Number of channels.
    kept
        Samples kept of raw and filtered signal and flags.
    envelope_step
        Samples from one kept value of the envelope to the next.
    envelope_kept
        Values of the envelope kept; these outlive a gap.
    """

    def __init__(
        self, n_channels: int, kept: int, *, envelope_step: int, envelope_kept: int
    ) -> None:
        self._raw, self._filtered = Tail(n_channels, kept), Tail(n_channels, kept)
        self._flags = Tail(n_channels, kept, np.uint8)
        self._envelope = Tail(n_channels, envelope_kept)
        self._slow = Tail(n_channels, envelope_kept)
        self._sum, self._gathered = np.zeros(n_channels), 0
        self._envelope_step = envelope_step
        self._valid = np.zeros(n_channels, dtype=np.bool_)
        self.next_index = -1
        self.segment = 0

    def push(self, chunk: Chunk, processed: Processed) -> None:
        """Take in a chunk and what the pipeline made of it."""
        if not chunk.n_samples:
            return
        if chunk.first_index != self.next_index or chunk.segment != self.segment:
            for tail in (self._raw, self._filtered, self._flags):
                tail.clear()
        self.next_index, self.segment = chunk.next_index, chunk.segment
        self._raw.push(chunk.samples_uv)
        self._filtered.push(processed.filtered_uv)
        self._flags.push(chunk.flags)
        self._valid = processed.valid[:, -1].copy()
        self._push_envelope(processed, chunk.samples_uv)

    def _push_envelope(self, processed: Processed, raw_uv: FloatArray) -> None:
        first = -processed.first_index % self._envelope_step
        values = processed.rms_uv[:, first :: self._envelope_step]
        known = processed.valid[:, first :: self._envelope_step]
        self._envelope.push(np.where(known, values, np.nan))
        self._slow.push(np.where(known, self._means(raw_uv, first), np.nan))

    def _means(self, raw_uv: FloatArray, first: int) -> FloatArray:
        """Return the mean of the raw samples up to each kept value, since the one before it."""
        ends = np.arange(first, raw_uv.shape[1], self._envelope_step)
        parts = np.split(raw_uv, ends + 1, axis=1)
        means = []
        for part in parts[:-1]:
            count = self._gathered + part.shape[1]
            means.append((self._sum + part.sum(axis=1)) / max(1, count))
            self._sum, self._gathered = np.zeros(len(raw_uv)), 0
        self._sum = self._sum + parts[-1].sum(axis=1)
        self._gathered += parts[-1].shape[1]
        return np.stack(means, axis=1) if means else np.empty((len(raw_uv), 0))

    @property
    def n_kept(self) -> int:
        """Samples kept of the present stretch."""
        return int(self._filtered.newest().shape[1])

    def raw(self, count: int) -> FloatArray:
        """Return the newest raw samples, ``(n_channels, at most count)``, µV."""
        return self._raw.newest(count)

    def filtered(self, count: int) -> FloatArray:
        """Return the newest filtered samples, ``(n_channels, at most count)``, µV."""
        return self._filtered.newest(count)

    def flags(self, channel: int, count: int) -> int:
        """Return all flags seen on a channel within the newest `count` samples."""
        return int(np.bitwise_or.reduce(self._flags.newest(count)[channel], initial=0))

    def envelope(self, channel: int) -> FloatArray:
        """Return the kept envelope of a channel, µV; NaN where it was not valid."""
        kept: FloatArray = self._envelope.newest()[channel]
        return kept

    def slow(self, channel: int) -> FloatArray:
        """Return means of raw samples up to each of `envelope`, µV; NaN where it was not valid."""
        kept: FloatArray = self._slow.newest()[channel]
        return kept

    def newest_valid(self, channel: int) -> bool:
        """Return whether the pipeline vouches for the newest sample of a channel."""
        return bool(self._valid[channel])
