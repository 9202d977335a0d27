"""How much a side has changed over its own baseline, and the least change that is real.

On logarithms of amplitudes, so that a change is a ratio. Two things blur it: how the person's own
holds vary, and where the electrodes were put at either visit. Every function works along the last
axis, so that one line serves one person and ten thousand simulated ones alike.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import scipy

from emg_signal.chunk import FloatArray

TAIL: Final = 0.025
"""Share of unchanged sides that are read as fallen, at the most (and as risen as well)."""
LAG_TAIL: Final = 0.01
"""The same for either side of a pair: 2 % of even pairs, so that no ten thousand pass 2.5 %."""


def placement_spread(percent: float) -> float:
    """Return the logarithmic spread of one placement of the electrodes from its variation, %."""
    return float(np.sqrt(np.log1p((percent / 100.0) ** 2)))


def change(before: FloatArray, now: FloatArray) -> FloatArray:
    """Return the change of the mean; negative is a fall.

    Parameters
    ----------
    before, now
        ``(..., n)`` logarithms of the holds, at either visit.
    """
    return np.asarray(np.mean(now, axis=-1) - np.mean(before, axis=-1))


def least_change(
    before: FloatArray,
    now: FloatArray,
    *,
    placed: float,
    widened: float = 1.0,
    tail: float = TAIL,
) -> FloatArray:
    """Return the smallest change that holds and placement do not explain.

    ``sqrt((t s sqrt(1/n1 + 1/n2))² + (z p sqrt(2))²)``: the pooled spread of the holds and two
    placements, one at each visit.

    Parameters
    ----------
    before, now
        ``(..., n)`` logarithms of two holds or more, at either visit.
    placed
        Logarithmic spread of one placement.
    widened
        Factor for holds in a row, which drift together.
    tail
        Share of unchanged that pass it, on either side.
    """
    n, m = before.shape[-1], now.shape[-1]
    free = n + m - 2
    pooled = (
        (n - 1) * np.var(before, axis=-1, ddof=1) + (m - 1) * np.var(now, axis=-1, ddof=1)
    ) / free
    t = float(scipy.stats.t.ppf(1.0 - tail, free))
    z = float(scipy.stats.norm.ppf(1.0 - tail))
    held = (widened * t) ** 2 * pooled * (1.0 / n + 1.0 / m)
    return np.asarray(np.sqrt(held + (z * placed) ** 2 * 2.0))


def lag_of(
    before: tuple[FloatArray, FloatArray],
    now: tuple[FloatArray, FloatArray],
    *,
    placed: float,
    widened: float = 1.0,
    tail: float = LAG_TAIL,
) -> tuple[FloatArray, FloatArray]:
    """Return by how much left lags right since the baseline, and the least lag that is real.

    Hold by hold, so that how hard the person tried drops out; four placements remain, two sides at
    two visits.

    Parameters
    ----------
    before, now
        Left and right, each ``(..., n)``, the same holds on both sides.
    placed, widened, tail
        As in `least_change`.

    Returns
    -------
    lag, least
        Positive: the left is relatively more active than it was.
    """
    first, then = before[0] - before[1], now[0] - now[1]
    # Two sides at each visit carry twice the variance of one.
    both = placed * float(np.sqrt(2.0))
    return change(first, then), least_change(first, then, placed=both, widened=widened, tail=tail)
