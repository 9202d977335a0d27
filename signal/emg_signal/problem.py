"""`problem_of`: what is wrong with a value of a document, in people's words, not pydantic's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from emg_signal.phrase import say

_WORDS = {
    "missing": say("is missing"),
    "extra_forbidden": say("is not known here"),
    "unexpected_keyword_argument": say("is not known here"),
    "string_type": say("must be a text in quotes"),
    "bool_type": say("must be true or false"),
    "finite_number": say("must be a finite number"),
    "too_short": say("has too few entries"),
    "too_long": say("has too many entries"),
    "string_too_short": say("must not be empty"),
    "string_too_long": say("is too long a text"),
}
_BY_ENDING = {
    "_parsing": say("must be a number"),
    "float_type": say("must be a number"),
    "int_type": say("must be a whole number"),
    "int_from_float": say("must be a whole number"),
    "list_type": say("must be a list"),
    "tuple_type": say("must be a list"),
    "dict_type": say("must be a table with fields of its own"),
    "model_type": say("must be a table with fields of its own"),
    "dataclass_type": say("must be a table with fields of its own"),
}


def problem_of(error: Mapping[str, Any]) -> str:
    """Return what is wrong, to follow the name of the field.

    Parameters
    ----------
    error
        One of the errors of a pydantic `ValidationError`.
    """
    kind, limits = error["type"], error.get("ctx", {})
    match kind:
        case "greater_than":
            return say("must be more than {limit}", limit=_plain(limits["gt"]))
        case "greater_than_equal":
            return say("must be at least {limit}", limit=_plain(limits["ge"]))
        case "less_than":
            return say("must be less than {limit}", limit=_plain(limits["lt"]))
        case "less_than_equal":
            return say("must be at most {limit}", limit=_plain(limits["le"]))
        case "literal_error" | "enum":
            return say("must be one of {names!s}", names=limits["expected"])
    if kind in _WORDS:
        return _WORDS[kind]
    ending = next((words for end, words in _BY_ENDING.items() if kind.endswith(end)), None)
    return ending or str(error["msg"]).removeprefix("Value error, ").rstrip(".")


def _plain(limit: Any) -> Any:
    """Return 0 for 0.0: nobody typed the point."""
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit
