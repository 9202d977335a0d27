"""Plan check, person: conditions of the label in its jurisdiction, age, interval since toxin."""

from __future__ import annotations

from collections.abc import Iterator

from emg_dosing.bound_plan import BoundPlan
from emg_dosing.effects import effects_of
from emg_dosing.examination import Examination
from emg_dosing.findings import from_row, from_rule
from emg_dosing.rows import ConditionRow
from emg_dosing.values import Finding, Grade
from emg_signal.phrase import listed, say


def check_person(bound: BoundPlan, examination: Examination) -> Iterator[Finding]:
    """Yield what the examination means for this product in its jurisdiction."""
    yield from _conditions(bound, examination)
    yield from _age(bound, examination)
    yield from _interval(bound, examination)
    if examination.not_asked:
        yield from_rule(
            Grade.CAUTION,
            say("Not asked yet: {questions}.", questions=listed(examination.not_asked)),
            "not_asked",
        )


def _conditions(bound: BoundPlan, examination: Examination) -> Iterator[Finding]:
    rows = bound.tables.of_product(ConditionRow, bound.plan.product_id)
    yield from (effect.finding for effect in effects_of(bound, examination))
    if not any(row.kind == "contraindication" for row in rows):
        yield from_rule(
            Grade.WARNING,
            say("The contraindications of this product are not in the tables: read its label."),
            "contraindications_unknown",
        )


def _age(bound: BoundPlan, examination: Examination) -> Iterator[Finding]:
    row = bound.product
    age = examination.age_years
    if age is None:
        return
    if age < row.age_min_years:
        text = say("Age {age}: under {limit}, adults only.", age=age, limit=row.age_min_years)
        yield from_row(Grade.STOP, text, row)
    if row.age_below_years is not None and age >= row.age_below_years:
        limit = row.age_below_years
        if row.age_contraindicated:
            text = say("Age {age}: contraindicated at {limit} or older.", age=age, limit=limit)
            yield from_row(Grade.STOP, text, row)
        else:
            text = say("Age {age}: the label is for people under {limit}.", age=age, limit=limit)
            yield from_row(Grade.WARNING, text, row)


def _interval(bound: BoundPlan, examination: Examination) -> Iterator[Finding]:
    if not examination.toxin_days:
        return
    days = min(examination.toxin_days.values())
    row = bound.interval
    if row is None:
        yield from_rule(
            Grade.WARNING,
            say(
                "Last toxin {days} days ago; the label's interval is not in the tables.", days=days
            ),
            "interval_unknown",
        )
    elif days < row.days:
        yield from_row(
            Grade.WARNING,
            say(
                "Last toxin {days} days ago: the label says not before {months} months "
                "({interval} days). Any earlier touch-up is off label.",
                days=days,
                months=row.months,
                interval=row.days,
            ),
            row,
        )
