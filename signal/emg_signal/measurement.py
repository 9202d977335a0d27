"""`Measurement`: what was locked at the end of the Measure phase.

The surface electrodes sit where the needle goes, so decisions rest on this value and never on a
live number.
"""

from __future__ import annotations

from dataclasses import dataclass

from emg_signal.calibration import Calibration
from emg_signal.chunk import Origin
from emg_signal.filters import Band
from emg_signal.montage import Montage
from emg_signal.quality import QualityReport
from emg_signal.symmetry import Symmetry


@dataclass(frozen=True, slots=True)
class TaskAmplitudes:
    """What every site gave in one task.

    Parameters
    ----------
    muscles
        That the task exercises.
    site_uv
        Median of its holds, noise power at rest subtracted, µV, in the order of `Montage.sites`.
    """

    muscles: tuple[str, ...]
    site_uv: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Measurement:
    """Calibration, symmetry and quality of all sites, locked.

    Parameters
    ----------
    subject
        Label of the person (no name; it may be printed).
    montage
        Which channel recorded which site.
    board
        Name of the board.
    origin
        Whether a person, a recording or a simulation was measured.
    fs_hz
        Sampling rate, Hz.
    band
        True band of all amplitudes.
    calibration
        Reference contractions.
    symmetries
        One per pair that could be measured.
    quality
        One report per site, in the order of `Montage.sites`, at the time of locking.
    locked_at_utc
        ISO 8601 with offset.
    locked_at_s
        Host's monotonic clock at locking, seconds; ages are taken from it, so that a corrected
        wall clock changes nothing.
    tasks
        What all sites gave in each task; empty where a record does not say.
    """

    subject: str
    montage: Montage
    board: str
    origin: Origin
    fs_hz: float
    band: Band
    calibration: Calibration
    symmetries: tuple[Symmetry, ...]
    quality: tuple[QualityReport, ...]
    locked_at_utc: str
    locked_at_s: float
    tasks: tuple[TaskAmplitudes, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a measurement whose reports could be taken for another site's."""
        if len(self.quality) != len(self.montage.sites):
            raise ValueError(f"{len(self.quality)} reports for {len(self.montage.sites)} sites")

    def symmetry_of(self, muscle: str) -> Symmetry | None:
        """Return the symmetry of a pair by its muscle's name, None if it was not measured."""
        return next((s for s in self.symmetries if s.pair.muscle == muscle), None)

    def quality_of(self, muscle: str) -> tuple[QualityReport, QualityReport]:
        """Return the reports of left and right of a pair.

        Raises
        ------
        KeyError
            The montage has no such pair.
        """
        reports = dict(zip(self.montage.sites, self.quality, strict=True))
        for pair in self.montage.pairs:
            if pair.muscle == muscle:
                return reports[pair.left], reports[pair.right]
        raise KeyError(muscle)

    def age_s(self, now_s: float) -> float:
        """Return the age at a reading of the same monotonic clock, seconds, never negative."""
        return max(0.0, now_s - self.locked_at_s)
