"""`Room`: what the electrodes pick up that no muscle made."""

from __future__ import annotations

import numpy as np

from emg_signal.chunk import FloatArray
from emg_simulators.randomness import random_stream
from emg_simulators.scenario_parts import RoomPart

NOISE_BAND_HZ = 500.0
"""Band over which a scenario states its noise, Hz."""

REFERENCE_NOISE = 3.0
"""Noise of a common reference electrode beside that of a channel's own: channels at rest are then
as alike as those of real recordings with one (0.6 to 0.94, 0.68 in the middle; docs/patient.md)."""

DRIFT_PERIOD_S = 60.0
"""Time in which the mains frequency swings once through its drift (engineering judgement)."""

WANDER_HZ = 0.3
"""Corner of the slow wandering of an electrode's direct voltage (engineering judgement)."""

MOST_HUM = 1000.0
"""Bound of an electrode's hum beside that of a good one: an open lead (engineering judgement)."""


class Room:
    """Noise, hum and direct voltage at each channel.

    Hum grows with the contact impedance, through which the stray current flows, and noise with
    its root, as thermal noise does.

    Parameters
    ----------
    part
        The ``room`` table of a scenario.
    n_channels
        Channels of the board.
    render_hz
        Rendering rate, Hz.
    seed
        Seed of the noise and of the direct voltages.
    """

    def __init__(self, part: RoomPart, n_channels: int, render_hz: float, seed: int) -> None:
        self._part = part
        self._noise_uv = part.noise_uv * (render_hz / 2 / NOISE_BAND_HZ) ** 0.5
        self._streams = [random_stream(seed, "electrode", i) for i in range(n_channels)]
        slow = random_stream(seed, "offsets")
        self._offset_uv = part.offset_uv * slow.standard_normal(n_channels)
        self._slow = slow
        self._wander = np.zeros(n_channels)
        self._reference = random_stream(seed, "reference")
        shares = enumerate((1.0, *part.mains_harmonics), start=1)
        self._harmonics = [(order, share) for order, share in shares if share]

    def render(self, times_s: FloatArray, impedance_ohm: FloatArray) -> FloatArray:
        """Return ``(n_channels, n_times)`` µV; ask for them in order of time.

        Parameters
        ----------
        times_s
            Stream time, seconds.
        impedance_ohm
            ``(n_channels,)`` contact impedance now, Ohm.
        """
        contact = np.minimum(impedance_ohm / self._part.impedance_ohm, MOST_HUM)[:, None]
        noise = np.stack([stream.standard_normal(len(times_s)) for stream in self._streams])
        hum = contact * (self._part.mains_uv * self.mains_wave(times_s))
        uv = self._noise_uv * np.sqrt(contact) * noise + hum + self._direct(times_s)
        if self._part.reference == "common":
            uv -= REFERENCE_NOISE * self._noise_uv * self._reference.standard_normal(len(times_s))
        return np.asarray(uv)

    def mains_wave(self, times_s: FloatArray) -> FloatArray:
        """Return the mains with a fundamental of unit peak, ``(n_times,)``.

        Parameters
        ----------
        times_s
            ``(n_times,)``, stream time, seconds.
        """
        swing = self._part.mains_drift_hz * DRIFT_PERIOD_S / (2 * np.pi)
        cycles = (self._part.mains_hz + self._part.mains_offset_hz) * times_s
        cycles = cycles - swing * np.cos(2 * np.pi * times_s / DRIFT_PERIOD_S)
        wave = np.zeros_like(times_s)
        for order, share in self._harmonics:
            wave += share * np.sin(2 * np.pi * order * cycles)
        return wave

    def _direct(self, times_s: FloatArray) -> FloatArray:
        """Return the direct voltage with its wandering: a line through one block."""
        seconds = float(times_s[-1] - times_s[0]) * len(times_s) / max(1, len(times_s) - 1)
        keep = np.exp(-2 * np.pi * WANDER_HZ * seconds)
        before = self._wander
        step = np.sqrt(1 - keep**2) * self._slow.standard_normal(len(before))
        self._wander = keep * before + step
        share = np.arange(len(times_s)) / len(times_s)
        course = before[:, None] + (self._wander - before)[:, None] * share
        return np.asarray(self._offset_uv[:, None] + self._part.wander_uv * course)
