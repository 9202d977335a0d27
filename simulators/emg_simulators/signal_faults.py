"""`SignalFaults`: what goes wrong between skin and amplifier.

Sizes that a fault's text does not give are engineering judgement: large enough to be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from emg_signal.chunk import BoolArray, FloatArray
from emg_simulators.faults import Fault, Level
from emg_simulators.randomness import random_stream

OPEN_OHM = 1e7
"""A lead that hangs in the air."""
OPEN_HUM_UV = 2000.0
"""What it picks up at least, µV peak."""
DRYING_S = 120.0
"""Time in which drying gel doubles the impedance, seconds."""
PLACEMENT_SD = 0.1
"""SD of ln(gain) when an electrode is placed anew; limb amplitudes differ by 39 to 67 % between
days (limits of agreement, S96), which effort shares."""
RAIL_UV = 1e6
"""Beyond every gain's range."""
TAP_UV = 2000.0
BEAT_S = 0.86
"""About 70 beats a minute."""


class SignalFaults:
    """The signal faults of a timeline, acting on the voltage at the electrodes.

    Parameters
    ----------
    faults
        Faults of any level; those of other levels are left to others.
    n_channels
        Channels of the board; a fault on a channel that is not there does nothing.
    seed
        Seed of placements.
    """

    def __init__(self, faults: Iterable[Fault], n_channels: int, seed: int) -> None:
        self._faults: list[Fault] = []
        self._n_channels = n_channels
        self._seed = seed
        for fault in faults:
            self.add(fault)

    def add(self, fault: Fault) -> None:
        """Put one more fault on the timeline; those of other levels are ignored."""
        if fault.kind.level is Level.SIGNAL and max(fault.channels, default=0) < self._n_channels:
            self._faults.append(fault)

    def end(self, t_s: float) -> None:
        """Let every fault that lasts at `t_s` seconds end then."""
        self._faults = [fault.ended(t_s) for fault in self._faults]

    def impedance_ohm(self, base_ohm: FloatArray, t_s: float) -> FloatArray:
        """Return ``(n_channels,)`` contact impedances at `t_s`.

        Parameters
        ----------
        base_ohm
            ``(n_channels,)`` contact impedances without a fault, Ohm.
        t_s
            Stream time, seconds.
        """
        ohm = base_ohm.copy()
        for fault in self._faults:
            if not fault.is_active(t_s):
                continue
            if fault.name == "bad":
                ohm[fault.channels[0]] = fault.amount
            elif fault.name == "dry":
                ohm[fault.channels[0]] *= 2.0 ** min((t_s - fault.start_s) / DRYING_S, 6.0)
            elif fault.name == "leadoff":
                ohm[fault.channels[0]] = OPEN_OHM
        return ohm

    def gain(self, t_s: float) -> FloatArray:
        """Return ``(n_channels,)`` factors of the muscles' voltage at `t_s` seconds."""
        gain = np.ones(self._n_channels)
        for number, fault in enumerate(self._faults):
            if fault.name == "reseat" and t_s >= fault.start_s:
                spread = random_stream(self._seed, "placement", number).standard_normal()
                gain[fault.channels[0]] *= np.exp(PLACEMENT_SD * spread)
            elif fault.name == "leadoff" and fault.is_active(t_s):
                gain[fault.channels[0]] = 0.0
        return gain

    def onto(self, uv: FloatArray, times_s: FloatArray, mains: FloatArray) -> FloatArray:
        """Return ``(n_channels, n_times)`` µV with every fault at `times_s` put onto `uv`.

        Parameters
        ----------
        uv
            Voltage at the electrodes; may be changed in place.
        times_s
            Stream time, seconds.
        mains
            The mains with unit peak at `times_s`.
        """
        active = [f for f in self._faults if self._may_act(f, times_s)]
        # What happens at the electrode comes before what the leads do with it.
        for fault in active:
            if fault.name in _WAVES:
                self._add_wave(fault, uv, times_s - fault.start_s)
            elif fault.name in ("mains", "leadoff"):
                self._add_mains(fault, uv, times_s, mains)
        for fault in active:
            _rewire(fault, uv, (times_s >= fault.start_s) & (times_s < fault.end_s))
        return uv

    @staticmethod
    def _may_act(fault: Fault, times_s: FloatArray) -> bool:
        begun = bool(times_s[-1] >= fault.start_s)
        return begun and (fault.kind.at_once or bool(times_s[0] < fault.end_s))

    def _add_wave(self, fault: Fault, uv: FloatArray, since_s: FloatArray) -> None:
        inside = since_s >= 0
        if not fault.kind.at_once:
            inside &= since_s < fault.end_s - fault.start_s
        wave = _WAVES[fault.name](np.maximum(since_s, 0.0), fault.amount) * inside
        rows = fault.channels or range(self._n_channels)
        for row in rows:
            uv[row] += wave

    def _add_mains(
        self, fault: Fault, uv: FloatArray, times_s: FloatArray, mains: FloatArray
    ) -> None:
        inside = (times_s >= fault.start_s) & (times_s < fault.end_s)
        if fault.name == "leadoff":
            uv[fault.channels[0]] += OPEN_HUM_UV * mains * inside
        else:
            uv += fault.amount * mains * inside


def _rewire(fault: Fault, uv: FloatArray, inside: BoolArray) -> None:
    """Exchange, join, rail or silence channels where `inside` holds."""
    rows = list(fault.channels)
    if fault.name == "swap":
        uv[rows] = np.where(inside, uv[rows[::-1]], uv[rows])
    elif fault.name == "bridge":
        uv[rows] = np.where(inside, uv[rows].mean(axis=0), uv[rows])
    elif fault.name == "rail":
        uv[rows] = np.where(inside, RAIL_UV, uv[rows])
    elif fault.name == "flat":
        uv[rows] = np.where(inside, 0.0, uv[rows])


def _motion(since_s: FloatArray, uv: float) -> FloatArray:
    """Return a step that the electrode forgets in half a second."""
    return uv * np.exp(-since_s / 0.5)


def _tap(since_s: FloatArray, _: float) -> FloatArray:
    """Return the thud of a finger: a swing of 12 Hz that dies in 50 ms."""
    return TAP_UV * np.exp(-since_s / 0.05) * np.sin(2 * np.pi * 12.0 * since_s)


def _sway(since_s: FloatArray, uv: float) -> FloatArray:
    """Return a cable that swings 2.5 times a second, now more, now less."""
    return uv * np.sin(2 * np.pi * 2.5 * since_s) * (0.6 + 0.4 * np.sin(2 * np.pi * 0.3 * since_s))


def _ecg(since_s: FloatArray, uv: float) -> FloatArray:
    """Return heart beats: a narrow R peak with its Q and S, and a broad T."""
    beat = np.mod(since_s, BEAT_S) - 0.3
    parts = ((1.0, 0.0, 0.010), (-0.2, -0.025, 0.008), (-0.3, 0.025, 0.010), (0.25, 0.25, 0.04))
    wave = sum(h * np.exp(-0.5 * ((beat - at) / width) ** 2) for h, at, width in parts)
    return np.asarray(uv * wave)


def _spike(since_s: FloatArray, uv: float) -> FloatArray:
    """Return one pulse of a millisecond."""
    return np.asarray(uv * (since_s < 1e-3))


_WAVES: Mapping[str, Callable[[FloatArray, float], FloatArray]] = {
    "motion": _motion,
    "tap": _tap,
    "sway": _sway,
    "ecg": _ecg,
    "spike": _spike,
}
