"""`NoBoardScreen`: what stands in the place of Measure in a visit without a board."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from emg_signal.phrase import say
from emg_ui.text.language import tr
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import Card, label, set_tone
from emg_ui.widgets.screen import Screen
from emg_ui.widgets.session_view import SessionView


class NoBoardScreen(Screen):
    """Says that nothing is measured, and how it could be."""

    title = say("Measure")
    purpose = say(
        "This visit has no board, and most faces need none: Prepare, Inject and Review work "
        "without it."
    )
    keys = say("Enter: choose person and board   F1 Prepare   F4 Inject   F5 Review")

    other_wanted = Signal()
    """The person wants to choose a board."""

    def __init__(self, session: SessionView, *, look: Look) -> None:
        super().__init__(session, look=look)
        card = Card(tr("Measure"))
        word = label(tr("◇ NO BOARD"), "huge")
        set_tone(word, "note")
        card.body.addWidget(word)
        for text, role in (
            (tr("Nothing is measured in this visit."), "headline"),
            (
                tr(
                    "Prepare, Inject and Review work without a board. Without a locked "
                    "measurement the rules check the plan; they suggest nothing."
                ),
                "",
            ),
            (
                tr(
                    "To measure: put a battery into the board, plug in its dongle, and begin a "
                    "visit with it (Ctrl+O): the list of boards there says what is plugged in, "
                    "and what a port needs that cannot be used. This visit is closed then; it is "
                    "on record and can be taken up again."
                ),
                "",
            ),
        ):
            card.body.addWidget(label(text, role, wrap=True))
        self.button = QPushButton(tr("Choose person and board (Ctrl+O)"))
        self.button.setProperty("kind", "main")
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.other_wanted)
        card.body.addSpacing(12)
        card.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(card)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addLayout(column)

    def take_focus(self) -> None:
        """Begin at the button."""
        self.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
