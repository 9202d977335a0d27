"""How full a bar, and how bright a muscle, is drawn of an activity: one scale for both.

It never follows the signal: only a reference contraction changes it, once.
"""

from __future__ import annotations

from emg_session.snapshot import SiteReading

FULL_PERCENT = 125.0
"""% of the reference at which a bar ends and a muscle is brightest: people exceed their reference
a little (engineering judgement)."""
FULL_UV = 100.0
"""The same before there is a reference, µV: a strong contraction of the face at the skin
(engineering judgement)."""


def level_of(reading: SiteReading) -> float | None:
    """Return how bright a site is, 0 to 1; None where no number may be shown.

    Parameters
    ----------
    reading
        Of a snapshot: % of the reference where there is one, else µV.
    """
    if reading.rms_uv is None:
        return None
    percent = reading.percent_of_reference
    share = reading.rms_uv / FULL_UV if percent is None else percent / FULL_PERCENT
    return min(1.0, max(0.0, share))


def reached_percent(reading: SiteReading) -> float | None:
    """Return how far a site's bar reaches, % of its target; None where no number may be shown.

    Before a target is known, `FULL_UV` stands where `FULL_PERCENT` will.
    """
    if reading.rms_uv is None:
        return None
    reached = reading.percent_of_target
    return FULL_PERCENT * reading.rms_uv / FULL_UV if reached is None else reached
