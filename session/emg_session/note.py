"""`Note`: what a person wrote down of a visit, or at a point of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A line in a person's own words; it is never changed, another may follow it.

    Parameters
    ----------
    text
        What was written.
    point_id
        Of the plan; empty for the whole visit.
    at_utc
        When, ISO 8601 with offset.

    Raises
    ------
    ValueError
        Nothing was written.
    """

    text: str
    point_id: str
    at_utc: str

    def __post_init__(self) -> None:
        """Refuse a note of nothing."""
        if not self.text.strip():
            raise ValueError("a note says something")
