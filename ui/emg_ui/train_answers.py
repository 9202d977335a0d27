"""`NoticeSheet` and `DecideSheet`: saying what is there, and deciding, by large buttons or keys.

A sheet lies over the lower part of the window, so that the lanes above go on being seen. Arrow
keys choose within a group, Tab goes to the next one, Enter says it, Esc closes the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from emg_signal.montage import Side
from emg_training.answers import Choice, Noticed, Reason
from emg_ui.cards import label
from emg_ui.language import shown, tr
from emg_ui.theme import Look


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
            button = QPushButton(text)
            button.setCheckable(True)
            button.setAccessibleName(f"{title}: {text}")
            button.setProperty("kind", "phase")
            self.group.addButton(button, i)
            layout.addWidget(button, 1 + i // columns, i % columns)
        self.group.idToggled.connect(lambda *_: self.changed.emit())
        self.clear()

    @property
    def value(self) -> Any:
        """The chosen value."""
        return self._values[max(0, self.group.checkedId())]

    def clear(self) -> None:
        """Choose the first one."""
        self.group.button(0).setChecked(True)

    def choose(self, value: Any) -> None:
        """Choose `value`."""
        self.group.button(self._values.index(value)).setChecked(True)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen button."""
        self.group.checkedButton().setFocus(Qt.FocusReason.ShortcutFocusReason)


class Sheet(QWidget):
    """A sheet over the lower part of the window."""

    closed = Signal()

    def __init__(self, title: str, say_it: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, 8)
        self.body.setSpacing(6)
        self.body.addWidget(label(title, "headline"))
        self.say_button = QPushButton(say_it)
        self.say_button.setProperty("kind", "main")
        self.say_button.clicked.connect(self.say)
        self.close_button = QPushButton(tr("Back (Esc)"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc; Enter always says it
        self.close_button.clicked.connect(self.closed)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self.buttons.addWidget(self.say_button)

    def say(self) -> None:
        """Take what is chosen as the answer."""

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
            columns=4 if look.is_large else 6,
        )
        everywhere = [(None, tr("everywhere"))]
        named = [(name, shown(name.replace("_", " "))) for name in muscles]
        self.muscle = Choices(tr("Muscle"), [*everywhere, *named], columns=5)
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
        index.addWidget(label(tr("Index; positive is more on the left"), "title"))
        index.addWidget(self.percent)
        index.addStretch(1)
        for part in (self.what, self.muscle, self.side, self._index):
            self.body.addWidget(part)
        self.body.addLayout(self.buttons)
        self.what.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """An index has a number in place of a side."""
        is_index = self.what.value is Noticed.INDEX
        self.side.setVisible(not is_index)
        self._index.setVisible(is_index)

    def open(self) -> None:  # noqa: D102
        for part in (self.what, self.muscle, self.side):
            part.clear()
        self.percent.setValue(0.0)
        self.what.take_focus()

    def say(self) -> None:  # noqa: D102
        is_index = self.what.value is Noticed.INDEX
        if is_index and self.muscle.value is None:
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
    """`Choice` and `Reason`."""

    def __init__(self, *, look: Look) -> None:
        super().__init__(
            tr("What do you do, and why? This ends the case."), tr("Decide (Enter)")
        )
        columns = 2 if look.is_large else 3
        choices = [(each, shown(str(each))) for each in Choice]
        reasons = [(each, shown(str(each))) for each in Reason]
        self.choice = Choices(tr("Decision"), choices, columns=columns)
        self.reason = Choices(tr("Reason"), reasons, columns=columns)
        for part in (self.choice, self.reason):
            self.body.addWidget(part)
        self.body.addLayout(self.buttons)

    def open(self) -> None:  # noqa: D102
        self.choice.clear()
        self.reason.clear()
        self.choice.take_focus()

    def say(self) -> None:  # noqa: D102
        self.decided.emit(self.choice.value, self.reason.value)
