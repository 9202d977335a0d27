"""`Guide`: what a person said while measuring: steps skipped, boxes ticked, muscles chosen.

It lives in the session and not in a window, so that a window made anew shows the same, and what
was skipped is on record beside what was measured.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from emg_session.entries import NewEvent
from emg_signal.phrase import say


class Step(StrEnum):
    """The steps of a measurement, in order."""

    SKIN = "skin and electrodes"
    PAIRS = "pairs of this block"
    CONTACT = "contact"
    TAP = "tap test"
    NOISE = "mains and noise"
    REFERENCE = "rest and reference"
    REPETITIONS = "repetitions"
    RESEAT = "re-seat and repeat"
    LOCK = "lock"


STEPS = tuple(Step)

CHECKLIST: Mapping[str, str] = {
    "board": say("The board runs on its battery (3 to 6 V) and nothing charges it."),
    "laptop": say("The computer runs on its battery; no device on the mains is wired to it."),
    "surface": say("Surface electrodes only: no needle electrode is connected."),
    "ground": say("One ground electrode, on bone, and no other connection to the person."),
}
"""What must be ticked before a board on a person is shown: OpenBCI allows batteries only and
calls its boards no medical devices; neither board nor program is safe with needles
(S123, S124)."""


@dataclass(frozen=True, slots=True)
class GuideState:
    """What a person said so far; replaced as a whole.

    Parameters
    ----------
    at
        Step that was opened last; None before the first.
    skipped
        Steps that were skipped.
    ticked
        Ticked keys of `CHECKLIST`.
    chosen
        Muscles whose repetitions are wanted; empty for those of the plan.
    block
        Muscles that the next block of pairs shall have; empty while none is being chosen.
    done
        Muscles measured in earlier blocks.
    """

    at: Step | None = None
    skipped: frozenset[Step] = frozenset()
    ticked: frozenset[str] = frozenset()
    chosen: tuple[str, ...] = ()
    block: tuple[str, ...] = ()
    done: tuple[str, ...] = ()

    @property
    def checked(self) -> bool:
        """Whether every box of the checklist is ticked."""
        return self.ticked == frozenset(CHECKLIST)


@dataclass(slots=True)
class Guide:
    """Keeps a `GuideState` and records each change; used by one thread, the window's.

    Parameters
    ----------
    record
        Puts an event on the session's record.
    """

    record: Callable[[NewEvent], None]
    state: GuideState = field(default_factory=GuideState)

    def go(self, step: Step) -> None:
        """Open a step."""
        self.state = replace(self.state, at=step)

    def skip(self, step: Step) -> None:
        """Skip a step; on record, since what follows rests on less."""
        self.state = replace(self.state, skipped=self.state.skipped | {step})
        self.record(NewEvent("step skipped", {"step": str(step)}))

    def take_up(self, step: Step) -> None:
        """Do a step after all."""
        if step in self.state.skipped:
            self.state = replace(self.state, skipped=self.state.skipped - {step})
            self.record(NewEvent("step taken up", {"step": str(step)}))

    def tick(self, key: str) -> None:
        """Tick a box of the checklist, or take the tick away."""
        if key not in CHECKLIST:
            raise ValueError(f"there is no box {key!r}")
        self.state = replace(self.state, ticked=self.state.ticked ^ {key})
        self.record(NewEvent("checklist", {"ticked": sorted(self.state.ticked)}))

    def choose(self, muscles: tuple[str, ...]) -> None:
        """Say which muscles get the measured repetitions."""
        self.state = replace(self.state, chosen=muscles)

    def choose_block(self, muscles: tuple[str, ...]) -> None:
        """Say which muscles the next block of pairs shall have."""
        self.state = replace(self.state, block=muscles)

    def begin_block(self, measured: tuple[str, ...]) -> None:
        """Begin the next block of pairs: electrodes change, the checklist stays ticked."""
        done = (*self.state.done, *(m for m in measured if m not in self.state.done))
        self.state = GuideState(at=Step.SKIN, ticked=self.state.ticked, done=done)
