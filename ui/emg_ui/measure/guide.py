"""The guide through a measurement: the list of steps, and a card that explains one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from emg_session.guide import STEPS, Step
from emg_session.snapshot import Snapshot
from emg_ui.measure.pictures import StepPicture
from emg_ui.measure.words import Option, StepWords
from emg_ui.text.language import tr
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import Card, label, set_text
from emg_ui.widgets.line_list import LineList

MOST_IN_ONE_COLUMN = 5
"""More choices stand in two columns."""


class ChoiceRow(QWidget):
    """One thing to tick: by its digit key, by a press anywhere on it, or by Space."""

    toggled = Signal()

    def __init__(self, number: int, choice: Option) -> None:
        super().__init__()
        self.setObjectName("inside")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        state = tr("ticked") if choice.is_ticked else tr("not ticked")
        self.setAccessibleName(f"{choice.text}, {state}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        box = label(f"{'☑' if choice.is_ticked else '☐'} {number % 10}", "strong")
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(choice.text, wrap=True), 1, Qt.AlignmentFlag.AlignTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        self.toggled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)


class StepCard(Card):
    """One step: why, what was found, what to do, a picture, and the keys that do it.

    Parameters
    ----------
    look
        Theme and text scale.
    """

    pressed = Signal(str)
    """``onward``, ``again``, ``skip``, ``back``, ``give up`` or ``lanes``."""
    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__("")
        self._look = look
        self._words: StepWords | None = None
        self._rows: list[ChoiceRow] = []
        self.lines = LineList(tr("What to do in this step"))
        self.picture = StepPicture(look)
        self._consequence = label("", "muted", wrap=True)
        self._buttons: dict[str, QPushButton] = {}
        for act in ("onward", "give up", "back", "again", "skip", "lanes"):
            button = QPushButton()
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if act in ("back", "again", "skip", "lanes"):
                button.setProperty("kind", "phase")
            button.clicked.connect(partial(self._press, act))
            self._buttons[act] = button
        self._buttons["onward"].setProperty("kind", "main")
        self._arrange()

    def _press(self, act: str, _: bool = False) -> None:
        self.pressed.emit(act)

    def _arrange(self) -> None:
        low = QHBoxLayout()
        low.setSpacing(6)
        if not self._look.is_large:
            for act in ("back", "again", "skip"):
                low.addWidget(self._buttons[act])
            keys = QVBoxLayout()
            keys.setSpacing(6)
            for act in ("onward", "give up"):
                keys.addWidget(self._buttons[act])
            keys.addLayout(low)
            self.picture.setMinimumHeight(round(130 * self._look.scale))
            self.body.addWidget(self.lines, 3)
            self.body.addWidget(self.picture, 2)
            self.body.addWidget(self._consequence)
            self.body.addLayout(keys)
            return
        for act in ("back", "onward", "give up", "again", "skip", "lanes"):
            low.addWidget(self._buttons[act], 1 if act in ("onward", "give up") else 0)
        row = QHBoxLayout()
        row.addWidget(self.lines, 3)
        row.addWidget(self.picture, 2)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._consequence)
        self.body.addLayout(low)

    def show_step(
        self, number: int, step: Step, words: StepWords, snapshot: Snapshot, *, is_busy: bool
    ) -> None:
        """Show a step; only what has changed is laid out anew.

        Parameters
        ----------
        number
            Its place among the steps, from 1.
        step, words
            What it is, and what is said of it now.
        snapshot
            Where the session stands.
        is_busy
            Whether a protocol runs: nothing else can be begun.
        """
        self.picture.show_step(step, snapshot, words.title)
        self._buttons["give up"].setVisible(is_busy)
        # While a cue is followed nobody reads.
        has_cue = snapshot.streamed.cue is not None
        self.lines.setVisible(self._look.is_large or not has_cue)
        self.picture.setMaximumHeight(round((420 if has_cue else 220) * self._look.scale))
        if words == self._words:
            return
        before, self._words = self._words, words
        set_text(
            self.heading,
            tr("{n} of {all}  {title}", n=number, all=len(STEPS), title=words.title),
        )
        self.setAccessibleName(words.title)
        self._show_buttons(words, step, is_busy=is_busy)
        set_text(self._consequence, words.consequence)
        self._consequence.setVisible(bool(words.consequence))
        if before is None or (before.lines, before.choices) != (words.lines, words.choices):
            self._show_lines(words, same_step=before is not None and before.title == words.title)

    def _show_buttons(self, words: StepWords, step: Step, *, is_busy: bool) -> None:
        texts = {
            "onward": tr("{what}  [Enter]", what=words.action) if words.action else "",
            "give up": tr("Give up  [Esc]"),
            "back": "" if is_busy or step is STEPS[0] else tr("Back [⌫]"),
            "again": tr("{what} [D]", what=words.again) if words.again else "",
            "lanes": tr("Lanes [L]") if self._look.is_large else "",
            "skip": tr("Skip [S]") if words.consequence and not is_busy else "",
        }
        for act, text in texts.items():
            button = self._buttons[act]
            if button.text() != text:
                button.setText(text)
            if act != "give up":
                button.setVisible(bool(text))

    def _show_lines(self, words: StepWords, *, same_step: bool) -> None:
        focused = next((i for i, row in enumerate(self._rows) if row.hasFocus()), None)
        at = self.lines.verticalScrollBar().value()
        self.lines.clear()
        self._rows = []
        for number, choice in enumerate(words.choices, start=1):
            row = ChoiceRow(number, choice)
            row.toggled.connect(partial(self.chosen.emit, number - 1))
            self._rows.append(row)
        is_long = len(self._rows) > MOST_IN_ONE_COLUMN
        for widget in [_in_columns(self._rows)] if is_long else self._rows:
            self.lines.add_widget(widget)
        for line in words.lines:
            if line.shape:
                self.lines.add_marked(line.shape, line.text, line.tone)
            else:
                self.lines.add(line.text)
        self.lines.finish()
        if focused is not None and focused < len(self._rows):
            self._rows[focused].setFocus()
        if same_step:
            self.lines.verticalScrollBar().setValue(at)


def _in_columns(rows: list[ChoiceRow]) -> QWidget:
    """Return rows of two choices: the first half beside the second."""
    both = QWidget()
    both.setObjectName("inside")
    grid = QGridLayout(both)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(0)
    half = (len(rows) + 1) // 2
    for i, row in enumerate(rows):
        grid.addWidget(row, i % half, i // half)
    return both
