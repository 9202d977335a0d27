"""`PairRows`: what stands between the lanes of both sides: numbers, bars, symmetry, quality.

The patient faces the reader, so the patient's right is on the left of the screen, here as on the
face map and in the lanes. The bars live; the asymmetry does not: a moving RMS of 125 ms jitters
by a fifth of itself, so a live asymmetry would be noise, and only finished repetitions show one.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from emg_session.snapshot import PairReading, SiteReading
from emg_signal.montage import Montage
from emg_signal.quality import Quality
from emg_ui.marks import mark_of
from emg_ui.numbers import microvolts, percent, signed_percent
from emg_ui.theme import Look

BAR_FULL_PERCENT = 125.0
"""% of the reference contraction at the end of a bar: people exceed their reference a little."""

AXIS_PERCENT = 50.0
"""Asymmetry index at either end of its axis, %; beyond it an arrow says so."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class PairRows(QWidget):
    """One row per pair, as high as its lanes.

    Parameters
    ----------
    montage
        Pairs from top to bottom.
    look
        Theme and text scale.
    """

    def __init__(self, montage: Montage, *, look: Look) -> None:
        super().__init__()
        self.montage = montage
        self._look = look
        self._area = QRect()
        self._sites: Sequence[SiteReading] = ()
        self._pairs: Sequence[PairReading] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Muscle activity, the patient's right and left")

    def set_area(self, area: QRect) -> None:
        """Lay the rows beside the lanes: `area` in this widget's coordinates."""
        self._area = area
        self.update()

    def show_readings(self, sites: Sequence[SiteReading], pairs: Sequence[PairReading]) -> None:
        """Show the newest readings, in the order of the montage."""
        self._sites, self._pairs = sites, pairs
        self.setAccessibleDescription("; ".join(spoken(site) for site in sites))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._look.theme.background))
        n = len(self.montage.pairs)
        height = self._area.height() / n if n else 0.0
        for i in range(min(n, len(self._pairs))):
            row = QRectF(0.0, self._area.top() + i * height, self.width(), height)
            left, right = self._sites[2 * i], self._sites[2 * i + 1]
            _Row(painter, row, self._look).draw(self._pairs[i], left, right)
        self._legend(painter)
        painter.end()

    def _legend(self, painter: QPainter) -> None:
        """Say what the numbers are, in the space beside the time axis."""
        font = QFont()
        font.setPointSizeF(self._look.points(0.85))
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.muted))
        space = self.rect().adjusted(0, self._area.bottom() + 2, 0, 0)
        painter.drawText(space, _CENTRE, "large: last hold, 1 s mean   bar: now")


def spoken(reading: SiteReading) -> str:
    """Return a reading in words, as a screen reader says it."""
    value = "no number" if reading.rms_uv is None else microvolts(reading.rms_uv)
    return f"{reading.site.name}: {value}, {mark_of(reading.quality.quality).word}"


class _Row:
    """Draws one pair into `box`."""

    def __init__(self, painter: QPainter, box: QRectF, look: Look) -> None:
        self._painter = painter
        self._look = look
        self._theme = look.theme
        self._box = box.adjusted(8, 2, -8, -4)
        self._line = QFontMetricsF(self._font(1.0)).height()

    def draw(self, pair: PairReading, left: SiteReading, right: SiteReading) -> None:
        """Draw as much as the height allows: name, numbers, bars, symmetry, in this order."""
        box, line = self._box, self._line
        title = QRectF(box.left(), box.top(), box.width(), line)
        self._title(title, pair.pair.name, left, right)
        big = QFontMetricsF(self._font(1.5, bold=True)).height()
        top = title.bottom()
        if box.bottom() - top >= big + line:
            self._numbers(QRectF(box.left(), top, box.width(), big), left, right)
            top += big
        self._bars(QRectF(box.left(), top, box.width(), line), left, right)
        top += line + 2
        if box.bottom() - top >= 1.5 * line:
            self._symmetry(QRectF(box.left(), top, box.width(), box.bottom() - top), pair)
        self._painter.setPen(QPen(QColor(self._theme.border), 1))
        bottom = self._box.bottom() + 3.5
        self._painter.drawLine(QPointF(0, bottom), QPointF(box.right() + 8, bottom))

    def _font(self, times: float, *, bold: bool = False) -> QFont:
        font = QFont()
        font.setPointSizeF(self._look.points(times))
        font.setBold(bold)
        return font

    def _text(
        self,
        box: QRectF,
        text: str,
        colour: str,
        align: Qt.AlignmentFlag,
        times: float = 1.0,
        *,
        bold: bool = False,
    ) -> None:
        self._painter.setFont(self._font(times, bold=bold))
        self._painter.setPen(QColor(colour))
        self._painter.drawText(box, align, text)

    def _title(self, box: QRectF, name: str, left: SiteReading, right: SiteReading) -> None:
        self._text(box, name, self._theme.text, _CENTRE, bold=True)
        for reading, align in ((right, _LEFT), (left, _RIGHT)):
            mark = mark_of(reading.quality.quality)
            says_word = reading.held_uv is not None and reading.quality.quality is not Quality.GOOD
            text = f"{mark.shape} {mark.word}" if says_word else mark.shape
            self._text(box, text, self._theme.tone(mark.tone), align)

    def _numbers(self, box: QRectF, left: SiteReading, right: SiteReading) -> None:
        """Write the last hold's mean, large: µV at the outer edge, % of reference inside."""
        half = box.width() / 2
        for reading, on_screen_left in ((right, True), (left, False)):
            colour = self._theme.right if on_screen_left else self._theme.left
            outer, inner = (_LEFT, _RIGHT) if on_screen_left else (_RIGHT, _LEFT)
            x = box.left() if on_screen_left else box.right() - half
            part = QRectF(x, box.top(), half, box.height())
            mark = mark_of(reading.quality.quality)
            if reading.held_uv is None:
                self._text(part, mark.word, self._theme.tone(mark.tone), outer)
                continue
            self._amount(part, microvolts(reading.held_uv), colour, outer, 1.6)
            if reading.held_percent is not None:
                text = percent(reading.held_percent)
                self._amount(part.adjusted(8, 0, -8, 0), text, self._theme.text, inner, 1.15)

    def _amount(
        self, box: QRectF, text: str, colour: str, align: Qt.AlignmentFlag, times: float
    ) -> None:
        """Write a number large and its unit at body size, both on one baseline."""
        number, _, unit = text.partition(" ")
        large, small = self._font(times, bold=True), self._font(0.9)
        gap = QFontMetricsF(small).horizontalAdvance(" ")
        wide = QFontMetricsF(large).horizontalAdvance(number)
        total = wide + gap + QFontMetricsF(small).horizontalAdvance(unit)
        x = box.left() if align == _LEFT else box.right() - total
        baseline = box.bottom() - QFontMetricsF(large).descent()
        self._painter.setPen(QColor(colour))
        self._painter.setFont(large)
        self._painter.drawText(QPointF(x, baseline), number)
        self._painter.setFont(small)
        self._painter.drawText(QPointF(x + wide + gap, baseline), unit)

    def _bars(self, box: QRectF, left: SiteReading, right: SiteReading) -> None:
        """Draw what is now: µV at the outer edges, bars of % of reference from the middle."""
        room = QFontMetricsF(self._font(1.0)).horizontalAdvance("0000 µV") + 4
        painter = self._painter
        for reading, align in ((right, _LEFT), (left, _RIGHT)):
            if reading.rms_uv is not None:
                self._text(box, microvolts(reading.rms_uv), self._theme.muted, align)
        bar = box.adjusted(room, 3, -room, -3)
        middle, half = bar.center().x(), bar.width() / 2
        painter.fillRect(bar, QColor(self._theme.grid))
        for reading, direction, colour in (
            (right, -1.0, self._theme.right),
            (left, 1.0, self._theme.left),
        ):
            if reading.percent_of_reference is None:
                continue
            share = min(1.0, max(0.0, reading.percent_of_reference / BAR_FULL_PERCENT))
            start = middle if direction > 0 else middle - share * half
            filled = QRectF(start, bar.top(), share * half, bar.height())
            painter.fillRect(filled, QColor(colour))
        painter.setPen(QPen(QColor(self._theme.text), 1))
        reference = half * 100.0 / BAR_FULL_PERCENT
        for x in (middle - reference, middle, middle + reference):
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))

    def _symmetry(self, box: QRectF, pair: PairReading) -> None:
        line = self._line
        axis = QRectF(box.left(), box.top(), box.width(), max(10.0, 0.6 * line))
        self._symmetry_axis(axis, pair)
        words = QRectF(box.left(), axis.bottom() + 1, box.width(), line)
        symmetry = pair.symmetry
        if symmetry is None:
            self._text(words, "symmetry: after repetitions", self._theme.muted, _CENTRE)
        else:
            low, high = symmetry.interval_percent
            interval = f"({signed_percent(low)} to {signed_percent(high)})"
            text = f"{signed_percent(symmetry.index_percent)}  {interval}"
            self._text(words, text, self._theme.text, _CENTRE, bold=True)
        if box.bottom() - words.bottom() >= 0.9 * line:
            limit = pair.healthy_limit_percent
            range_text = (
                "no healthy range published" if limit is None else f"healthy: within ±{limit:.0f} %"
            )
            below = QRectF(box.left(), words.bottom(), box.width(), line)
            self._text(below, range_text, self._theme.muted, _CENTRE)

    def _symmetry_axis(self, box: QRectF, pair: PairReading) -> None:
        painter, middle = self._painter, box.center()

        def x_of(value: float) -> float:
            return middle.x() + min(1.0, max(-1.0, value / AXIS_PERCENT)) * box.width() / 2

        limit = pair.healthy_limit_percent
        if limit is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.healthy))
            painter.drawRect(
                QRectF(x_of(-limit), box.top(), x_of(limit) - x_of(-limit), box.height())
            )
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
        painter.drawLine(QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom()))
        if pair.symmetry is None:
            return
        low, high = pair.symmetry.interval_percent
        painter.setPen(QPen(QColor(self._theme.text), 2))
        painter.drawLine(QPointF(x_of(low), middle.y()), QPointF(x_of(high), middle.y()))
        for end in (low, high):
            x = x_of(end)
            painter.drawLine(QPointF(x, middle.y() - 4), QPointF(x, middle.y() + 4))
        painter.setBrush(QColor(self._theme.text))
        painter.drawEllipse(QPointF(x_of(pair.symmetry.index_percent), middle.y()), 5.0, 5.0)
