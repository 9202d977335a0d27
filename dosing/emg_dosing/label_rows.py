"""`LabelFact`: each thing that the tables say of a label, one to a row, as a page shows it.

A row that nobody verified at its source says so, so that a reader can compare the page with the
current label where they work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from emg_dosing.exact import number
from emg_dosing.names import region_name
from emg_dosing.rows import (
    ConditionRow,
    DilutionRow,
    IntervalRow,
    Known,
    MaximumRow,
    OfProduct,
    PatternRow,
    PopulationRow,
    ProductRow,
    SideEffectRow,
    UnreadRow,
)
from emg_dosing.tables import Tables
from emg_signal.phrase import Phrase, listed, say

CONDITION_WORDS: Final = {
    "contraindication": say("contraindication"),
    "warning": say("warning"),
    "caution": say("caution"),
}


@dataclass(frozen=True, slots=True)
class LabelFact:
    """One statement of one label.

    Parameters
    ----------
    what
        Of which it speaks: vial, region, interval.
    text
        The number with its unit, or the label's words.
    jurisdictions
        Where it holds.
    status
        How it is known.
    sources
        Ids of the sources table.
    """

    what: str
    text: str
    jurisdictions: tuple[str, ...]
    status: Known
    sources: tuple[str, ...]

    @property
    def is_verified(self) -> bool:
        """Whether it was read at its source."""
        return self.status == "verified"


def label_facts(product_id: str, tables: Tables) -> Iterator[LabelFact]:
    """Yield what the tables say of a product's label, in the order of a label.

    Raises
    ------
    KeyError
        No product of that id.
    """
    product = tables.product(product_id)
    yield from _of_the_product(product)
    for pattern in tables.patterns(product_id):
        if pattern.on_label:
            yield _fact(_areas(pattern, tables), _pattern(pattern), pattern, pattern.points_status)
    for dilution in tables.of_product(DilutionRow, product_id):
        yield _fact(say("preparation"), _dilution(dilution), dilution, dilution.hours_status)
    for interval in tables.of_product(IntervalRow, product_id):
        text = say("{months} months", months=interval.months)
        yield _fact(say("shortest interval"), text, interval)
    for maximum in tables.of_product(MaximumRow, product_id):
        yield _fact(_scope(maximum, tables), _maximum(maximum), maximum)
    for condition in tables.of_product(ConditionRow, product_id):
        yield _fact(CONDITION_WORDS[condition.kind], condition.text, condition)
    for people in tables.of_product(PopulationRow, product_id):
        yield _fact(say("people"), people.text, people)
    for effects in tables.of_product(SideEffectRow, product_id):
        yield _fact(say("side effects"), effects.text, effects)


def unread_products(tables: Tables) -> tuple[UnreadRow, ...]:
    """Return what is licensed somewhere and of whose label nothing was read."""
    return tables.all(UnreadRow)


def _of_the_product(row: ProductRow) -> Iterator[LabelFact]:
    where = tuple(row.jurisdictions)
    sizes = listed(number(size) for size in row.vial_units) or say("not read")
    vials = say("{form}, {sizes} units", form=row.presentation, sizes=sizes)
    yield LabelFact(say("vial"), vials, where, row.vial_status, row.source_ids)
    point = say("{units} units", units=number(row.label_point_units))
    yield LabelFact(say("a point"), point, where, row.status, row.source_ids)
    yield LabelFact(say("age"), _age(row), where, row.status, row.source_ids)
    if row.unopened is not None and row.unopened_status is not None:
        what = say("unopened")
        yield LabelFact(what, row.unopened, where, row.unopened_status, row.source_ids)
    if row.one_vial_one_person:
        text = say("one vial, one person, one session")
        yield LabelFact(say("use"), text, where, row.status, row.source_ids)


def _fact(what: str, text: str, row: OfProduct, second: Known = "verified") -> LabelFact:
    """Return the fact of a row; the less certain of its two statuses counts."""
    status = row.status if second == "verified" else second
    return LabelFact(what, text, tuple(row.jurisdictions), status, row.source_ids)


def _age(row: ProductRow) -> Phrase:
    if row.age_below_years is None:
        return say("{low} years and over", low=row.age_min_years)
    values = {"low": row.age_min_years, "high": row.age_below_years}
    return say("{low} to under {high} years", **values)


def _areas(row: PatternRow, tables: Tables) -> str:
    names = list(row.parts) or [row.region]
    return listed(region_name(name, tables) for name in names)


def _pattern(row: PatternRow) -> Phrase:
    if row.units_total is None:
        return say("licensed; its dose was not read")
    total = number(row.units_total)
    if row.parts_low:
        total = say("{low} to {high}", low=number(sum(row.parts_low.values())), high=total)
    if row.points_total is None or row.units_per_point is None:
        return say("{total} units; points were not read", total=total)
    points: dict[str, object] = {"points": row.points_total, "each": number(row.units_per_point)}
    if not row.ml_per_point:
        return say("{total} units in {points} points of {each} units", total=total, **points)
    volume = listed(number(ml, 3) for ml in row.ml_per_point)
    return say(
        "{total} units in {points} points of {each} units ({volume} mL)",
        total=total,
        volume=volume,
        **points,
    )


def _dilution(row: DilutionRow) -> Phrase:
    if not row.diluent_ml:
        return say("ready to use: no diluent; {storage}", storage=row.storage)
    return say(
        "{vial} units in {diluent} mL: {units} units per 0.1 mL; {hours} h at {storage}",
        vial=row.vial_units,
        diluent=number(row.diluent_ml),
        units=number(row.label_units_per_0_1ml),
        hours=row.use_within_hours,
        storage=row.storage,
    )


def _scope(row: MaximumRow, tables: Tables) -> Phrase:
    if row.region is None:
        return say("most in a session") if not row.days else say("most in {days} d", days=row.days)
    return say("most in {region}", region=region_name(row.region, tables))


def _maximum(row: MaximumRow) -> Phrase:
    if row.absolute:
        return say("{units} units, a limit", units=number(row.units))
    return say("{units} units, what it gives", units=number(row.units))
