"""`PairMeter`: the pair at work, as large as the room allows, to be read from a step away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QResizeEvent

from emg_session.snapshot import PairReading, SiteReading
from emg_signal.montage import Montage
from emg_ui.lanes.pair_rows import PairRows
from emg_ui.text.theme import Look

ROW_PX = 326
"""Width for which a row's text has the body's size, at text of 100 %."""
BAR_LINES = 3.0
"""Height of the bars, lines: as a hand beside the face (tried by eye)."""
ROW_LINES = 6.5 + BAR_LINES
"""Lines of text that the meter's content is high, with air."""


class PairMeter(PairRows):
    """One pair's row, written as large as the room allows.

    Parameters
    ----------
    montage
        Of all pairs.
    look
        Theme and text scale.
    """

    def __init__(self, montage: Montage, *, look: Look) -> None:
        super().__init__(Montage(montage.name, montage.pairs[:1]), look=look)
        self._all = montage.pairs
        self._at = 0

    def show_pair(
        self,
        sites: Sequence[SiteReading],
        pairs: Sequence[PairReading],
        muscles: Sequence[str],
    ) -> None:
        """Show the pair at work: the one that is cued, else the last that was.

        Parameters
        ----------
        sites, pairs
            All readings, in the order of the montage.
        muscles
            Those that the cue of this moment exercises; none between cues, all or several in
            exercises that are not one pair's.
        """
        named = [i for i, pair in enumerate(self._all) if pair.muscle in muscles]
        if len(named) == 1:
            self._at = named[0]
        first = 2 * self._at
        self.show_readings(sites[first : first + 2], pairs[self._at : self._at + 1])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102
        super().resizeEvent(event)
        line = self.fontMetrics().height()
        times = min(self.width() / (ROW_PX * self._look.scale), self.height() / (ROW_LINES * line))
        times = max(1.0, round(times, 1))
        self.set_text(times, BAR_LINES)
        height = min(self.height(), round(ROW_LINES * line * times))
        top = (self.height() - height) // 2
        self.set_area(QRect(0, top, self.width(), height))

    def _legend(self, painter: QPainter) -> None:
        """Leave what the numbers are to the strip of lanes below, which says it."""
