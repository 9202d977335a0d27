"""`Calibration`: rest and reference contractions of every site, locked, or a refusal with reasons.

Protocol after Frank and Cotofana 2021: rest, then reference contractions with rest between,
left and right of a pair contracted together. Only with a calibration does "% of reference
contraction" exist; without one there are microvolts. A percentage is for one site over time and
never for comparing sides: left and right both reach 100 % by construction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.filters import Band
from emg_signal.montage import Montage, Site
from emg_signal.phrase import Phrase, say
from emg_signal.plausible import FLAT_UV, PLAUSIBLE_UV

MIDDLE_S = 1.0
"""Part of each contraction that is used: quasi-stationary for 0.5-1.0 s (CEDE matrix)."""
MINIMUM_REPETITIONS = 3
"""Fewest reference contractions: fewer give no spread worth the name, engineering judgement."""
MINIMUM_SNR = 3.0
"""Least reference RMS over rest RMS: the rest may be at most a third of the task."""
VARIATION_LIMIT_PERCENT = 30.0
"""Largest coefficient of variation of a reference: the widest for which the repeatability
interval was simulated (docs/signal.md), engineering judgement."""


@dataclass(frozen=True, slots=True)
class SiteCalibration:
    """Rest and reference of one site, µV RMS.

    Parameters
    ----------
    site
        The site.
    rest_uv
        RMS at rest: the noise floor.
    reference_uv
        Mean over the repetitions of the RMS of their middle 1.0 s.
    repetitions_uv
        RMS of each repetition's middle 1.0 s.
    variation_percent
        Coefficient of variation of `repetitions_uv` (n - 1 in the standard deviation).
    snr
        `reference_uv` over `rest_uv`.
    """

    site: Site
    rest_uv: float
    reference_uv: float
    repetitions_uv: tuple[float, ...]
    variation_percent: float
    snr: float

    def percent_of_reference(self, rms_uv: float) -> float:
        """Return an RMS in % of the reference contraction.

        Parameters
        ----------
        rms_uv
            RMS in the band and window of the calibration, µV.
        """
        return 100.0 * rms_uv / self.reference_uv


@dataclass(frozen=True, slots=True)
class Calibration:
    """Locked reference of all sites of a montage.

    Parameters
    ----------
    sites
        In the order of `Montage.sites`.
    fs_hz, band, rms_window_s, board, gain
        What it was recorded with; `misfit` refuses a percentage under other settings.
    locked_at_utc
        ISO 8601 with offset.
    placement
        Number of the electrode placement, from 1.
    """

    sites: tuple[SiteCalibration, ...]
    fs_hz: float
    band: Band
    rms_window_s: float
    board: str
    gain: float | None
    locked_at_utc: str
    placement: int = 1

    def of(self, site: Site) -> SiteCalibration | None:
        """Return the calibration of a site, None if it has none."""
        for entry in self.sites:
            # The channel first: it tells nearly all of them apart at a tenth of the cost.
            if entry.site.channel == site.channel and entry.site == site:
                return entry
        return None

    def misfit(
        self, *, fs_hz: float, band: Band, rms_window_s: float, board: str, gain: float | None
    ) -> CalibrationRefusal | None:
        """Return why amplitudes of other settings are no percentage of this; None if they are.

        Parameters
        ----------
        fs_hz
            Sampling rate of the amplitudes in question, Hz.
        rms_window_s
            Their RMS window, seconds.
        band, board, gain
            As in `Calibration`.
        """
        wanted: dict[str, object] = {
            "fs_hz": fs_hz,
            "band": band,
            "rms_window_s": rms_window_s,
            "board": board,
            "gain": gain,
        }
        other = [name for name, value in wanted.items() if getattr(self, name) != value]
        if not other:
            return None
        return CalibrationRefusal(
            say("All sites"),
            say(
                "the calibration of {utc} was locked with another {what}.",
                utc=self.locked_at_utc,
                what=_listed([_SETTINGS[name] for name in other]),
            ),
            say("Repeat the calibration with the present settings."),
        )


@dataclass(frozen=True, slots=True)
class CalibrationRefusal:
    """One reason why a value could not be made, and what to do."""

    site: str
    reason: str
    remedy: str

    @property
    def line(self) -> Phrase:
        """One line, fit for a screen."""
        return say(
            "{site}: {reason} {remedy}", site=self.site, reason=self.reason, remedy=self.remedy
        )

    def __str__(self) -> str:
        """Return `line`."""
        return str(self.line)


_SETTINGS = {
    "fs_hz": say("sampling rate"),
    "band": say("band"),
    "rms_window_s": say("RMS window"),
    "board": say("board"),
    "gain": say("gain"),
}


def _listed(words: Sequence[str]) -> str:
    """Return words with commas between them."""
    first, *rest = words
    return say("{one}, {more}", one=first, more=_listed(rest)) if rest else first


@dataclass(frozen=True, slots=True)
class CalibrationRefused:
    """No calibration, and why."""

    refusals: tuple[CalibrationRefusal, ...]


def calibrate(
    montage: Montage,
    rest_filtered_uv: FloatArray,
    contractions_filtered_uv: Sequence[FloatArray],
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
        Per repetition ``(n_channels, n)`` filtered samples, µV, at least 1.0 s each.
    fs_hz
        Sampling rate, Hz.
    rms_window_s
        RMS window that the calibration is locked for, seconds.
    band, board, gain, locked_at_utc, placement
        As in `Calibration`.
    """
    refusals = _unfit(rest_filtered_uv, contractions_filtered_uv, fs_hz)
    if refusals:
        return CalibrationRefused(refusals)
    sites = []
    for site in montage.sites:
        entry = _site(site, rest_filtered_uv, contractions_filtered_uv, fs_hz)
        sites.append(entry)
        refusals += _absurd(entry, rest_filtered_uv[site.channel]) or _objections(entry)
    if refusals:
        return CalibrationRefused(refusals)
    return Calibration(
        tuple(sites), fs_hz, band, rms_window_s, board, gain, locked_at_utc, placement
    )


def middle(samples_uv: FloatArray, fs_hz: float) -> FloatArray:
    """Return the middle 1.0 s along the last axis; shorter input comes back whole.

    Parameters
    ----------
    samples_uv
        ``(..., n_samples)``, µV.
    fs_hz
        Sampling rate, Hz.
    """
    wanted = round(MIDDLE_S * fs_hz)
    start = max(0, (samples_uv.shape[-1] - wanted) // 2)
    return samples_uv[..., start : start + wanted]


def rms(samples_uv: FloatArray) -> float:
    """Return the root mean square of all samples, µV.

    Parameters
    ----------
    samples_uv
        Samples of any shape, µV; a NaN among them makes the result NaN.
    """
    return float(np.sqrt(np.mean(np.square(samples_uv))))


def variation_percent(values: Sequence[float] | FloatArray) -> float:
    """Return the coefficient of variation (n - 1), %.

    Parameters
    ----------
    values
        At least two, ``(n,)``, in any unit that has a true zero.
    """
    return float(100.0 * np.std(values, ddof=1) / np.mean(values))


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
    rest_uv = rms(rest[site.channel])
    repetitions = tuple(rms(middle(block[site.channel], fs_hz)) for block in contractions)
    reference = float(np.mean(repetitions))
    # A dead lane divides nothing by nothing: `_objections` refuses it, a warning helps nobody.
    with np.errstate(divide="ignore", invalid="ignore"):
        snr = float(np.divide(reference, rest_uv))
        spread = float(np.divide(100.0 * np.std(repetitions, ddof=1), reference))
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
    if not entry.variation_percent <= VARIATION_LIMIT_PERCENT:
        return (
            CalibrationRefusal(
                name,
                say(
                    "the contractions differ by {percent:.0f} % (at most {limit:g} %).",
                    percent=entry.variation_percent,
                    limit=VARIATION_LIMIT_PERCENT,
                ),
                say("Repeat the block with the same full effort each time."),
            ),
        )
    return ()
