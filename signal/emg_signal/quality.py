"""`Quality` of each site: whether its numbers may be believed, why not, and what to do.

`QualityMonitor` keeps the last two seconds and judges them when asked. Worse is never rounded
up to better: of several findings the worst is reported, in the order of `SEVERITY`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from emg_signal.calibration import Calibration
from emg_signal.chunk import Chunk, FloatArray, SampleFlag
from emg_signal.history import History
from emg_signal.montage import Montage, Site
from emg_signal.pipeline import BLANK_AFTER_RAIL_S, Processed


class Quality(StrEnum):
    """How far the numbers of a site may be believed."""

    GOOD = "good"
    UNCALIBRATED = "uncalibrated"
    NOISY = "noisy"
    MAINS = "mains"
    GAP = "gap"
    FLAT = "flat"
    RAILED = "railed"
    STALE = "stale"


SEVERITY = tuple(Quality)
"""From best to worst; the worst that is found is reported."""

STALE_AFTER_S = 0.5
"""Age of the newest sample from which a number is old: half of the silence after which a board
counts as lost (1.0 s). Engineering judgement."""
FLAT_UV = 0.3
"""Peak-to-peak of 1 s below which a channel is dead: a third of the noise of an ADS1299 with
shorted inputs (1 µV peak-to-peak at gain 24, its datasheet)."""
MAINS_SHARE = 0.25
"""Hum's share of the power after the filters, above which the envelope shows hum rather than
muscle: a quarter of the power is 13 % of the RMS. Engineering judgement."""
MAINS_FLOOR_UV = 1.0
"""Hum left by a notch that works (1 µV RMS): less is not reported."""
HUM_ONLY_SHARE = 0.9
"""Hum's share of the raw power in the EMG band, above which an electrode hangs in the air."""
HUM_ONLY_UV = 20.0
"""Raw hum below which `HUM_ONLY_SHARE` says nothing: a quiet muscle and some hum. Engineering
judgement."""
JUDGED_S = 1.0
"""Span that is judged: whole periods of both 50 and 60 Hz."""


@dataclass(frozen=True, slots=True)
class QualityReport:
    """Quality of one site, its cause in words and its remedy."""

    quality: Quality
    cause: str = ""
    remedy: str = ""

    @property
    def is_usable(self) -> bool:
        """Whether amplitudes may be read (in µV at least)."""
        return self.quality in (Quality.GOOD, Quality.UNCALIBRATED)

    def as_dict(self) -> dict[str, Any]:
        """Return a plain dict for the session file."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> QualityReport:
        """Return the report that `as_dict` wrote."""
        return cls(Quality(values["quality"]), str(values["cause"]), str(values["remedy"]))


class QualityMonitor:
    """Judges every site of a montage from what streams by.

    Parameters
    ----------
    montage
        Sites and their channels.
    fs_hz
        Sampling rate, Hz.
    mains_hz
        What the notch is set to, Hz; None for no notch.
    """

    def __init__(self, montage: Montage, fs_hz: float, *, mains_hz: float | None) -> None:
        self._montage = montage
        self._fs_hz = fs_hz
        self._mains_hz = mains_hz
        self._history: History | None = None

    def push(self, chunk: Chunk, processed: Processed) -> None:
        """Take in one chunk and what the pipeline made of it."""
        if self._history is None:
            length = round(BLANK_AFTER_RAIL_S * self._fs_hz) + 1
            self._history = History(chunk.n_channels, length)
        self._history.push(chunk, processed)

    def reports(
        self, *, age_s: float, calibration: Calibration | None
    ) -> tuple[QualityReport, ...]:
        """Return one report per site, in the order of `Montage.sites`.

        Parameters
        ----------
        age_s
            Seconds since the newest sample arrived (the caller has the clock).
        calibration
            The locked calibration, None before it.
        """
        return tuple(self._judge(site, age_s, calibration) for site in self._montage.sites)

    def _judge(self, site: Site, age_s: float, calibration: Calibration | None) -> QualityReport:
        found = [QualityReport(Quality.GOOD)]
        if self._history is None or not age_s <= STALE_AFTER_S:
            found.append(_stale(age_s, never=self._history is None))
        if self._history is not None:
            found += self._signal_findings(self._history, site.channel)
        if calibration is None or calibration.of(site) is None:
            found.append(
                QualityReport(
                    Quality.UNCALIBRATED,
                    "No reference contraction is locked.",
                    "Run the calibration; until then read microvolts only.",
                )
            )
        return max(found, key=lambda report: SEVERITY.index(report.quality))

    def _signal_findings(self, history: History, channel: int) -> list[QualityReport]:
        judged = round(JUDGED_S * self._fs_hz)
        raw, filtered = history.raw(channel)[-judged:], history.filtered(channel)[-judged:]
        checks = (
            _railed(history, channel),
            _gap(history, channel),
            _flat(raw) if len(raw) == judged else None,
            self._mains(raw, filtered) if len(raw) == judged else None,
        )
        return [report for report in checks if report is not None]

    def _mains(self, raw: FloatArray, filtered: FloatArray) -> QualityReport | None:
        for hum_hz in (50.0, 60.0):
            left_uv, share = hum(filtered, self._fs_hz, hum_hz)
            if left_uv > MAINS_FLOOR_UV and share > MAINS_SHARE:
                return QualityReport(
                    Quality.MAINS,
                    f"{left_uv:.0f} µV of {hum_hz:g} Hz hum pass the filters "
                    f"({self._notch_in_words()}).",
                    f"Set the notch to {hum_hz:g} Hz; check ground electrode and leads.",
                )
            raw_uv, share = hum(raw, self._fs_hz, hum_hz)
            if raw_uv > HUM_ONLY_UV and share > HUM_ONLY_SHARE:
                return QualityReport(
                    Quality.MAINS,
                    f"Nothing but {raw_uv:.0f} µV of {hum_hz:g} Hz hum arrives.",
                    "Re-seat the electrode; check its lead and the ground electrode.",
                )
        return None

    def _notch_in_words(self) -> str:
        return "no notch" if self._mains_hz is None else f"the notch is at {self._mains_hz:g} Hz"


def hum(samples_uv: FloatArray, fs_hz: float, hum_hz: float) -> tuple[float, float]:
    """Return the RMS around one mains frequency, µV, and its share of the power from 20 Hz on.

    Parameters
    ----------
    samples_uv
        ``(n,)`` samples, about a second of them.
    fs_hz
        Sampling rate, Hz.
    hum_hz
        Mains frequency, Hz; everything within 2 Hz counts as hum (a Hann window's main lobe at
        1 s).
    """
    spectrum = np.fft.rfft((samples_uv - samples_uv.mean()) * np.hanning(len(samples_uv)))
    power = np.square(np.abs(spectrum)) / len(samples_uv) ** 2
    frequencies = np.fft.rfftfreq(len(samples_uv), 1.0 / fs_hz)
    near = np.abs(frequencies - hum_hz) <= 2.0
    total = float(power[frequencies >= 20.0].sum())
    part = float(power[near].sum())
    # A Hann window passes 3/8 of the power, a one-sided spectrum half of it.
    return float(np.sqrt(part * 2.0 * 8.0 / 3.0)), part / total if total > 0 else 0.0


def _stale(age_s: float, *, never: bool) -> QualityReport:
    cause = "No sample has arrived yet." if never else f"The newest sample is {age_s:.1f} s old."
    return QualityReport(Quality.STALE, cause, "Check the board's power, cable and radio.")


def _railed(history: History, channel: int) -> QualityReport | None:
    flags = history.flags(channel)
    if not flags:
        return None
    if flags & SampleFlag.RAILED:
        cause = "The input is at the end of its range, or was within the last 2 s."
    else:
        cause = "The board sent something that is no number within the last 2 s."
    return QualityReport(
        Quality.RAILED, cause, "Re-seat the electrode, dry the skin around it, lower the gain."
    )


def _gap(history: History, channel: int) -> QualityReport | None:
    if history.newest_valid(channel):
        return None
    return QualityReport(
        Quality.GAP,
        "Filters and window are settling after a start, a gap or a rail.",
        "Wait two seconds; if it stays, bring the board closer to its receiver.",
    )


def _flat(raw: FloatArray) -> QualityReport | None:
    span = float(np.ptp(raw))
    if span >= FLAT_UV:
        return None
    return QualityReport(
        Quality.FLAT,
        f"The signal moves by {span:.2f} µV in a second, less than the amplifier's own noise.",
        "Plug in the lead; switch the channel on.",
    )
