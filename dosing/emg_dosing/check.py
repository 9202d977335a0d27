"""The plan check: needs no board, changes nothing, says everything once.

Findings come heaviest first; within a grade in the order amounts, label, person, preparation.
"""

from __future__ import annotations

import datetime as dt

from emg_dosing.bound_plan import BoundPlan, bind
from emg_dosing.check_amounts import check_amounts, check_session, without_range
from emg_dosing.check_label import check_label, check_licence, off_label
from emg_dosing.check_person import check_person
from emg_dosing.check_plausible import check_plausible
from emg_dosing.check_preparation import check_preparation, check_vial
from emg_dosing.examination import Examination
from emg_dosing.findings import merged
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy
from emg_dosing.tables import Tables
from emg_dosing.values import Finding, Grade

_WEIGHT = {grade: weight for weight, grade in enumerate(reversed(Grade))}


def check_plan(
    plan: Plan,
    tables: Tables,
    examination: Examination | None = None,
    policy: Policy | None = None,
    *,
    today: dt.date | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of a plan, heaviest first.

    Parameters
    ----------
    plan
        The plan.
    tables
        Products, ranges and norms.
    examination
        None counts as nothing asked.
    policy
        None for the program's own.
    today
        For the expiry date; None leaves it unchecked, and says so.
    """
    return findings_of(bind(plan, tables, policy), examination or Examination(), today)


def findings_of(
    bound: BoundPlan, examination: Examination, today: dt.date | None = None
) -> tuple[Finding, ...]:
    """Return what `check_plan` does, of a plan that is bound already."""
    return merged(
        sorted(each_finding(bound, examination, today), key=lambda found: _WEIGHT[found.grade])
    )


def each_finding(
    bound: BoundPlan, examination: Examination, today: dt.date | None = None
) -> tuple[Finding, ...]:
    """Return every finding by itself, point by point, in the order of the checks."""
    return (
        *check_amounts(bound),
        *check_plausible(bound),
        *check_label(bound, today),
        *check_person(bound, examination),
        *check_preparation(bound, today),
    )


def check_coverage(bound: BoundPlan) -> tuple[Finding, ...]:
    """Return where a plan is off label or without a known range."""
    # A clinic's limit is no range: it bounds a region of which nothing else is known.
    own = bind(
        bound.plan, bound.tables, Policy.from_tables(bound.tables, country=bound.policy.country)
    )
    return (*off_label(own), *without_range(own))


def check_stops(
    bound: BoundPlan, examination: Examination, today: dt.date | None = None
) -> tuple[Finding, ...]:
    """Return the findings of `check_plan` that stop every suggestion, and no other."""
    found = (
        *check_session(bound),
        *check_licence(bound),
        *check_plausible(bound),
        *check_person(bound, examination),
        *check_vial(bound, today),
    )
    return merged(finding for finding in found if finding.grade is Grade.STOP)
