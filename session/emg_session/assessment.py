"""`Assessment`: what the rules say of all that is known of a treatment at one moment."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from emg_dosing.bound_plan import bind
from emg_dosing.check import check_plan
from emg_dosing.examination import Examination
from emg_dosing.licence import jurisdiction_of
from emg_dosing.plan import Plan, parse_plan
from emg_dosing.policy import Policy
from emg_dosing.safety import safety_line
from emg_dosing.scenario import Scenario
from emg_dosing.suggest import suggest
from emg_dosing.tables import Tables
from emg_dosing.validity import withdrawn
from emg_session.entries import NewEvent
from emg_session.locked import Locked
from emg_session.promise import Record
from emg_session.stored_visit import StoredVisit
from emg_session.treatment_state import TreatmentState
from emg_signal.document import as_document
from emg_signal.phrase import say


class Assessment:
    """Holds the state of a treatment, and answers it anew whenever something changed.

    Parameters
    ----------
    tables
        Products, ranges and norms; None turns dosing off.
    record
        Puts events on the session's record.
    now_s
        Monotonic clock that `Measurement.locked_at_s` was read from, seconds.
    today
        Date at the injector's place, for expiry dates.
    policy
        The clinic's, with its country; None for the program's own.
    """

    def __init__(
        self,
        tables: Tables | None,
        *,
        record: Record,
        now_s: Callable[[], float],
        today: Callable[[], dt.date],
        policy: Policy | None,
    ) -> None:
        self.tables = tables
        self.policy: Policy | None = None
        """By which it is answered; None where dosing is off."""
        self.put_in_force(policy)
        self.record, self.now_s = record, now_s
        self.lock = threading.RLock()
        """Held by whoever changes anything here: it outlives the stream, and has many callers."""
        self.state = TreatmentState()
        self.is_expired = False
        """Whether the answer on the screen is the one to an old measurement."""
        self._today = today
        self._toxin_on_record: dict[str, int] = {}
        self._doubt = ""
        self.look_at_safety()

    def put_in_force(self, policy: Policy | None) -> Policy | None:
        """Answer by another policy from now on, by the program's own if it is None; return it."""
        own = None if self.tables is None else Policy.from_tables(self.tables)
        self.policy = None if own is None else policy or own
        return self.policy

    def change(self, **changed: Any) -> None:
        """Replace some fields of the state."""
        self.state = replace(self.state, **changed)

    def rest_on(self, locked: Locked) -> None:
        """Let answers rest on these measurements from now on."""
        self.change(
            measurement=locked.measurement,
            earlier=locked.earlier,
            tap_test_passed=locked.tap_test_passed,
        )

    def withdraw(self, why: str) -> None:
        """Take the suggestion off the screen; one that waited for an answer leaves why."""
        state = self.state
        waited = bool(state.suggestion and state.suggestion.changes and state.decision is None)
        self.change(suggestion=None, decision=None, withdrawn=why if waited else "")

    def answer(self) -> None:
        """Check the plan, and answer it once there is a locked measurement."""
        state = self.state
        if self.tables is None or state.plan is None:
            self.look_at_safety()
            return
        findings = check_plan(
            state.plan, self.tables, self.examination, self.policy, today=self._today()
        )
        self.change(findings=findings, suggestion=None)
        self.look_at_safety()
        self.is_expired = False
        scenario = self._scenario()
        if scenario is None:
            return
        suggestion = suggest(scenario, self.tables)
        self.change(suggestion=suggestion)
        self.record(NewEvent("suggestion", as_document(suggestion)))

    def look_at_safety(self) -> None:
        """Work the safety line out anew."""
        state = self.state
        if self.tables is None:
            return
        line = safety_line(
            None if state.plan is None else bind(state.plan, self.tables, self.policy),
            self.examination,
            self.tables,
            findings=state.findings,
            overrides=state.overrides,
            is_later=self.is_later,
            country=jurisdiction_of("" if self.policy is None else self.policy.country),
        )
        self.change(safety=line)

    def refresh(self) -> None:
        """Withdraw a suggestion that no longer holds (its measurement aged) and answer anew."""
        suggestion, scenario = self.state.suggestion, self._scenario()
        if suggestion is None or scenario is None or self.tables is None:
            return
        if self.is_expired or withdrawn(suggestion, scenario, self.tables) is None:
            return
        decision = self.state.decision
        self.withdraw(say("the measurement has become too old"))
        self.answer()
        self.change(decision=decision)
        self.is_expired = True

    def resume(self, visit: StoredVisit, *, measured_ago_s: float | None) -> None:
        """Know what a closed visit had come to, measured some seconds ago: `Treatment.resume`."""
        before, tables = visit.decided_about, self.tables
        measurement = visit.locked.measurement
        if measurement is not None and measured_ago_s is not None:
            locked_at_s = self.now_s() - measured_ago_s
            newest = replace(measurement, locked_at_s=locked_at_s)
            self.rest_on(replace(visit.locked, measurement=newest))
        self.change(
            plan=None if tables is None else visit.plan(tables),
            plan_version=visit.plan_version,
            examination=visit.examination,
            decisions=visit.decisions,
            decided_plans=_plans(visit, tables),
            given=visit.given,
            overrides=visit.overrides,
            written_notes=visit.written_notes,
            decided_about=parse_plan(before, tables) if before and tables else None,
        )
        self.answer()

    def doubt(self, why: str) -> bool:
        """Suggest nothing while `why` holds; whether that is news."""
        is_news, self._doubt = why != self._doubt, why
        return is_news

    def know_toxin(self, days: Mapping[str, int]) -> None:
        """Know of earlier treatments on record: region → days since it was treated."""
        self._toxin_on_record = dict(days)
        self.answer()

    @property
    def is_later(self) -> bool:
        """Whether the person was treated before, as far as the record knows."""
        return bool(self._toxin_on_record)

    @property
    def examination(self) -> Examination:
        """What was examined, with the earlier treatments on record: they can only tighten."""
        examination, known = self.state.examination, self._toxin_on_record
        if not known:
            return examination
        days = dict(examination.toxin_days or {})
        for region, ago in known.items():
            days[region] = min(ago, days.get(region, ago))
        return replace(examination, toxin_days=days)

    def _scenario(self) -> Scenario | None:
        """Return what is true now, the measurement with its present age; None before one."""
        state = self.state
        if state.plan is None or state.measurement is None or self._doubt:
            return None
        return Scenario.from_measurement(
            state.plan,
            state.measurement,
            self.examination,
            age_s=self.now_s() - state.measurement.locked_at_s,
            tap_test_passed=state.tap_test_passed,
            earlier=state.earlier,
            policy=self.policy,
            today=self._today(),
        )


def _plans(visit: StoredVisit, tables: Tables | None) -> tuple[tuple[Plan, Plan], ...]:
    """Return the plans before and after each answer of a stored visit; none without tables."""
    if tables is None:
        return ()
    return tuple(
        (parse_plan(before, tables), parse_plan(after, tables))
        for before, after in visit.decided_plans
    )
