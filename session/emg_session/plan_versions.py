"""`PlanVersions`: the plans of one visit, each on record under its number."""

from __future__ import annotations

from dataclasses import replace

from emg_dosing.plan import Plan
from emg_session.assessment import Assessment
from emg_session.entries import NewEvent
from emg_signal.errors import PlanError
from emg_signal.phrase import say


class PlanVersions:
    """Makes a plan the newest version, and the assessment answer it.

    Parameters
    ----------
    assessment
        What is known of the treatment.
    subject
        Label of the person who is treated; empty if nobody said.
    """

    def __init__(self, assessment: Assessment, subject: str) -> None:
        self._assessment, self._subject = assessment, subject
        self.rejected: dict[str, str] = {}
        """Region → why a suggestion was rejected there."""

    def require_own(self, plan: Plan) -> None:
        """Raise `PlanError` if a plan is another person's."""
        if self._subject and plan.subject not in (None, "", self._subject):
            raise PlanError(
                say(
                    "This plan is for {other}, and {subject} is treated.",
                    other=plan.subject,
                    subject=self._subject,
                ),
                say("Take this person's plan, or choose the other person."),
            )

    def take(self, plan: Plan, why: str) -> None:
        """Record a plan as the next version, and show it."""
        plan = self.owned(plan)
        self._assessment.record(self.version(plan, why))
        self.show(plan)

    def owned(self, plan: Plan) -> Plan:
        """Return the plan under its person, with the reasons why suggestions were rejected."""
        for region in (r for r in plan.regions if plan.reason_for(r) is None):
            plan = plan.with_reason((region,), self.rejected.get(region, ""))
        return replace(plan, subject=plan.subject or self._subject or None)

    def version(self, plan: Plan, why: str) -> NewEvent:
        """Return what puts `plan` on record as the next version."""
        version = self._assessment.state.plan_version + 1
        return NewEvent("plan", {"version": version, "why": why, "plan": plan.as_dict()})

    def show(self, plan: Plan) -> None:
        """Make `plan` the newest version, which is on record."""
        assessment = self._assessment
        assessment.withdraw(say("the plan was changed"))
        version = assessment.state.plan_version + 1
        assessment.change(plan=plan, plan_version=version, decided_about=None)
        assessment.answer()
