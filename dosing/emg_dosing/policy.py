"""`Policy`: the program's own numbers, which a clinic may tighten and never loosen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import Field

from emg_dosing.exact import number
from emg_dosing.region_bounds import table_bounds
from emg_dosing.rows import MaximumRow, ProductRow, RegionRow
from emg_dosing.strict import Label, Strict, read_document
from emg_dosing.tables import Tables
from emg_signal.errors import PolicyError
from emg_signal.phrase import say

Limits = tuple[tuple[str, str, float], ...]
"""(product, region, units) entries."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Numbers that the rules hold values against.

    Parameters
    ----------
    validity_min
        Minutes that a locked measurement carries a suggestion.
    max_shift_percent
        Largest EMG shift, percent of the smaller side.
    repetitions, placements
        Fewest bilateral repetitions per placement, and placements.
    examine_index_percent
        Asymmetry above which is examined, never dosed.
    concentration_difference_percent
        Gap between the label's and the computed concentration that must be acknowledged.
    emg_baseline_weeks
        Weeks after toxin in which EMG is no baseline, where a region has no figure of its own;
        a clinic that asks for more has them everywhere.
    review_day
        No review or touch-up before this day.
    emg_shift
        Whether the EMG shift is allowed at all.
    touch_up_units
        Whether a figure is told for a touch-up; off unless the clinic switches it on.
    max_units, max_point_units
        Upper bounds per product and region (on the region's own basis: per side or in all), and
        per point of it.
    max_session_units
        Upper bounds of a session per product; the region of the entry is empty.
    country
        Where the clinic is, as ISO 3166 writes it in two letters; empty is not set.
    name
        Of its file; empty for the program's own.
    """

    validity_min: float
    max_shift_percent: float
    repetitions: float
    placements: float
    examine_index_percent: float
    concentration_difference_percent: float
    emg_baseline_weeks: float
    review_day: float
    emg_shift: bool = True
    touch_up_units: bool = False
    max_units: Limits = ()
    max_point_units: Limits = ()
    max_session_units: Limits = ()
    country: str = ""
    name: str = ""

    @classmethod
    def from_tables(cls, tables: Tables, *, country: str = "") -> Policy:
        """Return the program's own policy, in a country if one is set."""
        value = {field: tables.policy_rule(rule).value for field, rule in _RULES.items()}
        return cls(
            validity_min=value["validity_min"],
            max_shift_percent=value["max_shift_percent"],
            repetitions=value["repetitions"],
            placements=value["placements"],
            examine_index_percent=value["examine_index_percent"],
            concentration_difference_percent=value["concentration_difference_percent"],
            emg_baseline_weeks=value["emg_baseline_weeks"],
            review_day=value["review_day"],
            country=country,
        )

    def limit(self, limits: Limits, product: str, region: str) -> float | None:
        """Return the lowest entry for a product and region, None if there is none."""
        return min((u for p, r, u in limits if (p, r) == (product, region)), default=None)

    def as_dict(self) -> dict[str, Any]:
        """Return the policy as `parse_policy` reads it."""
        bounds = [_bound(*entry, "max_units") for entry in self.max_units]
        bounds += [_bound(*entry, "max_point_units") for entry in self.max_point_units]
        session = [{"product": p, "max_units": units} for p, _, units in self.max_session_units]
        numbers = {field: getattr(self, field) for field in _RULES}
        own = numbers | {"emg_shift": self.emg_shift, "limit": bounds, "session": session}
        own |= {"touch_up_units": True} if self.touch_up_units else {}
        return own | ({"country": self.country} if self.country else {})

    @property
    def digest(self) -> str:
        """SHA-256 of all its numbers and its country, hexadecimal; its name does not count."""
        text = json.dumps(self.as_dict(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("ascii")).hexdigest()


_RULES = {
    "validity_min": "validity",
    "max_shift_percent": "max_shift",
    "repetitions": "repetitions",
    "placements": "placements",
    "examine_index_percent": "examine_index",
    "concentration_difference_percent": "concentration_difference",
    "emg_baseline_weeks": "emg_baseline_weeks",
    "review_day": "review_day",
}


def _bound(product: str, region: str, units: float, kind: str) -> dict[str, Any]:
    return {"product": product, "region": region, kind: units}


Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""Two capital letters of ISO 3166, or the EU or UK of the tables."""


class LimitPart(Strict):
    """An upper bound of one product in one region, in that product's units."""

    product: Label
    region: Label
    max_units: float | None = Field(default=None, ge=0)
    max_point_units: float | None = Field(default=None, ge=0)


class SessionPart(Strict):
    """An upper bound of a session with one product."""

    product: Label
    max_units: float = Field(ge=0)


class PolicyDocument(Strict):
    """A clinic's policy: every field may be left out, none may loosen.

    ``touch_up_units`` alone switches something on: a figure that is told and changes no plan.
    """

    validity_min: float | None = Field(default=None, gt=0)
    max_shift_percent: float | None = Field(default=None, ge=0)
    repetitions: float | None = Field(default=None, gt=0)
    placements: float | None = Field(default=None, gt=0)
    examine_index_percent: float | None = Field(default=None, ge=0)
    concentration_difference_percent: float | None = Field(default=None, ge=0)
    emg_baseline_weeks: float | None = Field(default=None, gt=0)
    review_day: float | None = Field(default=None, gt=0)
    emg_shift: bool | None = None
    touch_up_units: bool = False
    country: Country | None = None
    limit: list[LimitPart] = Field(default_factory=list)
    session: list[SessionPart] = Field(default_factory=list)


def parse_policy(content: Mapping[str, Any], tables: Tables) -> Policy:
    """Return the program's policy, tightened by a clinic's.

    Raises
    ------
    PolicyError
        Unreadable, an unknown product or region, or a number that loosens.
    """
    document = read_document(PolicyDocument, content, "Policy", PolicyError)
    own = Policy.from_tables(tables)
    numbers: dict[str, Any] = {field: _tightened(field, document, own, tables) for field in _RULES}
    for limit in document.limit:
        _require_known(limit.product, limit.region, tables)
        _require_limit_tightens(limit, tables)
    for session in document.session:
        _require_known(session.product, None, tables)
        _require_session_tightens(session, tables)
    units = ((e.product, e.region, e.max_units) for e in document.limit)
    points = ((e.product, e.region, e.max_point_units) for e in document.limit)
    return replace(
        own,
        emg_shift=document.emg_shift is not False,
        touch_up_units=document.touch_up_units,
        max_units=tuple((p, r, u) for p, r, u in units if u is not None),
        max_point_units=tuple((p, r, u) for p, r, u in points if u is not None),
        max_session_units=tuple((e.product, "", e.max_units) for e in document.session),
        country=document.country or "",
        **numbers,
    )


def _tightened(field: str, document: PolicyDocument, own: Policy, tables: Tables) -> float:
    given: float | None = getattr(document, field)
    current: float = getattr(own, field)
    if given is None:
        return current
    lower = tables.policy_rule(_RULES[field]).tighter == "lower"
    if (given > current) if lower else (given < current):
        own_number = f"{current:g}"
        raise PolicyError(
            say(
                "Policy: {field}: {given} would loosen the program's {own}.",
                field=field,
                given=f"{given:g}",
                own=own_number,
            ),
            say("Give {own} or less.", own=own_number)
            if lower
            else say("Give {own} or more.", own=own_number),
        )
    return given


def _require_limit_tightens(limit: LimitPart, tables: Tables) -> None:
    """Refuse a bound that a label's own makes idle: the clinic would rely on it in vain."""
    known = table_bounds(tables, limit.product, limit.region)
    if known is None or not known.is_limit:
        return
    own = known.guardrail.absolute.high
    for given in (limit.max_units, limit.max_point_units):
        if given is not None and given > own:
            raise _loosened(f"{limit.product} {limit.region}", given, own)


def _require_session_tightens(session: SessionPart, tables: Tables) -> None:
    for row in tables.of_product(MaximumRow, session.product):
        if row.scope == "cumulative" and session.max_units > row.units:
            raise _loosened(f"session {session.product}", session.max_units, row.units)


def _loosened(field: str, given: float, own: float) -> PolicyError:
    return PolicyError(
        say(
            "Policy: {field}: {given} units would loosen the program's {own} units.",
            field=field,
            given=number(given),
            own=number(own),
        ),
        say("Give {own} units or less.", own=number(own)),
    )


def _require_known(product: str, region: str | None, tables: Tables) -> None:
    if product not in {row.id for row in tables.all(ProductRow)}:
        raise PolicyError(
            say("Policy: product {name} is unknown.", name=repr(product)), say("Check its name.")
        )
    if region is not None and region not in {row.id for row in tables.all(RegionRow)}:
        raise PolicyError(
            say("Policy: region {name} is unknown.", name=repr(region)), say("Check its name.")
        )
