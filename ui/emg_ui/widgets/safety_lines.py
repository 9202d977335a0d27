"""`SafetyLines`: the safety line on a screen, red where something stops; scrolled if it is long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent

from emg_dosing.safety import SafetyItem
from emg_ui.text.language import tr
from emg_ui.text.safety_text import safety_words
from emg_ui.text.theme import Look, Tone
from emg_ui.widgets.line_list import LineList


def add_safety(lines: LineList, line: Sequence[SafetyItem]) -> None:
    """Add the safety line to a list: what stops in red as a whole, the rest by its mark."""
    for words in safety_words(line):
        if words.tone == str(Tone.BAD):
            lines.add(f"{words.shape} {words.text}", tone=words.tone, role="strong")
        else:
            lines.add_marked(words.shape, words.text, words.tone)


MOST_PX = 132
"""Height at usual text, about five lines: the heaviest come first, and the work needs its room."""
LARGE_PX = 88
"""At large text: two lines, and the rest is scrolled to."""


class SafetyLines(LineList):
    """What was asked, found and overridden, heaviest first.

    Parameters
    ----------
    look
        Theme and text scale.
    """

    def __init__(self, *, look: Look) -> None:
        super().__init__(tr("Safety: what was asked and found"))
        self._most_px = LARGE_PX if look.is_large else round(MOST_PX * look.scale)
        self._shown: object = None

    def show_line(self, line: tuple[SafetyItem, ...]) -> None:
        """Show `line`; nothing is done if it is the same."""
        if line == self._shown:
            return
        self._shown = line
        self.clear()
        add_safety(self, line)
        self.finish()
        self.setVisible(bool(line))
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(min(self.height_for(self.viewport().width()) + 4, self._most_px))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
