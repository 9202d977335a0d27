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
from emg_dosing.preparation import Preparation, prepare
from emg_dosing.safety import SafetyItem, safety_line
from emg_dosing.tables import load_tables
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
    """A plan with its bounds, and with what the rules say of it."""

    bound: BoundPlan
    findings: tuple[Finding, ...]
    safety: tuple[SafetyItem, ...]
    preparation: Preparation | None

    def as_record(self) -> dict[str, Any]:
        """Return plan, findings and preparation as plain values."""
        preparation = self.preparation
        return {
            "plan": self.bound.plan.as_dict(),
            "safety": [as_document(item) for item in self.safety],
            "findings": [as_document(finding) for finding in self.findings],
            "bands": [as_document(bands) for bands in bands_of(self.bound)],
            "preparation": None if preparation is None else preparation.as_dict(),
        }

    def lines(self) -> list[str]:
        """Return plan, findings and preparation as lines."""
        plan, tables, preparation = self.bound.plan, self.bound.tables, self.preparation
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
        lines += self._band_lines()
        if preparation is None:
            lines.append(tr("No mL: vial, diluent, strength or syringe are not given."))
        else:
            lines += preparation_words(plan, tables, preparation)
        others = other_findings(self.findings, self.safety)
        return lines + [finding_words(finding) for finding in others]

    def _point_lines(self) -> Iterator[str]:
        draws = () if self.preparation is None else self.preparation.draws
        drawn = {draw.point_id: draw for draw in draws}
        for point in self.bound.plan.points:
            line = tr(
                "  {point}, {region}: {amount}",
                point=point_name(point, self.bound.tables),
                region=region_name(point.region, self.bound.tables),
                amount=units(point.dose.units),
            )
            if point.id in drawn:
                line += " = " + drawn_words(drawn[point.id]).replace("\n", ", ")
            yield line

    def _band_lines(self) -> Iterator[str]:
        """Yield what label and trials gave in each area, beside the plan's own."""
        for bands in bands_of(self.bound):
            region = region_name(bands.region, self.bound.tables)
            values = {"region": region, "units": given_words(bands)}
            if not bands.bands:
                yield tr("  {region!s}: the plan {units!s}; no published dose here", **values)
                continue
            yield tr("  {region!s}: the plan {units!s}; what was given:", **values)
            yield from (f"    {shown(band_words(band))}" for band in bands.bands)


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
    return CheckedPlan(bound, findings, line, prepare(plan, tables, own))
