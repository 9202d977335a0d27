"""`Attempt`: what a trainee noticed and decided, and when."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from emg_signal.montage import Side
from emg_training.answers import CaseChoice, CaseReason, Noticed


@dataclass(frozen=True, slots=True)
class Observation:
    """Something that a trainee noticed.

    Parameters
    ----------
    what, muscle, side
        What, and where; no muscle for what concerns the whole link or room.
    at_s
        Stream time of saying so, seconds.
    percent
        The reading, for an asymmetry index.
    """

    what: Noticed
    at_s: float
    muscle: str | None = None
    side: Side | None = None
    percent: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The decision that ends an attempt."""

    choice: CaseChoice
    reason: CaseReason
    at_s: float


@dataclass(frozen=True, slots=True)
class Attempt:
    """One go at one case.

    Parameters
    ----------
    scenario_id
        The case.
    observations
        In the order in which they were said; each costs nothing when right.
    answer
        None when the trainee gave up.
    began_utc
        ISO 8601.
    """

    scenario_id: str
    observations: tuple[Observation, ...]
    answer: Answer | None
    began_utc: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, as the attempts file keeps them."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Attempt:
        """Return the attempt that `as_dict` wrote."""
        observations = tuple(
            Observation(
                Noticed(row["what"]),
                float(row["at_s"]),
                row["muscle"],
                None if row["side"] is None else Side(row["side"]),
                row["percent"],
            )
            for row in values["observations"]
        )
        answer = values["answer"]
        decided = answer and Answer(
            CaseChoice(answer["choice"]), CaseReason(answer["reason"]), float(answer["at_s"])
        )
        return cls(values["scenario_id"], observations, decided, values["began_utc"])
