"""`Treatment`: plan versions, findings, suggestion and decisions of one session.

It outlives the stream: the electrodes come off before anything is injected.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from emg_dosing.check import check_plan
from emg_dosing.examination import Examination
from emg_dosing.plan import Plan
from emg_dosing.scenario import Scenario
from emg_dosing.suggest import suggest
from emg_dosing.tables import Tables
from emg_dosing.validity import withdrawn
from emg_dosing.values import Finding, Suggestion
from emg_session.decisions import Decision, DecisionKind
from emg_signal.measurement import Measurement

Record = Callable[..., None]
"""``record(kind, body, *, key=None)``: appends an event to the session's record."""


@dataclass(frozen=True, slots=True)
class TreatmentState:
    """What is known at one moment; replaced as a whole."""

    plan: Plan | None = None
    plan_version: int = 0
    examination: Examination = field(default_factory=Examination)
    measurement: Measurement | None = None
    earlier: Measurement | None = None
    tap_test_passed: bool = False
    findings: tuple[Finding, ...] = ()
    suggestion: Suggestion | None = None
    decision: Decision | None = None


class Treatment:
    """Keeps plan, measurement and what follows from them, and records each change.

    Parameters
    ----------
    tables
        Products, ranges and norms; None turns dosing off (the signals stay on).
    record
        Appends an event to the session's record.
    now_s
        Monotonic clock that `Measurement.locked_at_s` was read from, seconds.
    today
        Date at the injector's place, for expiry dates.
    """

    def __init__(
        self,
        tables: Tables | None,
        *,
        record: Record,
        now_s: Callable[[], float],
        today: Callable[[], dt.date],
    ) -> None:
        self._tables = tables
        self._record = record
        self._now_s = now_s
        self._today = today
        self._lock = threading.RLock()
        self._state = TreatmentState()
        self._expired = False  # the answer on the screen is the one to an old measurement

    @property
    def state(self) -> TreatmentState:
        """The newest state."""
        return self._state

    def set_plan(self, plan: Plan, *, why: str = "entered") -> None:
        """Make `plan` the newest version; withdraws the suggestion and asks for another."""
        with self._lock:
            version = self._state.plan_version + 1
            self._change(plan=plan, plan_version=version, decision=None)
            self._record("plan", {"version": version, "why": why, "plan": plan.as_dict()})
            self._answer()

    def set_examination(self, examination: Examination) -> None:
        """Replace what was examined; withdraws the suggestion and asks for another."""
        with self._lock:
            self._change(examination=examination, decision=None)
            self._record("examination", examination.as_dict())
            self._answer()

    def lock_measurement(self, measurement: Measurement, *, tap_test_passed: bool = False) -> None:
        """Keep a locked measurement and answer the plan with it.

        One of the next electrode placement stands beside the one before it; one of the same
        placement replaces it.
        """
        with self._lock:
            state = self._state
            reseated = (
                state.measurement is not None
                and measurement.calibration.placement == state.measurement.calibration.placement + 1
            )
            self._change(
                measurement=measurement,
                earlier=state.measurement if reseated else state.earlier,
                tap_test_passed=tap_test_passed and (state.tap_test_passed or not reseated),
                decision=None,
            )
            body = {**measurement.as_dict(), "tap_test_passed": tap_test_passed}
            self._record("measurement", body)
            self._answer()

    def decide(self, decision: Decision) -> bool:
        """Record a person's answer; False if this suggestion was answered already.

        Raises
        ------
        ValueError
            The suggestion that it answers is not the one on the screen.
        """
        with self._lock:
            self.refresh()
            suggestion = self._state.suggestion
            if suggestion is None or suggestion.digest != decision.suggestion_digest:
                raise ValueError("that suggestion is no longer valid")
            if self._state.decision is not None:
                return False
            key = f"decision on plan {self._state.plan_version}: {suggestion.digest}"
            self._record("decision", decision.as_dict(), key=key)
            plan = suggestion.resulting_plan
            if decision.kind is DecisionKind.ACCEPTED and plan is not None:
                self.set_plan(plan, why=f"suggestion {suggestion.digest} accepted")
            self._change(decision=decision)
            return True

    def refresh(self) -> None:
        """Withdraw a suggestion that no longer holds (its measurement aged) and answer anew."""
        with self._lock:
            suggestion, scenario = self._state.suggestion, self._scenario()
            if suggestion is None or scenario is None or self._tables is None:
                return
            if self._expired or withdrawn(suggestion, scenario, self._tables) is None:
                return
            self._answer()
            self._expired = True

    def _scenario(self) -> Scenario | None:
        """Return what is true now, the measurement with its present age; None before one."""
        state = self._state
        if state.plan is None or state.measurement is None:
            return None
        return Scenario.from_measurement(
            state.plan,
            state.measurement,
            state.examination,
            age_s=self._now_s() - state.measurement.locked_at_s,
            tap_test_passed=state.tap_test_passed,
            earlier=state.earlier,
            today=self._today(),
        )

    def _change(self, **changed: Any) -> None:
        self._state = replace(self._state, **changed)

    def _answer(self) -> None:
        """Check the plan, and answer it once there is a locked measurement."""
        state = self._state
        if self._tables is None or state.plan is None:
            return
        findings = check_plan(state.plan, self._tables, state.examination, today=self._today())
        self._change(findings=findings, suggestion=None)
        self._expired = False
        scenario = self._scenario()
        if scenario is None:
            return
        suggestion = suggest(scenario, self._tables)
        self._change(suggestion=suggestion)
        self._record("suggestion", suggestion.as_dict())
