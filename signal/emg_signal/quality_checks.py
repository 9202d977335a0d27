"""What can be wrong with one lane, each found from its last seconds alone.

Each check returns a report with cause and remedy, or None. How often each is missed and how
often it cries wolf is measured in benchmarks/signal_quality.py and tabled in docs/signal.md.
"""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.mains import Hum
from emg_signal.phrase import say
from emg_signal.plausible import FLAT_UV
from emg_signal.quality_report import Quality, QualityReport

CLIPPED_SHARE = 0.04
"""Share of samples at the highest or lowest value of a second from which it is clipped; a sine
spends 0.6 % of its time within 1e-4 of its peak. Engineering judgement."""
CLIPPED_SPAN_UV = 50.0
"""Span below which that is quantisation, not clipping. Engineering judgement."""
MAINS_SHARE = 0.25
"""Hum's share of the power after the filters, above which the envelope shows hum rather than
muscle: a quarter of the power is 13 % of the RMS. Engineering judgement."""
MAINS_FLOOR_UV = 1.0
"""Hum that is followed leaves at most 1 µV RMS: less is not reported."""
HUM_ONLY_SHARE = 0.98
"""Hum's share of the raw power in the EMG band, above which an electrode hangs in the air.
Engineering judgement."""
HUM_ONLY_UV = 500.0
"""Raw hum below which `HUM_ONLY_SHARE` says nothing: electrodes that hold, and record muscle,
carry up to 290 µV in a real Cyton recording (docs/signal.md). Engineering judgement."""
REST_FLOOR_UV = 10.0
"""Quietest moment of 10 s above which a site is noisy though never calibrated: muscles of the
face rest at 1.4-1.9 µV (masseter and temporalis). Engineering judgement."""
REST_FLOOR_RATIO = 3.0
"""The same over the calibrated rest: what the calibration asks of a contraction."""


def hum(samples_uv: FloatArray, fs_hz: float, hum_hz: float) -> tuple[float, float]:
    """Return the RMS of one mains and its harmonics, µV, and its share of the power from 20 Hz on.

    Parameters
    ----------
    samples_uv
        ``(n,)`` samples, about a second of them.
    fs_hz
        Sampling rate, Hz.
    hum_hz
        Mains frequency, Hz; everything within 2 Hz of it and of its multiples counts as hum (a
        Hann window's main lobe at 1 s).
    """
    spectrum = np.fft.rfft((samples_uv - samples_uv.mean()) * np.hanning(len(samples_uv)))
    power = np.square(np.abs(spectrum)) / len(samples_uv) ** 2
    frequencies = np.fft.rfftfreq(len(samples_uv), 1.0 / fs_hz)
    # A lead in the air shows the mains as they are: their harmonics are hum as well.
    order = np.maximum(np.rint(frequencies / hum_hz), 1.0)
    near = np.abs(frequencies - order * hum_hz) <= 2.0
    total = float(power[frequencies >= 20.0].sum())
    part = float(power[near].sum())
    # A Hann window passes 3/8 of the power, a one-sided spectrum half of it.
    return float(np.sqrt(part * 2.0 * 8.0 / 3.0)), part / total if total > 0 else 0.0


def flat(raw_uv: FloatArray) -> QualityReport | None:
    """Return FLAT if a second of raw signal does not move.

    Parameters
    ----------
    raw_uv
        ``(n_samples,)`` raw samples of one lane, about a second, µV, all finite.
    """
    span = float(np.ptp(raw_uv))
    if span >= FLAT_UV:
        return None
    return QualityReport(
        Quality.FLAT,
        say(
            "The signal moves by {span_uv:.2f} µV in a second, less than the amplifier's own "
            "noise.",
            span_uv=span,
        ),
        say("Plug in the lead; switch the channel on."),
    )


def clipped(raw_uv: FloatArray) -> QualityReport | None:
    """Return CLIPPED if a second of raw signal sits at its own extremes.

    Parameters
    ----------
    raw_uv
        ``(n_samples,)`` raw samples of one lane, about a second, µV, all finite.
    """
    # An amplifier before the board saturates below the board's rail: only the lane's own
    # extremes tell.
    low, high = float(raw_uv.min()), float(raw_uv.max())
    span = high - low
    at_ends = max(np.mean(raw_uv >= high - 1e-4 * span), np.mean(raw_uv <= low + 1e-4 * span))
    if span < CLIPPED_SPAN_UV or at_ends < CLIPPED_SHARE:
        return None
    return QualityReport(
        Quality.CLIPPED,
        say(
            "{percent:.0f} % of the samples sit at one value, though not at the rail.",
            percent=100 * at_ends,
        ),
        say("Lower the gain; look for an amplifier before the board that saturates."),
    )


def lead_off(raw_uv: FloatArray, fs_hz: float) -> QualityReport | None:
    """Return LEAD_OFF if a second of raw signal holds nothing but hum.

    Parameters
    ----------
    raw_uv
        ``(n_samples,)`` raw samples of one lane, about a second, µV, all finite.
    fs_hz
        Sampling rate, Hz.
    """
    if np.ptp(raw_uv) < 2.0 * HUM_ONLY_UV:
        return None  # a sine's span is 2.8 times its RMS
    for hum_hz in (50.0, 60.0):
        rms_uv, share = hum(raw_uv, fs_hz, hum_hz)
        if rms_uv > HUM_ONLY_UV and share > HUM_ONLY_SHARE:
            return QualityReport(
                Quality.LEAD_OFF,
                say(
                    "Nothing but {rms_uv:.0f} µV of {hum_hz:g} Hz hum arrives.",
                    rms_uv=rms_uv,
                    hum_hz=hum_hz,
                ),
                say("Re-seat the electrode; check its lead and the ground electrode."),
            )
    return None


def mains(left: Hum, filtered_uv: FloatArray, mains_hz: float | None) -> QualityReport | None:
    """Return MAINS if the hum left in some seconds of filtered signal is more than muscle bears.

    Parameters
    ----------
    left
        Hum in them (`emg_signal.mains.strongest_hum`).
    filtered_uv
        ``(n_samples,)`` filtered samples of one lane, the newest four seconds, µV.
    mains_hz
        Mains frequency from which hum is followed, Hz; None where it is left in.
    """
    power = float(np.mean(np.square(filtered_uv)))
    if left.rms_uv < MAINS_FLOOR_UV or left.rms_uv**2 < MAINS_SHARE * power:
        return None
    if mains_hz is None:
        return QualityReport(
            Quality.MAINS,
            say(
                "{left_uv:.0f} µV of {frequency_hz:.1f} Hz hum are in the signal: it is not "
                "taken out.",
                left_uv=left.rms_uv,
                frequency_hz=left.frequency_hz,
            ),
            say(
                "Let hum of {nominal_hz:g} Hz be taken out; check ground electrode and leads.",
                nominal_hz=left.nominal_hz,
            ),
        )
    return QualityReport(
        Quality.MAINS,
        say(
            "{left_uv:.0f} µV of {frequency_hz:.1f} Hz hum are left after what is taken out.",
            left_uv=left.rms_uv,
            frequency_hz=left.frequency_hz,
        ),
        say("Check ground electrode and leads; keep mains cables and power supplies away."),
    )


def noisy(envelope_uv: FloatArray, rest_uv: float | None) -> QualityReport | None:
    """Return NOISY if ten seconds of envelope never come down to rest.

    Parameters
    ----------
    envelope_uv
        ``(n_values,)`` RMS of one lane over the newest ten seconds, µV; NaN where it was not
        valid.
    rest_uv
        Calibrated RMS at rest, µV; None before the calibration.
    """
    known = envelope_uv[np.isfinite(envelope_uv)]
    # The half that is not known may have held the quiet moment.
    if len(known) < len(envelope_uv) / 2:
        return None
    floor = float(known.min())
    limit = REST_FLOOR_UV if rest_uv is None else max(REST_FLOOR_RATIO * rest_uv, 1.0)
    if floor < limit:
        return None
    return QualityReport(
        Quality.NOISY,
        say(
            "The envelope has not come below {floor_uv:.0f} µV for ten seconds (rest is at most "
            "{limit_uv:.0f} µV).",
            floor_uv=floor,
            limit_uv=limit,
        ),
        say("Let the face rest; if it stays, clean the skin and re-seat the electrode."),
    )
