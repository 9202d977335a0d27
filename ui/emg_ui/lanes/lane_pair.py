"""`LanePair`: both sides' lanes as one raster, drawn as new columns come."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from emg_session.columns import ColumnRing, Columns
from emg_signal.montage import Montage
from emg_ui.lanes.field import LaneField
from emg_ui.lanes.lane_colours import LaneColours
from emg_ui.lanes.raster import LaneRaster
from emg_ui.text.theme import Look, Theme

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


def lane_colours(theme: Theme, n_pairs: int) -> LaneColours:
    """Return the raster's colours: all lanes of the patient's right, then all of the left."""
    return LaneColours(
        background=rgb(theme.background),
        grid=rgb(theme.grid),
        edge=rgb(theme.border),
        traces=[rgb(theme.right_trace)] * n_pairs + [rgb(theme.left_trace)] * n_pairs,
        envelopes=[rgb(theme.right)] * n_pairs + [rgb(theme.left)] * n_pairs,
        gap=rgb(theme.panel),
        alarm=rgb(theme.bad),
        head=rgb(theme.muted),
        target=rgb(theme.warn),
    )


class LanePair:
    """Keeps one raster of all lanes and shows half of it on each side.

    One raster, since numpy costs by the call: two would cost twice.

    Parameters
    ----------
    montage
        Pairs from top to bottom.
    look
        Theme and text scale.
    """

    def __init__(self, montage: Montage, *, look: Look) -> None:
        self.scale_uv = FIRST_SCALE_UV
        self.raster: LaneRaster | None = None
        self._n = len(montage.pairs)
        self._channels = tuple(
            [pair.right.channel for pair in montage.pairs]
            + [pair.left.channel for pair in montage.pairs]
        )
        self._look = look
        self._targets_uv: tuple[float, ...] = ()
        self._ring: ColumnRing | None = None
        self._cursor = 0
        self._pushes = 0
        self.right = LaneField(self._n, patients_left=False, look=look)
        self.left = LaneField(self._n, patients_left=True, look=look)
        for field in self.fields:
            field.resized.connect(self.rebuild)

    @property
    def fields(self) -> tuple[LaneField, LaneField]:
        """Both sides, the patient's right first, as they stand on the screen."""
        return self.right, self.left

    def attach(self, ring: ColumnRing) -> None:
        """Draw from `ring`, beginning with what it still holds of the time shown."""
        self._ring = ring
        self.rebuild()

    def set_scale(self, scale_uv: float) -> None:
        """Set the half height of every lane, µV; only a person does."""
        self.scale_uv = scale_uv
        self.rebuild()

    def set_targets(self, uv_of: Mapping[int, float]) -> None:
        """Set the level that each channel's envelope shall reach, µV; none for one left out."""
        targets = tuple(uv_of.get(channel, float("nan")) for channel in self._channels)
        if uv_of and not np.array_equal(targets, self._targets_uv, equal_nan=True):
            self._targets_uv = targets
            self.rebuild()

    def rebuild(self) -> None:
        """Make the raster anew for the present size and scale, and draw what the ring holds."""
        sizes = [field.pixel_size() for field in self.fields]
        width, height = min(w for w, _ in sizes), min(h for _, h in sizes)
        if width < 2 or height < 2 * self._n:
            return
        lane_height = height // self._n
        rate = self._ring.columns_per_s if self._ring is not None else width / SHOWN_S
        columns_per_pixel = max(1, round(SHOWN_S * rate / width))
        self.raster = LaneRaster(
            self._channels,
            width,
            2 * self._n * lane_height,
            scale_uv=self.scale_uv,
            colours=lane_colours(self._look.theme, self._n),
            columns_per_pixel=columns_per_pixel,
            targets_uv=self._targets_uv,
        )
        if self._ring is not None:
            first = max(0, self._ring.head - width * columns_per_pixel)
            self._draw(self.raster, self._ring.read(first, open_column=True))
        for i, field in enumerate(self.fields):
            field.show_lanes(self.raster, i * self._n)
            field.label_axes(self.scale_uv, width * columns_per_pixel / rate)

    def advance(self) -> bool:
        """Draw the columns that are new; return whether there were any."""
        if self.raster is None or self._ring is None or self._ring.pushes == self._pushes:
            return False
        self._pushes = self._ring.pushes  # before the read: what comes between is read again
        columns = self._ring.read(self._cursor, open_column=True)
        changed = self._draw(self.raster, columns)
        for field in self.fields:
            field.canvas.show_changed(changed)
        return True

    def _draw(self, raster: LaneRaster, columns: Columns) -> list[tuple[int, int]]:
        self._cursor = columns.next
        return raster.push(columns)
