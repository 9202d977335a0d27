"""`Treatment`: plan versions, findings, suggestion, decisions and what was given in one visit.

It outlives the stream: the electrodes come off before anything is injected. A tick and a decision
are done once they are on disk, and not before.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from emg_dosing.bound_plan import bind
from emg_dosing.check import check_plan
from emg_dosing.examination import Examination
from emg_dosing.licence import jurisdiction_of
from emg_dosing.names import point_name
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy
from emg_dosing.preparation import prepare
from emg_dosing.safety import Override, SafetyItem, open_stops, safety_line
from emg_dosing.scenario import Scenario
from emg_dosing.suggest import suggest
from emg_dosing.suggestion import Suggestion, SuggestionKind
from emg_dosing.tables import Tables
from emg_dosing.validity import withdrawn
from emg_session.decisions import Decision, DecisionKind
from emg_session.deeds import SHORTLY_S, WRITTEN_S, Deed, Deeds, failure_of
from emg_session.given import Drawn, Given
from emg_session.promise import Promise
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

    def __call__(self, *events: NewEvent) -> object:
        """Record them, in their order."""


class Promising(Protocol):
    """Does so too, and promises to say whether they are on disk."""

    def __call__(self, *events: NewEvent) -> Promise:
        """Record them, in their order."""


class Treatment:
    """Keeps plan, measurement and what follows from them, and records each change.

    Parameters
    ----------
    tables
        Products, ranges and norms; None turns dosing off (the signals stay on).
    record
        Puts events on the session's record; those of one call are never parted.
    promise
        Does so for what counts only once it is on disk; None where `record` keeps it at once.
    now_s
        Monotonic clock that `Measurement.locked_at_s` was read from, seconds.
    today
        Date at the injector's place, for expiry dates.
    subject
        Label of the person who is treated; empty if nobody said.
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
        subject: str = "",
        policy: Policy | None = None,
        promise: Promising | None = None,
    ) -> None:
        self._tables = tables
        self._policy = policy
        self._record = record
        self._promise = promise or self._keep_at_once
        self._deeds = Deeds()
        self._now_s = now_s
        self._today = today
        self.subject = subject
        self._lock = threading.RLock()
        self._state = TreatmentState()
        self._safety_on_record: tuple[SafetyItem, ...] = ()
        self._toxin_on_record: dict[str, int] = {}
        self._rejected: dict[str, str] = {}  # region → why a suggestion was rejected there
        self._expired = False  # the answer on the screen is the one to an old measurement
        self._ticks = 0
        self._doubt = ""
        self._look_at_safety()

    def _keep_at_once(self, *events: NewEvent) -> Promise:
        self._record(*events)
        return Promise.without_record(events)

    @property
    def state(self) -> TreatmentState:
        """The newest state."""
        return self._state

    @property
    def measurement_age_s(self) -> float | None:
        """Age of the locked measurement now, seconds; None before one."""
        measurement = self._state.measurement
        return None if measurement is None else measurement.age_s(self._now_s())

    @property
    def policy(self) -> Policy | None:
        """The clinic's policy, None for the program's own."""
        return self._policy

    @property
    def country(self) -> str:
        """Where it is treated, as the policy says; empty where that is not set."""
        return "" if self._policy is None else self._policy.country

    def set_country(self, country: str) -> None:
        """Let another country hold, whose labels count from now on; empty is not set."""
        if self._tables is not None and country != self.country:
            policy = self._policy or Policy.from_tables(self._tables)
            self.set_policy(replace(policy, country=country))

    def set_policy(self, policy: Policy | None) -> None:
        """Let another policy or country hold; withdraws the suggestion and asks for another."""
        with self._lock:
            self._policy = policy
            self._withdraw(say("the policy was changed"))
            self._answer()

    def set_plan(self, plan: Plan, *, why: str = "entered") -> None:
        """Make `plan` the newest version; withdraws the suggestion and asks for another.

        Raises
        ------
        PlanError
            It is another person's.
        """
        self.require_own(plan)
        with self._nothing_writing():
            self._take_plan(plan, why)

    def doubt(self, why: str) -> None:
        """Suggest nothing while what is measured with is in doubt; empty to suggest again.

        Parameters
        ----------
        why
            In words that follow "withdrawn:".
        """
        with self._lock:
            if why == self._doubt:
                return
            self._doubt = why
            if self._state.decision is None and self._deeds.decision is None:
                self._withdraw(why)
                self._answer()

    # -- what waits for the disk ----------------------------------------------------------------

    def settle(self) -> None:
        """Show as done what reached the disk, and say of what did not that it was not done."""
        with self._lock:
            if self._deeds.settle():
                self._show_deeds()

    def _show_deeds(self) -> None:
        decision = self._deeds.decision
        self._change(
            writing=self._deeds.points,
            deciding=None if decision is None else self._state.deciding,
            unrecorded=self._deeds.failure,
        )

    @contextmanager
    def _nothing_writing(self, *, but_ticks: bool = False) -> Iterator[None]:
        """Hold the lock once no deed is on its way to the disk; it takes `WRITTEN_S` at most."""
        while True:
            with self._lock:
                self.settle()
                deed = self._deeds.decision if but_ticks else self._deeds.first
                if deed is None:
                    yield
                    return
            deed.promise.wait(max(0.0, WRITTEN_S - deed.promise.age_s))

    def _do(self, deed: Deed) -> None:
        """Do what a person did as soon as it is on disk; wait for it shortly.

        Raises
        ------
        RecordError
            It is known that it is not on record.
        """
        self._deeds.add(deed)
        self._show_deeds()
        deed.promise.wait(SHORTLY_S)
        self.settle()
        failure = None if deed in self._deeds else failure_of(deed)
        if failure is not None:
            raise failure

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

    def _take_plan(self, plan: Plan, why: str) -> None:
        plan = self._owned(plan)
        self._record(self._version(plan, why))
        self._show_plan(plan)

    def _owned(self, plan: Plan) -> Plan:
        """Return the plan under its person, with the reasons why suggestions were rejected."""
        for region in (r for r in plan.regions if plan.reason_for(r) is None):
            plan = plan.with_reason((region,), self._rejected.get(region, ""))
        return replace(plan, subject=plan.subject or self.subject or None)

    def _version(self, plan: Plan, why: str) -> NewEvent:
        """Return what puts `plan` on record as the next version."""
        version = self._state.plan_version + 1
        return NewEvent("plan", {"version": version, "why": why, "plan": plan.as_dict()})

    def _show_plan(self, plan: Plan) -> None:
        """Make `plan` the newest version, which is on record."""
        self._withdraw(say("the plan was changed"))
        version = self._state.plan_version + 1
        self._change(plan=plan, plan_version=version, decided_about=None)
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
        with self._nothing_writing():
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
            None if state.plan is None else bind(state.plan, self._tables, self._policy),
            self._examination,
            self._tables,
            findings=state.findings,
            overrides=state.overrides,
            is_later=self.is_later,
            country=jurisdiction_of(self.country),
        )
        self._change(safety=line)

    def _safety_event(self) -> tuple[NewEvent, ...]:
        """Return the line as it stood before a point was given; nothing if it stands so already."""
        if self._state.safety == self._safety_on_record:
            return ()
        return (NewEvent("safety", {"items": [as_document(i) for i in self._state.safety]}),)

    def lock_measurement(self, measurement: Measurement, *, tap_test_passed: bool = False) -> None:
        """Keep a locked measurement and answer the plan with it.

        One of the next electrode placement stands beside the one before it; one of the same
        placement replaces it.
        """
        with self._nothing_writing():
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
        crash leaves one without the other. It counts once it is on disk (`TreatmentState.deciding`
        until then).

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
        RecordError
            It cannot be recorded, and so was not decided.
        """
        with self._nothing_writing():
            self.refresh()
            suggestion, digest = self._state.suggestion, decision.suggestion_digest
            if suggestion is None or suggestion.digest != digest or self._expired:
                raise ValueError("that suggestion is no longer valid")
            if self._state.decision is not None:
                return False
            plan = self._decided_plan(decision, suggestion, units)
            promise = self._promise(*self._decision_events(decision, plan))
            done = partial(self._show_decision, decision, plan, suggestion)
            self._change(deciding=decision)
            self._do(Deed(say("your answer to the suggestion"), promise, done))
            return True

    def take_decision_back(self) -> bool:
        """Make the plan before the newest answer the plan again; False if that is not possible.

        The answer stays on record, and that it was taken back is too. Once a point was given, or
        the plan was changed again, there is no way back but another plan.

        Raises
        ------
        RecordError
            It cannot be recorded, and so the answer stands.
        """
        with self._nothing_writing():
            state = self._state
            if not state.can_undecide or state.decided_about is None:
                return False
            version, decision = state.decisions[-1]
            event = NewEvent("decision taken back", {"version": version, **as_document(decision)})
            plan = state.decided_about
            promise = self._promise(event, self._version(plan, "decision taken back"))
            done = partial(self._show_undecided, plan)
            self._change(deciding=decision)
            self._do(Deed(say("that you took your answer back"), promise, done))
            return True

    def _show_undecided(self, plan: Plan) -> None:
        """Show the newest answer as taken back, which is on record."""
        self._change(decisions=self._state.decisions[:-1])
        self._rejected = {}  # asked anew, all of it
        self._show_plan(plan)

    def _decision_events(self, decision: Decision, plan: Plan | None) -> tuple[NewEvent, ...]:
        """Return what puts an answer, and the plan that it makes, on record."""
        state, digest = self._state, decision.suggestion_digest
        # Numbered: after a change and its undoing the same suggestion is answered once more.
        key = f"decision {len(state.decisions) + 1} on plan {state.plan_version}: {digest}"
        event = NewEvent("decision", as_document(decision), key)
        if plan is None:
            return (event,)
        is_accepted = decision.kind is DecisionKind.ACCEPTED
        kind = decision.kind
        why = f"suggestion {digest} accepted" if is_accepted else f"{kind}: {decision.reason}"
        return (event, self._version(plan, why))

    def _show_decision(self, decision: Decision, plan: Plan | None, suggestion: Suggestion) -> None:
        """Show an answer as given, which is on record."""
        state = self._state
        if decision.kind is DecisionKind.REJECTED and suggestion.kind is not SuggestionKind.TRIM:
            self._rejected |= {change.region: decision.reason for change in suggestion.changes}
        answered = (*state.decisions, (state.plan_version, decision))
        self._change(decision=decision, decisions=answered)
        if plan is not None:
            self._show_plan(plan)
            if decision.kind is DecisionKind.ACCEPTED:
                self._change(decision=decision)
        self._change(decided_about=state.plan)

    def _decided_plan(
        self, decision: Decision, suggestion: Suggestion, units: Mapping[str, float] | None
    ) -> Plan | None:
        """Return the plan that an answer makes; None if it leaves the plan as it is.

        A stated reason goes into the plan and closes the question there (of a rejected suggestion
        with the next version). Above a limit none does.
        """
        kind, plan = decision.kind, self._state.plan
        if plan is not None and suggestion.kind is not SuggestionKind.TRIM:
            regions = {change.region for change in suggestion.changes}
            plan = plan.with_reason(sorted(regions), decision.reason.strip())
        if (kind is DecisionKind.EDITED) != (units is not None):
            raise ValueError("an edited suggestion, and no other answer, comes with its units")
        if kind is DecisionKind.REJECTED:
            return None
        if units is not None and plan is not None:
            return self._owned(plan.with_units(units))
        if suggestion.resulting_plan is None:
            raise ValueError("the suggestion changes nothing: there is nothing to accept")
        return self._owned(suggestion.resulting_plan)

    def give(self, point_id: str, *, at_utc: str, units: float | None = None) -> bool:
        """Record that a point of the plan was given; False if it was already.

        It counts once it is on disk (`TreatmentState.writing` until then).

        Parameters
        ----------
        point_id
            A point of the newest plan.
        at_utc
            When, ISO 8601 with offset.
        units
            Units as given, where they are others than planned; None for the planned ones.

        Raises
        ------
        PlanError
            There is no such point, the lot of the vial is not known, `units` are no amount, or what
            stands against the plan has no reason yet.
        RecordError
            It cannot be recorded, and so is not shown as given.
        """
        with self._nothing_writing(but_ticks=True):
            state = self._state
            if state.given_at(point_id) is not None or point_id in state.writing:
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
            dose = points[0].dose
            typed = None if units is None else replace(dose, units=units)
            drawn = self._drawn(state.plan, point_id)
            version, lot = state.plan_version, state.plan.lot
            tick = Given(points[0], lot, version, at_utc, None if typed == dose else typed, drawn)
            self._ticks += 1
            key = f"given {point_id} at {at_utc}, {self._ticks}"
            events = (*self._safety_event(), NewEvent("given", tick.as_dict(), key))
            self._do_at(tick, partial(self._show_tick, tick, state.safety), *events)
            return True

    def take_back(self, point_id: str) -> bool:
        """Record that a tick was a mistake; False if the point was not ticked.

        Raises
        ------
        RecordError
            It cannot be recorded, and so the tick stands.
        """
        with self._nothing_writing(but_ticks=True):
            tick = self._state.given_at(point_id)
            if tick is None or point_id in self._state.writing:
                return False
            event = NewEvent("given taken back", tick.as_dict())
            self._do_at(tick, partial(self._show_untick, tick), event)
            return True

    def _do_at(self, tick: Given, done: Callable[[], None], *events: NewEvent) -> None:
        name = point_name(tick.point, self._tables)
        self._do(Deed(name, self._promise(*events), done, tick.point.id))

    def _show_tick(self, tick: Given, safety: tuple[SafetyItem, ...]) -> None:
        self._safety_on_record = safety
        self._change(given=(*self._state.given, tick))

    def _show_untick(self, tick: Given) -> None:
        self._change(given=tuple(each for each in self._state.given if each is not tick))

    def _drawn(self, plan: Plan, point_id: str) -> Drawn | None:
        """Return what is to be drawn for a point; None while vial or syringe are open."""
        preparation = None if self._tables is None else prepare(plan, self._tables)
        draws = () if preparation is None else preparation.draws
        found = (Drawn(d.drawn_ml, d.delivered_units) for d in draws if d.point_id == point_id)
        return next(found, None)

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
            if self._deeds.decision is not None:
                return  # it answers what stands on the screen
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
        if state.plan is None or state.measurement is None or self._doubt:
            return None
        return Scenario.from_measurement(
            state.plan,
            state.measurement,
            self._examination,
            age_s=self._now_s() - state.measurement.locked_at_s,
            tap_test_passed=state.tap_test_passed,
            earlier=state.earlier,
            policy=self._policy,
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
        findings = check_plan(
            state.plan, self._tables, self._examination, self._policy, today=self._today()
        )
        self._change(findings=findings, suggestion=None)
        self._look_at_safety()
        self._expired = False
        scenario = self._scenario()
        if scenario is None:
            return
        suggestion = suggest(scenario, self._tables)
        self._change(suggestion=suggestion)
        self._record(NewEvent("suggestion", as_document(suggestion)))
