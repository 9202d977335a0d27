"""`SuggestionCard`: findings and suggestion, and a person's answer to it.

From and to, one sentence why and one line how sure; behind "Why?" all reasons in order with their
evidence, what it rests on, why it may be wrong and what would change it. A suggestion that no
longer holds leaves the card at once, with the reason in its place.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from emg_dosing.safety import SafetyItem
from emg_dosing.suggestion import Status, Suggestion
from emg_dosing.tables import Tables
from emg_dosing.values import Finding
from emg_session.decisions import Decision, DecisionKind
from emg_session.snapshot import Snapshot
from emg_session.treatment_state import TreatmentState
from emg_signal.errors import RecordError
from emg_signal.phrase import say
from emg_ui.decide.age_line import AgeLine
from emg_ui.decide.answer_panel import AnswerPanel
from emg_ui.decide.decision_face import side_totals
from emg_ui.decide.rests_on import how_sure, rests_on
from emg_ui.text.dosing_text import (
    GRADE_SHAPES,
    GRADE_TONES,
    STATUS_SHAPES,
    STATUS_TONES,
    change_units,
    change_volumes,
    headline,
    reason_words,
)
from emg_ui.text.language import shown, tr
from emg_ui.text.plan_words import changed_units
from emg_ui.text.safety_text import other_findings
from emg_ui.widgets.cards import Card, label, set_text, set_tone
from emg_ui.widgets.line_list import LineList
from emg_ui.widgets.safety_lines import add_safety
from emg_ui.widgets.session_view import SessionView

ANSWER_WORDS = {
    DecisionKind.ACCEPTED: say("accepted"),
    DecisionKind.EDITED: say("edited"),
    DecisionKind.REJECTED: say("rejected"),
}


class SuggestionCard(Card):
    """Findings of the plan and the suggestion, if there is one.

    Parameters
    ----------
    session
        Takes the decision.
    findings
        Whether they stand here below the suggestion; else another card shows them.
    now_s
        Monotonic clock of the answers, seconds.
    """

    unfolded = Signal()
    """All that stands behind the suggestion is shown, or folded again."""

    def __init__(
        self,
        session: SessionView,
        *,
        findings: bool = True,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(tr("Plan and suggestion") if findings else tr("Suggestion"))
        self._session = session
        self._with_findings = findings
        self._shown: object = None
        self._refused = ""
        self.in_full = False
        self._headline = label("", "headline", wrap=True)
        self.why_button = QPushButton()
        self.why_button.setProperty("kind", "action")
        self.why_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.why_button.clicked.connect(self.ask_why)
        self.age = AgeLine(session.tables)
        self.reasons_area = LineList(tr("Suggestion, reasons and findings"))
        self._answer = label("", "", wrap=True)
        self._answer.hide()
        self.take_back_button = QPushButton(tr("Take the answer back (Ctrl+Z)"))
        self.take_back_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.take_back_button.clicked.connect(self.take_back)
        self.take_back_button.hide()
        self.answers = AnswerPanel(now_s=now_s)
        self.answers.answered.connect(self._decide)
        self.body.removeWidget(self.heading)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.why_button)
        self.body.addLayout(top)
        below = (self._answer, self.take_back_button, self.answers)
        for part in (self._headline, self.age, self.reasons_area, *below):
            self.body.addWidget(part, 1 if part is self.reasons_area else 0)

    def ask_why(self) -> None:
        """Unfold all that stands behind the suggestion, or fold it again."""
        self.in_full = not self.in_full
        self.show_snapshot(self._session.snapshot())
        self.unfolded.emit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show findings and suggestion of `snapshot`; only the age changes if they are the same."""
        suggestion, state = snapshot.treatment.suggestion, self._session.treatment.state
        self.age.show_age(self._session.treatment.measurement_age_s)
        # The suggestion itself, not its digest: one that has become too old keeps its digest.
        # And not its words alone: one that says the same of another measurement is read anew.
        key = (
            id(suggestion),
            suggestion,
            snapshot.treatment.findings,
            snapshot.treatment.safety,
            state.decision,
            state.plan_version,
            state.withdrawn,
            state.deciding,
            state.unrecorded,
            state.can_undecide,
            self._refused,
            self.in_full,
            said := rests_on(snapshot),
        )
        if key == self._shown:
            return
        self._shown = key
        self.reasons_area.clear()
        if state.withdrawn:
            why = tr("✗ The suggestion before was withdrawn: {why}.", why=state.withdrawn)
            self.reasons_area.add(why, tone="warn")
        self._show_totals(state)
        if suggestion is None:
            self._show_none(state)
        else:
            self._show_suggestion(suggestion, how_sure(suggestion, snapshot), said)
        self.why_button.setVisible(suggestion is not None)
        self.why_button.setText(tr("Less (W)") if self.in_full else tr("Why? (W)"))
        if self._with_findings:
            self._show_findings(snapshot.treatment.findings, snapshot.treatment.safety)
        self.reasons_area.finish()
        answered = state.decision or state.deciding
        open_question = suggestion is not None and answered is None and suggestion.changes
        self.answers.offer(suggestion if open_question else None)
        self._show_decision(state)
        self.take_back_button.setVisible(state.can_undecide)

    def _show_none(self, state: TreatmentState) -> None:
        if self._session.tables is None:
            text = tr("Dosing is off: the tables cannot be used")
        elif state.plan is None:
            text = tr("No plan")
        elif self._session.has_board:
            text = tr("No suggestion before the measurement is locked")
        else:
            text = tr("No suggestion: nothing is measured in this visit")
        set_text(self._headline, text)
        set_tone(self._headline, "")

    def _show_suggestion(self, suggestion: Suggestion, sure: str, said: tuple[str, ...]) -> None:
        set_text(self._headline, f"{STATUS_SHAPES[suggestion.status]} {headline(suggestion)}")
        set_tone(self._headline, str(STATUS_TONES[suggestion.status]))
        for change in suggestion.changes:
            self.reasons_area.add(change_units(change), role="strong")
        for reason in suggestion.reasons[: 0 if self.in_full else 1]:
            self.reasons_area.add(shown(reason.text))
            self.reasons_area.add(sure, role="muted")
        if self.in_full:
            self._show_all(suggestion, said)
        self._show_titled(tr("Examine"), suggestion.examine)
        self._show_titled(tr("To be said with it"), suggestion.marks)
        if suggestion.status is Status.REFUSED:
            self.reasons_area.add(tr("Nothing is suggested while this stands."), tone="bad")

    def _show_all(self, suggestion: Suggestion, said: tuple[str, ...]) -> None:
        for change in suggestion.changes:
            volumes = change_volumes(change)
            if volumes:
                self.reasons_area.add(f"{shown(change.name)}: {volumes}", role="muted")
        for i, reason in enumerate(suggestion.reasons, 1):
            self.reasons_area.add(f"{i}. {reason_words(reason)}")
        self._show_titled(tr("What it rests on"), said)
        self._show_titled(tr("Why this may be wrong"), suggestion.may_be_wrong)
        self._show_titled(tr("What would change it"), suggestion.would_change)

    def _show_titled(self, title: str, texts: tuple[str, ...]) -> None:
        if texts:
            self.reasons_area.add(title, role="title")
        for text in texts:
            self.reasons_area.add(f"– {shown(text)}")

    def _show_totals(self, state: TreatmentState) -> None:
        for region, totals in side_totals(state, self._session.tables):
            self.reasons_area.add(tr("{region}, units", region=region), role="title")
            self.reasons_area.add(totals, role="huge")

    def _show_findings(self, findings: tuple[Finding, ...], safety: tuple[SafetyItem, ...]) -> None:
        if findings or safety:
            self.reasons_area.add(tr("Findings of the plan"), role="title")
        add_safety(self.reasons_area, safety)
        for finding in other_findings(findings, safety):
            tone = str(GRADE_TONES[finding.grade])
            self.reasons_area.add_marked(GRADE_SHAPES[finding.grade], shown(finding.text), tone)

    def _show_decision(self, state: TreatmentState) -> None:
        if state.deciding is not None:
            text, tone = tr("… Being written."), "note"
        elif state.unrecorded is not None:
            text, tone = f"■ {shown(str(state.unrecorded))}", "bad"
        elif state.decision is not None:
            text, tone = answer_words(state, self._session.tables), ""
        else:
            text, tone = self._refused, "bad"
        set_text(self._answer, text)
        set_tone(self._answer, tone)
        self._answer.setVisible(bool(text))

    def _decide(self, decision: Decision, units: dict[str, float] | None) -> None:
        """Hand the answer to the session."""
        self._refused = ""
        try:
            self._session.decide(decision, units)
        except ValueError:  # it was withdrawn while the person made up their mind
            self._refused = tr("■ That suggestion no longer holds: nothing was decided.")
        except RecordError:
            pass  # the state of the treatment says why nothing was decided
        self.show_snapshot(self._session.snapshot())

    def take_back(self) -> None:
        """Take the newest answer back, where that is still possible."""
        with contextlib.suppress(RecordError):  # the state of the treatment says so
            if not self._session.treatment.take_decision_back():
                return
            self._refused = tr("◇ Your answer was taken back; both are on record.")
        self.show_snapshot(self._session.snapshot())


def answer_words(state: TreatmentState, tables: Tables | None) -> str:
    """Return what a person did with the newest suggestion, and what it changed in the plan."""
    decision = state.decision
    if decision is None:
        return ""
    kind = shown(ANSWER_WORDS[decision.kind])
    reason = f": {decision.reason}" if decision.reason else ""
    changed = "; ".join(changed_units(state.decided_about, state.plan, tables))
    if not changed:
        return tr("You {kind!s} it{reason!s}.", kind=kind, reason=reason)
    return tr(
        "You {kind!s} it{reason!s}. Changed: {changed!s}.",
        kind=kind,
        reason=reason,
        changed=changed,
    )
