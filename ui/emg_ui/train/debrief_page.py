"""`DebriefPage`: what was there, what was found and when, and how the decision stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from emg_signal.errors import ConfigError
from emg_training.catalogue import find
from emg_training.debrief import Debrief
from emg_training.scoring import NOT_COMPETENCE, Item
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look, Tone
from emg_ui.widgets.cards import Card, label, on_key, set_tone
from emg_ui.widgets.line_list import LineList


class DebriefPage(QWidget):
    """The debrief of one attempt, unsafe things first.

    Parameters
    ----------
    debrief
        What is to be said.
    look
        Theme and text scale.
    """

    list_wanted = Signal()
    again_wanted = Signal()
    next_wanted = Signal(object)
    """The `TrainingScenario` to try next."""

    def __init__(self, debrief: Debrief, *, look: Look) -> None:
        super().__init__()
        self._debrief = debrief
        self._look = look
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list_button = QPushButton(
            tr("List (Esc)") if look.is_large else tr("Back to the list (Esc)")
        )
        self.again_button = QPushButton(tr("Try again (Ctrl+R)"))
        self.list_button.clicked.connect(self.list_wanted)
        self.again_button.clicked.connect(self.again_wanted)
        on_key("Esc", self, self.list_wanted.emit)
        on_key("Ctrl+R", self, self.again_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(6)
        if look.is_large:
            column.addWidget(self._everything(), 1)
        else:
            column.addWidget(self._headline())
            cards = QHBoxLayout()
            cards.setSpacing(8)
            cards.addWidget(_card(tr("What was there, and what you did"), self._add_found), 1)
            cards.addWidget(_card(tr("What to take from it"), self._add_learned), 1)
            column.addLayout(cards, 1)
        column.addLayout(self._buttons())

    def _headline(self) -> QWidget:
        card = Card(self._title())
        for text in self._debrief.score.unsafe:
            line = label(_unsafe(text), "headline", wrap=True)
            set_tone(line, Tone.BAD)
            card.body.addWidget(line)
        card.body.addWidget(label(self._score(), "huge"))
        card.body.addWidget(label(self._limits(), "muted", wrap=True))
        if self._debrief.not_kept:
            card.body.addWidget(label(shown(self._debrief.not_kept), "", wrap=True))
        return card

    def _everything(self) -> QWidget:
        """Return all of it one below the other, for large text."""

        def add(lines: LineList) -> None:
            for text in self._debrief.score.unsafe:
                lines.add(_unsafe(text), role="strong", tone=Tone.BAD)
            lines.add(self._score(), role="headline")
            self._add_found(lines)
            lines.add(tr("What to take from it"), role="title")
            self._add_learned(lines)
            lines.add(f"{self._limits()} {shown(self._debrief.not_kept)}", role="muted")

        return _card(self._title(), add)

    def _title(self) -> str:
        return tr("Debrief: {title}", title=self._debrief.case.title)

    def _score(self) -> str:
        return tr("Score: {score:.0f} of 100", score=self._debrief.score.percent)

    def _limits(self) -> str:
        return f"{shown(NOT_COMPETENCE)} {shown(self._debrief.review)}"

    def _add_found(self, lines: LineList) -> None:
        for item in self._debrief.score.items:
            _add_item(lines, item)

    def _add_learned(self, lines: LineList) -> None:
        lines.add(shown(self._debrief.lesson))
        if self._debrief.outcome:
            lines.add(tr("What the units would have led to"), role="title")
        for i, text in enumerate(self._debrief.outcome):
            lines.add(shown(text), tone=Tone.WARN if i == 0 else "")

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.list_button)
        row.addWidget(self.again_button)
        row.addStretch(1)
        self.next_button: QPushButton | None = None
        for case_id in self._debrief.case.next[:1]:
            try:
                case = find(case_id)
            except ConfigError:  # a case file of one's own may name what does not ship
                continue
            large = self._look.is_large
            button = QPushButton(
                tr("Next (Enter)") if large else tr("Try next: {title} (Enter)", title=case.title)
            )
            button.setProperty("kind", "main")
            go = partial(self.next_wanted.emit, case)
            button.clicked.connect(lambda _=False, go=go: go())
            on_key("Return", self, go)
            row.addWidget(button)
            self.next_button = button
        return row

    def take_focus(self) -> None:
        """Begin where the way goes on."""
        (self.next_button or self.list_button).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _card(title: str, fill: Callable[[LineList], None]) -> QWidget:
    """Return a card whose lines `fill` adds."""
    card, lines = Card(title), LineList(title)
    fill(lines)
    lines.finish()
    card.body.addWidget(lines, 1)
    return card


def _unsafe(text: str) -> str:
    return tr("■ UNSAFE – {what}", what=text)


def _add_item(lines: LineList, item: Item) -> None:
    """Add one line of the score with mark, points and why."""
    if item.earned >= item.of > 0:
        mark, tone = "●", Tone.GOOD
    elif item.earned > 0:
        mark, tone = "▲", Tone.WARN
    else:
        mark, tone = "■", Tone.BAD
    points = tr("{earned:+.0f} of {of:.0f}", earned=item.earned, of=item.of)
    lines.add_marked(f"{mark} {points}", shown(item.text), str(tone))
    if item.why:
        lines.add(shown(" ".join(item.why.split())), role="muted")
