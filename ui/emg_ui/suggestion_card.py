"""`SuggestionCard`: findings and suggestion, and a person's answer to it.

From and to, the reasons in order with their evidence, why it may be wrong, and three answers.
An answer other than accepting needs a reason, given in place: no dialog, no second click.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from emg_dosing.values import Finding, Status, Suggestion
from emg_session.decisions import Decision, DecisionKind
from emg_session.snapshot import Snapshot
from emg_ui.cards import Card, label, mark_row, set_text, set_tone
from emg_ui.dosing_text import (
    GRADE_SHAPES,
    GRADE_TONES,
    STATUS_SHAPES,
    STATUS_TONES,
    change_words,
    headline,
    reason_words,
)
from emg_ui.session_view import SessionView
from emg_ui.theme import Look


class SuggestionCard(Card):
    """Findings of the plan and the suggestion, if there is one.

    Parameters
    ----------
    session
        Takes the decision.
    look
        Theme and text scale.
    """

    edit_wanted = Signal()
    """The person wants to change the plan by hand, with this suggestion in view."""

    def __init__(self, session: SessionView, *, look: Look) -> None:
        super().__init__("Plan and suggestion")
        self._session = session
        self._look = look
        self._shown: tuple[str | None, tuple[Finding, ...]] | None = None
        self._suggestion: Suggestion | None = None
        self._headline = label("", "headline", wrap=True)
        self._inside = QWidget()
        self._inside.setObjectName("inside")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(4)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._inside)
        self._scroll.setAccessibleName("Reasons")
        self._answer = label("", "muted", wrap=True)
        self.body.addWidget(self._headline)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._answer)
        self._build_answers()

    def _build_answers(self) -> None:
        self.accept_button = QPushButton("Accept (A)")
        self.accept_button.setProperty("kind", "main")
        self.edit_button = QPushButton("Edit (E)")
        self.reject_button = QPushButton("Reject (R)")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Why? Then Enter (Esc: back)")
        self.reason.setAccessibleName("Reason for rejecting the suggestion")
        row = QHBoxLayout()
        for button in (self.accept_button, self.edit_button, self.reject_button):
            row.addWidget(button)
        self._answers = QWidget()
        self._answers.setObjectName("inside")
        self._answers.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._answers)
        self.body.addWidget(self.reason)
        self.accept_button.clicked.connect(self.accept)
        self.edit_button.clicked.connect(self.edit_wanted)
        self.reject_button.clicked.connect(self.ask_reason)
        self.reason.returnPressed.connect(self.reject)
        self._answers.hide()
        self.reason.hide()

    @property
    def can_answer(self) -> bool:
        """Whether a suggestion waits for an answer."""
        return self._answers.isVisibleTo(self)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show findings and suggestion of `snapshot`; nothing is done if they are the same."""
        suggestion = snapshot.suggestion
        key = (suggestion.digest if suggestion else None, snapshot.findings)
        if key == self._shown:
            return
        self._shown, self._suggestion = key, suggestion
        self.reason.hide()
        self._clear()
        if suggestion is None:
            has_plan = bool(snapshot.findings) or self._session.treatment.state.plan is not None
            text = "No suggestion before the measurement is locked" if has_plan else "No plan"
            set_text(self._headline, text)
            set_tone(self._headline, "muted")
        else:
            self._show_suggestion(suggestion)
        for finding in snapshot.findings:
            tone = str(GRADE_TONES[finding.grade])
            self._lines.addWidget(mark_row(GRADE_SHAPES[finding.grade], finding.text, tone))
        self._lines.addStretch(1)
        waits = suggestion is not None and bool(suggestion.changes)
        self._answers.setVisible(waits and self._session.treatment.state.decision is None)

    def _show_suggestion(self, suggestion: Suggestion) -> None:
        set_text(self._headline, f"{STATUS_SHAPES[suggestion.status]} {headline(suggestion)}")
        set_tone(self._headline, str(STATUS_TONES[suggestion.status]))
        for change in suggestion.changes:
            self._add(change_words(change), bold=True)
        for i, reason in enumerate(suggestion.reasons, 1):
            self._add(f"{i}. {reason_words(reason)}")
        for title, texts in (
            ("Examine", suggestion.examine),
            ("Why this may be wrong", suggestion.may_be_wrong),
            ("What would change it", suggestion.would_change),
            ("", suggestion.marks),
        ):
            if texts and title:
                self._add(title, role="title")
            for text in texts:
                self._add(f"– {text}")
        if suggestion.status is Status.REFUSED:
            self._add("Nothing is suggested while this stands.", tone="bad")

    def _add(self, text: str, *, tone: str = "", role: str = "", bold: bool = False) -> None:
        line = label(text, role, wrap=True)
        if bold:
            line.setStyleSheet("font-weight: bold;")
        self._lines.addWidget(line)
        if tone:
            set_tone(line, tone)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def accept(self) -> None:
        """Take the suggestion as it is."""
        self._decide(DecisionKind.ACCEPTED, "")

    def ask_reason(self) -> None:
        """Ask why the suggestion is rejected."""
        if self.can_answer:
            self.reason.clear()
            self.reason.show()
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reject(self) -> None:
        """Reject with the reason given; an empty one is asked for again."""
        text = self.reason.text().strip()
        if text:
            self._decide(DecisionKind.REJECTED, text)

    def stop_asking(self) -> None:
        """Leave the reason field without an answer."""
        self.reason.hide()

    def _decide(self, kind: DecisionKind, reason: str) -> None:
        if self._suggestion is None or not self.can_answer:
            return
        self._session.decide(Decision(kind, reason, self._suggestion.digest))
        self._answers.hide()
        self.reason.hide()
        words = f"{kind}" + (f": {reason}" if reason else "")
        set_text(self._answer, f"You {words}.")
