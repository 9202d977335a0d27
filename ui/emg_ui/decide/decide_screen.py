"""The Decide screen: findings, then the suggestion with its reasons; what it rests on; claims."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from emg_dosing.rows import ClaimRow
from emg_dosing.suggestion import Suggestion
from emg_session.snapshot import PairReading, Snapshot
from emg_signal.measurement import Measurement
from emg_signal.phrase import say
from emg_ui.decide.age_line import clock_words
from emg_ui.decide.findings_card import FindingsCard
from emg_ui.decide.suggestion_card import SuggestionCard
from emg_ui.text.dosing_text import change_units, headline
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import mark_of
from emg_ui.text.number_about import NumberAbout
from emg_ui.text.settings import Action
from emg_ui.text.snapshot_lines import healthy_text, symmetry_text
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import Card
from emg_ui.widgets.line_list import LineList
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import SessionView

VERDICT_MARKS = {"supported": ("●", "good"), "contradicted": ("■", "bad")}


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
    keys = say("A accept   E edit   R reject   Esc: leave words   Ctrl+Z: take back   Tab: lists")
    pedals: ClassVar[Mapping[Action, Qt.Key]] = {**Screen.pedals, Action.ACCEPT: Qt.Key.Key_A}

    def __init__(
        self, session: SessionView, *, look: Look, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(session, look=look)
        self.findings = FindingsCard()
        self.suggestion = SuggestionCard(session, findings=look.is_large, now_s=now_s)
        self.suggestion.answers.left.connect(self.take_focus)
        self._rests_on = LineList(tr("What the suggestion rests on"))
        self._said: tuple[str, ...] = ()
        measured = Card(tr("What it rests on"))
        measured.body.addWidget(self._rests_on)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.findings, 3)
        left.addWidget(measured, 2)
        left.addWidget(self._claims(), 3)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(8)
        layout.addLayout(left, 2)
        layout.addWidget(self.suggestion, 3 if look.is_large else 2)
        if look.is_large:
            self.findings.hide()

    def _claims(self) -> Card:
        card = Card(tr("What you may have heard"))
        lines = LineList(tr("Claims and verdicts"))
        tables = self.session.tables
        for claim in () if tables is None else tables.all(ClaimRow):
            shape, tone = VERDICT_MARKS.get(claim.verdict, ("▲", "warn"))
            verdict = shown(claim.verdict.replace("_", " "))
            lines.add_marked(
                shape,
                tr(
                    "“{claim}” – {verdict!s}. {answer}",
                    claim=claim.claim,
                    verdict=verdict,
                    answer=claim.answer,
                ),
                tone,
            )
        lines.finish()
        card.heading.setWordWrap(self.look.is_large)
        card.body.addWidget(lines)
        return card

    def take_focus(self) -> None:
        """Begin at the reasons, never at an answer; or go on with the words that were begun."""
        if self.suggestion.answers.is_open:
            self.suggestion.answers.take_focus()
        else:
            self.suggestion.reasons_area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show findings, suggestion and locked measurement."""
        self.findings.show_findings(snapshot.treatment.findings, snapshot.treatment.safety)
        self.suggestion.show_snapshot(snapshot)
        said = self._rests_on_words(snapshot)
        if said == self._said:
            return
        self._said = said
        self._rests_on.clear()
        for text in said:
            self._rests_on.add(text, role="strong" if text is said[0] else "")
        self._rests_on.finish()

    def numbers(self, snapshot: Snapshot) -> list[NumberAbout]:
        """Return what stands behind the suggested units and the measured symmetry."""
        age_s = self.session.treatment.measurement_age_s
        age = "" if age_s is None else clock_words(age_s)
        suggestion = snapshot.treatment.suggestion
        about_changes = [] if suggestion is None else _about_changes(suggestion, age)
        return about_changes + _about_symmetry(snapshot.pairs, age)

    def _rests_on_words(self, snapshot: Snapshot) -> tuple[str, ...]:
        measurement = snapshot.treatment.measurement
        if measurement is None:
            return (tr("No locked measurement: nothing is suggested from live numbers."),)
        readings = [pair for pair in snapshot.pairs if pair.symmetry is not None]
        return (
            _condition_words(measurement),
            *(_pair_words(pair) for pair in readings),
        )


def _condition_words(measurement: Measurement) -> str:
    bad = [
        f"{shown(site.name)}: {mark_of(report.quality).word}"
        for site, report in zip(measurement.montage.sites, measurement.quality, strict=True)
        if not report.is_usable
    ]
    quality = tr("all electrodes usable") if not bad else "; ".join(bad)
    return tr(
        "{board}, {origin}, {rate:g} Hz, {band}; {quality!s}",
        board=measurement.board,
        origin=str(measurement.origin),
        rate=measurement.fs_hz,
        band=measurement.band.label,
        quality=quality,
    )


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


def _pair_words(pair: PairReading) -> str:
    assert pair.symmetry is not None  # noqa: S101 - asked for such pairs only
    return tr(
        "{pair}: {symmetry!s}, {n} repetitions, {healthy!s}",
        pair=pair.pair.name,
        symmetry=symmetry_text(pair),
        n=pair.symmetry.repetitions,
        healthy=healthy_text(pair),
    )
