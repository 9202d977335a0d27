"""`MessageBar`: what link and driver have to tell, under the header of every screen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from emg_ui.text.acts import Act, button_text
from emg_ui.text.language import tr
from emg_ui.text.messages import Message
from emg_ui.text.theme import Look, Tone
from emg_ui.widgets.cards import label, set_text, set_tone
from emg_ui.widgets.elided_label import ElidedLabel

SHAPES = {Tone.BAD: "■", Tone.WARN: "▲", Tone.NOTE: "◇"}


class MessageBar(QWidget):
    """The gravest message that nobody has put away, with a button for each of its acts.

    Parameters
    ----------
    look
        Theme and text scale: large text has one line of its own above the buttons.
    read
        Keys of the messages that were put away; kept by the window, since a desk is remade.
    """

    wanted = Signal(object)
    """The `Act` whose button was pressed."""

    def __init__(self, look: Look, read: set[str]) -> None:
        super().__init__()
        self._look = look
        self._read = read
        self._messages: tuple[Message, ...] = ()
        self._acts: tuple[Act, ...] | None = None
        self._text = ElidedLabel("strong") if look.is_large else label("", "strong", wrap=True)
        self._more = label("", "muted")
        self.read_button = QPushButton(tr("Read"))
        self.read_button.setProperty("kind", "phase")
        self.read_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.read_button.clicked.connect(self.put_away)
        self.buttons: dict[Act, QPushButton] = {}
        self._row = QHBoxLayout()
        if look.is_large:
            self._row.addStretch(1)
        else:
            self._row.addWidget(self._text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 2)
        column.setSpacing(2)
        if look.is_large:
            column.addWidget(self._text)
        column.addLayout(self._row)
        self._row.addWidget(self._more)
        self._row.addWidget(self.read_button)
        self.hide()

    @property
    def text(self) -> str:
        """The words that are shown; empty while there is nothing to tell."""
        return self._text.text() if self._messages else ""

    def show_messages(self, messages: Iterable[Message]) -> None:
        """Show the first of `messages` that was not put away, and how many others there are."""
        found = tuple(messages)
        self._read &= {message.key for message in found}  # what comes again is told again
        self._messages = tuple(m for m in found if m.stays or m.key not in self._read)
        self.setVisible(bool(self._messages))
        if not self._messages:
            return
        first, n = self._messages[0], len(self._messages) - 1
        set_text(self._text, f"{SHAPES[first.tone]} {first.words}")
        set_tone(self._text, str(first.tone))
        set_text(self._more, tr("and {n} more", n=n) if n else "")
        self.read_button.setVisible(not first.stays)
        if first.acts != self._acts:
            self._acts = first.acts
            self._make_buttons(first.acts)

    def _make_buttons(self, acts: tuple[Act, ...]) -> None:
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for place, act in enumerate(acts, start=1):
            button = QPushButton(button_text(act, short=self._look.is_large))
            button.setProperty("kind", "main" if act is Act.RECONNECT else "action")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._press, act))
            self.buttons[act] = button
            self._row.insertWidget(place, button)

    def _press(self, act: Act, _: bool = False) -> None:
        self.wanted.emit(act)

    def put_away(self) -> None:
        """Show the message no more until it has gone and come again."""
        if self._messages and not self._messages[0].stays:
            self._read.add(self._messages[0].key)
            self.show_messages(self._messages)
