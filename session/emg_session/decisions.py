"""`Decision`: what a person did with a suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DecisionKind(StrEnum):
    """The three things that a person can do with a suggestion."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's answer to one suggestion.

    Parameters
    ----------
    kind
        Accepted, edited or rejected.
    reason
        In the person's words; required unless accepted.
    suggestion_digest
        Digest of the suggestion that it answers.

    Raises
    ------
    ValueError
        Edited or rejected without a reason.
    """

    kind: DecisionKind
    reason: str
    suggestion_digest: str

    def __post_init__(self) -> None:
        """Refuse an answer without a reason."""
        if self.kind is not DecisionKind.ACCEPTED and not self.reason.strip():
            raise ValueError(f"a suggestion is {self.kind} with a reason only")
