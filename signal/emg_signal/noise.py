"""Noise at rest: how much hum reaches each site, what the filters leave of it, and the floor.

Looked at before anything is locked: what hums or moves at rest would be in every number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emg_signal.amplitude import resting_rms
from emg_signal.chunk import FloatArray
from emg_signal.mains import strongest_hum
from emg_signal.montage import Site
from emg_signal.phrase import say
from emg_signal.quality_checks import REST_FLOOR_UV, mains
from emg_signal.quality_report import GOOD, Quality, QualityReport


@dataclass(frozen=True, slots=True)
class SiteNoise:
    """What one site shows while the face is still.

    Parameters
    ----------
    site
        The site.
    rest_uv
        RMS at rest after the filters, µV.
    mains_hz, mains_uv
        Frequency and RMS of the stronger hum, 50 or 60 Hz, before the filters.
    report
        GOOD, or what is wrong, why, and what to do.
    """

    site: Site
    rest_uv: float
    mains_hz: float
    mains_uv: float
    report: QualityReport


def noise_of(
    site: Site,
    raw_uv: FloatArray,
    filtered_uv: FloatArray,
    *,
    fs_hz: float,
    mains_hz: float | None,
) -> SiteNoise:
    """Return what a still face shows at one site.

    Parameters
    ----------
    site
        The site.
    raw_uv, filtered_uv
        ``(n,)`` the same samples before and after the filters, at least 2 s, µV; NaN where one
        must not be used.
    fs_hz
        Sampling rate, Hz.
    mains_hz
        Mains frequency from which hum is followed, Hz; None where it is left in.
    """
    if not np.isfinite(raw_uv).all() or not np.isfinite(filtered_uv).all():
        missing = QualityReport(
            Quality.GAP,
            say("Samples are missing or railed within the rest."),
            say("Look at the electrode, then repeat."),
        )
        return SiteNoise(site, float("nan"), float("nan"), float("nan"), missing)
    hum = strongest_hum(raw_uv, fs_hz)
    rest_uv = resting_rms(filtered_uv, fs_hz)
    report = (
        mains(strongest_hum(filtered_uv, fs_hz), filtered_uv, mains_hz) or _loud(rest_uv) or GOOD
    )
    return SiteNoise(site, rest_uv, hum.frequency_hz, hum.rms_uv, report)


def _loud(rest_uv: float) -> QualityReport | None:
    if rest_uv < REST_FLOOR_UV:
        return None
    return QualityReport(
        Quality.NOISY,
        say(
            "Rest shows {rest_uv:.1f} µV (a still face is below {limit_uv:.0f} µV).",
            rest_uv=rest_uv,
            limit_uv=REST_FLOOR_UV,
        ),
        say("Let the face rest; if it stays, clean the skin and re-seat the electrode."),
    )
