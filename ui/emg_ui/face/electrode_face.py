"""A drawn face with the electrodes of a montage on it, and a board with its pins.

For orientation, not measured; the patient faces the reader, as on the face map.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from emg_signal.montage import Montage, Side, Site
from emg_ui.face.painter import FACE
from emg_ui.face.places import Place, head_box, to_box, whole_box
from emg_ui.text.language import tr
from emg_ui.text.theme import Look

CONTACTS: dict[str, tuple[Place, Place]] = {
    "frontalis": ((0.43, 0.330), (0.43, 0.235)),
    "corrugator": ((0.13, 0.372), (0.28, 0.352)),
    "orbicularis_oculi": ((0.74, 0.560), (0.58, 0.598)),
    "zygomaticus": ((0.56, 0.712), (0.69, 0.655)),
    "nasalis": ((0.13, 0.560), (0.17, 0.600)),
    "orbicularis_oris": ((0.10, 0.840), (0.22, 0.830)),
    "masseter": ((0.72, 0.730), (0.66, 0.800)),
    "temporalis": ((0.84, 0.395), (0.85, 0.315)),
    "depressor_anguli_oris": ((0.38, 0.845), (0.42, 0.905)),
    "mentalis": ((0.09, 0.900), (0.09, 0.960)),
    "levator_labii": ((0.26, 0.620), (0.24, 0.700)),
    "platysma": ((0.34, 1.020), (0.32, 1.085)),
}
"""Both contacts of a site in face coordinates, after the words of `measure.sites`;
drawn for orientation."""

ELSEWHERE = ((0.50, 0.58), (0.50, 0.64))
GROUND: Place = (0.0, 0.175)

Colour = Callable[[Site], str]


class FaceSketch:
    """Draws into `box` with `painter`.

    Parameters
    ----------
    painter
        Open painter.
    box
        Room for the face.
    look
        Theme and text scale.
    """

    def __init__(self, painter: QPainter, box: QRectF, look: Look) -> None:
        self._painter, self._look = painter, look
        words = 1.5 * look.points(0.75)
        self._face = head_box(box.adjusted(2, words, -2, -2))
        self._titles(box, words)
        self._draw_face()

    def _titles(self, box: QRectF, height: float) -> None:
        theme = self._look.theme
        half = box.width() / 2
        for left, text, colour in (
            (box.left(), tr("Right"), theme.right),
            (box.left() + half, tr("Left"), theme.left),
        ):
            self.text(QRectF(left, box.top(), half, height), text, colour, 0.75, bold=True)

    def text(
        self, box: QRectF, text: str, colour: str, times: float, *, bold: bool = False
    ) -> None:
        """Write `text` into the middle of `box`.

        Parameters
        ----------
        box
            Where; it is neither wrapped nor elided.
        text, colour
            In the reader's language, ``#rrggbb``.
        times
            Size, as a multiple of the body text.
        bold
            Whether in bold letters.
        """
        font = QFont()
        font.setPointSizeF(self._look.points(times))
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_face(self) -> None:
        theme, layers = self._look.theme, ("behind", "head", "features")
        FACE.paint(
            self._painter, whole_box(self._face), layers, ink=theme.muted, skin=theme.background
        )

    def at(self, place: Place, side: Side | None) -> QPointF:
        """Return where a place of the face is drawn."""
        direction = {Side.LEFT: 1.0, Side.RIGHT: -1.0, None: 0.0}[side]
        return to_box(self._face).map(QPointF(direction * place[0], place[1]))

    def middle_of(self, site: Site) -> QPointF:
        """Return the middle between both contacts of a site."""
        one, other = CONTACTS.get(site.muscle, ELSEWHERE)
        return (self.at(one, site.side) + self.at(other, site.side)) / 2

    def electrodes(self, montage: Montage, colour: Colour, *, numbers: bool = True) -> None:
        """Draw both contacts of every site, with the channel's number beside them."""
        painter, radius = self._painter, 0.032 * self._face.height()
        for site in montage.sites:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour(site)))
            for place in CONTACTS.get(site.muscle, ELSEWHERE):
                painter.drawEllipse(self.at(place, site.side), radius, radius)
            if numbers:
                self._number(site, radius)

    def _number(self, site: Site, radius: float) -> None:
        outwards = 1.0 if site.side is Side.LEFT else -1.0
        at = self.middle_of(site)
        reach = 2.1 * radius + 6 * self._look.scale
        box = QRectF(at.x() + outwards * reach - 14, at.y() - 10, 28, 20)
        self.text(box, str(site.channel + 1), self._look.theme.text, 0.7, bold=True)

    def ground(self) -> None:
        """Draw the ground electrode, a square."""
        at, half = self.at(GROUND, None), 0.034 * self._face.height()
        self._painter.setPen(QPen(QColor(self._look.theme.text), 1.5))
        self._painter.setBrush(QColor(self._look.theme.good))
        self._painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))

    def ring(self, site: Site, colour: str) -> None:
        """Draw a ring around both contacts of a site."""
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(colour), 3.0 * self._look.scale))
        radius = 0.085 * self._face.height()
        self._painter.drawEllipse(self.middle_of(site), radius, radius)


def side_colours(look: Look) -> Colour:
    """Return the colour of a site's side."""

    def colour(site: Site) -> str:
        return look.theme.left if site.side is Side.LEFT else look.theme.right

    return colour


def draw_pins(painter: QPainter, box: QRectF, look: Look, montage: Montage) -> None:
    """Draw a Cyton's two rows of pins from the front: which are used, and by which side.

    Top row above bottom row; BIAS, the ground's, at the left end of the bottom row, drawn square.

    Parameters
    ----------
    painter, box
        Open painter, and room for the board.
    look
        Theme and text scale.
    montage
        Its channels are the pins used.
    """
    theme, colour = look.theme, side_colours(look)
    used = {site.channel: colour(site) for site in montage.sites}
    n = 10
    step = box.width() / (n + 0.5)
    radius = 0.32 * step
    top = box.center().y() - 1.1 * step
    painter.setPen(QPen(QColor(theme.border), 1.5))
    painter.setBrush(QColor(theme.background))
    painter.drawRoundedRect(QRectF(box.left(), top - 0.8 * step, box.width(), 3.6 * step), 6.0, 6.0)
    sketch = _Pins(painter, look)
    for row in (0, 1):
        y = top + row * step
        for i in range(n):
            x = box.left() + (i + 0.75) * step
            channel = i - 1
            if i == 0:
                sketch.pin(x, y, radius, theme.good if row else "", square=bool(row))
            else:
                sketch.pin(x, y, radius, used.get(channel, "") if channel < 8 else "")
    y = top + 1.55 * step
    for i, name in enumerate(("G", *(str(k + 1) for k in range(8)), "S")):
        sketch.name(box.left() + (i + 0.75) * step, y, step, name)


class _Pins:
    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter, self._look = painter, look

    def pin(self, x: float, y: float, radius: float, fill: str, *, square: bool = False) -> None:
        theme = self._look.theme
        self._painter.setPen(QPen(QColor(theme.muted), 1.2))
        self._painter.setBrush(QColor(fill or theme.panel))
        box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        if square:
            self._painter.drawRect(box)
        else:
            self._painter.drawEllipse(box)

    def name(self, x: float, y: float, width: float, text: str) -> None:
        font = QFont()
        font.setPointSizeF(self._look.points(0.7))
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._look.theme.text))
        box = QRectF(x - width / 2, y, width, 1.2 * width)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
