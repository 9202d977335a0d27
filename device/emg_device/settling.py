"""`Settler`: after a silence, wait until the backlog is in before anything is counted.

A host that stalls for a second and a board that loses 256 samples begin alike: silence, then
the next sample. They differ in what follows: the stall's samples all come at once. Counting
before they are in would take a stall for a loss.
"""

from __future__ import annotations

import numpy as np

from emg_device.info import DeviceInfo, RawBlock

WINDOW_S, CATCHING_UP = 0.3, 1.05
"""Samples that come this much faster than the board makes them are a backlog; slower, 300 ms
cannot tell it from jitter of 16 ms. A turn of the counter wrongly taken for lost is dear."""
LOOSE_WINDOW_S, LOOSE_CATCHING_UP = 0.1, 1.25
"""The same without a counter, where a silence is common and its length uncertain anyway."""
LONGEST_S = 10.0
"""A board that is still faster than it says by then is just that, and not a backlog: what was
held is counted as it stands (engineering judgement)."""
NO_COUNTER_SILENCE_S = 0.1
"""Without a counter the clock alone counts, from 100 ms on."""


def doubtful_silence_s(info: DeviceInfo) -> float:
    """Return the silence from which on the backlog must be waited for, seconds.

    Half a turn of the counter: until then it is clear what it counts.
    """
    if info.counter is None:
        return NO_COUNTER_SILENCE_S
    return info.counter.period / info.fs_hz / 2


class Settler:
    """Holds blocks back while a backlog is coming in.

    Parameters
    ----------
    info
        The board: its rate, how it counts, and whether its samples come at its own pace.
    """

    def __init__(self, info: DeviceInfo) -> None:
        by_arrival = info.clocked and not info.stamped
        counted = info.counter is not None
        self._pace_s = WINDOW_S if counted else LOOSE_WINDOW_S
        self._pace = (CATCHING_UP if counted else LOOSE_CATCHING_UP) * info.fs_hz
        self._silence_s = doubtful_silence_s(info) if by_arrival else np.inf
        self._held: list[RawBlock] = []
        self._last_s: float | None = None
        self._since_s = 0.0
        self._window_s = 0.0
        self._window_samples = 0

    def push(self, block: RawBlock, now: float) -> None:
        """Take a block that arrived.

        Parameters
        ----------
        block
            Samples in order of arrival, ``(n_samples, n_channels)`` µV.
        now
            When it did, by the device's clock, seconds.
        """
        silent = self._last_s is not None and now - self._last_s > self._silence_s
        if silent and not self._held:
            # What ends the silence was measured during it, and says nothing of the pace now.
            self._since_s = self._window_s = now
            self._window_samples = 0
        elif self._held:
            self._window_samples += block.n_samples
        else:
            self._since_s = -np.inf  # no silence before it: it may be counted at once
        self._held.append(block)
        self._last_s = now

    def ready(self, now: float) -> list[tuple[RawBlock, float]]:
        """Return what may be counted at `now` (seconds), with its time of arrival.

        At most one block, all that was held: the loss account places a gap within it.
        """
        if not self._held or not self._settled(now) or self._last_s is None:
            return []
        whole = self._held[0] if len(self._held) == 1 else _joined(self._held)
        self._held = []
        return [(whole, self._last_s)]

    def _settled(self, now: float) -> bool:
        """Return True once samples come no faster than the board makes them."""
        if np.isinf(self._since_s) or now - self._since_s >= LONGEST_S:
            return True
        elapsed = now - self._window_s
        if elapsed < self._pace_s:
            return False
        if self._window_samples <= self._pace * elapsed + 2:  # a window cuts at both its ends
            return True
        self._window_s, self._window_samples = now, 0
        return False


def _joined(blocks: list[RawBlock]) -> RawBlock:
    """Return all blocks as one."""
    return RawBlock(
        np.concatenate([block.samples_uv for block in blocks]),
        _stacked([block.counter for block in blocks]),
        _stacked([block.stamps_s for block in blocks]),
    )


def _stacked(parts: list[object]) -> np.ndarray | None:
    arrays = [part for part in parts if isinstance(part, np.ndarray)]
    return np.concatenate(arrays) if len(arrays) == len(parts) else None
