"""The words in which a trainee answers: what was noticed, what is done, and why."""

from __future__ import annotations

from enum import StrEnum


class Noticed(StrEnum):
    """What can be noticed; the signal's words are those of the window."""

    RAILED = "railed"
    LEAD_OFF = "lead off"
    FLAT = "flat"
    MAINS = "mains"
    NOISY = "noisy"
    MOTION = "motion"
    ECG = "ecg"
    BRIDGED = "bridged"
    SHARED = "shared signal"
    SAMPLES_LOST = "samples lost"
    LINK_LOST = "link lost"
    SWAPPED = "swapped leads"
    ACTIVE_AT_REST = "active at rest"
    MOVES_ALONG = "moves along"
    BURSTS = "involuntary bursts"
    INDEX = "asymmetry index"
    CALIBRATED = "calibrated"


class CaseChoice(StrEnum):
    """What a trainee can do with the case."""

    GO_ON = "go on: the signal is sound"
    MEND = "mend what is wrong and measure again"
    AS_PLANNED = "treat as planned"
    TAKE_SUGGESTION = "take the suggested change"
    MORE_ON_STRONGER = "more units on the more active side"
    EXAMINE = "examine before any units"
    NOT_TODAY = "do not treat today"


class CaseReason(StrEnum):
    """Why; one for each answer."""

    UNSURE = "not sure"
    SOUND = "every site is calibrated and good"
    ELECTRODE = "an electrode has no good contact"
    WIRING = "leads are swapped or bridged"
    ROOM = "mains, movement or the heart is in the signal"
    LINK = "the link loses samples or is gone"
    INSIDE_HEALTHY = "the asymmetry is inside the healthy range"
    NO_NORM = "no healthy range of this muscle is published"
    UNSTATED = "the plan's sides differ without a stated reason"
    STATED = "the plan's sides differ for a stated reason"
    BEYOND_HEALTHY = "the asymmetry is beyond the healthy range"
    LOW_LID = "the brow may be holding up a low lid"
    WEAK_SIDE = "one side may be weak: a quiet side is not a strong other"
    SYNKINESIS = "one muscle moves along with another"
    SPASM = "one side cramps by itself"
    TOO_SOON = "too soon after the last toxin"
    CONDITION = "a condition speaks against it"
    SYRINGE = "the syringe cannot measure the planned doses"
