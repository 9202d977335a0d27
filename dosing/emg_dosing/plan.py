"""`Plan`: what the injector means to give, and where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Literal

from emg_dosing.exact import exact
from emg_dosing.plan_document import PlanDocument, PointPart
from emg_dosing.rows import ProductRow, RegionRow
from emg_dosing.stated_gap import KINDS_OF_GAP, StatedGap
from emg_dosing.strict import read_document
from emg_dosing.tables import Tables
from emg_dosing.values import Dose
from emg_signal.document import as_document
from emg_signal.errors import PlanError
from emg_signal.montage import Side
from emg_signal.phrase import listed, say


@dataclass(frozen=True, slots=True)
class Point:
    """One point: ``side`` is the patient's own, None in the midline.

    ``drawn_at`` is where a person put it on the face map, None where the map's own place stands:
    outwards from the midline as a share of half the face's width, and down from the crown as a
    share of its height. A drawing for orientation; no rule reads it.
    """

    id: str
    region: str
    muscle: str
    side: Side | None
    dose: Dose
    place: str = "standard"
    drawn_at: tuple[float, float] | None = None

    def mirrored(self) -> Point:
        """Return the same point on the other side, under the same id."""
        other = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, None: None}
        return replace(self, side=other[self.side])

    def as_dict(self) -> dict[str, Any]:
        """Return the point as a plan file holds it."""
        content = {
            "id": self.id,
            "region": self.region,
            "muscle": self.muscle,
            "side": self.side.value if self.side else "midline",
            "units": self.dose.units,
            "place": self.place,
            "drawn_at": None if self.drawn_at is None else list(self.drawn_at),
        }
        return _given(content)


@dataclass(frozen=True, slots=True)
class Vial:
    """A vial and its diluent, 0 for a liquid; ``concentration``: which of two figures counts."""

    units: float
    diluent_ml: float
    concentration: Literal["label", "computed"] | None = None
    price: float | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Syringe:
    """The syringe in the hand; the tolerance is its maker's, percent of the volume."""

    volume_ml: float
    graduation_ml: float
    tolerance_percent: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Points of one product; nothing in it is changed, new versions are made.

    Parameters
    ----------
    product_id
        Key of the products table: one product per plan.
    points
        In the order in which they are given.
    subject
        Label of the person.
    goal
        ``full`` or ``soft``: recorded, never a multiplier.
    lot, expires
        Of the vial.
    vial, syringe
        None if not known yet.
    reasons
        Region → why its sides differ.
    supply
        Why a product without a licence in the country is used (import permit, trial).
    gaps
        Region → what was measured of both sides, the reason why they are dosed unevenly.
    """

    product_id: str
    points: tuple[Point, ...]
    subject: str | None = None
    goal: Literal["full", "soft"] | None = None
    lot: str | None = None
    expires: dt.date | None = None
    vial: Vial | None = None
    syringe: Syringe | None = None
    reasons: tuple[tuple[str, str], ...] = ()
    supply: str | None = None
    gaps: tuple[tuple[str, StatedGap], ...] = ()

    @property
    def regions(self) -> tuple[str, ...]:
        """Regions in the order of their first point."""
        return tuple(dict.fromkeys(point.region for point in self.points))

    @property
    def total(self) -> Dose:
        """All units of the plan."""
        return Dose(float(self.units()), self.product_id)

    def units(self, **where: Any) -> Fraction:
        """Return the exact sum of the points that match, as in ``units(region=…, side=…)``."""
        return sum((exact(p.dose.units) for p in self.at(**where)), Fraction(0))

    def at(self, **where: Any) -> tuple[Point, ...]:
        """Return the points whose fields are as given."""
        found: Iterable[Point] = self.points
        for name, value in where.items():  # asked thousands of times for an answer
            found = [point for point in found if getattr(point, name) == value]
        return tuple(found)

    def reason_for(self, region: str) -> str | None:
        """Return why the sides of a region differ, if someone said: in words, else what by."""
        gap = dict(self.gaps).get(region)
        return dict(self.reasons).get(region) or (None if gap is None else KINDS_OF_GAP[gap.kind])

    def with_gap(self, region: str, gap: StatedGap) -> Plan:
        """Return the plan with what was measured of both sides of a region."""
        return replace(self, gaps=tuple((dict(self.gaps) | {region: gap}).items()))

    def with_reason(self, regions: Iterable[str], reason: str) -> Plan:
        """Return the plan with the reason that a person stated for some of its regions."""
        stated = dict(self.reasons) | {region: reason[:200] for region in regions if reason}
        return replace(self, reasons=tuple(stated.items()))

    def with_units(self, units: Mapping[str, float]) -> Plan:
        """Return the plan with other units at the points named by id."""
        points = tuple(
            replace(p, dose=Dose(units.get(p.id, p.dose.units), self.product_id))
            for p in self.points
        )
        return replace(self, points=points)

    def mirrored(self) -> Plan:
        """Return the plan with left and right exchanged."""
        return replace(
            self,
            points=tuple(point.mirrored() for point in self.points),
            gaps=tuple((region, gap.mirrored()) for region, gap in self.gaps),
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the plan as `parse_plan` reads it."""
        product = {
            "id": self.product_id,
            "lot": self.lot,
            "expires": _iso(self.expires),
            "supply": self.supply,
        }
        content: dict[str, Any] = {
            "schema": 1,
            "subject": self.subject,
            "goal": self.goal,
            "product": _given(product),
            "vial": None if self.vial is None else _given(_fields(self.vial)),
            "syringe": None if self.syringe is None else _given(_fields(self.syringe)),
            "point": [point.as_dict() for point in self.points],
            "reasons": dict(self.reasons),
            "measured": {region: as_document(gap) for region, gap in self.gaps},
        }
        return _given(content)


def parse_plan(content: Mapping[str, Any], tables: Tables) -> Plan:
    """Return the plan in `content` (a parsed TOML or JSON document).

    Raises
    ------
    PlanError
        A field is missing, unknown, negative or not finite; or the product, a region or a muscle
        is not in the tables. The message names the field.
    """
    document = read_document(PlanDocument, content, "Plan", PlanError)
    _require_known("product", document.product.id, (row.id for row in tables.all(ProductRow)))
    for region in (*document.reasons, *document.measured):
        _require_known("region", region, (point.region for point in document.point))
    return Plan(
        product_id=document.product.id,
        points=_points(document, tables),
        subject=document.subject,
        goal=document.goal,
        lot=document.product.lot,
        expires=document.product.expires,
        vial=None if document.vial is None else Vial(**document.vial.model_dump()),
        syringe=None if document.syringe is None else Syringe(**document.syringe.model_dump()),
        reasons=tuple(document.reasons.items()),
        supply=document.product.supply,
        gaps=tuple(document.measured.items()),
    )


def _points(document: PlanDocument, tables: Tables) -> tuple[Point, ...]:
    counts: dict[str, int] = {}
    points: list[Point] = []
    for index, part in enumerate(document.point, start=1):
        muscle = _muscle(index, part, tables)
        stem = f"{part.region}.{muscle}.{part.side}"
        counts[stem] = counts.get(stem, 0) + 1
        name = part.id or f"{stem}.{counts[stem]}"
        if any(point.id == name for point in points):
            raise PlanError(
                say("Plan: point {index} id: {name} stands twice.", index=index, name=repr(name)),
                say("Rename one."),
            )
        side = None if part.side == "midline" else Side(part.side)
        dose = Dose(part.units, document.product.id)
        at = None if part.drawn_at is None else (part.drawn_at[0], part.drawn_at[1])
        points.append(Point(name, part.region, muscle, side, dose, part.place, at))
    return tuple(points)


def _muscle(index: int, part: PointPart, tables: Tables) -> str:
    """Return the point's muscle; a region with a single muscle need not name it."""
    _require_known(f"point {index} region", part.region, (row.id for row in tables.all(RegionRow)))
    muscles = tables.region(part.region).muscles
    if part.muscle is None and len(muscles) > 1:
        raise PlanError(
            say(
                "Plan: point {index} muscle: {region} has several.", index=index, region=part.region
            ),
            say("Name one of: {names}.", names=listed(muscles)),
        )
    muscle = part.muscle or muscles[0]
    _require_known(f"point {index} muscle", muscle, muscles)
    if part.side != "midline" and not tables.muscle(muscle).paired:
        raise PlanError(
            say(
                "Plan: point {index} side: {muscle} lies in the midline.",
                index=index,
                muscle=muscle,
            )
        )
    return muscle


def _require_known(field: str, value: str, known: Iterable[str]) -> None:
    names = tuple(dict.fromkeys(known))
    if value not in names:
        raise PlanError(
            say("Plan: {field}: {value} is unknown.", field=field, value=repr(value)),
            say("Known: {names}.", names=listed(names)),
        )


def _fields(value: Vial | Syringe) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _given(content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if value not in (None, {})}


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()
