"""`StepPicture`: one drawing per step of a measurement."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from emg_session.guide import Step
from emg_session.snapshot import Snapshot
from emg_signal.measurement import Measurement
from emg_signal.montage import Montage, Site
from emg_signal.quality import Quality
from emg_signal.quality_checks import REST_FLOOR_UV
from emg_signal.symmetry import Symmetry
from emg_signal.tap import TapVerdict
from emg_ui.electrode_face import FaceSketch, draw_pins, side_colours
from emg_ui.language import tr
from emg_ui.measure_steps import first_measurement, montage_of, second_measurement
from emg_ui.numbers import signed_percent
from emg_ui.theme import Look

AXIS_PERCENT = 50.0
"""Asymmetry index at either end of the axis, as between the lanes."""


class StepPicture(QWidget):
    """Draws the picture of a step; painted anew only when what it shows has changed.

    Parameters
    ----------
    look
        Theme and text scale.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._step = Step.SKIN
        self._snapshot: Snapshot | None = None
        self._key: object = None

    def sizeHint(self) -> QSize:  # noqa: N802, D102
        return QSize(round(360 * self._look.scale), round(190 * self._look.scale))

    def show_step(self, step: Step, snapshot: Snapshot, name: str) -> None:
        """Show the picture of `step`; `name` is what a screen reader calls it."""
        progress = snapshot.progress
        key = (
            step,
            tuple(reading.site for reading in snapshot.sites),
            snapshot.cue.site if snapshot.cue else None,
            snapshot.taps,
            progress.noise,
            progress.contact.sites,
            progress.earlier,
            snapshot.measurement,
            snapshot.board,
        )
        self._snapshot, self._step = snapshot, step
        if key != self._key:
            self._key = key
            self.setAccessibleName(tr("Picture: {name}", name=name))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102
        if self._snapshot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Drawing(painter, QRectF(self.rect()), self._look, self._snapshot).draw(self._step)
        painter.end()


class _Drawing:
    """One painting of one step."""

    def __init__(self, painter: QPainter, box: QRectF, look: Look, snapshot: Snapshot) -> None:
        self._painter, self._box, self._look, self._snapshot = painter, box, look, snapshot
        self._theme = look.theme

    @property
    def _montage(self) -> Montage:
        return montage_of(self._snapshot)

    def draw(self, step: Step) -> None:
        """Draw `step`."""
        drawings: dict[Step, Callable[[], None]] = {
            Step.SKIN: self._skin,
            Step.PAIRS: self._pairs,
            Step.CONTACT: self._contact,
            Step.TAP: self._tap,
            Step.NOISE: self._noise,
            Step.REFERENCE: lambda: self._contractions(3, rest=2.0),
            Step.REPETITIONS: lambda: self._contractions(5, rest=0.6),
            Step.RESEAT: self._reseat,
            Step.LOCK: self._lock,
        }
        drawings[step]()

    # -- electrodes ---------------------------------------------------------------------------

    def _face(self, box: QRectF, *, ground: bool = True) -> FaceSketch:
        sketch = FaceSketch(self._painter, box, self._look)
        if ground:
            sketch.ground()
        return sketch

    def _halves(self, share: float = 0.46) -> tuple[QRectF, QRectF]:
        box = self._box
        left = QRectF(box.left(), box.top(), share * box.width(), box.height())
        return left, box.adjusted(left.width() + 8, 0, 0, 0)

    def _skin(self) -> None:
        face, side = self._halves()
        sketch = self._face(face)
        sketch.electrodes(self._montage, side_colours(self._look), numbers=False)
        self._electrode(sketch, side)

    def _electrode(self, sketch: FaceSketch, box: QRectF) -> None:
        """Draw one electrode pair with its sizes: 2.5 mm contacts, 10 mm apart."""
        theme, painter = self._theme, self._painter
        per_mm = min(box.width() / 22, box.height() / 16)
        middle = box.center()
        painter.setPen(QPen(QColor(theme.border), 1.5))
        painter.setBrush(QColor(theme.background))
        pad = QRectF(0, 0, 19 * per_mm, 7 * per_mm)
        pad.moveCenter(middle)
        painter.drawRoundedRect(pad, 3 * per_mm, 3 * per_mm)
        painter.setBrush(QColor(theme.muted))
        painter.setPen(Qt.PenStyle.NoPen)
        ends = [QPointF(middle.x() + s * 5 * per_mm, middle.y()) for s in (-1, 1)]
        for end in ends:
            painter.drawEllipse(end, 1.25 * per_mm, 1.25 * per_mm)
        y = pad.bottom() + 1.2 * per_mm
        self._ruler(QPointF(ends[0].x(), y), QPointF(ends[1].x(), y))
        line = 1.6 * self._look.points(0.75)
        below = QRectF(box.left(), y + 2, box.width(), line)
        sketch.text(below, tr("10 mm apart"), theme.text, 0.75)
        above = QRectF(box.left(), pad.top() - line, box.width(), line)
        sketch.text(above, tr("contacts 2.5 mm"), theme.text, 0.75)
        fibres = QRectF(box.left(), below.bottom(), box.width(), line)
        sketch.text(fibres, tr("along the fibres"), theme.muted, 0.75)

    def _ruler(self, one: QPointF, other: QPointF) -> None:
        self._painter.setPen(QPen(QColor(self._theme.text), 1.5))
        self._painter.drawLine(one, other)
        for end in (one, other):
            self._painter.drawLine(end - QPointF(0, 4), end + QPointF(0, 4))

    def _pairs(self) -> None:
        if "Cyton" not in self._snapshot.board or "Daisy" in self._snapshot.board:
            face = self._box
            self._face(face).electrodes(self._montage, side_colours(self._look))
            return
        face, side = self._halves(0.42)
        self._face(face).electrodes(self._montage, side_colours(self._look))
        draw_pins(self._painter, side, self._look, self._montage)

    def _contact(self) -> None:
        theme = self._theme
        found = {site.site: site for site in self._snapshot.progress.contact.sites}

        def colour(site: Site) -> str:
            if site not in found:
                return theme.muted
            return theme.good if found[site].is_good else theme.bad

        sketch = self._face(self._box)
        sketch.electrodes(self._montage, colour)
        for contact in found.values():
            if not contact.is_good:
                sketch.ring(contact.site, theme.bad)

    def _tap(self) -> None:
        theme, snapshot = self._theme, self._snapshot
        verdicts = {tap.site: tap.verdict for tap in snapshot.taps}

        def colour(site: Site) -> str:
            if site not in verdicts:
                return theme.muted
            return theme.good if verdicts[site] is TapVerdict.PROVEN else theme.bad

        sketch = self._face(self._box, ground=False)
        sketch.electrodes(self._montage, colour)
        site = snapshot.cue.site if snapshot.cue else None
        if site is not None:
            sketch.ring(site, theme.warn)
            self._finger(sketch.middle_of(site))
        for bad, verdict in verdicts.items():
            if verdict is not TapVerdict.PROVEN:
                sketch.ring(bad, theme.bad)

    def _finger(self, at: QPointF) -> None:
        size = 26.0 * self._look.scale
        path = QPainterPath(at)
        path.lineTo(at + QPointF(0.9 * size, 1.5 * size))
        path.lineTo(at + QPointF(1.35 * size, 1.2 * size))
        path.quadTo(at + QPointF(0.55 * size, -0.25 * size), at)
        self._painter.setPen(QPen(QColor(self._theme.text), 1.5))
        self._painter.setBrush(QColor(self._theme.panel))
        self._painter.drawPath(path)

    # -- amplitudes ---------------------------------------------------------------------------

    def _noise(self) -> None:
        """Draw the rest of every site as a bar, with the limit as a line."""
        theme, noise = self._theme, self._snapshot.progress.noise
        if not noise:
            self._still()
            return
        box = self._box.adjusted(10, 10, -10, -24 * self._look.scale)
        full_uv = 1.5 * REST_FLOOR_UV
        step = box.width() / len(noise)
        sketch = _Words(self._painter, self._look)
        for i, site in enumerate(noise):
            share = min(1.0, site.rest_uv / full_uv) if site.rest_uv >= 0 else 0.0
            bar = QRectF(box.left() + i * step + 4, 0, step - 8, share * box.height())
            bar.moveBottom(box.bottom())
            good = site.report.quality is Quality.GOOD
            self._painter.fillRect(bar, QColor(theme.good if good else theme.bad))
            below = QRectF(box.left() + i * step, box.bottom() + 2, step, 20 * self._look.scale)
            sketch.write(below, str(site.site.channel + 1), theme.text)
        y = box.bottom() - box.height() * REST_FLOOR_UV / full_uv
        self._painter.setPen(QPen(QColor(theme.warn), 2, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        above = QRectF(box.left(), y - 22 * self._look.scale, box.width(), 20 * self._look.scale)
        sketch.write(above, tr("{limit:.0f} µV at rest", limit=REST_FLOOR_UV), theme.text)

    def _still(self) -> None:
        """Draw a lane at rest above a lane full of hum, crossed out."""
        theme, box = self._theme, self._box.adjusted(12, 8, -12, -8)
        height = box.height() / 2
        words = _Words(self._painter, self._look)
        for row, (amplitude, tone, text) in enumerate(
            ((1.5, theme.good, tr("still")), (0.3 * height, theme.bad, tr("hum")))
        ):
            y = box.top() + (row + 0.5) * height
            room = 70 * self._look.scale
            path = QPainterPath(QPointF(box.left() + room, y))
            n = 200
            for i in range(n + 1):
                x = box.left() + room + (box.width() - room) * i / n
                path.lineTo(x, y + amplitude * _wave(i))
            self._painter.setPen(QPen(QColor(tone), 1.6))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPath(path)
            mark = "●" if row == 0 else "■"
            words.write(QRectF(box.left(), y - 14, room, 28), f"{mark} {text}", tone)

    def _contractions(self, n: int, *, rest: float) -> None:
        """Draw rest and `n` contractions up to the target line."""
        theme, box = self._theme, self._box.adjusted(10, 8, -10, -26 * self._look.scale)
        unit = box.width() / (rest + n * 1.5)
        base, top = box.bottom(), box.top() + 0.25 * box.height()
        path = QPainterPath(QPointF(box.left(), base))
        x = box.left() + rest * unit
        words = _Words(self._painter, self._look)
        for i in range(n):
            path.lineTo(x, base)
            path.lineTo(x + 0.12 * unit, top)
            path.lineTo(x + 0.92 * unit, top)
            path.lineTo(x + 1.04 * unit, base)
            below = QRectF(x, base + 3, 1.04 * unit, 20 * self._look.scale)
            words.write(below, str(i + 1), theme.text)
            x += 1.5 * unit
        path.lineTo(box.right(), base)
        self._painter.setPen(QPen(QColor(theme.note), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)
        self._painter.setPen(QPen(QColor(theme.warn), 2, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(box.left(), top), QPointF(box.right(), top))
        above = QRectF(box.left(), top - 24 * self._look.scale, box.width(), 22 * self._look.scale)
        words.write(above, tr("target"), theme.text)

    # -- results ------------------------------------------------------------------------------

    def _reseat(self) -> None:
        first = first_measurement(self._snapshot)
        second = second_measurement(self._snapshot)
        if second is None or first is None:
            self._off_and_on()
            return
        self._intervals([(tr("first"), first), (tr("second"), second)])

    def _off_and_on(self) -> None:
        theme = self._theme
        words = _Words(self._painter, self._look)
        step = self._box.width() / 3
        texts = (tr("take off"), tr("clean"), tr("put on again"))
        for i, text in enumerate(texts):
            middle = QPointF(self._box.left() + (i + 0.5) * step, self._box.center().y() - 10)
            self._painter.setPen(QPen(QColor(theme.muted), 2))
            self._painter.drawLine(middle + QPointF(-40, 26), middle + QPointF(40, 26))
            lift = (-22.0, 60.0, 14.0)[i]
            if i != 1:
                self._painter.setBrush(QColor(theme.note))
                for x in (-16, 16):
                    self._painter.drawEllipse(middle + QPointF(x, lift), 9, 9)
            else:
                self._painter.setBrush(QColor(theme.good))
                self._painter.drawRoundedRect(QRectF(middle.x() - 26, middle.y() + 8, 52, 14), 6, 6)
            below = QRectF(middle.x() - step / 2, middle.y() + 34, step, 26 * self._look.scale)
            words.write(below, f"{i + 1} {text}", theme.text)

    def _lock(self) -> None:
        first, second = first_measurement(self._snapshot), second_measurement(self._snapshot)
        known = [(tr("first"), first), (tr("second"), second)]
        self._intervals([(name, each) for name, each in known if each is not None])

    def _intervals(self, measured: list[tuple[str, Measurement]]) -> None:
        """Draw index and interval of every pair, one placement below the other."""
        rows = [(name, s) for name, each in measured for s in each.symmetries][:8]
        if not rows:
            return
        theme, scale = self._theme, self._look.scale
        room = 104 * scale
        box = self._box.adjusted(room, 6, -12, -24 * scale)
        height = min(box.height() / len(rows), 44 * scale)
        words = _Words(self._painter, self._look)
        for i, (name, symmetry) in enumerate(rows):
            y = box.top() + (i + 0.5) * height
            text = f"{name} {signed_percent(symmetry.index_percent)}"
            words.write(QRectF(self._box.left(), y - 14, room - 6, 28), text, theme.text)
            self._healthy(box, y, height, symmetry)
            self._interval(box, y, symmetry)
        self._painter.setPen(QPen(QColor(theme.muted), 1))
        x = box.center().x()
        self._painter.drawLine(QPointF(x, box.top()), QPointF(x, box.top() + height * len(rows)))
        below = QRectF(self._box.left(), box.bottom() + 2, self._box.width() - 4, 20 * scale)
        words.write(below, tr("◂ right more"), theme.muted, Qt.AlignmentFlag.AlignLeft)
        words.write(below, tr("left more ▸"), theme.muted, Qt.AlignmentFlag.AlignRight)

    def _healthy(self, box: QRectF, y: float, height: float, symmetry: Symmetry) -> None:
        """Draw the published range of healthy faces behind the interval, where there is one."""
        known = {r.pair.muscle: r.healthy_limit_percent for r in self._snapshot.pairs}
        limit = known.get(symmetry.pair.muscle)
        if limit is not None:
            half = min(1.0, limit / AXIS_PERCENT) * box.width() / 2
            band = QRectF(box.center().x() - half, y - 0.4 * height, 2 * half, 0.8 * height)
            self._painter.fillRect(band, QColor(self._theme.healthy))

    def _interval(self, box: QRectF, y: float, symmetry: Symmetry) -> None:
        def x_of(percent: float) -> float:
            share = max(-1.0, min(1.0, percent / AXIS_PERCENT))
            return box.center().x() + share * box.width() / 2

        theme, painter = self._theme, self._painter
        low, high = symmetry.interval_percent
        painter.setPen(QPen(QColor(theme.note), 3))
        painter.drawLine(QPointF(x_of(low), y), QPointF(x_of(high), y))
        for end in (low, high):
            painter.drawLine(QPointF(x_of(end), y - 6), QPointF(x_of(end), y + 6))
        painter.setBrush(QColor(theme.text))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(x_of(symmetry.index_percent), y), 5, 5)


def _wave(i: int) -> float:
    return (0.0, 1.0, 0.0, -1.0)[i // 2 % 4]


class _Words:
    """Writes small words."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter, self._look = painter, look

    def write(
        self,
        box: QRectF,
        text: str,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        font = self._painter.font()
        font.setPointSizeF(self._look.points(0.75))
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, text)
