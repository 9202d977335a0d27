"""`StepClock`, `HeldClock`: clocks that waiting moves on, for boards in process."""

from __future__ import annotations

import time

HELD_S = 0.002


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


class HeldClock(StepClock):
    """Runs as fast as it can be computed up to a moment, and no faster than life from then on."""

    def __init__(self) -> None:
        super().__init__()
        self.until_s = 0.0
        """The moment, seconds."""

    def sleep(self, seconds: float) -> None:
        """Wait for no time at all, or for a little of everybody's."""
        if self() < self.until_s:
            super().sleep(seconds)
        else:
            time.sleep(HELD_S)
            super().sleep(HELD_S)
