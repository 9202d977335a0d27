"""`SuggestionCard`: findings and suggestion, and a person's answer to it.

From and to, the reasons in order with their evidence, why it may be wrong, what would change it.
"""

from __future__ import annotations

from emg_dosing.values import Change, Finding, Status, Suggestion
from emg_session.decisions import Decision
from emg_session.snapshot import Snapshot
from emg_ui.answer_panel import AnswerPanel
from emg_ui.cards import Card, label, set_text, set_tone
from emg_ui.dosing_text import (
    GRADE_SHAPES,
    GRADE_TONES,
    STATUS_SHAPES,
    STATUS_TONES,
    change_units,
    change_volumes,
    headline,
    reason_words,
)
from emg_ui.line_list import LineList
from emg_ui.session_view import SessionView


class SuggestionCard(Card):
    """Findings of the plan and the suggestion, if there is one.

    Parameters
    ----------
    session
        Takes the decision.
    """

    def __init__(self, session: SessionView) -> None:
        super().__init__("Plan and suggestion")
        self._session = session
        self._shown: object = None
        self._headline = label("", "headline", wrap=True)
        self.reasons_area = LineList("Suggestion, reasons and findings")
        self._answer = label("", "", wrap=True)
        self._answer.hide()
        self.answers = AnswerPanel()
        self.answers.answered.connect(self._decide)
        self.body.addWidget(self._headline)
        self.body.addWidget(self.reasons_area, 1)
        self.body.addWidget(self._answer)
        self.body.addWidget(self.answers)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show findings and suggestion of `snapshot`; nothing is done if they are the same."""
        suggestion, state = snapshot.suggestion, self._session.treatment.state
        digest = suggestion.digest if suggestion else None
        key = (digest, snapshot.findings, state.decision, state.plan_version)
        if key == self._shown:
            return
        self._shown = key
        self.reasons_area.clear()
        if suggestion is None:
            self._show_none(has_plan=state.plan is not None)
        else:
            self._show_suggestion(suggestion)
        self._show_findings(snapshot.findings)
        self.reasons_area.finish()
        open_question = suggestion is not None and state.decision is None and suggestion.changes
        self.answers.offer(suggestion if open_question else None)
        self._show_decision(state.decision, state.plan_version)

    def _show_none(self, *, has_plan: bool) -> None:
        text = "No suggestion before the measurement is locked" if has_plan else "No plan"
        set_text(self._headline, text)
        set_tone(self._headline, "")

    def _show_suggestion(self, suggestion: Suggestion) -> None:
        set_text(self._headline, f"{STATUS_SHAPES[suggestion.status]} {headline(suggestion)}")
        set_tone(self._headline, str(STATUS_TONES[suggestion.status]))
        for change in suggestion.changes:
            self._show_change(change)
        for i, reason in enumerate(suggestion.reasons, 1):
            self.reasons_area.add(f"{i}. {reason_words(reason)}")
        for title, texts in (
            ("Examine", suggestion.examine),
            ("Why this may be wrong", suggestion.may_be_wrong),
            ("What would change it", suggestion.would_change),
            ("To be said with it", suggestion.marks),
        ):
            if texts:
                self.reasons_area.add(title, role="title")
            for text in texts:
                self.reasons_area.add(f"– {text}")
        if suggestion.status is Status.REFUSED:
            self.reasons_area.add("Nothing is suggested while this stands.", tone="bad")

    def _show_change(self, change: Change) -> None:
        self.reasons_area.add(change_units(change), role="strong")
        volumes = change_volumes(change)
        if volumes:
            self.reasons_area.add(volumes, role="muted")

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        if findings:
            self.reasons_area.add("Findings of the plan", role="title")
        for finding in findings:
            tone = str(GRADE_TONES[finding.grade])
            self.reasons_area.add_marked(GRADE_SHAPES[finding.grade], finding.text, tone)

    def _show_decision(self, decision: Decision | None, version: int) -> None:
        self._answer.setVisible(decision is not None)
        if decision is not None:
            reason = f": {decision.reason}" if decision.reason else ""
            set_text(self._answer, f"You {decision.kind} it{reason}. Plan version {version}.")

    def _decide(self, decision: Decision, units: dict[str, float] | None) -> None:
        """Hand the answer to the session; an edited one makes the next plan version as well."""
        plan = self._session.treatment.state.plan
        if self._session.decide(decision) and units is not None and plan is not None:
            self._session.set_plan(plan.with_units(units), why=f"edited: {decision.reason}")
        self.show_snapshot(self._session.snapshot())
