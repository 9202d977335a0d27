"""What was decided, and for how long an answer holds."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.tables import Tables, load_tables
from emg_session.collector import FinishedCue
from emg_session.decisions import Decision, DecisionKind
from emg_session.files import default_montage, load_plan
from emg_session.measuring import Conditions, Measuring
from emg_session.protocol import Cue, CueKind, CuePurpose
from emg_session.treatment import Treatment
from emg_signal.chunk import Origin
from emg_signal.filters import Band
from emg_signal.measurement import Measurement

TODAY = dt.date(2026, 1, 2)
UTC = "2026-01-02T03:04:05+00:00"


class Clock:
    """Seconds that a test moves."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def measured(clock: Clock) -> Measurement:
    """Lock a measurement of a frontalis that is 6 % more active on the left."""
    conditions = Conditions(
        "", default_montage(8), "board", Origin.SIMULATED, 24.0, 250.0, Band(20, 65), 0.125
    )
    measuring = Measuring(conditions, None, utc_now=lambda: UTC, now_s=clock)
    rng = np.random.default_rng(1)
    gains = np.array([106.0, 94.0] + [100.0] * 6)[:, None]

    def take(kind: CueKind, purpose: CuePurpose, effort: float, n: int, of: int) -> None:
        cue = Cue(kind, purpose, "", 0, 2.5, ("frontalis",), n, of)
        measuring.take(FinishedCue(cue, rng.normal(size=(8, 625)) * gains * effort))

    take(CueKind.REST, CuePurpose.CALIBRATION, 0.01, 0, 0)
    for n in range(3):
        take(CueKind.CONTRACT, CuePurpose.CALIBRATION, 1.0, n + 1, 3)
    for n in range(5):
        take(CueKind.CONTRACT, CuePurpose.MEASUREMENT, 0.7, n + 1, 5)
    assert measuring.measurement is not None, measuring.text
    return measuring.measurement


class Kept:
    """A treatment with what it put on record."""

    def __init__(self, tables: Tables) -> None:
        self.clock = Clock()
        self.events: list[tuple[str, Any]] = []
        self.treatment = Treatment(
            tables,
            record=lambda kind, body, *, key=None: self.events.append((kind, key)),
            now_s=self.clock,
            today=lambda: TODAY,
        )
        plan = Path(str(files("emg_dosing") / "examples" / "demo_plan.toml"))
        self.treatment.set_plan(load_plan(plan, tables))


@pytest.fixture
def kept(tables: Tables) -> Kept:
    return Kept(tables)


def test_no_suggestion_before_a_measurement(kept: Kept) -> None:
    assert kept.treatment.state.suggestion is None
    assert kept.treatment.state.findings


def test_an_answer_is_withdrawn_once_its_measurement_is_an_hour_old(kept: Kept) -> None:
    kept.treatment.lock_measurement(measured(kept.clock))
    first = kept.treatment.state.suggestion
    assert first is not None
    assert (first.status, first.kind) == (Status.OK, SuggestionKind.EVEN_OUT)
    kept.clock.now_s += 3599
    kept.treatment.refresh()
    assert kept.treatment.state.suggestion is first
    kept.clock.now_s += 2
    with pytest.raises(ValueError, match="no longer valid"):
        kept.treatment.decide(Decision(DecisionKind.ACCEPTED, "", "another"))
    after = kept.treatment.state.suggestion
    assert after is not None
    assert after is not first
    n_events = len(kept.events)
    kept.treatment.refresh()
    assert kept.treatment.state.suggestion is after
    assert len(kept.events) == n_events


def test_a_rejection_sent_twice_is_one_record(kept: Kept) -> None:
    kept.treatment.lock_measurement(measured(kept.clock))
    suggestion = kept.treatment.state.suggestion
    assert suggestion is not None
    decision = Decision(DecisionKind.REJECTED, "asked for by the patient", suggestion.digest)
    assert kept.treatment.decide(decision)
    assert not kept.treatment.decide(decision)
    assert [kind for kind, _ in kept.events].count("decision") == 1
    assert kept.treatment.state.plan_version == 1


def test_without_tables_nothing_is_said_of_a_plan(tables: Tables) -> None:
    treatment = Treatment(None, record=lambda *a, **k: None, now_s=Clock(), today=lambda: TODAY)
    plan = Path(str(files("emg_dosing") / "examples" / "demo_plan.toml"))
    treatment.set_plan(load_plan(plan, tables))
    treatment.lock_measurement(measured(Clock()))
    assert treatment.state.suggestion is None
    assert treatment.state.findings == ()
