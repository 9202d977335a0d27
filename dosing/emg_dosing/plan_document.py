"""The plan as a file holds it: what pydantic accepts, and one clear line for what it does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from emg_signal.errors import ConfigError
from emg_signal.phrase import say


def _date_of(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        raise ValueError("is a date without a time")
    if isinstance(value, str):
        return dt.date.fromisoformat(value)
    return value


Date = Annotated[dt.date, BeforeValidator(_date_of)]
"""A date, or ``YYYY-MM-DD`` where the file format has none."""
Label = Annotated[str, Field(min_length=1, max_length=200)]

OnFace = Annotated[float, Field(ge=0, le=1.2)]
"""A share of the face map's half width or height; the neck lies beyond the chin."""


class Strict(BaseModel):
    """Strict types, finite numbers, no unknown field."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class ProductPart(Strict):
    """Which product: its key, lot and expiry."""

    id: Label
    lot: Label | None = None
    expires: Date | None = None


class VialPart(Strict):
    """Vial and diluent, and which concentration counts where the label contradicts itself."""

    units: float = Field(gt=0)
    diluent_ml: float = Field(gt=0)
    concentration: Literal["label", "computed"] | None = None
    price: float | None = Field(default=None, ge=0)
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None


class SyringePart(Strict):
    """The syringe in the hand."""

    volume_ml: float = Field(gt=0)
    graduation_ml: float = Field(gt=0)
    tolerance_percent: float | None = Field(default=None, ge=0, le=100)


class PointPart(Strict):
    """One point of injection."""

    id: Label | None = None
    region: Label
    muscle: Label | None = None
    side: Literal["left", "right", "midline"]
    units: float = Field(ge=0)
    place: Literal["standard", "lateral", "medial", "lower", "anterior"] = "standard"
    drawn_at: Annotated[list[OnFace], Field(min_length=2, max_length=2)] | None = None


class PlanDocument(Strict):
    """A plan."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    subject: Label | None = None
    goal: Literal["full", "soft"] | None = None
    product: ProductPart
    vial: VialPart | None = None
    syringe: SyringePart | None = None
    point: list[PointPart] = Field(min_length=1, max_length=200)
    reasons: dict[Label, Label] = Field(default_factory=dict)


Document = TypeVar("Document", bound=BaseModel)


def read_document(
    kind: type[Document], content: Mapping[str, Any], what: str, error: type[ConfigError]
) -> Document:
    """Return `content` as `kind`.

    Raises
    ------
    ConfigError
        Of type `error`, naming the first field that is missing or wrong.
    """
    try:
        return kind.model_validate(dict(content))
    except ValidationError as cause:
        first = cause.errors(include_url=False)[0]
        where = _where(first["loc"])
        said = {"document": what, "field": where, "problem": first["msg"]}
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
