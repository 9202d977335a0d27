"""`Room`: what the electrodes pick up that no muscle made."""

from __future__ import annotations

import numpy as np

from emg_simulators.randomness import random_stream
from emg_simulators.scenario import Scenario
from emg_simulators.source import FloatArray

NOISE_BAND_HZ = 500.0
"""Band over which a scenario states its noise, Hz."""

HARMONICS = ((1, 1.0), (3, 0.3), (5, 0.15))
"""Order and share of the mains' harmonics: odd ones from rectifiers (engineering judgement)."""


class Room:
    """Noise, mains hum and direct voltage at each channel.

    Parameters
    ----------
    scenario
        Its ``room`` table and the impedance of each muscle's electrodes.
    n_channels
        Channels of the board.
    render_hz
        Rendering rate, Hz.
    seed
        Seed of the noise and of the direct voltages.
    """

    def __init__(self, scenario: Scenario, n_channels: int, render_hz: float, seed: int) -> None:
        self._part = scenario.room
        self._noise_uv = self._part.noise_uv * (render_hz / 2 / NOISE_BAND_HZ) ** 0.5
        self._streams = [random_stream(seed, "electrode", i) for i in range(n_channels)]
        offsets = random_stream(seed, "offsets").standard_normal(n_channels)
        self._offset_uv = self._part.offset_uv * offsets
        self.impedance_ohm = np.full(n_channels, self._part.impedance_ohm)
        for muscle in scenario.muscle:
            for channel, ohm in zip(muscle.channels, muscle.impedance_ohm or (), strict=False):
                self.impedance_ohm[channel - 1] = ohm

    def render(self, times_s: FloatArray) -> FloatArray:
        """Return ``(n_channels, n_times)`` µV; ask for them in order of time."""
        noise = np.stack([stream.standard_normal(len(times_s)) for stream in self._streams])
        return np.asarray(self._noise_uv * noise + self._offset_uv[:, None] + self._hum_uv(times_s))

    def _hum_uv(self, times_s: FloatArray) -> FloatArray:
        angle = 2 * np.pi * self._part.mains_hz * times_s
        wave = np.zeros_like(times_s)
        for order, share in HARMONICS:
            wave += share * np.sin(order * angle)
        return self._part.mains_uv * wave
