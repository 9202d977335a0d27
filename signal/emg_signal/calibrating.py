"""From rest and contractions to a calibration, or every reason against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from emg_signal.amplitude import MIDDLE_S, middle, resting_rms, rms, variation_percent
from emg_signal.calibration import (
    Calibration,
    CalibrationRefusal,
    CalibrationRefused,
    SiteCalibration,
)
from emg_signal.chunk import FloatArray
from emg_signal.filters import Band
from emg_signal.montage import Montage, Site
from emg_signal.phrase import say
from emg_signal.plausible import FLAT_UV, PLAUSIBLE_UV

MINIMUM_REPETITIONS = 3
"""Fewest reference contractions: fewer give no spread worth the name, engineering judgement."""
MINIMUM_SNR = 3.0
"""Least reference RMS over rest RMS: the rest may be at most a third of the task."""
VARIATION_NOTE_PERCENT = 30.0
"""Coefficient of variation of holds from which it is remarked on, never refused: untrained
people vary by 30 to 38 %, and a gate there keeps out a fifth of those at 25 % (ADR 0079)."""


def calibrate(
    montage: Montage,
    rest_filtered_uv: FloatArray,
    contractions_filtered_uv: Mapping[str, Sequence[FloatArray]],
    *,
    fs_hz: float,
    band: Band,
    rms_window_s: float,
    board: str,
    gain: float | None,
    locked_at_utc: str,
    placement: int = 1,
) -> Calibration | CalibrationRefused:
    """Return the calibration of all sites, or every reason against it.

    Parameters
    ----------
    montage
        Sites and their channels.
    rest_filtered_uv
        ``(n_channels, n)`` filtered samples at rest, µV. A sample that must not be used (gap,
        rail) is NaN.
    contractions_filtered_uv
        Of each muscle of the montage its own task's holds: per repetition ``(n_channels, n)``
        filtered samples, µV, at least 1.0 s each.
    fs_hz
        Sampling rate, Hz.
    rms_window_s
        RMS window that the calibration is locked for, seconds.
    band, board, gain, locked_at_utc, placement
        As in `Calibration`.
    """
    # Muscles of one effort share its holds: each is said once.
    refusals = tuple(
        dict.fromkeys(
            refusal
            for muscle in dict.fromkeys(site.muscle for site in montage.sites)
            for refusal in _unfit(rest_filtered_uv, contractions_filtered_uv.get(muscle, ()), fs_hz)
        )
    )
    if refusals:
        return CalibrationRefused(refusals)
    sites = []
    for site in montage.sites:
        own = contractions_filtered_uv[site.muscle]
        entry = _site(site, rest_filtered_uv, own, fs_hz)
        sites.append(entry)
        refusals += _absurd(entry, rest_filtered_uv[site.channel]) or _objections(entry)
    if refusals:
        return CalibrationRefused(refusals)
    return Calibration(
        tuple(sites), fs_hz, band, rms_window_s, board, gain, locked_at_utc, placement
    )


def _unfit(
    rest: FloatArray, contractions: Sequence[FloatArray], fs_hz: float
) -> tuple[CalibrationRefusal, ...]:
    found = []
    if len(contractions) < MINIMUM_REPETITIONS:
        found.append(
            CalibrationRefusal(
                say("All sites"),
                say("only {n} contractions were recorded.", n=len(contractions)),
                say("Record at least {n}.", n=MINIMUM_REPETITIONS),
            )
        )
    named = [(say("rest"), rest)]
    named += [(say("contraction {n}", n=i), c) for i, c in enumerate(contractions, 1)]
    for name, block in named:
        if block.shape[-1] < round(MIDDLE_S * fs_hz):
            found.append(
                CalibrationRefusal(
                    say("All sites"),
                    say("{cue} lasted {seconds:.1f} s.", cue=name, seconds=block.shape[-1] / fs_hz),
                    say("Hold it for at least {seconds:g} s.", seconds=MIDDLE_S),
                )
            )
    return tuple(found)


def _site(
    site: Site, rest: FloatArray, contractions: Sequence[FloatArray], fs_hz: float
) -> SiteCalibration:
    rest_uv = resting_rms(rest[site.channel], fs_hz)
    repetitions = tuple(rms(middle(block[site.channel], fs_hz)) for block in contractions)
    reference = float(np.median(repetitions))
    # A dead lane divides nothing by nothing: `_objections` refuses it, a warning helps nobody.
    with np.errstate(divide="ignore", invalid="ignore"):
        snr = float(np.divide(reference, rest_uv))
        spread = variation_percent(repetitions)
    return SiteCalibration(site, rest_uv, reference, repetitions, spread, snr)


def _absurd(entry: SiteCalibration, rest_uv: FloatArray) -> tuple[CalibrationRefusal, ...]:
    """Return why figures of one site are of no electrode on a face: dead at rest, or no EMG."""
    if float(np.ptp(rest_uv)) < FLAT_UV:
        return (
            CalibrationRefusal(
                entry.site.name,
                say("at rest the signal did not move: the electrode was not connected."),
                say("Plug in the lead; switch the channel on; then repeat the calibration."),
            ),
        )
    if max(entry.rest_uv, *entry.repetitions_uv) > PLAUSIBLE_UV:
        return (
            CalibrationRefusal(
                entry.site.name,
                say(
                    "{largest_uv:.3g} µV RMS is more than any muscle of the face gives.",
                    largest_uv=max(entry.rest_uv, *entry.repetitions_uv),
                ),
                say("Look at the electrode and the gain of the board, then repeat."),
            ),
        )
    return ()


def _objections(entry: SiteCalibration) -> tuple[CalibrationRefusal, ...]:
    """Return what speaks against one site; a comparison with NaN never passes."""
    name = entry.site.name
    if not np.isfinite([entry.rest_uv, *entry.repetitions_uv]).all():
        return (
            CalibrationRefusal(
                name,
                say("samples are missing or railed within the rest or a contraction."),
                say("Look at the electrode, then repeat the block."),
            ),
        )
    if not entry.reference_uv > 0 or not entry.snr >= MINIMUM_SNR:
        return (
            CalibrationRefusal(
                name,
                say(
                    "contraction {reference_uv:.1f} µV is less than {times:g} times rest "
                    "{rest_uv:.1f} µV.",
                    reference_uv=entry.reference_uv,
                    times=MINIMUM_SNR,
                    rest_uv=entry.rest_uv,
                ),
                say("Let the face rest fully, clean the skin, re-seat the electrode and repeat."),
            ),
        )
    return ()
