"""`ThiefWatch`: the pattern of gaps that a second program on the same port leaves.

Two programs that read one port each get about a third of the samples (measured with BrainFlow):
many short gaps, all the time, without a silence. A weak radio link loses a few per cent.
"""

from __future__ import annotations

from collections import deque

from emg_signal.phrase import say

WINDOW_S = 5.0
LEAST_GAPS = 8
LEAST_SHARE = 0.2
"""Share of samples lost, and gaps in 5 s, from which a second reader is named (engineering
judgement, between a poor radio link and the two thirds that were measured)."""


class ThiefWatch:
    """Watches the gaps of the last 5 s."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int, int]] = deque()

    def add(self, time_s: float, received: int, lost: int) -> None:
        """Note one chunk.

        Parameters
        ----------
        time_s
            When it arrived, by the device's clock, seconds.
        received, lost
            Samples in it, and missing before it.
        """
        self._seen.append((time_s, received, lost))
        while self._seen[0][0] < time_s - WINDOW_S:
            self._seen.popleft()

    def warning(self, port: str) -> str | None:
        """Return a line that names the likely cause, or None."""
        seen = tuple(self._seen)
        gaps = sum(lost > 0 for _, _, lost in seen)
        lost = sum(lost for _, _, lost in seen)
        share = lost / max(1, lost + sum(received for _, received, _ in seen))
        if gaps < LEAST_GAPS or share < LEAST_SHARE:
            return None
        return say(
            "{percent:.0f} % of the samples are missing in {gaps} gaps of the last {window_s:g} s: "
            "another program may be reading this port ({port}). Close it; if there is none, the "
            "radio link is poor: move the dongle nearer.",
            percent=share * 100,
            gaps=gaps,
            window_s=WINDOW_S,
            port=port or say("no name"),
        )
