"""`Drawing`: an SVG of this package, by its layers, in the theme's colours.

An illustrator can mend the drawings in any editor: each group of the first level is a layer with a
name, `currentColor` is the ink and white the skin.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = "{http://www.w3.org/2000/svg}"


class Drawing:
    """One file of `drawings/`.

    Parameters
    ----------
    name
        Its name without the ending.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.layers = tuple(g.get("id", "") for g in _tree(name).iterfind(f"{SVG}g"))
        """Names of the layers, from the back to the front."""
        self.bounds = _renderer(name, (), "#000000", "#ffffff").viewBoxF()
        """The drawing's own coordinates."""

    def paint(
        self,
        painter: QPainter,
        box: QRectF,
        layers: tuple[str, ...],
        *,
        ink: str,
        skin: str = "#ffffff",
        opacity: float = 1.0,
    ) -> None:
        """Draw some layers into `box`, which stands for all of `bounds`.

        Parameters
        ----------
        painter
            Open painter, of a screen or of paper.
        box
            Where the whole drawing would lie; its proportions are kept if the box has them.
        layers
            Names; they are drawn in the file's order.
        ink, skin
            Colours, each ``#rrggbb``.
        opacity
            From 0 to 1, on top of what the file says.
        """
        before = painter.opacity()
        painter.setOpacity(before * opacity)
        _renderer(self._name, layers, ink, skin).render(painter, box)
        painter.setOpacity(before)


@lru_cache
def _tree(name: str) -> ElementTree.Element:
    text = files("emg_ui.face").joinpath("drawings", f"{name}.svg").read_text("utf-8")
    return ElementTree.fromstring(text)  # noqa: S314 - our own file


# Qt has no colour variables: each set of layers is read once per pair of colours, and a window
# shows a few of these at a time.
@lru_cache(maxsize=64)
def _renderer(name: str, layers: tuple[str, ...], ink: str, skin: str) -> QSvgRenderer:
    root = _tree(name)
    chosen = ElementTree.Element(root.tag, root.attrib)
    chosen.extend(g for g in root.iterfind(f"{SVG}g") if g.get("id") in layers)
    text = ElementTree.tostring(chosen, encoding="unicode")
    text = text.replace("currentColor", ink).replace("white", skin)
    return QSvgRenderer(text.encode())
