"""`QualityMonitor`: judges every site from what streams by.

It keeps the last seconds and judges them when asked. Worse is never rounded up to better: of
several findings the worst is reported, and `QualityMonitor.findings` gives them all.

How long each takes to be noticed is in `NOTICED_WITHIN_S`.
"""

from __future__ import annotations

import numpy as np

from emg_signal import quality_checks as checks
from emg_signal.calibration import Calibration
from emg_signal.chunk import Chunk, FloatArray
from emg_signal.heartbeat import heartbeat
from emg_signal.mains import strongest_hum
from emg_signal.montage import Montage, Site
from emg_signal.pipeline import BLANK_AFTER_RAIL_S, Processed
from emg_signal.quality_report import SEVERITY, Quality, QualityReport, of_pair, worst
from emg_signal.quality_words import (
    UNPROVEN,
    common_reference,
    gap_in,
    of_reference,
    railed,
    shared,
    stale,
)
from emg_signal.sample_history import SampleHistory
from emg_signal.slow_voltage import SLOW_S, envelope_output, motion_or_blink

__all__ = [
    "NOTICED_WITHIN_S",
    "SEVERITY",
    "Quality",
    "QualityMonitor",
    "QualityReport",
    "of_pair",
    "worst",
]

STALE_AFTER_S = 0.5
"""Age of the newest sample from which a number is old: half of the silence after which a board
counts as lost (1.0 s). Engineering judgement."""
JUDGED_S = 1.0
"""Span of most checks: whole periods of both 50 and 60 Hz."""
HUM_S = 4.0
"""Span in which a line of hum stands out of EMG, whose share within 1 s swings up to half."""
HEART_S = 5.0
"""Span in which four beats of a slow heart fit."""
ANEW_S = 0.5
"""What needs seconds to be seen is looked for twice a second, though asked more often."""
FLOOR_S, FLOOR_STEP_S = 10.0, 0.125
"""Span of the noise floor, and from one looked-at value to the next (one RMS window)."""
SHARED_S = 2.0
BRIDGED = 0.995
"""Usual correlation from which two lanes are one: 0.14 µV of the amplifiers' own noise leave
0.998 of a rest of 3 µV, a common reference electrode 0.99 (a real Cyton recording)."""
NOTICED_WITHIN_S: dict[Quality, float] = {
    Quality.UNCALIBRATED: 0.0,
    Quality.OLD_REFERENCE: 0.0,
    Quality.UNPROVEN: 0.0,
    Quality.GAP: 0.0,
    Quality.WAITING: 0.0,
    Quality.RAILED: 0.0,
    Quality.STALE: STALE_AFTER_S,
    Quality.MOTION: 0.75,
    Quality.BLINK: 0.75,
    Quality.COMMON_REFERENCE: 2.5,
    Quality.ENVELOPE: 10.5,
    Quality.CLIPPED: 1.25,
    Quality.FLAT: 1.25,
    Quality.LEAD_OFF: 1.25,
    Quality.SHARED: 2.5,
    Quality.BRIDGED: 3.5,
    Quality.ECG: 5.5,
    Quality.MAINS: 5.0,
    Quality.NOISY: 10.5,
    Quality.WRONG_RATE: 11.0,
}
"""Time from the first bad sample to its report, when asked four times a second: for the state as
it is usually met, measured by benchmarks/signal_quality.py; weaker cases take longer or stay
below the threshold."""
SETTLED = frozenset(
    {
        Quality.RAILED,
        Quality.GAP,
        Quality.FLAT,
        Quality.ENVELOPE,
        Quality.LEAD_OFF,
        Quality.MAINS,
    }
)
"""What alone makes lanes look alike, or unlike: then nothing is said of shared signal."""


class QualityMonitor:
    """Judges every site of a montage from what streams by.

    Parameters
    ----------
    montage
        Sites and their channels.
    fs_hz
        Sampling rate, Hz.
    mains_hz
        Mains frequency from which hum is followed, Hz; None where it is left in.
    """

    def __init__(self, montage: Montage, fs_hz: float, *, mains_hz: float | None) -> None:
        self._montage = montage
        self._fs_hz = fs_hz
        self._mains_hz = mains_hz
        self._blanked = round(BLANK_AFTER_RAIL_S * fs_hz) + 1
        self._judged = round(JUDGED_S * fs_hz)
        self._anew = round(ANEW_S * fs_hz)
        self._long_spans: dict[int, tuple[object, list[QualityReport]]] = {}
        self._hum_left_uv: dict[int, float] = {}
        self._envelopes: dict[int, dict[int, QualityReport]] = {}
        self._history: SampleHistory | None = None

    def push(self, chunk: Chunk, processed: Processed) -> None:
        """Take in one chunk and what the pipeline made of it."""
        if self._history is None:
            self._history = SampleHistory(
                chunk.n_channels,
                round(HEART_S * self._fs_hz),
                envelope_step=round(FLOOR_STEP_S * self._fs_hz),
                envelope_kept=round(FLOOR_S / FLOOR_STEP_S),
            )
        self._history.push(chunk, processed)

    def reports(
        self,
        *,
        age_s: float,
        calibration: Calibration | None,
        reference_age_s: float | None = None,
        proven: frozenset[Site] | None = None,
    ) -> tuple[QualityReport, ...]:
        """Return the worst report of each site, in the order of `Montage.sites`.

        Parameters
        ----------
        age_s
            Time since the newest sample arrived, seconds (the caller has the clock).
        calibration
            The locked calibration, None before it.
        reference_age_s
            Time since it was locked, seconds; None leaves its age unjudged.
        proven
            Sites proven by tapping (`emg_signal.tap.proven_sites`); None asks for no proof.
        """
        found = self.findings(
            age_s=age_s, calibration=calibration, reference_age_s=reference_age_s, proven=proven
        )
        return tuple(worst(list(reports)) for reports in found)

    def findings(
        self,
        *,
        age_s: float,
        calibration: Calibration | None,
        reference_age_s: float | None = None,
        proven: frozenset[Site] | None = None,
    ) -> tuple[tuple[QualityReport, ...], ...]:
        """Return everything found of each site, worst first.

        Parameters
        ----------
        age_s, calibration, reference_age_s, proven
            As for `reports`; ages in seconds.
        """
        sites = self._montage.sites
        found: list[list[QualityReport]] = [[] for _ in sites]
        history = self._history
        for site, reports in zip(sites, found, strict=True):
            if history is not None:
                reports += self._of_signal(history, site, calibration)
            reports += of_reference(site, calibration, reference_age_s)
            if proven is not None and site not in proven:
                reports.append(UNPROVEN)
            if history is None or not age_s <= STALE_AFTER_S:
                reports.append(stale(age_s, never=history is None))
        # Hum makes lanes alike, and needs its time to be told.
        if history is not None and history.n_kept >= round(HUM_S * self._fs_hz):
            self._add_shared(history.filtered(round(SHARED_S * self._fs_hz)), found)
        return tuple(
            tuple(sorted(reports, key=lambda r: -SEVERITY.index(r.quality))) for reports in found
        )

    def hum_left_uv(self, site: Site) -> float | None:
        """Return the hum that is left in a site's filtered signal of 4 s, RMS, µV.

        0 where no line stands out; None while 4 s are not there, or the signal is not believed.
        """
        return self._hum_left_uv.get(site.channel)

    def _of_signal(
        self, history: SampleHistory, site: Site, calibration: Calibration | None
    ) -> list[QualityReport]:
        channel, fs_hz = site.channel, self._fs_hz
        rest = calibration.of(site) if calibration is not None else None
        found = [railed(history.flags(channel, self._blanked)), gap_in(history, channel)]
        raw = history.raw(self._judged)[channel]
        if len(raw) == self._judged and found[0] is None:
            found += [checks.flat(raw), checks.clipped(raw), checks.lead_off(raw, fs_hz)]
            found.append(motion_or_blink(history.raw(round(SLOW_S * fs_hz))[channel], fs_hz))
        if not history.newest_valid(channel):
            self._hum_left_uv.pop(channel, None)
            self._long_spans.pop(channel, None)
        else:
            found += self._of_long_spans(history, channel, None if rest is None else rest.rest_uv)
        return [report for report in found if report is not None]

    def _of_long_spans(
        self, history: SampleHistory, channel: int, rest_uv: float | None
    ) -> list[QualityReport]:
        """Return what takes seconds to see; looked at anew after half a second of signal."""
        asked = (history.segment, history.next_index // self._anew, rest_uv)
        known = self._long_spans.get(channel)
        if known is not None and known[0] == asked:
            return known[1]
        fs_hz = self._fs_hz
        filtered = history.filtered(round(HEART_S * fs_hz))[channel]
        found: list[QualityReport | None] = []
        self._hum_left_uv.pop(channel, None)
        if len(filtered) >= round(HUM_S * fs_hz):
            hummed = filtered[-round(HUM_S * fs_hz) :]
            left = strongest_hum(hummed, fs_hz)
            self._hum_left_uv[channel] = left.rms_uv
            found.append(checks.mains(left, hummed, self._mains_hz))
        heart = round(HEART_S * fs_hz)
        if len(filtered) == heart and not history.flags(channel, heart):
            found.append(heartbeat(history.raw(heart)[channel], fs_hz))
        envelope = history.envelope(channel)
        if len(envelope) == round(FLOOR_S / FLOOR_STEP_S):
            found.append(checks.noisy(envelope, rest_uv))
            found.append(self._envelope_of(history, channel))
        reports = [report for report in found if report is not None]
        self._long_spans[channel] = (asked, reports)
        return reports

    def _envelope_of(self, history: SampleHistory, channel: int) -> QualityReport | None:
        """Return ENVELOPE once a lane showed it: at rest it looks like a quiet muscle."""
        if history.segment not in self._envelopes:
            self._envelopes = {history.segment: {}}
        known = self._envelopes[history.segment]
        if channel not in known:
            report = envelope_output(history.slow(channel), history.envelope(channel))
            if report is None:
                return None
            known[channel] = report
        return known[channel]

    def _add_shared(self, filtered_uv: FloatArray, found: list[list[QualityReport]]) -> None:
        """Compare every two lanes that nothing else is wrong with."""
        sites = self._montage.sites
        told = [{report.quality for report in reports} for reports in found]
        fit = [i for i in range(len(sites)) if not told[i] & SETTLED]
        if len(fit) < 2:
            return
        lanes = filtered_uv[[sites[i].channel for i in fit]]
        correlation, usual = sign_correlation(lanes), np.atleast_2d(np.corrcoef(lanes))
        np.fill_diagonal(correlation, 0.0)
        common = common_reference(correlation)
        if common is not None:
            for index in fit:
                found[index].append(common)
            return
        for row, index in enumerate(fit):
            other = int(np.argmax(np.abs(correlation[row])))
            # A bridge joins two lanes; what more have in common comes from elsewhere.
            is_one = float(np.sum(np.abs(usual[row]) >= BRIDGED)) == 2  # itself and one other
            report = shared(float(correlation[row, other]), is_one, sites[fit[other]])
            if report is not None:
                found[index].append(report)


def sign_correlation(filtered_uv: FloatArray) -> FloatArray:
    """Return the correlation of every two lanes, ``(n_channels, n_channels)``, from signs alone.

    For Gaussian lanes ``sin(pi/2 · mean(sign · sign))`` is their correlation; unlike the usual
    estimate it is not swayed by a burst at the window's edge, of which few samples count.

    Parameters
    ----------
    filtered_uv
        ``(n_channels, n_samples)`` filtered samples, µV; only their signs count.
    """
    signs = np.sign(filtered_uv)
    correlation: FloatArray = np.sin(0.5 * np.pi * (signs @ signs.T) / filtered_uv.shape[1])
    return correlation
