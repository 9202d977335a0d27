"""`Symmetry`: how left and right of a pair compare over repeated bilateral contractions.

Estimator, per repetition i: the middle 1.0 s, the same samples on both sides, RMS in µV with
the noise power at rest subtracted; d_i = ln L_i - ln R_i; then

    AI = 100 tanh(mean(d) / 2),  interval = 100 tanh((mean(d) ± t(0.975, n-1) s / sqrt(n)) / 2)

which for one repetition is 100 (L - R) / (L + R). It is antisymmetric under swapping sides, and
the interval covers 95 % (docs/signal.md) where at least two other tasks lay between two holds;
holds in a row drift together, and theirs is `CONSECUTIVE_FACTOR` times as wide. It is called
*repeatability* interval because it knows nothing of where the electrodes sit. Never of
percentages: those are symmetric by construction.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy

from emg_signal.amplitude import MIDDLE_S, middle, rms, variation_percent
from emg_signal.calibrating import MINIMUM_SNR, VARIATION_NOTE_PERCENT
from emg_signal.calibration import CalibrationRefusal
from emg_signal.chunk import FloatArray
from emg_signal.filters import Band
from emg_signal.montage import Pair
from emg_signal.phrase import say

MINIMUM_REPETITIONS = 3
"""Fewest repetitions with an interval worth showing; three are for display only."""
DECISION_REPETITIONS = 5
"""Fewest repetitions that anything but display may rest on."""
CONFIDENCE = 0.95
TASKS_BETWEEN = 2
"""Other tasks that lie between two holds of a muscle, at the least, for the plain interval."""
CONSECUTIVE_FACTOR = 1.6
"""How much wider the interval of holds in a row is: real ones drift (lag-1 correlation 0.45 to
0.5), and five in a row cover their mean only 85 % of the time without it (ADR 0079)."""


@dataclass(frozen=True, slots=True)
class Symmetry:
    """Left against right of one pair; positive means the patient's left is more active.

    Parameters
    ----------
    pair
        The pair.
    index_percent
        Asymmetry index, -100 to 100 %.
    interval_percent
        Repeatability interval (low, high), %.
    repetitions
        Number of bilateral contractions, fixed beforehand.
    left_uv, right_uv
        RMS of each repetition, noise power subtracted, µV.
    placements
        Number of electrode placements that it rests on.
    band
        True band of the amplitudes.
    widened
        Factor by which the interval is wider than the plain one: holds were consecutive.
    """

    pair: Pair
    index_percent: float
    interval_percent: tuple[float, float]
    repetitions: int
    left_uv: tuple[float, ...]
    right_uv: tuple[float, ...]
    placements: int
    band: Band
    widened: float = 1.0

    @property
    def readable_percent(self) -> float:
        """Half the interval's width, %: a smaller change of the index cannot be read."""
        return (self.interval_percent[1] - self.interval_percent[0]) / 2.0

    @property
    def course_percent(self) -> tuple[tuple[float, float], ...]:
        """The interval after three repetitions, after four, and so on to the newest, %."""
        return tuple(
            asymmetry_index(self.left_uv[:n], self.right_uv[:n], widened=self.widened)[1]
            for n in range(MINIMUM_REPETITIONS, self.repetitions + 1)
        )

    @property
    def varies(self) -> bool:
        """Whether the holds of a side vary by more than untrained people's mostly do."""
        return max(map(variation_percent, (self.left_uv, self.right_uv))) > VARIATION_NOTE_PERCENT

    @property
    def for_display_only(self) -> bool:
        """Whether it rests on too few repetitions for anything but display."""
        return self.repetitions < DECISION_REPETITIONS


@dataclass(frozen=True, slots=True)
class SymmetryRefused:
    """No symmetry of this pair, and why."""

    pair: Pair
    refusals: tuple[CalibrationRefusal, ...]


def symmetry_of(
    pair: Pair,
    left_contractions_uv: Sequence[FloatArray],
    right_contractions_uv: Sequence[FloatArray],
    *,
    rest_left_uv: float,
    rest_right_uv: float,
    fs_hz: float,
    band: Band,
    apart: bool,
    placements: int = 1,
) -> Symmetry | SymmetryRefused:
    """Return the symmetry of a pair, or every reason against it.

    Parameters
    ----------
    pair
        The pair.
    left_contractions_uv, right_contractions_uv
        Per repetition the filtered samples ``(n,)`` of both sides, µV, the same samples on
        both. A sample that must not be used (gap, rail) is NaN.
    rest_left_uv, rest_right_uv
        RMS at rest in the same band, µV (`SiteCalibration.rest_uv`).
    fs_hz
        Sampling rate, Hz.
    band
        True band.
    apart
        Whether at least `TASKS_BETWEEN` other tasks lay between any two of the contractions.
    placements
        As in `Symmetry`.

    Raises
    ------
    ValueError
        The sides differ in number or length of contractions: not the same samples.
    """
    _require_same_samples(left_contractions_uv, right_contractions_uv)
    refusals = _too_few_or_short(pair, left_contractions_uv, fs_hz)
    if not refusals:
        refusals = _too_quiet(pair.left.name, left_contractions_uv, rest_left_uv, fs_hz)
        refusals += _too_quiet(pair.right.name, right_contractions_uv, rest_right_uv, fs_hz)
    if refusals:
        return SymmetryRefused(pair, refusals)
    left = tuple(above_rest(block, rest_left_uv, fs_hz) for block in left_contractions_uv)
    right = tuple(above_rest(block, rest_right_uv, fs_hz) for block in right_contractions_uv)
    widened = 1.0 if apart else CONSECUTIVE_FACTOR
    index, interval = asymmetry_index(left, right, widened=widened)
    return Symmetry(pair, index, interval, len(left), left, right, placements, band, widened)


def asymmetry_index(
    left_uv: Sequence[float], right_uv: Sequence[float], *, widened: float = 1.0
) -> tuple[float, tuple[float, float]]:
    """Return the asymmetry index and its repeatability interval, %.

    Parameters
    ----------
    left_uv, right_uv
        Positive amplitudes of n >= 2 repetitions, µV; the same repetition at the same place.
    widened
        As in `Symmetry`.
    """
    # Side by side within a repetition: how hard the person tried drops out of the ratio.
    ratios = np.log(left_uv) - np.log(right_uv)
    n = len(ratios)
    mean = float(np.mean(ratios))
    t = float(scipy.stats.t.ppf((1 + CONFIDENCE) / 2, n - 1))
    half = widened * t * float(np.std(ratios, ddof=1)) / math.sqrt(n)
    return _percent(mean), (_percent(mean - half), _percent(mean + half))


def above_rest(block_uv: FloatArray, rest_uv: float, fs_hz: float) -> float:
    """Return the RMS of the middle 1.0 s less the noise power at rest, µV; 0 if not above it.

    Parameters
    ----------
    block_uv
        ``(n_samples,)`` filtered samples of one contraction, µV.
    rest_uv
        RMS at rest in the same band, µV.
    fs_hz
        Sampling rate, Hz.
    """
    # Noise and muscle are independent, so their powers add and their amplitudes do not.
    return math.sqrt(max(0.0, rms(middle(block_uv, fs_hz)) ** 2 - rest_uv**2))


def _percent(log_ratio: float) -> float:
    # tanh(ln(L / R) / 2) is (L - R) / (L + R).
    return 100.0 * math.tanh(log_ratio / 2.0)


def _require_same_samples(left: Sequence[FloatArray], right: Sequence[FloatArray]) -> None:
    if [block.shape for block in left] != [block.shape for block in right]:
        raise ValueError("left and right contractions are not the same samples")


def _too_few_or_short(
    pair: Pair, contractions: Sequence[FloatArray], fs_hz: float
) -> tuple[CalibrationRefusal, ...]:
    if len(contractions) < MINIMUM_REPETITIONS:
        return (
            CalibrationRefusal(
                pair.name,
                say("only {n} contractions were recorded.", n=len(contractions)),
                say(
                    "Record at least {n}, better {better}.",
                    n=MINIMUM_REPETITIONS,
                    better=DECISION_REPETITIONS,
                ),
            ),
        )
    shortest = min(block.shape[-1] for block in contractions) / fs_hz
    # Half a sample of grace: at some rates a second is no whole number of samples.
    if shortest < MIDDLE_S - 0.5 / fs_hz:
        return (
            CalibrationRefusal(
                pair.name,
                say("a contraction lasted {seconds:.1f} s.", seconds=shortest),
                say("Hold each for at least {seconds:g} s.", seconds=MIDDLE_S),
            ),
        )
    return ()


def _too_quiet(
    name: str, contractions: Sequence[FloatArray], rest_uv: float, fs_hz: float
) -> tuple[CalibrationRefusal, ...]:
    """Return a refusal if a side does not rise above rest; NaN never passes."""
    amplitudes = [rms(middle(block, fs_hz)) for block in contractions]
    mean_uv = float(np.mean(amplitudes))
    if not np.isfinite([rest_uv, *amplitudes]).all():
        refusal = CalibrationRefusal(
            name,
            say("samples are missing or railed within a contraction."),
            say("Look at the electrode, then repeat the block."),
        )
    # One repetition at rest would be 0 above it, whose logarithm is no number.
    elif min(amplitudes) <= rest_uv or mean_uv < MINIMUM_SNR * rest_uv:
        refusal = CalibrationRefusal(
            name,
            say(
                "contraction {mean_uv:.1f} µV does not stand out from rest {rest_uv:.1f} µV "
                "(at least {times:g} times in the mean).",
                mean_uv=mean_uv,
                rest_uv=rest_uv,
                times=MINIMUM_SNR,
            ),
            say("Re-seat the electrode and repeat; if the muscle does not move, examine it."),
        )
    else:
        return ()
    return (refusal,)
