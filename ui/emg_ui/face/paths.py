"""The drawn face: outline, features and hinted muscles, as paths in face coordinates.

Face coordinates are shares: ``u`` of half the head's width, from the midline outwards, and ``v``
of the head's height, from the crown (0) to the chin (1). The proportions are the draughtsman's
canon (the eyes halfway down, one eye's width between them), not a measured head: a sketch for
orientation.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

HEAD_ASPECT = 0.76
"""Width over height of the drawn head."""
LOWEST = 1.14
"""Where the drawn neck ends."""

Numbers = tuple[float, ...]

_OUTLINE: tuple[Numbers, ...] = (
    (0.0, 0.0),
    (0.54, 0.0, 0.95, 0.12, 0.96, 0.40),
    (0.96, 0.54, 0.91, 0.67, 0.80, 0.78),
    (0.68, 0.88, 0.30, 1.0, 0.0, 1.0),
)
_HAIR: tuple[Numbers, ...] = (
    (0.0, 0.0),
    (0.54, 0.0, 0.95, 0.12, 0.96, 0.40),
    (0.93, 0.40, 0.90, 0.37, 0.87, 0.33),
    (0.80, 0.20, 0.45, 0.165, 0.0, 0.16),
)
_EAR: tuple[Numbers, ...] = (
    (0.955, 0.45),
    (1.06, 0.41, 1.10, 0.50, 1.03, 0.59),
    (1.00, 0.65, 0.95, 0.67, 0.92, 0.63),
)
_NECK: tuple[Numbers, ...] = ((0.58, 0.885), (0.58, 1.0, 0.58, 1.07, 0.66, LOWEST))
_BROW: tuple[Numbers, ...] = (
    (0.16, 0.398),
    (0.32, 0.358, 0.54, 0.352, 0.74, 0.400),
    (0.56, 0.374, 0.34, 0.382, 0.17, 0.420),
)
_EYE: tuple[Numbers, ...] = (
    (0.21, 0.499),
    (0.30, 0.462, 0.52, 0.455, 0.64, 0.493),
    (0.54, 0.522, 0.33, 0.525, 0.21, 0.499),
)
_LID: tuple[Numbers, ...] = ((0.22, 0.470), (0.34, 0.436, 0.54, 0.436, 0.67, 0.474))
_NOSE: tuple[Numbers, ...] = (
    (0.12, 0.52),
    (0.10, 0.59, 0.12, 0.63, 0.175, 0.655),
    (0.225, 0.685, 0.18, 0.708, 0.12, 0.698),
    (0.09, 0.706, 0.05, 0.715, 0.0, 0.714),
)
_LIPS: tuple[Numbers, ...] = (
    (0.0, 0.780),
    (0.04, 0.770, 0.08, 0.768, 0.12, 0.773),
    (0.18, 0.782, 0.25, 0.793, 0.33, 0.801),
    (0.25, 0.828, 0.12, 0.845, 0.0, 0.845),
)
_MOUTH: tuple[Numbers, ...] = ((0.0, 0.803), (0.10, 0.806, 0.22, 0.798, 0.33, 0.801))
_FOLD: tuple[Numbers, ...] = ((0.25, 0.69), (0.34, 0.72, 0.39, 0.76, 0.40, 0.80))
_CHIN: tuple[Numbers, ...] = ((0.0, 0.888), (0.06, 0.888, 0.10, 0.884, 0.14, 0.878))
_IRIS = (0.42, 0.490, 0.078)
"""Centre and radius, the radius in half widths."""

_FIBRES: dict[str, tuple[tuple[Numbers, ...], ...]] = {
    "frontalis": tuple(
        ((u, top), (u + 0.01, top + 0.05, u + 0.01, bottom - 0.05, u - 0.02, bottom))
        for u, top, bottom in (
            (0.10, 0.19, 0.385),
            (0.21, 0.19, 0.375),
            (0.32, 0.195, 0.36),
            (0.43, 0.20, 0.35),
            (0.54, 0.21, 0.35),
            (0.65, 0.235, 0.36),
        )
    ),
    "corrugator": (
        ((0.08, 0.428), (0.18, 0.405, 0.30, 0.378, 0.44, 0.362)),
        ((0.08, 0.418), (0.17, 0.392, 0.29, 0.365, 0.42, 0.350)),
    ),
    "procerus": (((0.03, 0.39), (0.03, 0.43, 0.04, 0.47, 0.06, 0.50)),),
    "orbicularis_oculi": (
        ((0.42, 0.425), (0.62, 0.425, 0.76, 0.455, 0.76, 0.492)),
        ((0.76, 0.492), (0.76, 0.535, 0.62, 0.562, 0.42, 0.562)),
        ((0.42, 0.410), (0.68, 0.408, 0.86, 0.445, 0.86, 0.492)),
        ((0.86, 0.492), (0.86, 0.550, 0.68, 0.585, 0.42, 0.585)),
    ),
    "nasalis": (((0.03, 0.575), (0.08, 0.575, 0.13, 0.59, 0.18, 0.615)),),
    "levator_labii": (
        ((0.20, 0.60), (0.21, 0.65, 0.21, 0.70, 0.19, 0.755)),
        ((0.34, 0.60), (0.32, 0.66, 0.27, 0.72, 0.23, 0.765)),
    ),
    "zygomaticus": (
        ((0.74, 0.61), (0.62, 0.68, 0.48, 0.75, 0.37, 0.79)),
        ((0.60, 0.605), (0.52, 0.66, 0.40, 0.73, 0.31, 0.775)),
    ),
    "masseter": tuple(
        ((u, 0.63), (u, 0.69, u - 0.05, 0.75, u - 0.10, bottom))
        for u, bottom in ((0.66, 0.835), (0.74, 0.815), (0.81, 0.785))
    ),
    "temporalis": tuple(
        ((0.87, 0.46), (0.88, 0.42, u, 0.38, u, v)) for u, v in ((0.80, 0.30), (0.87, 0.29))
    ),
    "orbicularis_oris": (
        ((0.0, 0.752), (0.20, 0.752, 0.40, 0.775, 0.40, 0.803)),
        ((0.40, 0.803), (0.40, 0.845, 0.20, 0.868, 0.0, 0.868)),
    ),
    "depressor_anguli_oris": (
        ((0.36, 0.812), (0.38, 0.85, 0.38, 0.89, 0.36, 0.93)),
        ((0.37, 0.812), (0.42, 0.85, 0.47, 0.88, 0.50, 0.905)),
    ),
    "mentalis": (
        ((0.07, 0.895), (0.08, 0.92, 0.10, 0.945, 0.12, 0.965)),
        ((0.03, 0.905), (0.03, 0.93, 0.04, 0.95, 0.05, 0.975)),
    ),
    "platysma": tuple(
        ((u, v), (u, 1.0, u - 0.03, 1.07, u - 0.06, 1.13))
        for u, v in ((0.22, 1.0), (0.34, 0.985), (0.46, 0.96))
    ),
}
"""Muscle → its course, hinted."""


def to_box(box: QRectF) -> QTransform:
    """Return what takes face coordinates of the screen's right half into `box`, the head's."""
    return QTransform(box.width() / 2, 0.0, 0.0, box.height(), box.center().x(), box.top())


def head_box(room: QRectF) -> QRectF:
    """Return the largest box for a head, neck below it, in the middle of `room`."""
    width = min(room.width() / 1.12, HEAD_ASPECT * room.height() / LOWEST)
    height = width / HEAD_ASPECT
    left, spare = room.center().x() - width / 2, room.height() - LOWEST * height
    return QRectF(left, room.top() + spare / 2, width, height)


def head(box: QRectF) -> QPainterPath:
    """Return the closed outline of the head."""
    return _closed(_OUTLINE, box)


def hair(box: QRectF) -> QPainterPath:
    """Return the area above the hairline."""
    return _closed(_HAIR, box)


def behind(box: QRectF) -> list[QPainterPath]:
    """Return ears and neck, of which the head hides a part."""
    return [path for lines in (_EAR, _NECK) for path in _both(lines, box)]


def features(box: QRectF) -> list[QPainterPath]:
    """Return the lines of eyes, nose and mouth."""
    lines = (_EYE, _LID, _NOSE, _LIPS, _MOUTH)
    return [path for line in lines for path in _both(line, box)]


def faint_lines(box: QRectF) -> list[QPainterPath]:
    """Return folds that orient without being looked at."""
    return [path for line in (_FOLD, _CHIN) for path in _both(line, box)]


def dark_areas(box: QRectF) -> list[QPainterPath]:
    """Return brows and irises, to be filled."""
    areas = list(_both(_BROW, box))
    u, v, radius = _IRIS
    for direction in (1.0, -1.0):
        centre = to_box(box).map(QPointF(direction * u, v))
        iris = QPainterPath()
        iris.addEllipse(centre, radius * box.width() / 2, radius * box.width() / 2)
        eye = _both(_EYE, box)[0 if direction > 0 else 1]
        areas.append(iris.intersected(eye))
    return areas


def muscles(box: QRectF) -> dict[str, list[QPainterPath]]:
    """Return each muscle's course on both sides."""
    return {
        name: [path for line in lines for path in _both(line, box)]
        for name, lines in _FIBRES.items()
    }


def _path(lines: tuple[Numbers, ...]) -> QPainterPath:
    path = QPainterPath(QPointF(*lines[0]))
    for numbers in lines[1:]:
        path.cubicTo(*numbers)
    return path


def _both(lines: tuple[Numbers, ...], box: QRectF) -> tuple[QPainterPath, QPainterPath]:
    path, transform = _path(lines), to_box(box)
    return transform.map(path), (QTransform.fromScale(-1.0, 1.0) * transform).map(path)


def _closed(lines: tuple[Numbers, ...], box: QRectF) -> QPainterPath:
    one, other = _both(lines, box)
    one.connectPath(other.toReversed())
    one.closeSubpath()
    return one.simplified()
