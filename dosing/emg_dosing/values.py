"""What the rules say: `Dose`, `Finding`, `Reason`, `Change`.

A `Dose` is a number of units of one product. Units of two products cannot be added, compared or
converted (every label in products.toml says so): there is no function here that could.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering
from typing import TYPE_CHECKING, Any

from emg_dosing.exact import exact, number
from emg_signal.errors import PlanError
from emg_signal.montage import Side
from emg_signal.phrase import say

if TYPE_CHECKING:
    from emg_dosing.plan import Plan


@total_ordering
@dataclass(frozen=True, slots=True)
class Dose:
    """Units of one product.

    Parameters
    ----------
    units
        Finite and not negative, in that product's own units.
    product_id
        Key of the products table.

    Raises
    ------
    PlanError
        Negative or not finite; or two products met in one sum or comparison.
    """

    units: float
    product_id: str

    def __post_init__(self) -> None:
        """Refuse what is no amount."""
        if not math.isfinite(self.units) or self.units < 0:
            raise PlanError(
                say("A dose of {units} U is no amount.", units=str(self.units)),
                say("Enter 0 or more."),
            )

    def __add__(self, other: Dose) -> Dose:
        """Return the sum of two doses of the same product."""
        return Dose(float(exact(self.units) + exact(self._same(other).units)), self.product_id)

    def __lt__(self, other: Dose) -> bool:
        """Compare two doses of the same product."""
        return self.units < self._same(other).units

    def __str__(self) -> str:
        """Return ``20 U dysport_us``."""
        return f"{number(self.units)} U {self.product_id}"

    def _same(self, other: Dose) -> Dose:
        if other.product_id != self.product_id:
            raise PlanError(
                say(
                    "Units of {product} and of {other} do not mix.",
                    product=self.product_id,
                    other=other.product_id,
                ),
                say("Units of one product say nothing about another's."),
            )
        return other

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dict."""
        return {"units": self.units, "product": self.product_id}


class Grade(StrEnum):
    """How much a finding weighs, lightest first."""

    INFO = "info"
    CAUTION = "caution"
    WARNING = "warning"
    LIMIT = "limit"
    """Beyond an absolute bound: *trim* answers it."""
    STOP = "stop"
    """No suggestion is made while it stands."""


class Status(StrEnum):
    """How a suggestion came out."""

    NONE = "none"
    OK = "ok"
    LIMITED = "limited"
    REFUSED = "refused"


class Kind(StrEnum):
    """What is suggested, in the order in which it is looked for."""

    EXAMINE = "examine"
    TRIM = "trim"
    EVEN_OUT = "even out"
    ROUND = "round"
    EMG_SHIFT = "EMG shift"
    FOLLOW_UP = "follow-up"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the plan check found.

    Parameters
    ----------
    grade
        How much it weighs.
    text
        One sentence with number and unit.
    rule_id
        Rule or row that says so.
    sources
        Ids of the sources table.
    evidence
        Grade of that row: label, rct, cohort, consensus, teaching or none.
    status
        How the row is known: verified, derived, secondary, general or not_found.
    reviewed
        Whether a clinician has reviewed the row.
    place
        Point, side or region that it is about; empty for the whole plan.
    """

    grade: Grade
    text: str
    rule_id: str
    sources: tuple[str, ...] = ()
    evidence: str = "none"
    status: str = "derived"
    reviewed: bool = False
    place: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dict."""
        return {
            "grade": self.grade.value,
            "text": self.text,
            "rule_id": self.rule_id,
            "sources": list(self.sources),
            "evidence": self.evidence,
            "status": self.status,
            "reviewed": self.reviewed,
            "place": self.place,
        }


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an answer is what it is.

    Parameters
    ----------
    text
        One sentence; carries its number and unit in words too.
    rule_id
        Rule or row that says so.
    value, limit
        The number met and the number it was held against; None where there is none.
    unit
        Unit of both.
    sources
        Ids of the sources table.
    evidence
        Grade of the rule, as in `Finding`.
    """

    text: str
    rule_id: str
    value: float | None = None
    limit: float | None = None
    unit: str = ""
    sources: tuple[str, ...] = ()
    evidence: str = "none"

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dict."""
        return {
            "text": self.text,
            "rule_id": self.rule_id,
            "value": self.value,
            "limit": self.limit,
            "unit": self.unit,
            "sources": list(self.sources),
            "evidence": self.evidence,
        }


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
    kind: Kind
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
