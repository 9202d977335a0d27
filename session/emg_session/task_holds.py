"""`TaskHolds`: what every site gave while a muscle's task was held, for the muscle map."""

from __future__ import annotations

import numpy as np

from emg_session.collector import FinishedCue
from emg_signal.amplitude import middle, rms
from emg_signal.calibration import Calibration
from emg_signal.measurement import TaskAmplitudes
from emg_signal.montage import Montage


class TaskHolds:
    """Collects the holds of every task of one placement."""

    def __init__(self) -> None:
        self._holds: dict[tuple[str, ...], list[list[float]]] = {}

    def take(
        self, finished: FinishedCue, asked: tuple[str, ...], montage: Montage, fs_hz: float
    ) -> None:
        """Take one hold of the task that exercises `asked`.

        Parameters
        ----------
        finished
            The cue with its filtered samples.
        asked
            Muscles that it exercises.
        montage
            Which channel is which site.
        fs_hz
            Sampling rate, Hz.
        """
        steady = middle(finished.filtered_uv, fs_hz)
        held = [rms(steady[site.channel]) for site in montage.sites]
        self._holds.setdefault(asked, []).append(held)

    def locked(self, montage: Montage, calibration: Calibration) -> tuple[TaskAmplitudes, ...]:
        """Return each task's median hold at every site, rest taken off; none with a lost sample.

        Parameters
        ----------
        montage
            Order of the sites.
        calibration
            Their rest.
        """
        entries = [calibration.of(site) for site in montage.sites]
        rest = np.array([0.0 if entry is None else entry.rest_uv for entry in entries])
        found = []
        for asked, holds in self._holds.items():
            median = np.median(np.array(holds), axis=0)
            if np.isfinite(median).all():
                above = np.sqrt(np.clip(median**2 - rest**2, 0.0, None))
                found.append(TaskAmplitudes(asked, tuple(float(uv) for uv in above)))
        return tuple(found)
