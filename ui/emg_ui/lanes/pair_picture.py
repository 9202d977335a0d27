"""`PairPicture`: what seldom changes of one pair: name, states, last hold, symmetry."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from emg_session.snapshot import PairReading, SiteReading
from emg_signal.quality import Quality
from emg_ui.lanes.pair_room import Fonts, PairRoom
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import mark_of
from emg_ui.text.numbers import microvolts, percent, signed_percent
from emg_ui.text.theme import Look

AXIS_PERCENT = 50.0
"""Asymmetry index at either end of its axis, %; beyond it an arrow says so."""

HELD_TIMES = 1.6
"""Size of the last hold's numbers, as a multiple of the body text."""
LEAST_SHARE = 0.6
"""To which a text that is too wide is made smaller at most."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class PairPicture:
    """Draws one pair into a box: name, last hold, symmetry, as the height allows.

    Parameters
    ----------
    painter
        Paints into the picture.
    room
        Where what stands goes.
    look
        Colours.
    fonts
        Fonts of the look.
    """

    def __init__(self, painter: QPainter, room: PairRoom, look: Look, fonts: Fonts) -> None:
        self._painter = painter
        self._room = room
        self._theme = look.theme
        self._fonts = fonts

    def draw(self, pair: PairReading, left: SiteReading, right: SiteReading) -> None:
        """Draw what seldom changes."""
        room = self._room
        self._painter.fillRect(room.bar, QColor(self._theme.grid))
        self._title(room.title, shown(pair.pair.name), left, right)  # over the bar in low rows
        if room.numbers is not None:
            self._numbers(room.numbers, left, right)
        if room.symmetry is not None:
            self._symmetry(room.symmetry, pair)
        self._painter.setPen(QPen(QColor(self._theme.border), 1))
        bottom = room.box.bottom() + 3.5
        self._painter.drawLine(QPointF(0, bottom), QPointF(room.box.right() + 8, bottom))

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
        wide = self._fonts.metrics(times, bold=bold).horizontalAdvance(text)
        if wide > box.width():  # smaller rather than cut off, in steps: fonts are kept
            times *= max(LEAST_SHARE, 0.05 * int(20 * box.width() / wide))
        self._painter.setFont(self._fonts.of(times, bold=bold))
        self._painter.setPen(QColor(colour))
        self._painter.drawText(box, align, text)

    def _title(self, box: QRectF, name: str, left: SiteReading, right: SiteReading) -> None:
        room, line = self._room, self._room.line
        if not room.is_one_line:
            self._text(box, name, self._theme.text, _CENTRE, bold=True)
        elif room.bar.top() - box.bottom() >= 0.45 * line:
            under = QRectF(box.left(), box.bottom() - 0.15 * line, box.width(), 0.8 * line)
            self._text(under, name, self._theme.text, _CENTRE, 0.7, bold=True)
        elif not room.has_room_for_words:
            share = max(0.4, round(room.box.height() / line, 1))
            self._text(room.box, name, self._theme.text, _LEFT, share)  # beside the bars
            return
        else:
            beside = self._fonts.metrics(1.0).horizontalAdvance("● 000 µV ")
            between = box.adjusted(beside, 0, -beside, 0)
            self._text(between, name, self._theme.text, _CENTRE, bold=True)
        self._marks(box, name, left, right)

    def _marks(self, box: QRectF, name: str, left: SiteReading, right: SiteReading) -> None:
        """Draw each side's state beside `name`, in words where they fit and numbers are held."""
        named = self._fonts.metrics(1.0, bold=True).horizontalAdvance(f" {name} ")
        beside_name = (box.width() - named) / 2
        for reading, align in ((right, _LEFT), (left, _RIGHT)):
            mark = mark_of(reading.quality.quality)
            in_words = f"{mark.shape} {mark.word}"
            says_word = (
                reading.held_uv is not None
                and not self._room.is_one_line
                and reading.quality.quality is not Quality.GOOD
                and self._fonts.metrics(1.0).horizontalAdvance(in_words) <= beside_name
            )
            text = in_words if says_word else mark.shape
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
            self._amount(part, microvolts(reading.held_uv), colour, outer, HELD_TIMES)
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
        line = self._room.line
        axis = QRectF(box.left(), box.top(), box.width(), max(10.0, 0.6 * line))
        self._symmetry_axis(axis, pair)
        words = QRectF(box.left(), axis.bottom() + 1, box.width(), line)
        symmetry = pair.symmetry
        if symmetry is None:
            self._text(words, tr("symmetry: after repetitions"), self._theme.muted, _CENTRE)
        else:
            low, high = symmetry.interval_percent
            text = tr(
                "{index!s} ({low!s} to {high!s}), {n} holds",
                index=signed_percent(symmetry.index_percent),
                low=signed_percent(low).removesuffix(" %"),
                high=signed_percent(high),
                n=symmetry.repetitions,
            )
            self._text(words, text, self._theme.text, _CENTRE, bold=True)
        if box.bottom() - words.bottom() >= 0.9 * line:
            limit = pair.healthy_limit_percent
            range_text = (
                tr("no healthy range published")
                if limit is None
                else tr("healthy: within ±{limit:.0f} %", limit=limit)
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
