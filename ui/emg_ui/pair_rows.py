"""`PairRows`: what stands between the lanes of both sides: numbers, bars, symmetry, quality.

The patient faces the reader, so the patient's right is on the left of the screen, here as on the
face map and in the lanes. The bars live; the asymmetry does not: a moving RMS of 125 ms jitters
by a fifth of itself, so a live asymmetry would be noise, and only finished repetitions show one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
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

    What seldom changes (names, states, last hold, symmetry) is painted into a picture once; only
    bars and live numbers are painted at every update.

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
        self._fonts = Fonts(look)
        self._area = QRect()
        self._sites: Sequence[SiteReading] = ()
        self._pairs: Sequence[PairReading] = ()
        self._still: QPixmap | None = None
        self._still_key: object = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Muscle activity, the patient's right and left")

    def set_area(self, area: QRect) -> None:
        """Lay the rows beside the lanes: `area` in this widget's coordinates."""
        self._area = area
        self._still_key = None
        self.update()

    def row_areas(self) -> list[QRect]:
        """Return where each pair stands."""
        n, top, height = len(self._pairs), self._area.top(), self._area.height()
        return [QRect(0, top + i * height // n, self.width(), height // n) for i in range(n)]

    def show_readings(self, sites: Sequence[SiteReading], pairs: Sequence[PairReading]) -> None:
        """Show the newest readings, in the order of the montage."""
        if sites == self._sites and pairs == self._pairs:
            return
        self._sites, self._pairs = sites, pairs
        self.setAccessibleDescription("; ".join(spoken(site) for site in sites))
        self.update()

    def _rows(
        self, painter: QPainter
    ) -> Iterator[tuple[_Row, PairReading, SiteReading, SiteReading]]:
        n = len(self.montage.pairs)
        height = self._area.height() / n
        for i, pair in enumerate(self._pairs):
            box = QRectF(0.0, self._area.top() + i * height, self.width(), height)
            row = _Row(painter, box, self._look, self._fonts)
            yield row, pair, self._sites[2 * i], self._sites[2 * i + 1]

    def _still_picture(self) -> QPixmap:
        """Return names, states, last hold and symmetry, painted anew only if one changed."""
        states = [(s.quality.quality, s.held_uv, s.held_percent) for s in self._sites]
        key = (self.size().toTuple(), self._area.getRect(), states, self._pairs)
        if self._still is None or key != self._still_key:
            ratio = self.devicePixelRatioF()
            self._still = QPixmap(self.size() * ratio)
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(QColor(self._look.theme.background))
            painter = QPainter(self._still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row, pair, left, right in self._rows(painter):
                row.draw_still(pair, left, right)
            self._legend(painter)
            painter.end()
            self._still_key = key
        return self._still

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still_picture())
        for row, _, left, right in self._rows(painter):
            row.draw_live(left, right)
        painter.end()

    def _legend(self, painter: QPainter) -> None:
        """Say what the numbers are, in the space beside the time axis."""
        painter.setFont(self._fonts.of(0.85))
        painter.setPen(QColor(self._look.theme.muted))
        space = self.rect().adjusted(0, self._area.bottom() + 2, 0, 0)
        is_large = self._look.is_large
        words = "now" if is_large else "large: last hold (1 s)   grey, bar: now"
        painter.drawText(space, _CENTRE, words)


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


def spoken(reading: SiteReading) -> str:
    """Return a reading in words, as a screen reader says it."""
    value = "no number" if reading.rms_uv is None else microvolts(reading.rms_uv)
    return f"{reading.site.name}: {value}, {mark_of(reading.quality.quality).word}"


class _Row:
    """Draws one pair into `box`: name, last hold, bars, symmetry, as the height allows."""

    def __init__(self, painter: QPainter, box: QRectF, look: Look, fonts: Fonts) -> None:
        self._painter = painter
        self._theme = look.theme
        self._fonts = fonts
        self._box = box.adjusted(8, 2, -8, -4)
        self._line = fonts.metrics(1.0).height()
        big = fonts.metrics(1.5, bold=True).height()
        top = self._box.top() + self._line
        self._has_numbers = self._box.bottom() - top >= big + self._line
        self._number_box = QRectF(self._box.left(), top, self._box.width(), big)
        if self._has_numbers:
            top += big
        self._bar_box = QRectF(self._box.left(), top, self._box.width(), self._line)
        self._is_one_line = self._box.height() < 2 * self._line
        self._has_room_for_words = self._box.height() >= 0.9 * self._line
        if self._is_one_line:
            self._bar_box = self._box.adjusted(0, max(0.0, self._box.height() - 8), 0, 0)

    def draw_still(self, pair: PairReading, left: SiteReading, right: SiteReading) -> None:
        """Draw what seldom changes."""
        box, line = self._box, self._line
        title = QRectF(box.left(), box.top(), box.width(), line)
        self._title(title, pair.pair.name, left, right)
        if self._has_numbers:
            self._numbers(self._number_box, left, right)
        self._bar_ground(self._bar_box)
        top = self._bar_box.bottom() + 2
        if not self._is_one_line and box.bottom() - top >= 1.5 * line:
            self._symmetry(QRectF(box.left(), top, box.width(), box.bottom() - top), pair)
        self._painter.setPen(QPen(QColor(self._theme.border), 1))
        bottom = box.bottom() + 3.5
        self._painter.drawLine(QPointF(0, bottom), QPointF(box.right() + 8, bottom))

    def draw_live(self, left: SiteReading, right: SiteReading) -> None:
        """Draw what is now: µV at the outer edges, bars of % of reference from the middle."""
        painter, bar = self._painter, self._bar(self._bar_box)
        middle, half = bar.center().x(), bar.width() / 2
        for reading, direction, colour, align in (
            (right, -1.0, self._theme.right, _LEFT),
            (left, 1.0, self._theme.left, _RIGHT),
        ):
            if reading.rms_uv is not None and self._has_room_for_words:
                where = self._live_box(align)
                self._text(where, microvolts(reading.rms_uv), self._theme.muted, align)
            reached = reading.percent_of_target
            if reached is None:
                continue
            share = min(1.0, max(0.0, reached / BAR_FULL_PERCENT))
            start = middle if direction > 0 else middle - share * half
            filled = QRectF(start, bar.top(), share * half, bar.height())
            painter.fillRect(filled, QColor(colour))
        self._bar_marks(bar)

    def _live_box(self, align: Qt.AlignmentFlag) -> QRectF:
        """Return where the live number stands: at the bar's end, or beside the mark."""
        if not self._is_one_line:
            return self._bar_box
        mark = self._fonts.metrics(1.0).horizontalAdvance("● ")
        line = QRectF(self._box.left(), self._box.top(), self._box.width(), self._line)
        return line.adjusted(mark if align == _LEFT else 0, 0, -mark if align == _RIGHT else 0, 0)

    def _bar(self, box: QRectF) -> QRectF:
        if self._is_one_line:
            return box
        room = self._fonts.metrics(1.0).horizontalAdvance("0000 µV") + 4
        return box.adjusted(room, 3, -room, -3)

    def _bar_ground(self, box: QRectF) -> None:
        self._painter.fillRect(self._bar(box), QColor(self._theme.grid))

    def _bar_marks(self, bar: QRectF) -> None:
        """Mark zero and the reference contraction on both sides."""
        self._painter.setPen(QPen(QColor(self._theme.text), 1))
        middle = bar.center().x()
        reference = bar.width() / 2 * 100.0 / BAR_FULL_PERCENT
        for x in (middle - reference, middle, middle + reference):
            self._painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))

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
        self._painter.setFont(self._fonts.of(times, bold=bold))
        self._painter.setPen(QColor(colour))
        self._painter.drawText(box, align, text)

    def _title(self, box: QRectF, name: str, left: SiteReading, right: SiteReading) -> None:
        if not self._is_one_line:
            self._text(box, name, self._theme.text, _CENTRE, bold=True)
        elif self._bar_box.top() - box.bottom() >= 0.45 * self._line:
            under = QRectF(
                box.left(), box.bottom() - 0.15 * self._line, box.width(), 0.8 * self._line
            )
            self._text(under, name, self._theme.text, _CENTRE, 0.7, bold=True)
        elif not self._has_room_for_words:
            share = max(0.4, round(self._box.height() / self._line, 1))
            self._text(self._box, name, self._theme.text, _CENTRE, share)
            return
        else:
            metrics = self._fonts.metrics(1.0, bold=True)
            room = box.width() - 2 * self._fonts.metrics(1.0).horizontalAdvance("● 000 µV ")
            name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            self._text(box, name, self._theme.text, _CENTRE, bold=True)
        for reading, align in ((right, _LEFT), (left, _RIGHT)):
            mark = mark_of(reading.quality.quality)
            says_word = (
                reading.held_uv is not None
                and not self._is_one_line
                and reading.quality.quality is not Quality.GOOD
            )
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
        large, small = self._fonts.metrics(times, bold=True), self._fonts.metrics(0.9)
        gap, wide = small.horizontalAdvance(" "), large.horizontalAdvance(number)
        total = wide + gap + small.horizontalAdvance(unit)
        x = box.left() if align == _LEFT else box.right() - total
        baseline = box.bottom() - large.descent()
        self._painter.setPen(QColor(colour))
        self._painter.setFont(self._fonts.of(times, bold=True))
        self._painter.drawText(QPointF(x, baseline), number)
        self._painter.setFont(self._fonts.of(0.9))
        self._painter.drawText(QPointF(x + wide + gap, baseline), unit)

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
            interval = f"({signed_percent(low).removesuffix(' %')} to {signed_percent(high)})"
            index = signed_percent(symmetry.index_percent)
            text = f"{index} {interval}, {symmetry.repetitions} holds"
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
