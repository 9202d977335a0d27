"""A checked plan as text and as plain values: findings, mL per point, vials, cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emg_dosing.bound_plan import bind
from emg_dosing.check import check_plan
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
from emg_ui.text.language import tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import (
    drawn_words,
    point_name,
    preparation_words,
    product_name,
    region_name,
)
from emg_ui.text.safety_text import other_findings, safety_lines
from emg_ui.visit.clinic_policy import clinic_policy


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """A plan with what the rules say of it, and the tables that they say it by."""

    plan: Plan
    tables: Tables
    findings: tuple[Finding, ...]
    safety: tuple[SafetyItem, ...]
    preparation: Preparation | None

    def as_record(self) -> dict[str, Any]:
        """Return plan, findings and preparation as plain values."""
        preparation = self.preparation
        return {
            "plan": self.plan.as_dict(),
            "safety": [as_document(item) for item in self.safety],
            "findings": [as_document(finding) for finding in self.findings],
            "preparation": None if preparation is None else preparation.as_dict(),
        }

    def lines(self) -> list[str]:
        """Return plan, findings and preparation as lines."""
        plan, tables, preparation = self.plan, self.tables, self.preparation
        lines = [
            *safety_lines(self.safety),
            tr(
                "{product}: {amount} in {n} points",
                product=product_name(plan, tables),
                amount=units(plan.total.units),
                n=len(plan.points),
            ),
        ]
        lines += self._point_lines()
        if preparation is None:
            lines.append(tr("No mL: vial, diluent, strength or syringe are not given."))
        else:
            lines += preparation_words(plan, tables, preparation)
        others = other_findings(self.findings, self.safety)
        return lines + [finding_words(finding) for finding in others]

    def _point_lines(self) -> Iterator[str]:
        draws = () if self.preparation is None else self.preparation.draws
        drawn = {draw.point_id: draw for draw in draws}
        for point in self.plan.points:
            line = tr(
                "  {point}, {region}: {amount}",
                point=point_name(point, self.tables),
                region=region_name(point.region, self.tables),
                amount=units(point.dose.units),
            )
            if point.id in drawn:
                line += " = " + drawn_words(drawn[point.id]).replace("\n", ", ")
            yield line


def checked_plan(
    path: Path, *, policy: Path | None = None, examination: Path | None = None
) -> CheckedPlan:
    """Return a plan, checked as of today.

    Parameters
    ----------
    path
        Plan file.
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
    plan = load_plan(path, tables)
    today = dt.datetime.now(dt.UTC).astimezone().date()
    own = clinic_policy(policy, tables)
    asked = Examination() if examination is None else load_examination(examination, tables)
    findings = check_plan(plan, tables, asked, own, today=today)
    country = "" if own is None else jurisdiction_of(own.country)
    bound = bind(plan, tables, own)
    line = safety_line(bound, asked, tables, findings=findings, country=country)
    return CheckedPlan(plan, tables, findings, line, prepare(plan, tables, own))
