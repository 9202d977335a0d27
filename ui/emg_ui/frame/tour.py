"""The tour: five steps over the real screens, once at the first start and from the menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from emg_signal.phrase import say
from emg_ui.text.language import shown, tr
from emg_ui.widgets.cards import set_text
from emg_ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from emg_ui.frame.desk import Desk


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: a phase, what is framed on it, and what is said."""

    phase: int
    title: str
    texts: tuple[str, ...]
    frame: Callable[[Desk], QWidget]


STOPS = (
    Stop(
        0,
        say("1 Prepare: the plan comes first"),
        (
            say("F1 to F5 are the phases of a treatment, in order. Most visits need no board."),
            say("Here the plan is made point by point, on the face map or in the table. The "
                "patient faces you: their right is on your left, on every screen."),
        ),
        lambda desk: desk.phase_bar,
    ),
    Stop(
        1,
        say("2 Measure: which side works harder"),
        (
            say("Lanes are live. Numbers are in µV and in % of the reference contraction, each "
                "with its unit."),
            say("No live asymmetry is shown: a number that jitters by a fifth would mislead. "
                "Symmetry comes from finished repetitions, with its interval."),
            say("A bad electrode is named, with its cause and what to do."),
        ),
        lambda desk: desk.phase,
    ),
    Stop(
        2,
        say("3 Decide: most of the time nothing"),
        (
            say("After the measurement is locked the rules answer the plan: with reasons, their "
                "evidence and why they may be wrong. Often they refuse, and say what to examine."),
            say("You accept, edit or reject. Nothing is done by itself."),
        ),
        lambda desk: desk.phase,
    ),
    Stop(
        3,
        say("4 Inject: the electrodes are off"),
        (
            say("Tick each point as it is given, by Space or by a foot pedal. Time, dose and lot "
                "go on record."),
        ),
        lambda desk: desk.phase,
    ),
    Stop(
        4,
        say("5 Review, and help at any time"),
        (
            say("What was done, and how it compares with the same person's own baseline."),
            say("? explains the screen in front of you, I any number on it, Ctrl+, are the "
                "settings: language, text size, sound, pedals. The menu (F10) has all of it."),
        ),
        lambda desk: desk.menu,
    ),
)  # fmt: skip


class Tour(Overlay):
    """Leads through the phases; Enter goes on, Backspace goes back, Esc skips the rest.

    Parameters
    ----------
    desk
        Whose phases are shown.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, look=desk.look, name=tr("Tour"))
        self._desk = desk
        self._came_from = desk.index
        self.step = 0
        skip = self.add_button(tr("Skip (Esc)"))
        back = self.add_button(tr("Back"))
        self._onward = self.add_button(tr("Next (Enter)"), main=True)
        skip.clicked.connect(self.finish)
        back.clicked.connect(lambda: self.go(-1))
        self._onward.clicked.connect(lambda: self.go(1))
        self._show()

    def go(self, step: int) -> None:
        """Go on (+1), or back (-1); after the last step it is over."""
        if self.step + step >= len(STOPS):
            self.finish()
            return
        self.step = max(0, self.step + step)
        self._show()

    def finish(self) -> None:
        """Go back to where it began."""
        self._desk.show_phase(self._came_from)
        self.leave()

    def _show(self) -> None:
        stop = STOPS[self.step]
        self._desk.show_phase(stop.phase)
        set_text(self.title, shown(stop.title))
        self.lines.clear()
        for text in stop.texts:
            self.lines.add(shown(text))
        self.lines.finish()
        last = self.step == len(STOPS) - 1
        self._onward.setText(tr("Begin (Enter)") if last else tr("Next (Enter)"))
        self.setAccessibleDescription("\n".join(map(shown, (stop.title, *stop.texts))))
        target = stop.frame(self._desk)
        area = QRect(target.mapTo(self._desk, target.rect().topLeft()), target.size())
        self.chosen = area.adjusted(4, 4, -4, -4) if target is self._desk.phase else area
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_card()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.finish()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Space):
            self.go(1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self.go(-1)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's own signature
        """Keep the keyboard: there is nowhere else to go."""
        return True
