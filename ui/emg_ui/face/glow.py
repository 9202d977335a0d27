"""`Glow`: how bright each measured muscle is, and the pictures that it is drawn with.

Fibres come first and a halo grows around them, so that more activity is also a larger shape.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from scipy.ndimage import gaussian_filter

from emg_signal.montage import Side, Site
from emg_ui.face.painter import FACE

STEPS = 256
"""Steps of brightness: a step of 0.4 % is the least that is drawn anew."""
FIBRE, HALO = 0.0035, 0.024
"""Softness of fibres and halo (standard deviations), in heights of the drawing; drawn, not
measured."""
HALO_LATER = 1.5
"""Exponent of the halo's opacity: fibres show a muscle that has just begun, the halo a strong
one."""


def layer_of(site: Site) -> str | None:
    """Return the drawing's layer of a site, or None if the drawing has none."""
    name = f"{site.muscle}-{site.side.value}"
    return name if name in FACE.layers else None


@dataclass(frozen=True, slots=True)
class Tinted:
    """One muscle's pictures.

    Parameters
    ----------
    at
        Where both are drawn, pixels of the widget.
    fibres, halo
        Pictures in the side's colour, drawn with the level as opacity; the halo later.
    """

    at: QRect
    fibres: QPixmap
    halo: QPixmap

    def draw(self, painter: QPainter, level: float) -> None:
        """Draw the muscle at a brightness of 0 to 1."""
        painter.setOpacity(level**HALO_LATER)
        painter.drawPixmap(self.at.topLeft(), self.halo)
        painter.setOpacity(level)
        painter.drawPixmap(self.at.topLeft(), self.fibres)
        painter.setOpacity(1.0)


def tinted(site: Site, whole: QRectF, size: QSize, colour: str, ratio: float) -> Tinted:
    """Render a site's layer once: its fibres, and what shines around them on its own side.

    Parameters
    ----------
    site
        One that the drawing has a layer for.
    whole
        Where the whole drawing lies, pixels of the widget.
    size
        Of the widget.
    colour
        ``#rrggbb``.
    ratio
        Pixels of the screen per pixel of the widget.
    """
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    FACE.paint(painter, whole, (layer_of(site) or "",), ink="#000000")
    painter.end()
    alpha = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[..., 3]
    soft = FIBRE * whole.height() * ratio
    sigma = HALO * whole.height() * ratio
    rows, columns = (np.flatnonzero(alpha.any(axis=axis)) for axis in (1, 0))
    margin = int(3 * sigma) + 1
    top, bottom = max(0, rows[0] - margin), min(alpha.shape[0], rows[-1] + margin)
    left, right = max(0, columns[0] - margin), min(alpha.shape[1], columns[-1] + margin)
    drawn = alpha[top:bottom, left:right] / 255.0
    fibres, halo = gaussian_filter(drawn, soft), gaussian_filter(drawn, sigma)
    # The patient faces the reader. No light falls over the midline: it would be the other side's.
    middle = min(max(0, round(whole.center().x() * ratio) - left), drawn.shape[1])
    other = slice(0, middle) if site.side is Side.LEFT else slice(middle, None)
    fibres[:, other] = halo[:, other] = 0.0
    return Tinted(
        QRect(
            QPoint(int(left / ratio), int(top / ratio)),
            QSize(int((right - left) / ratio) + 2, int((bottom - top) / ratio) + 2),
        ),
        _pixmap(fibres / fibres.max(), colour, ratio),
        _pixmap(0.85 * np.minimum(1.0, 1.3 * halo / halo.max()), colour, ratio),
    )


def _pixmap(share: NDArray[np.float64], colour: str, ratio: float) -> QPixmap:
    """Return a picture of one colour that is as opaque as `share` says, rows by columns."""
    ink = QColor(colour)
    bgra = np.empty((*share.shape, 4))
    for channel, part in enumerate((ink.blueF(), ink.greenF(), ink.redF(), 1.0)):
        bgra[..., channel] = 255.0 * part * share
    bytes_ = np.ascontiguousarray(np.rint(bgra).astype(np.uint8))
    height, width = share.shape
    image = QImage(
        bytes_.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
    ).copy()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
