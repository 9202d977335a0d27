"""The JSON schemas of what goes in and what comes out; docs/schemas holds them as files."""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel

from emg_dosing.plan_document import PlanDocument, Strict
from emg_dosing.policy import PolicyDocument
from emg_dosing.scenario_document import ScenarioDocument

_BASE: Final = "https://json-schema.org/draft/2020-12/schema"


class DosePart(Strict):
    """Units of one product."""

    units: float
    product: str


class ChangePart(Strict):
    """One point, from and to."""

    point: str
    region: str
    muscle: str
    side: Literal["left", "right", "midline"]
    before: DosePart
    after: DosePart
    before_ml: float | None
    after_ml: float | None


class ReasonPart(Strict):
    """Why the answer is what it is."""

    text: str
    rule_id: str
    value: float | None
    limit: float | None
    unit: str
    sources: list[str]
    evidence: str


class CitedSource(Strict):
    """A source and the strongest grade with which it was cited."""

    id: str
    grade: str


class SuggestionDocument(Strict):
    """The answer to a scenario."""

    status: Literal["none", "ok", "limited", "refused"]
    kind: Literal["examine", "trim", "even out", "round", "EMG shift", "follow-up", "nothing"]
    changes: list[ChangePart]
    reasons: list[ReasonPart]
    rule_ids: list[str]
    sources: list[CitedSource]
    digest: str
    resulting_plan: dict[str, Any] | None
    examine: list[str]
    would_change: list[str]
    may_be_wrong: list[str]
    data: dict[str, float | str]
    age_min: float | None
    valid_min: float | None
    marks: list[str]


class FindingDocument(Strict):
    """One finding of the plan check."""

    grade: Literal["info", "caution", "warning", "limit", "stop"]
    text: str
    rule_id: str
    sources: list[str]
    evidence: str
    status: str
    reviewed: bool
    place: str


DOCUMENTS: Final[dict[str, type[BaseModel]]] = {
    "finding": FindingDocument,
    "plan": PlanDocument,
    "policy": PolicyDocument,
    "scenario": ScenarioDocument,
    "suggestion": SuggestionDocument,
}


def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON schema of one of `DOCUMENTS`."""
    schema = DOCUMENTS[name].model_json_schema(by_alias=True)
    return {"$schema": _BASE, "$id": f"{name}.schema.json", **schema}
