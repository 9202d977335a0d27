"""`Patient`: the voltage at the electrodes of a virtual face."""

from __future__ import annotations

import numpy as np

from emg_signal.montage import Side
from emg_simulators.crosstalk import Place, mixing_matrix
from emg_simulators.effort import Efforts
from emg_simulators.randomness import random_stream
from emg_simulators.room import Room
from emg_simulators.scenario import Scenario
from emg_simulators.source import MIN_RENDER_HZ, FloatArray
from emg_simulators.spectrum import SHAPES, ShapedNoise, SurfaceSpectrum

BLOCK_S = 0.02
"""Length of the blocks that everything is rendered in, whatever is asked for, seconds; short
beside the 0.2 s in which an effort rises, long enough to be cheap (engineering judgement)."""


class Patient:
    """A virtual patient: an `ElectrodeSource` that follows a scenario from stream time 0.

    Everything is rendered in blocks of `BLOCK_S`, however the samples are asked for, so the same
    scenario and seed give the same samples.

    Parameters
    ----------
    scenario
        Who it is, where the electrodes are, what is done.
    seed
        Overrides the scenario's own seed.
    render_hz
        Rendering rate, Hz; see `emg_simulators.source.rendering_rate_hz`.
    n_channels
        Channels of the board; those that no site uses carry noise and mains alone. By default as
        many as the scenario names.
    """

    def __init__(
        self,
        scenario: Scenario,
        seed: int | None = None,
        *,
        render_hz: float = MIN_RENDER_HZ,
        n_channels: int | None = None,
    ) -> None:
        self.scenario = scenario
        self.seed = scenario.seed if seed is None else seed
        self._render_hz = render_hz
        self._n_channels = max(n_channels or 0, scenario.n_channels)
        self._block = max(1, round(BLOCK_S * render_hz))
        self._places = [(part.name, side) for part in scenario.muscle for side in Side]
        self._efforts = Efforts(scenario, self._places, self.seed)
        self._full_uv = np.array([scenario.set_rms_uv(*place) for place in self._places])
        self._noise = _noises(scenario, self._places, render_hz, self.seed)
        self._mixing = self._mixing_by_channel()
        self._room = Room(scenario, self._n_channels, render_hz, self.seed)
        self._ready = np.empty((self._n_channels, 0))
        self._rendered = 0

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return self._n_channels

    @property
    def fs_hz(self) -> float:
        """Rendering rate, Hz."""
        return self._render_hz

    @property
    def impedance_ohm(self) -> FloatArray:
        """Contact impedance of each channel's electrodes, ``(n_channels,)`` ohm."""
        return self._room.impedance_ohm

    def render(self, n_samples: int) -> FloatArray:
        """Return the next `n_samples`, ``(n_channels, n_samples)`` µV at the electrodes."""
        parts = [self._ready]
        have = self._ready.shape[1]
        while have < n_samples:
            parts.append(self._render_block())
            have += self._block
        samples = np.concatenate(parts, axis=1) if len(parts) > 1 else self._ready
        self._ready = samples[:, n_samples:]
        return samples[:, :n_samples]

    def _render_block(self) -> FloatArray:
        first, n = self._rendered, self._block
        self._rendered += n
        times_s = np.arange(first, first + n) / self._render_hz
        amplitude_uv = self._amplitude_uv(times_s)
        muscles_uv = np.empty((len(self._places), n))
        for rows, noise in self._noise:
            muscles_uv[rows] = noise.next(n)
        muscles_uv *= amplitude_uv
        return self._mix(muscles_uv) + self._room.render(times_s)

    def _amplitude_uv(self, times_s: FloatArray) -> FloatArray:
        """Return the RMS of each muscle at `times_s`; rest and effort add as powers do."""
        active_uv = self._full_uv[:, None] * self._efforts.at(times_s)
        return np.sqrt(active_uv**2 + self.scenario.person.rest_uv**2)

    def _mix(self, muscles_uv: FloatArray) -> FloatArray:
        # Term by term: a matrix product's order of sums may depend on the threads of a BLAS.
        channels_uv = np.zeros((self._n_channels, muscles_uv.shape[1]))
        for channel, muscle, weight in self._mixing:
            channels_uv[channel] += weight * muscles_uv[muscle]
        return channels_uv

    def _mixing_by_channel(self) -> list[tuple[int, int, float]]:
        sites = self.scenario.montage.sites
        order: list[Place] = [(site.muscle, site.side) for site in sites]
        matrix = mixing_matrix(order, self._places, scale=self.scenario.crosstalk)
        rows, columns = np.nonzero(matrix)
        return [
            (sites[row].channel, int(column), float(matrix[row, column]))
            for row, column in zip(rows, columns, strict=True)
        ]


def _noises(
    scenario: Scenario, places: list[Place], render_hz: float, seed: int
) -> list[tuple[list[int], ShapedNoise]]:
    """Return the shaped noise of all muscles that share a spectrum, with their rows."""
    noises = []
    for shape, (fl_hz, fh_hz) in SHAPES.items():
        rows = [i for i, (name, _) in enumerate(places) if scenario.part(name).spectrum == shape]
        streams = [random_stream(seed, "muscle", *places[row]) for row in rows]
        if rows:
            noises.append((rows, ShapedNoise(SurfaceSpectrum(fl_hz, fh_hz, render_hz), streams)))
    return noises
