"""`StepPicture`: one drawing per step of a measurement."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from emg_session.guide import Step
from emg_session.snapshot import Snapshot
from emg_signal.montage import Montage, Site
from emg_signal.tap import TapVerdict
from emg_ui.face.drawing import Drawing
from emg_ui.face.electrode_face import FaceSketch, draw_pins, side_colours
from emg_ui.measure.charts import Charts
from emg_ui.measure.steps import (
    OF_PURPOSE,
    first_measurement,
    looked_at,
    montage_of,
    second_measurement,
)
from emg_ui.text.language import tr
from emg_ui.text.theme import Look

ELECTRODE, FINGER = Drawing("electrode"), Drawing("finger")
PAD_MM, RULER_MM = 3.5, 5.1
"""How far the pad reaches above its middle, and the ruler below, as drawn."""


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
        stream = snapshot.streamed
        progress = stream.progress
        if step is Step.RESEAT and progress.running is not None:
            step = OF_PURPOSE[progress.running]  # what is to be done now, with these electrodes
        key = (
            step,
            tuple(reading.site for reading in stream.sites),
            stream.cue.site if stream.cue else None,
            stream.taps,
            progress.noise,
            progress.contact.sites,
            snapshot.treatment.earlier,
            snapshot.treatment.measurement,
            tuple(reading.symmetry for reading in snapshot.pairs),
            stream.board,
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
        self._charts = Charts(painter, box, look, snapshot)

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
            Step.NOISE: self._charts.noise,
            Step.REFERENCE: lambda: self._charts.contractions(3, rest=0.6),
            Step.REPETITIONS: self._repetitions,
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
        """Draw one electrode pair, large, with its sizes in words above and below."""
        theme, whole = self._theme, ELECTRODE.bounds
        per_mm = min(box.width() / whole.width(), box.height() / whole.height())
        room = QRectF(0, 0, whole.width() * per_mm, whole.height() * per_mm)
        room.moveCenter(box.center())
        paint = partial(ELECTRODE.paint, self._painter, room)
        paint(("pad",), ink=theme.border, skin=theme.background)
        paint(("contacts",), ink=theme.muted)
        paint(("ruler",), ink=theme.text)
        line, middle = 1.6 * self._look.points(0.75), box.center().y()
        for top, words, colour in (
            (middle - PAD_MM * per_mm - line, tr("contacts 2.5 mm"), theme.text),
            (middle + RULER_MM * per_mm, tr("10 mm apart"), theme.text),
            (middle + RULER_MM * per_mm + line, tr("along the fibres"), theme.muted),
        ):
            sketch.text(QRectF(box.left(), top, box.width(), line), words, colour, 0.75)

    def _pairs(self) -> None:
        if looked_at(self._snapshot) is not None:
            self._charts.shrinking()
            return
        if "Cyton" not in self._snapshot.streamed.board or "Daisy" in self._snapshot.streamed.board:
            face = self._box
            self._face(face).electrodes(self._montage, side_colours(self._look))
            return
        face, side = self._halves(0.42)
        self._face(face).electrodes(self._montage, side_colours(self._look))
        draw_pins(self._painter, side, self._look, self._montage)

    def _contact(self) -> None:
        theme = self._theme
        found = {site.site: site for site in self._snapshot.streamed.progress.contact.sites}

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
        verdicts = {tap.site: tap.verdict for tap in snapshot.streamed.taps}

        def colour(site: Site) -> str:
            if site not in verdicts:
                return theme.muted
            return theme.good if verdicts[site] is TapVerdict.PROVEN else theme.bad

        sketch = self._face(self._box, ground=False)
        sketch.electrodes(self._montage, colour)
        site = snapshot.streamed.cue.site if snapshot.streamed.cue else None
        if site is not None:
            sketch.ring(site, theme.warn)
            self._finger(sketch.middle_of(site))
        for bad, verdict in verdicts.items():
            if verdict is not TapVerdict.PROVEN:
                sketch.ring(bad, theme.bad)

    def _finger(self, at: QPointF) -> None:
        scale, whole = 0.26 * self._look.scale, FINGER.bounds
        box = QRectF(at + whole.topLeft() * scale, whole.size() * scale)
        FINGER.paint(
            self._painter, box, FINGER.layers, ink=self._theme.text, skin=self._theme.panel
        )

    # -- results ------------------------------------------------------------------------------

    def _repetitions(self) -> None:
        if any(reading.symmetry is not None for reading in self._snapshot.pairs):
            self._charts.shrinking()
        else:
            self._charts.contractions(5, rest=0.6)

    def _reseat(self) -> None:
        first = first_measurement(self._snapshot)
        second = second_measurement(self._snapshot)
        if second is None or first is None:
            self._charts.off_and_on()
            return
        self._charts.intervals([(tr("first"), first), (tr("second"), second)])

    def _lock(self) -> None:
        first, second = first_measurement(self._snapshot), second_measurement(self._snapshot)
        known = [(tr("first"), first), (tr("second"), second)]
        self._charts.intervals([(name, each) for name, each in known if each is not None])
