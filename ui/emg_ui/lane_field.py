"""`LaneField`: the lanes of one side of the face, a ring image over pyqtgraph's axes.

pyqtgraph draws what stands still (axes, ticks, units) once; the lanes lie over its plot area as
an opaque child that repaints alone, so that a frame costs two copies of pixels and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from emg_session.columns import ColumnRing, Columns
from emg_ui.lane_raster import LaneColours, LaneRaster
from emg_ui.theme import Look, Theme

SCALES_UV = (10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0, 2500.0, 5000.0)
"""Half heights of a lane that the scale keys step through, µV: a series over what the face gives
at the skin (engineering judgement)."""

FIRST_SCALE_UV = 250.0
"""Half height at the start, µV: a strong facial contraction fills it (engineering judgement)."""

SHOWN_S = 5.0
"""Time across a field, seconds, before rounding to whole columns per pixel."""


def rgb(colour: str) -> int:
    """Return ``#rrggbb`` as 0xffrrggbb."""
    return 0xFF000000 | int(colour[1:], 16)


def lane_colours(theme: Theme, *, patients_left: bool) -> LaneColours:
    """Return the raster's colours of one side."""
    return LaneColours(
        background=rgb(theme.background),
        grid=rgb(theme.grid),
        edge=rgb(theme.border),
        trace=rgb(theme.left_trace if patients_left else theme.right_trace),
        envelope=rgb(theme.left if patients_left else theme.right),
        gap=rgb(theme.panel),
        alarm=rgb(theme.bad),
    )


class LaneCanvas(QWidget):
    """The moving part: shows a `LaneRaster`, with words across it where they must be seen."""

    painted = Signal(float, int)
    """Time (`perf_counter`, s) at the end of a paint, and the next column at that moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.raster: LaneRaster | None = None
        self.watermark: QPixmap | None = None
        self.cursor_column = 0
        self.report_paints = False
        self._image: QImage | None = None

    def show_raster(self, raster: LaneRaster) -> None:
        """Show `raster` from now on."""
        height, width = raster.pixels.shape
        self.raster = raster
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
            self.painted.emit(perf_counter(), self.cursor_column)

    def _paint_ring(self, painter: QPainter, image: QImage, position: int) -> None:
        ratio = self.devicePixelRatioF()
        height, older = image.height(), image.width() - position
        if ratio != 1.0:
            painter.scale(1.0 / ratio, 1.0 / ratio)
        painter.drawImage(QPoint(0, 0), image, QRect(position, 0, older, height))
        painter.drawImage(QPoint(older, 0), image, QRect(0, 0, position, height))
        if ratio != 1.0:
            painter.scale(ratio, ratio)


class LaneField(QWidget):
    """Lanes of one side with their axes.

    Parameters
    ----------
    channels
        Channels from top to bottom (counted from 0).
    patients_left
        Side of the patient, for the colours.
    look
        Theme and text scale.
    """

    resized = Signal()

    def __init__(self, channels: Sequence[int], *, patients_left: bool, look: Look) -> None:
        super().__init__()
        self.channels = tuple(channels)
        self.scale_uv = FIRST_SCALE_UV
        self._patients_left = patients_left
        self._look = look
        self._ring: ColumnRing | None = None
        self._cursor = 0
        self._newest = b""
        self._plot = self._make_plot()
        self.canvas = LaneCanvas(self._plot)
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
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setYRange(0.0, 1.0, padding=0.0)
        font = QFont()
        font.setPointSizeF(self._look.points(0.8))
        if self._patients_left:
            plot.hideAxis("left")
            plot.showAxis("right")
        for name in (self._axis_name, "bottom"):
            axis = plot.getAxis(name)
            axis.setPen(theme.border)
            axis.setTextPen(theme.muted)
            axis.setStyle(tickFont=font, tickLength=4, autoExpandTextSpace=False)
        plot.getAxis(self._axis_name).setWidth(int(52 * self._look.scale))
        plot.getAxis("bottom").setHeight(int(26 * self._look.scale))
        return plot

    @property
    def _axis_name(self) -> str:
        """The outer edge, so that both sides mirror each other about the numbers."""
        return "right" if self._patients_left else "left"

    def attach(self, ring: ColumnRing) -> None:
        """Draw from `ring`, beginning with what it still holds of the time shown."""
        self._ring = ring
        self.rebuild()

    @property
    def columns_per_pixel(self) -> int:
        """Columns of time in one column of pixels."""
        if self._ring is None:
            return 1
        wanted = SHOWN_S * self._ring.columns_per_s
        return max(1, round(wanted / max(1, self._pixel_size()[0])))

    @property
    def shown_s(self) -> float:
        """Time across the field, seconds."""
        if self._ring is None:
            return SHOWN_S
        return self._pixel_size()[0] * self.columns_per_pixel / self._ring.columns_per_s

    def lane_area(self) -> QRect:
        """Return where the lanes lie in this widget's coordinates."""
        at = self.canvas.mapTo(self, QPoint(0, 0))
        ratio = self.canvas.devicePixelRatioF()
        height = self.canvas.height()
        if self.canvas.raster is not None:
            height = int(self.canvas.raster.lane_height * len(self.channels) / ratio)
        return QRect(at.x(), at.y(), self.canvas.width(), height)

    def set_scale(self, scale_uv: float) -> None:
        """Set the half height of every lane, µV; only a person does."""
        self.scale_uv = scale_uv
        self.rebuild()

    def rebuild(self) -> None:
        """Make the raster anew for the present size and scale, and draw what the ring holds."""
        width, height = self._pixel_size()
        if width < 2 or height < 2 * len(self.channels):
            return
        raster = LaneRaster(
            self.channels,
            width,
            height,
            scale_uv=self.scale_uv,
            colours=lane_colours(self._look.theme, patients_left=self._patients_left),
            columns_per_pixel=self.columns_per_pixel,
        )
        if self._ring is not None:
            first = max(0, self._ring.head - width * self.columns_per_pixel)
            self._draw(raster, self._ring.read(first))
        self.canvas.show_raster(raster)
        self._set_ticks()

    def advance(self) -> bool:
        """Draw the columns that are new; return whether there were any."""
        raster = self.canvas.raster
        if raster is None or self._ring is None:
            return False
        columns = self._ring.read(self._cursor, open_column=True)
        if not self._is_new(columns):
            return False
        self._draw(raster, columns)
        self.canvas.update()
        return True

    def _is_new(self, columns: Columns) -> bool:
        """Whether anything came since the last look; the open column comes at every look."""
        newest = columns.lane_max_uv[:, -1].tobytes() + columns.lane_min_uv[:, -1].tobytes()
        if columns.n_columns == 1 and newest == self._newest:
            return False
        self._newest = newest
        return True

    def _draw(self, raster: LaneRaster, columns: Columns) -> None:
        raster.push(columns)
        self._cursor = columns.next
        self.canvas.cursor_column = columns.next

    def _pixel_size(self) -> tuple[int, int]:
        ratio = self.canvas.devicePixelRatioF() if hasattr(self, "canvas") else 1.0
        return int(self.canvas.width() * ratio), int(self.canvas.height() * ratio)

    def _place_canvas(self) -> None:
        box = self._plot.getViewBox().sceneBoundingRect()
        self.canvas.setGeometry(box.toRect())
        self.canvas.raise_()
        self.rebuild()
        self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._place_canvas()

    def _set_ticks(self) -> None:
        """Label the zero and both ends of every lane in µV, and the time in seconds."""
        raster = self.canvas.raster
        assert raster is not None  # noqa: S101 - called where one was made
        total = raster.pixels.shape[0]
        ticks = []
        for i in range(len(self.channels)):
            middle = 1.0 - (i + 0.5) * raster.lane_height / total
            reach = 0.25 * raster.lane_height / total
            roomy = raster.lane_height > 90 * self._look.scale
            ticks.append((middle, "0"))
            if roomy:
                ticks.append((middle + reach, f"+{self.scale_uv / 2:.0f}"))
                ticks.append((middle - reach, f"−{self.scale_uv / 2:.0f}"))
        self._plot.getAxis(self._axis_name).setTicks([ticks])
        self._plot.setXRange(-self.shown_s, 0.0, padding=0.0)
        seconds = [(-float(s), f"−{s} s") for s in range(2, int(self.shown_s) + 1, 2)]
        self._plot.getAxis("bottom").setTicks([[(0.0, ""), *seconds]])


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
