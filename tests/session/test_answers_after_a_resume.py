"""What a person decided holds, and can be taken back, after a visit was closed and taken up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from decider import UTC, measured

from emg_dosing.tables import load_tables
from emg_session.clocks import Clocks
from emg_session.decisions import Decision, DecisionKind
from emg_session.files import load_plan
from emg_session.no_board import NoBoardVisit
from emg_session.visit import VisitSetup

TABLES = load_tables()
PLAN = load_plan(Path(str(files("emg_dosing") / "examples" / "demo_plan.toml")), TABLES)
CLOCKS = Clocks(now_s=lambda: 100.0, utc=lambda: UTC, today=lambda: dt.date(2026, 1, 2))


def begin(path: Path) -> NoBoardVisit:
    visit = NoBoardVisit(VisitSetup(tables=TABLES, plan=PLAN, record=path, clocks=CLOCKS))
    visit.start()
    visit.treatment.lock_measurement(measured(CLOCKS.now_s))
    return visit


def again(path: Path) -> NoBoardVisit:
    return NoBoardVisit(VisitSetup(tables=TABLES, clocks=CLOCKS), earlier=path)


def decide(visit: NoBoardVisit, kind: DecisionKind) -> str:
    """Answer the suggestion; return the region that it changes."""
    suggestion = visit.treatment.state.suggestion
    assert suggestion is not None
    change = suggestion.changes[0]
    units = {change.point_id: 5.0} if kind is DecisionKind.EDITED else None
    assert visit.decide(Decision(kind, "she wants it so", suggestion.digest), units)
    return change.region


def test_the_reason_of_a_rejection_goes_into_the_next_plan_after_a_resume(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    visit = begin(path)
    region = decide(visit, DecisionKind.REJECTED)
    visit.stop()
    with again(path) as resumed:
        plan = resumed.treatment.state.plan
        assert plan is not None
        assert plan.reason_for(region) is None
        resumed.set_plan(replace(plan, lot="C2"))
        plan = resumed.treatment.state.plan
        assert plan is not None
        assert plan.reason_for(region) == "she wants it so"


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_an_answer_is_taken_back_after_a_resume(kind: DecisionKind, tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    visit = begin(path)
    before = visit.treatment.state.plan
    region = decide(visit, kind)
    visit.stop()
    with again(path) as resumed:
        assert resumed.snapshot().treatment.can_undecide
        assert resumed.treatment.take_decision_back()
        state = resumed.treatment.state
        assert (state.plan, state.decisions, state.decision) == (before, (), None)
        assert state.plan is not None
        resumed.set_plan(replace(state.plan, lot="C2"))
        plan = resumed.treatment.state.plan
        assert plan is not None
        assert plan.reason_for(region) is None, "all is asked anew"
        assert not resumed.treatment.take_decision_back()
    with again(path) as resumed:
        assert not resumed.treatment.take_decision_back()


def test_an_answer_stands_after_a_resume_once_a_point_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    visit = begin(path)
    decide(visit, DecisionKind.REJECTED)
    assert visit.treatment.give(PLAN.points[0].id, at_utc=UTC)
    visit.stop()
    with again(path) as resumed:
        assert not resumed.treatment.take_decision_back()
        assert resumed.treatment.take_back(PLAN.points[0].id)
        assert resumed.treatment.take_decision_back()


def test_an_answer_stands_after_a_resume_once_the_plan_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    visit = begin(path)
    decide(visit, DecisionKind.ACCEPTED)
    plan = visit.treatment.state.plan
    assert plan is not None
    visit.set_plan(replace(plan, lot="C2"))
    visit.stop()
    with again(path) as resumed:
        assert not resumed.treatment.take_decision_back()


def test_what_was_measured_and_tapped_holds_after_a_resume(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    visit = NoBoardVisit(VisitSetup(tables=TABLES, plan=PLAN, record=path, clocks=CLOCKS))
    visit.start()
    first = measured(CLOCKS.now_s)
    second = replace(first, calibration=replace(first.calibration, placement=2))
    visit.treatment.lock_measurement(first, tap_test_passed=True)
    visit.treatment.lock_measurement(second, tap_test_passed=True)
    before = visit.treatment.state
    assert (before.earlier, before.tap_test_passed) == (first, True)
    visit.stop()
    with again(path) as resumed:
        state = resumed.treatment.state
        assert (state.measurement, state.earlier) == (second, first)
        assert state.tap_test_passed
        assert state.suggestion is not None
        assert before.suggestion is not None
        assert state.suggestion.digest == before.suggestion.digest


def test_a_lead_that_was_not_proven_is_not_proven_after_a_resume(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    visit = NoBoardVisit(VisitSetup(tables=TABLES, plan=PLAN, record=path, clocks=CLOCKS))
    visit.start()
    first = measured(CLOCKS.now_s)
    second = replace(first, calibration=replace(first.calibration, placement=2))
    visit.treatment.lock_measurement(first)
    visit.treatment.lock_measurement(second, tap_test_passed=True)
    visit.stop()
    with again(path) as resumed:
        assert not resumed.treatment.state.tap_test_passed


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_what_an_answer_changed_is_known_after_a_resume(kind: DecisionKind, tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    visit = begin(path)
    decide(visit, kind)
    (plans,) = visit.treatment.state.decided_plans
    assert (plans[0] == plans[1]) == (kind is DecisionKind.REJECTED)
    assert plans[1] == visit.treatment.state.plan
    visit.set_plan(replace(plans[1], lot="C2"))
    visit.stop()
    with again(path) as resumed:
        assert resumed.treatment.state.decided_plans == (plans,)
        assert not resumed.treatment.take_decision_back()


def test_an_answer_that_was_taken_back_changed_nothing_after_a_resume(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    visit = begin(path)
    decide(visit, DecisionKind.ACCEPTED)
    assert visit.treatment.take_decision_back()
    assert visit.treatment.state.decided_plans == ()
    visit.stop()
    with again(path) as resumed:
        assert resumed.treatment.state.decided_plans == ()
