"""`FaceMap`: the plan's points on a drawn face that looks at the reader.

The patient faces you: the patient's right is on the left of the screen, and it says so. The face
is a sketch for orientation; where a needle goes is the injector's knowledge, not this picture's.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from emg_dosing.plan import Plan, Point
from emg_signal.montage import Side
from emg_ui.face_sketch import face_features, face_outline
from emg_ui.numbers import units
from emg_ui.theme import Look

Place = tuple[float, float]

PLACES: dict[str, tuple[Place, ...]] = {
    "forehead": ((0.16, 0.20), (0.40, 0.21), (0.62, 0.25), (0.28, 0.13), (0.52, 0.15)),
    "glabella": ((0.12, 0.355), (0.34, 0.335)),
    "lateral_canthal": ((0.84, 0.37), (0.88, 0.43), (0.82, 0.49)),
    "masseter_contour": ((0.72, 0.70), (0.66, 0.77), (0.78, 0.64)),
    "masseter_bruxism": ((0.72, 0.70), (0.66, 0.77), (0.78, 0.64)),
    "dao_marionette": ((0.42, 0.83), (0.46, 0.88)),
    "mentalis": ((0.12, 0.92),),
    "bunny_lines": ((0.20, 0.50),),
    "lip_flip": ((0.12, 0.735),),
    "perioral": ((0.20, 0.72), (0.22, 0.82)),
    "temporalis": ((0.86, 0.26), (0.90, 0.32)),
    "platysma_bands": ((0.40, 1.02), (0.44, 1.08)),
}
"""Where the n-th point of a region is drawn: share of the half width from the midline outwards,
share of the height from the crown down. Drawn for orientation, not measured."""

MIDLINE: dict[str, tuple[Place, ...]] = {
    "glabella": ((0.0, 0.40),),
    "forehead": ((0.0, 0.19), (0.0, 0.12)),
    "mentalis": ((0.0, 0.93),),
}

ELSEWHERE: Place = (0.50, 0.62)
"""Where points of other regions are drawn, one below the other."""


class FaceMap(QWidget):
    """Draws the points of a plan; the chosen one is marked.

    Parameters
    ----------
    look
        Theme and text scale.
    """

    def __init__(self, *, look: Look) -> None:
        super().__init__()
        self._look = look
        self._plan: Plan | None = None
        self._chosen: str | None = None
        self._given: frozenset[str] = frozenset()
        self.setMinimumSize(240, 260)
        self.setAccessibleName("Face map; the patient faces you")

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(400, 480)

    def show_plan(
        self, plan: Plan | None, chosen: str | None, given: frozenset[str] = frozenset()
    ) -> None:
        """Show `plan` with one point marked, and those that were given filled."""
        if (plan, chosen, given) == (self._plan, self._chosen, self._given):
            return
        self._plan, self._chosen, self._given = plan, chosen, given
        self.setAccessibleDescription(self._in_words())
        self.update()

    def _in_words(self) -> str:
        if self._plan is None:
            return "no plan"
        return "; ".join(f"{p.id} {units(p.dose.units)}" for p in self._plan.points)

    def place_of(self, point: Point) -> QPointF:
        """Return where `point` is drawn in this widget."""
        assert self._plan is not None  # noqa: S101 - asked for points of the plan shown
        same = self._plan.at(region=point.region, side=point.side)
        number = [p.id for p in same].index(point.id)
        table = PLACES if point.side else MIDLINE
        places = table.get(point.region, ())
        x, y = places[number] if number < len(places) else ELSEWHERE
        if number >= len(places):
            y += 0.06 * (number - len(places))
        face = self._face_box()
        direction = {Side.LEFT: 1.0, Side.RIGHT: -1.0, None: 0.0}[point.side]
        return QPointF(
            face.center().x() + direction * x * face.width() / 2, face.top() + y * face.height()
        )

    def _face_box(self) -> QRectF:
        title = 2.2 * self._look.points() * 1.4
        room = QRectF(self.rect()).adjusted(16, title, -16, -12)
        width = min(room.width(), 0.80 * room.height())
        height = width / 0.80
        return QRectF(room.center().x() - width / 2, room.top(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._titles(painter)
        self._face(painter)
        if self._plan is not None:
            for point in self._plan.points:
                self._point(painter, point)
        painter.end()

    def _font(self, times: float, *, bold: bool = False) -> QFont:
        font = QFont()
        font.setPointSizeF(self._look.points(times))
        font.setBold(bold)
        return font

    def _titles(self, painter: QPainter) -> None:
        theme = self._look.theme
        painter.setFont(self._font(1.0, bold=True))
        half = self.width() // 2
        for left, text, colour in (
            (0, "Patient's RIGHT", theme.right),
            (half, "Patient's LEFT", theme.left),
        ):
            painter.setPen(QColor(colour))
            box = QRectF(left, 2, half, 1.8 * self._look.points())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _face(self, painter: QPainter) -> None:
        box = self._face_box()
        painter.setPen(QPen(QColor(self._look.theme.muted), 2))
        painter.setBrush(QColor(self._look.theme.panel))
        painter.drawPath(face_outline(box))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path in face_features(box):
            painter.drawPath(path)
        painter.setPen(QPen(QColor(self._look.theme.border), 1, Qt.PenStyle.DashLine))
        x = box.center().x()
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))

    def _point(self, painter: QPainter, point: Point) -> None:
        theme, at = self._look.theme, self.place_of(point)
        colour = {Side.LEFT: theme.left, Side.RIGHT: theme.right, None: theme.text}[point.side]
        radius = 15.0 * self._look.scale
        given = point.id in self._given
        painter.setPen(QPen(QColor(theme.text if point.id == self._chosen else colour), 3))
        painter.setBrush(QColor(theme.good) if given else QColor(theme.background))
        painter.drawEllipse(at, radius, radius)
        painter.setFont(self._font(0.8, bold=True))
        painter.setPen(QColor(theme.background if given else colour))
        box = QRectF(at.x() - 30, at.y() - 14, 60, 28)
        text = "✓" if given else units(point.dose.units).removesuffix(" U")
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
