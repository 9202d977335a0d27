"""What was decided, and for how long an answer holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from decider import measured

from emg_dosing.suggestion import Status, SuggestionKind
from emg_dosing.tables import Tables, load_tables
from emg_session.decisions import Decision, DecisionKind
from emg_session.entries import NewEvent
from emg_session.files import load_plan
from emg_session.treatment import Treatment

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


class Kept:
    """A treatment with what it put on record."""

    def __init__(self, tables: Tables) -> None:
        self.clock = Clock()
        self.events: list[tuple[str, Any]] = []
        self.commits: list[tuple[str, ...]] = []
        self.treatment = Treatment(
            tables,
            record=self._keep,
            now_s=self.clock,
            today=lambda: TODAY,
        )
        plan = Path(str(files("emg_dosing") / "examples" / "demo_plan.toml"))
        self.treatment.set_plan(load_plan(plan, tables))

    def _keep(self, *events: NewEvent) -> None:
        self.commits.append(tuple(event.kind for event in events))
        self.events += [(event.kind, event.key) for event in events]


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


def test_an_edited_suggestion_makes_the_next_plan_and_both_are_one_commit(kept: Kept) -> None:
    kept.treatment.lock_measurement(measured(kept.clock))
    suggestion, plan = kept.treatment.state.suggestion, kept.treatment.state.plan
    assert suggestion is not None
    assert plan is not None
    point = suggestion.changes[0].point_id
    decision = Decision(DecisionKind.EDITED, "a little less", suggestion.digest)
    assert kept.treatment.decide(decision, {point: 5.0})
    state = kept.treatment.state
    assert state.plan == plan.with_units({point: 5.0}).with_reason(("forehead",), "a little less")
    assert state.suggestion is not None
    assert not state.suggestion.changes, "a stated reason closes the question"
    assert state.plan_version == 2
    assert state.decisions == ((1, decision),)
    assert kept.commits[-2:] == [("decision", "plan"), ("suggestion",)]


def test_the_reason_of_a_rejection_goes_into_the_next_plan_and_nothing_asks_again(
    kept: Kept,
) -> None:
    kept.treatment.lock_measurement(measured(kept.clock))
    suggestion, plan = kept.treatment.state.suggestion, kept.treatment.state.plan
    assert suggestion is not None
    assert plan is not None
    assert kept.treatment.decide(Decision(DecisionKind.REJECTED, "brow", suggestion.digest))
    kept.treatment.set_plan(replace(plan, lot="C1"))
    state = kept.treatment.state
    assert state.plan is not None
    assert state.plan.reason_for("forehead") == "brow"
    assert state.suggestion is not None
    assert not state.suggestion.changes


def test_an_accepted_suggestion_and_its_plan_are_one_commit(kept: Kept) -> None:
    kept.treatment.lock_measurement(measured(kept.clock))
    suggestion = kept.treatment.state.suggestion
    assert suggestion is not None
    decision = Decision(DecisionKind.ACCEPTED, "", suggestion.digest)
    assert kept.treatment.decide(decision)
    assert kept.treatment.state.plan == suggestion.resulting_plan
    assert kept.treatment.state.decision == decision
    assert ("decision", "plan") in kept.commits


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_an_answer_is_taken_back_on_record_until_the_first_point_is_given(
    kept: Kept, kind: DecisionKind
) -> None:
    kept.treatment.lock_measurement(measured(kept.clock))
    before = kept.treatment.state
    assert before.plan is not None
    assert before.suggestion is not None
    units = {before.suggestion.changes[0].point_id: 5.0} if kind is DecisionKind.EDITED else None
    assert not kept.treatment.take_decision_back()
    decision = Decision(kind, "seen", before.suggestion.digest)
    assert kept.treatment.decide(decision, units)
    assert kept.treatment.take_decision_back()
    state = kept.treatment.state
    assert (state.plan, state.decision, state.decisions) == (before.plan, None, ())
    assert state.suggestion is not None
    assert state.suggestion.changes == before.suggestion.changes
    assert kept.commits[-2:] == [("decision taken back", "plan"), ("suggestion",)]
    assert not kept.treatment.take_decision_back()
    assert kept.treatment.decide(decision, units), "the same question is open again"
    assert len({key for kind, key in kept.events if kind == "decision"}) == 2


def test_an_answer_stands_once_a_point_was_given_or_the_plan_was_changed(kept: Kept) -> None:
    kept.treatment.lock_measurement(measured(kept.clock))
    suggestion = kept.treatment.state.suggestion
    assert suggestion is not None
    assert kept.treatment.decide(Decision(DecisionKind.ACCEPTED, "", suggestion.digest))
    plan = kept.treatment.state.plan
    assert plan is not None
    kept.treatment.set_plan(plan_with_lot := replace(plan, lot="C1"))
    assert not kept.treatment.take_decision_back()
    kept.treatment.lock_measurement(measured(kept.clock))
    again = kept.treatment.state.suggestion
    assert again is not None
    assert kept.treatment.decide(Decision(DecisionKind.REJECTED, "seen", again.digest))
    assert kept.treatment.give(plan_with_lot.points[0].id, at_utc=UTC)
    assert not kept.treatment.take_decision_back()
    assert kept.treatment.take_back(plan_with_lot.points[0].id)
    assert kept.treatment.take_decision_back()


def test_an_answer_that_does_not_fit_leaves_no_trace(kept: Kept) -> None:
    kept.treatment.lock_measurement(measured(kept.clock))
    before, n_events = kept.treatment.state, len(kept.events)
    assert before.suggestion is not None
    edited = Decision(DecisionKind.EDITED, "less", before.suggestion.digest)
    with pytest.raises(ValueError, match="comes with its units"):
        kept.treatment.decide(edited)
    accepted = Decision(DecisionKind.ACCEPTED, "", before.suggestion.digest)
    with pytest.raises(ValueError, match="comes with its units"):
        kept.treatment.decide(accepted, {"left medial": 5.0})
    assert kept.treatment.state == before
    assert len(kept.events) == n_events


def test_without_tables_nothing_is_said_of_a_plan(tables: Tables) -> None:
    treatment = Treatment(None, record=lambda *events: None, now_s=Clock(), today=lambda: TODAY)
    plan = Path(str(files("emg_dosing") / "examples" / "demo_plan.toml"))
    treatment.set_plan(load_plan(plan, tables))
    treatment.lock_measurement(measured(Clock()))
    assert treatment.state.suggestion is None
    assert treatment.state.findings == ()
