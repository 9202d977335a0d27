"""`DebriefPage`: what was there, what was found and when, and how the decision stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from emg_signal.errors import ConfigError
from emg_training.catalogue import find
from emg_training.debrief import Debrief
from emg_training.scoring import NOT_COMPETENCE, Item
from emg_ui.cards import Card, label, set_tone
from emg_ui.language import shown, tr
from emg_ui.line_list import LineList
from emg_ui.theme import Look, Tone


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
        self.list_button = QPushButton(tr("Back to the list (Esc)"))
        self.list_button.setShortcut("Esc")
        self.again_button = QPushButton(tr("Try again (Ctrl+R)"))
        self.again_button.setShortcut("Ctrl+R")
        self.list_button.clicked.connect(self.list_wanted)
        self.again_button.clicked.connect(self.again_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(6)
        column.addWidget(self._headline())
        cards = QHBoxLayout()
        cards.setSpacing(8)
        cards.addWidget(self._found(), 1)
        cards.addWidget(self._learned(), 1)
        column.addLayout(cards, 1)
        column.addLayout(self._buttons())

    def _headline(self) -> QWidget:
        card = Card(tr("Debrief: {title}", title=self._debrief.case.title))
        for text in self._debrief.score.unsafe:
            line = label(tr("■ UNSAFE – {what}", what=text), "headline", wrap=True)
            set_tone(line, Tone.BAD)
            card.body.addWidget(line)
        percent = self._debrief.score.percent
        card.body.addWidget(label(tr("Score: {score:.0f} of 100", score=percent), "huge"))
        small = f"{shown(NOT_COMPETENCE)} {shown(self._debrief.review)}"
        card.body.addWidget(label(small, "muted", wrap=True))
        if self._debrief.not_kept:
            card.body.addWidget(label(shown(self._debrief.not_kept), "", wrap=True))
        return card

    def _found(self) -> QWidget:
        card = Card(tr("What was there, and what you did"))
        lines = LineList(tr("What was there, and what you did"))
        for item in self._debrief.score.items:
            _add_item(lines, item)
        lines.finish()
        card.body.addWidget(lines, 1)
        return card

    def _learned(self) -> QWidget:
        card = Card(tr("What to take from it"))
        lines = LineList(tr("What to take from it"))
        lines.add(shown(self._debrief.lesson))
        if self._debrief.outcome:
            lines.add(tr("What the units would have led to"), role="title")
        for i, text in enumerate(self._debrief.outcome):
            lines.add(shown(text), tone=Tone.WARN if i == 0 else "")
        lines.finish()
        card.body.addWidget(lines, 1)
        return card

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
            button = QPushButton(tr("Try next: {title} (Enter)", title=case.title))
            button.setProperty("kind", "main")
            button.setShortcut("Return")
            button.clicked.connect(lambda _=False, case=case: self.next_wanted.emit(case))
            row.addWidget(button)
            self.next_button = button
        return row

    def take_focus(self) -> None:
        """Begin where the way goes on."""
        (self.next_button or self.list_button).setFocus(Qt.FocusReason.ShortcutFocusReason)


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
