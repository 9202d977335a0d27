"""`Treatment`: plan versions, findings, suggestion, decisions and what was given in one visit.

It outlives the stream: the electrodes come off before anything is injected. A tick and a decision
are done once they are on disk, and not before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.policy import Policy
from emg_dosing.safety import Override
from emg_dosing.tables import Tables
from emg_session.answers import Answers
from emg_session.assessment import Assessment
from emg_session.decisions import Decision
from emg_session.doer import Doer
from emg_session.entries import NewEvent
from emg_session.locked import Locked
from emg_session.note import Note
from emg_session.plan_versions import PlanVersions
from emg_session.policy_in_force import PolicyInForce
from emg_session.promise import Promising, Record, kept_at_once
from emg_session.stored_visit import StoredVisit
from emg_session.ticks import Ticks
from emg_session.treatment_state import TreatmentState
from emg_signal.document import as_document
from emg_signal.measurement import Measurement
from emg_signal.phrase import say

__all__ = ["Treatment", "TreatmentState"]


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
        self.subject = subject
        self._record = record
        promise = promise or kept_at_once(record)
        self._assessment = Assessment(
            tables, record=record, now_s=now_s, today=today, policy=policy
        )
        self._policy = PolicyInForce(self._assessment)
        self._doer = Doer(self._assessment)
        self._versions = PlanVersions(self._assessment, subject)
        self._answers = Answers(self._assessment, self._versions, self._doer, promise)
        self._ticks = Ticks(self._assessment, self._doer, promise)

    @property
    def state(self) -> TreatmentState:
        """The newest state."""
        return self._assessment.state

    @property
    def measurement_age_s(self) -> float | None:
        """Age of the locked measurement now, seconds; None before one."""
        measurement = self.state.measurement
        return None if measurement is None else measurement.age_s(self._assessment.now_s())

    def settle(self) -> None:
        """Show as done what reached the disk, and say of what did not that it was not done."""
        self._doer.settle()

    def refresh(self) -> None:
        """Withdraw a suggestion that no longer holds (its measurement aged) and answer anew."""
        with self._assessment.lock:
            if not self._doer.is_deciding:  # it answers what stands on the screen
                self._assessment.refresh()

    # -- what it is treated by -------------------------------------------------------------------

    @property
    def policy(self) -> Policy | None:
        """The clinic's policy, else the program's own; None where dosing is off."""
        return self._assessment.policy

    @property
    def country(self) -> str:
        """Where it is treated, as the policy says; empty where that is not set."""
        return self._policy.country

    def set_country(self, country: str) -> None:
        """Let another country hold, whose labels count from now on; empty is not set."""
        self._policy.set_country(country)

    def begin(self, *, policy_on_record: str = "") -> None:
        """Put on record what it is treated by.

        Parameters
        ----------
        policy_on_record
            Digest of the policy that the record says already; empty for none.
        """
        self._policy.begin(policy_on_record)

    def doubt(self, why: str) -> None:
        """Suggest nothing while what is measured with is in doubt; empty to suggest again.

        Parameters
        ----------
        why
            In words that follow "withdrawn:".
        """
        with self._assessment.lock:
            is_news = self._assessment.doubt(why)
            if is_news and self.state.decision is None and not self._doer.is_deciding:
                self._assessment.withdraw(why)
                self._assessment.answer()

    # -- plan, examination, measurement ----------------------------------------------------------

    def set_plan(self, plan: Plan, *, why: str = "entered") -> None:
        """Make `plan` the newest version; withdraws the suggestion and asks for another.

        Raises
        ------
        PlanError
            It is another person's.
        """
        self.require_own(plan)
        with self._doer.nothing_writing():
            self._versions.take(plan, why)

    def require_own(self, plan: Plan) -> None:
        """Raise `PlanError` if a plan is another person's."""
        self._versions.require_own(plan)

    @property
    def is_later(self) -> bool:
        """Whether the person was treated before, as far as the record knows."""
        return self._assessment.is_later

    def know_toxin(self, days: Mapping[str, int]) -> None:
        """Let the rules know of earlier treatments on record, whatever was asked or answered.

        Parameters
        ----------
        days
            Region → days since it was treated; the fewer of these and of the answered ones count.
        """
        with self._assessment.lock:
            self._assessment.know_toxin(days)

    def set_examination(self, examination: Examination) -> None:
        """Replace what was examined; withdraws the suggestion and asks for another."""
        with self._doer.nothing_writing():
            self._assessment.withdraw(say("the examination was changed"))
            self._assessment.change(examination=examination)
            self._record(NewEvent("examination", examination.as_dict()))
            self._assessment.answer()

    def lock_measurement(self, measurement: Measurement, *, tap_test_passed: bool = False) -> None:
        """Keep a locked measurement and answer the plan with it: see `Locked.then`."""
        with self._doer.nothing_writing():
            state = self.state
            before = Locked(state.measurement, state.earlier, state.tap_test_passed)
            self._assessment.withdraw(say("it was measured again"))
            self._assessment.rest_on(before.then(measurement, tap_test_passed=tap_test_passed))
            body = {**as_document(measurement), "tap_test_passed": tap_test_passed}
            self._record(NewEvent("measurement", body))
            self._assessment.answer()

    # -- what a person decides and gives ---------------------------------------------------------

    def decide(self, decision: Decision, units: Mapping[str, float] | None = None) -> bool:
        """Record a person's answer to the suggestion: see `Answers.decide`."""
        return self._answers.decide(decision, units)

    def take_decision_back(self) -> bool:
        """Take the newest answer back: see `Answers.take_back`."""
        return self._answers.take_back()

    def give(self, point_id: str, *, at_utc: str, units: float | None = None) -> bool:
        """Record that a point of the plan was given: see `Ticks.give`."""
        return self._ticks.give(point_id, at_utc=at_utc, units=units)

    def take_back(self, point_id: str) -> bool:
        """Record that a tick was a mistake: see `Ticks.take_back`."""
        return self._ticks.take_back(point_id)

    def write_down(self, note: Note) -> None:
        """Put a note on record."""
        with self._assessment.lock:
            self._record(NewEvent("note", as_document(note)))
            self._assessment.change(written_notes=(*self.state.written_notes, note))

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
        with self._assessment.lock:
            item = next((i for i in self.state.safety if i.key == key), None)
            if item is None or item.override is not None:
                raise ValueError("nothing of that kind waits for a reason")
            override = Override(key, reason.strip(), by.strip(), at_utc)
            self._assessment.change(overrides=(*self.state.overrides, override))
            self._assessment.look_at_safety()
            body = {**as_document(override), "finding": str(item.text), "rule_id": item.rule_id}
            self._record(NewEvent("override", body))

    # -- a visit that was closed -----------------------------------------------------------------

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
        with self._assessment.lock:
            self._versions.rejected = dict(visit.rejected)
            self._assessment.resume(visit, measured_ago_s=measured_ago_s)
