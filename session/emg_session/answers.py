"""`Answers`: what a person decides about suggestions, and takes back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from emg_dosing.plan import Plan
from emg_dosing.suggestion import Suggestion, SuggestionKind
from emg_session.assessment import Assessment
from emg_session.decisions import Decision, DecisionKind
from emg_session.deeds import Deed
from emg_session.doer import Doer
from emg_session.entries import NewEvent
from emg_session.plan_versions import PlanVersions
from emg_session.promise import Promising
from emg_signal.document import as_document
from emg_signal.phrase import say


class Answers:
    """Takes a person's answers, which count once they are on disk.

    Parameters
    ----------
    assessment
        Whose suggestion is answered.
    versions
        Of the plan: an answer may make the next.
    doer
        Waits for the disk.
    promise
        Puts events on record, and says whether they are on disk.
    """

    def __init__(
        self, assessment: Assessment, versions: PlanVersions, doer: Doer, promise: Promising
    ) -> None:
        self._assessment, self._versions = assessment, versions
        self._doer, self._promise = doer, promise

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
        with self._doer.nothing_writing():
            self._assessment.refresh()
            suggestion = self._answered(decision)
            if self._assessment.state.decision is not None:
                return False
            plan = self._decided_plan(decision, suggestion, units)
            promise = self._promise(*self._events(decision, plan))
            done = partial(self._show, decision, plan, suggestion)
            self._assessment.change(deciding=decision)
            self._doer.do(Deed(say("your answer to the suggestion"), promise, done))
            return True

    def take_back(self) -> bool:
        """Make the plan before the newest answer the plan again; False if that is not possible.

        The answer stays on record, and that it was taken back is too. Once a point was given, or
        the plan was changed again, there is no way back but another plan.

        Raises
        ------
        RecordError
            It cannot be recorded, and so the answer stands.
        """
        with self._doer.nothing_writing():
            state = self._assessment.state
            plan = state.decided_about
            if not state.can_undecide or plan is None:
                return False
            version, decision = state.decisions[-1]
            event = NewEvent("decision taken back", {"version": version, **as_document(decision)})
            promise = self._promise(event, self._versions.version(plan, "decision taken back"))
            self._assessment.change(deciding=decision)
            what = say("that you took your answer back")
            self._doer.do(Deed(what, promise, partial(self._show_undecided, plan)))
            return True

    def _answered(self, decision: Decision) -> Suggestion:
        """Return the suggestion that is answered; raise `ValueError` if it is not on the screen."""
        suggestion = self._assessment.state.suggestion
        is_shown = suggestion is not None and suggestion.digest == decision.suggestion_digest
        if suggestion is None or not is_shown or self._assessment.is_expired:
            raise ValueError("that suggestion is no longer valid")
        return suggestion

    def _show_undecided(self, plan: Plan) -> None:
        """Show the newest answer as taken back, which is on record."""
        state = self._assessment.state
        self._assessment.change(
            decisions=state.decisions[:-1], decided_plans=state.decided_plans[:-1]
        )
        self._versions.rejected = {}  # asked anew, all of it
        self._versions.show(plan)

    def _events(self, decision: Decision, plan: Plan | None) -> tuple[NewEvent, ...]:
        """Return what puts an answer, and the plan that it makes, on record."""
        state, digest = self._assessment.state, decision.suggestion_digest
        # Numbered: after a change and its undoing the same suggestion is answered once more.
        key = f"decision {len(state.decisions) + 1} on plan {state.plan_version}: {digest}"
        event = NewEvent("decision", as_document(decision), key)
        if plan is None:
            return (event,)
        kind = decision.kind
        is_accepted = kind is DecisionKind.ACCEPTED
        why = f"suggestion {digest} accepted" if is_accepted else f"{kind}: {decision.reason}"
        return (event, self._versions.version(plan, why))

    def _show(self, decision: Decision, plan: Plan | None, suggestion: Suggestion) -> None:
        """Show an answer as given, which is on record."""
        state, change = self._assessment.state, self._assessment.change
        if decision.kind is DecisionKind.REJECTED and suggestion.kind is not SuggestionKind.TRIM:
            reasons = {each.region: decision.reason for each in suggestion.changes}
            self._versions.rejected |= reasons
        answered = (*state.decisions, (state.plan_version, decision))
        change(decision=decision, decisions=answered)
        if state.plan is not None:
            plans = (state.plan, plan or state.plan)
            change(decided_plans=(*state.decided_plans, plans))
        if plan is not None:
            self._versions.show(plan)
            if decision.kind is DecisionKind.ACCEPTED:
                change(decision=decision)
        change(decided_about=state.plan)

    def _decided_plan(
        self, decision: Decision, suggestion: Suggestion, units: Mapping[str, float] | None
    ) -> Plan | None:
        """Return the plan that an answer makes; None if it leaves the plan as it is.

        A stated reason goes into the plan and closes the question there (of a rejected suggestion
        with the next version). Above a limit none does.
        """
        kind, plan = decision.kind, self._assessment.state.plan
        if plan is not None and suggestion.kind is not SuggestionKind.TRIM:
            regions = {change.region for change in suggestion.changes}
            plan = plan.with_reason(sorted(regions), decision.reason.strip())
        if (kind is DecisionKind.EDITED) != (units is not None):
            raise ValueError("an edited suggestion, and no other answer, comes with its units")
        if kind is DecisionKind.REJECTED:
            return None
        if units is not None and plan is not None:
            return self._versions.owned(plan.with_units(units))
        if suggestion.resulting_plan is None:
            raise ValueError("the suggestion changes nothing: there is nothing to accept")
        return self._versions.owned(suggestion.resulting_plan)
