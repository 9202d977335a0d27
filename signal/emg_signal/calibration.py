"""`Calibration`: rest and reference contractions of every site, locked, or a refusal with reasons.

Protocol after Frank and Cotofana 2021: rest, then reference contractions with rest between,
left and right of a pair contracted together. Only with a calibration does "% of reference
contraction" exist; without one there are microvolts. A percentage is for one site over time and
never for comparing sides: left and right both reach 100 % by construction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from emg_signal.filters import Band
from emg_signal.montage import Site
from emg_signal.phrase import Phrase, say


@dataclass(frozen=True, slots=True)
class SiteCalibration:
    """Rest and reference of one site, µV RMS.

    Parameters
    ----------
    site
        The site.
    rest_uv
        RMS at rest, blinks left out: the noise floor.
    reference_uv
        Median over the repetitions of the RMS of their middle 1.0 s: one poor hold of an
        untrained person moves it little.
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
