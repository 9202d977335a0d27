"""Reports of single states, in words."""

from __future__ import annotations

import numpy as np

from emg_signal.calibration import Calibration
from emg_signal.chunk import FloatArray, SampleFlag
from emg_signal.montage import Site
from emg_signal.phrase import say
from emg_signal.quality_report import Quality, QualityReport
from emg_signal.sample_history import SampleHistory

SHARED = 0.7
"""Correlation from which two lanes share half of their power. Independent lanes stay below 0.6
in two seconds of 20-65 Hz (five standard deviations of pi / 2 / sqrt(2 · 45 · 2))."""
COMMON, COMMON_LEAST, COMMON_LANES = 0.6, 0.4, 3
"""Correlation that half of all pairs of lanes reach, and that every lane has with half of the
others, from which they are measured against one electrode; of two lanes it cannot be told. Real
recordings with a common reference show 0.6 to 0.94."""
REFERENCE_MAX_AGE_S = 3600.0
"""Age from which a reference contraction is old: gel and skin change. Engineering judgement."""

UNPROVEN = QualityReport(
    Quality.UNPROVEN,
    say("No tap has proven that this lane is this site."),
    say("Tap the electrode and see that its own lane answers."),
)


def of_reference(
    site: Site, calibration: Calibration | None, reference_age_s: float | None
) -> list[QualityReport]:
    """Return what is wrong with a reference of an age in seconds, on which a percentage rests."""
    if calibration is None or calibration.of(site) is None:
        return [
            QualityReport(
                Quality.UNCALIBRATED,
                say("No reference contraction is locked."),
                say("Run the calibration; until then read microvolts only."),
            )
        ]
    if reference_age_s is not None and not reference_age_s <= REFERENCE_MAX_AGE_S:
        return [
            QualityReport(
                Quality.OLD_REFERENCE,
                say(
                    "The reference contraction is {minutes:.0f} minutes old.",
                    minutes=reference_age_s / 60,
                ),
                say("Repeat the calibration."),
            )
        ]
    return []


def stale(age_s: float, *, never: bool) -> QualityReport:
    """Return that nothing came for `age_s` seconds, or ever."""
    cause = (
        say("No sample has arrived yet.")
        if never
        else say("The newest sample is {age_s:.1f} s old.", age_s=age_s)
    )
    return QualityReport(Quality.STALE, cause, say("Check the board's power, cable and radio."))


def railed(flags: int) -> QualityReport | None:
    """Return that samples were at the end of their range or no numbers, by their `SampleFlag`."""
    if not flags:
        return None
    if flags & SampleFlag.RAILED:
        cause = say("The input is at the end of its range, or was within the last 2 s.")
    else:
        cause = say("The board sent something that is no number within the last 2 s.")
    return QualityReport(
        Quality.RAILED, cause, say("Re-seat the electrode, dry the skin around it, lower the gain.")
    )


def gap_in(history: SampleHistory, channel: int) -> QualityReport | None:
    """Return that a channel has no valid value yet."""
    if history.newest_valid(channel):
        return None
    return QualityReport(
        Quality.GAP,
        say("Filters and window are settling after a start, a gap or a rail."),
        say("Wait two seconds; if it stays, bring the board closer to its receiver."),
    )


def common_reference(correlation: FloatArray) -> QualityReport | None:
    """Return COMMON_REFERENCE if all lanes are alike: what one electrode shows is in all of them.

    Parameters
    ----------
    correlation
        ``(n, n)`` correlation of every two lanes, 0 of each with itself.
    """
    n = len(correlation)
    if n < COMMON_LANES:
        return None
    others = ~np.eye(n, dtype=np.bool_)
    of_each = np.array([np.median(correlation[row, others[row]]) for row in range(n)])
    typical = float(np.median(correlation[others]))
    if typical < COMMON or of_each.min() < COMMON_LEAST:
        return None
    return QualityReport(
        Quality.COMMON_REFERENCE,
        say(
            "All {n} lanes share {percent:.0f} % of their power, as against one common reference.",
            n=n,
            percent=100 * typical**2,
        ),
        say("Measure in pairs: both inputs of a channel on one muscle; check the ground else."),
    )


def shared(correlation: float, is_one: bool, other: Site) -> QualityReport | None:
    """Return BRIDGED or SHARED; what is shared is not yet crosstalk: no cause is claimed."""
    if is_one and abs(correlation) >= SHARED:
        return QualityReport(
            Quality.BRIDGED,
            say("This lane is the same as that of {other}.", other=other.name),
            say("Look for gel or a lead that connects the two electrodes."),
        )
    if abs(correlation) >= SHARED:
        return QualityReport(
            Quality.SHARED,
            say(
                "{percent:.0f} % of the power is shared with {other}.",
                percent=100 * correlation**2,
                other=other.name,
            ),
            say("Move the electrodes apart; check the ground electrode."),
        )
    return None
