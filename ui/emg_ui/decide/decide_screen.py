"""The Decide screen: the suggestion on the face, one sentence why, and a person's answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from emg_dosing.suggestion import Suggestion
from emg_session.snapshot import PairReading, Snapshot
from emg_signal.phrase import say
from emg_ui.decide.age_line import clock_words
from emg_ui.decide.decision_face import DecisionFace
from emg_ui.decide.findings_card import FindingsCard
from emg_ui.decide.suggestion_card import SuggestionCard
from emg_ui.text.dosing_text import change_units, headline
from emg_ui.text.language import shown, tr
from emg_ui.text.number_about import NumberAbout
from emg_ui.text.settings import Action
from emg_ui.text.snapshot_lines import healthy_text, symmetry_text
from emg_ui.text.theme import Look
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import SessionView


class DecideScreen(Screen):
    """Where a person answers a suggestion."""

    title = say("Decide")
    purpose = say(
        "What the plan check found, and what the rules say of the locked measurement. Most often "
        "nothing should be changed. You accept, edit or reject, by its own key or a click and not "
        "in the first second; a reason is asked for unless you accept. An answer can be taken back "
        "until the first point is given. A suggestion holds for one plan, one measurement and one "
        "examination."
    )
    keys = say("A accept   E edit   R reject   W why?   Esc: leave words   Ctrl+Z: take back")
    pedals: ClassVar[Mapping[Action, Qt.Key]] = {**Screen.pedals, Action.ACCEPT: Qt.Key.Key_A}

    def __init__(
        self, session: SessionView, *, look: Look, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(session, look=look)
        self.findings = FindingsCard()
        self.suggestion = SuggestionCard(session, findings=look.is_large, now_s=now_s)
        self.suggestion.answers.left.connect(self.take_focus)
        self.suggestion.unfolded.connect(lambda: self.show_snapshot(session.snapshot()))
        self.face = DecisionFace(session.tables, look=look)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.suggestion, 3)
        right.addWidget(self.findings, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(self.face, 2)
        layout.addLayout(right, 3 if look.is_large else 2)
        if look.is_large:
            self.findings.hide()

    def take_focus(self) -> None:
        """Begin at the reasons, never at an answer; or go on with the words that were begun."""
        if self.suggestion.answers.is_open:
            self.suggestion.answers.take_focus()
        else:
            self.suggestion.reasons_area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show findings, suggestion and locked measurement."""
        treatment = snapshot.treatment
        self.findings.show_findings(
            treatment.findings, treatment.safety, notes=self.suggestion.in_full
        )
        self.suggestion.show_snapshot(snapshot)
        self.face.show_state(snapshot.treatment)

    def numbers(self, snapshot: Snapshot) -> list[NumberAbout]:
        """Return what stands behind the suggested units and the measured symmetry."""
        age_s = self.session.treatment.measurement_age_s
        age = "" if age_s is None else clock_words(age_s)
        suggestion = snapshot.treatment.suggestion
        about_changes = [] if suggestion is None else _about_changes(suggestion, age)
        return about_changes + _about_symmetry(snapshot.pairs, age)


def _about_changes(suggestion: Suggestion, age: str) -> list[NumberAbout]:
    return [
        NumberAbout(
            name=shown(change.name),
            value=change_units(change),
            what=headline(suggestion),
            age=age,
            source=tr("The dosing rules, with the reasons that stand below it."),
            is_not=tr("It is no order: a person accepts, edits or rejects it."),
        )
        for change in suggestion.changes
    ]


def _about_symmetry(pairs: Sequence[PairReading], age: str) -> list[NumberAbout]:
    return [
        NumberAbout(
            name=shown(pair.pair.name),
            value=symmetry_text(pair),
            what=tr("How much more active the left is; minus means the right."),
            band=pair.symmetry.band.label,
            reference=healthy_text(pair),
            age=age,
            source=tr("The locked measurement."),
            is_not=tr("It is no dose: no study changed units by it and did better."),
        )
        for pair in pairs
        if pair.symmetry is not None
    ]
