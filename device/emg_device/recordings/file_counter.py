"""`counted`: what the 8-bit counter of a file says, row by row: losses, repeats, flipped bits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from emg_device.info import CounterRule, IntArray
from emg_signal.chunk import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Rows that count, and their numbers.

    Parameters
    ----------
    rows
        ``(n,)`` int64, the rows to keep.
    index
        ``(n,)`` int64, number of each.
    repeated
        Rows that came twice or late, and are left out.
    """

    rows: IntArray
    index: IntArray
    repeated: int


def counted(counter: IntArray, rule: CounterRule, samples_uv: FloatArray) -> Counted:
    """Return which rows count, and what is missing between them within a turn.

    Parameters
    ----------
    counter
        ``(n,)`` int64 as the file has it.
    rule
        How it counts.
    samples_uv
        ``(n, n_channels)`` µV: a counter that stands still on equal values is a row twice.
    """
    ahead = (np.diff(counter, prepend=counter[0] - rule.step) % rule.modulus) // rule.step
    keep = np.ones(counter.size, dtype=bool)
    for row in np.flatnonzero(ahead[:-1] != 1):
        two_on = int(ahead[row] + ahead[row + 1]) % rule.period
        if two_on == 2 and ahead[row + 1] != 1:
            ahead[row] = ahead[row + 1] = 1  # a flipped bit: the next goes on as if nothing was
        elif two_on == 1 and ahead[row] > 1:
            keep[row], ahead[row + 1] = False, 1  # late, or forged and twice
    still = np.flatnonzero(ahead == 0)
    same = [row for row in still if row and _equal(samples_uv[row], samples_uv[row - 1])]
    keep[same] = False
    ahead[still] = 1
    rows = np.flatnonzero(keep)
    return Counted(rows, np.cumsum(ahead[rows]) - 1, int(counter.size - rows.size))


def _equal(one: FloatArray, other: FloatArray) -> bool:
    return bool(np.array_equal(one, other, equal_nan=True))
