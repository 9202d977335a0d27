"""What the rules speak in: `Dose`, `Finding`, `Reason`.

A `Dose` is a number of units of one product. Units of two products cannot be added, compared or
converted (every label in products.toml says so): there is no function here that could.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering
from typing import Annotated

from pydantic import Field

from emg_dosing.exact import exact, number
from emg_dosing.strict import DOCUMENT
from emg_signal.errors import PlanError
from emg_signal.phrase import say


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

    __pydantic_config__ = DOCUMENT
    units: float
    product_id: Annotated[str, Field(serialization_alias="product")]

    def __post_init__(self) -> None:
        """Refuse what is no amount."""
        if not math.isfinite(self.units) or self.units < 0:
            raise PlanError(
                say("A dose of {units} units is no amount.", units=str(self.units)),
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


class Grade(StrEnum):
    """How much a finding weighs, lightest first."""

    INFO = "info"
    CAUTION = "caution"
    WARNING = "warning"
    LIMIT = "limit"
    """Beyond an absolute bound: *trim* answers it."""
    STOP = "stop"
    """No suggestion is made while it stands."""


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

    __pydantic_config__ = DOCUMENT
    grade: Grade
    text: str
    rule_id: str
    sources: tuple[str, ...] = ()
    evidence: str = "none"
    status: str = "derived"
    reviewed: bool = False
    place: str = ""


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

    __pydantic_config__ = DOCUMENT
    text: str
    rule_id: str
    # A count of days or questions stays whole in JSON.
    value: int | float | None = None
    limit: int | float | None = None
    unit: str = ""
    sources: tuple[str, ...] = ()
    evidence: str = "none"
