"""`PairRows`: what stands between the lanes of both sides: numbers, bars, symmetry, quality.

The patient faces the reader, so the patient's right is on the left of the screen, here as on the
face map and in the lanes. The bars live; the asymmetry does not: a moving RMS of 125 ms jitters
by a fifth of itself, so a live asymmetry would be noise, and only finished repetitions show one.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QStaticText,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from emg_session.snapshot import PairReading, SiteReading
from emg_signal.montage import Montage
from emg_ui.lanes.pair_picture import PairPicture
from emg_ui.lanes.pair_room import Fonts, PairRoom
from emg_ui.text.language import tr
from emg_ui.text.marks import mark_of
from emg_ui.text.numbers import microvolts
from emg_ui.text.theme import Look
from emg_ui.widgets.activity_scale import reached_percent

SPOKEN_S = 1.0
"""Least time between changes of the spoken numbers: a voice does not follow ten a second."""

MOST_WRITTEN = 500
"""Numbers that are kept laid out, so that a day of them does not fill the memory."""


class PairRows(QWidget):
    """One row per pair, as high as its lanes.

    What seldom changes (names, states, last hold, symmetry) is painted into a picture once; only
    bars and live numbers are painted at every update.

    Parameters
    ----------
    montage
        Pairs from top to bottom.
    look
        Theme and text scale.
    """

    def __init__(self, montage: Montage, *, look: Look) -> None:
        super().__init__()
        self.montage = montage
        self._look = look
        self._fonts = Fonts(look)
        self._bar_lines = 1.0
        self._colours = {True: QColor(look.theme.right), False: QColor(look.theme.left)}
        self._muted, self._ink = QColor(look.theme.muted), QColor(look.theme.text)
        self._area = QRect()
        self._rooms: list[PairRoom] = []
        self._bar_marks: list[QLineF] = []
        self._sites: Sequence[SiteReading] = ()
        self._pairs: Sequence[PairReading] = ()
        self._states: list[object] = []
        self._still: QPixmap | None = None
        self._written: dict[str, tuple[QStaticText, int, float]] = {}
        self._spoken_s = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Muscle activity, the patient's right and left"))

    def set_text(self, times: float, bar_lines: float) -> None:
        """Write at `times` the look's size from now on, bars that many lines high."""
        self._bar_lines = bar_lines
        self._fonts = Fonts(Look(self._look.theme, times * self._look.scale))
        self._written.clear()

    def set_area(self, area: QRect) -> None:
        """Lay the rows beside the lanes: `area` in this widget's coordinates."""
        self._area = area
        n = len(self.montage.pairs)
        height = area.height() / n
        self._rooms = [
            PairRoom(
                QRectF(0.0, area.top() + i * height, self.width(), height),
                self._fonts,
                bar_lines=self._bar_lines,
            )
            for i in range(n)
        ]
        self._bar_marks = [line for room in self._rooms for line in room.bar_marks()]
        self._still = None
        self.update()

    def row_areas(self) -> list[QRect]:
        """Return where each pair stands."""
        n, top, height = len(self._pairs), self._area.top(), self._area.height()
        return [QRect(0, top + i * height // n, self.width(), height // n) for i in range(n)]

    def show_readings(self, sites: Sequence[SiteReading], pairs: Sequence[PairReading]) -> None:
        """Show the newest readings, in the order of the montage."""
        if sites == self._sites and pairs == self._pairs:
            return
        states = states_of(sites)
        is_other = states != self._states
        if is_other or pairs != self._pairs:
            self._still = None
        self._sites, self._pairs, self._states = sites, pairs, states
        if is_other or perf_counter() - self._spoken_s >= SPOKEN_S:
            self._spoken_s = perf_counter()
            self.setAccessibleDescription("; ".join(spoken(site) for site in sites))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._still = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still_picture())
        painter.setFont(self._fonts.of(1.0))
        painter.setPen(self._muted)
        for i, (room, _) in enumerate(zip(self._rooms, self._pairs, strict=False)):
            left, right = self._sites[2 * i], self._sites[2 * i + 1]
            self._draw_site(painter, room, right, is_right=True)
            self._draw_site(painter, room, left, is_right=False)
        if self._pairs:
            painter.setPen(self._ink)
            painter.drawLines(self._bar_marks)
        painter.end()

    def _draw_site(
        self, painter: QPainter, room: PairRoom, reading: SiteReading, *, is_right: bool
    ) -> None:
        """Draw what is now: µV at the outer edge, a bar of % of the target from the middle."""
        if reading.rms_uv is not None and room.live:
            text, width, height = self._text(reading.rms_uv)
            left, right, middle = room.live[0 if is_right else 1]
            painter.drawStaticText(
                left if is_right else right - width, round(middle - height / 2), text
            )
        reached = reached_percent(reading)
        if reached is not None:
            bar = room.filled(reached, to_the_left=is_right)
            painter.fillRect(*bar, self._colours[is_right])

    def _text(self, value_uv: float) -> tuple[QStaticText, int, float]:
        """Return an amplitude laid out, with its size; the same few come again and again."""
        key = f"{value_uv:.1f}" if value_uv < 10 else f"{value_uv:.0f}"
        written = self._written.get(key)
        if written is None:
            if len(self._written) >= MOST_WRITTEN:
                self._written.clear()
            text = QStaticText(microvolts(value_uv))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(QTransform(), self._fonts.of(1.0))
            size = text.size()
            written = self._written[key] = (text, round(size.width()), size.height())
        return written

    def _still_picture(self) -> QPixmap:
        """Return names, states, last hold and symmetry, painted anew only if one changed."""
        if self._still is None:
            ratio = self.devicePixelRatioF()
            self._still = QPixmap(self.size() * ratio)
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(QColor(self._look.theme.background))
            painter = QPainter(self._still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for i, (room, pair) in enumerate(zip(self._rooms, self._pairs, strict=False)):
                picture = PairPicture(painter, room, self._look, self._fonts)
                picture.draw(pair, self._sites[2 * i], self._sites[2 * i + 1])
            self._legend(painter)
            painter.end()
        return self._still

    def _legend(self, painter: QPainter) -> None:
        """Say what the numbers are, in the space beside the time axis."""
        painter.setFont(self._fonts.of(0.85))
        painter.setPen(self._muted)
        space = self.rect().adjusted(0, self._area.bottom() + 2, 0, 0)
        is_large = self._look.is_large
        words = tr("now") if is_large else tr("large: last hold (1 s)   grey, bar: now")
        painter.drawText(space, Qt.AlignmentFlag.AlignCenter, words)


def states_of(sites: Sequence[SiteReading]) -> list[object]:
    """Return what of the readings seldom changes."""
    return [(s.quality.quality, s.rms_uv is None, s.held_uv, s.held_percent) for s in sites]


def spoken(reading: SiteReading) -> str:
    """Return a reading in words, as a screen reader says it."""
    value = tr("no number") if reading.rms_uv is None else microvolts(reading.rms_uv)
    return tr(
        "{site}: {value!s}, {state!s}",
        site=reading.site.name,
        value=value,
        state=mark_of(reading.quality.quality).word,
    )
