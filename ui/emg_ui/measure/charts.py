"""Charts among the pictures of a measurement: rest, contractions, and intervals."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from emg_session.snapshot import Snapshot
from emg_signal.measurement import Measurement
from emg_signal.quality import Quality
from emg_signal.quality_checks import REST_FLOOR_UV
from emg_signal.symmetry import Symmetry
from emg_ui.text.language import shown, tr
from emg_ui.text.theme import Look

AXIS_PERCENT = 50.0
"""Asymmetry index at either end of the axis, as between the lanes."""
MOST_ROWS = 8
"""More are too thin to be told apart."""


class Charts:
    """Draws into `box` with `painter`, what `snapshot` holds."""

    def __init__(self, painter: QPainter, box: QRectF, look: Look, snapshot: Snapshot) -> None:
        self._painter, self._box, self._look, self._snapshot = painter, box, look, snapshot
        self._theme = look.theme

    def noise(self) -> None:
        """Draw the rest of every site as a bar, with the limit as a line."""
        theme, noise = self._theme, self._snapshot.streamed.progress.noise
        if not noise:
            self._still()
            return
        box = self._box.adjusted(10, 10, -10, -24 * self._look.scale)
        full_uv = 1.5 * REST_FLOOR_UV
        step = box.width() / len(noise)
        sketch = _Words(self._painter, self._look)
        for i, site in enumerate(noise):
            share = min(1.0, site.rest_uv / full_uv) if site.rest_uv >= 0 else 0.0
            bar = QRectF(box.left() + i * step + 4, 0, step - 8, share * box.height())
            bar.moveBottom(box.bottom())
            good = site.report.quality is Quality.GOOD
            self._painter.fillRect(bar, QColor(theme.good if good else theme.bad))
            below = QRectF(box.left() + i * step, box.bottom() + 2, step, 20 * self._look.scale)
            sketch.write(below, str(site.site.channel + 1), theme.text)
        y = box.bottom() - box.height() * REST_FLOOR_UV / full_uv
        self._painter.setPen(QPen(QColor(theme.warn), 2, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        above = QRectF(box.left(), y - 22 * self._look.scale, box.width(), 20 * self._look.scale)
        text = tr("{limit:.0f} µV at rest", limit=REST_FLOOR_UV)
        sketch.write(above, text, theme.text, Qt.AlignmentFlag.AlignLeft)

    def _still(self) -> None:
        """Draw a lane at rest above a lane full of hum, crossed out."""
        theme, box = self._theme, self._box.adjusted(12, 8, -12, -8)
        height = box.height() / 2
        words = _Words(self._painter, self._look)
        for row, (amplitude, tone, text) in enumerate(
            ((1.5, theme.good, tr("still")), (0.3 * height, theme.bad, tr("hum")))
        ):
            y = box.top() + (row + 0.5) * height
            room = 70 * self._look.scale
            path = QPainterPath(QPointF(box.left() + room, y))
            n = 200
            for i in range(n + 1):
                x = box.left() + room + (box.width() - room) * i / n
                path.lineTo(x, y + amplitude * _wave(i))
            self._painter.setPen(QPen(QColor(tone), 1.6))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPath(path)
            mark = "●" if row == 0 else "■"
            words.write(QRectF(box.left(), y - 14, room, 28), f"{mark} {text}", tone)

    def contractions(self, n: int, *, rest: float) -> None:
        """Draw rest and `n` contractions up to the target line."""
        theme, box = self._theme, self._box.adjusted(10, 8, -10, -26 * self._look.scale)
        unit = box.width() / (rest + n * 1.5)
        base, top = box.bottom(), box.top() + 0.25 * box.height()
        path = QPainterPath(QPointF(box.left(), base))
        x = box.left() + rest * unit
        words = _Words(self._painter, self._look)
        for i in range(n):
            path.lineTo(x, base)
            path.lineTo(x + 0.12 * unit, top)
            path.lineTo(x + 0.92 * unit, top)
            path.lineTo(x + 1.04 * unit, base)
            below = QRectF(x, base + 3, 1.04 * unit, 20 * self._look.scale)
            words.write(below, str(i + 1), theme.text)
            x += 1.5 * unit
        path.lineTo(box.right(), base)
        self._painter.setPen(QPen(QColor(theme.note), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)
        self._painter.setPen(QPen(QColor(theme.warn), 2, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(box.left(), top), QPointF(box.right(), top))
        above = QRectF(box.left(), top - 24 * self._look.scale, box.width(), 22 * self._look.scale)
        words.write(above, tr("target"), theme.text)

    def off_and_on(self) -> None:
        """Draw an electrode taken off, clean skin, and the electrode on again."""
        theme = self._theme
        words = _Words(self._painter, self._look)
        step = self._box.width() / 3
        texts = (tr("take off"), tr("clean"), tr("put on again"))
        for i, text in enumerate(texts):
            middle = QPointF(self._box.left() + (i + 0.5) * step, self._box.center().y() - 10)
            self._painter.setPen(QPen(QColor(theme.muted), 2))
            self._painter.drawLine(middle + QPointF(-40, 26), middle + QPointF(40, 26))
            lift = (-22.0, 60.0, 14.0)[i]
            if i != 1:
                self._painter.setBrush(QColor(theme.note))
                for x in (-16, 16):
                    self._painter.drawEllipse(middle + QPointF(x, lift), 9, 9)
            else:
                self._painter.setBrush(QColor(theme.good))
                self._painter.drawRoundedRect(QRectF(middle.x() - 26, middle.y() + 8, 52, 14), 6, 6)
            below = QRectF(middle.x() - step / 2, middle.y() + 34, step, 26 * self._look.scale)
            words.write(below, f"{i + 1} {text}", theme.text)

    def intervals(self, measured: list[tuple[str, Measurement]]) -> None:
        """Draw index and interval of every pair, one placement below the other."""
        several = len(measured) > 1
        rows = [(name, s) for name, each in measured for s in each.symmetries]
        self._rows(
            [(f"{shown(s.pair.name)}, {n}" if several else shown(s.pair.name), s) for n, s in rows]
        )

    def shrinking(self) -> None:
        """Draw how each pair's interval shrinks from repetition to repetition; the newest last."""
        known = [r.symmetry for r in self._snapshot.pairs if r.symmetry is not None]
        self._rows([(shown(s.pair.name), s) for s in known], course=True)

    def _rows(self, rows: list[tuple[str, Symmetry]], *, course: bool = False) -> None:
        """Draw a row of each: its name, the healthy range, and the interval."""
        rows = rows[:MOST_ROWS]
        if not rows:
            return
        theme, scale = self._theme, self._look.scale
        room = 104 * scale
        box = self._box.adjusted(room, 6, -12, -24 * scale)
        height = min(box.height() / len(rows), (70 if course else 44) * scale)
        words = _Words(self._painter, self._look)
        for i, (name, symmetry) in enumerate(rows):
            y = box.top() + (i + 0.5) * height
            left = QRectF(self._box.left(), y - 20 * scale, room - 6, 40 * scale)
            words.write(left, name, theme.text, Qt.AlignmentFlag.AlignLeft, wraps=True)
            self._healthy(box, y, height, symmetry)
            if course:
                self._course(box, y, height, symmetry)
            else:
                self._interval(box, y, symmetry)
        self._painter.setPen(QPen(QColor(theme.muted), 1))
        x = box.center().x()
        self._painter.drawLine(QPointF(x, box.top()), QPointF(x, box.top() + height * len(rows)))
        below = QRectF(self._box.left(), box.bottom() + 2, self._box.width() - 4, 20 * scale)
        words.write(below, tr("◂ right more"), theme.muted, Qt.AlignmentFlag.AlignLeft)
        words.write(below, tr("left more ▸"), theme.muted, Qt.AlignmentFlag.AlignRight)

    def _healthy(self, box: QRectF, y: float, height: float, symmetry: Symmetry) -> None:
        """Draw the published range of healthy faces behind the interval, where there is one."""
        known = {r.pair.muscle: r.healthy_limit_percent for r in self._snapshot.pairs}
        limit = known.get(symmetry.pair.muscle)
        if limit is not None:
            half = min(1.0, limit / AXIS_PERCENT) * box.width() / 2
            band = QRectF(box.center().x() - half, y - 0.4 * height, 2 * half, 0.8 * height)
            self._painter.fillRect(band, QColor(self._theme.healthy))

    def _course(self, box: QRectF, y: float, height: float, symmetry: Symmetry) -> None:
        """Draw the earlier intervals thin above the newest, so that it is seen to shrink."""
        earlier = symmetry.course_percent[:-1]
        step = 0.6 * height / (len(earlier) + 1)
        self._painter.setPen(QPen(QColor(self._theme.muted), 1.5))
        for i, (low, high) in enumerate(earlier):
            at = y - 0.3 * height + i * step
            self._painter.drawLine(QPointF(_x_of(box, low), at), QPointF(_x_of(box, high), at))
        self._interval(box, y + 0.3 * height - step / 2, symmetry)

    def _interval(self, box: QRectF, y: float, symmetry: Symmetry) -> None:
        theme, painter = self._theme, self._painter
        low, high = (_x_of(box, percent) for percent in symmetry.interval_percent)
        painter.setPen(QPen(QColor(theme.note), 3))
        painter.drawLine(QPointF(low, y), QPointF(high, y))
        for end in (low, high):
            painter.drawLine(QPointF(end, y - 6), QPointF(end, y + 6))
        painter.setBrush(QColor(theme.text))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(_x_of(box, symmetry.index_percent), y), 5, 5)


def _x_of(box: QRectF, percent: float) -> float:
    """Return where an index lies on the axis; beyond its ends at its end."""
    share = max(-1.0, min(1.0, percent / AXIS_PERCENT))
    return box.center().x() + share * box.width() / 2


def _wave(i: int) -> float:
    return (0.0, 1.0, 0.0, -1.0)[i // 2 % 4]


class _Words:
    """Writes small words."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter, self._look = painter, look

    def write(
        self,
        box: QRectF,
        text: str,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        *,
        wraps: bool = False,
    ) -> None:
        font = self._painter.font()
        font.setPointSizeF(self._look.points(0.75))
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        flags = (align | Qt.AlignmentFlag.AlignVCenter).value
        self._painter.drawText(box, flags | (Qt.TextFlag.TextWordWrap.value if wraps else 0), text)
