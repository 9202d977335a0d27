"""`open_source`: a scenario or a recording as what is at the electrodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from emg_device.recordings.formats import read_recording
from emg_device.recordings.recording import FileChoice
from emg_simulators.abilities import FIXED_CONTACT, NO_ELECTRODES
from emg_simulators.faults import Fault
from emg_simulators.faulty_source import FaultySource
from emg_simulators.patient import Patient
from emg_simulators.recorded_source import RecordedSource
from emg_simulators.scenario import PatientScenario, builtin_scenarios, load_scenario


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """What is at the electrodes, and what a board is to do wrong.

    Parameters
    ----------
    source
        Patient or recording, with its signal faults.
    faults
        All faults, those of the scenario included; link and board faults are the board's.
    """

    source: Patient | FaultySource
    faults: tuple[Fault, ...]


def open_source(
    what: str | Path | PatientScenario,
    *,
    render_hz: float,
    n_channels: int,
    seed: int | None = None,
    faults: Iterable[Fault] = (),
    units: dict[str, str] | None = None,
) -> OpenedSource:
    """Open a scenario, built in (by name) or a file (.toml), or a recording that playback reads.

    Parameters
    ----------
    what
        What to open: a scenario, or the name or file of one, or a recording's file.
    render_hz, n_channels
        What the board needs: rendering rate in Hz, and channels.
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
    scenario = scenario_of(what)
    if scenario is not None:
        patient = Patient(scenario, seed, render_hz=render_hz, n_channels=n_channels, faults=own)
        return OpenedSource(patient, (*scenario.faults, *own))
    path = Path(str(what))
    recording = read_recording(path, FileChoice(units=units or {}))
    finite_uv = np.nan_to_num(recording.samples_uv.T[:n_channels], nan=0.0, posinf=0.0, neginf=0.0)
    recorded = RecordedSource(
        finite_uv, recording.fs_hz, render_hz=render_hz, n_channels=n_channels
    )
    return OpenedSource(FaultySource(recorded, own, seed or 0), own)


def scenario_of(what: str | Path | PatientScenario) -> PatientScenario | None:
    """Return the scenario that `open_source` would open; None of a recording.

    What is not there is taken for a scenario.

    Raises
    ------
    ConfigError
        No such scenario, or one that is wrong.
    """
    if isinstance(what, PatientScenario):
        return what
    return load_scenario(what) if _is_scenario(Path(what)) else None


def cannot_of(what: str | Path | PatientScenario, signal: str = "patient") -> Mapping[str, str]:
    """Return the faults that cannot happen at a board's electrodes, and why.

    Parameters
    ----------
    what
        What `open_source` is to open.
    signal
        ``patient`` for that, ``sine`` or ``index`` for a test signal in its place.
    """
    if signal == "index":
        return NO_ELECTRODES
    is_patient = signal == "patient" and (
        isinstance(what, PatientScenario) or _is_scenario(Path(what))
    )
    return {} if is_patient else FIXED_CONTACT


def _is_scenario(path: Path) -> bool:
    return str(path) in builtin_scenarios() or path.suffix == ".toml" or not path.exists()
