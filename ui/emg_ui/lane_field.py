"""`LaneField`: the axes of one side of the face, and the canvas on which its lanes move.

pyqtgraph draws what stands still (axes, ticks, units) once; the lanes lie over its plot area as
an opaque child that repaints alone, so that a frame costs two copies of pixels and nothing else.
"""

from __future__ import annotations

from time import perf_counter

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emg_ui.lane_raster import LaneRaster
from emg_ui.theme import Look


class LaneCanvas(QWidget):
    """The moving part: shows some lanes of a `LaneRaster`, and a word across them."""

    painted = Signal(float)
    """Time (`perf_counter`, s) at the end of a paint; only while `report_paints`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.raster: LaneRaster | None = None
        self.watermark: QPixmap | None = None
        self.report_paints = False
        self.ground = QColor("#000000")
        self._image: QImage | None = None
        self._top = self._height = 0

    def show_lanes(self, raster: LaneRaster, first: int, n: int) -> None:
        """Show `n` lanes of `raster` from lane `first` on."""
        height, width = raster.pixels.shape
        self.raster = raster
        self._top, self._height = first * raster.lane_height, n * raster.lane_height
        # The image shares the raster's memory, which the raster keeps alive.
        self._image = QImage(
            raster.pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        if self.raster is not None and self._image is not None:
            self._paint_ring(painter, self._image, self.raster.position)
        if self.watermark is not None:
            size = self.watermark.deviceIndependentSize()
            at = QPoint(
                int(self.width() - size.width()) // 2, int(self.height() - size.height()) // 2
            )
            painter.drawPixmap(at, self.watermark)
        painter.end()
        if self.report_paints:
            self.painted.emit(perf_counter())

    def _paint_ring(self, painter: QPainter, image: QImage, position: int) -> None:
        ratio = self.devicePixelRatioF()
        if ratio != 1.0:
            painter.scale(1.0 / ratio, 1.0 / ratio)
        older = image.width() - position
        top, height = self._top, self._height
        if height < self.height() * ratio:  # what is left over where lanes do not fill the canvas
            painter.fillRect(
                0, height, image.width(), round(self.height() * ratio) - height, self.ground
            )
        painter.drawImage(QPoint(0, 0), image, QRect(position, top, older, height))
        painter.drawImage(QPoint(older, 0), image, QRect(0, top, position, height))
        if ratio != 1.0:
            painter.scale(ratio, ratio)


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
        self.canvas.ground = QColor(look.theme.background)
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
        plot.getAxis(self._axis_name).setWidth(int(52 * self._look.scale))
        plot.getAxis("bottom").setHeight(int(26 * self._look.scale))
        return plot

    def pixel_size(self) -> tuple[int, int]:
        """Return width and height of the canvas in pixels of the screen."""
        ratio = self.canvas.devicePixelRatioF()
        return int(self.canvas.width() * ratio), int(self.canvas.height() * ratio)

    def lane_area(self) -> QRect:
        """Return where the lanes lie in this widget's coordinates."""
        at = self.canvas.mapTo(self, QPoint(0, 0))
        height = self.canvas.height()
        if self.canvas.raster is not None:
            lanes = self.canvas.raster.lane_height * self._n_lanes
            height = int(lanes / self.canvas.devicePixelRatioF())
        return QRect(at.x(), at.y(), self.canvas.width(), height)

    def label_axes(self, scale_uv: float, shown_s: float) -> None:
        """Label zero and half of every lane in µV, and the time in seconds."""
        raster = self.canvas.raster
        if raster is None:
            return
        share = raster.lane_height / max(1, self.pixel_size()[1])
        roomy = raster.lane_height > 90 * self._look.scale
        ticks = []
        for i in range(self._n_lanes):
            middle = 1.0 - (i + 0.5) * share
            ticks.append((middle, "0"))
            if roomy:
                ticks.append((middle + 0.25 * share, f"+{scale_uv / 2:g}"))
                ticks.append((middle - 0.25 * share, f"−{scale_uv / 2:g}"))
        self._plot.getAxis(self._axis_name).setTicks([ticks])
        self._plot.setXRange(-shown_s, 0.0, padding=0.0)
        seconds = [(-float(s), f"−{s} s") for s in range(2, int(shown_s) + 1, 2)]
        self._plot.getAxis("bottom").setTicks([[(0.0, ""), *seconds]])

    def _place_canvas(self) -> None:
        box = self._plot.getViewBox().sceneBoundingRect()
        self.canvas.setGeometry(box.toRect())
        self.canvas.raise_()
        self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._place_canvas()


def watermark(text: str, colour: str, *, width: int, points: float) -> QPixmap:
    """Return `text` in see-through letters, as wide as fits into `width` pixels."""
    font = QFont()
    font.setPointSizeF(points)
    font.setBold(True)
    probe = QPixmap(1, 1)
    painter = QPainter(probe)
    painter.setFont(font)
    box = painter.fontMetrics().boundingRect(text)
    painter.end()
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
