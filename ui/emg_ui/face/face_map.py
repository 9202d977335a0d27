"""`FaceMap`: the plan's points on a drawn face that looks at the reader.

The patient faces you: the patient's right is on the left of the screen, and it says so. The face
is a sketch for orientation; where a needle goes is the injector's knowledge, not this picture's.

Where it can be edited, a point is chosen by a press and moved by dragging it, or by the arrow
keys; a run of arrow keys is one change, made when the keys have rested.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from emg_dosing.plan import Plan, Point
from emg_dosing.tables import Tables
from emg_ui.face.painter import FacePainter, FaceView
from emg_ui.face.places import Place, moved_place
from emg_ui.text.language import tr
from emg_ui.text.numbers import units
from emg_ui.text.plan_words import point_name
from emg_ui.text.theme import Look

STEP = 0.01
"""One arrow key: a hundredth of half the width, or of the height."""
TARGET_PX = 24.0
"""A press this near to a point takes it: 44 px and more across."""
DRAG_PX = 5.0
"""A press that moves less than this chooses and moves nothing."""
REST_MS = 700
"""Arrow keys that rest this long are one change."""

ARROWS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}
PX_PER_POINT = 96 / 72


class FaceMap(QWidget):
    """Draws the points of a plan; the chosen one is marked.

    Parameters
    ----------
    tables
        Names of the regions; None while dosing is off.
    look
        Theme and text scale.
    editable
        Whether points can be chosen and moved here.
    choosable
        Whether a press chooses a point, though none can be moved.
    """

    chosen = Signal(str)
    """Id of the point that was pressed or stepped to."""
    moved = Signal(str, object)
    """Id of a point and its new place on the face."""

    def __init__(
        self,
        tables: Tables | None,
        *,
        look: Look,
        editable: bool = False,
        choosable: bool = False,
    ) -> None:
        super().__init__()
        self._tables = tables
        self._choosable = choosable or editable
        self._face = FacePainter(look.theme, look.points() * PX_PER_POINT)
        self._view = FaceView()
        self._editable = editable
        self._pressed: tuple[str, QPointF] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)
        self.setMinimumSize(240, round(300 * min(look.scale, 1.4)))
        self.setAccessibleName(tr("Face map; the patient faces you"))
        if editable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setToolTip(
                tr("Drag a point, or move it with the arrow keys; , and . choose another.")
            )

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(360, 420)

    def show_plan(
        self,
        plan: Plan | None,
        chosen: str | None,
        given: frozenset[str] = frozenset(),
        before: Mapping[str, float] | None = None,
    ) -> None:
        """Show a plan.

        Parameters
        ----------
        plan
            Its points with their units.
        chosen
            Id of the marked point.
        given
            Ids of the points that were given, filled.
        before
            Point id → units that a point had before, drawn as a ghost beside the present ones.
        """
        view = FaceView(plan, chosen, given, self._view.moving, before=dict(before or {}))
        if view == self._view:
            return
        self._view = view
        self.setAccessibleDescription(self._in_words())
        self.update()

    def _in_words(self) -> str:
        if self._view.plan is None:
            return tr("no plan")
        return "; ".join(
            f"{point_name(p, self._tables)} {self._view.ghost(p)}{units(p.dose.units)}"
            for p in self._view.points
        )

    def place_of(self, point: Point) -> QPointF:
        """Return where `point` is drawn in this widget."""
        return self._face.at(self._view, QRectF(self.rect()))[point.id]

    def label_boxes(self) -> dict[str, QRectF]:
        """Return point id → where its units stand in this widget."""
        return self._face.labels(self._view, QRectF(self.rect()))

    def settle(self) -> None:
        """Make one change of the moves so far."""
        self._rest.stop()
        moving = self._view.moving
        self._view = replace(self._view, moving={})
        for name, place in moving.items():
            self.moved.emit(name, place)
        self.update()

    def _move(self, point: Point, place: Place) -> None:
        self._view = replace(self._view, moving={**self._view.moving, point.id: place})
        self.update()

    def _point(self, name: str | None) -> Point | None:
        return next((p for p in self._view.points if p.id == name), None)

    def _point_at(self, at: QPointF) -> Point | None:
        """Return the point whose label is pressed, or the nearest within reach."""
        labels = self.label_boxes()
        for name, box in labels.items():
            if box.contains(at):
                return self._point(name)
        centres = self._face.at(self._view, QRectF(self.rect()))
        distances = {name: _distance(centre, at) for name, centre in centres.items()}
        near = min(distances, key=distances.__getitem__, default=None)
        return self._point(near) if near and distances[near] <= TARGET_PX else None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        point = self._point_at(event.position()) if self._choosable else None
        if point is None:
            super().mousePressEvent(event)
            return
        self.settle()
        self._pressed = (point.id, event.position()) if self._editable else None
        self.chosen.emit(point.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        if self._pressed is None:
            return
        name, start = self._pressed
        way = event.position() - start
        point = self._point(name)
        if point is None or _distance(event.position(), start) < DRAG_PX:
            return
        box = self._face.box(QRectF(self.rect()))
        here = FaceView(self._view.plan).place(point)
        right, down = 2 * way.x() / box.width(), way.y() / box.height()
        self._move(point, moved_place(here, point, right=right, down=down))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102
        self._pressed = None
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102
        point = self._point(self._view.chosen)
        key = Qt.Key(event.key())
        if self._editable and key in ARROWS and point is not None:
            right, down = ARROWS[key]
            place = self._view.place(point)
            self._move(point, moved_place(place, point, right=right, down=down))
            self._rest.start()
        elif self._editable and key in (Qt.Key.Key_Comma, Qt.Key.Key_Period):
            self._step(1 if key == Qt.Key.Key_Period else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        names = [p.id for p in self._view.points]
        if names:
            self.settle()
            here = names.index(self._view.chosen) if self._view.chosen in names else -by
            self.chosen.emit(names[(here + by) % len(names)])

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102
        self.settle()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802, D102
        self.settle()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        self._face.paint(painter, QRectF(self.rect()), self._view)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._face.theme.note), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


def _distance(one: QPointF, other: QPointF) -> float:
    way = one - other
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)
