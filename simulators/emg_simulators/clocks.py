"""`StepClock`: a clock that waiting moves on, for boards in process."""

from __future__ import annotations


class StepClock:
    """A clock that waiting moves on: a session on it runs as fast as it can be computed."""

    def __init__(self) -> None:
        self._now_s = 0.0

    def __call__(self) -> float:
        """Return the seconds waited so far."""
        return self._now_s

    def sleep(self, seconds: float) -> None:
        """Wait for no time at all."""
        self._now_s += max(seconds, 1e-6)
