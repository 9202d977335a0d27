"""A treatment in which a person accepts, edits and rejects, for tests of what is on record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from emg_dosing.plan import Plan
from emg_dosing.tables import Tables, load_tables
from emg_session.collector import FinishedCue
from emg_session.decisions import Decision, DecisionKind
from emg_session.files import load_plan
from emg_session.measuring import Conditions, Measuring
from emg_session.montage_files import default_montage
from emg_session.protocol import Cue, CueKind, CuePurpose
from emg_session.treatment import Treatment
from emg_signal.chunk import Origin
from emg_signal.filters import Band
from emg_signal.measurement import Measurement

UTC = "2026-01-02T03:04:05+00:00"


def measured(now_s: Callable[[], float]) -> Measurement:
    """Lock a measurement of a frontalis that is 6 % more active on the left."""
    conditions = Conditions(
        "", default_montage(8), "board", Origin.SIMULATED, 24.0, 250.0, Band(20, 65), 0.125
    )
    measuring = Measuring(conditions, None, utc_now=lambda: UTC, now_s=now_s)
    rng = np.random.default_rng(1)
    gains = np.array([106.0, 94.0] + [100.0] * 6)[:, None]

    def take(kind: CueKind, purpose: CuePurpose, effort: float, n: int, of: int) -> None:
        muscles = ("frontalis",) if purpose is CuePurpose.MEASUREMENT else ()
        cue = Cue(kind, purpose, "", 0, 2.5, muscles, n, of)
        measuring.take(FinishedCue(cue, rng.normal(size=(8, 625)) * gains * effort))

    take(CueKind.REST, CuePurpose.CALIBRATION, 0.01, 0, 0)
    for n in range(3):
        take(CueKind.CONTRACT, CuePurpose.CALIBRATION, 1.0, n + 1, 3)
    for n in range(5):
        take(CueKind.CONTRACT, CuePurpose.MEASUREMENT, 0.7, n + 1, 5)
    assert measuring.measurement is not None, measuring.text
    return measuring.measurement


@cache
def _given() -> tuple[Tables, Plan, Measurement]:
    tables = load_tables()
    path = Path(str(files("emg_dosing") / "examples" / "demo_plan.toml"))
    return tables, load_plan(path, tables), measured(lambda: 100.0)


def decide_everything(record: Callable[..., None], *, rounds: int = 2) -> None:
    """Plan, measure, then accept, edit and reject what is suggested, in treatments of their own.

    Rejected last: a stated reason closes the question for its region. Each has a lot of its own,
    or the record would take its answers for those that it has.
    """
    tables, given, measurement = _given()
    for n in range(rounds):
        plan = replace(given, lot=f"LOT-{n}")
        treatment = Treatment(
            tables, record=record, now_s=lambda: 100.0, today=lambda: dt.date(2026, 1, 2)
        )
        treatment.set_plan(plan)
        treatment.lock_measurement(measurement)
        for kind in (DecisionKind.ACCEPTED, DecisionKind.EDITED, DecisionKind.REJECTED):
            treatment.set_plan(plan)
            suggestion = treatment.state.suggestion
            assert suggestion is not None
            units = {suggestion.changes[0].point_id: 5.0} if kind is DecisionKind.EDITED else None
            assert treatment.decide(Decision(kind, "so wished", suggestion.digest), units)
