"""`MotorUnitPool`: EMG of one muscle from its motor units.

Recruitment and rate coding after Fuglevand, Winter and Patla 1993 (J Neurophysiol 70:2470):
thresholds rise exponentially over a range of 30, a unit starts at 8 impulses a second and gains
one with each unit of excitation up to a peak of 45 (first unit) to 35 (last), intervals vary with
a coefficient of 0.2, sizes cover a range of 100. The corrugator's unit rates around 31 Hz and
the orbicularis oculi's of 10 to 25 Hz (S70) lie within.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from emg_signal.chunk import FloatArray, IndexArray
from emg_simulators.motor_unit_potentials import (
    Potentials,
    TiringWaves,
    corrected,
    fine_potentials,
    stretch_for,
    stretched,
)
from emg_simulators.spectrum import SurfaceSpectrum

N_UNITS = 100
"""Units under one electrode pair (Fuglevand's hand muscle has 120; engineering judgement)."""
THRESHOLD_RANGE = 30.0
SIZE_RANGE = 100.0
MIN_RATE_HZ = 8.0
PEAK_RATE_HZ = (45.0, 35.0)
RATE_GAIN_HZ = 1.0
INTERVAL_VARIATION = 0.2


@dataclass(frozen=True)
class Recruitment:
    """Fuglevand's rules for one pool of `n_units`."""

    n_units: int = N_UNITS

    @cached_property
    def thresholds(self) -> FloatArray:
        """Excitation at which each unit begins, ``(n_units,)``."""
        return self._geometric(THRESHOLD_RANGE)

    @cached_property
    def sizes(self) -> FloatArray:
        """Relative number of fibres of each unit, ``(n_units,)``."""
        return self._geometric(SIZE_RANGE)

    @cached_property
    def peak_rates_hz(self) -> FloatArray:
        """Highest rate of each unit, ``(n_units,)`` Hz."""
        first, last = PEAK_RATE_HZ
        return np.asarray(first - (first - last) * self.thresholds / THRESHOLD_RANGE)

    @property
    def full_excitation(self) -> float:
        """Excitation at which the last unit reaches its peak."""
        return float(THRESHOLD_RANGE + (self.peak_rates_hz[-1] - MIN_RATE_HZ) / RATE_GAIN_HZ)

    def rates_hz(self, excitation: float) -> FloatArray:
        """Return the mean rate of each unit, ``(n_units,)`` Hz; 0 below its threshold."""
        above = excitation - self.thresholds
        rates = np.minimum(MIN_RATE_HZ + RATE_GAIN_HZ * above, self.peak_rates_hz)
        return np.where(above >= 0, rates, 0.0)

    def _geometric(self, span: float) -> FloatArray:
        steps = np.arange(1, self.n_units + 1) / self.n_units
        return np.asarray(np.exp(np.log(span) * steps))


class MotorUnitPool:
    """EMG of one muscle with unit RMS at full effort and an RMS proportional to the effort.

    Parameters
    ----------
    spectrum
        Whose median frequency the potentials are stretched to.
    tired
        The same for the wholly tired muscle.
    anatomy, stream
        Generators of the units' places and of the firing.
    """

    def __init__(
        self,
        spectrum: SurfaceSpectrum,
        tired: SurfaceSpectrum,
        anatomy: np.random.Generator,
        stream: np.random.Generator,
    ) -> None:
        self._rules = rules = Recruitment()
        self._stream = stream
        self._render_hz = spectrum.render_hz
        fine = fine_potentials(rules.sizes, anatomy)
        weights = _weights(rules, fine)
        fresh, worn = (_shaped(fine, weights, shape) for shape in (spectrum, tired))
        self._excitations, rms = _rms_by_excitation(rules, fresh.energy)
        self._shares = rms / rms[-1]
        self._energy = fresh.energy / rms[-1] ** 2
        self._waves = TiringWaves(fresh, worn, 1.0 / rms[-1])
        self._length = self._waves.length
        self._phase = stream.uniform(0.0, 1.0, rules.n_units)
        self._due = np.ones(rules.n_units)
        self._tail = np.zeros(self._length)

    def excitation(self, effort: float) -> float:
        """Return the excitation whose expected RMS is `effort` (0 to 1) of the full one."""
        return float(np.interp(effort, self._shares, self._excitations))

    def next(self, n_samples: int, effort: float, fatigue: float = 0.0) -> FloatArray:
        """Return the next ``(n_samples,)`` at a steady `effort`.

        Parameters
        ----------
        n_samples
            Length; keep it short beside the changes of the effort.
        effort
            0 to 1.
        fatigue
            0 fresh to 1 wholly tired.
        """
        rates_hz = self._rules.rates_hz(self.excitation(effort))
        units, samples = self._spikes(n_samples, rates_hz)
        out = np.zeros(n_samples + self._length)
        out[: self._length] = self._tail
        if units.size:
            # The RMS climbs in steps as units join; the factor takes out what is left of a step.
            level = effort / np.sqrt(rates_hz @ self._energy)
            waves = level * self._waves.at(fatigue)[units]
            at = samples[:, None] + np.arange(self._length)
            out += np.bincount(at.ravel(), waves.ravel(), minlength=out.size)
        self._tail = out[n_samples:]
        return out[:n_samples]

    def _spikes(self, n_samples: int, rates_hz: FloatArray) -> tuple[IndexArray, IndexArray]:
        """Return unit and sample of every spike in the block, in rounds of at most one a unit."""
        step = rates_hz * (n_samples / self._render_hz)
        end = self._phase + step
        units, samples = [], []
        while (due := np.nonzero((end >= self._due) & (step > 0))[0]).size:
            share = (self._due[due] - self._phase[due]) / step[due]
            units.append(due)
            samples.append(np.clip((share * n_samples).astype(np.intp), 0, n_samples - 1))
            self._due[due] += self._intervals(due.size)
        self._phase = end - np.floor(end)
        self._due -= np.floor(end)
        if not units:
            return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)
        return np.concatenate(units), np.concatenate(samples)

    def _intervals(self, n: int) -> FloatArray:
        spread = INTERVAL_VARIATION * self._stream.standard_normal(n)
        return np.asarray(np.clip(1.0 + spread, 0.2, 2.0))


def _shaped(fine: FloatArray, weights: FloatArray, shape: SurfaceSpectrum) -> Potentials:
    """Return the potentials stretched to the median frequency of `shape`, and filtered to it."""
    stretch = stretch_for(fine, weights, shape)
    return corrected(stretched(fine, stretch, shape.render_hz), weights, shape)


def _weights(rules: Recruitment, fine: FloatArray) -> FloatArray:
    """Return ``(n_units,)`` weights in which efforts from a fifth to full count alike."""
    energy = (fine**2).sum(axis=1)
    rates = [rules.rates_hz(e * rules.full_excitation) for e in (0.2, 0.4, 0.6, 0.8, 1.0)]
    return np.asarray(sum(rate / (rate @ energy) for rate in rates))


def _rms_by_excitation(rules: Recruitment, energy: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return excitations and the expected RMS at each: Campbell's theorem over the pool."""
    excitations = np.linspace(0.0, rules.full_excitation, 400)
    rms = np.array([np.sqrt(rules.rates_hz(e) @ energy) for e in excitations])
    return excitations, np.maximum.accumulate(rms)
