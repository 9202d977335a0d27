"""`NumberPanel`: what stands behind each number of the screen in front, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from emg_session.snapshot import Snapshot
from emg_ui.text.language import tr
from emg_ui.text.number_about import NumberAbout
from emg_ui.widgets.cards import set_text
from emg_ui.widgets.overlay import Overlay
from emg_ui.widgets.screen import Screen

STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
}


class NumberPanel(Overlay):
    """Arrow keys, Tab or a click choose a number; I or Esc goes away.

    Parameters
    ----------
    desk
        What is covered.
    screen
        Whose numbers.
    snapshot
        The moment that is shown first.
    """

    def __init__(self, desk: QWidget, screen: Screen, snapshot: Snapshot) -> None:
        super().__init__(desk, look=screen.look, name=tr("About this number"))
        self._screen = screen
        self._index = 0
        self._said: object = None
        self.numbers: list[NumberAbout] = []
        leave = self.add_button(tr("Close (Esc)"), main=True)
        leave.clicked.connect(self.leave)
        self.show_snapshot(snapshot)

    @property
    def number(self) -> NumberAbout | None:
        """The number that is chosen."""
        return self.numbers[self._index] if self.numbers else None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow the numbers as they change; leave with their screen."""
        if not self._screen.isVisible():
            self.leave()
            return
        self.numbers = self._screen.numbers(snapshot)
        self._index = min(self._index, max(0, len(self.numbers) - 1))
        self._show()

    def choose(self, index: int) -> None:
        """Choose a number; after the last comes the first."""
        if self.numbers:
            self._index = index % len(self.numbers)
            self._show()

    def _show(self) -> None:
        number = self.number
        places = [self._place(n) for n in self.numbers]
        self.others = tuple(area for area in places if not area.isNull())
        self.chosen = places[self._index] if places else QRect()
        said = None if number is None else (number.name, number.value, number.lines())
        if said != self._said or number is None:
            self._said = said
            self._say(number)
        self.place_card()

    def _say(self, number: NumberAbout | None) -> None:
        self.lines.clear()
        if number is None:
            set_text(self.title, tr("No number on this screen"))
            self.lines.add(tr("Numbers appear here when something is planned or measured."))
        else:
            set_text(self.title, f"{number.name}: {number.value}")
            for heading, text in number.lines():
                self.lines.add(heading, role="title")
                self.lines.add(text)
            self.lines.add(
                tr(
                    "{n} of {total}. Arrow keys or a click: another number.",
                    n=self._index + 1,
                    total=len(self.numbers),
                ),
                role="muted",
            )
        self.lines.finish()
        self.setAccessibleDescription(self.title.text())

    def _place(self, number: NumberAbout) -> QRect:
        if number.place is None:
            return QRect()
        corner = self._screen.mapTo(self._covered, number.place.topLeft())
        return QRect(corner, number.place.size())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_I, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()
        elif key in STEPS:
            self.choose(self._index + STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's own signature
        """Choose the next or the previous number by Tab, as by arrow keys."""
        self.choose(self._index + (1 if onward else -1))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        at: QPoint = event.position().toPoint()
        hit = [
            (area.width() * area.height(), i)
            for i, area in enumerate(self._place(n) for n in self.numbers)
            if area.adjusted(-4, -4, 4, 4).contains(at)
        ]
        if hit:
            self.choose(min(hit)[1])
