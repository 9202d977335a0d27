"""The voltage of every muscle at its own electrodes, in one of two modes.

`MotorUnitMuscles` builds it from motor units and `FastMuscles` from noise with the same spectrum
and RMS, at a tenth of the cost or less; how far the two agree is measured in docs/patient.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from emg_signal.chunk import FloatArray
from emg_simulators.crosstalk import MuscleSide
from emg_simulators.motor_units import MotorUnitPool
from emg_simulators.randomness import random_stream
from emg_simulators.spectrum import ShapingFilter, SurfaceSpectrum, correlation


@dataclass(frozen=True, slots=True)
class Tissue:
    """How one muscle looks through its skin, fresh and wholly tired.

    Parameters
    ----------
    place
        Muscle and side.
    fresh, tired
        Spectra; equal when the person does not tire.
    """

    place: MuscleSide
    fresh: SurfaceSpectrum
    tired: SurfaceSpectrum


class Muscles(Protocol):
    """EMG of all muscles of a face, each with unit RMS at full effort."""

    def next(self, efforts: FloatArray, fatigue: FloatArray) -> FloatArray:
        """Return the next ``(n_muscles, n_samples)``, RMS as `efforts` of the same shape.

        Parameters
        ----------
        efforts
            ``(n_muscles, n_samples)``, 0 to 1.
        fatigue
            ``(n_muscles,)``, 0 fresh to 1 wholly tired.
        """
        ...


class FastMuscles:
    """Modulated noise; see `Muscles`.

    Parameters
    ----------
    tissues
        One for each muscle, in the order of the rows.
    seed
        Seed of the noise.
    """

    def __init__(self, tissues: list[Tissue], seed: int) -> None:
        self._streams = [random_stream(seed, "muscle", *tissue.place) for tissue in tissues]
        kinds = dict.fromkeys((tissue.fresh, tissue.tired) for tissue in tissues)
        self._groups = [_Group(kind, tissues) for kind in kinds]
        warm_up = max(group.settling_samples for group in self._groups)
        self.next(np.zeros((len(tissues), warm_up)), np.zeros(len(tissues)))

    def next(self, efforts: FloatArray, fatigue: FloatArray) -> FloatArray:
        """Return the next samples.

        Parameters
        ----------
        efforts, fatigue
            As `Muscles.next` takes them.
        """
        n_samples = efforts.shape[1]
        white = np.stack([stream.standard_normal(n_samples) for stream in self._streams])
        noise = np.empty_like(white)
        for group in self._groups:
            noise[group.rows] = group.next(white[group.rows], fatigue[group.rows])
        return noise * efforts


class _Group:
    """Muscles that share their spectra, filtered together."""

    def __init__(
        self, kind: tuple[SurfaceSpectrum, SurfaceSpectrum], tissues: list[Tissue]
    ) -> None:
        fresh, tired = kind
        self.rows = [i for i, tissue in enumerate(tissues) if (tissue.fresh, tissue.tired) == kind]
        self._fresh = ShapingFilter(fresh, len(self.rows))
        self._tired = ShapingFilter(tired, len(self.rows)) if tired != fresh else None
        self._correlation = correlation(fresh, tired)
        self.settling_samples = tired.settling_samples

    def next(self, white: FloatArray, fatigue: FloatArray) -> FloatArray:
        fresh = self._fresh.next(white)
        if self._tired is None:
            return fresh
        part = fatigue[:, None]
        power = (1 - part) ** 2 + part**2 + 2 * part * (1 - part) * self._correlation
        mixed = (1 - part) * fresh + part * self._tired.next(white)
        return np.asarray(mixed / np.sqrt(power))


class MotorUnitMuscles:
    """Pools of motor units; see `Muscles`.

    Parameters
    ----------
    tissues
        One for each muscle, in the order of the rows.
    seed
        Seed of the anatomy and the firing.
    """

    def __init__(self, tissues: list[Tissue], seed: int) -> None:
        self._pools = [
            MotorUnitPool(
                tissue.fresh,
                tissue.tired,
                random_stream(seed, "anatomy", *tissue.place),
                random_stream(seed, "firing", *tissue.place),
            )
            for tissue in tissues
        ]

    def next(self, efforts: FloatArray, fatigue: FloatArray) -> FloatArray:
        """Return the next samples.

        Parameters
        ----------
        efforts, fatigue
            As `Muscles.next` takes them.
        """
        n_samples = efforts.shape[1]
        # Excitation follows the mean effort of a block, as a pool answers its mean drive.
        means = efforts.mean(axis=1)
        return np.stack(
            [
                pool.next(n_samples, float(effort), float(tired))
                for pool, effort, tired in zip(self._pools, means, fatigue, strict=True)
            ]
        )
