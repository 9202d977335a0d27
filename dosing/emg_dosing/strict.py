"""Documents of a person, read strictly: what is accepted, and one clear line for what is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from emg_signal.errors import ConfigError
from emg_signal.phrase import say
from emg_signal.problem import problem_of


def _date_of(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        raise ValueError("is a date without a time")
    if isinstance(value, str):
        return dt.date.fromisoformat(value)
    return value


Date = Annotated[dt.date, BeforeValidator(_date_of)]
"""A date, or ``YYYY-MM-DD`` where the file format has none."""
Label = Annotated[str, Field(min_length=1, max_length=200)]

DOCUMENT: Final = ConfigDict(
    extra="forbid", allow_inf_nan=False, json_schema_serialization_defaults_required=True
)
"""What a dataclass that stands in a document takes as ``__pydantic_config__``: no unknown field.

Its numbers and answers are strict one by one: as a whole, pydantic would take no object for it.
"""


class Strict(BaseModel):
    """Strict types, finite numbers, no unknown field."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


Document = TypeVar("Document", bound=BaseModel)


def read_document(
    kind: type[Document], content: Mapping[str, Any], what: str, error: type[ConfigError]
) -> Document:
    """Return `content` as `kind`.

    Parameters
    ----------
    kind
        Its fields are the document's; a dataclass among them is made at once.
    content
        A parsed TOML or JSON document.
    what
        What people call it, the first word of the message: ``Plan``.
    error
        What to raise.

    Raises
    ------
    ConfigError
        Of type `error`, naming the first field that is missing or wrong.
    """
    try:
        return kind.model_validate(dict(content))
    except ValidationError as cause:
        first = cause.errors(include_url=False)[0]
        problem = problem_of(first)
        said = {"document": what, "field": _where(first["loc"]), "problem": problem}
        message = (
            say("{document}: {field}: {problem}.", **said)
            if first["type"] == "missing"
            else say(
                "{document}: {field}: {problem} (given: {given}).",
                **said,
                given=_short(first["input"]),
            )
        )
        raise error(message, say("Correct that field.")) from cause


def _where(location: tuple[int | str, ...]) -> str:
    """Return ``point 3 units``: people count from 1."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in location) or "all"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
