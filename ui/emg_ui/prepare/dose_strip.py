"""`DoseStrip`: what label and trials gave in the chosen area, with the plan's marks in it.

A tall bar is the label, a dot an arm of a trial, a thin line practice. Each side of the plan has a
letter below the scale. Nothing points anywhere and nothing is chosen: the injector picks.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from emg_dosing.dose_bands import DoseBand, RegionBands
from emg_signal.montage import Side
from emg_ui.text.language import tr
from emg_ui.text.theme import Look


class DoseStrip(QWidget):
    """One area at a time.

    Parameters
    ----------
    look
        Theme and text scale.
    """

    def __init__(self, *, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bands: RegionBands | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Published doses of this area"))

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(round(200 * self._look.scale), 3 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102
        return self.sizeHint()

    def show_bands(self, bands: RegionBands | None, words: str) -> None:
        """Show an area, whose words a reader hears; None hides the strip."""
        self.setVisible(bands is not None and bool(bands.bands))
        self.setAccessibleDescription(words)
        if bands != self._bands:
            self._bands = bands
            self.update()

    def place_of(self, amount: float) -> float:
        """Return where an amount lies, pixels from the left."""
        top = self._bands.top if self._bands is not None else 1.0
        margin = 0.8 * self.fontMetrics().height()
        return margin + (self.width() - 2 * margin) * amount / (1.1 * top)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        if self._bands is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = float(self.fontMetrics().height())
        painter.setPen(QPen(QColor(self._look.theme.border), 1))
        ends = (QPointF(self.place_of(0), 0.8 * line), QPointF(float(self.width()), 0.8 * line))
        painter.drawLine(*ends)
        for band in self._bands.bands:
            self._paint_band(painter, band, 0.8 * line)
        self._paint_scale(painter, line)
        self._paint_plan(painter, 2.8 * line)
        painter.end()

    def _paint_band(self, painter: QPainter, band: DoseBand, y: float) -> None:
        theme = self._look.theme
        colour = QColor({"label": theme.good, "studied": theme.note}.get(band.basis, theme.muted))
        low, high = self.place_of(band.units[0]), self.place_of(band.units[-1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if band.basis == "label":
            painter.drawRect(QRectF(low - 3, y - 11, high - low + 6, 22))
        elif band.basis == "practice":
            painter.drawRect(QRectF(low, y - 1, max(high - low, 2.0), 3))
        else:
            for dose in band.units:
                painter.drawEllipse(QPointF(self.place_of(dose), y), 5, 5)

    def _paint_scale(self, painter: QPainter, line: float) -> None:
        assert self._bands is not None  # noqa: S101 - paintEvent looked
        painter.setPen(QColor(self._look.theme.muted))
        taken = -1.0
        for dose in sorted({dose for band in self._bands.bands for dose in band.units}):
            text = f"{dose:g}"
            width = painter.fontMetrics().horizontalAdvance(text)
            x = self.place_of(dose) - width / 2
            if x > taken:  # no room beside another: the words have every number
                painter.drawText(QPointF(x, 1.9 * line), text)
                taken = x + width + 4

    def _paint_plan(self, painter: QPainter, y: float) -> None:
        assert self._bands is not None  # noqa: S101 - paintEvent looked
        theme = self._look.theme
        marks = {Side.LEFT: (tr("L"), theme.left), Side.RIGHT: (tr("R"), theme.right)}
        for side, amount in self._bands.given:
            letter, colour = marks.get(side, ("▲", theme.text)) if side else ("▲", theme.text)
            painter.setPen(QColor(colour))
            width = painter.fontMetrics().horizontalAdvance(letter)
            # Both sides of an even plan would lie on each other.
            shift = {Side.LEFT: -0.7, Side.RIGHT: 0.7}.get(side, 0.0) if side else 0.0
            x = self.place_of(amount) - width / 2 + shift * width
            painter.drawText(QPointF(x, y), letter)
            painter.drawLine(QPointF(self.place_of(amount), 0), QPointF(self.place_of(amount), 14))


def region_words(bands: RegionBands, name: str) -> str:
    """Return the area with what its doses are counted in, and the signs."""
    if not bands.bands:
        return tr("{region!s}: no published dose here", region=name)
    if bands.side_basis == "per_side":
        return tr("{region!s}, per side: ▬ label, ● trial, ─ practice", region=name)
    return tr("{region!s}, in all: ▬ label, ● trial, ─ practice", region=name)
