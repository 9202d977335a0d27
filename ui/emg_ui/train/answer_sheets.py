"""`NoticeSheet` and `DecideSheet`: saying what is there, and deciding, by large buttons or keys.

A sheet lies over the lower part of the window, so that the lanes above go on being seen. Arrow
keys choose within a group, Tab goes to the next one, Enter says it, Esc closes the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from emg_signal.montage import Side
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import label, set_tone
from emg_ui.widgets.line_list import FittedHeight

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class WordButton(QPushButton):
    """A button whose words wrap: answers are sentences.

    Parameters
    ----------
    text
        The words, in the reader's language.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setCheckable(True)
        words = label(text, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = QVBoxLayout(self)
        self._words.setContentsMargins(8, 6, 8, 6)
        self._words.addWidget(words)
        # A style sheet does not see from a label whether the button around it is checked.
        self.toggled.connect(lambda on: set_tone(words, "chosen" if on else ""))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return self._words.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return self._words.minimumSize()

    def heightForWidth(self, width: int) -> int:  # noqa: N802, D102
        return self._words.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        super().keyPressEvent(event)
        came_to = QApplication.focusWidget()
        moved = event.key() in ARROWS and came_to is not self
        if moved and isinstance(came_to, WordButton) and came_to.group() is self.group():
            came_to.setChecked(True)  # Qt does so only where something was chosen before


class Choices(QWidget):
    """Buttons of which one is chosen.

    Parameters
    ----------
    title
        What is chosen, in the reader's language.
    options
        Value and text of each button.
    columns
        Buttons in a row.
    """

    changed = Signal()

    def __init__(self, title: str, options: Sequence[tuple[Any, str]], *, columns: int) -> None:
        super().__init__()
        self._values = [value for value, _ in options]
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(title, "title"), 0, 0, 1, columns)
        for i, (_, text) in enumerate(options):
            button = WordButton(text)
            button.setAccessibleName(f"{title}: {text}")
            self.group.addButton(button, i)
            layout.addWidget(button, 1 + i // columns, i % columns)
        for column in range(columns):
            layout.setColumnStretch(column, 1)
        self.group.idToggled.connect(lambda *_: self.changed.emit())
        self.clear()

    @property
    def is_chosen(self) -> bool:
        """Whether anything is chosen."""
        return self.group.checkedId() >= 0

    @property
    def value(self) -> Any:
        """The chosen value; None while nothing is chosen."""
        return self._values[self.group.checkedId()] if self.is_chosen else None

    def clear(self) -> None:
        """Choose nothing: what is chosen for a person is an answer that nobody gave."""
        self.group.setExclusive(False)  # an exclusive group keeps one
        for i, button in enumerate(self.group.buttons()):
            button.setChecked(False)
            # Tab comes to a group once, and arrows choose in it.
            tab = Qt.FocusPolicy.StrongFocus if i == 0 else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
        self.group.setExclusive(True)

    def choose(self, value: Any) -> None:
        """Choose `value`."""
        self.group.button(self._values.index(value)).setChecked(True)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen button, or the first."""
        self.group.button(max(0, self.group.checkedId())).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )


class Sheet(QWidget):
    """A sheet over the lower part of the window."""

    closed = Signal()

    def __init__(self, title: str, say_it: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.say_button = QPushButton(say_it)
        self.say_button.setProperty("kind", "main")
        self.say_button.clicked.connect(self.say)
        self.close_button = QPushButton(tr("Back (Esc)"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc; Enter always says it
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label(title, "headline", wrap=True), 1)
        head.addWidget(self.close_button)
        head.addWidget(self.say_button)
        self._inside = FittedHeight()
        self._inside.setObjectName("inside")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        self._scroll = scroll
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def height_at(self, width: int) -> int:
        """Return the height that everything needs at `width`, pixels."""
        head = self.say_button.sizeHint().height()
        return head + self.body.heightForWidth(width - 40) + 40

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802, D102
        done = super().focusNextPrevChild(forwards)
        focused = self.focusWidget()
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused)
        return done

    def say(self) -> None:
        """Take what is chosen as the answer; go to the first question that is open."""

    @staticmethod
    def all_chosen(*questions: Choices) -> bool:
        """Return whether each has an answer; the keyboard goes to the first that has none."""
        still_open = next((each for each in questions if not each.is_chosen), None)
        if still_open is not None:
            still_open.take_focus()
        return still_open is None

    def open(self) -> None:
        """Begin anew, with the keyboard on the first group."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.say()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class NoticeSheet(Sheet):
    """Say what is there: what, which muscle, which side; or read an index.

    Parameters
    ----------
    muscles
        Muscles that the montage records.
    look
        Theme and text scale.
    """

    noticed = Signal(object, object, object, object)
    """`Noticed`, muscle or None, `Side` or None, percent or None."""

    def __init__(self, muscles: Sequence[str], *, look: Look) -> None:
        super().__init__(tr("What do you notice?"), tr("Say it (Enter)"))
        self.what = Choices(
            tr("What"),
            [(each, shown(str(each))) for each in Noticed],
            columns=3 if look.is_large else 6,
        )
        everywhere = [(None, tr("everywhere"))]
        named = [(name, shown(name.replace("_", " "))) for name in muscles]
        self.muscle = Choices(
            tr("Muscle"), [*everywhere, *named], columns=3 if look.is_large else 5
        )
        sides = [(None, tr("both sides")), (Side.RIGHT, tr("right")), (Side.LEFT, tr("left"))]
        self.side = Choices(tr("The patient's side"), sides, columns=3)
        self.percent = QDoubleSpinBox()
        self.percent.setRange(-100.0, 100.0)
        self.percent.setDecimals(0)
        self.percent.setSuffix(" %")
        self.percent.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.percent.setAccessibleName(tr("Asymmetry index in percent; positive: more on the left"))
        self._index = QWidget()
        index = QHBoxLayout(self._index)
        index.setContentsMargins(0, 0, 0, 0)
        index.addWidget(label(tr("Index; positive is more on the left"), "title", wrap=True), 1)
        index.addWidget(self.percent)
        self.body.addWidget(self.what)
        row = self.body if look.is_large else QHBoxLayout()
        top = Qt.AlignmentFlag(0) if look.is_large else Qt.AlignmentFlag.AlignTop
        row.addWidget(self.muscle, 5, top)
        row.addWidget(self.side, 3, top)
        row.addWidget(self._index, 3, top)
        if row is not self.body:
            self.body.addLayout(row)
        self.body.addStretch(1)
        self.what.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Ask for a number in place of a side where an index is read."""
        is_index = self.what.value is Noticed.INDEX
        self.side.setVisible(not is_index)
        self._index.setVisible(is_index)
        self.percent.selectAll()  # so that a number replaces it

    def open(self) -> None:  # noqa: D102
        for part in (self.what, self.muscle, self.side):
            part.clear()
        self.percent.setValue(0.0)
        self.what.take_focus()

    def say(self) -> None:  # noqa: D102
        is_index = self.what.value is Noticed.INDEX
        if not self.all_chosen(self.what, self.muscle, *(() if is_index else (self.side,))):
            return
        if is_index and self.muscle.value is None:  # an index is one muscle's
            self.muscle.take_focus()
            return
        self.percent.interpretText()
        self.noticed.emit(
            self.what.value,
            self.muscle.value,
            None if is_index else self.side.value,
            self.percent.value() if is_index else None,
        )
        self.closed.emit()


class DecideSheet(Sheet):
    """End the case: what is done, and why."""

    decided = Signal(object, object)
    """`CaseChoice` and `CaseReason`."""

    def __init__(self, *, look: Look) -> None:
        super().__init__(tr("What do you do, and why? This ends the case."), tr("Decide (Enter)"))
        columns = 2 if look.is_large else 4
        choices = [(each, shown(str(each))) for each in CaseChoice]
        reasons = [(each, shown(str(each))) for each in CaseReason]
        self.choice = Choices(tr("Decision"), choices, columns=columns)
        self.reason = Choices(tr("Reason"), reasons, columns=columns)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.reason)
        self.body.addStretch(1)

    def open(self) -> None:  # noqa: D102
        self.choice.clear()
        self.reason.clear()
        self.choice.take_focus()

    def say(self) -> None:  # noqa: D102
        if self.all_chosen(self.choice, self.reason):
            self.decided.emit(self.choice.value, self.reason.value)
