"""`Patient`: the voltage at the electrodes of a virtual face."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from emg_signal.chunk import FloatArray
from emg_signal.montage import Side
from emg_simulators.blinks import EFFORT, EYE_UV, Blinks
from emg_simulators.crosstalk import MuscleSide, mixing_matrix
from emg_simulators.effort import Efforts
from emg_simulators.fatigue import Fatigue
from emg_simulators.faults import Fault
from emg_simulators.muscles import FastMuscles, MotorUnitMuscles, Muscles, Tissue
from emg_simulators.room import Room
from emg_simulators.scenario import PatientScenario
from emg_simulators.signal_faults import SignalFaults
from emg_simulators.source import MIN_RENDER_HZ
from emg_simulators.timeline import TimedCue

REFERENCE_SHARE = 0.3
"""Share of each muscle's voltage that a common reference electrode on the face sees (engineering
judgement: nearer than a neighbour of the same side, farther than the muscle's own pair)."""

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
    faults
        Besides those of the scenario; the ones that act on the link or board are left to others.
    """

    def __init__(
        self,
        scenario: PatientScenario,
        seed: int | None = None,
        *,
        render_hz: float = MIN_RENDER_HZ,
        n_channels: int | None = None,
        faults: Iterable[Fault] = (),
    ) -> None:
        self.scenario = scenario
        self.seed = scenario.seed if seed is None else seed
        self._render_hz = render_hz
        self._n_channels = max(n_channels or 0, scenario.n_channels)
        self._block = max(1, round(BLOCK_S * render_hz))
        self._places: list[MuscleSide] = [(part.name, s) for part in scenario.muscle for s in Side]
        self._full_uv = np.array([scenario.set_rms_uv(*p, seed=self.seed) for p in self._places])
        self._efforts = Efforts(scenario, self._places, self.seed)
        self._blinks = Blinks(scenario.person.blinks_per_min, self.seed)
        self._lid = np.array([EFFORT * (name == "orbicularis_oculi") for name, _ in self._places])
        self._eye_uv = self._eye_by_channel()
        self._fatigue = Fatigue(scenario.person, self._places)
        self._muscles = _muscles(scenario, self._places, render_hz, self.seed)
        self._mixing = self._mixing_by_channel()
        self._room = Room(scenario.room, self._n_channels, render_hz, self.seed)
        self._base_ohm = self._contact_ohm()
        self._faults = SignalFaults((*scenario.faults, *faults), self._n_channels, self.seed)
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
    def time_s(self) -> float:
        """Stream time of the next sample that `render` returns, seconds."""
        return (self._rendered - self._ready.shape[1]) / self._render_hz

    @property
    def impedance_ohm(self) -> FloatArray:
        """Contact impedance of each channel's electrodes now, ``(n_channels,)`` ohm."""
        return self._faults.impedance_ohm(self._base_ohm, self._rendered / self._render_hz)

    def ask(self, expression: str, *, effort: float, for_s: float, in_s: float = 0.0) -> None:
        """Ask for an expression, now or soon, as an instructor does.

        See `expressions`.

        Parameters
        ----------
        expression
            One of `expressions`.
        effort
            0 to 1.
        for_s, in_s
            How long, and how soon, seconds.
        """
        at_s = self._rendered / self._render_hz + in_s
        self._efforts.ask(TimedCue(at_s, for_s, expression, effort))

    def forget(self) -> None:
        """Do nothing more of the scenario's timeline, only what is asked from now on."""
        self._efforts.forget(self._rendered / self._render_hz)

    def hold(self, muscle: str, side: Side, effort: float) -> None:
        """Let one muscle work at `effort`, 0 to 1, until told otherwise; 0 lets it go.

        Raises
        ------
        ConfigError
            The scenario has no such muscle.
        """
        self.scenario.part(muscle)
        self._efforts.hold((muscle, side), min(1.0, max(0.0, effort)))

    def add_fault(self, fault: Fault) -> None:
        """Put one more fault on the timeline; see `emg_simulators.fault_text.parse_fault`."""
        self._faults.add(fault)

    def end_faults(self) -> None:
        """Let every signal fault that acts now end now: electrodes are mended."""
        self._faults.end(self._rendered / self._render_hz)

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
        t_s = float(times_s[0])
        ohm = self._faults.impedance_ohm(self._base_ohm, t_s)
        closed = self._blinks.at(times_s)
        uv = self._mix(self._muscles_uv(times_s, closed)) * self._faults.gain(t_s)[:, None]
        uv += self._eye_uv[:, None] * closed
        uv += self._room.render(times_s, ohm)
        return self._faults.onto(uv, times_s, self._room.mains_wave(times_s))

    def _muscles_uv(self, times_s: FloatArray, closed: FloatArray) -> FloatArray:
        """Return ``(n_muscles, n_times)`` µV at each muscle's own electrodes."""
        efforts = np.maximum(self._efforts.at(times_s), self._lid[:, None] * closed)
        tired = self._fatigue.after(efforts.mean(axis=1), len(times_s) / self._render_hz)
        full_uv = self._full_uv[:, None]
        # Rest and effort add as powers do, since their sources are independent.
        rms_uv = np.sqrt((full_uv * efforts) ** 2 + self.scenario.person.rest_uv**2)
        shares = np.divide(rms_uv, full_uv, out=np.zeros_like(rms_uv), where=full_uv > 0)
        return np.asarray(full_uv * self._muscles.next(np.minimum(shares, 1.0), tired))

    def _mix(self, muscles_uv: FloatArray) -> FloatArray:
        # Term by term: a matrix product's order of sums may depend on the threads of a BLAS.
        channels_uv = np.zeros((self._n_channels, muscles_uv.shape[1]))
        for channel, muscle, weight in self._mixing:
            channels_uv[channel] += weight * muscles_uv[muscle]
        if self.scenario.room.reference == "common":
            for muscle_uv in muscles_uv:
                channels_uv -= REFERENCE_SHARE * muscle_uv
        return channels_uv

    def _eye_by_channel(self) -> FloatArray:
        """Return the peak of a blink's voltage at each channel, ``(n_channels,)`` µV."""
        peaks_uv = np.zeros(self._n_channels)
        for site in self.scenario.montage.sites:
            peaks_uv[site.channel] = EYE_UV.get(site.muscle, 0.0)
        return peaks_uv

    def _mixing_by_channel(self) -> list[tuple[int, int, float]]:
        sites = self.scenario.montage.sites
        order: list[MuscleSide] = [(site.muscle, site.side) for site in sites]
        matrix = mixing_matrix(order, self._places, scale=self.scenario.crosstalk)
        rows, columns = np.nonzero(matrix)
        return [
            (sites[row].channel, int(column), float(matrix[row, column]))
            for row, column in zip(rows, columns, strict=True)
        ]

    def _contact_ohm(self) -> FloatArray:
        ohm = np.full(self._n_channels, self.scenario.room.impedance_ohm)
        for part in self.scenario.muscle:
            for channel, value in zip(part.channels or (), part.impedance_ohm or (), strict=False):
                ohm[channel - 1] = value
        return ohm


def _muscles(
    scenario: PatientScenario, places: list[MuscleSide], render_hz: float, seed: int
) -> Muscles:
    tissues = [
        Tissue(
            place,
            scenario.spectrum(*place, render_hz),
            scenario.spectrum(*place, render_hz, tired=True),
        )
        for place in places
    ]
    if scenario.mode == "fast":
        return FastMuscles(tissues, seed)
    return MotorUnitMuscles(tissues, seed)
