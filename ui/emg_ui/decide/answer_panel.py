"""`AnswerPanel`: accept, edit or reject a suggestion, by key or by hand, without a dialog.

Editing and rejecting ask for a reason in place; an empty one is asked for again. Units are typed
by the one rule that holds for every typed number, and echoed before they are used. No answer is
the default: Space and Enter, which go on elsewhere, answer nothing, and nothing is answered in the
first second after it appeared. What was typed stays until it is used or left with Escape.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from emg_dosing.suggestion import Change, Suggestion
from emg_dosing.typed_number import REMEDY
from emg_session.decisions import Decision, DecisionKind
from emg_signal.errors import PlanError
from emg_ui.text.language import local_number, shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.typed_answers import read_units
from emg_ui.widgets.cards import label, set_text, set_tone

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


READ_S = 1.0
"""Seconds for which a suggestion must have been seen, without a try to answer it, before an answer
counts: engineering judgement, longer than a double press and than the pause between two repeats of
a key that is held."""


class AnswerPanel(QWidget):
    """Three answers to one suggestion.

    Parameters
    ----------
    now_s
        Monotonic clock, seconds.
    """

    answered = Signal(object, object)
    """The `Decision`, and point id → units where it was edited (else None)."""

    left = Signal()
    """The keyboard has nothing to do here any more."""

    def __init__(self, *, now_s: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.setObjectName("inside")
        self._now_s = now_s
        self._seen_s = 0.0
        self._suggestion: Suggestion | None = None
        self._waiting: Suggestion | None = None
        self._kind = DecisionKind.REJECTED
        self._fields: dict[str, QLineEdit] = {}
        self._echoes: dict[str, QLabel] = {}
        self.accept_button = QPushButton(tr("Accept (A)"))
        self.edit_button = QPushButton(tr("Edit (E)"))
        self.reject_button = QPushButton(tr("Reject (R)"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Why? Then Enter (Esc: back)"))
        self.reason.setAccessibleName(tr("Reason"))
        self._note = label("", "", wrap=True)
        set_tone(self._note, "warn")
        self._editing = QWidget()
        self._editing.setObjectName("inside")
        self._grid = QGridLayout(self._editing)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        for button in (self.accept_button, self.edit_button, self.reject_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by its own key, or a click
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._editing)
        column.addWidget(self.reason)
        column.addWidget(self._note)
        column.addLayout(row)
        self.accept_button.clicked.connect(self.accept)
        self.edit_button.clicked.connect(self.edit)
        self.reject_button.clicked.connect(self.reject)
        self.reason.returnPressed.connect(self._finish)
        self.reason.installEventFilter(self)
        self._close_reason()
        self.hide()

    @property
    def waits(self) -> bool:
        """Whether a suggestion waits for an answer."""
        return self._suggestion is not None

    @property
    def is_open(self) -> bool:
        """Whether something is being typed here."""
        return not self.reason.isHidden()

    @property
    def _can_begin(self) -> bool:
        """Whether an answer can begin: to what can be seen, and nothing else is being typed."""
        return self._suggestion is not None and self.isVisible() and not self.is_open

    def offer(self, suggestion: Suggestion | None) -> None:
        """Ask for an answer to `suggestion`; None asks for nothing.

        While something is typed the question stays: letters must not become commands, nor be lost.
        The second to read begins anew for every suggestion, also for one that says the same: it
        rests on another measurement.
        """
        is_new, self._waiting = suggestion is not self._waiting, suggestion
        if is_new:
            self._seen_s = self._now_s()
        if self.is_open:
            gone = suggestion != self._suggestion
            self._suggestion = self._suggestion if gone else suggestion
            self._say(tr("■ That suggestion no longer holds: Esc leaves it.") if gone else "")
        elif suggestion is not self._suggestion:
            self._suggestion = suggestion
            self._seen_s = self._now_s()
            self._say("")
            self.setVisible(suggestion is not None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802, D102
        self._seen_s = self._now_s()  # seen on this screen from now on
        super().showEvent(event)

    def take_focus(self) -> None:
        """Go on where something is being typed."""
        first = next(iter(self._fields.values()), self.reason)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def accept(self) -> None:
        """Take the suggestion as it is; never while something else is being typed."""
        if self._can_begin:
            self._answer(DecisionKind.ACCEPTED, "", None)

    def reject(self) -> None:
        """Ask why, then reject."""
        if self._can_begin:
            self._ask(DecisionKind.REJECTED)

    def edit(self) -> None:
        """Show the suggested units to be changed, and ask why."""
        if self._suggestion is None or not self._can_begin:
            return
        self._ask(DecisionKind.EDITED)
        for row, change in enumerate(self._suggestion.changes):
            self._add_field(row, change)
        self._editing.show()
        if self._fields:
            first = next(iter(self._fields.values()))
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
            first.selectAll()

    def _say(self, text: str) -> None:
        set_text(self._note, text)
        self._note.setVisible(bool(text))

    def _add_field(self, row: int, change: Change) -> None:
        field, echo = QLineEdit(), label()
        name, point_id = shown(change.name), change.point_id
        field.setText(local_number(f"{change.after.units:g}"))
        field.setAccessibleName(tr("Units at {point!s}", point=name))
        field.installEventFilter(self)
        field.textChanged.connect(lambda _: self._echo(point_id))
        self._fields[point_id], self._echoes[point_id] = field, echo
        for column, part in enumerate((label(name), field, echo)):
            self._grid.addWidget(part, row, column)
        self._echo(point_id)

    def _echo(self, point_id: str) -> None:
        """Say how the typed units are understood."""
        field, echo = self._fields[point_id], self._echoes[point_id]
        value = _units_in(field)
        set_text(echo, tr("▲ no amount") if value is None else f"= {units(value)}")
        set_tone(echo, "bad" if value is None else "")
        field.setToolTip(shown(REMEDY) if value is None else "")

    def _ask(self, kind: DecisionKind) -> None:
        self._close_reason()
        self._kind = kind
        self.reason.show()
        self._allow(False)
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _allow(self, others: bool) -> None:
        """Let the three buttons be pressed, or not while one of them waits for words."""
        for button in (self.accept_button, self.edit_button, self.reject_button):
            button.setEnabled(others)

    def _close_reason(self) -> None:
        self._allow(True)
        self._say("")
        self.reason.clear()
        self.reason.hide()
        self._editing.hide()
        self._fields, self._echoes = {}, {}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _finish(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            return
        edited: dict[str, float] = {}
        for point_id, field in self._fields.items():
            value = _units_in(field)
            if value is None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            edited[point_id] = value
        self._answer(self._kind, reason, edited or None)

    def _answer(self, kind: DecisionKind, reason: str, edited: dict[str, float] | None) -> None:
        assert self._suggestion is not None  # noqa: S101 - every caller has looked
        now_s = self._now_s()
        too_early, self._seen_s = now_s - self._seen_s < READ_S, now_s
        if too_early:  # a key that is held comes again and again, and never gets through
            self._say(tr("▲ Not decided: read it for a second first."))
            return
        decision = Decision(kind, reason, self._suggestion.digest)
        self.leave()
        self.answered.emit(decision, edited)

    def leave(self) -> None:
        """Close what was typed, show what came meanwhile, and give the keyboard back."""
        waiting = self._waiting
        self._close_reason()
        self.offer(waiting)
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in ENTER and watched is not self.reason:
                following = self._after(watched)
                following.setFocus(Qt.FocusReason.TabFocusReason)
                following.selectAll()
                return True
        return super().eventFilter(watched, event)

    def _after(self, watched: QObject) -> QLineEdit:
        """Return the field that Enter leads to: the next point's, at last the reason."""
        fields = list(self._fields.values())
        here = next((i for i, field in enumerate(fields) if field is watched), len(fields))
        return fields[here + 1] if here + 1 < len(fields) else self.reason


def _units_in(field: QLineEdit) -> float | None:
    """Return the units in a field; None if they are no amount."""
    try:
        return read_units(field.text())
    except PlanError:
        return None
