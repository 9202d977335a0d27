"""Documents: any of our frozen values as plain values for JSON, and back, by its type alone.

What a value is, is said once, by its dataclass; pydantic reads the fields from there.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from emg_signal.phrase import say
from emg_signal.problem import problem_of

T = TypeVar("T")


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}
"""One per type that was asked for: making one takes a thousand times as long as using it."""


def _adapter(kind: type[T]) -> TypeAdapter[T]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def as_document(value: object) -> dict[str, Any]:
    """Return a dataclass as plain values for JSON: enumerations by value, tuples as lists."""
    document: dict[str, Any] = _adapter(type(value)).dump_python(value, mode="json", by_alias=True)
    return document


def from_document(kind: type[T], document: object) -> T:
    """Return the value that `as_document` wrote.

    Parameters
    ----------
    kind
        Its type. A field that the type does not know (of a later version) is left out; one that
        is missing has the type's default.
    document
        Plain values, as JSON gives them back.

    Raises
    ------
    ValueError
        A field without default is missing, or one has the wrong kind; its place is named.
    """
    try:
        return _adapter(kind).validate_python(document)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ValueError(
            say("{field}: {problem}", field=where, problem=problem_of(first))
        ) from error
