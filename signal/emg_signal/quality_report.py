"""`Quality` and `QualityReport`: what is said of a site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from emg_signal.phrase import say


class Quality(StrEnum):
    """How far the numbers of a site may be believed, from best to worst."""

    GOOD = "good"
    UNCALIBRATED = "uncalibrated"
    OLD_REFERENCE = "old reference"
    UNPROVEN = "unproven"
    BLINK = "blink"
    ECG = "ecg"
    SHARED = "shared signal"
    COMMON_REFERENCE = "common reference"
    NOISY = "noisy"
    MOTION = "motion"
    MAINS = "mains"
    CLIPPED = "clipped"
    BRIDGED = "bridged"
    GAP = "gap"
    WAITING = "waiting"
    """Nothing is read, as is expected: the board is being connected, or contact is measured."""
    ENVELOPE = "envelope"
    FLAT = "flat"
    LEAD_OFF = "lead off"
    RAILED = "railed"
    WRONG_RATE = "wrong rate"
    STALE = "stale"


SEVERITY = tuple(Quality)
"""From best to worst; the worst that is found is reported, never a better one."""


@dataclass(frozen=True, slots=True)
class QualityReport:
    """Quality of one site, its cause in words and its remedy."""

    quality: Quality
    cause: str = ""
    remedy: str = ""

    @property
    def is_usable(self) -> bool:
        """Whether amplitudes may be read (in µV at least)."""
        return SEVERITY.index(self.quality) <= SEVERITY.index(Quality.BLINK)


GOOD = QualityReport(Quality.GOOD)


def worst(reports: list[QualityReport]) -> QualityReport:
    """Return the worst of some reports, GOOD if there is none."""
    return max(reports, key=lambda report: SEVERITY.index(report.quality), default=GOOD)


def of_pair(left: QualityReport, right: QualityReport) -> QualityReport:
    """Return what is said of a pair: the worse of its sides, with the side named.

    A pair is as good as its worse side; when both are equally bad the left is named first.
    """
    both = worst([left, right])
    if both.quality is Quality.GOOD:
        return GOOD
    pattern = (
        say("Left and Right: {cause}", cause=both.cause)
        if left.quality is right.quality
        else say("Left: {cause}", cause=both.cause)
        if left.quality is both.quality
        else say("Right: {cause}", cause=both.cause)
    )
    return QualityReport(both.quality, pattern, both.remedy)
