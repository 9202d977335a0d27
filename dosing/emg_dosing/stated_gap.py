"""`StatedGap`: what an injector measured of both sides, the reason why they are dosed unevenly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from emg_dosing.strict import DOCUMENT
from emg_signal.montage import Side
from emg_signal.phrase import Phrase, say

GapKind = Literal["thickness", "gum", "brow", "bands"]
KINDS_OF_GAP: Final[Mapping[GapKind, Phrase]] = {
    "thickness": say("muscle thickness by ultrasound, mm"),
    "gum": say("gum shown in a full smile, mm"),
    "brow": say("height of the brow, mm"),
    "bands": say("platysma bands, number"),
}
"""What can be measured of a side, in words with its unit."""
Amount = Annotated[float, Field(strict=True, ge=0, le=100)]
"""mm, or a number of bands: no face has more."""


@dataclass(frozen=True, slots=True)
class StatedGap:
    """One thing measured on both sides.

    Parameters
    ----------
    kind
        What was measured: a key of `KINDS_OF_GAP`.
    left, right
        mm, or the number of bands; the patient's own sides.
    """

    __pydantic_config__ = DOCUMENT
    kind: GapKind
    left: Amount
    right: Amount

    @property
    def larger(self) -> Side | None:
        """The side that has more, None where they are even."""
        if self.left == self.right:
            return None
        return Side.LEFT if self.left > self.right else Side.RIGHT

    def mirrored(self) -> StatedGap:
        """Return the same with left and right exchanged."""
        return StatedGap(self.kind, self.right, self.left)
