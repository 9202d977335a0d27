"""`PairRoom`: where each thing of one pair stands in its row, and the fonts it is written in."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from emg_ui.text.theme import Look
from emg_ui.widgets.activity_scale import FULL_PERCENT


class Fonts:
    """Fonts and their measures, made once: making them is dearer than writing with them."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def _both(self, times: float, bold: bool) -> tuple[QFont, QFontMetricsF]:
        key = (times, bold)
        if key not in self._made:
            font = QFont()
            font.setPointSizeF(self._look.points(times))
            font.setBold(bold)
            self._made[key] = (font, QFontMetricsF(font))
        return self._made[key]

    def of(self, times: float, *, bold: bool = False) -> QFont:
        """Return the font at `times` the body text."""
        return self._both(times, bold)[0]

    def metrics(self, times: float, *, bold: bool = False) -> QFontMetricsF:
        """Return its measures."""
        return self._both(times, bold)[1]


class PairRoom:
    """The places of one row, as its height allows.

    Parameters
    ----------
    row
        The whole row, pixels.
    fonts
        Fonts of the look.
    bar_lines
        Height of the live bars where the row is higher than a line, lines of text.

    Attributes
    ----------
    box, title, numbers, bar, symmetry
        Everything; the pair's name; the last hold's numbers; the live bars; the symmetry of the
        holds. Numbers and symmetry are None where there is no room for them.
    live
        Left, right and middle height of where the live numbers stand, at the bar's ends, the
        patient's right first; empty where the row is lower than a word.
    """

    def __init__(self, row: QRectF, fonts: Fonts, *, bar_lines: float = 1.0) -> None:
        box = self.box = row.adjusted(8, 2, -8, -4)
        line = self.line = fonts.metrics(1.0).height()
        big = fonts.metrics(1.5, bold=True).height()
        self.title = QRectF(box.left(), box.top(), box.width(), line)
        self.is_one_line = box.height() < 2 * line
        self.has_room_for_words = box.height() >= 0.9 * line
        top = self.title.bottom()
        has_numbers = box.bottom() - top >= big + line
        self.numbers = QRectF(box.left(), top, box.width(), big) if has_numbers else None
        top += big if has_numbers else 0.0
        ends = QRectF(box.left(), top, box.width(), bar_lines * line)
        if self.is_one_line:
            self.bar = box.adjusted(0, max(0.0, box.height() - 8), 0, 0)
        else:
            words = fonts.metrics(1.0).horizontalAdvance("0000 µV") + 4
            self.bar = ends.adjusted(words, 3, -words, -3)
        # Plain numbers: asking Qt for them at every update would cost more than the paint.
        self.live = [
            (round(end.left()), round(end.right()), end.center().y())
            for end in self._live_ends(ends, fonts)
        ]
        bar = self.bar.toRect()
        self._bar = (round(self.bar.center().x()), bar.width() / 2, bar.top(), bar.height())
        below = QRectF(box.left(), ends.bottom() + 2, box.width(), box.bottom() - ends.bottom() - 2)
        has_symmetry = not self.is_one_line and below.height() >= 1.5 * line
        self.symmetry = below if has_symmetry else None

    def _live_ends(self, ends: QRectF, fonts: Fonts) -> tuple[QRectF, ...]:
        """Return where the two live numbers stand: none, beside the marks, or beside the bar."""
        if not self.has_room_for_words:
            return ()
        if not self.is_one_line:
            return ends, ends
        mark = fonts.metrics(1.0).horizontalAdvance("● ")
        return self.title.adjusted(mark, 0, 0, 0), self.title.adjusted(0, 0, -mark, 0)

    def filled(self, reached_percent: float, *, to_the_left: bool) -> tuple[int, int, int, int]:
        """Return left, top, width and height of the bar of what is reached, % of the line."""
        share = min(1.0, max(0.0, reached_percent / FULL_PERCENT))
        middle, half, top, height = self._bar
        length = round(share * half)
        return middle - length if to_the_left else middle, top, length, height

    def bar_marks(self) -> list[QLineF]:
        """Return the lines at zero and at the reference contraction of both sides."""
        bar, middle = self.bar, self.bar.center().x()
        reference = bar.width() / 2 * 100.0 / FULL_PERCENT
        return [
            QLineF(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
            for x in (middle - reference, middle, middle + reference)
        ]
