"""The Decide screen: suggestion with all its reasons, beside what it rests on and the claims."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from emg_dosing.rows import ClaimRow
from emg_session.snapshot import PairReading, Snapshot
from emg_signal.measurement import Measurement
from emg_signal.phrase import say
from emg_ui.cards import Card
from emg_ui.line_list import LineList
from emg_ui.marks import mark_of
from emg_ui.screen import Screen
from emg_ui.session_view import SessionView
from emg_ui.suggestion_card import SuggestionCard
from emg_ui.text_lines import healthy_text, symmetry_text
from emg_ui.theme import Look

VERDICT_MARKS = {"supported": ("●", "good"), "contradicted": ("■", "bad")}


class DecideScreen(Screen):
    """Where a person answers a suggestion."""

    title = say("Decide")
    purpose = say(
        "What the rules say of the plan after the locked measurement, with every reason and why it "
        "may be wrong. You decide: accept, edit or reject. Most of the time nothing is suggested."
    )
    keys = say("A accept   E edit   R reject   Enter: say why   Esc: back")

    def __init__(self, session: SessionView, *, look: Look) -> None:
        super().__init__(session, look=look)
        self.suggestion = SuggestionCard(session)
        measured = Card("What it rests on")
        self._rests_on = LineList("What the suggestion rests on")
        self._said: tuple[str, ...] = ()
        measured.body.addWidget(self._rests_on)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(measured, 1)
        right.addWidget(self._claims(), 3)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(8)
        layout.addWidget(self.suggestion, 1)
        layout.addLayout(right, 1)

    def _claims(self) -> Card:
        card = Card("What you may have heard")
        lines = LineList("Claims and verdicts")
        tables = self.session.tables
        for claim in () if tables is None else tables.all(ClaimRow):
            shape, tone = VERDICT_MARKS.get(claim.verdict, ("▲", "warn"))
            text = f"“{claim.claim}” – {claim.verdict.replace('_', ' ')}. {claim.answer}"
            lines.add_marked(shape, text, tone)
        lines.finish()
        card.body.addWidget(lines)
        return card

    def take_focus(self) -> None:
        """Begin at the answers, or at the reasons if there is nothing to answer."""
        answers = self.suggestion.answers
        target = answers.accept_button if answers.waits else self.suggestion.reasons_area
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show suggestion and locked measurement."""
        self.suggestion.show_snapshot(snapshot)
        said = _rests_on_words(snapshot)
        if said == self._said:
            return
        self._said = said
        self._rests_on.clear()
        for text in said:
            self._rests_on.add(text, role="strong" if text is said[0] else "")
        self._rests_on.finish()


def _rests_on_words(snapshot: Snapshot) -> tuple[str, ...]:
    measurement = snapshot.measurement
    if measurement is None:
        return ("No locked measurement: nothing is suggested from live numbers.",)
    readings = [pair for pair in snapshot.pairs if pair.symmetry is not None]
    pairs = (_pair_words(pair) for pair in readings)
    return (_age_words(snapshot), _condition_words(measurement), *pairs)


def _age_words(snapshot: Snapshot) -> str:
    suggestion = snapshot.suggestion
    if suggestion is None or suggestion.age_min is None:
        return "Measurement locked"
    valid = "" if suggestion.valid_min is None else f", holds for {suggestion.valid_min:.0f} min"
    return f"Locked {suggestion.age_min:.0f} min before this answer{valid}"


def _condition_words(measurement: Measurement) -> str:
    bad = [
        f"{site.name}: {mark_of(report.quality).word}"
        for site, report in zip(measurement.montage.sites, measurement.quality, strict=True)
        if not report.is_usable
    ]
    quality = "all electrodes usable" if not bad else "; ".join(bad)
    return (
        f"{measurement.board}, {measurement.origin}, {measurement.fs_hz:g} Hz, "
        f"{measurement.band.label}; {quality}"
    )


def _pair_words(pair: PairReading) -> str:
    assert pair.symmetry is not None  # noqa: S101 - asked for such pairs only
    repetitions = f"{pair.symmetry.repetitions} repetitions"
    return f"{pair.pair.name}: {symmetry_text(pair)}, {repetitions}, {healthy_text(pair)}"
