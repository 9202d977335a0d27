"""`CourseChart`: left and right of one muscle over the visits, each in % of its own baseline.

Sides differ by colour, mark, line and letter: the left is a filled circle on a full line, the
right an open square on a broken one. A bar at the newest day is where the side may lie; the short
thick line in it is what it had to fall to before an effect can be told.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from emg_dosing.effect_reading import EffectReading, SideReading
from emg_session.course import Course, CoursePoint, local_days
from emg_signal.montage import Side
from emg_ui.text.language import shown, tr
from emg_ui.text.numbers import percent
from emg_ui.text.theme import Look

LEAST_TOP_PERCENT = 120.0
"""The scale reaches at least here, so that a small change does not look like a large one."""
MARGIN_PX = 4


class CourseChart(QWidget):
    """One muscle of a course.

    Parameters
    ----------
    course, muscle, name
        What to draw, and how the muscle is called.
    reading
        What today's measurement says of it; None where none is made.
    look
        Colours and text scale.
    """

    def __init__(
        self,
        course: Course,
        muscle: str,
        name: str,
        *,
        look: Look,
        reading: EffectReading | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._read = () if reading is None else reading.sides
        self._points = course.of(muscle)
        began = course.treatments[0].when
        self._treated = tuple(local_days(began, t.when) for t in course.treatments)
        self._name = name
        said = [] if reading is None else [reading_words(reading)]
        self._said = () if reading is None else heading_lines(reading)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        lines = len(self._said) * self.fontMetrics().height()
        self.setMinimumSize(round(200 * look.scale), round(110 * look.scale) + lines)
        self.setAccessibleName(tr("{muscle!s} in percent of its own baseline", muscle=self._name))
        self.setAccessibleDescription("; ".join([*map(point_words, self._points), *said]))

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(round(300 * self._look.scale), round(150 * self._look.scale))

    @property
    def _top(self) -> float:
        values = [v for p in self._points for v in (p.left_percent, p.right_percent)]
        values += [min(float(side.high_percent), 2.0 * LEAST_TOP_PERCENT) for side in self._read]
        return max(LEAST_TOP_PERCENT, 1.1 * max(values, default=0.0))

    @property
    def _days(self) -> tuple[int, int]:
        days = [point.day for point in self._points] + list(self._treated)
        return min(days), max(*days, min(days) + 1)

    def _area(self) -> QRectF:
        line = self.fontMetrics().height()
        left = self.fontMetrics().horizontalAdvance("100 %") + 8
        right = self.fontMetrics().horizontalAdvance("00")
        top = (1.4 + len(self._said)) * line
        return QRectF(self.rect()).adjusted(left, top, -right, -1.6 * line)

    def _at(self, day: float, value: float) -> QPointF:
        area, (first, last) = self._area(), self._days
        x = area.left() + area.width() * (day - first) / (last - first)
        return QPointF(x, area.bottom() - area.height() * value / self._top)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(self._look.points(0.9))
        painter.setFont(font)
        self._paint_scale(painter)
        self._paint_days(painter)
        for read in self._read:
            self._paint_interval(painter, read)
        for side in (Side.RIGHT, Side.LEFT):
            self._paint_side(painter, side)
        painter.end()

    def _paint_interval(self, painter: QPainter, read: SideReading) -> None:
        """Paint where a side lies within what can be told, and the share it had to fall to."""
        theme, is_left = self._look.theme, read.side is Side.LEFT
        shift = QPointF(-6.0 if is_left else 6.0, 0.0)
        painter.setPen(QPen(QColor(theme.left if is_left else theme.right), 2))
        high = min(float(read.high_percent), self._top)
        ends = [self._at(self._days[1], v) + shift for v in (read.low_percent, high)]
        painter.drawLine(*ends)
        for end in ends:
            painter.drawLine(end - QPointF(4, 0), end + QPointF(4, 0))
        least = self._at(self._days[1], read.least_percent) + shift
        painter.setPen(QPen(QColor(theme.note), 3))
        painter.drawLine(least - QPointF(5, 0), least + QPointF(5, 0))

    def _paint_scale(self, painter: QPainter) -> None:
        theme, area = self._look.theme, self._area()
        painter.setPen(QColor(theme.text))
        painter.save()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QPointF(MARGIN_PX, 0.9 * painter.fontMetrics().height()), self._name)
        painter.restore()
        self._paint_said(painter)
        for value in range(0, int(self._top) + 1, 50):
            at = self._at(self._days[0], value)
            painter.setPen(QPen(QColor(theme.border if value == 100 else theme.grid), 1))
            painter.drawLine(at, QPointF(area.right(), at.y()))
            painter.setPen(QColor(theme.muted))
            line = painter.fontMetrics().height()
            box = QRectF(0, at.y() - line / 2, area.left() - 6, line)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right, percent(float(value)))

    def _paint_said(self, painter: QPainter) -> None:
        """Paint what is said of each side below the name, in the side's colour."""
        line, room = painter.fontMetrics().height(), self.width() - 2 * MARGIN_PX
        for row, (side, words) in enumerate(self._said, start=1):
            colours = {Side.LEFT: self._look.theme.left, Side.RIGHT: self._look.theme.right}
            painter.setPen(QColor(colours[side] if side else self._look.theme.muted))
            said = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(MARGIN_PX, (0.9 + row) * line), said)
        painter.setPen(QColor(self._look.theme.text))

    def _paint_days(self, painter: QPainter) -> None:
        theme, area = self._look.theme, self._area()
        for day in self._treated:
            at = self._at(day, 0)
            painter.setPen(QPen(QColor(theme.note), 1, Qt.PenStyle.DotLine))
            painter.drawLine(at, QPointF(at.x(), area.top()))
        taken: list[tuple[float, float]] = []
        measured = {point.day for point in self._points} - set(self._treated)
        for day in (*sorted(set(self._treated)), *sorted(measured)):
            treated = day in self._treated
            text = tr("▲ day {day}", day=day) if treated else tr("day {day}", day=day)
            width = painter.fontMetrics().horizontalAdvance(text)
            x = min(max(self._at(day, 0).x() - width / 2, 0.0), self.width() - width)
            if any(x < end + 6 and begin < x + width + 6 for begin, end in taken):
                continue  # no room beside another; the lines beside the chart have every day
            taken.append((x, x + width))
            painter.setPen(QColor(theme.note if treated else theme.muted))
            painter.drawText(QPointF(x, area.bottom() + 1.2 * painter.fontMetrics().height()), text)

    def _paint_side(self, painter: QPainter, side: Side) -> None:
        theme, is_left = self._look.theme, side is Side.LEFT
        colour = QColor(theme.left if is_left else theme.right)
        values = [(p.day, p.left_percent if is_left else p.right_percent) for p in self._points]
        places = [self._at(day, value) for day, value in values]
        style = Qt.PenStyle.SolidLine if is_left else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 2, style))
        for a, b in pairwise(places):
            painter.drawLine(a, b)
        painter.setPen(QPen(colour, 2))
        r = 4.0 * min(self._look.scale, 1.5)
        for place in places:
            painter.setBrush(colour if is_left else QColor(theme.panel))
            if is_left:
                painter.drawEllipse(place, r, r)
            else:
                painter.drawRect(QRectF(place.x() - r, place.y() - r, 2 * r, 2 * r))
        if places:
            letter = tr("L") if is_left else tr("R")
            higher = self._points[-1].left_percent >= self._points[-1].right_percent
            above = higher if is_left else not higher
            offset = QPointF(r + 3, -r if above else r + painter.fontMetrics().ascent())
            painter.drawText(places[-1] + offset, letter)


def reading_words(reading: EffectReading) -> str:
    """Return what is said of a muscle, short enough for a heading."""
    if reading.why is not None:
        return tr("cannot tell")
    words = [
        tr("{side!s} {answer!s}", side=shown(side.side), answer=shown(side.answer))
        for side in reading.sides
    ]
    if reading.lagging is not None:
        words.append(tr("{side!s} lags", side=shown(reading.lagging)))
    return ", ".join(words)


def heading_lines(reading: EffectReading) -> tuple[tuple[Side | None, str], ...]:
    """Return a line for each side, short enough for a narrow picture."""
    if reading.why is not None:
        return ((None, tr("cannot tell")),)
    letters = {Side.LEFT: tr("L"), Side.RIGHT: tr("R")}
    return tuple(
        (
            read.side,
            tr("{side!s} {answer!s}", side=letters[read.side], answer=shown(read.answer))
            + (tr(", lags") if reading.lagging is read.side else ""),
        )
        for read in reading.sides
    )


def point_words(point: CoursePoint) -> str:
    """Return one visit of one muscle in words."""
    if point.day <= 0:
        return tr("baseline of {date!s}", date=f"{point.when.astimezone():%Y-%m-%d}")
    return tr(
        "day {day} ({date!s}): left {left!s}, right {right!s}",
        day=point.day,
        date=f"{point.when.astimezone():%Y-%m-%d}",
        left=percent(point.left_percent),
        right=percent(point.right_percent),
    )
