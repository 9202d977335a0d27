"""`Suggestion`: what the rules say of a plan, as `Change`s point by point, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from emg_dosing.plan import Plan
from emg_dosing.values import Dose, Reason
from emg_signal.montage import Side


class Status(StrEnum):
    """How a suggestion came out."""

    NONE = "none"
    OK = "ok"
    LIMITED = "limited"
    REFUSED = "refused"


class SuggestionKind(StrEnum):
    """What is suggested, in the order in which it is looked for."""

    EXAMINE = "examine"
    TRIM = "trim"
    EVEN_OUT = "even out"
    ROUND = "round"
    EMG_SHIFT = "EMG shift"
    FOLLOW_UP = "follow-up"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Change:
    """One point, from and to.

    Parameters
    ----------
    point_id, region, muscle, side
        The point; ``side`` is None in the midline.
    before, after
        Units of the plan's product.
    before_ml, after_ml
        The same in mL, None without vial and diluent.
    """

    point_id: str
    region: str
    muscle: str
    side: Side | None
    before: Dose
    after: Dose
    before_ml: float | None = None
    after_ml: float | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dict."""
        return {
            "point": self.point_id,
            "region": self.region,
            "muscle": self.muscle,
            "side": self.side.value if self.side else "midline",
            "before": self.before.as_dict(),
            "after": self.after.as_dict(),
            "before_ml": self.before_ml,
            "after_ml": self.after_ml,
        }


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The answer to one scenario; a person decides what becomes of it.

    Parameters
    ----------
    status
        NONE is the default; each REFUSED or LIMITED has a reason.
    kind
        What is suggested or asked for.
    changes
        Point by point; empty unless the status is OK or LIMITED.
    reasons
        The most limiting first.
    digest
        SHA-256 of plan, measurement, examination, policy, profile and tables: a suggestion holds
        for these inputs only.
    resulting_plan
        The plan with the changes made, None if there are none.
    examine
        What to look at before anything is decided.
    would_change
        What would change the answer; empty for a refusal, which nothing unlocks.
    may_be_wrong
        Why the numbers behind it may mislead.
    data
        Numbers that belong to the answer (follow-up).
    age_min
        Age of the locked measurement in minutes, None without one.
    valid_min
        Minutes for which it still holds, None without a measurement.
    marks
        What must be shown with it everywhere: watermark, historical, unreviewed.
    source_grades
        Source id → strongest evidence grade with which it was cited.
    """

    status: Status
    kind: SuggestionKind
    changes: tuple[Change, ...]
    reasons: tuple[Reason, ...]
    digest: str
    resulting_plan: Plan | None = None
    examine: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    may_be_wrong: tuple[str, ...] = ()
    data: tuple[tuple[str, float | str], ...] = ()
    age_min: float | None = None
    valid_min: float | None = None
    marks: tuple[str, ...] = ()
    source_grades: tuple[tuple[str, str], ...] = ()

    @property
    def rule_ids(self) -> tuple[str, ...]:
        """Rules behind the reasons, each once."""
        return tuple(dict.fromkeys(reason.rule_id for reason in self.reasons))

    @property
    def sources(self) -> tuple[str, ...]:
        """Sources behind the reasons, each once."""
        return tuple(dict.fromkeys(s for reason in self.reasons for s in reason.sources))

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dict, described by docs/schemas/suggestion.schema.json."""
        plan = self.resulting_plan
        return {
            "status": self.status.value,
            "kind": self.kind.value,
            "changes": [change.as_dict() for change in self.changes],
            "reasons": [reason.as_dict() for reason in self.reasons],
            "rule_ids": list(self.rule_ids),
            "sources": [{"id": s, "grade": g} for s, g in self.source_grades],
            "digest": self.digest,
            "resulting_plan": None if plan is None else plan.as_dict(),
            "examine": list(self.examine),
            "would_change": list(self.would_change),
            "may_be_wrong": list(self.may_be_wrong),
            "data": dict(self.data),
            "age_min": self.age_min,
            "valid_min": self.valid_min,
            "marks": list(self.marks),
        }
