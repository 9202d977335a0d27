"""`LivingFace`: the patient's face as it faces you, each measured muscle as bright as it works.

The drawing is rendered once per size; a look at new numbers paints the muscles alone whose
brightness changed by a step that can be seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from emg_session.snapshot import SiteReading
from emg_signal.montage import Montage, Side, Site
from emg_ui.face.electrode_face import CONTACTS
from emg_ui.face.glow import STEPS, Tinted, layer_of, tinted
from emg_ui.face.painter import BEFORE, BEHIND, FACE, MUSCLES
from emg_ui.face.places import head_box, to_box, whole_box
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import mark_of
from emg_ui.text.numbers import microvolts, percent
from emg_ui.text.theme import Look
from emg_ui.widgets.activity_scale import FULL_PERCENT, FULL_UV, level_of


class LivingFace(QWidget):
    """Shows the newest readings of a montage on the drawn face.

    Parameters
    ----------
    montage
        Its sites; those that the drawing has no muscle for are left out.
    look
        Theme and text scale.
    """

    def __init__(self, montage: Montage, *, look: Look) -> None:
        super().__init__()
        self._look = look
        self._layers = {site: layer_of(site) for site in montage.sites}
        self._readings: dict[Site, SiteReading] = {}
        self._steps: dict[Site, int | None] = {}
        self._base: QPixmap | None = None
        self._tinted: dict[Site, Tinted] = {}
        self._unit = ""
        self.setMinimumSize(160, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("The patient's face: each muscle as bright as it works"))

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(400, 500)

    def show_readings(self, sites: Sequence[SiteReading]) -> None:
        """Show the newest readings; what looks the same is not painted again."""
        for reading in sites:
            site, level = reading.site, level_of(reading)
            self._readings[site] = reading
            step = None if level is None else round(STEPS * level)
            if self._steps.get(site, -1) != step:
                self._steps[site] = step
                if site in self._tinted:
                    self.update(self._tinted[site].at)
        unit = self._unit_now(sites) if any(s.rms_uv is not None for s in sites) else self._unit
        if unit != self._unit:
            self._unit = unit
            self._base = None
            self.update()

    def brightness(self, site: Site) -> float | None:
        """Return how bright a site is drawn, 0 to 1; None where nothing may be shown."""
        step = self._steps.get(site)
        return None if step is None else step / STEPS

    def place_of(self, site: Site) -> QRectF | None:
        """Return where a site's muscle is drawn, pixels; None if it is not."""
        self._made()
        return QRectF(self._tinted[site].at) if site in self._tinted else None

    @property
    def pictures(self) -> dict[Site, Tinted]:
        """What each muscle is drawn with at the present size."""
        self._made()
        return dict(self._tinted)

    @staticmethod
    def _unit_now(sites: Sequence[SiteReading]) -> str:
        """Say what the brightest is."""
        if any(reading.percent_of_reference is not None for reading in sites):
            return tr("brightest: {full:.0f} % of reference", full=FULL_PERCENT)
        return tr("brightest: {full:.0f} µV", full=FULL_UV)

    # -- drawing ------------------------------------------------------------------------------

    def _line(self) -> int:
        return self.fontMetrics().height()

    def _head(self) -> QRectF:
        return head_box(QRectF(self.rect()).adjusted(4, 4, -4, -self._line() - 4))

    def _made(self) -> QPixmap:
        """Return the resting face; render it and the muscles if the size is another."""
        if self._base is not None:
            return self._base
        theme, ratio = self._look.theme, self.devicePixelRatioF()
        whole = whole_box(self._head())
        self._base = QPixmap(self.size() * ratio)
        self._base.setDevicePixelRatio(ratio)
        self._base.fill(QColor(theme.background))
        painter = QPainter(self._base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        FACE.paint(painter, whole, BEHIND, ink=theme.shade, skin=theme.skin)
        FACE.paint(painter, whole, MUSCLES, ink=theme.muted, opacity=0.13)
        FACE.paint(painter, whole, BEFORE, ink=theme.text, opacity=0.8)
        self._words(painter)
        painter.end()
        colours = {Side.LEFT: theme.left, Side.RIGHT: theme.right}
        self._tinted = {
            site: tinted(site, whole, self.size(), colours[site.side], ratio)
            for site, layer in self._layers.items()
            if layer is not None
        }
        return self._base

    def _words(self, painter: QPainter) -> None:
        painter.setFont(self._font(0.85))
        painter.setPen(QColor(self._look.theme.muted))
        foot = self.rect().adjusted(0, self.height() - self._line() - 2, 0, 0)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self._unit)

    def _font(self, times: float) -> QFont:
        font = QFont()
        font.setPointSizeF(self._look.points(times))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        base = self._made()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, base)
        for site, muscle in self._tinted.items():
            if not event.region().intersects(muscle.at):
                continue
            level = self.brightness(site)
            if level is None:
                self._no_number(painter, site)
            elif level > 0.0:
                muscle.draw(painter, level)
        painter.end()

    def _no_number(self, painter: QPainter, site: Site) -> None:
        """Draw the sign of what is wrong where the electrode is."""
        reading = self._readings.get(site)
        if reading is None or site.muscle not in CONTACTS:
            return
        mark = mark_of(reading.quality.quality)
        one, other = CONTACTS[site.muscle]
        outwards = 1.0 if site.side is Side.LEFT else -1.0
        at = to_box(self._head()).map(
            QPointF(outwards * (one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
        )
        painter.setFont(self._font(1.2))
        painter.setPen(QColor(self._look.theme.tone(mark.tone)))
        box = QRectF(0, 0, 2 * self._line(), 2 * self._line())
        box.moveCenter(at)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.shape)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._base = None

    # -- names --------------------------------------------------------------------------------

    def words_at(self, at: QPoint) -> str:
        """Return a muscle's name, its number and its state at a place, or nothing."""
        found = [
            site for site, muscle in self._tinted.items() if muscle.at.contains(at, proper=False)
        ]
        if not found:
            return ""
        site = min(found, key=lambda s: (self._tinted[s].at.center() - at).manhattanLength())
        reading = self._readings.get(site)
        if reading is None:
            return shown(site.name)
        told = [] if reading.rms_uv is None else [microvolts(reading.rms_uv)]
        if reading.percent_of_reference is not None:
            told.append(percent(reading.percent_of_reference))
        told.append(mark_of(reading.quality.quality).word)
        return "\n".join((shown(site.name), ", ".join(told)))

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)
