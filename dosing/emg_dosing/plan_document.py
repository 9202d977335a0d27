"""The plan as a file holds it: the fields that it may have, and their ranges."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from emg_dosing.stated_gap import StatedGap
from emg_dosing.strict import Date, Label, Strict

OnFace = Annotated[float, Field(ge=0, le=1.2)]
"""A share of the face map's half width or height; the neck lies beyond the chin."""


class ProductPart(Strict):
    """Which product: its key, lot, expiry, and why it is used where it has no licence."""

    id: Label
    lot: Label | None = None
    expires: Date | None = None
    supply: Label | None = None


class VialPart(Strict):
    """Vial, diluent (0 for a liquid), and which strength counts where the label says two."""

    units: float = Field(gt=0)
    diluent_ml: float = Field(ge=0)
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
    measured: dict[Label, StatedGap] = Field(default_factory=dict)
