"""`FilterDesign`: the causal band-pass that every channel goes through alike, and its mains.

Second-order sections only: the polynomial form of the same band-pass loses seven digits at
4000 samples/s (docs/performance.md). Left and right of a pair always get the same design, since
a filter that differs between sides would be read as a difference between sides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import scipy

from emg_signal.chunk import FloatArray, read_only
from emg_signal.errors import FilterDesignError
from emg_signal.mains import SEARCHED_HZ
from emg_signal.phrase import Phrase, say

LOW_HZ = 20.0
"""High-pass corner for facial EMG: van Boxtel 2010, and 15-25 Hz by muscle in van Boxtel 2001."""
HIGH_HZ = 450.0
"""Low-pass corner where the rate carries it: the middle of 400-500 Hz (van Boxtel 2001)."""
RATE_SHARE = 0.45
"""Highest default corner over the sampling rate; keeps clear of the Nyquist frequency's
aliases, engineering judgement."""
ORDER = 4
"""Butterworth order at each edge; with 20-450 Hz the setting of the golden figures."""


@dataclass(frozen=True, slots=True)
class Band:
    """A frequency band between its two -3 dB points, Hz."""

    low_hz: float
    high_hz: float

    @property
    def label(self) -> Phrase:
        """``20-65 Hz``: goes with every amplitude measured in it."""
        return say("{low_hz:g}-{high_hz:g} Hz", low_hz=self.low_hz, high_hz=self.high_hz)


@dataclass(frozen=True, slots=True)
class FilterSettings:
    """What a `FilterDesign` was made from, as the record keeps it: the sections follow from it.

    Parameters
    ----------
    fs_hz, band, true_band, mains_hz
        As in `FilterDesign`.
    harmonics
        Notches at 1, 2, ... times `mains_hz`, of records made before hum was followed.
    order
        Of the Butterworth band-pass at each edge.
    notch_bandwidth_hz
        -3 dB width of each notch, Hz; of the same records.
    hum_followed
        Whether hum was followed (`emg_signal.hum_follower`) from `mains_hz` on, and subtracted.
    """

    fs_hz: float
    band: Band
    true_band: Band
    mains_hz: float | None
    harmonics: int = 0
    order: int = ORDER
    notch_bandwidth_hz: float = 0.0
    hum_followed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class FilterDesign:
    """What every channel is filtered with, and the band that the result is true for.

    Parameters
    ----------
    fs_hz
        Sampling rate that it was designed for, Hz.
    band
        -3 dB points of the digital band-pass.
    mains_hz
        Mains frequency from which hum is followed, Hz; None when it is left in.
    sos
        ``(n_sections, 6)`` second-order sections in scipy's order, read-only.
    true_band
        `band` narrowed by the board's own low-pass: the label of every amplitude.
    """

    fs_hz: float
    band: Band
    mains_hz: float | None
    sos: FloatArray
    true_band: Band

    def __post_init__(self) -> None:
        """Make the sections read-only."""
        object.__setattr__(self, "sos", read_only(np.ascontiguousarray(self.sos, dtype=float)))

    @property
    def settings(self) -> FilterSettings:
        """What it was made from, for the record."""
        return FilterSettings(
            self.fs_hz,
            self.band,
            self.true_band,
            self.mains_hz,
            hum_followed=self.mains_hz is not None,
        )


def design_filters(
    fs_hz: float,
    *,
    band: Band | None = None,
    mains_hz: float | None = 50.0,
    board_high_hz: float | None = None,
) -> FilterDesign:
    """Return the filters for a sampling rate.

    Parameters
    ----------
    fs_hz
        Actual sampling rate, Hz.
    band
        Band wanted; never altered. None means from 20 Hz to what the rate carries, at most
        450 Hz.
    mains_hz
        Mains frequency that hum is looked for at first, Hz; None to leave hum in.
    board_high_hz
        -3 dB point of the board's own low-pass (ADS1299 at 250 samples/s: 65 Hz); narrows
        `FilterDesign.true_band`. It is not filtered a second time: two -3 dB points on top of
        each other would leave -6 dB at the frequency that the label names.

    Raises
    ------
    FilterDesignError
        The rate cannot carry the band or the mains frequency, or a number is not finite or not
        positive.
    """
    _require_positive("sampling rate", fs_hz)
    wanted = band or _default_band(fs_hz)
    _require_carried(wanted, fs_hz)
    corners = (wanted.low_hz, wanted.high_hz)
    if mains_hz is not None:
        _require_mains(mains_hz, fs_hz)
    return FilterDesign(
        fs_hz=float(fs_hz),
        band=wanted,
        mains_hz=mains_hz,
        sos=scipy.signal.butter(ORDER, corners, "bandpass", output="sos", fs=fs_hz),
        true_band=_narrowed(wanted, board_high_hz),
    )


def _require_positive(name: str, value: float) -> None:
    if not (math.isfinite(value) and value > 0):
        raise FilterDesignError(
            say("The {name} is {value:g} Hz.", name=name, value=value),
            say("It must be a positive number."),
        )


def _default_band(fs_hz: float) -> Band:
    high = min(HIGH_HZ, RATE_SHARE * fs_hz)
    if high <= LOW_HZ:
        raise FilterDesignError(
            say(
                "{fs_hz:g} samples/s carry no EMG band: its high corner would be {high:g} Hz.",
                fs_hz=fs_hz,
                high=high,
            ),
            say(
                "Use a board with more than {least_hz:.0f} samples/s.",
                least_hz=LOW_HZ / RATE_SHARE,
            ),
        )
    return Band(LOW_HZ, high)


def _require_carried(band: Band, fs_hz: float) -> None:
    _require_positive("band's low corner", band.low_hz)
    _require_positive("band's high corner", band.high_hz)
    if band.low_hz >= band.high_hz:
        raise FilterDesignError(
            say("The band {label} is empty.", label=band.label), say("Give low before high.")
        )
    if band.high_hz >= fs_hz / 2:
        raise FilterDesignError(
            say(
                "{fs_hz:g} samples/s cannot carry a band of {label}: half the rate is "
                "{half_hz:g} Hz.",
                fs_hz=fs_hz,
                label=band.label,
                half_hz=fs_hz / 2,
            ),
            say(
                "Ask for at most {most_hz:g} Hz or use a faster board.",
                most_hz=RATE_SHARE * fs_hz,
            ),
        )


def _require_mains(mains_hz: float, fs_hz: float) -> None:
    _require_positive("mains frequency", mains_hz)
    if mains_hz + SEARCHED_HZ >= fs_hz / 2:
        raise FilterDesignError(
            say(
                "{fs_hz:g} samples/s cannot show hum of {mains_hz:g} Hz.",
                fs_hz=fs_hz,
                mains_hz=mains_hz,
            ),
            say("Leave hum in, or use a faster board."),
        )


def _narrowed(band: Band, board_high_hz: float | None) -> Band:
    if board_high_hz is None:
        return band
    _require_positive("board's own corner", board_high_hz)
    if board_high_hz <= band.low_hz:
        raise FilterDesignError(
            say(
                "The board carries up to {board_high_hz:g} Hz, the band begins at {low_hz:g} Hz.",
                board_high_hz=board_high_hz,
                low_hz=band.low_hz,
            ),
            say("Use a faster board or a lower band."),
        )
    return Band(band.low_hz, min(band.high_hz, board_high_hz))
