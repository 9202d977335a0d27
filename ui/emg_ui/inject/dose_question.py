"""`DoseQuestion`: asks in place for the units that were given, where they are not the planned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from emg_dosing.values import Dose
from emg_signal.errors import PlanError
from emg_ui.inject.inline_question import InlineQuestion
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import units
from emg_ui.text.typed_answers import read_units
from emg_ui.widgets.cards import label, set_text, set_tone


class DoseQuestion(InlineQuestion):
    """A question and a field; hidden while nobody asks. What is typed is said back before Enter."""

    answered = Signal(str, float)
    """Id of the point, and units as given."""

    def __init__(self) -> None:
        super().__init__()
        self._point_id, self._planned = "", 0.0
        self._words, self._echo = label("", "strong"), label("", "strong")
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Units given"))
        self.field.setPlaceholderText(tr("units, then Enter (Esc: back)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self.field, 1)
        row.addWidget(self._echo)
        self.field.textChanged.connect(self._say_back)
        self.field.returnPressed.connect(self._answer)
        self.field.installEventFilter(self)
        self.hide()

    def ask(self, point_id: str, name: str, planned: Dose) -> None:
        """Ask for what was given at a point, and put the keyboard into the field."""
        self._point_id, self._planned = point_id, planned.units
        set_text(self._words, tr("Given at {point!s}?", point=name))
        self.field.clear()
        self._say_back()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reopen(self) -> None:
        """Stand there again as it was left: it was answered too soon."""
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> float:
        return read_units(self.field.text())

    def _say_back(self) -> None:
        """Say how it is understood, beside what is planned."""
        planned = units(self._planned)
        try:
            value = self._typed() if self.field.text().strip() else None
        except PlanError as error:
            set_text(self._echo, f"▲ {shown(error.message)}")
            set_tone(self._echo, "bad")
            return
        said = tr("planned: {planned!s}", planned=planned)
        if value is not None:
            said = tr("= {given!s}, {planned!s}", given=units(value), planned=said)
        set_text(self._echo, said)
        set_tone(self._echo, "" if value in (None, self._planned) else "warn")

    def _answer(self) -> None:
        try:
            value = self._typed()
        except PlanError:
            return  # the echo says why
        self.hide()
        self.answered.emit(self._point_id, value)
