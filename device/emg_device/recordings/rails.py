"""`with_rails`: a channel that stands at the end of a known converter is railed, not flat."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from emg_device.recordings.recording import Recording
from emg_device.scale import CYTON_BITS, CYTON_REFERENCE_V, rails_uv

GAINS = (1, 2, 4, 6, 8, 12, 24)
"""Gains of the ADS1299, whose rails a file in µV shows (its data sheet)."""
NEAR = 1e-6
"""Relative: what five decimals leave of a rail of 187,500 µV."""
MOST = 0.5
"""Share of a channel at the rail that makes it one: a single value may be there by chance."""


def with_rails(recording: Recording) -> Recording:
    """Return `recording` with the rails that one of its channels stands at, if it tells none."""
    if recording.rails_uv is not None:
        return recording
    for gain in GAINS:
        low, high = rails_uv(CYTON_REFERENCE_V, CYTON_BITS, gain)
        slack = max(NEAR * high, 0.006)  # two decimals, as the GUI writes them
        sizes = np.abs(recording.samples_uv)
        at_rail = (np.abs(sizes - high) < slack + (-low - high)).mean(axis=0)
        if (at_rail > MOST).any() and bool(np.nanmax(sizes) <= -low + slack):
            return replace(recording, rails_uv=(low + slack, high - slack))
    return recording
