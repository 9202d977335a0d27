"""A face that looks at the reader, as paths: for orientation, not measured."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


def face_outline(box: QRectF) -> QPainterPath:
    """Return the outline of a head in `box`."""
    x, w, top, h = box.center().x(), box.width() / 2, box.top(), box.height()
    path = QPainterPath(QPointF(x, top))
    path.cubicTo(x + 0.75 * w, top, x + w, top + 0.18 * h, x + 0.96 * w, top + 0.42 * h)
    path.cubicTo(x + 0.93 * w, top + 0.68 * h, x + 0.55 * w, top + 0.98 * h, x, top + h)
    path.cubicTo(
        x - 0.55 * w, top + 0.98 * h, x - 0.93 * w, top + 0.68 * h, x - 0.96 * w, top + 0.42 * h
    )
    path.cubicTo(x - w, top + 0.18 * h, x - 0.75 * w, top, x, top)
    return path


def face_features(box: QRectF) -> list[QPainterPath]:
    """Return brows, eyes, nose and mouth."""
    x, w, top, h = box.center().x(), box.width() / 2, box.top(), box.height()
    paths = []
    for side in (-1.0, 1.0):
        brow = QPainterPath(QPointF(x + side * 0.16 * w, top + 0.325 * h))
        brow.quadTo(x + side * 0.42 * w, top + 0.265 * h, x + side * 0.70 * w, top + 0.33 * h)
        eye = QPainterPath(QPointF(x + side * 0.22 * w, top + 0.43 * h))
        eye.quadTo(x + side * 0.43 * w, top + 0.37 * h, x + side * 0.64 * w, top + 0.43 * h)
        eye.quadTo(x + side * 0.43 * w, top + 0.47 * h, x + side * 0.22 * w, top + 0.43 * h)
        paths += [brow, eye]
    nose = QPainterPath(QPointF(x - 0.07 * w, top + 0.44 * h))
    nose.quadTo(x - 0.20 * w, top + 0.62 * h, x, top + 0.635 * h)
    nose.quadTo(x + 0.20 * w, top + 0.62 * h, x + 0.07 * w, top + 0.44 * h)
    mouth = QPainterPath(QPointF(x - 0.34 * w, top + 0.77 * h))
    mouth.quadTo(x, top + 0.735 * h, x + 0.34 * w, top + 0.77 * h)
    mouth.quadTo(x, top + 0.845 * h, x - 0.34 * w, top + 0.77 * h)
    return [*paths, nose, mouth]
