"""`FacePainter`: the face with a plan's points, drawn on a screen or on paper."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from emg_dosing.plan import Plan, Point
from emg_signal.montage import Side
from emg_ui.face.drawing import Drawing
from emg_ui.face.places import (
    Place,
    head_box,
    label_boxes,
    on_screen,
    place_of,
    whole_box,
)
from emg_ui.text.language import local_number, tr
from emg_ui.text.numbers import units
from emg_ui.text.theme import Theme

FACE = Drawing("face")
BEHIND = ("neck", "behind", "head", "shade", "hair")
MUSCLES = tuple(name for name in FACE.layers if name.endswith(("-left", "-right")))
STEPPED_BACK = 0.55
"""Opacity of points that stay as they are while others change."""
BEFORE = ("midline", "folds", "features", "brows-and-irises")


@dataclass(frozen=True, slots=True)
class FaceView:
    """What the map shows.

    Parameters
    ----------
    plan
        Its points, None for the face alone.
    chosen
        Id of the marked point.
    given
        Ids of the points that were given.
    moving
        Point id → place, for points being moved that the plan does not hold yet.
    numbered
        Whether each point bears its number in the plan, as on paper beside a table.
    before
        Point id → units that a suggestion or a decision takes away from it: these points stand
        out with their old units as a ghost, and all others step back.
    """

    plan: Plan | None = None
    chosen: str | None = None
    given: frozenset[str] = frozenset()
    moving: dict[str, Place] = field(default_factory=dict)
    numbered: bool = False
    before: dict[str, float] = field(default_factory=dict)

    @property
    def points(self) -> tuple[Point, ...]:
        """The points shown."""
        return () if self.plan is None else self.plan.points

    def label(self, point: Point) -> str:
        """Return what stands beside a point."""
        amount = self.ghost(point) + units(point.dose.units)
        if not self.numbered:
            return amount
        return tr("{n}: {amount!s}", n=self.points.index(point) + 1, amount=amount)

    def ghost(self, point: Point) -> str:
        """Return the old units of a point that changes, with the arrow to the new ones."""
        before = self.before.get(point.id)
        return "" if before is None else local_number(f"{before:g} → ")

    def steps_back(self, point: Point) -> bool:
        """Return whether other points change and this one does not."""
        return bool(self.before) and point.id not in self.before

    def place(self, point: Point) -> Place:
        """Return a point's place, where it is being moved to if it is."""
        assert self.plan is not None  # noqa: S101 - asked for points of the plan shown
        return self.moving.get(point.id) or place_of(point, self.plan)


class FacePainter:
    """Draws a `FaceView` into a rectangle.

    Parameters
    ----------
    theme
        Colours.
    font_px
        Height of the body text in the painter's units.
    """

    def __init__(self, theme: Theme, font_px: float) -> None:
        self.theme = theme
        self.font_px = font_px

    def room(self, rect: QRectF) -> QRectF:
        """Return where labels may stand: `rect` below its titles."""
        return rect.adjusted(2, 1.7 * self.font_px, -2, -2)

    def box(self, rect: QRectF) -> QRectF:
        """Return the head's box."""
        return head_box(self.room(rect).adjusted(0, 4, 0, 0))

    def radius(self, rect: QRectF) -> float:
        """Return the radius of a point: it grows with the text as far as the face has room."""
        return max(7.0, min(0.40 * self.font_px, self.box(rect).width() / 40))

    def at(self, view: FaceView, rect: QRectF) -> dict[str, QPointF]:
        """Return point id → centre."""
        box = self.box(rect)
        return {p.id: on_screen(view.place(p), p, box) for p in view.points}

    def labels(self, view: FaceView, rect: QRectF) -> dict[str, QRectF]:
        """Return point id → label, none on another."""
        metrics = QFontMetricsF(self._font(0.85, bold=True))
        sizes = {
            p.id: QSizeF(
                metrics.horizontalAdvance(view.label(p)) + 0.5 * self.font_px,
                metrics.height(),
            )
            for p in view.points
        }
        return label_boxes(self.at(view, rect), sizes, self.room(rect), self.radius(rect))

    def paint(self, painter: QPainter, rect: QRectF, view: FaceView) -> None:
        """Draw everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._face(painter, self.box(rect), self._muscle_of(view))
        self._titles(painter, rect)
        at = self.at(view, rect)
        labels, radius = self.labels(view, rect), self.radius(rect)
        for point in view.points:
            if point.id in labels:
                self._leader(painter, point, at[point.id], labels[point.id], radius)
        for point in view.points:
            painter.setOpacity(STEPPED_BACK if view.steps_back(point) else 1.0)
            self._dot(painter, point, at[point.id], radius, view)
            if point.id in labels:
                self._label(painter, point, labels[point.id], view)
        painter.setOpacity(1.0)

    @staticmethod
    def _muscle_of(view: FaceView) -> str | None:
        shown = {view.chosen, *view.before}
        return next((p.muscle for p in view.points if p.id in shown), None)

    def _font(self, times: float, *, bold: bool = False) -> QFont:
        font = QFont()
        font.setPixelSize(max(1, round(self.font_px * times)))
        font.setBold(bold)
        return font

    def _colour(self, side: Side | None) -> QColor:
        theme = self.theme
        return QColor({Side.LEFT: theme.left, Side.RIGHT: theme.right, None: theme.text}[side])

    def _titles(self, painter: QPainter, rect: QRectF) -> None:
        half, height = rect.width() / 2, 1.6 * self.font_px
        sides = ((0.0, tr("Patient's RIGHT"), Side.RIGHT), (half, tr("Patient's LEFT"), Side.LEFT))
        font = self._font(1.0, bold=True)
        widest = max(QFontMetricsF(font).horizontalAdvance(text) for _, text, _ in sides)
        fits = min(1.0, 0.94 * half / widest)
        painter.setFont(self._font(fits, bold=True))
        for left, text, side in sides:
            painter.setPen(self._colour(side))
            box = QRectF(rect.left() + left, rect.top(), half, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _face(self, painter: QPainter, box: QRectF, muscle: str | None) -> None:
        theme, whole = self.theme, whole_box(box)
        lit = tuple(name for name in MUSCLES if name.partition("-")[0] == muscle)
        dim = tuple(name for name in MUSCLES if name not in lit)
        FACE.paint(painter, whole, BEHIND, ink=theme.shade, skin=theme.skin)
        FACE.paint(painter, whole, dim, ink=theme.muted, opacity=0.13)
        FACE.paint(painter, whole, lit, ink=theme.note, opacity=0.4)
        FACE.paint(painter, whole, BEFORE, ink=theme.muted)

    def _leader(
        self, painter: QPainter, point: Point, at: QPointF, box: QRectF, radius: float
    ) -> None:
        """Draw a line to a label that does not stand beside its point."""
        near = QPointF(
            min(max(at.x(), box.left()), box.right()), min(max(at.y(), box.top()), box.bottom())
        )
        if (near - at).manhattanLength() > 2.2 * radius:
            painter.setPen(QPen(_with_alpha(self._colour(point.side), 0.8), 1.2))
            painter.drawLine(at, near)

    def _dot(
        self, painter: QPainter, point: Point, at: QPointF, radius: float, view: FaceView
    ) -> None:
        colour = self._colour(point.side)
        if point.id == view.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.text), 2.5))
            painter.drawEllipse(at, radius + 4, radius + 4)
        if point.id in view.before:
            painter.setBrush(_with_alpha(colour, 0.25))
            painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine))
            painter.drawEllipse(at, 1.8 * radius, 1.8 * radius)
        given = point.id in view.given
        painter.setPen(QPen(colour, 2.5))
        painter.setBrush(QColor(self.theme.good) if given else QColor(self.theme.background))
        painter.drawEllipse(at, radius, radius)
        if given:
            ink = QColor(self.theme.background)
            painter.setPen(_round_pen(ink, max(2.0, 0.25 * radius)))
            r = radius
            painter.drawPolyline(
                [
                    at + QPointF(-0.45 * r, 0.0),
                    at + QPointF(-0.1 * r, 0.4 * r),
                    at + QPointF(0.5 * r, -0.4 * r),
                ]
            )
        else:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(at, 0.35 * radius, 0.35 * radius)

    def _label(self, painter: QPainter, point: Point, box: QRectF, view: FaceView) -> None:
        chosen = point.id == view.chosen
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            QColor(self.theme.accent) if chosen else _with_alpha(QColor(self.theme.panel), 0.85)
        )
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self._font(0.85, bold=True))
        ink = QColor(self.theme.on_accent) if chosen else self._colour(point.side)
        ghost = view.ghost(point)
        if not ghost:
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, view.label(point))
            return
        inside = box.adjusted(0.25 * self.font_px, 0, 0, 0)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, ghost)
        inside.setLeft(inside.left() + QFontMetricsF(painter.font()).horizontalAdvance(ghost))
        painter.setPen(ink)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, units(point.dose.units))


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _with_alpha(colour: QColor, alpha: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made
