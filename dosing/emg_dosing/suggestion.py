"""`Suggestion`: what the rules say of a plan, as `Change`s point by point, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, PlainSerializer

from emg_dosing.plan import Plan
from emg_dosing.strict import DOCUMENT
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


def _side(side: Side | None) -> str:
    return side.value if side else "midline"


def _plan(plan: Plan | None) -> dict[str, Any] | None:
    return None if plan is None else plan.as_dict()


WrittenSide = Literal["left", "right", "midline"]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, and the strongest evidence grade with which it was cited."""

    __pydantic_config__ = DOCUMENT
    id: str
    grade: str


@dataclass(frozen=True, slots=True)
class Change:
    """One point, from and to.

    Parameters
    ----------
    point_id, region, muscle, side
        The point; ``side`` is None in the midline.
    name
        What people call it.
    before, after
        Units of the plan's product.
    before_ml, after_ml
        The same in mL, None without vial and diluent.
    """

    __pydantic_config__ = DOCUMENT
    point_id: Annotated[str, Field(serialization_alias="point")]
    region: str
    muscle: str
    side: Annotated[Side | None, PlainSerializer(_side, return_type=WrittenSide)]
    name: str
    before: Dose
    after: Dose
    before_ml: float | None = None
    after_ml: float | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The answer to one scenario; a person decides what becomes of it.

    As a document it is described by docs/schemas/suggestion.schema.json.

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
    rule_ids
        Rules behind the reasons, each once.
    sources
        Sources behind the reasons, each once.
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
    """

    __pydantic_config__ = DOCUMENT
    status: Status
    kind: SuggestionKind
    changes: tuple[Change, ...]
    reasons: tuple[Reason, ...]
    rule_ids: tuple[str, ...]
    sources: tuple[CitedSource, ...]
    digest: str
    resulting_plan: Annotated[
        Plan | None, PlainSerializer(_plan, return_type=dict[str, Any] | None)
    ] = None
    examine: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    may_be_wrong: tuple[str, ...] = ()
    data: Annotated[
        tuple[tuple[str, float | str], ...],
        PlainSerializer(dict, return_type=dict[str, float | str]),
    ] = ()
    age_min: float | None = None
    valid_min: float | None = None
    marks: tuple[str, ...] = ()
