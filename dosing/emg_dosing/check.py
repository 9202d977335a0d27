"""The plan check: needs no board, changes nothing, says everything once.

Findings come heaviest first; within a grade in the order amounts, label, person, preparation.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from emg_dosing.check_amounts import check_amounts, check_session, without_range
from emg_dosing.check_label import check_label, off_label
from emg_dosing.check_person import check_person
from emg_dosing.check_preparation import check_preparation, check_vial
from emg_dosing.examination import Examination
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
    found = _findings(
        plan, tables, examination or Examination(), policy or Policy.from_tables(tables), today
    )
    return tuple(sorted(found, key=lambda finding: _WEIGHT[finding.grade]))


def _findings(
    plan: Plan,
    tables: Tables,
    examination: Examination,
    policy: Policy,
    today: dt.date | None,
) -> Iterator[Finding]:
    yield from check_amounts(plan, tables, policy)
    yield from check_label(plan, tables)
    yield from check_person(plan, tables, examination)
    yield from check_preparation(plan, tables, policy, today)


def check_coverage(plan: Plan, tables: Tables) -> tuple[Finding, ...]:
    """Return where a plan is off label or without a known range."""
    policy = Policy.from_tables(tables)
    return (*off_label(plan, tables), *without_range(plan, tables, policy))


def check_stops(
    plan: Plan,
    tables: Tables,
    examination: Examination,
    policy: Policy,
    today: dt.date | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of `check_plan` that stop every suggestion, and no other."""
    found = (
        *check_session(plan, tables, policy),
        *check_person(plan, tables, examination),
        *check_vial(plan, tables, policy, today),
    )
    return tuple(finding for finding in found if finding.grade is Grade.STOP)
