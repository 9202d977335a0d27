"""Potentials of motor units as a bipolar surface electrode sees them.

An action potential leaves the endplate towards both ends of the fibre as a tripole of current
sources (Rosenfalck 1969; strengths and distances of Merletti, Lo Conte, Avignone and Guglielminotti
1999, IEEE Trans Biomed Eng 46:810: 24.6, -35.4 and 10.8 at 0, 2.1 and 6.9 mm). Its potential falls
with the distance between source and electrode, so depth low-passes it, and the electrode pair takes
the difference of two places 1 cm apart (S64), which high-passes it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy

from emg_signal.chunk import FloatArray
from emg_simulators.spectrum import SurfaceSpectrum

CHARGES = np.array([24.6, -35.4, 10.8])
CHARGE_BEHIND_MM = np.array([0.0, 2.1, 6.9])

ELECTRODE_SPACING_MM = 10.0
"""S64: 1 cm apart."""
FROM_ENDPLATE_MM = (4.0, 12.0)
"""Nearer electrode from the endplates, so that the pair does not straddle them (S64; the distances
are engineering judgement for fibres of a few centimetres)."""
HALF_FIBRE_MM = (18.0, 28.0)
"""Endplate to fibre end (engineering judgement for facial muscles)."""
DEPTH_MM = (4.0, 14.0)
"""Distance of a unit's fibres from the electrode, skin and fat included (engineering judgement)."""
SCATTER_MM = (3.0, 8.0)
"""SD of the endplates along the fibres within a unit: its fibres' potentials arrive one after
another (engineering judgement; lower-face endplates lie in eccentric clusters, S105)."""
VELOCITY_MM_PER_S = 4000.0
"""Conduction velocity of muscle fibres, 3 to 5 m/s (textbook value, not verified here)."""
MAX_CORRECTION = 4.0
"""Bound of `corrected`, as an amplitude factor: more would be noise shaping, not anatomy
(engineering judgement)."""

_FINE_HZ = 20_000.0
_FINE_S = 0.05
_LEAD_S = 0.006


@dataclass(frozen=True, slots=True)
class Potentials:
    """Potentials of a pool at one rendering rate.

    Parameters
    ----------
    waves
        ``(n_units, n_samples)``; amplitude in arbitrary units, without direct voltage.
    energy
        ``(n_units,)`` integral of each squared potential, units squared times seconds.
    """

    waves: FloatArray
    energy: FloatArray


def fine_potentials(sizes: FloatArray, stream: np.random.Generator) -> FloatArray:
    """Return ``(n_units, n_fine)`` potentials at 20 kHz for units of the given sizes.

    Parameters
    ----------
    sizes
        ``(n_units,)`` relative numbers of fibres.
    stream
        Draws the place of each unit in the muscle.
    """
    times_s = np.arange(round(_FINE_S * _FINE_HZ)) / _FINE_HZ - _LEAD_S
    waves = np.empty((len(sizes), len(times_s)))
    for i, size in enumerate(sizes):
        depth = stream.uniform(*DEPTH_MM)
        near = stream.uniform(*FROM_ENDPLATE_MM)
        half = stream.uniform(*HALF_FIBRE_MM)
        sigma = stream.uniform(*SCATTER_MM) / VELOCITY_MM_PER_S * _FINE_HZ
        waves[i] = size * scipy.ndimage.gaussian_filter1d(
            _bipolar(times_s, depth, near, half), sigma
        )
    return waves


def _bipolar(times_s: FloatArray, depth_mm: float, near_mm: float, half_mm: float) -> FloatArray:
    near = _monopolar(times_s, depth_mm, near_mm, half_mm)
    return near - _monopolar(times_s, depth_mm, near_mm + ELECTRODE_SPACING_MM, half_mm)


def _monopolar(times_s: FloatArray, depth_mm: float, at_mm: float, half_mm: float) -> FloatArray:
    travelled = VELOCITY_MM_PER_S * times_s[:, None] - CHARGE_BEHIND_MM
    # A charge that has not left the endplate, or has reached the end, cancels against the others.
    place = np.clip(travelled, 0.0, half_mm)
    potential = np.zeros(len(times_s))
    for direction in (1.0, -1.0):
        distance = np.sqrt((at_mm - direction * place) ** 2 + depth_mm**2)
        potential += (CHARGES / distance).sum(axis=1)
    return potential


def stretched(fine: FloatArray, stretch: float, render_hz: float) -> FloatArray:
    """Return `fine` potentials at `render_hz`, `stretch` times as long (1/stretch in frequency).

    A slower conduction velocity stretches a potential in time; its mean is taken away, since
    electrodes pass no direct current.

    Parameters
    ----------
    fine
        ``(..., n)`` potentials, µV.
    stretch
        How many times as long they become.
    render_hz
        Samples/s (Hz) of the result.
    """
    n = int(np.ceil(_FINE_S * stretch * render_hz))
    at = np.arange(n) / render_hz / stretch
    grid = np.arange(fine.shape[1]) / _FINE_HZ
    smooth = scipy.signal.sosfiltfilt(_anti_alias(stretch, render_hz), fine, axis=1)
    waves = np.stack([np.interp(at, grid, wave, right=0.0) for wave in smooth])
    return np.asarray(waves - waves.mean(axis=1, keepdims=True))


def corrected(waves: FloatArray, weights: FloatArray, spectrum: SurfaceSpectrum) -> Potentials:
    """Return potentials whose pool has the power density of `spectrum`, not only its median.

    The geometry leaves the pool's spectrum narrower than that of a real muscle, whose units differ
    in more than is modelled here. One minimum-phase filter for all units, bounded by
    `MAX_CORRECTION`, makes up for it; the shapes stay different from unit to unit.

    Parameters
    ----------
    waves
        ``(n_units, n)`` potentials, µV.
    weights
        ``(n_units,)``, how often each fires against the others.
    spectrum
        The muscle's.
    """
    n = 1 << 12
    power = weights @ np.abs(np.fft.rfft(waves, n, axis=1)) ** 2
    f_hz = np.asarray(np.fft.rfftfreq(n, 1 / spectrum.render_hz), np.float64)
    wanted = spectrum.density(f_hz)
    # The small number makes the gain 1, not 0 / 0, at frequencies that neither spectrum has.
    gain = np.sqrt((wanted / wanted.sum() + 1e-12) / (power / power.sum() + 1e-12))
    response = _minimum_phase(np.clip(gain, 1 / MAX_CORRECTION, MAX_CORRECTION))
    shaped = np.fft.irfft(np.fft.rfft(waves, n, axis=1) * response, n, axis=1)
    shaped = shaped[:, : waves.shape[1]]
    return Potentials(shaped, (shaped**2).sum(axis=1) / spectrum.render_hz)


def _minimum_phase(gain: FloatArray) -> npt.NDArray[np.complex128]:
    """Return the minimum-phase response with amplitude `gain`, through the folded cepstrum."""
    cepstrum = np.fft.irfft(np.log(gain))
    n = len(cepstrum)
    fold = np.zeros(n)
    fold[0] = fold[n // 2] = 1.0
    fold[1 : n // 2] = 2.0
    return np.asarray(np.exp(np.fft.rfft(cepstrum * fold)), dtype=np.complex128)


def _anti_alias(stretch: float, render_hz: float) -> FloatArray:
    edge_hz = min(0.45 * render_hz * stretch, 0.45 * _FINE_HZ)
    return np.asarray(scipy.signal.butter(4, edge_hz, fs=_FINE_HZ, output="sos"), dtype=np.float64)


def stretch_for(fine: FloatArray, weights: FloatArray, spectrum: SurfaceSpectrum) -> float:
    """Return the stretch at which a pool's median frequency is that of `spectrum`.

    Parameters
    ----------
    fine
        Potentials from `fine_potentials`.
    weights
        ``(n_units,)`` firing rates: the pool's power density is their weighted sum (Campbell's
        theorem).
    spectrum
        Model whose median frequency is wanted.
    """
    n = 1 << 14
    power = weights @ np.abs(np.fft.rfft(fine - fine.mean(axis=1, keepdims=True), n, axis=1)) ** 2
    f_hz = np.fft.rfftfreq(n, 1 / _FINE_HZ)
    model_hz: FloatArray = np.arange(0.5, spectrum.render_hz / 2, 0.5, dtype=np.float64)
    return _median_hz(np.asarray(f_hz, np.float64), power) / _median_hz(
        model_hz, spectrum.density(model_hz)
    )


def _median_hz(f_hz: FloatArray, power: FloatArray) -> float:
    share = np.cumsum(power)
    return float(np.interp(share[-1] / 2, share, f_hz))


FATIGUE_STEP = 0.02
"""Steps in which the potentials follow fatigue: one step lowers the spectrum by 1 % at most."""


class TiringWaves:
    """Potentials of a pool between fresh and wholly tired, with the energy of the fresh ones.

    Parameters
    ----------
    fresh, worn
        The two ends; each worn potential is shifted to where it resembles its fresh one most.
    scale
        Factor of all amplitudes.
    """

    def __init__(self, fresh: Potentials, worn: Potentials, scale: float) -> None:
        self.length = max(fresh.waves.shape[1], worn.waves.shape[1])
        own = np.sqrt(fresh.energy / worn.energy)[:, None]
        self._fresh = scale * _padded(fresh.waves, self.length)
        self._worn = _aligned(scale * own * _padded(worn.waves, self.length), self._fresh)
        energy = (self._fresh**2).sum(axis=1)
        self._likeness = (self._fresh * self._worn).sum(axis=1) / energy
        self._level = 0
        self._now = self._fresh

    def at(self, fatigue: float) -> FloatArray:
        """Return ``(n_units, length)`` potentials at `fatigue`, 0 to 1, to the nearest step."""
        level = round(fatigue / FATIGUE_STEP)
        if level != self._level:
            part = level * FATIGUE_STEP
            # Two shapes that differ cancel in part where they are mixed: divided by what is left,
            # each potential keeps its energy.
            power = (1 - part) ** 2 + part**2 + 2 * part * (1 - part) * self._likeness
            mixed = (1 - part) * self._fresh + part * self._worn
            self._level, self._now = level, mixed / np.sqrt(power)[:, None]
        return self._now


def _aligned(waves: FloatArray, to: FloatArray) -> FloatArray:
    # Twice the length, since a correlation by FFT is circular: a shift back by k comes out as
    # n - k, which `roll` takes for -k, n being a multiple of the length.
    n = 2 * waves.shape[1]
    crossed = np.conj(np.fft.rfft(waves, n, axis=1)) * np.fft.rfft(to, n, axis=1)
    shifts = np.fft.irfft(crossed, n, axis=1).argmax(axis=1)
    return np.stack([np.roll(w, shift) for w, shift in zip(waves, shifts, strict=True)])


def _padded(waves: FloatArray, length: int) -> FloatArray:
    return np.pad(waves, ((0, 0), (0, length - waves.shape[1])))
