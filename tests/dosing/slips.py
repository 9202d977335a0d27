"""Plans that are sound, and the same with one number ten times too large or too small."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from emg_dosing.bound_plan import bind
from emg_dosing.check import check_plan
from emg_dosing.exact import exact, floor_units
from emg_dosing.plan import Plan, Point, Syringe, Vial
from emg_dosing.policy import Policy
from emg_dosing.region_bounds import KnownDose, table_bounds
from emg_dosing.rows import DilutionRow, ProductRow, RegionRow
from emg_dosing.tables import Tables
from emg_dosing.values import Dose, Grade
from emg_signal.montage import Side

NUMBERS = ("units", "diluent", "vial", "graduation")
SYRINGES = (
    Syringe(1.0, 0.01), Syringe(1.0, 0.02), Syringe(0.5, 0.01), Syringe(0.3, 0.01),
    Syringe(0.3, 0.005), Syringe(2.0, 0.1), Syringe(1.0, 0.05),
)  # fmt: skip


@dataclass(frozen=True)
class Slip:
    """A plan with a slip, and what was slipped."""

    plan: Plan
    number: str
    times: float


def known_doses(tables: Tables, product: ProductRow, region: RegionRow) -> list[KnownDose]:
    """Return what a label or a trial gives there, none where nothing is known."""
    bounds = table_bounds(tables, product.id, region.id)
    known = () if bounds is None else bounds.known
    return [dose for dose in known if dose.basis != "practice"]


def sound_plan(tables: Tables, product: ProductRow, region: RegionRow, draw: random.Random) -> Plan:
    """Return a plan of a label's or a trial's dose; where there is none, of label points."""
    known = known_doses(tables, product, region)
    muscle = next((m for m in region.muscles if tables.muscle(m).paired), region.muscles[0])
    sides: Sequence[Side | None] = tuple(Side)
    per_side = draw.randint(*_points(region))
    if known:
        dose = draw.choice(known)
        row = dose.row
        arms = getattr(row, "units", None) or [dose.low, dose.high]
        units = draw.choice(arms)
        whole = units if region.side_basis == "total" else 2 * units
        each = whole / (2 * per_side)
        most = {"small": 2, "chewing": 8, "face": 4}[region.scale] * product.label_point_units
        while each > most:  # a dose of many points is given in many points
            per_side += 1
            each = whole / (2 * per_side)
    else:
        low, high = {"small": (0.25, 1), "chewing": (1, 4), "face": (0.5, 2)}[region.scale]
        each = draw.uniform(low, high) * product.label_point_units
    points = tuple(
        Point(f"{side}.{i}", region.id, muscle, side, Dose(floor_units(exact(each)), product.id))
        for side in sides
        for i in range(per_side)
    )
    plan = Plan(product.id, points, vial=_vial(tables, product, draw))
    fitting = [one for one in SYRINGES if _draws(replace(plan, syringe=one), tables, each)]
    return replace(plan, syringe=draw.choice(fitting or SYRINGES[4:5]))


def _draws(plan: Plan, tables: Tables, each: float) -> bool:
    """Whether the syringe at hand draws one line or more for a point: a sound plan has such."""
    step = bind(plan, tables).step
    return step is not None and exact(each) >= step


def _points(region: RegionRow) -> tuple[int, int]:
    if region.id == "glabella":
        return 2, 3
    return (1, 2) if region.scale == "small" else (2, 4)


def _vial(tables: Tables, product: ProductRow, draw: random.Random) -> Vial:
    row = draw.choice(tables.of_product(DilutionRow, product.id))
    units = float(row.vial_units or draw.choice((100, 150)))
    chosen = "label" if row.acknowledge else None
    return Vial(units, row.diluent_ml, chosen)


def slips_of(plan: Plan, draw: random.Random) -> Iterator[Slip]:
    """Yield the plan with one number ten times larger or smaller, each kind of number once."""
    times = draw.choice((10.0, 0.1))
    assert plan.vial is not None
    assert plan.syringe is not None
    point = draw.choice(plan.points)
    yield Slip(plan.with_units({point.id: point.dose.units * times}), "units", times)
    if plan.vial.diluent_ml:
        vial = replace(plan.vial, diluent_ml=plan.vial.diluent_ml * times)
        yield Slip(replace(plan, vial=vial), "diluent", times)
    vial = replace(plan.vial, units=plan.vial.units * times)
    yield Slip(replace(plan, vial=vial), "vial", times)
    syringe = replace(plan.syringe, graduation_ml=plan.syringe.graduation_ml * times)
    yield Slip(replace(plan, syringe=syringe), "graduation", times)


def is_stopped(plan: Plan, tables: Tables, policy: Policy) -> bool:
    """Whether the check of a plan has a stop or a limit."""
    found = check_plan(plan, tables, policy=policy)
    return any(f.grade in (Grade.STOP, Grade.LIMIT) for f in found)


def home(product: ProductRow, tables: Tables) -> Policy:
    """Return the program's own policy in a country where the product is licensed."""
    return Policy.from_tables(tables, country=product.jurisdictions[0])
