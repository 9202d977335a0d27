"""The Review screen: what was planned, measured, decided and given, on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from emg_session.snapshot import Snapshot
from emg_signal.phrase import say
from emg_ui.cards import Card
from emg_ui.dosing_text import headline
from emg_ui.injection_sheet import given_at
from emg_ui.numbers import units
from emg_ui.plan_words import product_name, vial_words
from emg_ui.screen import Screen
from emg_ui.session_view import SessionView
from emg_ui.text_lines import healthy_text, symmetry_text
from emg_ui.theme import Look


class ReviewScreen(Screen):
    """A page to read and to copy."""

    title = say("Review")
    purpose = say("What was planned, decided and given in this visit, and how it is kept.")
    keys = say("Ctrl+A, Ctrl+C: copy")

    def __init__(self, session: SessionView, *, look: Look) -> None:
        super().__init__(session, look=look)
        self.page = QPlainTextEdit()
        self.page.setReadOnly(True)
        self.page.setAccessibleName("Summary of this treatment")
        card = Card("What was done")
        card.body.addWidget(self.page, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addWidget(card)

    def take_focus(self) -> None:
        """Begin at the page."""
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Write the page anew if something on it changed."""
        text = "\n".join(self._lines(snapshot))
        if text != self.page.toPlainText():
            self.page.setPlainText(text)

    def _lines(self, snapshot: Snapshot) -> list[str]:
        path = self.session.record_path
        return [
            *(["SIMULATED: a virtual patient"] if snapshot.origin == "simulated" else []),
            *(["PLAYBACK: historical"] if snapshot.origin == "playback" else []),
            *self._measured(snapshot),
            "",
            *self._decided(snapshot),
            "",
            *self._injected(),
            "",
            f"Session file: {path.name}" if path else "Not recorded.",
        ]

    def _measured(self, snapshot: Snapshot) -> list[str]:
        if snapshot.measurement is None:
            return ["MEASURED", "  nothing was locked"]
        pairs = [pair for pair in snapshot.pairs if pair.symmetry is not None]
        return [
            f"MEASURED on {snapshot.board}, {snapshot.measurement.band.label}",
            *(f"  {p.pair.name}: {symmetry_text(p)}; {healthy_text(p)}" for p in pairs),
        ]

    def _decided(self, snapshot: Snapshot) -> list[str]:
        state = self.session.treatment.state
        lines = ["DECIDED"]
        if snapshot.suggestion is not None:
            lines.append(f"  newest answer of the rules: {headline(snapshot.suggestion)}")
        if state.decision is not None:
            reason = f", {state.decision.reason}" if state.decision.reason else ""
            lines.append(f"  a person {state.decision.kind} the suggestion{reason}")
        lines.append(f"  plan version {state.plan_version}")
        return lines

    def _injected(self) -> list[str]:
        state = self.session.treatment.state
        plan = state.plan
        if plan is None:
            return ["GIVEN", "  no plan"]
        lines = [f"GIVEN: {product_name(plan, self.session.tables)}, {vial_words(plan)}"]
        for point in plan.points:
            tick = state.given_at(point.id)
            when = f"given at {given_at(tick):%H:%M}" if tick else "not given"
            lines.append(f"  {point.id}: {units(point.dose.units)}, {when}")
        total = sum(tick.point.dose.units for tick in state.given)
        return [*lines, f"  in all {units(total)} of {units(plan.total.units)}"]
