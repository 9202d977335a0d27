"""`MeasureLanes`: the living face over lanes of both sides, and what may stand over them.

Where there is room, the face and the meter of the pair at work stand above a strip of lanes, which
a key unfolds. The lost sign stands over them when the board is gone, the curtain while nothing of
a person may be shown, and the origin's word across them whenever the samples are not a person's,
now.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from emg_session.snapshot import LinkState, Snapshot
from emg_signal.chunk import Origin
from emg_ui.face.living_face import LivingFace
from emg_ui.lanes.field import watermark
from emg_ui.lanes.lane_pair import FIRST_SCALE_UV, LanePair
from emg_ui.lanes.pair_meter import PairMeter
from emg_ui.lanes.pair_rows import PairRows
from emg_ui.measure.curtain import Curtain
from emg_ui.measure.steps import needs_checklist
from emg_ui.text.language import shown, tr
from emg_ui.text.marks import ORIGIN_WORDS
from emg_ui.text.theme import Look
from emg_ui.widgets.cards import LostSign, label, set_text
from emg_ui.widgets.session_view import BoardSession

LINES_FOR_A_FACE = 21
"""Lines of text that must fit before the face is shown over the lanes: with fewer it
could not be read at arm's length (engineering judgement)."""
STRIP_SHARE = 0.27
"""How much of the height is the strip of lanes under the face (tried by eye)."""
ANY_HEIGHT_PX = 1 << 14


class MeasureLanes(QWidget):
    """The patient's right on the left, numbers between, the patient's left on the right.

    Parameters
    ----------
    session
        For its montage.
    look
        Theme and text scale.
    """

    def __init__(self, session: BoardSession, *, look: Look) -> None:
        super().__init__()
        self._look = look
        self._montage = session.montage
        self.lanes = LanePair(session.montage, look=look)
        self.rows = PairRows(session.montage, look=look)
        self.face = LivingFace(session.montage, look=look)
        self.meter = PairMeter(session.montage, look=look)
        self._living, self._strip = QWidget(), QWidget()
        self._unfolded = not session.montage.assigned
        self._right_title, self._left_title = label("", "right"), label("", "left")
        self._centre_title = label("", "muted")
        self._link: LinkState | None = None
        self._mark_key: tuple[str, int] | None = None
        self._unfiltered = False
        self.is_curtained = False
        self._lost, self._curtain = LostSign(), Curtain()
        self._arrange()
        for sign in (self._lost, self._curtain):
            sign.setParent(self)
            sign.hide()
        self.set_scale(FIRST_SCALE_UV)

    def _arrange(self) -> None:
        living = QHBoxLayout(self._living)
        living.setContentsMargins(0, 0, 0, 0)
        living.addWidget(self.face, 6)
        living.addWidget(self.meter, 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self._living)
        whole.addWidget(self._strip)
        grid = QGridLayout(self._strip)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(2)
        for column, (title, widget) in enumerate(
            (
                (self._right_title, self.lanes.right),
                (self._centre_title, self.rows),
                (self._left_title, self.lanes.left),
            )
        ):
            title.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(title, 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1 if widget is not self.rows else 0)
            # Both sides get the same width, whatever their titles would like.
            title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            title.setWordWrap(True)
        grid.setRowStretch(1, 1)
        self.rows.setFixedWidth(round(326 * min(self._look.scale, 1.6)))
        for field in self.lanes.fields:
            field.resized.connect(self._align_rows)

    def set_scale(self, scale_uv: float) -> None:
        """Set the scale of all lanes, µV."""
        self.lanes.set_scale(scale_uv)
        self._show_titles()
        for title in (self._right_title, self._left_title):
            title.setToolTip(
                tr(
                    "Lanes reach ±{scale:.0f} µV; keys + and - change it. A line across a lane is "
                    "its site's reference contraction, 100 %: the target of a repetition.",
                    scale=scale_uv,
                )
            )

    def _show_titles(self) -> None:
        set_text(self._right_title, self._title(is_left=False))
        set_text(self._left_title, self._title(is_left=True))

    def _title(self, *, is_left: bool) -> str:
        """Return whose lanes they are; of a recording without a montage nobody knows."""
        if not self._montage.assigned:
            side = tr("1st channel, µV") if is_left else tr("2nd channel, µV")
        elif self._look.is_large:
            side = tr("LEFT, µV") if is_left else tr("RIGHT, µV")
        else:
            side = tr("Patient's LEFT, µV") if is_left else tr("Patient's RIGHT, µV")
        return tr("{side}, UNFILTERED", side=side) if self._unfiltered else side

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the numbers of `snapshot`."""
        stream = snapshot.streamed
        band, milliseconds = stream.band, 1000 * stream.rms_window_s
        set_text(
            self._centre_title,
            tr(
                "RMS {ms:.0f} ms, {low:.0f}–{high:.0f} Hz",
                ms=milliseconds,
                low=band.low_hz,
                high=band.high_hz,
            ),
        )
        if stream.calibration is not None:
            self.lanes.set_targets(
                {entry.site.channel: entry.reference_uv for entry in stream.calibration.sites}
            )
        self._show_curtain(snapshot)
        if not self.is_curtained:
            self.rows.show_readings(stream.sites, snapshot.pairs)
            self.face.show_readings(stream.sites)
            muscles = () if stream.cue is None else stream.cue.muscles
            self.meter.show_pair(stream.sites, snapshot.pairs, muscles)
        self._show_link(snapshot)
        self._show_origin(snapshot.origin)
        if stream.progress.unfiltered != self._unfiltered:
            self._unfiltered = stream.progress.unfiltered
            self._show_titles()

    def _show_curtain(self, snapshot: Snapshot) -> None:
        is_curtained = needs_checklist(snapshot)
        if is_curtained == self.is_curtained:
            return
        self.is_curtained = is_curtained
        self._place_signs()
        self._curtain.setVisible(is_curtained)
        self._curtain.raise_()
        self.rows.setVisible(not is_curtained)
        self._share_room()

    @property
    def shows_face(self) -> bool:
        """Whether the living face stands over the lanes now."""
        return not self._living.isHidden()

    def unfold(self) -> None:
        """Give the lanes all the room, or the face its place back where it is known whose it is."""
        self._unfolded = not (self._unfolded and self._montage.assigned)
        self._share_room()

    def _share_room(self) -> None:
        has_room = self.height() >= LINES_FOR_A_FACE * self.fontMetrics().height()
        shows_face = has_room and not self._unfolded and not self.is_curtained
        self._living.setVisible(shows_face)
        strip_px = round(STRIP_SHARE * self.height()) if shows_face else ANY_HEIGHT_PX
        self._strip.setMaximumHeight(strip_px)

    def _show_link(self, snapshot: Snapshot) -> None:
        if snapshot.link is LinkState.LOST:
            self._lost.say(snapshot.link_text)
            self._place_signs()
            self._lost.show()
            self._lost.raise_()
        elif self._link is LinkState.LOST:
            self._lost.hide()
        self._link = snapshot.link

    def _place_signs(self) -> None:
        self._curtain.setGeometry(self.rect())
        width = min(self.width(), round(640 * self._look.scale))
        height = min(self.height(), self._lost.heightForWidth(width))
        self._lost.setGeometry(
            QRect(0, 0, width, height).translated(
                self.rect().center().x() - width // 2, self.rect().center().y() - height // 2
            )
        )

    def _show_origin(self, origin: Origin) -> None:
        word = shown(ORIGIN_WORDS[origin])
        width = self.lanes.right.canvas.width()
        if (word, width) == self._mark_key:
            return
        self._mark_key = (word, width)
        points = self._look.points(3.0)
        for field in self.lanes.fields:
            field.canvas.watermark = (
                watermark(word, self._look.theme.text, width=width, points=points) if word else None
            )
            field.canvas.update()

    def _align_rows(self) -> None:
        area = self.lanes.right.lane_area()
        top = self.lanes.right.mapTo(self._strip, area.topLeft()).y() - self.rows.y()
        self.rows.set_area(QRect(0, top, self.rows.width(), area.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        self._share_room()
        self._place_signs()
