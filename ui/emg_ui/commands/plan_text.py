"""A checked plan as text and as plain values: findings, mL per point, vials, cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emg_dosing.bound_plan import BoundPlan, bind
from emg_dosing.check import check_plan
from emg_dosing.dose_bands import band_words, bands_of
from emg_dosing.examination import Examination
from emg_dosing.licence import jurisdiction_of
from emg_dosing.plan import Plan
from emg_dosing.preparation import Preparation, prepare
from emg_dosing.safety import SafetyItem, safety_line
from emg_dosing.tables import Tables, load_tables
from emg_dosing.values import Finding
from emg_session.files import load_examination, load_plan
from emg_signal.document import as_document
from emg_ui.text.dosing_text import finding_words
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import (
    drawn_words,
    given_words,
    point_name,
    preparation_words,
    product_name,
    region_name,
)
from emg_ui.text.safety_text import other_findings, safety_lines
from emg_ui.visit.clinic_policy import clinic_policy


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """A plan with what the rules say of it."""

    plan: Plan
    findings: tuple[Finding, ...]
    safety: tuple[SafetyItem, ...]
    preparation: Preparation | None
    bound: BoundPlan


def plan_record(
    path: Path,
    *,
    today: dt.date | None = None,
    policy: Path | None = None,
    examination: Path | None = None,
) -> dict[str, Any]:
    """Return a plan with its findings and preparation as plain values.

    Parameters
    ----------
    path
        Plan file.
    today
        For the expiry date; None for today.
    policy
        The clinic's, a file; None for the settings'.
    examination
        Answers, a file; None asked nothing.

    Raises
    ------
    PlanError, PolicyError, ConfigError
        It cannot be read.
    """
    found = _checked(path, today, load_tables(), policy, examination)
    preparation = found.preparation
    return {
        "plan": found.plan.as_dict(),
        "safety": [as_document(item) for item in found.safety],
        "findings": [as_document(finding) for finding in found.findings],
        "bands": [as_document(bands) for bands in bands_of(found.bound)],
        "preparation": None if preparation is None else preparation.as_dict(),
    }


def plan_lines(
    path: Path,
    *,
    today: dt.date | None = None,
    policy: Path | None = None,
    examination: Path | None = None,
) -> list[str]:
    """Return a plan with its findings and preparation as lines.

    Parameters
    ----------
    path
        Plan file.
    today
        For the expiry date; None for today.
    policy
        The clinic's, a file; None for the settings'.
    examination
        Answers, a file; None asked nothing.

    Raises
    ------
    PlanError, PolicyError, ConfigError
        It cannot be read.
    """
    tables = load_tables()
    found = _checked(path, today, tables, policy, examination)
    plan, preparation = found.plan, found.preparation
    lines = [
        *safety_lines(found.safety),
        tr(
            "{product}: {amount} in {n} points",
            product=product_name(plan, tables),
            amount=units(plan.total.units),
            n=len(plan.points),
        ),
    ]
    drawn = {} if preparation is None else {draw.point_id: draw for draw in preparation.draws}
    for point in plan.points:
        line = tr(
            "  {point}, {region}: {amount}",
            point=point_name(point, tables),
            region=region_name(point.region, tables),
            amount=units(point.dose.units),
        )
        if point.id in drawn:
            line += " = " + drawn_words(drawn[point.id]).replace("\n", ", ")
        lines.append(line)
    lines += _band_lines(found.bound)
    if preparation is None:
        lines.append(tr("No mL: vial, diluent, strength or syringe are not given."))
    else:
        lines += preparation_words(plan, tables, preparation)
    others = other_findings(found.findings, found.safety)
    return lines + [finding_words(finding) for finding in others]


def _band_lines(bound: BoundPlan) -> Iterator[str]:
    """Yield what label and trials gave in each area, beside the plan's own."""
    for bands in bands_of(bound):
        values = {"region": region_name(bands.region, bound.tables), "units": given_words(bands)}
        if not bands.bands:
            yield tr("  {region!s}: the plan {units!s}; no published dose here", **values)
            continue
        yield tr("  {region!s}: the plan {units!s}; what was given:", **values)
        yield from (f"    {shown(band_words(band))}" for band in bands.bands)


def _checked(
    path: Path,
    today: dt.date | None,
    tables: Tables,
    policy_file: Path | None,
    examination_file: Path | None,
) -> CheckedPlan:
    plan = load_plan(path, tables)
    day = today or dt.datetime.now(dt.UTC).astimezone().date()
    policy = clinic_policy(policy_file, tables)
    asked = (
        Examination() if examination_file is None else load_examination(examination_file, tables)
    )
    findings = check_plan(plan, tables, asked, policy, today=day)
    country = "" if policy is None else jurisdiction_of(policy.country)
    bound = bind(plan, tables, policy)
    line = safety_line(bound, asked, tables, findings=findings, country=country)
    return CheckedPlan(plan, findings, line, prepare(plan, tables, policy), bound)
