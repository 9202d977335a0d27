"""The JSON schemas of what goes in and what comes out, from the types that read and write it."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter

from emg_dosing.plan_document import PlanDocument
from emg_dosing.policy import PolicyDocument
from emg_dosing.safety import SafetyItem
from emg_dosing.scenario_document import ScenarioDocument
from emg_dosing.suggestion import Suggestion
from emg_dosing.values import Finding

_BASE: Final = "https://json-schema.org/draft/2020-12/schema"

READ: Final = {"plan": PlanDocument, "policy": PolicyDocument, "scenario": ScenarioDocument}
WRITTEN: Final = {"finding": Finding, "suggestion": Suggestion}
DOCUMENTS: Final[dict[str, Any]] = READ | WRITTEN


def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON schema of one of `DOCUMENTS`."""
    mode: Any = "validation" if name in READ else "serialization"
    schema = TypeAdapter(DOCUMENTS[name]).json_schema(by_alias=True, mode=mode)
    if name == "suggestion":  # the command tells the safety line with it
        safety = TypeAdapter(tuple[SafetyItem, ...]).json_schema(mode=mode)
        schema["$defs"] |= safety.pop("$defs")
        schema["properties"]["safety"] = safety
    return {"$schema": _BASE, "$id": f"{name}.schema.json", **_short(schema)}


def _short(value: Any) -> Any:
    """Return a schema in which each description is a docstring's first line."""
    if isinstance(value, list):
        return [_short(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: item.split("\n")[0] if key == "description" and isinstance(item, str) else _short(item)
        for key, item in value.items()
    }
