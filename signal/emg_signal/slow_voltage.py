"""What the slow voltage of a lane tells: a moving electrode, a blink, or no raw EMG at all."""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.phrase import say
from emg_signal.quality_report import Quality, QualityReport

MOTION_UV = 500.0
"""Change of the 100 ms mean within 1.5 s from which an electrode moves; 95 % of the seconds of a
real Cyton recording with drifting offsets stay below 355 µV. Engineering judgement."""
MEAN_S = 0.1
"""Whole periods of both 50 and 60 Hz, so that hum does not count as motion."""
SLOW_S = 1.5
"""Span in which a blink is seen to come and to go."""
BLINK_S = 0.4
"""Longest blink: a lid closes and opens within a fifth of a second, and the mean adds its own."""
ONE_SIDED = 0.25
"""Of a blink's height, what may show on the other side: a lead that is tugged swings to both.
Engineering judgement."""
SMOOTH = 0.02
"""RMS of what is faster than 20 Hz over the height of a rise, up to which it is an envelope: raw
EMG is all faster, and a step of an electrode leaves a tenth. Engineering judgement."""
WITHIN, STEEP = 4, (0.5, 0.3)
"""Values (half a second) within which an envelope rises and falls by such shares of its height: a
muscle does, drift does not. Engineering judgement."""
AT_REST, AT_WORK = 0.15, 0.5
"""Share of the height below which an envelope rests, and above which it is at work."""
SHARES = (0.3, 0.15)
"""Least share of ten seconds at rest, and at work: drift has no floor, and blinks are short.
Engineering judgement."""
RISES = 2
"""Rises and returns within ten seconds: drift makes one, seldom two."""


def motion_or_blink(raw_uv: FloatArray, fs_hz: float) -> QualityReport | None:
    """Return MOTION if the slow voltage jumps and stays, BLINK if it is back within 0.4 s.

    A jump is not judged before it lasted so long.

    Parameters
    ----------
    raw_uv
        ``(n_samples,)`` raw samples of one lane, the newest 1.5 s, µV, all finite.
    fs_hz
        Sampling rate, Hz.
    """
    length = round(MEAN_S * fs_hz)
    count = len(raw_uv) // length
    means = raw_uv[len(raw_uv) - count * length :].reshape(count, length).mean(axis=1)
    jump = float(np.ptp(means))
    if jump < MOTION_UV:
        return None
    away = means - np.median(means)
    towards = 1.0 if away.max() >= -away.min() else -1.0
    away = away * towards
    out = np.flatnonzero(away > 0.5 * away.max())
    is_short = out[-1] - out[0] < round(BLINK_S / MEAN_S)
    if is_short and (out[-1] == count - 1 or out[0] == 0):
        return None  # it may be back in a moment, or where it came from is not seen any more
    if is_short and -away.min() < ONE_SIDED * away.max():
        return QualityReport(
            Quality.BLINK,
            say("A blink or an eye movement of {jump_uv:.0f} µV came and went.", jump_uv=jump),
            say("Nothing is to be mended; let the eyes rest while a muscle is measured."),
        )
    return QualityReport(
        Quality.MOTION,
        say("The electrode's voltage moved by {jump_uv:.0f} µV within a second.", jump_uv=jump),
        say("Fix the leads so that they do not pull; wait a second."),
    )


def envelope_output(slow_uv: FloatArray, rms_uv: FloatArray) -> QualityReport | None:
    """Return ENVELOPE if a lane rises and falls as a muscle does, with nothing fast in it.

    Parameters
    ----------
    slow_uv
        ``(n_values,)`` raw voltage over the newest ten seconds, µV; NaN where it is not known.
    rms_uv
        ``(n_values,)`` RMS of the filtered signal at the same moments, µV; NaN likewise.
    """
    known = np.isfinite(slow_uv) & np.isfinite(rms_uv)
    if not known.all() or slow_uv.min() <= 0.0:
        return None
    floor = float(np.quantile(slow_uv, 0.1))
    height = float(slow_uv.max()) - floor
    if rms_uv.max() > SMOOTH * height:
        return None
    at_work = slow_uv > floor + AT_WORK * height
    rests = float(np.mean(slow_uv < floor + AT_REST * height))
    rises = int(np.count_nonzero(np.diff(at_work.astype(int)) > 0))
    if rests < SHARES[0] or at_work.mean() < SHARES[1] or rises < RISES:
        return None
    steps = slow_uv[WITHIN:] - slow_uv[:-WITHIN]
    if steps.max() < STEEP[0] * height or -steps.min() < STEEP[1] * height:
        return None
    return QualityReport(
        Quality.ENVELOPE,
        say("Nothing in it is faster than 20 Hz, and it rises and falls: an envelope, no raw EMG."),
        say("Take the sensor's raw output (RAW, not ENV or SIG); an envelope is not measured."),
    )
