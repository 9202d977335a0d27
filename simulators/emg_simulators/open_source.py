"""`open_source`: a scenario or a recording as what is at the electrodes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from emg_device.recordings.formats import read_recording
from emg_signal.chunk import FloatArray
from emg_simulators.faults import Fault
from emg_simulators.patient import Patient
from emg_simulators.recorded_source import RecordedSource
from emg_simulators.scenario import builtin_scenarios, load_scenario
from emg_simulators.signal_faults import SignalFaults
from emg_simulators.source import ElectrodeSource

RECORDED_OHM = 10_000.0
"""Contact impedance that a recording reports, since it does not hold its own (engineering
judgement: a clean electrode)."""


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """What is at the electrodes, and what a board is to do wrong.

    Parameters
    ----------
    source
        Patient or recording, with its signal faults.
    faults
        All faults, those of the scenario included; link and board faults are the board's.
    title
        For people.
    patient
        The patient, when it is one.
    """

    source: ElectrodeSource
    faults: tuple[Fault, ...]
    title: str
    patient: Patient | None

    def impedance_ohm(self, channel: int) -> float:
        """Return the contact impedance of `channel`, from 0, ohm."""
        return RECORDED_OHM if self.patient is None else float(self.patient.impedance_ohm[channel])


def open_source(
    name_or_path: str | Path,
    *,
    render_hz: float,
    n_channels: int,
    seed: int | None = None,
    faults: Iterable[Fault] = (),
    units: dict[str, str] | None = None,
) -> OpenedSource:
    """Open a built-in scenario, a scenario file (.toml), or any recording that playback reads.

    Parameters
    ----------
    name_or_path
        What to open.
    render_hz, n_channels
        What the board needs.
    seed
        Overrides the scenario's own.
    faults
        Besides those of the scenario.
    units
        Units of channels that a recording declares wrongly, as for playback.

    Raises
    ------
    ConfigError
        No such scenario, or one that is wrong; a recording at a rate that does not divide.
    RecordError
        A file that is no recording.
    """
    own = tuple(faults)
    path = Path(name_or_path)
    if _is_scenario(path):
        scenario = load_scenario(name_or_path)
        patient = Patient(scenario, seed, render_hz=render_hz, n_channels=n_channels, faults=own)
        return OpenedSource(patient, (*scenario.faults, *own), scenario.title, patient)
    recording = read_recording(path, units)
    finite_uv = np.nan_to_num(recording.samples_uv.T[:n_channels], nan=0.0, posinf=0.0, neginf=0.0)
    recorded = RecordedSource(
        finite_uv, recording.fs_hz, render_hz=render_hz, n_channels=n_channels
    )
    return OpenedSource(_Faulty(recorded, own, seed or 0), own, path.name, None)


def faults_of(name_or_path: str | Path, own: Iterable[Fault] = ()) -> tuple[Fault, ...]:
    """Return the faults of a scenario, or none of a recording, and `own` besides."""
    path = Path(name_or_path)
    return (*(load_scenario(name_or_path).faults if _is_scenario(path) else ()), *own)


def _is_scenario(path: Path) -> bool:
    return str(path) in builtin_scenarios() or path.suffix == ".toml" or not path.exists()


class _Faulty:
    """A source with signal faults put onto it; gains and contact are the recording's own."""

    def __init__(self, source: ElectrodeSource, faults: tuple[Fault, ...], seed: int) -> None:
        self._source = source
        self._faults = SignalFaults(faults, source.n_channels, seed)
        self._rendered = 0

    @property
    def n_channels(self) -> int:
        return self._source.n_channels

    @property
    def fs_hz(self) -> float:
        return self._source.fs_hz

    def render(self, n_samples: int) -> FloatArray:
        times_s = np.arange(self._rendered, self._rendered + n_samples) / self.fs_hz
        self._rendered += n_samples
        uv = self._source.render(n_samples)
        if n_samples == 0:
            return uv
        return self._faults.onto(uv, times_s, np.sin(2 * np.pi * 50.0 * times_s))
