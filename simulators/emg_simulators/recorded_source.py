"""`RecordedSource`: a recording in the patient's place."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import scipy

from emg_signal.chunk import FloatArray
from emg_signal.errors import ConfigError
from emg_signal.phrase import say

MAX_RATIO = 1000
"""Largest numerator or denominator of a resampling ratio; rates that need more are refused."""


class RecordedSource:
    """Plays samples as the voltage at the electrodes, again and again.

    The recording is raised to the rendering rate once, by a polyphase filter without delay, so
    the board's own filter then acts on it as on a face: what a 250 Hz board makes of a 1 kHz
    recording is what it would have recorded itself. (A recording that has passed such a filter
    already passes it twice.) Each turn starts at the first sample again; where the end does not
    meet the beginning a step is left, as in any looped recording.

    Parameters
    ----------
    samples_uv
        ``(n_channels, n_samples)`` µV at the electrodes; all finite.
    fs_hz
        Rate of the recording, Hz.
    render_hz
        Rendering rate, Hz.
    n_channels
        Channels of the board; those beyond the recording's carry 0. By default the recording's.

    Raises
    ------
    ConfigError
        An empty recording, values that are not finite, or a rate that does not divide.
    """

    def __init__(
        self,
        samples_uv: FloatArray,
        fs_hz: float,
        *,
        render_hz: float,
        n_channels: int | None = None,
    ) -> None:
        if samples_uv.ndim != 2 or samples_uv.size == 0:
            raise ConfigError(say("The recording is empty."), say("Choose another file."))
        if not np.isfinite(samples_uv).all():
            raise ConfigError(say("The recording holds values that are not numbers."))
        raised_uv = _raised(samples_uv, fs_hz, render_hz)
        own = len(raised_uv)
        self._uv = np.zeros((max(own, n_channels or 0), raised_uv.shape[1]))
        self._uv[:own] = raised_uv
        self._render_hz = render_hz
        self._next = 0

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return int(self._uv.shape[0])

    @property
    def fs_hz(self) -> float:
        """Rendering rate, Hz."""
        return self._render_hz

    def render(self, n_samples: int) -> FloatArray:
        """Return the next `n_samples`, ``(n_channels, n_samples)`` µV."""
        at = np.arange(self._next, self._next + n_samples) % self._uv.shape[1]
        self._next += n_samples
        return self._uv[:, at]


def _raised(samples_uv: FloatArray, fs_hz: float, render_hz: float) -> FloatArray:
    ratio = Fraction(render_hz / fs_hz).limit_denominator(MAX_RATIO)
    # The fraction is the nearest with small parts, so a rate that is not near it shows here.
    if ratio.numerator > MAX_RATIO or abs(float(ratio) * fs_hz / render_hz - 1) > 1e-9:
        raise ConfigError(
            say(
                "A recording at {fs_hz:g} Hz cannot be raised to {render_hz:g} Hz.",
                fs_hz=fs_hz,
                render_hz=render_hz,
            )
        )
    # Around its own level, since the filter's ends would otherwise ring with the offset.
    level = samples_uv.mean(axis=1, keepdims=True)
    raised: FloatArray = level + scipy.signal.resample_poly(
        samples_uv - level, ratio.numerator, ratio.denominator, axis=1, padtype="line"
    )
    return raised
