"""`AnswersOnRecord`: what a visit's events say of its plans, and of the answers to suggestions."""

from __future__ import annotations

from typing import Any

from emg_dosing.suggestion import SuggestionKind
from emg_session.decisions import Decision, DecisionKind
from emg_session.record_rows import StoredEvent


class AnswersOnRecord:
    """Follows the events in their order, as `Answers` and `PlanVersions` put them on record."""

    def __init__(self) -> None:
        self.plan: dict[str, Any] | None = None
        """The newest plan, as `parse_plan` reads it."""
        self.plan_version = 0
        self.decisions: list[tuple[int, Decision]] = []
        """Answers that hold: version of the plan that was answered about, and the answer."""
        self.decided_plans: list[tuple[Any, Any]] = []
        """For each of them the plan before and after, as `parse_plan` reads it."""
        self.rejected: dict[str, str] = {}
        """Region → why a suggestion was rejected there."""
        self.decided_about: dict[str, Any] | None = None
        """Plan that the newest answer was given to, while it can be taken back."""
        self._suggestions: dict[str, dict[str, Any]] = {}
        self._makes_plan = False  # the plan that comes next is the one of the newest answer

    def take(self, event: StoredEvent) -> None:
        """Take the next event; one of another kind says nothing here.

        Raises
        ------
        ValueError, KeyError, TypeError
            It does not hold what its kind says.
        """
        match event.kind:
            case "suggestion":
                self._suggestions[str(event.body["digest"])] = event.body
            case "plan":
                self._take_plan(event.body)
            case "decision":
                self._take_decision(event.read(Decision))
            case "decision taken back":
                # As in `Answers`: all is asked anew. The plan before it comes next.
                del self.decisions[-1:]
                del self.decided_plans[-1:]
                self.rejected = {}

    def _take_plan(self, body: dict[str, Any]) -> None:
        self.plan, self.plan_version = body["plan"], int(body["version"])
        if not self._makes_plan:
            self.decided_about = None
        elif self.decided_plans:
            self.decided_plans[-1] = (self.decided_about, self.plan)
        self._makes_plan = False

    def _take_decision(self, decision: Decision) -> None:
        is_rejected = decision.kind is DecisionKind.REJECTED
        # Events stand in order: it answers about the plan that was newest then.
        self.decisions.append((self.plan_version, decision))
        self.decided_about, self._makes_plan = self.plan, not is_rejected
        self.decided_plans.append((self.plan, self.plan))
        suggestion = self._suggestions.get(decision.suggestion_digest, {})
        if is_rejected and suggestion.get("kind") != SuggestionKind.TRIM:
            regions = [str(change["region"]) for change in suggestion.get("changes", ())]
            self.rejected |= dict.fromkeys(regions, decision.reason)
