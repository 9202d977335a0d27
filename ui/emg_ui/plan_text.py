"""A checked plan as text and as plain values: findings, mL per point, vials, cost."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from emg_dosing.check import check_plan
from emg_dosing.plan import Plan
from emg_dosing.preparation import Preparation, prepare
from emg_dosing.tables import Tables, load_tables
from emg_dosing.values import Finding
from emg_session.files import load_plan
from emg_ui.dosing_text import finding_words
from emg_ui.numbers import millilitres, units


def plan_record(path: Path, *, today: dt.date | None = None) -> dict[str, Any]:
    """Return a plan with its findings and preparation as plain values.

    Raises
    ------
    PlanError
        It cannot be read.
    """
    plan, findings, preparation = _checked(path, today)
    return {
        "plan": plan.as_dict(),
        "findings": [finding.as_dict() for finding in findings],
        "preparation": None if preparation is None else preparation.as_dict(),
    }


def plan_lines(path: Path, *, today: dt.date | None = None) -> list[str]:
    """Return a plan with its findings and preparation as lines.

    Raises
    ------
    PlanError
        It cannot be read.
    """
    plan, findings, preparation = _checked(path, today)
    lines = [f"{plan.product_id}: {units(plan.total.units)} in {len(plan.points)} points"]
    drawn = {} if preparation is None else {draw.point_id: draw for draw in preparation.draws}
    for point in plan.points:
        side = point.side.value if point.side else "midline"
        line = f"  {point.id}  {point.region}, {side}: {units(point.dose.units)}"
        if point.id in drawn:
            draw = drawn[point.id]
            line += f" = {millilitres(draw.drawn_ml)}"
            if draw.delivered_units != point.dose.units:
                line += f" ({units(draw.delivered_units)} with this syringe)"
        lines.append(line)
    lines += preparation_lines(preparation)
    return lines + [finding_words(finding) for finding in findings]


def preparation_lines(preparation: Preparation | None) -> list[str]:
    """Return vials, leftover, time to use and cost, or that they are not known yet."""
    if preparation is None:
        return ["preparation: vial, diluent or syringe are not given"]
    line = (
        f"preparation: {preparation.vials} vial(s), {units(preparation.leftover_units)} left over"
    )
    if preparation.use_within_hours is not None:
        line += f", use within {preparation.use_within_hours} h"
    if preparation.storage:
        line += f" ({preparation.storage})"
    if preparation.cost is not None:
        line += f", cost {preparation.cost:.2f} {preparation.currency or ''}".rstrip()
    return [line]


def _checked(
    path: Path, today: dt.date | None
) -> tuple[Plan, tuple[Finding, ...], Preparation | None]:
    tables: Tables = load_tables()
    plan = load_plan(path, tables)
    day = today or dt.datetime.now(dt.UTC).astimezone().date()
    return plan, check_plan(plan, tables, today=day), prepare(plan, tables)
