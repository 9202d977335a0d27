"""Mains hum found with its true frequency and its harmonics."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from emg_signal.chunk import FloatArray

NOMINAL_HZ = (50.0, 60.0)
SEARCHED_HZ = 1.0
"""Largest drift looked for: grids are held within 0.2 Hz in ordinary operation, generators of
clinics within 1 Hz; engineering judgement."""
STANDS_OUT = 20.0
"""Least power of a mains line over the median power of its surroundings. One bin of noise
reaches it by chance once in a million (exponential distribution: 2 ** -20)."""
SURROUNDINGS_HZ = 8.0
APART_HZ = 2.0
"""Lines nearer than this are one: a Hann window's main lobe at 1 s."""
LINES_APART_HZ = 5.0
"""Least distance of lines that 0.2 s can tell apart: one period more or less."""
LOWEST_HZ = 15.0
"""Lines below are the band-pass's, which begins at 20 Hz."""
TOLD_APART_ORDER = 3
"""Highest harmonic that is looked for though it folds on to a lower one."""
FOLDED_ORDERS = 7
"""Harmonics that rectifiers leave in a clinic's mains; engineering judgement."""


@dataclass(frozen=True, slots=True)
class Hum:
    """The stronger hum of a stretch of signal.

    Parameters
    ----------
    nominal_hz
        50 or 60 Hz.
    frequency_hz
        True frequency of the fundamental, Hz; the nominal one where it does not stand out.
    rms_uv
        RMS of the fundamental and its harmonics, those folded back included, µV; 0 for none.
    """

    nominal_hz: float
    frequency_hz: float
    rms_uv: float


@dataclass(frozen=True, slots=True)
class _HumLine:
    order: int
    hz: float
    power: float

    def is_at(self, hz: float) -> bool:
        return abs(self.hz - hz) <= APART_HZ


def strongest_hum(samples_uv: FloatArray, fs_hz: float) -> Hum:
    """Return the stronger of 50 and 60 Hz hum with all that it leaves after folding.

    Harmonics above half the rate come back folded (at 250 samples/s, 150 Hz as 100 Hz) and pass
    a notch at the fundamental. A line that both could leave (at 250 samples/s the fifth harmonic
    of 60 Hz folds on to 50 Hz) speaks for the one of which it is the lower harmonic.

    Parameters
    ----------
    samples_uv
        ``(n,)`` samples, at least 2 s, µV.
    fs_hz
        Sampling rate, Hz.
    """
    amplitudes, n = _amplitudes(samples_uv), len(samples_uv)
    lines = [_hum_lines(amplitudes, n, fs_hz, nominal) for nominal in NOMINAL_HZ]
    powers = _spoken_for(lines)
    which = powers.index(max(powers))
    nominal_hz, found = NOMINAL_HZ[which], lines[which]
    frequency_hz = next((line.hz for line in found if line.order == 1), nominal_hz)
    return Hum(nominal_hz, frequency_hz, math.sqrt(sum(line.power for line in found)))


def hum_powers(samples_uv: FloatArray, fs_hz: float) -> list[float]:
    """Return how much hum of each nominal frequency stands out, on whichever channels it does.

    Parameters
    ----------
    samples_uv
        ``(n_samples, n_channels)``, at least 1 s, µV; channels of zeros do not count.
    fs_hz
        Sampling rate, Hz.

    Returns
    -------
    list
        For each of `NOMINAL_HZ`, power of its lines over what is usual in each channel.
    """
    each = np.stack([_amplitudes(lane) for lane in samples_uv.T], axis=1)
    usual = np.median(each, axis=0)
    if not usual.any():
        return [0.0] * len(NOMINAL_HZ)
    joint = np.max(each[:, usual > 0] / usual[usual > 0], axis=1)
    return _spoken_for([_hum_lines(joint, len(samples_uv), fs_hz, hz) for hz in NOMINAL_HZ])


def hum_lines_of(nominal_hz: float, fs_hz: float, high_hz: float) -> list[tuple[int, int | None]]:
    """Return the multiples of a mains frequency that a rate shows, each with one hidden in it.

    Parameters
    ----------
    nominal_hz
        Mains frequency, Hz.
    fs_hz
        Sampling rate, Hz; multiples beyond half of it come back folded.
    high_hz
        Highest frequency that matters, Hz.

    Returns
    -------
    list of (int, int or None)
        Multiple, and the third where that folds on to within 5 Hz of it: higher ones are too
        weak to be told there.
    """
    lines: dict[int, int | None] = {}
    seen_hz: dict[int, float] = {}
    for order in range(1, FOLDED_ORDERS + 1):
        folded_hz = abs(order * nominal_hz - fs_hz * round(order * nominal_hz / fs_hz))
        at_an_edge = folded_hz < LOWEST_HZ or fs_hz / 2.0 - folded_hz < LINES_APART_HZ
        # The fundamental counts always; a line beyond the band is the band-pass's.
        if order > 1 and (at_an_edge or folded_hz > high_hz + LINES_APART_HZ):
            continue
        near = [low for low, hz in seen_hz.items() if abs(hz - folded_hz) < LINES_APART_HZ]
        if not near:
            seen_hz[order], lines[order] = folded_hz, None
        elif order <= TOLD_APART_ORDER:
            lines[near[0]] = order
    return list(lines.items())


def _spoken_for(lines: list[list[_HumLine]]) -> list[float]:
    """Return the power that speaks for each nominal frequency."""
    return [
        sum(
            line.power
            for line in lines[which]
            if not any(line.is_at(o.hz) and o.order < line.order for o in lines[1 - which])
        )
        for which in range(len(NOMINAL_HZ))
    ]


def _hum_lines(amplitudes: FloatArray, n: int, fs_hz: float, nominal_hz: float) -> list[_HumLine]:
    """Return the lines that stand out where hum and its folded harmonics would be."""
    first = _line(amplitudes, n, fs_hz, nominal_hz, SEARCHED_HZ)
    frequency_hz = nominal_hz if first is None else first[0]
    lines = [] if first is None else [_HumLine(1, frequency_hz, first[1] ** 2)]
    counted = [0.0, frequency_hz]  # several orders may fold on to one frequency
    for order in range(2, FOLDED_ORDERS + 1):
        folded_hz = abs(order * frequency_hz - fs_hz * round(order * frequency_hz / fs_hz))
        if min(abs(folded_hz - known) for known in counted) > APART_HZ:
            line = _line(amplitudes, n, fs_hz, folded_hz, 0.1 * order)
            if line is not None:
                lines.append(_HumLine(order, line[0], line[1] ** 2))
            counted.append(folded_hz)
    return lines


def _amplitudes(raw_uv: FloatArray) -> FloatArray:
    """Return Hann-windowed amplitudes: a sine's RMS at its bin."""
    n = len(raw_uv)
    window = np.hanning(n + 1)[:-1]
    spectrum = np.fft.rfft((raw_uv - raw_uv.mean()) * window)
    return np.asarray(np.abs(spectrum) * np.sqrt(2.0) / window.sum())


def _line(
    amplitudes: FloatArray, n: int, fs_hz: float, near_hz: float, within_hz: float
) -> tuple[float, float] | None:
    """Return frequency and RMS of a line near a frequency, None if none stands out."""
    step_hz = fs_hz / n
    first = max(1, math.ceil((near_hz - within_hz) / step_hz - 1.0))
    last = min(len(amplitudes) - 2, math.floor((near_hz + within_hz) / step_hz + 1.0))
    if last < first:
        return None
    top = first + int(np.argmax(amplitudes[first : last + 1]))
    reach = int(SURROUNDINGS_HZ / step_hz)
    around = np.concatenate(
        (amplitudes[max(0, top - reach) : max(0, top - 2)], amplitudes[top + 3 : top + reach + 1])
    )
    floor = float(np.median(around)) ** 2
    if amplitudes[top] ** 2 <= STANDS_OUT * floor or amplitudes[top] <= 0:
        return None
    # Between two bins of a Hann window a sine's frequency follows from their ratio, exactly.
    right = amplitudes[top + 1] >= amplitudes[top - 1]
    ratio = amplitudes[top + 1 if right else top - 1] / amplitudes[top]
    shift = (2.0 * ratio - 1.0) / (1.0 + ratio)
    frequency_hz = (top + (shift if right else -shift)) * fs_hz / n
    # The main lobe at distance d from its middle: sinc(d) / (1 - d²).
    rms_uv = float(amplitudes[top] * (1.0 - shift**2) / np.sinc(shift))
    return float(frequency_hz), rms_uv
