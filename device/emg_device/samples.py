"""`SampleCheck`: no value passes that is not finite, and none at the rail passes unsaid."""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import FlagArray, FloatArray, SampleFlag

RAIL_MARGIN = 1e-6
"""Relative: a rail is one exact code of the converter, and scaling it back and forth costs
no more than rounding."""
RAILED, NOT_FINITE = np.uint8(SampleFlag.RAILED), np.uint8(SampleFlag.NOT_FINITE)
"""As the flags are stored: numpy takes an IntFlag for int64."""


class SampleCheck:
    """Flags each sample of each channel.

    Parameters
    ----------
    n_channels
        Channels per sample.
    rails_uv
        Lowest and highest value of the converter, µV; None if unknown.
    """

    def __init__(self, n_channels: int, rails_uv: tuple[float, float] | None) -> None:
        self._last_uv = np.zeros(n_channels)
        self._rails_uv = rails_uv

    def __call__(self, samples_uv: FloatArray) -> tuple[FloatArray, FlagArray]:
        """Return ``(n_samples, n_channels)`` finite µV and their `SampleFlag`, of one run.

        The last good value stands in the place of NaN and infinity; values beyond the rails
        (1e300 is finite too) are held at the rail.

        Parameters
        ----------
        samples_uv
            ``(n_samples, n_channels)`` µV without a gap, at least one; is not changed.
        """
        flags = np.zeros(samples_uv.shape, dtype=np.uint8)
        bad = ~np.isfinite(samples_uv)
        if bad.any():
            samples_uv = self._hold(samples_uv, bad)
            flags[bad] |= NOT_FINITE
        if self._rails_uv is not None:
            low, high = self._rails_uv
            slack = RAIL_MARGIN * (high - low)
            railed = (samples_uv <= low + slack) | (samples_uv >= high - slack)
            if railed.any():
                samples_uv = np.clip(samples_uv, low, high)
                flags[railed & ~bad] |= RAILED  # a held value was not measured, at a rail or not
        self._last_uv = samples_uv[-1].copy()
        return samples_uv, flags

    def _hold(self, samples_uv: FloatArray, bad: FloatArray) -> FloatArray:
        """Return a copy in which the last good value of the channel fills each hole."""
        # Row 0 is the last value of the run before. The greatest row so far that is not bad is
        # the one to hold.
        rows = np.where(bad, 0, np.arange(1, len(samples_uv) + 1)[:, None])
        last_good = np.maximum.accumulate(rows, axis=0)
        padded = np.vstack((self._last_uv, np.where(bad, 0.0, samples_uv)))
        held: FloatArray = np.take_along_axis(padded, last_good, axis=0)
        return held
