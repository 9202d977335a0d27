"""The Measure screen: lanes of both sides, numbers between them, cue, electrodes, suggestion."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from emg_session.snapshot import LinkState, Snapshot
from emg_signal.chunk import Origin
from emg_signal.phrase import say
from emg_ui.cards import CueCard, ElectrodeCard, LostSign, label, set_text
from emg_ui.lane_field import LaneField, watermark
from emg_ui.lane_pair import FIRST_SCALE_UV, SCALES_UV, LanePair
from emg_ui.language import shown
from emg_ui.measuring_protocol import measuring_protocol
from emg_ui.pair_rows import PairRows
from emg_ui.screen import Screen
from emg_ui.session_view import SessionView
from emg_ui.suggestion_card import SuggestionCard
from emg_ui.theme import Look

ORIGIN_WORDS = {
    Origin.LIVE: "",
    Origin.SIMULATED: say("SIMULATED"),
    Origin.PLAYBACK: say("PLAYBACK"),
}


class MeasureScreen(Screen):
    """Everything that is looked at while electrodes are on."""

    title = say("Measure")
    purpose = say(
        "The electrodes are on: calibrate, then let both sides contract together until the "
        "measurement is locked. The lanes are live; symmetry comes from finished repetitions alone."
    )
    keys = say("+ - scale   C calibrate   A accept   E edit   R reject")

    def __init__(self, session: SessionView, *, look: Look) -> None:
        super().__init__(session, look=look)
        self.lanes = LanePair(session.montage, look=look)
        self.rows = PairRows(session.montage, look=look)
        self.cue = CueCard()
        self.electrodes = ElectrodeCard()
        self.suggestion = SuggestionCard(session)
        self._right_title, self._left_title = label("", "right"), label("", "left")
        self._centre_title = label("", "muted")
        self._origin: Origin | None = None
        self._link: LinkState | None = None
        self._mark_key: tuple[str, int] | None = None
        self._build()
        self.set_scale(FIRST_SCALE_UV)

    @property
    def fields(self) -> tuple[LaneField, LaneField]:
        """Both sides, the patient's right first, as they stand on the screen."""
        return self.lanes.fields

    def _build(self) -> None:
        for title in (self._right_title, self._centre_title, self._left_title):
            title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lost = LostSign()
        self._lost.setParent(self)
        self._lost.hide()
        grid = QGridLayout()
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
            grid.addWidget(title, 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1 if widget is not self.rows else 0)
            # Both sides get the same width, whatever their titles would like.
            title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            title.setWordWrap(True)
        grid.setRowStretch(1, 1)
        self.rows.setFixedWidth(round(326 * min(self.look.scale, 1.6)))
        self.lanes.left.resized.connect(self._align_rows)
        if self.look.is_large:
            self._arrange_large(grid)
        else:
            self._arrange(grid)

    def _arrange(self, grid: QGridLayout) -> None:
        """Put the cards beside the lanes."""
        column = QWidget()
        side = QVBoxLayout(column)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(6)
        side.addWidget(self.cue)
        side.addWidget(self.electrodes)
        side.addWidget(self.suggestion, 1)
        column.setFixedWidth(round(404 * self.look.scale))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(8)
        layout.addLayout(grid, 1)
        layout.addWidget(column)

    def _arrange_large(self, grid: QGridLayout) -> None:
        """Put cue and electrodes above the lanes; the suggestion is on the Decide screen."""
        row = QHBoxLayout()
        row.addWidget(self.cue, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.electrodes, 2, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.addLayout(row)
        layout.addLayout(grid, 1)
        self.suggestion.setParent(self)
        self.suggestion.hide()

    def attach(self) -> None:
        """Draw the session's lanes from now on."""
        self.lanes.attach(self.session.columns)

    def advance(self) -> bool:
        """Draw new columns; return whether there were any."""
        return self.lanes.advance()

    def take_focus(self) -> None:
        """Leave the keyboard to the keys of this screen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def calibrate(self) -> None:
        """Begin calibration and measurement at the newest sample."""
        self.session.start_protocol(measuring_protocol(self.session.montage.pairs[0].muscle))

    def step_scale(self, step: int) -> None:
        """Take the next larger (+1) or smaller (-1) scale of the lanes."""
        i = SCALES_UV.index(self.lanes.scale_uv) + step
        if 0 <= i < len(SCALES_UV):
            self.set_scale(SCALES_UV[i])

    def set_scale(self, scale_uv: float) -> None:
        """Set the scale of all lanes, µV."""
        self.lanes.set_scale(scale_uv)
        for title, side in ((self._right_title, "RIGHT"), (self._left_title, "LEFT")):
            title.setText(self._lane_title(side))
            title.setToolTip(f"Lanes reach ±{scale_uv:.0f} µV; keys + and - change it")

    def _lane_title(self, side: str) -> str:
        """Return whose lanes they are; of a recording without a montage nobody knows."""
        if not self.session.montage.assigned:
            return "2nd channel, µV" if side == "RIGHT" else "1st channel, µV"
        return f"{side}, µV" if self.look.is_large else f"Patient's {side}, µV"

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the numbers of `snapshot`."""
        band = snapshot.band
        set_text(
            self._centre_title,
            f"RMS {1000 * snapshot.rms_window_s:.0f} ms, {band.low_hz:.0f}–{band.high_hz:.0f} Hz",
        )
        self.rows.show_readings(snapshot.sites, snapshot.pairs)
        self.cue.show_cue(snapshot)
        self.electrodes.show_sites(snapshot.sites)
        self.suggestion.show_snapshot(snapshot)
        self._show_link(snapshot)
        self._show_origin(snapshot.origin)

    def _show_link(self, snapshot: Snapshot) -> None:
        if snapshot.link is LinkState.LOST:
            self._lost.say(snapshot.link_text)
            self._place_lost()
            self._lost.show()
            self._lost.raise_()
        elif self._link is LinkState.LOST:
            self._lost.hide()
        self._link = snapshot.link

    def _place_lost(self) -> None:
        area = self.lanes.right.geometry().united(self.lanes.left.geometry())
        width = min(area.width(), round(640 * self.look.scale))
        height = min(area.height(), self._lost.heightForWidth(width))
        self._lost.setGeometry(
            QRect(0, 0, width, height).translated(
                area.center().x() - width // 2, area.center().y() - height // 2
            )
        )

    def _show_origin(self, origin: Origin) -> None:
        word = shown(ORIGIN_WORDS[origin])
        width = self.lanes.right.canvas.width()
        if (word, width) == self._mark_key:
            return
        self._mark_key = (word, width)
        theme = self.look.theme
        for field in self.fields:
            field.canvas.watermark = (
                watermark(word, theme.text, width=width, points=self.look.points(3.0))
                if word
                else None
            )
            field.canvas.update()

    def _align_rows(self) -> None:
        area = self.lanes.right.lane_area()
        top = self.lanes.right.mapTo(self, area.topLeft()).y() - self.rows.geometry().top()
        self.rows.set_area(QRect(0, top, self.rows.width(), area.height()))
