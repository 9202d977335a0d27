"""`Treatment`: plan versions, findings, suggestion, decisions and what was given in one visit.

It outlives the stream: the electrodes come off before anything is injected.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from emg_dosing.bound_plan import bind
from emg_dosing.check import check_plan
from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.safety import Override, SafetyItem, open_stops, safety_line
from emg_dosing.scenario import Scenario
from emg_dosing.suggest import suggest
from emg_dosing.suggestion import Suggestion
from emg_dosing.tables import Tables
from emg_dosing.validity import withdrawn
from emg_session.decisions import Decision, DecisionKind
from emg_session.given import Given
from emg_session.store import NewEvent
from emg_session.treatment_state import TreatmentState
from emg_session.visits import StoredVisit
from emg_signal.document import as_document
from emg_signal.errors import PlanError
from emg_signal.measurement import Measurement
from emg_signal.phrase import say

__all__ = ["Treatment", "TreatmentState"]


class Record(Protocol):
    """Puts events that belong together on the session's record: all of them or none."""

    def __call__(self, *events: NewEvent) -> None:
        """Record them, in their order."""


class Treatment:
    """Keeps plan, measurement and what follows from them, and records each change.

    Parameters
    ----------
    tables
        Products, ranges and norms; None turns dosing off (the signals stay on).
    record
        Puts events on the session's record; those of one call are never parted.
    now_s
        Monotonic clock that `Measurement.locked_at_s` was read from, seconds.
    today
        Date at the injector's place, for expiry dates.
    subject
        Label of the person who is treated; empty if nobody said.
    """

    def __init__(
        self,
        tables: Tables | None,
        *,
        record: Record,
        now_s: Callable[[], float],
        today: Callable[[], dt.date],
        subject: str = "",
    ) -> None:
        self._tables = tables
        self._record = record
        self._now_s = now_s
        self._today = today
        self.subject = subject
        self._lock = threading.RLock()
        self._state = TreatmentState()
        self._safety_on_record: tuple[SafetyItem, ...] = ()
        self._toxin_on_record: dict[str, int] = {}
        self._expired = False  # the answer on the screen is the one to an old measurement
        self._look_at_safety()

    @property
    def state(self) -> TreatmentState:
        """The newest state."""
        return self._state

    @property
    def measurement_age_s(self) -> float | None:
        """Age of the locked measurement now, seconds; None before one."""
        measurement = self._state.measurement
        return None if measurement is None else measurement.age_s(self._now_s())

    def set_plan(self, plan: Plan, *, why: str = "entered") -> None:
        """Make `plan` the newest version; withdraws the suggestion and asks for another.

        Raises
        ------
        PlanError
            It is another person's.
        """
        self.require_own(plan)
        with self._lock:
            self._take_plan(plan, why)

    def require_own(self, plan: Plan) -> None:
        """Raise `PlanError` if a plan is another person's."""
        if self.subject and plan.subject not in (None, "", self.subject):
            raise PlanError(
                say(
                    "This plan is for {other}, and {subject} is treated.",
                    other=plan.subject,
                    subject=self.subject,
                ),
                say("Take this person's plan, or choose the other person."),
            )

    def _take_plan(self, plan: Plan, why: str, *before: NewEvent) -> None:
        """Make `plan` the newest version, on record together with what it came from."""
        version = self._state.plan_version + 1
        plan = replace(plan, subject=plan.subject or self.subject or None)
        self._withdraw(say("the plan was changed"))
        self._change(plan=plan, plan_version=version)
        body = {"version": version, "why": why, "plan": plan.as_dict()}
        self._record(*before, NewEvent("plan", body))
        self._answer()

    def know_toxin(self, days: Mapping[str, int]) -> None:
        """Let the rules know of earlier treatments on record, whatever was asked or answered.

        Parameters
        ----------
        days
            Region → days since it was treated; the fewer of these and of the answered ones count.
        """
        with self._lock:
            self._toxin_on_record = dict(days)
            self._answer()

    @property
    def is_later(self) -> bool:
        """Whether the person was treated before, as far as the record knows."""
        return bool(self._toxin_on_record)

    @property
    def _examination(self) -> Examination:
        """What was examined, with the earlier treatments on record: they can only tighten."""
        examination, known = self._state.examination, self._toxin_on_record
        if not known:
            return examination
        days = dict(examination.toxin_days or {})
        for region, ago in known.items():
            days[region] = min(ago, days.get(region, ago))
        return replace(examination, toxin_days=days)

    def set_examination(self, examination: Examination) -> None:
        """Replace what was examined; withdraws the suggestion and asks for another."""
        with self._lock:
            self._withdraw(say("the examination was changed"))
            self._change(examination=examination)
            self._record(NewEvent("examination", examination.as_dict()))
            self._answer()

    def go_on(self, key: str, *, reason: str, by: str, at_utc: str) -> None:
        """Record why a person goes on against one finding of the safety line.

        Parameters
        ----------
        key
            Of the finding.
        reason, by
            In the person's words, and who said so.
        at_utc
            When, ISO 8601 with offset.

        Raises
        ------
        ValueError
            There is no such finding now, or the reason or the name is missing.
        """
        with self._lock:
            item = next((i for i in self._state.safety if i.key == key), None)
            if item is None or item.override is not None:
                raise ValueError("nothing of that kind waits for a reason")
            override = Override(key, reason.strip(), by.strip(), at_utc)
            self._change(overrides=(*self._state.overrides, override))
            self._look_at_safety()
            body = {**as_document(override), "finding": str(item.text), "rule_id": item.rule_id}
            self._record(NewEvent("override", body))

    def _look_at_safety(self) -> None:
        """Work the safety line out anew."""
        state = self._state
        if self._tables is None:
            return
        line = safety_line(
            None if state.plan is None else bind(state.plan, self._tables),
            self._examination,
            self._tables,
            findings=state.findings,
            overrides=state.overrides,
            is_later=self.is_later,
        )
        self._change(safety=line)

    def _safety_event(self) -> tuple[NewEvent, ...]:
        """Return the line as it stood before a point was given; nothing if it stands so already."""
        if self._state.safety == self._safety_on_record:
            return ()
        self._safety_on_record = self._state.safety
        return (NewEvent("safety", {"items": [as_document(i) for i in self._state.safety]}),)

    def lock_measurement(self, measurement: Measurement, *, tap_test_passed: bool = False) -> None:
        """Keep a locked measurement and answer the plan with it.

        One of the next electrode placement stands beside the one before it; one of the same
        placement replaces it.
        """
        with self._lock:
            state = self._state
            before = state.measurement
            reseated = (
                before is not None
                and before.montage == measurement.montage
                and measurement.calibration.placement == before.calibration.placement + 1
            )
            # Of other electrodes (the next block of pairs) nothing before can stand beside it.
            same = before is not None and before.montage == measurement.montage
            self._withdraw(say("it was measured again"))
            self._change(
                measurement=measurement,
                earlier=before if reseated else state.earlier if same else None,
                tap_test_passed=tap_test_passed and (state.tap_test_passed or not reseated),
            )
            body = {**as_document(measurement), "tap_test_passed": tap_test_passed}
            self._record(NewEvent("measurement", body))
            self._answer()

    def decide(self, decision: Decision, units: Mapping[str, float] | None = None) -> bool:
        """Record a person's answer; False if this suggestion was answered already.

        An accepted or edited one makes the next version of the plan. Both are one record: no
        crash leaves one without the other.

        Parameters
        ----------
        decision
            What the person did with the suggestion on the screen.
        units
            Point id → units that an edited one gives instead; None for the others.

        Raises
        ------
        ValueError
            The suggestion that it answers is not the one on the screen, there is nothing to
            accept, or the units are missing or too many.
        """
        with self._lock:
            self.refresh()
            suggestion = self._state.suggestion
            digest = decision.suggestion_digest
            if suggestion is None or suggestion.digest != digest or self._expired:
                raise ValueError("that suggestion is no longer valid")
            if self._state.decision is not None:
                return False
            plan = self._decided_plan(decision.kind, suggestion, units)
            version = self._state.plan_version
            key = f"decision on plan {version}: {suggestion.digest}"
            event = NewEvent("decision", as_document(decision), key)
            answered = (*self._state.decisions, (version, decision))
            self._change(decision=decision, decisions=answered)
            if plan is None:
                self._record(event)
            elif decision.kind is DecisionKind.ACCEPTED:
                self._take_plan(plan, f"suggestion {suggestion.digest} accepted", event)
                self._change(decision=decision)
            else:
                self._take_plan(plan, f"edited: {decision.reason}", event)
            return True

    def _decided_plan(
        self, kind: DecisionKind, suggestion: Suggestion, units: Mapping[str, float] | None
    ) -> Plan | None:
        """Return the plan that an answer makes; None if it leaves the plan as it is."""
        if (kind is DecisionKind.EDITED) != (units is not None):
            raise ValueError("an edited suggestion, and no other answer, comes with its units")
        if kind is DecisionKind.REJECTED:
            return None
        if units is not None and self._state.plan is not None:
            return self._state.plan.with_units(units)
        if suggestion.resulting_plan is None:
            raise ValueError("the suggestion changes nothing: there is nothing to accept")
        return suggestion.resulting_plan

    def give(self, point_id: str, *, at_utc: str) -> bool:
        """Record that a point of the plan was given; False if it was already.

        Parameters
        ----------
        point_id
            A point of the newest plan.
        at_utc
            When, ISO 8601 with offset.

        Raises
        ------
        PlanError
            There is no such point, the lot of the vial is not known, or what stands against the
            plan has no reason yet.
        """
        with self._lock:
            state = self._state
            if state.given_at(point_id) is not None:
                return False
            points = () if state.plan is None else state.plan.at(id=point_id)
            if state.plan is None or not points:
                raise PlanError(say("The plan has no point {point}.", point=point_id))
            if not state.plan.lot:
                raise PlanError(say("The lot of the vial is missing."), say("Enter it."))
            stops = open_stops(state.safety)
            if stops:
                raise PlanError(
                    say("Nothing is given while this stands: {finding}", finding=stops[0].text),
                    say("Say why you go on, or leave it."),
                )
            tick = Given(points[0], state.plan.lot, state.plan_version, at_utc)
            self._change(given=(*state.given, tick))
            key = f"given {point_id} at {at_utc}"
            self._record(*self._safety_event(), NewEvent("given", tick.as_dict(), key))
            return True

    def take_back(self, point_id: str) -> bool:
        """Record that a tick was a mistake; False if the point was not ticked."""
        with self._lock:
            tick = self._state.given_at(point_id)
            if tick is None:
                return False
            self._change(given=tuple(t for t in self._state.given if t is not tick))
            self._record(NewEvent("given taken back", tick.as_dict()))
            return True

    def resume(self, visit: StoredVisit, *, measured_ago_s: float | None) -> None:
        """Go on with a visit that was closed: nothing is recorded anew but what changes.

        Parameters
        ----------
        visit
            What its file says.
        measured_ago_s
            Age of its newest measurement, seconds; None where it cannot be told, and then no
            suggestion rests on it.

        Raises
        ------
        PlanError
            Today's tables do not know its plan.
        """
        with self._lock:
            plan = None if self._tables is None else visit.plan(self._tables)
            measurement = visit.measurements[-1] if visit.measurements else None
            if measurement is not None and measured_ago_s is not None:
                locked_at_s = self._now_s() - measured_ago_s
                self._change(measurement=replace(measurement, locked_at_s=locked_at_s))
            self._change(
                plan=plan,
                plan_version=visit.plan_version,
                examination=visit.examination,
                decisions=visit.decisions,
                given=visit.given,
                overrides=visit.overrides,
            )
            self._answer()

    def refresh(self) -> None:
        """Withdraw a suggestion that no longer holds (its measurement aged) and answer anew."""
        with self._lock:
            suggestion, scenario = self._state.suggestion, self._scenario()
            if suggestion is None or scenario is None or self._tables is None:
                return
            if self._expired or withdrawn(suggestion, scenario, self._tables) is None:
                return
            decision = self._state.decision
            self._withdraw(say("the measurement has become too old"))
            self._answer()
            self._change(decision=decision)
            self._expired = True

    def _scenario(self) -> Scenario | None:
        """Return what is true now, the measurement with its present age; None before one."""
        state = self._state
        if state.plan is None or state.measurement is None:
            return None
        return Scenario.from_measurement(
            state.plan,
            state.measurement,
            self._examination,
            age_s=self._now_s() - state.measurement.locked_at_s,
            tap_test_passed=state.tap_test_passed,
            earlier=state.earlier,
            today=self._today(),
        )

    def _withdraw(self, why: str) -> None:
        """Take the suggestion off the screen; one that waited for an answer leaves why."""
        state = self._state
        waited = bool(state.suggestion and state.suggestion.changes and state.decision is None)
        self._change(suggestion=None, decision=None, withdrawn=why if waited else "")

    def _change(self, **changed: Any) -> None:
        self._state = replace(self._state, **changed)

    def _answer(self) -> None:
        """Check the plan, and answer it once there is a locked measurement."""
        state = self._state
        if self._tables is None or state.plan is None:
            self._look_at_safety()
            return
        findings = check_plan(state.plan, self._tables, self._examination, today=self._today())
        self._change(findings=findings, suggestion=None)
        self._look_at_safety()
        self._expired = False
        scenario = self._scenario()
        if scenario is None:
            return
        suggestion = suggest(scenario, self._tables)
        self._change(suggestion=suggestion)
        self._record(NewEvent("suggestion", as_document(suggestion)))
