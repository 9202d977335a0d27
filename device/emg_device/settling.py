"""`Settler`: after a silence, wait until the backlog is in before anything is counted.

A host that stalls for a second and a board that loses 256 samples begin alike: silence, then
the next sample. They differ in what follows: the stall's samples all come at once. Counting
before they are in would take a stall for a loss.
"""

from __future__ import annotations

import numpy as np

from emg_device.info import RawBlock

SILENCE_S = 0.1
"""A counter of 8 bits at 1000 Hz turns in 256 ms; less than half of that needs no waiting."""
WINDOW_S = 0.03
LONGEST_S = 0.5
"""A backlog that is not in by then is counted as it stands (engineering judgement)."""


class Settler:
    """Holds blocks back while a backlog is coming in.

    Parameters
    ----------
    fs_hz
        Rate of the board, Hz.
    enabled
        False where samples do not come at the board's own pace.
    """

    def __init__(self, fs_hz: float, *, enabled: bool = True) -> None:
        self._fs_hz = fs_hz
        self._enabled = enabled
        self._held: list[RawBlock] = []
        self._last_s: float | None = None
        self._since_s = 0.0
        self._window_s = 0.0
        self._window_samples = 0

    def push(self, block: RawBlock, now: float) -> None:
        """Take a block that arrived at `now`."""
        silent = self._last_s is not None and now - self._last_s > SILENCE_S
        if self._enabled and silent and not self._held:
            self._since_s = self._window_s = now
            self._window_samples = 0
        elif self._held:
            self._window_samples += block.n_samples
        else:
            self._since_s = -np.inf
        self._held.append(block)
        self._last_s = now

    def ready(self, now: float) -> list[tuple[RawBlock, float]]:
        """Return what may be counted now, with its time of arrival."""
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
        if elapsed < WINDOW_S:
            return False
        if self._window_samples <= 2 * self._fs_hz * elapsed + 2:
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
