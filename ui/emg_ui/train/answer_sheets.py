"""`NoticeSheet` and `DecideSheet`: saying what is there, and deciding, by large buttons or keys.

A sheet lies over the lower part of the window, so that the lanes above go on being seen. Arrow
keys choose within a group, Tab goes to the next one, Enter says it, Esc closes the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from emg_signal.montage import Side
from emg_training.answers import CaseChoice, CaseReason, Noticed
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look
from emg_ui.train.choices import Choices
from emg_ui.widgets.cards import label
from emg_ui.widgets.line_list import FittedHeight


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
