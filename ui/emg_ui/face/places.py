"""Where a plan's points and their labels stand on the drawn face.

A point stands where a person put it (`Point.drawn_at`), otherwise at its region's usual place;
labels are moved until none covers another or a point.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from emg_dosing.plan import Plan, Point
from emg_signal.montage import Side

Place = tuple[float, float]
"""Face coordinates: shares of half the head's width, from the midline outwards, and of the head's
height, from the crown (0) to the chin (1)."""

HEAD_ASPECT = 0.76
"""Width over height of the drawn head (`drawings/face.svg`)."""
LOWEST = 1.14
"""Where the drawn neck ends, in heads."""
WIDEST = 1.12
"""How wide the drawing is with its ears, in heads."""

SIDED: dict[str, tuple[Place, ...]] = {
    "forehead": ((0.16, 0.285), (0.38, 0.270), (0.60, 0.285), (0.27, 0.215), (0.50, 0.225)),
    "glabella": ((0.12, 0.385), (0.34, 0.332), (0.23, 0.36)),
    "lateral_canthal": ((0.79, 0.440), (0.85, 0.493), (0.79, 0.546), (0.92, 0.46), (0.92, 0.53)),
    "masseter_contour": ((0.72, 0.700), (0.64, 0.775), (0.76, 0.765), (0.60, 0.71)),
    "masseter_bruxism": ((0.72, 0.700), (0.64, 0.775), (0.76, 0.765)),
    "dao_marionette": ((0.40, 0.865), (0.45, 0.905)),
    "gummy_smile_anterior": ((0.23, 0.665), (0.34, 0.69)),
    "gummy_smile_posterior": ((0.42, 0.695), (0.52, 0.69)),
    "gummy_smile_asymmetric": ((0.23, 0.665),),
    "mentalis": ((0.11, 0.935),),
    "bunny_lines": ((0.13, 0.585),),
    "lip_flip": ((0.08, 0.762), (0.20, 0.772)),
    "perioral": ((0.14, 0.750), (0.29, 0.768), (0.18, 0.868), (0.06, 0.745)),
    "temporalis": ((0.85, 0.350), (0.90, 0.42), (0.80, 0.29)),
    "platysma_bands": ((0.42, 0.985), (0.38, 1.05), (0.28, 1.02), (0.34, 1.11), (0.52, 0.935)),
}
"""Region → usual places on one side, in the order of its points. Drawn, not measured."""

TWO_BESIDE_MIDLINE: dict[str, tuple[Place, ...]] = {"forehead": ((0.28, 0.275), (0.56, 0.285))}
"""The same where a side has two points."""

MIDLINE: dict[str, tuple[Place, ...]] = {
    "glabella": ((0.0, 0.435),),
    "forehead": ((0.0, 0.275), (0.0, 0.21)),
    "mentalis": ((0.0, 0.935),),
    "perioral": ((0.0, 0.745), (0.0, 0.87)),
    "lip_flip": ((0.0, 0.762),),
}

ELSEWHERE: Place = (0.48, 0.63)
"""Where points of other regions stand, one below the other."""
_ONE_BELOW = 0.045
FARTHEST: Place = (1.0, 1.12)
"""How far out and down a point can be moved."""


def head_box(room: QRectF) -> QRectF:
    """Return the largest box for a head, neck below it, in the middle of `room`."""
    width = min(room.width() / WIDEST, HEAD_ASPECT * room.height() / LOWEST)
    height = width / HEAD_ASPECT
    left, spare = room.center().x() - width / 2, room.height() - LOWEST * height
    return QRectF(left, room.top() + spare / 2, width, height)


def whole_box(head: QRectF) -> QRectF:
    """Return where the whole drawing lies if the head lies in `head`."""
    beside = (WIDEST - 1.0) / 2 * head.width()
    return head.adjusted(-beside, 0.0, beside, (LOWEST - 1.0) * head.height())


def to_box(box: QRectF) -> QTransform:
    """Return what takes face coordinates of the screen's right half into `box`, the head's."""
    return QTransform(box.width() / 2, 0.0, 0.0, box.height(), box.center().x(), box.top())


def place_of(point: Point, plan: Plan) -> Place:
    """Return outward share and downward share of a point of `plan`."""
    if point.drawn_at is not None:
        return point.drawn_at
    same = [p.id for p in plan.at(region=point.region, side=point.side)]
    number = same.index(point.id)
    places = (MIDLINE if point.side is None else SIDED).get(point.region, (ELSEWHERE,))
    if point.side is not None and len(same) == 2:
        places = TWO_BESIDE_MIDLINE.get(point.region, places)
    u, v = places[min(number, len(places) - 1)]
    beyond = max(0, number - len(places) + 1)
    return (0.0 if point.side is None else u), min(FARTHEST[1], v + _ONE_BELOW * beyond)


def moved_place(place: Place, point: Point, *, right: float, down: float) -> Place:
    """Return `place` moved on the screen by shares of half width and height.

    A point stays on its own side: crossing the midline would change what the plan says.

    Parameters
    ----------
    place
        Where it was, in face coordinates.
    point
        Whose it is; its side says which way is outwards.
    right, down
        Way on the screen, in shares of half the head's width and of its height.
    """
    outward = {Side.LEFT: right, Side.RIGHT: -right, None: 0.0}[point.side]
    least = 0.0 if point.side is None else 0.02
    u = min(FARTHEST[0], max(least, place[0] + outward))
    return round(u, 4), round(min(FARTHEST[1], max(0.0, place[1] + down)), 4)


def on_screen(place: Place, point: Point, box: QRectF) -> QPointF:
    """Return where a place of `point` lies; the patient faces you: their left is on the right."""
    direction = {Side.LEFT: 1.0, Side.RIGHT: -1.0, None: 0.0}[point.side]
    return to_box(box).map(QPointF(direction * place[0], place[1]))


def label_boxes(
    at: Mapping[str, QPointF], sizes: Mapping[str, QSizeF], room: QRectF, radius: float
) -> dict[str, QRectF]:
    """Return a box for each label: beside its point, on no other label and on no point.

    Parameters
    ----------
    at
        Point id → where it is.
    sizes
        Point id → size of its label.
    room
        Where labels may stand.
    radius
        Of a point.
    """
    dots = [QRectF(p.x() - radius, p.y() - radius, 2 * radius, 2 * radius) for p in at.values()]
    taken: list[QRectF] = []
    boxes: dict[str, QRectF] = {}
    # From the middle outwards: outer labels have the free space beside the face.
    for name in sorted(at, key=lambda name: abs(at[name].x() - room.center().x())):
        box = _free_box(at[name], sizes[name], room, radius, [*dots, *taken])
        if box is not None:
            boxes[name] = box
            taken.append(box)
    return boxes


def _free_box(
    at: QPointF, size: QSizeF, room: QRectF, radius: float, taken: Sequence[QRectF]
) -> QRectF | None:
    for centre in _candidates(at, size, room, radius):
        box = QRectF(centre.x() - size.width() / 2, centre.y() - size.height() / 2, *size.toTuple())
        if room.contains(box) and not any(box.intersects(other) for other in taken):
            return box
    return None


def _candidates(at: QPointF, size: QSizeF, room: QRectF, radius: float) -> Iterator[QPointF]:
    """Yield centres around a point, nearest first: above, outwards, below, inwards."""
    outward = 0.0 if at.x() >= room.center().x() else 180.0
    turn = 1.0 if outward == 0.0 else -1.0
    angles = [-90.0, outward, 90.0, outward - turn * 45, outward + turn * 45, outward + 180.0]
    angles += [outward - turn * 135, outward + turn * 135]
    gap = radius + 1.0
    for ring in range(16):
        for angle in angles:
            c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            out = gap + ring * 0.6 * size.height()
            yield QPointF(
                at.x() + c * (out + size.width() / 2), at.y() + s * (out + size.height() / 2)
            )
