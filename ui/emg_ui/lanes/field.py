"""`LaneField`: the axes of one side of the face, and the canvas on which its lanes move.

pyqtgraph draws what stands still (axes, ticks, units) once; the lanes lie over its plot area as
an opaque child that repaints alone, so that a frame costs two copies of pixels and nothing else.
"""

from __future__ import annotations

from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emg_ui.lanes.raster import LaneRaster
from emg_ui.text.language import tr
from emg_ui.text.theme import Look

ORIGIN = QPoint(0, 0)


class LaneCanvas(QWidget):
    """The moving part: shows some lanes of a `LaneRaster`, and a word across them."""

    painted = Signal()
    """A paint has ended; only while `report_paints`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.raster: LaneRaster | None = None
        self.report_paints = False
        self._image: QImage | None = None
        self._mark: QPixmap | None = None
        self._mark_box = QRect()
        self._ratio = 1.0

    def show_lanes(self, raster: LaneRaster, first: int, n: int) -> None:
        """Show `n` lanes of `raster` from lane `first` on."""
        top, height = first * raster.lane_height, n * raster.lane_height
        rows = raster.pixels[top : top + height]
        self.raster, self._ratio = raster, self.devicePixelRatioF()
        # The image shares the raster's memory, which the raster keeps alive.
        self._image = QImage(
            rows.data, rows.shape[1], height, rows.strides[0], QImage.Format.Format_RGB32
        )
        self._image.setDevicePixelRatio(self._ratio)
        self._place_mark()
        self.update()

    @property
    def watermark(self) -> QPixmap | None:
        """The word across the lanes, or None."""
        return self._mark

    @watermark.setter
    def watermark(self, word: QPixmap | None) -> None:
        self._mark = word
        self._place_mark()
        self.update()

    def show_changed(self, columns: list[tuple[int, int]]) -> None:
        """Paint again what stands in some columns of pixels: ``(first, number)``."""
        ratio, height = self._ratio, self.height()
        for first, n in columns:
            if ratio == 1.0:
                self.update(first, 0, n, height)
            else:  # a pixel of the screen may lie across two of the window's
                left = int(first / ratio)
                self.update(left, 0, int((first + n) / ratio) + 1 - left, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        # Qt clips to what changed, so that this copies some columns of pixels only.
        painter = QPainter(self)
        if self._image is not None:
            painter.drawImage(ORIGIN, self._image)
        if self._mark is not None and event.rect().intersects(self._mark_box):
            painter.drawPixmap(self._mark_box.topLeft(), self._mark)
        painter.end()
        if self.report_paints:
            self.painted.emit()

    def _place_mark(self) -> None:
        if self._mark is not None:
            size = self._mark.deviceIndependentSize()
            width, height = ceil(size.width()), ceil(size.height())
            self._mark_box = QRect(
                (self.width() - width) // 2, (self.height() - height) // 2, width, height
            )


WIDEST = "−2500"
"""The widest number at an axis: half of the largest scale."""
AXIS_MARGIN_PX = 12
"""For the tick and a little air."""


class LaneField(QWidget):
    """Axes of one side, with the canvas over them.

    Parameters
    ----------
    n_lanes
        Lanes from top to bottom.
    patients_left
        Side of the patient: its axis is at the outer edge, so that both sides mirror each other.
    look
        Theme and text scale.
    """

    resized = Signal()

    def __init__(self, n_lanes: int, *, patients_left: bool, look: Look) -> None:
        super().__init__()
        self._n_lanes = n_lanes
        self._look = look
        self._axis_name = "right" if patients_left else "left"
        self._plot = self._make_plot()
        self.canvas = LaneCanvas(self._plot)
        self.canvas.hide()
        self._box = QRect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self._plot.getViewBox().sigResized.connect(self._place_canvas)

    def _make_plot(self) -> pg.PlotWidget:
        theme = self._look.theme
        plot = pg.PlotWidget(background=theme.background)
        plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        for part in (plot, plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setYRange(0.0, 1.0, padding=0.0)
        plot.showAxis("left", show=self._axis_name == "left")
        plot.showAxis("right", show=self._axis_name == "right")
        font = QFont()
        font.setPointSizeF(self._look.points(0.8))
        for name in (self._axis_name, "bottom"):
            axis = plot.getAxis(name)
            axis.setPen(theme.border)
            axis.setTextPen(theme.muted)
            axis.setStyle(tickFont=font, tickLength=4, autoExpandTextSpace=False)
        self._digits = QFontMetrics(font)
        # A label that does not fit is left out by pyqtgraph, and then no lane has a scale.
        width = self._digits.horizontalAdvance(WIDEST) + AXIS_MARGIN_PX
        plot.getAxis(self._axis_name).setWidth(width)
        plot.getAxis("bottom").setHeight(int(26 * self._look.scale))
        return plot

    def pixel_size(self) -> tuple[int, int]:
        """Return width and height of the plot area in pixels of the screen."""
        ratio = self.canvas.devicePixelRatioF()
        return int(self._box.width() * ratio), int(self._box.height() * ratio)

    def show_lanes(self, raster: LaneRaster, first: int) -> None:
        """Show this side's lanes of `raster`, from lane `first` on."""
        height = self._n_lanes * raster.lane_height / self.canvas.devicePixelRatioF()
        self.canvas.setGeometry(self._box.x(), self._box.y(), self._box.width(), int(height))
        self.canvas.show_lanes(raster, first, self._n_lanes)
        self.canvas.show()
        self.canvas.raise_()

    def lane_area(self) -> QRect:
        """Return where the lanes lie in this widget's coordinates."""
        return QRect(self.canvas.mapTo(self, QPoint(0, 0)), self.canvas.size())

    def label_axes(self, scale_uv: float, shown_s: float) -> None:
        """Label zero and half of every lane in µV, and the time in seconds.

        Parameters
        ----------
        scale_uv
            Half height of a lane, µV.
        shown_s
            Length of a lane, s.
        """
        raster = self.canvas.raster
        if raster is None:
            return
        share = raster.lane_height / max(1, self.pixel_size()[1])
        named = self._named(raster.lane_height, scale_uv)
        ticks = [
            (1.0 - (i + 0.5 - part) * share, text)
            for i in range(self._n_lanes)
            for part, text in named
        ]
        self._plot.getAxis(self._axis_name).setTicks([ticks])
        self._plot.setXRange(0.0, shown_s, padding=0.0)
        seconds = [(float(s), tr("{n} s", n=s)) for s in range(1, int(shown_s) + 1)]
        self._plot.getAxis("bottom").setTicks([seconds[1::2], seconds[::2]])

    def _named(self, lane_px: int, scale_uv: float) -> list[tuple[float, str]]:
        """Return where in a lane a number stands, in parts of it from the middle, and which.

        Where not all have room the zero goes first: a scale is told by a number that is none.
        """
        half, line_px = f"{scale_uv / 2:g}", 1.2 * self._digits.height()
        above, below = (0.25, f"+{half}"), (-0.25, f"−{half}")
        if lane_px / 4 >= line_px:
            return [above, (0.0, "0"), below]
        return [above, below] if lane_px / 2 >= line_px else [above]

    def _place_canvas(self) -> None:
        self._box = self._plot.getViewBox().sceneBoundingRect().toRect()
        self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._place_canvas()


def watermark(text: str, colour: str, *, width: int, points: float) -> QPixmap:
    """Return `text` in see-through letters, as wide as fits into `width` pixels.

    Parameters
    ----------
    text, colour
        A word, ``#rrggbb``.
    width
        Pixels that it may take.
    points
        Largest size of the letters, points.
    """
    font = QFont()
    font.setPointSizeF(points)
    font.setBold(True)
    box = _box_of(text, font)
    scale = min(1.0, 0.9 * width / max(1, box.width()))
    pixmap = QPixmap(int(box.width() * scale) + 8, int(box.height() * scale) + 8)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setFont(font)
    ink = QColor(colour)
    ink.setAlpha(70)
    painter.setPen(ink)
    painter.drawText(QPoint(4 - box.x(), 4 - box.y()), text)
    painter.end()
    return pixmap


def _box_of(text: str, font: QFont) -> QRect:
    """Return how large `text` is on a pixmap, whose dots per inch need not be the screen's."""
    probe = QPixmap(1, 1)
    painter = QPainter(probe)
    painter.setFont(font)
    box = painter.fontMetrics().boundingRect(text)
    painter.end()
    return box
