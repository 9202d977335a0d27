"""What a yes of the examination means for a product: one way, for plan check and safety line.

The heaviest row of the tables that fits counts. A kind or a place that was not said fits every
row: not knowing is never the lighter case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.examination import CONDITIONS, KINDS, PLACED, Examination
from emg_dosing.findings import from_row
from emg_dosing.rows import ConditionRow, EffectRow
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import Phrase, listed, say

EFFECTS: Final = {
    "note": Grade.INFO,
    "caution": Grade.CAUTION,
    "limit": Grade.LIMIT,
    "stop": Grade.STOP,
}
"""Kind of a row → how much its finding weighs."""

LABELS: Final = {
    "contraindication": Grade.STOP,
    "warning": Grade.WARNING,
    "caution": Grade.CAUTION,
}
"""Kind of a label's row → how much its finding weighs."""

KINDS_APART: Final = ("infection_at_site", "pregnancy_or_lactation")
"""Conditions whose label row speaks of one kind only."""

_WEIGHT: Final = {grade: weight for weight, grade in enumerate(Grade)}


@dataclass(frozen=True, slots=True)
class Effect:
    """What one yes does.

    Parameters
    ----------
    condition
        Key of `CONDITIONS`.
    finding
        How much it weighs, and why.
    examine
        What to examine or do.
    """

    condition: str
    finding: Finding
    examine: str


def effects_of(bound: BoundPlan, examination: Examination) -> Iterator[Effect]:
    """Yield what each yes means for this plan, in the order of the questions."""
    for condition in examination.present:
        yield _effect(bound, examination, condition)


def _effect(bound: BoundPlan, examination: Examination, condition: str) -> Effect:
    detail = examination.details.get(condition, "")
    row = max(
        (row for row in bound.tables.all(EffectRow) if _fits(row, condition, detail, bound)),
        key=lambda row: _WEIGHT[EFFECTS[row.kind]],
    )
    label = _label_of(bound, condition, detail)
    own = from_row(EFFECTS[row.kind], _own_words(_named(condition, detail, bound), row, bound), row)
    if label is None:
        return Effect(condition, own, row.text)
    if _WEIGHT[own.grade] > _WEIGHT[LABELS[label.kind]]:
        both = say("{own} {label}", own=own.text, label=_label_words(label))
        return Effect(condition, replace(own, text=both), row.text)
    return Effect(condition, from_row(LABELS[label.kind], _label_words(label), label), row.text)


def _label_of(bound: BoundPlan, condition: str, detail: str) -> ConditionRow | None:
    """Return the heaviest row of the label that speaks of what was found, None if none does."""
    found = [
        row
        for row in bound.tables.of_product(ConditionRow, bound.plan.product_id)
        if row.condition == condition and _speaks_of(row, detail)
    ]
    return max(found, key=lambda row: _WEIGHT[LABELS[row.kind]], default=None)


def _speaks_of(row: ConditionRow, detail: str) -> bool:
    if row.details or not detail:
        return not detail or detail in row.details
    return row.condition not in KINDS_APART


def _named(condition: str, detail: str, bound: BoundPlan) -> str:
    """Return what people call a condition, with its kind or its place."""
    kind = KINDS.get(condition, {}).get(detail)
    if kind is not None:
        return kind
    name = CONDITIONS[condition]
    if condition not in PLACED or not detail:
        return name
    return say("{condition} ({place})", condition=name, place=bound.region_name(detail))


def _fits(row: EffectRow, condition: str, detail: str, bound: BoundPlan) -> bool:
    place = {"here"} if detail in bound.plan.regions else {detail}
    return (
        row.condition == condition
        and (not row.products or bound.plan.product_id in row.products)
        and (not row.jurisdictions or bool({*row.jurisdictions} & {*bound.product.jurisdictions}))
        and (not row.regions or bool({*row.regions} & {*bound.plan.regions}))
        and (not row.details or not detail or bool({*row.details} & place))
    )


def _own_words(named: str, row: EffectRow, bound: BoundPlan) -> Phrase:
    said = {"condition": named, "product": bound.product.brand}
    if row.kind == "stop":
        return say("Not with {product}: {condition}.", **said)
    if row.kind == "limit":
        return say("No units are suggested for {product}: {condition}.", **said)
    if row.kind == "caution":
        return say("Caution with {product}: {condition}.", **said)
    return say("To be known with {product}: {condition}.", **said)


def _label_words(row: ConditionRow) -> Phrase:
    where = listed(row.jurisdictions)
    if row.kind == "contraindication":
        return say("Contraindication on the label ({where}): {text}", where=where, text=row.text)
    if row.kind == "warning":
        return say("Warning on the label ({where}): {text}", where=where, text=row.text)
    return say("Caution on the label ({where}): {text}", where=where, text=row.text)
